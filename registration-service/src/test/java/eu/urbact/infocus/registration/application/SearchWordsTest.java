package eu.urbact.infocus.registration.application;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SearchWordsTest {

    @Test
    void each_word_is_looked_for_by_itself() {
        assertThat(SearchWords.of(" Silva,  Ana;Porto ")).containsExactly(part("Silva"), part("Ana"), part("Porto"));
    }

    @Test
    void one_or_two_letters_are_looked_for_at_the_beginning_of_a_word() {
        assertThat(SearchWords.of("A Li")).containsExactly(List.of("A%", "% A%"), List.of("Li%", "% Li%"));
    }

    @Test
    void an_accent_typed_by_itself_is_no_letter() {
        assertThat(SearchWords.of("e\u0301a")).containsExactly(List.of("e\u0301a%", "% e\u0301a%"));
    }

    @Test
    void a_word_with_an_apostrophe_is_looked_for_without_it_too() {
        assertThat(SearchWords.of("O’Brien")).containsExactly(List.of("%O’Brien%", "%OBrien%"));
        assertThat(SearchWords.of("'")).containsExactly(List.of("'%", "% '%"));
    }

    @Test
    void what_means_something_in_a_pattern_is_looked_for_as_it_is() {
        assertThat(SearchWords.of("10%_!")).containsExactly(List.of("%10!%!_!!%"));
    }

    @Test
    void nothing_is_no_word() {
        assertThat(SearchWords.of(null)).isEmpty();
        assertThat(SearchWords.of(" , ")).isEmpty();
        assertThat(SearchWords.of(", Ana")).containsExactly(part("Ana"));
    }

    private static List<String> part(String word) {
        return List.of("%" + word + "%");
    }
}
