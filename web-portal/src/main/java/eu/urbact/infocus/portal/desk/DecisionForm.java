package eu.urbact.infocus.portal.desk;

import java.util.Objects;
import jakarta.ws.rs.core.MultivaluedMap;

import eu.urbact.infocus.portal.shell.services.Decision;

/**
 * A decision as it was entered.
 *
 * @param version version of the application that the organiser had in front of them
 */
public record DecisionForm(String decision, String reasonCode, String note, String bucket, String version) {

    /** Nothing entered yet. */
    static final DecisionForm BLANK = new DecisionForm("", "", "", "", "");

    static DecisionForm of(MultivaluedMap<String, String> sent) {
        return new DecisionForm(
                text(sent, "decision"),
                text(sent, "reasonCode"),
                text(sent, "note"),
                text(sent, "bucket"),
                text(sent, "version"));
    }

    Decision toDecision() {
        return new Decision(given(decision), given(reasonCode), given(note), given(bucket));
    }

    /** As an entity tag for {@code If-Match}. */
    String etag() {
        return "\"v" + version.replaceAll("\\D", "") + "\"";
    }

    private static String text(MultivaluedMap<String, String> sent, String field) {
        return Objects.requireNonNullElse(sent.getFirst(field), "");
    }

    private static String given(String value) {
        return value.isBlank() ? null : value;
    }
}
