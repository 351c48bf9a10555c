package eu.urbact.infocus.registration.selfservice;

import java.time.Instant;
import java.util.Optional;

import eu.urbact.infocus.registration.application.Application;

/** Until when somebody on the waiting list has to answer or may hope, known by the feature that offers seats. */
public interface WaitingTimes {

    /** The first instant at which the offer that the person has to answer cannot be accepted any more. */
    Optional<Instant> offerEndsAt(Application application);

    /** Whether the person was offered a seat before, whatever became of it. */
    boolean wasOffered(Application application);

    /** Whether the person is offered another seat only if organisers put them first: an offer was declined or taken back. */
    boolean isSetAside(Application application);

    /** Whether seats of this call are offered by themselves at present. */
    boolean isRunning(Application application);

    /** The first instant at which nobody is offered a seat of this call any more. */
    Instant cutOffAt(Application application);
}
