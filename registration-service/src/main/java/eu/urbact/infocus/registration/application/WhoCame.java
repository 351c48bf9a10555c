package eu.urbact.infocus.registration.application;

import java.util.UUID;

import eu.urbact.infocus.registration.programmeview.Workshop;

/** Who was let in at the door, known by the feature that keeps it; an application only needs this of it. */
public interface WhoCame {

    /**
     * Whether the person has been checked in on a day of the workshop as it is announced now: who came before it was moved to other days has
     * not come to these.
     */
    boolean hasCome(UUID applicationId, Workshop workshop);

    /** Whether the person has been checked in on any day, whatever the days of the workshop are by now. */
    boolean hasEverCome(UUID applicationId);

    /** Whether the person was let in on any day without a place. */
    boolean hasWalkedIn(UUID applicationId);
}
