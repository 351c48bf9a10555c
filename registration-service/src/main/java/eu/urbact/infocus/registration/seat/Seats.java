package eu.urbact.infocus.registration.seat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

import eu.urbact.infocus.chassis.outcome.Outcome;
import eu.urbact.infocus.chassis.outcome.Verdict;
import eu.urbact.infocus.registration.problem.Counted;
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
            update seat_bucket
            set seat_limit = :limit, handed_back = case when seat_limit = :limit then handed_back else 0 end
            where call_id = :callId and code = :code and held <= :limit
            """;

    private static final String ADD = """
            insert into seat_bucket (call_id, code, label, seat_limit, held, hand_back_on)
            values (:callId, :code, :label, :limit, 0, :handBackOn)
            """;

    private static final String CHANGE = """
            update seat_bucket
            set label = :label, seat_limit = :limit, hand_back_on = :handBackOn,
                handed_back = case when seat_limit = :limit then handed_back else 0 end
            where call_id = :callId and code = :code and held <= :limit
            """;

    private static final String REMOVE = """
            delete from seat_bucket where call_id = :callId and code = :code and held = 0
            """;

    private static final String LOCK_BOTH = """
            select code from seat_bucket
            where call_id = :callId and code in (:from, :to) order by code for update
            """;

    private static final String LOCK = """
            select code from seat_bucket
            where call_id = :callId and code in (:codes) order by code for no key update
            """;

    private static final String SHRINK = """
            update seat_bucket set seat_limit = seat_limit - :seats, handed_back = handed_back + :seats
            where call_id = :callId and code = :code and held <= seat_limit - :seats
            """;

    private static final String GROW = """
            update seat_bucket set seat_limit = seat_limit + :seats
            where call_id = :callId and code = :code
            """;

    private final Event<SeatsFreed> freed;

    Seats(Event<SeatsFreed> freed) {
        this.freed = freed;
    }

    /** The call's buckets, in the order of their codes. */
    public List<SeatBucket> of(UUID callId) {
        return list("callId = ?1 order by code", callId);
    }

    /** The buckets of the call as they are now, also for whoever changes them next: what was read here is not what is read again. */
    public List<SeatBucket> now(UUID callId) {
        List<SeatBucket> buckets = of(callId);
        buckets.forEach(bucket -> {
            getEntityManager().refresh(bucket);
            getEntityManager().detach(bucket);
        });
        return buckets;
    }

    public boolean has(UUID callId, BucketCode code) {
        // not count(): it would be put together anew each time, and everybody who applies asks this
        return !getEntityManager()
                .createQuery("select 1 from SeatBucket where callId = :callId and code = :code", Integer.class)
                .setParameter("callId", callId)
                .setParameter("code", code.value())
                .getResultList()
                .isEmpty();
    }

    /** How many seats there are in a bucket that the call {@link #has}. */
    public int limit(UUID callId, BucketCode code) {
        // the value alone: a bucket that was read would not be read again after it has changed
        return getEntityManager()
                .createQuery(
                        "select b.limit from SeatBucket b where b.callId = :callId and b.code = :code", Integer.class)
                .setParameter("callId", callId)
                .setParameter("code", code.value())
                .getSingleResult();
    }

    /** How many seats are free now; 0 in a bucket that the call has not. */
    public int free(UUID callId, BucketCode code) {
        return getEntityManager()
                .createQuery(
                        "select b.limit - b.held from SeatBucket b where b.callId = :callId and b.code = :code",
                        Integer.class)
                .setParameter("callId", callId)
                .setParameter("code", code.value())
                .getResultStream()
                .findFirst()
                .orElse(0);
    }

    /** The days agreed for giving unused seats back, of the buckets that have one. */
    public Map<BucketCode, LocalDate> handBackDays(UUID callId) {
        // the values alone: a bucket that was read would not be read again after it has changed
        return getEntityManager()
                .createQuery(
                        "select b.code, b.handBackOn from SeatBucket b where b.callId = :callId and b.handBackOn is not null",
                        Object[].class)
                .setParameter("callId", callId)
                .getResultStream()
                .collect(Collectors.toMap(row -> new BucketCode((String) row[0]), row -> (LocalDate) row[1]));
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

    /** Locks these buckets in the order of their codes, for whoever changes one and needs another of them later in the same transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void lock(UUID callId, Collection<BucketCode> codes) {
        getEntityManager()
                .createNativeQuery(LOCK)
                .setParameter("callId", callId)
                .setParameter("codes", codes.stream().map(BucketCode::value).toList())
                .getResultList();
    }

    /** Gives a seat back that was taken in this bucket. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void giveBack(UUID callId, BucketCode code) {
        if (update(GIVE_BACK, callId, code) != 1) {
            throw new IllegalStateException("a seat was given back that nobody held");
        }
        freed.fire(new SeatsFreed(callId));
    }

    /**
     * Moves free seats to another bucket; the room stays as large as it is, and that the bucket had them is remembered. Refused, with the
     * number, when fewer are free.
     *
     * @param seats how many
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Outcome<Integer> move(UUID callId, BucketCode from, BucketCode to, int seats) {
        List<?> both = getEntityManager()
                .createNativeQuery(LOCK_BOTH)
                .setParameter("callId", callId)
                .setParameter("from", from.value())
                .setParameter("to", to.value())
                .getResultList();
        if (both.size() != 2) {
            return Outcome.refused(
                    RegistrationProblem.BUCKET_UNKNOWN, "This call has no such seats. See the list of its buckets.");
        }
        if (changeLimit(SHRINK, callId, from, seats) != 1) {
            return Outcome.refused(
                    RegistrationProblem.BUCKET_TOO_SMALL, "Fewer than %d seats are free.".formatted(seats));
        }
        changeLimit(GROW, callId, to, seats);
        freed.fire(new SeatsFreed(callId));
        return Outcome.done(seats);
    }

    private int changeLimit(String sql, UUID callId, BucketCode code, int seats) {
        return getEntityManager()
                .createNativeQuery(sql)
                .setParameter("callId", callId)
                .setParameter("code", code.value())
                .setParameter("seats", seats)
                .executeUpdate();
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
                    "The other groups of seats hold %d of the room's %d seats; at most %d are left."
                            .formatted(others, capacity, capacity - others));
        }
        int changed = getEntityManager()
                .createNativeQuery(RESIZE)
                .setParameter("callId", callId)
                .setParameter("code", code.value())
                .setParameter("limit", limit)
                .executeUpdate();
        if (changed == 1) {
            freed.fire(new SeatsFreed(callId));
            return Outcome.done(limit);
        }
        SeatBucket bucket = findById(new SeatBucket.Key(callId, code.value()));
        getEntityManager().refresh(bucket);
        int held = bucket.held();
        return Outcome.refused(
                RegistrationProblem.BUCKET_TOO_SMALL,
                Counted.of(held, "seat is", "seats are") + " held, so " + Counted.of(limit, "is", "are") + " too few.");
    }

    /**
     * Whether these can become all buckets of the call. Locks the buckets in the order of their codes, so that what it has seen is still
     * true when {@link #become} follows.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Verdict canBecome(UUID callId, int capacity, List<SeatPlan> plan) {
        int sum = plan.stream().mapToInt(SeatPlan::limit).sum();
        if (sum > capacity) {
            return Verdict.refused(
                    RegistrationProblem.CAPACITY_EXCEEDED,
                    "The groups of seats hold %d seats, the room %d.".formatted(sum, capacity));
        }
        Map<String, SeatPlan> planned =
                plan.stream().collect(Collectors.toMap(bucket -> bucket.code().value(), bucket -> bucket));
        for (Row row : locked(callId)) {
            SeatPlan wanted = planned.get(row.code());
            if (row.held() > (wanted == null ? 0 : wanted.limit())) {
                String words = "%d of %s %s held, so %s."
                        .formatted(
                                row.held(),
                                new BucketCode(row.code()).words(row.label()),
                                row.held() == 1 ? "is" : "are",
                                wanted == null
                                        ? "they cannot be taken away"
                                        : Counted.of(wanted.limit(), "is", "are") + " too few");
                return Verdict.refused(RegistrationProblem.BUCKET_TOO_SMALL, words);
            }
        }
        return Verdict.allowed();
    }

    /**
     * Makes these the buckets of the call, which {@link #canBecome} has allowed in the same transaction.
     *
     * @return what has become of the sizes and of the days agreed for giving seats back, e.g. {@code CITY:porto 3 to 2}; for the audit trail
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<String> become(UUID callId, List<SeatPlan> plan) {
        Map<String, Row> before = locked(callId).stream().collect(Collectors.toMap(Row::code, row -> row));
        List<String> changes = new ArrayList<>();
        List<SeatPlan> inOrder = plan.stream()
                .sorted(Comparator.comparing(bucket -> bucket.code().value()))
                .toList();
        for (SeatPlan bucket : inOrder) {
            Row row = before.remove(bucket.code().value());
            int was = row == null ? 0 : row.limit();
            getEntityManager()
                    .createNativeQuery(row == null ? ADD : CHANGE)
                    .setParameter("callId", callId)
                    .setParameter("code", bucket.code().value())
                    .setParameter("label", bucket.label())
                    .setParameter("limit", bucket.limit())
                    .setParameter("handBackOn", bucket.handBackOn())
                    .executeUpdate();
            if (was != bucket.limit() || row == null) {
                changes.add(bucket.code().value() + " " + was + " to " + bucket.limit());
            }
            LocalDate agreed = row == null ? null : row.handBackOn();
            if (!Objects.equals(agreed, bucket.handBackOn())) {
                changes.add(bucket.code().value() + " given back on " + Objects.requireNonNullElse(agreed, "no day")
                        + " to " + Objects.requireNonNullElse(bucket.handBackOn(), "no day"));
            }
        }
        before.values().stream().sorted(Comparator.comparing(Row::code)).forEach(row -> {
            update(REMOVE, callId, new BucketCode(row.code()));
            changes.add(row.code() + " " + row.limit() + " to none");
        });
        freed.fire(new SeatsFreed(callId));
        return changes;
    }

    private List<Row> locked(UUID callId) {
        List<?> rows = getEntityManager()
                .createNativeQuery(
                        "select code, label, seat_limit, held, cast(hand_back_on as text) from seat_bucket where call_id = :callId"
                                + " order by code for update")
                .setParameter("callId", callId)
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new Row(
                        (String) row[0],
                        (String) row[1],
                        (Integer) row[2],
                        (Integer) row[3],
                        row[4] == null ? null : LocalDate.parse((String) row[4])))
                .toList();
    }

    private record Row(String code, String label, int limit, int held, LocalDate handBackOn) {}

    /** Buckets as people call them: "the seats of Porto and the open seats". */
    private String words(UUID callId, List<BucketCode> codes) {
        // cities alone are called by their label, so that who finds the open seats taken costs no further question
        Map<BucketCode, String> labels =
                codes.stream().noneMatch(code -> code.cityId().isPresent())
                        ? Map.of()
                        : of(callId).stream().collect(Collectors.toMap(SeatBucket::code, SeatBucket::label));
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
