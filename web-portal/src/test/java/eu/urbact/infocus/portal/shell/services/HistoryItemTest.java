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
                .containsExactly("Before: submitted", "After: admitted", "Seats: open");
        assertThat(changes(Map.of(
                        "limit", Map.of("after", 2, "before", 3), "capacity", Map.of("before", 10, "after", 12))))
                .containsExactly("Capacity: Before 10, After 12", "Limit: Before 3, After 2");
    }

    @Test
    void codesAreWordsAndIdsAreLeftOut() {
        assertThat(changes(Map.of(
                        "hotel", "01a22a4f-0000-7000-8000-000000000001",
                        "hotelName", "Plain",
                        "country", "PT",
                        "profile", "CITY_PRACTITIONER",
                        "bucket", "CITY:porto")))
                .containsExactly("Country: PT", "Hotel: Plain", "Kind of work: city practitioner", "Seats: Porto");
        assertThat(done("photo-consent-told").what()).isEqualTo("Said whether pictures may be taken");
        assertThat(done("application-admitted").what()).isEqualTo("Application admitted");
        assertThat(done("application-answers-changed").what()).isEqualTo("Answers changed");
        assertThat(done("photo-consent-told").changes()).isEmpty();
    }

    private static HistoryItem done(String action) {
        return new HistoryItem(Instant.EPOCH, "applicant", null, action, "application", "a-1", Map.of());
    }

    private static List<String> changes(Map<String, Object> details) {
        return new HistoryItem(Instant.EPOCH, "applicant", null, "changed", "call", "call-1", details).changes();
    }
}
