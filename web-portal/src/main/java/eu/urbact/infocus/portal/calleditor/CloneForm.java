package eu.urbact.infocus.portal.calleditor;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import jakarta.ws.rs.core.MultivaluedMap;

import eu.urbact.infocus.portal.shell.FormErrors;
import eu.urbact.infocus.portal.shell.services.CallPlan;

import static eu.urbact.infocus.portal.shell.Sent.text;

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
        CallTimes.check(opensAt, closesAt, zone, errors);
        CallTimes.checkZone(zone, errors);
        return new FormErrors(errors);
    }

    /** Only after {@link #check} has found nothing. */
    CallPlan.Clone plan(String slug) {
        return new CallPlan.Clone(
                slug, CallTimes.instant(opensAt, zone, ""), CallTimes.instant(closesAt, zone, ""), zone.strip());
    }

    String idempotencyKey() {
        return UUID.nameUUIDFromBytes((submission + source + plan("")).getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
