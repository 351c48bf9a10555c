package eu.urbact.infocus.directory.cooperation;

import java.time.Clock;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

import eu.urbact.infocus.chassis.audit.AuditTrail;
import eu.urbact.infocus.directory.cooperation.Feedback.About;
import eu.urbact.infocus.directory.cooperation.Feedback.Verdict;

/** The kept feedback. Whether the caller may give it is the resource's question. */
@ApplicationScoped
public class Feedbacks implements PanacheRepositoryBase<Feedback, About> {

    private final AuditTrail audit;
    private final Clock clock;

    Feedbacks(AuditTrail audit, Clock clock) {
        this.audit = audit;
        this.clock = clock;
    }

    /** What was said about the suggestions for one cluster. */
    public List<Feedback> on(String clusterId) {
        return list("about.clusterId = ?1 order by about.partnerId", clusterId);
    }

    /** Says it, or says it anew. */
    @Transactional
    public Feedback say(About about, Verdict verdict) {
        Feedback feedback = Optional.ofNullable(findById(about)).orElseGet(() -> {
            Feedback first = new Feedback(about, verdict, clock.instant());
            persist(first);
            return first;
        });
        feedback.say(verdict, clock.instant());
        record("match-feedback-given", about, verdict.name());
        return feedback;
    }

    /** Takes it back; without any there is nothing to do. */
    @Transactional
    public void forget(About about) {
        if (deleteById(about)) {
            record("match-feedback-removed", about, "NONE");
        }
    }

    /** What was said about the suggestions for clusters of these cities. */
    public List<Feedback> ofCities(Collection<String> cities) {
        return list(
                "select f from Feedback f, Cluster c where c.id = f.about.clusterId and c.cityId in ?1"
                        + " order by f.about.clusterId, f.about.partnerId",
                cities);
    }

    /** How often each was said, over all cities. */
    public Map<Verdict, Long> counts() {
        Map<Verdict, Long> counts = new EnumMap<>(Verdict.class);
        for (Verdict verdict : Verdict.values()) {
            counts.put(verdict, count("verdict", verdict));
        }
        return counts;
    }

    private void record(String action, About about, String verdict) {
        audit.record(action, "cluster", about.clusterId(), Map.of("partnerId", about.partnerId(), "verdict", verdict));
    }
}
