package eu.urbact.infocus.registration.application;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

import eu.urbact.infocus.chassis.audit.AuditTrail;
import eu.urbact.infocus.chassis.identity.Ids;
import eu.urbact.infocus.registration.call.CallForParticipation;

/**
 * Organisers enter applications that came another way. They are applications like all others: nobody gets a seat by it, each person is told
 * by mail, and who has applied to this call before stays as they are, also when they have withdrawn or were declined.
 */
@ApplicationScoped
public class BringInApplications {

    /**
     * What an organiser has of one person.
     *
     * @param answers to what the call asks applicants, which have passed the check of the {@link AnswerBook}; what must be answered may be open
     * @param appliedAt when it reached the organisers; null for now
     */
    public record Brought(Person person, Map<String, Object> answers, Instant appliedAt) {}

    /**
     * What became of one person.
     *
     * @param applicationId the new application, or the one that was there
     */
    public record Entered(UUID applicationId, boolean created) {}

    private final Applications applications;
    private final AnswerBook answers;
    private final AuditTrail audit;
    private final Event<ApplicationFact> facts;
    private final Clock clock;

    BringInApplications(
            Applications applications,
            AnswerBook answers,
            AuditTrail audit,
            Event<ApplicationFact> facts,
            Clock clock) {
        this.applications = applications;
        this.answers = answers;
        this.audit = audit;
        this.facts = facts;
        this.clock = clock;
    }

    /** Enters the people, no two of them with the same address, and says what became of each, in their order. */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<Entered> bringIn(CallForParticipation call, List<Brought> people) {
        Instant now = clock.instant();
        Map<String, UUID> known = new HashMap<>(applications.ofAddresses(
                call.id(),
                people.stream().map(brought -> brought.person().email().key()).toList()));
        // ids in the order of the people, because all of them apply at the same moment unless it is said when; as text
        // they are in the order of the database
        List<UUID> ids = Stream.generate(Ids::next)
                .limit(people.size())
                .sorted(Comparator.comparing(UUID::toString))
                .toList();
        List<Application> wanted = IntStream.range(0, people.size())
                .mapToObj(i -> application(ids.get(i), call, people.get(i), now))
                .toList();
        Map<UUID, Brought> byId =
                IntStream.range(0, people.size()).boxed().collect(Collectors.toMap(ids::get, people::get));
        Map<UUID, Entered> entered = new HashMap<>();
        // rows in the order of the addresses: two such imports at once wait for each other, but never in a circle
        wanted.stream()
                .sorted(Comparator.comparing(Application::emailKey))
                .forEach(application -> entered.put(
                        application.id(), enter(call, application, byId.get(application.id()), known, now)));
        return wanted.stream().map(application -> entered.get(application.id())).toList();
    }

    private static Application application(UUID id, CallForParticipation call, Brought brought, Instant now) {
        Instant appliedAt = brought.appliedAt() == null ? now : brought.appliedAt();
        return new Application(id, call.id(), call.workshopId(), brought.person(), appliedAt);
    }

    private Entered enter(
            CallForParticipation call, Application application, Brought brought, Map<String, UUID> known, Instant now) {
        UUID there = known.get(application.emailKey());
        if (there != null) {
            return new Entered(there, false);
        }
        if (!applications.addUnlessLive(application)) {
            // somebody applied at this very moment
            UUID other = applications
                    .ofAddresses(application.callId(), List.of(application.emailKey()))
                    .get(application.emailKey());
            return new Entered(other, false);
        }
        answers.keep(call, application.id(), brought.answers());
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("state", application.state());
        details.put("answers", brought.answers().size());
        if (brought.appliedAt() != null) {
            // whoever applied earlier comes first in more than one rule, so it has to be known who says so
            details.put("appliedAt", "given");
        }
        audit.record("application-imported", "application", application.id().toString(), details);
        facts.fire(ApplicationFact.of(ApplicationFact.Kind.SUBMITTED, application, now));
        return new Entered(application.id(), true);
    }
}
