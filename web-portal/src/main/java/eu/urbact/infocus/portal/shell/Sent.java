package eu.urbact.infocus.portal.shell;

import java.util.Objects;
import jakarta.ws.rs.core.MultivaluedMap;

/** Reads the fields of a form as a browser has sent them. */
public final class Sent {

    private Sent() {}

    /** A field letter by letter, so that it can be shown again; empty when it was not sent. */
    public static String text(MultivaluedMap<String, String> sent, String field) {
        return Objects.requireNonNullElse(sent.getFirst(field), "");
    }

    /** A field without the blanks around it; empty when it was not sent. */
    public static String stripped(MultivaluedMap<String, String> sent, String field) {
        return text(sent, field).strip();
    }

    /** A text for a service, which takes null for nothing. */
    public static String given(String text) {
        return text.isBlank() ? null : text;
    }
}
