package eu.urbact.infocus.registration.application;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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
     * What became of one person.
     *
     * @param applicationId the new application, or the one that was there
     */
    public record Entered(UUID applicationId, boolean created) {}

    private final Applications applications;
    private final AuditTrail audit;
    private final Event<ApplicationFact> facts;
    private final Clock clock;

    BringInApplications(Applications applications, AuditTrail audit, Event<ApplicationFact> facts, Clock clock) {
        this.applications = applications;
        this.audit = audit;
        this.facts = facts;
        this.clock = clock;
    }

    /** Enters the people, no two of them with the same address, and says what became of each, in their order. */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<Entered> bringIn(CallForParticipation call, List<Person> people) {
        Instant now = clock.instant();
        Map<String, UUID> known = new HashMap<>(applications.ofAddresses(
                call.id(), people.stream().map(person -> person.email().key()).toList()));
        // ids in the order of the people, because all of them apply at the same moment; as text they are in the order
        // of the database
        List<UUID> ids = Stream.generate(Ids::next)
                .limit(people.size())
                .sorted(Comparator.comparing(UUID::toString))
                .toList();
        List<Application> wanted = IntStream.range(0, people.size())
                .mapToObj(i -> new Application(ids.get(i), call.id(), call.workshopId(), people.get(i), now))
                .toList();
        Map<UUID, Entered> entered = new HashMap<>();
        // rows in the order of the addresses: two such imports at once wait for each other, but never in a circle
        wanted.stream()
                .sorted(Comparator.comparing(Application::emailKey))
                .forEach(application -> entered.put(application.id(), enter(application, known, now)));
        return wanted.stream().map(application -> entered.get(application.id())).toList();
    }

    private Entered enter(Application application, Map<String, UUID> known, Instant now) {
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
        audit.record(
                "application-imported",
                "application",
                application.id().toString(),
                Map.of("state", application.state()));
        facts.fire(ApplicationFact.of(ApplicationFact.Kind.SUBMITTED, application, now));
        return new Entered(application.id(), true);
    }
}
