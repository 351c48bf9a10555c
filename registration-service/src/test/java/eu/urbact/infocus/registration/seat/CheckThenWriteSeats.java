package eu.urbact.infocus.registration.seat;

import java.util.List;
import java.util.UUID;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Vetoed;

import eu.urbact.infocus.chassis.outcome.Outcome;
import eu.urbact.infocus.registration.problem.RegistrationProblem;

/** How seats are lost: looks whether one is free, and writes afterwards. For tests that have to notice it. */
@Vetoed
class CheckThenWriteSeats extends Seats {

    /** How the wrong count is written. */
    enum Write {
        /** What was read, plus one: of two at once one is forgotten. */
        READ_PLUS_ONE("update seat_bucket set held = :held + 1 where call_id = :callId and code = :code"),
        /** One more, whatever is there by now: only the table's CHECK stands in the way. */
        ONE_MORE(
                "update seat_bucket set held = held + 1 where call_id = :callId and code = :code and :held is not null");

        private final String sql;

        Write(String sql) {
            this.sql = sql;
        }
    }

    private final Write write;

    CheckThenWriteSeats(Write write, Event<SeatsFreed> freed) {
        super(freed);
        this.write = write;
    }

    @Override
    public Outcome<BucketCode> takeFirstFree(UUID callId, List<BucketCode> inOrder) {
        for (BucketCode code : inOrder) {
            List<?> rows = getEntityManager()
                    .createNativeQuery(
                            "select held, seat_limit from seat_bucket where call_id = :callId and code = :code")
                    .setParameter("callId", callId)
                    .setParameter("code", code.value())
                    .getResultList();
            if (rows.isEmpty()) {
                continue;
            }
            Object[] counted = (Object[]) rows.get(0);
            int held = ((Number) counted[0]).intValue();
            if (held < ((Number) counted[1]).intValue()) {
                getEntityManager()
                        .createNativeQuery(write.sql)
                        .setParameter("callId", callId)
                        .setParameter("code", code.value())
                        .setParameter("held", held)
                        .executeUpdate();
                return Outcome.done(code);
            }
        }
        return Outcome.refused(RegistrationProblem.BUCKET_FULL, "No seat is free.");
    }
}
