package eu.urbact.infocus.registration.application;

import java.util.UUID;

/** Who was let in at the door, known by the feature that keeps it; an application only needs this of it. */
public interface WhoCame {

    /** Whether the person has been checked in on any day. */
    boolean hasCome(UUID applicationId);

    /** Whether the person was let in on any day without a place. */
    boolean hasWalkedIn(UUID applicationId);
}
