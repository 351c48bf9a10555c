package eu.urbact.infocus.registration.privacy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

import eu.urbact.infocus.registration.seat.BucketCode;

/**
 * A feature that keeps data about the person behind an application. Every feature with a table that says something about a person
 * has one bean of this kind; export, erasure and retention reach all of them, so that nobody has to remember which tables there are.
 */
public interface PersonalDataHolder {

    /** The name of this feature's part in a person's own data, in camel case, e.g. {@code attendance}. No two holders have the same. */
    String section();

    /** Each field that is kept here about a person, what for and how long. Shown to the person and in the privacy notice. */
    List<PersonalField> fields();

    /**
     * Everything that is kept here about the person, for themselves, as a record that is written as JSON. What others have noted
     * about the person belongs to it; who they are does not.
     *
     * @return empty when nothing is kept
     */
    Optional<?> export(UUID applicationId);

    /**
     * When those of the fields are erased that have a time of their own, by their names. What is not named here is erased when its
     * {@link Retention} says; what is named, at the earlier of the two.
     *
     * @param erasedAfter when something is erased that is kept for so long after the end of the person's workshop
     */
    default Map<String, Instant> ownTimes(UUID applicationId, Function<Duration, Instant> erasedAfter) {
        return Map.of();
    }

    /**
     * Locks what {@link #erase} will change, where that has to be locked after the application and before seats are given back. In the
     * same transaction.
     */
    default void lock(UUID applicationId) {}

    /**
     * In which buckets of the application's call {@link #eraseBeside} will give seats back. They are locked together with that of the person's
     * own seat, in the order in which everybody locks them.
     */
    default List<BucketCode> seatsGivenBack(UUID applicationId) {
        return List.of();
    }

    /**
     * Forgets the person, in the caller's transaction, which has locked the application's row and given back what the person held.
     * Whatever could tell who it was goes, free text included; what is only counted (city, profile, state, days) stays. Erasing
     * twice, or where nothing is kept, is harmless. The caller writes the audit entry.
     *
     * <p>What is kept under the same address and is no part of this application stays: it may be of somebody whose application should never
     * have been there, or of a live one.
     */
    void erase(UUID applicationId);

    /**
     * Forgets what is kept under the person's address beside their applications to this call: when the person wants to be forgotten, or their
     * time is over, and no live application of theirs stays. Before {@link #erase}, in the same transaction.
     */
    default void eraseBeside(UUID applicationId) {}

    /**
     * Forgets what the person has begun under their address in whatever call, when it is they who want to be forgotten and not only the time of
     * this application that is over, and no live application of theirs to this call stays. Before {@link #erase}, in the same transaction.
     */
    default void eraseBegun(UUID applicationId) {}

    /**
     * Clears the fields that are kept for this long, when their time has come before that of the whole person
     * ({@link Retention#EVIDENCE}, then everything is erased). A holder all of whose fields are kept to the end has nothing to do.
     *
     * @return whether anything was there to clear
     */
    default boolean clear(UUID applicationId, Retention due) {
        return false;
    }
}
