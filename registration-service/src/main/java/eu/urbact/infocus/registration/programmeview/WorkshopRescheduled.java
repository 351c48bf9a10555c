package eu.urbact.infocus.registration.programmeview;

import java.util.UUID;

/** A workshop takes place at another time or in another city than said before; observed in the same transaction. */
public record WorkshopRescheduled(UUID workshopId) {}
