package eu.urbact.infocus.registration.programmeview;

import java.util.UUID;

/**
 * A workshop was announced, for the first time or again; what it says may be what was said before. Observed in the same transaction, after
 * {@link WorkshopMoved}.
 *
 * @param moved whether it takes place at another time, in another house or in another city than said before
 */
public record WorkshopAnnounced(UUID workshopId, boolean moved) {}
