package eu.urbact.infocus.registration.waitinglist;

import java.time.Instant;
import java.util.Optional;
import jakarta.enterprise.context.ApplicationScoped;

import eu.urbact.infocus.registration.application.Application;
import eu.urbact.infocus.registration.programmeview.Workshops;
import eu.urbact.infocus.registration.selfservice.WaitingTimes;

/** Deadlines of offers, and whether and until when the list offers seats. */
@ApplicationScoped
class TimesOfWaiting implements WaitingTimes {

    private final WaitingLists lists;
    private final WaitingEntries entries;
    private final SeatOffers offers;
    private final Workshops workshops;

    TimesOfWaiting(WaitingLists lists, WaitingEntries entries, SeatOffers offers, Workshops workshops) {
        this.lists = lists;
        this.entries = entries;
        this.offers = offers;
        this.workshops = workshops;
    }

    @Override
    public Optional<Instant> offerEndsAt(Application application) {
        return offers.open(application.id()).map(SeatOffer::expiresAt);
    }

    @Override
    public boolean wasOffered(Application application) {
        return offers.count("applicationId", application.id()) > 0;
    }

    @Override
    public boolean isSetAside(Application application) {
        return entries.isSetAside(application.id());
    }

    @Override
    public boolean isRunning(Application application) {
        return lists.of(application.callId()).settings().running();
    }

    @Override
    public Instant cutOffAt(Application application) {
        return OfferPolicy.cutOff(
                lists.of(application.callId()).settings(),
                workshops.findById(application.workshopId()).startsAt());
    }
}
