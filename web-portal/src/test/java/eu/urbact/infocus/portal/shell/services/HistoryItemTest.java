package eu.urbact.infocus.portal.shell.services;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class HistoryItemTest {

    @Test
    void whatWasBeforeStandsBeforeWhatCameAfter() {
        assertThat(changes(Map.of("after", "ADMITTED", "bucket", "OPEN", "before", "SUBMITTED")))
                .containsExactly("Before: SUBMITTED", "After: ADMITTED", "Bucket: OPEN");
        assertThat(changes(Map.of(
                        "limit", Map.of("after", 2, "before", 3), "capacity", Map.of("before", 10, "after", 12))))
                .containsExactly("Capacity: Before 10, After 12", "Limit: Before 3, After 2");
    }

    private static List<String> changes(Map<String, Object> details) {
        return new HistoryItem(Instant.EPOCH, "applicant", null, "changed", "call", "call-1", details).changes();
    }
}
