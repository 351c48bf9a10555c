package eu.urbact.infocus.registration.staging;

import java.time.Instant;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import eu.urbact.infocus.registration.application.Decision;

import static org.assertj.core.api.Assertions.assertThat;

class DecisionReleaseTest {

    @Test
    void what_does_not_hold_is_still_staged() {
        Instant now = Instant.parse("2016-10-10T08:00:00Z");
        DecisionRelease release = new DecisionRelease(UUID.randomUUID(), "organiser", 10, now);
        release.count(Decision.ADMIT, now);
        release.count(Decision.ADMIT, now);
        release.count(Decision.ADMIT, now);
        release.count(Decision.WAITLIST, now);
        release.count(Decision.WAITLIST, now);
        release.count(Decision.DECLINE, now);
        release.finish(now);
        assertThat(release.admitted()).isEqualTo(3);
        assertThat(release.waitlisted()).isEqualTo(2);
        assertThat(release.declined()).isEqualTo(1);
        assertThat(release.kept()).isEqualTo(4);
    }
}
