package eu.urbact.infocus.registration.draft.rest;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import eu.urbact.infocus.chassis.problem.FieldError;
import eu.urbact.infocus.registration.draft.DraftEntries;

/**
 * A draft.
 *
 * @param acceptsApplications whether it could be sent at this moment
 * @param expiresAt when it is deleted unless it is saved again
 * @param errors what stands in the way of sending, also on pages that nobody has seen yet
 * @param tag names it as it is now, for {@code If-Match}; with quotes
 */
public record DraftResponse(
        UUID callId,
        String workshopSlug,
        boolean acceptsApplications,
        boolean sent,
        Instant savedAt,
        Instant expiresAt,
        DraftEntries entries,
        List<FieldError> errors,
        String tag) {}
