package eu.urbact.infocus.portal.shell.services;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;

import org.jboss.logging.Logger;

/**
 * What came of asking a service. A page is made of blocks, and each block deals with its own answer, so that one service that is down costs
 * one block and not the page.
 *
 * @param <T> what was asked for
 */
public sealed interface Answer<T> {

    /** The service answered. */
    record Found<T>(T value) implements Answer<T> {}

    /** There is no such thing, or none that this visitor may know of. */
    record Missing<T>() implements Answer<T> {}

    /** The service said no, and why. */
    record Refused<T>(Problem problem) implements Answer<T> {}

    /** The service could not be reached, was too slow, or failed. */
    record Down<T>() implements Answer<T> {}

    /**
     * Asks a service. Never throws for what the service does or fails to do.
     *
     * @param service its name, for the log
     */
    static <T> Answer<T> to(String service, Supplier<T> question) {
        try {
            T value = question.get();
            return value == null ? new Missing<>() : new Found<>(value);
        } catch (ServiceRefusal refusal) {
            int status = refusal.problem().status();
            if (status == 404) {
                return new Missing<>();
            }
            if (status >= 500) {
                Log.LOG.warnf("%s failed with status %d", service, status);
                return new Down<>();
            }
            return new Refused<>(refusal.problem());
        } catch (ProcessingException | WebApplicationException e) {
            // never the message: it may quote the address, and with it what somebody has searched for
            Log.LOG.warnf("%s did not answer: %s", service, kind(e));
            return new Down<>();
        }
    }

    /** Whether the service answered. */
    default boolean isFound() {
        return this instanceof Found;
    }

    /** Whether the service could not be asked. */
    default boolean isDown() {
        return this instanceof Down;
    }

    /** Whether it was refused because what it is about has been changed since it was looked at. */
    default boolean isStale() {
        return this instanceof Refused<T> refused && refused.problem().status() == 412;
    }

    /** Whether there is no such thing. */
    default boolean isMissing() {
        return this instanceof Missing;
    }

    /** Whether there is no such thing, or no more: one that was taken out of the directory is refused with a reason. */
    default boolean isGone() {
        return isMissing() || this instanceof Refused;
    }

    /** Why the service said no, in a sentence for people; empty when it did not, or gave none. */
    default String reason() {
        return this instanceof Refused<T> refused ? refused.problem().sentence() : "";
    }

    /** The answer; only after {@link #isFound()}. */
    default T value() {
        if (this instanceof Found<T> found) {
            return found.value();
        }
        throw new IllegalStateException("Asked for a value that was not found");
    }

    /** The answer, or {@code other} when there is none. */
    default T or(T other) {
        return this instanceof Found<T> found ? found.value() : other;
    }

    /** The same answer about something made of it. */
    default <U> Answer<U> map(Function<T, U> change) {
        if (this instanceof Found<T> found) {
            return new Found<>(change.apply(found.value()));
        }
        if (this instanceof Refused<T> refused) {
            return new Refused<>(refused.problem());
        }
        return isMissing() ? new Missing<>() : new Down<>();
    }

    /**
     * The answer, for a page that is about nothing else.
     *
     * @throws NotFoundException when there is no such thing
     * @throws ForbiddenException when the visitor may not see it
     * @throws ServiceDownException when the service could not be asked
     * @throws RefusedException for any other refusal
     */
    default T orThrow() {
        if (this instanceof Found<T> found) {
            return found.value();
        }
        if (this instanceof Refused<T> refused) {
            throw refused(refused.problem());
        }
        throw isMissing() ? new NotFoundException() : new ServiceDownException();
    }

    /**
     * The refusal that the visitor is told about beside the form; nothing when it is done.
     *
     * @throws RuntimeException as {@link #orThrow()} for what is a page of its own: a lost session, an outage, something missing
     */
    default Optional<Problem> refusal() {
        if (this instanceof Refused<T> refused
                && refused.problem().status() != 401
                && refused.problem().status() != 403) {
            return Optional.of(refused.problem());
        }
        Objects.requireNonNull(orThrow());
        return Optional.empty();
    }

    /** Class of the failure and of what caused it. */
    private static String kind(Throwable failure) {
        String name = failure.getClass().getSimpleName();
        return failure.getCause() == null
                ? name
                : name + " because of " + failure.getCause().getClass().getSimpleName();
    }

    private static RuntimeException refused(Problem problem) {
        return problem.status() == 401 || problem.status() == 403
                ? new ForbiddenException()
                : new RefusedException(problem);
    }

    /** Holder, because an interface has no private constants. */
    final class Log {
        private static final Logger LOG = Logger.getLogger(Answer.class);

        private Log() {}
    }
}
