package eu.urbact.infocus.registration.call;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

/** A call of which only the times matter, for tests of rules that are about them. */
public final class WrittenCall {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private WrittenCall() {}

    public static CallForParticipation draft(Instant opensAt, Instant closesAt) {
        return new CallForParticipation(
                new CallForParticipation.Draft(
                        UUID.randomUUID(),
                        "w",
                        "Frankfurt",
                        opensAt,
                        closesAt,
                        BERLIN,
                        50,
                        "All",
                        List.of(),
                        List.of(),
                        false,
                        null),
                opensAt.minusSeconds(1000));
    }

    public static CallForParticipation open(Instant opensAt, Instant closesAt) {
        CallForParticipation call = draft(opensAt, closesAt);
        call.open(opensAt);
        return call;
    }
}
