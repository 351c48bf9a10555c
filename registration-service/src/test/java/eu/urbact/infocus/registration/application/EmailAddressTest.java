package eu.urbact.infocus.registration.application;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class EmailAddressTest {

    @Test
    void spellings_of_one_mailbox_have_one_key() {
        assertThat(new EmailAddress(" Ana@Example.ORG ").key()).isEqualTo(new EmailAddress("ana@example.org").key());
        assertThat(new EmailAddress("jose\u0301@example.org").key())
                .isEqualTo(new EmailAddress("josé@example.org").key());
    }

    @Test
    void what_came_with_the_pasting_is_taken_away() {
        assertThat(new EmailAddress("\u00A0\u200B ana@example.org\t\u202F\uFEFF\n").address())
                .isEqualTo("ana@example.org");
    }

    @Test
    void tags_and_dots_are_different_mailboxes() {
        assertThat(new EmailAddress("ana+x@example.org").key()).isNotEqualTo(new EmailAddress("ana@example.org").key());
        assertThat(new EmailAddress("a.na@example.org").key()).isNotEqualTo(new EmailAddress("ana@example.org").key());
    }
}
