package eu.urbact.infocus.event.programme;

import java.time.Instant;
import java.util.UUID;

/**
 * The fact that what everybody sees of a programme has changed by a release. It counts open items only: the other ones
 * leave no trace, and a release that changes only them is no such fact.
 *
 * @param workshopId whose programme it is
 * @param slug the workshop's name in addresses
 * @param releaseNumber from 1
 * @param releasedAt when
 * @param openItemCount how many items everybody may see
 */
public record ProgrammeReleased(
        UUID workshopId, String slug, int releaseNumber, Instant releasedAt, int openItemCount) {}
