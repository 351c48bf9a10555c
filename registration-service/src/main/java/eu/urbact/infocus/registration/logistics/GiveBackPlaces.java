package eu.urbact.infocus.registration.logistics;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;

import eu.urbact.infocus.chassis.audit.AuditTrail;
import eu.urbact.infocus.chassis.security.Caller;
import eu.urbact.infocus.registration.application.ApplicationFact;
import eu.urbact.infocus.registration.application.ApplicationState;

/**
 * Whoever has no place any more comes along to nothing: their places on buses and at tables are free in the moment in which the seat is,
 * and what was said about travel, diet and access is deleted, because nobody needs it now.
 */
@ApplicationScoped
public class GiveBackPlaces {

    private final LogisticsOfPeople people;
    private final NeedsOfPeople needsOfPeople;
    private final LogisticsOptions options;
    private final ChangeRequests requests;
    private final LogisticsReminders reminders;
    private final AuditTrail audit;
    private final Caller caller;
    private final Clock clock;

    GiveBackPlaces(
            LogisticsOfPeople people,
            NeedsOfPeople needsOfPeople,
            LogisticsOptions options,
            ChangeRequests requests,
            LogisticsReminders reminders,
            AuditTrail audit,
            Caller caller,
            Clock clock) {
        this.people = people;
        this.needsOfPeople = needsOfPeople;
        this.options = options;
        this.requests = requests;
        this.reminders = reminders;
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
    }

    /** In the transaction of the withdrawal or the decision; the application is locked by whoever fired the fact. */
    void when(@Observes ApplicationFact fact) {
        if (fact.state() != ApplicationState.ADMITTED && !fact.kind().equals(ApplicationFact.Kind.SUBMITTED)) {
            giveBack(fact.applicationId());
        }
    }

    /** Gives everything back and forgets the answers; without any this does nothing. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void giveBack(UUID applicationId) {
        needsOfPeople.deleteById(applicationId);
        reminders.forget(applicationId);
        requests.open(applicationId)
                .ifPresent(request -> request.close(ChangeRequest.State.TAKEN_BACK, null, clock.instant()));
        requests.withWords(applicationId).forEach(ChangeRequest::eraseWords);
        people.findByIdOptional(applicationId).ifPresent(logistics -> {
            options.change(Places.between(logistics.choices(), Map.of()));
            int places = ChooseOptions.places(logistics.choices());
            people.delete(logistics);
            people.flush();
            audit.record(
                    caller.actorOr("applicant"),
                    "logistics-places-given-back",
                    "application",
                    applicationId.toString(),
                    Map.of("places", places));
        });
    }
}
