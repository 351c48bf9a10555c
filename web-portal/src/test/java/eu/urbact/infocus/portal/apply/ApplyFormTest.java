package eu.urbact.infocus.portal.apply;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ApplyFormTest {

    @Test
    void whatIsRememberedOfAFormIsWeighedWithTheNamesOfItsFields() {
        MultivaluedMap<String, String> sent = new MultivaluedHashMap<>();
        sent.add("motivation", "Wood");
        sent.add("x".repeat(2_000), "");
        sent.add("answer-diet", "a");
        sent.add("answer-diet", "bc");

        // four letters and ten, none and 2,000, one and two and four; and a hundred for each field and each answer
        assertThat(ApplyForm.of(sent).length()).isEqualTo(14 + 2_000 + 7 + 5 * 100);
    }
}
