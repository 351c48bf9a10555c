package eu.urbact.infocus.portal.shell.services;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

import eu.urbact.infocus.portal.shell.text.Times;

/** What a person has answered to a question of the call: the choices, the text, the day, or yes or no. */
public record GivenAnswer(String key, String label, String type, String moment, List<String> values) {

    /** Completes what a service left out. */
    public GivenAnswer {
        values = values == null ? List.of() : List.copyOf(values);
    }

    /** The answer in words. */
    public String words() {
        // choices may have commas
        return values.stream().map(value -> words(type, value)).collect(Collectors.joining("; "));
    }

    /**
     * One answer in words: a day as days are written, yes or no, or else as it was given.
     *
     * @param type of the question
     */
    public static String words(String type, String value) {
        return switch (Objects.requireNonNullElse(type, "")) {
            case "YES_NO" -> value.equals("yes") ? "Yes" : value.equals("no") ? "No" : value;
            case "DATE" -> day(value);
            default -> value;
        };
    }

    private static String day(String value) {
        try {
            return Times.written(LocalDate.parse(value));
        } catch (DateTimeParseException e) {
            return value;
        }
    }

    @Override
    public String toString() {
        return "GivenAnswer[" + key + "]";
    }
}
