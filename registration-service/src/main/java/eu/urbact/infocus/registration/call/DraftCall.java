package eu.urbact.infocus.registration.call;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import eu.urbact.infocus.chassis.audit.AuditTrail;
import eu.urbact.infocus.chassis.outcome.Outcome;
import eu.urbact.infocus.chassis.outcome.Verdict;
import eu.urbact.infocus.registration.problem.RegistrationProblem;
import eu.urbact.infocus.registration.programmeview.Workshop;
import eu.urbact.infocus.registration.programmeview.Workshops;
import eu.urbact.infocus.registration.seat.SeatPlan;
import eu.urbact.infocus.registration.seat.Seats;

/** Writes a call down, with its seat buckets, not yet public. */
@ApplicationScoped
public class DraftCall {

    /**
     * What the call says.
     *
     * @param skipModerationForDelegations whether a city's nominations for its own seats need no decision of the organisers
     * @param questions what is asked beyond what every applicant is asked; null when nothing is said about it
     * @param decidesBy by when organisers mean to have decided; null for no day
     */
    public record Command(
            String workshopSlug,
            Instant opensAt,
            Instant closesAt,
            ZoneId zone,
            int capacity,
            String eligibility,
            List<String> offered,
            List<String> notOffered,
            boolean skipModerationForDelegations,
            List<SeatPlan> seats,
            List<CallQuestion> questions,
            LocalDate decidesBy) {}

    private final Calls calls;
    private final Seats seats;
    private final Workshops workshops;
    private final CallQuestions questions;
    private final PeopleOfCall people;
    private final AuditTrail audit;
    private final Clock clock;

    DraftCall(
            Calls calls,
            Seats seats,
            Workshops workshops,
            CallQuestions questions,
            PeopleOfCall people,
            AuditTrail audit,
            Clock clock) {
        this.calls = calls;
        this.seats = seats;
        this.workshops = workshops;
        this.questions = questions;
        this.people = people;
        this.audit = audit;
        this.clock = clock;
    }

    /** Refused for a workshop that is unknown or has a call, or an earlier one with people in it, and when the buckets hold more seats than the room. */
    @Transactional
    public Outcome<UUID> draft(Command command) {
        Optional<Workshop> workshop = workshops.bySlugToRelyOn(command.workshopSlug());
        if (workshop.isEmpty()) {
            return Outcome.refused(
                    RegistrationProblem.WORKSHOP_UNKNOWN,
                    "This workshop is not known here. Announce it in the event service first; it can take a moment to arrive.");
        }
        if (calls.hasLive(workshop.get().id())) {
            return Outcome.refused(
                    RegistrationProblem.CALL_EXISTS,
                    "This workshop has a call already. Change that one, or archive it first.");
        }
        for (UUID earlier : calls.ofWorkshop(workshop.get().id())) {
            if (ArchivingPolicy.draftAfter(people.on(earlier)) instanceof Verdict.Refused refused) {
                return Outcome.refused(refused);
            }
        }
        int sum = command.seats().stream().mapToInt(SeatPlan::limit).sum();
        if (sum > command.capacity()) {
            return Outcome.refused(
                    RegistrationProblem.CAPACITY_EXCEEDED,
                    "The groups of seats hold %d seats, the room %d.".formatted(sum, command.capacity()));
        }
        CallForParticipation call = new CallForParticipation(
                new CallForParticipation.Draft(
                        workshop.get().id(),
                        workshop.get().slug(),
                        workshop.get().title(),
                        command.opensAt(),
                        command.closesAt(),
                        command.zone(),
                        command.capacity(),
                        command.eligibility(),
                        command.offered(),
                        command.notOffered(),
                        command.skipModerationForDelegations(),
                        command.decidesBy()),
                clock.instant());
        call.follow(workshop.get());
        calls.persistAndFlush(call);
        command.seats()
                .forEach(bucket ->
                        seats.create(call.id(), bucket.code(), bucket.label(), bucket.limit(), bucket.handBackOn()));
        if (command.questions() != null) {
            questions.replace(call, command.questions());
        }
        audit.record("call-drafted", "call", call.id().toString(), Map.of("capacity", command.capacity()));
        return Outcome.done(call.id());
    }
}
