package eu.urbact.infocus.notification.mail;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class RetryPolicyTest {

    private final RetryPolicy policy = new RetryPolicy(List.of(Duration.ofSeconds(1), Duration.ofSeconds(30)), 4);

    @Test
    void theWaitsGrowAndTheLastOneRepeatsUntilTheLimit() {
        assertThat(policy.waitAfter(1)).contains(Duration.ofSeconds(1));
        assertThat(policy.waitAfter(2)).contains(Duration.ofSeconds(30));
        assertThat(policy.waitAfter(3)).contains(Duration.ofSeconds(30));
        assertThat(policy.waitAfter(4)).isEmpty();
        assertThat(policy.waitAfter(5)).isEmpty();
    }

    @Test
    void figuresThatWouldHammerTheServerAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new RetryPolicy(List.of(), 3));
        assertThatIllegalArgumentException().isThrownBy(() -> new RetryPolicy(List.of(Duration.ZERO), 3));
        assertThatIllegalArgumentException().isThrownBy(() -> new RetryPolicy(List.of(Duration.ofSeconds(1)), 0));
    }
}
