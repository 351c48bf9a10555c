package eu.urbact.infocus.registration.staging;

import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import eu.urbact.infocus.registration.application.Decision;
import eu.urbact.infocus.registration.application.ReasonCode;
import eu.urbact.infocus.registration.seat.BucketCode;

import static org.assertj.core.api.Assertions.assertThat;

/** What organisers have seen and mean. */
class SeenTest {

    private static final UUID STEP = UUID.fromString("0190b5d4-0000-7000-8000-00000000000a");

    @Test
    void what_was_seen_is_told_by_a_tag_and_read_from_it() {
        assertThat(new Seen(7, null).tag()).isEqualTo("\"v7\"");
        assertThat(new Seen(7, STEP).tag()).isEqualTo("\"v7." + STEP + "\"");
        assertThat(Seen.parse("\"v7\"")).contains(new Seen(7, null));
        assertThat(Seen.parse(" v7." + STEP + " ")).contains(new Seen(7, STEP));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "*", "7", "v", "v1234567890123456789", "v7.x", "W/\"v7\"", "\"v7\", \"v8\""})
    void another_tag_says_nothing(String tag) {
        assertThat(Seen.parse(tag)).isEmpty();
    }

    @Test
    void what_belongs_to_another_decision_is_not_meant() {
        assertThat(Intent.of(Decision.ADMIT, ReasonCode.LATE, " Welcome ", "OPEN"))
                .isEqualTo(new Intent(Decision.ADMIT, null, "Welcome", BucketCode.OPEN, false));
        assertThat(Intent.of(Decision.DECLINE, ReasonCode.LATE, " ", "OPEN"))
                .isEqualTo(new Intent(Decision.DECLINE, ReasonCode.LATE, null, null, false));
        assertThat(Intent.of(Decision.ADMIT, null, null, null))
                .isEqualTo(new Intent(Decision.ADMIT, null, null, null, false));
    }
}
