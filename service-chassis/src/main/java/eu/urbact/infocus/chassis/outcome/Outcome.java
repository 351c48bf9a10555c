package eu.urbact.infocus.chassis.outcome;

import java.util.function.Function;

import eu.urbact.infocus.chassis.problem.ProblemType;

/**
 * What came of a use case: it is done, or it was refused for a stated reason. A refusal changes nothing.
 *
 * @param <T> what the caller gets when it is done
 */
public sealed interface Outcome<T> {

    /** It is done, and this is the result. */
    record Done<T>(T value) implements Outcome<T> {}

    /** It was refused. {@code detail} says why in words for the caller and holds no personal data. */
    record Refused<T>(ProblemType type, String detail) implements Outcome<T> {}

    static <T> Outcome<T> done(T value) {
        return new Done<>(value);
    }

    static <T> Outcome<T> refused(ProblemType type, String detail) {
        return new Refused<>(type, detail);
    }

    /** Hands a policy's refusal on as this use case's refusal. */
    static <T> Outcome<T> refused(Verdict.Refused verdict) {
        return new Refused<>(verdict.type(), verdict.detail());
    }

    default boolean isDone() {
        return this instanceof Done;
    }

    /** Translates the result; a refusal stays what it is. */
    default <U> Outcome<U> map(Function<? super T, ? extends U> translation) {
        if (this instanceof Done<T> done) {
            return done(translation.apply(done.value()));
        }
        Refused<T> refused = (Refused<T>) this;
        return refused(refused.type(), refused.detail());
    }
}
