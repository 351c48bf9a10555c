package eu.urbact.infocus.portal.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What is saved now, where it differs from what stands in a form that came too late: whoever saves again has seen what they replace. It stands
 * beside the fields, as what is wrong with them does.
 */
public final class Meanwhile {

    private final List<FormErrors.Entry> entries = new ArrayList<>();

    /** A text or a number; an empty one is said to be empty. */
    public Meanwhile text(String field, String label, String entered, String saved) {
        return note(field, label, lines(entered), lines(saved), words(lines(saved)));
    }

    /** A text of which each line is one of a list. */
    public Meanwhile list(String field, String label, List<String> entered, List<String> saved) {
        return note(field, label, entered, saved, words(String.join(" / ", saved)));
    }

    /**
     * A choice, a day or a time, of which people read something else than what is sent.
     *
     * @param savedWords what they read of the one that is saved now
     */
    public Meanwhile choice(String field, String label, String entered, String saved, String savedWords) {
        return note(field, label, entered, saved, words(savedWords));
    }

    /** A box to tick. */
    public Meanwhile tick(String field, String label, boolean entered, boolean saved) {
        return note(field, label, entered, saved, (saved ? "ticked" : "not ticked") + " in what is saved now");
    }

    /** Something that is about no field. */
    public Meanwhile general(String message) {
        entries.add(new FormErrors.Entry("", message));
        return this;
    }

    private Meanwhile note(String field, String label, Object entered, Object saved, String words) {
        if (!Objects.equals(entered, saved)) {
            entries.add(new FormErrors.Entry(field, label + ": " + words));
        }
        return this;
    }

    private static String words(String saved) {
        return saved.isBlank() ? "is empty in what is saved now" : "saved now is “" + saved + "”";
    }

    /** Line ends differ between browsers and services. */
    private static String lines(String text) {
        return text.strip().lines().reduce((one, other) -> one + " / " + other).orElse("");
    }

    /** All of it, after what there is to say first. */
    public FormErrors after(FormErrors first) {
        List<FormErrors.Entry> all = new ArrayList<>(first.entries());
        all.addAll(entries);
        return new FormErrors(all);
    }
}
