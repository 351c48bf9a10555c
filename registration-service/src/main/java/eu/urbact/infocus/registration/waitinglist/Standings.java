package eu.urbact.infocus.registration.waitinglist;

import java.util.Optional;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import eu.urbact.infocus.registration.application.Application;
import eu.urbact.infocus.registration.application.ApplicationState;
import eu.urbact.infocus.registration.application.Applications;

/** Says where people stand. */
@ApplicationScoped
public class Standings {

    private final Applications applications;
    private final WaitingLists lists;
    private final WaitingEntries entries;
    private final SeatOffers offers;

    Standings(Applications applications, WaitingLists lists, WaitingEntries entries, SeatOffers offers) {
        this.applications = applications;
        this.lists = lists;
        this.entries = entries;
        this.offers = offers;
    }

    /** Of an application that exists, as it is now. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public Standing of(UUID applicationId) {
        Application application = applications.findById(applicationId);
        Optional<Waiting> waiting = application.state() == ApplicationState.WAITLISTED
                ? entries.of(application.callId(), applicationId)
                : Optional.empty();
        return new Standing(
                application.state(),
                application.workshopId(),
                lists.of(application.callId()).settings(),
                waiting.filter(one -> !one.setAside()).map(one -> Band.of(one.place())),
                waiting.filter(Waiting::setAside).isPresent(),
                offers.open(applicationId).orElse(null));
    }
}
