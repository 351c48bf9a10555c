package eu.urbact.infocus.registration.application;

import java.util.List;
import java.util.stream.Stream;

/**
 * What somebody types to find people. Each word counts by itself, so that a name is found whichever part of it comes first; a list on paper
 * has the family name first, with a comma.
 */
public final class SearchWords {

    private static final String BETWEEN_WORDS = "[\\s,;]+";

    private SearchWords() {}

    /** The words, to stand in a LIKE with {@code !} as its escape character; none when the text says nothing. */
    public static List<String> of(String text) {
        return text == null
                ? List.of()
                : Stream.of(text.strip().split(BETWEEN_WORDS))
                        .filter(word -> !word.isEmpty())
                        .map(word -> word.replace("!", "!!").replace("%", "!%").replace("_", "!_"))
                        .toList();
    }
}
