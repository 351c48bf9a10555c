package eu.urbact.infocus.portal.shell.services;

import java.util.List;

/** What a person has answered to a question of the call: the choices, the text, the day, or yes or no. */
public record GivenAnswer(String key, String label, String type, String moment, List<String> values) {

    /** Completes what a service left out. */
    public GivenAnswer {
        values = values == null ? List.of() : List.copyOf(values);
    }

    /** The answer in words. */
    public String words() {
        // choices may have commas
        String joined = String.join("; ", values);
        if (!"YES_NO".equals(type)) {
            return joined;
        }
        return joined.equals("yes") ? "Yes" : joined.equals("no") ? "No" : joined;
    }

    @Override
    public String toString() {
        return "GivenAnswer[" + key + "]";
    }
}
