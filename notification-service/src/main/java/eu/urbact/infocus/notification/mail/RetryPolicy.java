package eu.urbact.infocus.notification.mail;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * When a mail that was certainly not accepted is tried again: soon at first, then less and less often, and at some point not any more.
 */
final class RetryPolicy {

    private final List<Duration> ladder;
    private final int attemptsLimit;

    /**
     * Takes the figures.
     *
     * @param ladder waits after the first, second, ... attempt; the last one is repeated
     * @param attemptsLimit number of attempts after which a mail has failed
     */
    RetryPolicy(List<Duration> ladder, int attemptsLimit) {
        if (ladder.isEmpty()
                || ladder.stream().anyMatch(step -> step.isNegative() || step.isZero())
                || attemptsLimit < 1) {
            throw new IllegalArgumentException("The waits must be positive, and at least one attempt must be allowed.");
        }
        this.ladder = List.copyOf(ladder);
        this.attemptsLimit = attemptsLimit;
    }

    /**
     * The wait before the next attempt.
     *
     * @param attempts attempts made so far, at least one
     * @return empty when there is to be no further attempt
     */
    Optional<Duration> waitAfter(int attempts) {
        if (attempts >= attemptsLimit) {
            return Optional.empty();
        }
        return Optional.of(ladder.get(Math.min(attempts, ladder.size()) - 1));
    }
}
