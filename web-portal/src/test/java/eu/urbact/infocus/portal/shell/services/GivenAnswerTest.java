package eu.urbact.infocus.portal.shell.services;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class GivenAnswerTest {

    @Test
    void choicesWithCommasAreToldApart() {
        assertThat(answer("MULTI_CHOICE", "A", "B, with comma").words()).isEqualTo("A; B, with comma");
        assertThat(answer("YES_NO", "yes").words()).isEqualTo("Yes");
    }

    private static GivenAnswer answer(String type, String... values) {
        return new GivenAnswer("key", "Label", type, "APPLICATION", List.of(values));
    }
}
