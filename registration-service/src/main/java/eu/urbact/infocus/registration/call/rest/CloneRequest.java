package eu.urbact.infocus.registration.call.rest;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import eu.urbact.infocus.chassis.problem.FieldError;
import eu.urbact.infocus.chassis.problem.Problems;

/**
 * What is different about the new call; all else is taken over.
 *
 * @param zone without it that of the earlier call
 */
public record CloneRequest(
        @NotBlank @Size(max = 100) @Pattern(regexp = "[a-z0-9]+(-[a-z0-9]+)*", message = "must be a workshop's slug")
        String workshopSlug,

        @NotNull OffsetDateTime opensAt,
        @NotNull OffsetDateTime closesAt,
        @Size(max = 60) String zone) {

    /** Checks what no single field can tell, and says in which zone the new call's times are told. */
    ZoneId zoneOr(ZoneId earlier) {
        List<FieldError> errors = new ArrayList<>();
        ZoneId zoneId = earlier;
        try {
            zoneId = zone == null || zone.isBlank() ? earlier : DraftCallRequest.region(zone);
        } catch (DateTimeException e) {
            errors.add(new FieldError("zone", "must be an IANA time zone such as Europe/Berlin"));
        }
        DraftCallRequest.checkWindow(opensAt, closesAt, errors);
        if (!errors.isEmpty()) {
            throw Problems.invalid(errors);
        }
        return zoneId;
    }
}
