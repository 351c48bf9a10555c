package eu.urbact.infocus.portal.apply;

import java.time.Duration;
import java.util.function.Supplier;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;

import eu.urbact.infocus.portal.shell.services.Answer;
import eu.urbact.infocus.portal.shell.services.Problem;
import eu.urbact.infocus.portal.shell.services.Receipt;

/**
 * The second click of a double click reaches registration-service while it still works on the first, which it says with
 * {@code idempotency-key-in-use}. The same question a little later gets the answer of the first, so both clicks end on the same page.
 */
final class Patience {

    /** Together with the first attempt at most about five seconds, a little longer than the first request can take. */
    private static final int REPETITIONS = 5;

    private static final Duration FIRST_PAUSE = Duration.ofMillis(150);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    private Patience() {}

    /** Asks, and asks again with growing pauses as long as the same request is being worked on. Blocks. */
    static Answer<Receipt> ask(Supplier<Answer<Receipt>> question) {
        return Uni.createFrom()
                .item(question)
                // repetitions would otherwise come from a thread that must not block
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .invoke(answer -> {
                    if (answer instanceof Answer.Refused<Receipt> refused && isStillRunning(refused.problem())) {
                        throw new StillRunningException(refused);
                    }
                })
                .onFailure(StillRunningException.class)
                .retry()
                .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                .withJitter(0.2)
                .atMost(REPETITIONS)
                .onFailure(failure -> lastAnswer(failure) != null)
                .recoverWithItem(Patience::lastAnswer)
                .await()
                .indefinitely();
    }

    static boolean isStillRunning(Problem problem) {
        return problem.status() == 409 && problem.code().equals("idempotency-key-in-use");
    }

    /** Mutiny wraps the last failure when it gives up. */
    private static Answer<Receipt> lastAnswer(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StillRunningException running) {
                return running.answer;
            }
        }
        return null;
    }

    private static final class StillRunningException extends RuntimeException {

        @java.io.Serial
        private static final long serialVersionUID = 1L;

        private final transient Answer<Receipt> answer;

        StillRunningException(Answer<Receipt> answer) {
            super("still running", null, false, false);
            this.answer = answer;
        }
    }
}
