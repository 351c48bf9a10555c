package eu.urbact.infocus.directory.reference;

import java.util.Optional;

/** What somebody typed into a search field, made fit for the database. */
public final class SearchWords {

    private SearchWords() {}

    /**
     * Reads a search field.
     *
     * @param typed as it came, or null
     * @return the text without control characters, which the database would not take; none when nothing is left
     */
    public static Optional<String> of(String typed) {
        return Optional.ofNullable(typed)
                .map(text -> text.replaceAll("\\p{Cntrl}", " ").strip())
                .filter(text -> !text.isEmpty());
    }
}
