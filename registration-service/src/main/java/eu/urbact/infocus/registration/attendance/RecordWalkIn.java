package eu.urbact.infocus.registration.attendance;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

import eu.urbact.infocus.chassis.audit.AuditTrail;
import eu.urbact.infocus.chassis.outcome.Outcome;
import eu.urbact.infocus.chassis.outcome.Verdict;
import eu.urbact.infocus.chassis.security.Caller;
import eu.urbact.infocus.registration.application.Application;
import eu.urbact.infocus.registration.application.Applications;
import eu.urbact.infocus.registration.problem.RegistrationProblem;

/** The desk lets somebody in who has no place. No seat is taken: the room's fullness is told, and the people at the door decide. */
@ApplicationScoped
public class RecordWalkIn {

    /**
     * Somebody without a place is in.
     *
     * @param present how many are in the room with them
     * @param repeated whether they were in already
     */
    public record WalkedIn(WalkIn walkIn, long present, boolean repeated) {}

    private final Applications applications;
    private final WalkIns walkIns;
    private final CheckIns checkIns;
    private final CheckInPerson checkInPerson;
    private final DoorSettings settings;
    private final Doors doors;
    private final AuditTrail audit;
    private final Caller caller;
    private final Event<AttendanceFact> facts;
    private final Clock clock;

    RecordWalkIn(
            Applications applications,
            WalkIns walkIns,
            CheckIns checkIns,
            CheckInPerson checkInPerson,
            DoorSettings settings,
            Doors doors,
            AuditTrail audit,
            Caller caller,
            Event<AttendanceFact> facts,
            Clock clock) {
        this.applications = applications;
        this.walkIns = walkIns;
        this.checkIns = checkIns;
        this.checkInPerson = checkInPerson;
        this.settings = settings;
        this.doors = doors;
        this.audit = audit;
        this.caller = caller;
        this.facts = facts;
        this.clock = clock;
    }

    /**
     * Lets the guest in. Refused for somebody with a place, in a full room when the organisers say so, and for the name of somebody who has
     * applied: recorded without their application they would be counted twice, and forgetting the application would not reach them. So it
     * is for the name and organisation of somebody who has walked in on this day already: most likely another desk was quicker. Whoever has
     * applied more than once is one person: recorded by the application that is live, if one is, and once a day.
     *
     * @param somebodyElse whether the desk knows that somebody of this name has applied or walked in, and that it is another person
     */
    @Transactional
    public Outcome<WalkedIn> record(Doors.Day door, WalkIn.Guest guest, boolean somebodyElse) {
        if (door.write() instanceof Verdict.Refused refused) {
            return Outcome.refused(refused);
        }
        // one desk after the other: each is to see whom the others have let in
        DoorSetting setting = settings.locked(door.call().id());
        if (guest.applicationId() != null) {
            // exclusive: the same person at two desks is one walk-in
            Application application = applications.toChange(guest.applicationId());
            if (application.isErased()) {
                return Outcome.refused(
                        RegistrationProblem.PERSON_ERASED, "Record them as somebody who has not applied.");
            }
            Verdict comes = DoorPolicy.walkIn(
                    application.state(), applications.liveOther(application).map(Application::state));
            if (comes instanceof Verdict.Refused refused) {
                return Outcome.refused(refused);
            }
            Optional<WalkIn> before = walkIns.ofPerson(guest.applicationId()).stream()
                    .filter(walkIn -> walkIn.day().equals(door.date()))
                    .findFirst();
            if (before.isPresent()) {
                return Outcome.done(new WalkedIn(before.get(), doors.count(door).present(), true));
            }
        } else if (!somebodyElse) {
            Verdict known = DoorPolicy.walkIn(
                    checkIns.named(door.call().id(), door.date(), guest),
                    checkIns.walkedIn(door.call().id(), door.date(), guest),
                    door.workshop().zone());
            if (known instanceof Verdict.Refused refused) {
                return Outcome.refused(refused);
            }
        }
        long present = doors.count(door).present();
        if (DoorPolicy.walkIn(present, door.call().capacity(), setting.refuseWalkInsWhenFull())
                instanceof Verdict.Refused refused) {
            return Outcome.refused(refused);
        }
        Instant now = clock.instant();
        WalkIn walkIn = new WalkIn(door.call().id(), door.workshop().id(), door.date(), guest, caller.actor(), now);
        walkIns.persistAndFlush(walkIn);
        Map<String, Object> details = details(walkIn);
        details.put("present", present + 1);
        audit.record("walk-in-recorded", "walk-in", walkIn.id().toString(), details);
        facts.fire(AttendanceFact.of(AttendanceFact.Kind.RECORDED, walkIn, now));
        return Outcome.done(new WalkedIn(walkIn, present + 1, false));
    }

    /**
     * Takes it back, also when it has become a check-in since; doing it twice is harmless. Refused for somebody who was forgotten: that they
     * came goes on being counted.
     */
    @Transactional
    public Outcome<Boolean> undo(Doors.Day door, UUID walkInId) {
        if (door.write() instanceof Verdict.Refused refused) {
            return Outcome.refused(refused);
        }
        Optional<WalkIn> found = walkIns.toUndo(door.call().id(), door.date(), walkInId);
        if (found.filter(WalkIn::isErased).isPresent()) {
            return Outcome.refused(RegistrationProblem.PERSON_ERASED, "That somebody came is still counted.");
        }
        if (found.isEmpty()) {
            return checkIns.became(door.call().id(), door.date(), walkInId)
                    .map(checkIn -> checkInPerson.undo(door, checkIn.applicationId()))
                    .orElseGet(() -> Outcome.done(false));
        }
        if (walkIns.delete("id", walkInId) == 0) {
            return Outcome.done(false);
        }
        audit.record("walk-in-undone", "walk-in", walkInId.toString(), details(found.get()));
        facts.fire(AttendanceFact.of(AttendanceFact.Kind.UNDONE, found.get(), clock.instant()));
        return Outcome.done(true);
    }

    /** With the application, where there is one: by it the history of the person finds the entry. */
    private static Map<String, Object> details(WalkIn walkIn) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("date", walkIn.day().toString());
        if (walkIn.applicationId() != null) {
            details.put("applicationId", walkIn.applicationId());
        }
        return details;
    }
}
