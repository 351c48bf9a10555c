package eu.urbact.infocus.registration.application;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What somebody types to find people. Each word counts by itself, so that a name is found whichever part of it comes first; a list on paper
 * has the family name first, with a comma.
 */
public final class SearchWords {

    private static final String BETWEEN_WORDS = "[\\s,;]+";
    private static final int FEWEST_LETTERS_OF_A_PART = 3;

    /** The signs that people type as apostrophes; the database's function {@code searchable} knows the same. */
    private static final String APOSTROPHES = "['`´‘’ʼ]";

    private SearchWords() {}

    /**
     * For each word, what stands in a LIKE with {@code !} as its escape character; one of its patterns must fit. A part of a word is found
     * wherever it stands, one of one or two letters only at the beginning of a word, because no index finds it in the middle. A word with
     * an apostrophe, however it is typed, is also looked for without it.
     *
     * @return nothing when the text says nothing
     */
    public static List<List<String>> of(String text) {
        return text == null
                ? List.of()
                : Stream.of(text.strip().split(BETWEEN_WORDS))
                        .filter(word -> !word.isEmpty())
                        .map(SearchWords::patterns)
                        .toList();
    }

    private static List<String> patterns(String word) {
        List<String> patterns = new ArrayList<>(patternsOf(word));
        String plain = word.replaceAll(APOSTROPHES, "");
        if (!plain.isEmpty() && !plain.equals(word)) {
            patterns.addAll(patternsOf(plain));
        }
        return patterns;
    }

    private static List<String> patternsOf(String word) {
        String escaped = word.replace("!", "!!").replace("%", "!%").replace("_", "!_");
        return letters(word) < FEWEST_LETTERS_OF_A_PART
                ? List.of(escaped + "%", "% " + escaped + "%")
                : List.of("%" + escaped + "%");
    }

    /** An accent that was typed by itself is no letter. */
    private static int letters(String word) {
        String composed = Normalizer.normalize(word, Normalizer.Form.NFKC);
        return composed.codePointCount(0, composed.length());
    }
}
