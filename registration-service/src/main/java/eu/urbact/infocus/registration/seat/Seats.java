package eu.urbact.infocus.registration.seat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

import eu.urbact.infocus.chassis.outcome.Outcome;
import eu.urbact.infocus.registration.problem.RegistrationProblem;

/**
 * The only place where seats are taken, given back or resized.
 *
 * <p>A seat is taken by one conditional update: while another transaction holds the row this one waits, and then PostgreSQL asks
 * the condition again on the newest row, so that two people never get one seat. The table's CHECK says the same once more. All
 * methods run in the caller's transaction, together with the change of the application.
 */
@ApplicationScoped
public class Seats implements PanacheRepositoryBase<SeatBucket, SeatBucket.Key> {

    private static final String TAKE = """
            update seat_bucket set held = held + 1
            where call_id = :callId and code = :code and held + 1 <= seat_limit
            """;

    private static final String GIVE_BACK = """
            update seat_bucket set held = held - 1
            where call_id = :callId and code = :code and held > 0
            """;

    private static final String RESIZE = """
            update seat_bucket set seat_limit = :limit
            where call_id = :callId and code = :code and held <= :limit
            """;

    /** The call's buckets, in the order of their codes. */
    public List<SeatBucket> of(UUID callId) {
        return list("callId = ?1 order by code", callId);
    }

    public boolean has(UUID callId, BucketCode code) {
        return count("callId = ?1 and code = ?2", callId, code.value()) == 1;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void create(UUID callId, BucketCode code, String label, int limit, LocalDate handBackOn) {
        persist(new SeatBucket(callId, code, label, limit, handBackOn));
    }

    /** Takes a seat in the first of these buckets that has one free. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Outcome<BucketCode> takeFirstFree(UUID callId, List<BucketCode> inOrder) {
        for (BucketCode code : inOrder) {
            if (update(TAKE, callId, code) == 1) {
                return Outcome.done(code);
            }
        }
        return Outcome.refused(
                RegistrationProblem.BUCKET_FULL, "No seat is free among " + words(callId, inOrder) + ".");
    }

    /** Gives a seat back that was taken in this bucket. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void giveBack(UUID callId, BucketCode code) {
        if (update(GIVE_BACK, callId, code) != 1) {
            throw new IllegalStateException("a seat was given back that nobody held");
        }
    }

    /** Changes how many seats a bucket has; refused, with the numbers, below what is held or beyond the room. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Outcome<Integer> resize(UUID callId, int capacity, BucketCode code, int limit) {
        long others = getEntityManager()
                .createQuery(
                        "select coalesce(sum(b.limit), 0) from SeatBucket b where b.callId = :callId and b.code <> :code",
                        Long.class)
                .setParameter("callId", callId)
                .setParameter("code", code.value())
                .getSingleResult();
        if (others + limit > capacity) {
            return Outcome.refused(
                    RegistrationProblem.CAPACITY_EXCEEDED,
                    "The other buckets hold %d of the room's %d seats; at most %d are left."
                            .formatted(others, capacity, capacity - others));
        }
        int changed = getEntityManager()
                .createNativeQuery(RESIZE)
                .setParameter("callId", callId)
                .setParameter("code", code.value())
                .setParameter("limit", limit)
                .executeUpdate();
        if (changed == 1) {
            return Outcome.done(limit);
        }
        SeatBucket bucket = findById(new SeatBucket.Key(callId, code.value()));
        getEntityManager().refresh(bucket);
        int held = bucket.held();
        return Outcome.refused(
                RegistrationProblem.BUCKET_TOO_SMALL, "%d seats are held, so %d are too few.".formatted(held, limit));
    }

    /** Buckets as people call them: "the seats of Porto and the open seats". */
    private String words(UUID callId, List<BucketCode> codes) {
        Map<BucketCode, String> labels =
                of(callId).stream().collect(Collectors.toMap(SeatBucket::code, SeatBucket::label));
        return codes.stream()
                .map(code -> code.words(labels.getOrDefault(code, code.value())))
                .collect(Collectors.joining(" and "));
    }

    private int update(String sql, UUID callId, BucketCode code) {
        return getEntityManager()
                .createNativeQuery(sql)
                .setParameter("callId", callId)
                .setParameter("code", code.value())
                .executeUpdate();
    }
}
