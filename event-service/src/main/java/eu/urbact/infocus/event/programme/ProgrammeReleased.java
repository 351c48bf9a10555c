package eu.urbact.infocus.event.programme;

import java.time.Instant;
import java.util.UUID;

/**
 * The fact that a version of a programme became public. It counts open items only: the other ones leave no trace.
 *
 * @param workshopId whose programme it is
 * @param slug the workshop's name in addresses
 * @param releaseNumber from 1
 * @param releasedAt when
 * @param openItemCount how many items everybody may see
 */
public record ProgrammeReleased(
        UUID workshopId, String slug, int releaseNumber, Instant releasedAt, int openItemCount) {}
