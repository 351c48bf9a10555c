package eu.urbact.infocus.registration.attendance;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

import eu.urbact.infocus.chassis.audit.AuditTrail;
import eu.urbact.infocus.chassis.outcome.Outcome;
import eu.urbact.infocus.chassis.outcome.Verdict;
import eu.urbact.infocus.chassis.problem.CommonProblem;
import eu.urbact.infocus.chassis.security.Caller;
import eu.urbact.infocus.registration.application.Application;
import eu.urbact.infocus.registration.application.Applications;
import eu.urbact.infocus.registration.problem.RegistrationProblem;

/** The desk lets somebody with a place in, or says that it was a mistake. Doing either twice is harmless. */
@ApplicationScoped
public class CheckInPerson {

    /**
     * Somebody is in.
     *
     * @param repeated whether they were in already; the first time counts
     */
    public record CheckedIn(CheckIn checkIn, Application application, boolean repeated) {}

    private final Applications applications;
    private final CheckIns checkIns;
    private final AuditTrail audit;
    private final Caller caller;
    private final Event<AttendanceFact> facts;
    private final Clock clock;

    CheckInPerson(
            Applications applications,
            CheckIns checkIns,
            AuditTrail audit,
            Caller caller,
            Event<AttendanceFact> facts,
            Clock clock) {
        this.applications = applications;
        this.checkIns = checkIns;
        this.audit = audit;
        this.caller = caller;
        this.facts = facts;
        this.clock = clock;
    }

    /** Lets the person in, whose application is one of the door's call. Refused without a place, for somebody who was forgotten, before the day and when all is settled. */
    @Transactional
    public Outcome<CheckedIn> checkIn(Doors.Day door, UUID applicationId) {
        if (door.write() instanceof Verdict.Refused refused) {
            return Outcome.refused(refused);
        }
        // shared: many desks at once, but nobody withdraws in between
        Application application = applications.toRelyOn(applicationId);
        if (application.isErased()) {
            return Outcome.refused(RegistrationProblem.PERSON_ERASED, "Record them as somebody who has not applied.");
        }
        Optional<CheckIn> before = checkIns.of(applicationId, door.date());
        if (before.isPresent()) {
            return Outcome.done(new CheckedIn(before.get(), application, true));
        }
        if (DoorPolicy.checkIn(application.state()) instanceof Verdict.Refused refused) {
            return Outcome.refused(refused);
        }
        Instant now = clock.instant();
        CheckIn checkIn = new CheckIn(application, door.date(), caller.actor(), now);
        if (!checkIns.addOnce(checkIn)) {
            // another desk was first; a third one may have undone it since
            return checkIns.of(applicationId, door.date())
                    .map(first -> Outcome.done(new CheckedIn(first, application, true)))
                    .orElseGet(() -> Outcome.refused(CommonProblem.CONFLICT, "Another desk has just undone it."));
        }
        audit.record(
                "attendance-recorded",
                "application",
                applicationId.toString(),
                Map.of("date", door.date().toString()));
        facts.fire(AttendanceFact.of(AttendanceFact.Kind.RECORDED, checkIn, now));
        return Outcome.done(new CheckedIn(checkIn, application, false));
    }

    /** Takes a check-in back. Refused for somebody who was forgotten: that they came goes on being counted. */
    @Transactional
    public Outcome<Boolean> undo(Doors.Day door, UUID applicationId) {
        if (door.write() instanceof Verdict.Refused refused) {
            return Outcome.refused(refused);
        }
        if (applications.toRelyOn(applicationId).isErased()) {
            return Outcome.refused(RegistrationProblem.PERSON_ERASED, "That somebody came is still counted.");
        }
        Optional<CheckIn> checkIn = checkIns.of(applicationId, door.date());
        if (checkIn.isEmpty() || !checkIns.remove(applicationId, door.date())) {
            return Outcome.done(false);
        }
        audit.record(
                "attendance-undone",
                "application",
                applicationId.toString(),
                Map.of("date", door.date().toString()));
        facts.fire(AttendanceFact.of(AttendanceFact.Kind.UNDONE, checkIn.get(), clock.instant()));
        return Outcome.done(true);
    }
}
