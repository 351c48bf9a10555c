package eu.urbact.infocus.portal.shell;

import java.util.List;
import java.util.Objects;

/** What is wrong with a form: the summary on top and the message beside each field are made of the same list. */
public record FormErrors(List<Entry> entries) {

    /** Nothing is wrong. */
    public static final FormErrors NONE = new FormErrors(List.of());

    /** Something is wrong with the form as a whole. */
    public static FormErrors general(String message) {
        return new FormErrors(List.of(new Entry("", message)));
    }

    /** The name of a field that a service complains about, without the part of the request that it has found it in. */
    public static String field(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }

    /** Whether anything is wrong. */
    public boolean isPresent() {
        return !entries.isEmpty();
    }

    /** The message for a field, or null. */
    public String of(String field) {
        return entries.stream()
                .filter(entry -> Objects.equals(entry.field(), field))
                .map(Entry::message)
                .findFirst()
                .orElse(null);
    }

    /** The message for a field of a row, or null. */
    public String of(String row, String field) {
        return of(row + field);
    }

    /**
     * One message.
     *
     * @param field id of the field on the page; empty when it is about the whole form
     * @param message what to do about it
     */
    public record Entry(String field, String message) {}
}
