package eu.urbact.infocus.event.programme;

/**
 * Something that a rule has to say about a programme.
 *
 * @param field where, e.g. {@code days[1].items[3].end}
 * @param message what is wrong and how to put it right
 * @param severity whether the programme can be used like that
 */
public record Finding(String field, String message, Severity severity) {

    /** How bad it is. */
    public enum Severity {
        /** The programme cannot be used. */
        ERROR,
        /** Somebody should have a look. */
        WARNING
    }

    static Finding error(String field, String message) {
        return new Finding(field, message, Severity.ERROR);
    }

    static Finding warning(String field, String message) {
        return new Finding(field, message, Severity.WARNING);
    }
}
