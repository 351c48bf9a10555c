package eu.urbact.infocus.portal.calleditor;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import jakarta.ws.rs.core.MultivaluedMap;

import eu.urbact.infocus.portal.shell.EnteredTimes;
import eu.urbact.infocus.portal.shell.FormErrors;
import eu.urbact.infocus.portal.shell.services.CallPlan;

/**
 * Which earlier call is taken over, and what is different about the new one.
 *
 * @param source id of the earlier call
 */
public record CloneForm(String submission, String source, String opensAt, String closesAt, String zone) {

    static CloneForm blank(String zone) {
        return new CloneForm(UUID.randomUUID().toString(), "", "", "", zone);
    }

    static CloneForm of(MultivaluedMap<String, String> sent) {
        return new CloneForm(
                text(sent, "submission"),
                text(sent, "source"),
                text(sent, "opensAt"),
                text(sent, "closesAt"),
                text(sent, "zone"));
    }

    FormErrors check() {
        List<FormErrors.Entry> errors = new ArrayList<>();
        if (!source.matches("[0-9A-Za-z-]{1,64}")) {
            errors.add(new FormErrors.Entry("source", "Choose the call to take over."));
        }
        if (!isTime(opensAt)) {
            errors.add(new FormErrors.Entry("opensAt", "Enter day and time of the opening."));
        } else if (CallForm.isSkipped(opensAt, zone)) {
            errors.add(new FormErrors.Entry("opensAt", EnteredTimes.SKIPPED));
        }
        if (!isTime(closesAt)) {
            errors.add(new FormErrors.Entry("closesAt", "Enter day and time of the closing."));
        } else if (CallForm.isSkipped(closesAt, zone)) {
            errors.add(new FormErrors.Entry("closesAt", EnteredTimes.SKIPPED));
        }
        try {
            ZoneId.of(zone.strip());
        } catch (DateTimeException e) {
            errors.add(new FormErrors.Entry("zone", "Enter a time zone such as Europe/Berlin."));
        }
        return new FormErrors(errors);
    }

    private static boolean isTime(String text) {
        try {
            LocalDateTime.parse(text.strip());
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    /** Only after {@link #check} has found nothing. */
    CallPlan.Clone plan(String slug) {
        return new CallPlan.Clone(
                slug, CallForm.instant(opensAt, zone), CallForm.instant(closesAt, zone), zone.strip());
    }

    String idempotencyKey() {
        return UUID.nameUUIDFromBytes((submission + source + plan("")).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    private static String text(MultivaluedMap<String, String> sent, String field) {
        return Objects.requireNonNullElse(sent.getFirst(field), "");
    }
}
