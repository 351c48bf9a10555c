package eu.urbact.infocus.chassis.audit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ChangesTest {

    @Test
    void only_what_differs_is_told_with_both_values() {
        Map<String, Object> before = new HashMap<>(Map.of("limit", 3, "title", "Bus", "offered", List.of("Meals")));
        Map<String, Object> after = new HashMap<>(Map.of("limit", 4, "title", "Bus", "place", "Gate 1"));
        before.put("place", null);
        after.put("offered", null);
        assertThat(Changes.between(before, after))
                .containsOnly(
                        Map.entry("limit", new Changes.Change(3, 4)),
                        Map.entry("place", new Changes.Change(null, "Gate 1")),
                        Map.entry("offered", new Changes.Change(List.of("Meals"), null)));
        after.remove("offered");
        assertThat(Changes.between(before, after))
                .containsEntry("offered", new Changes.Change(List.of("Meals"), null))
                .hasSize(3);
        assertThat(Changes.between(before, before)).isEmpty();
    }
}
