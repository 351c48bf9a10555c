package eu.urbact.infocus.portal.shell.security;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The cities in the claim {@code organization}. */
class VisitorsTest {

    private static final JsonMapper JSON = new JsonMapper();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"organization\":[\"porto\",\"bilbao\"]}",
                "{\"organization\":{\"porto\":{\"id\":\"5b0f\"},\"bilbao\":{}}}",
                "{\"organization\":[\"porto\",7,null,\"bilbao\",[\"ostrava\"],\"porto\"]}"
            })
    void bothFormsOfTheClaim(String claims) throws JsonProcessingException {
        assertThat(Visitors.cities(JSON.readTree(claims).path("organization"))).containsExactly("bilbao", "porto");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"organization\":null}",
                "{\"organization\":[]}",
                "{\"organization\":{}}",
                "{\"organization\":true}",
                "{\"organization\":\"porto\"}"
            })
    void nothingElseIsACity(String claims) throws JsonProcessingException {
        assertThat(Visitors.cities(JSON.readTree(claims).path("organization"))).isEmpty();
    }

    @Test
    void neverInALog() {
        assertThat(new Visitor("Ana", java.util.Set.of(), java.util.List.of(), "eyJ").toString())
                .doesNotContain("Ana", "eyJ");
    }
}
