package eu.urbact.infocus.registration.suggestion;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import eu.urbact.infocus.chassis.identity.Fingerprint;
import eu.urbact.infocus.registration.call.CallForParticipation;
import eu.urbact.infocus.registration.call.Calls;
import eu.urbact.infocus.registration.call.HandBackPolicy;
import eu.urbact.infocus.registration.call.PromisedSeats;
import eu.urbact.infocus.registration.seat.BucketCode;
import eu.urbact.infocus.registration.seat.SeatBucket;
import eu.urbact.infocus.registration.seat.Seats;

/** Looks at a call as it is now and proposes a selection. Changes nothing. */
@ApplicationScoped
public class SuggestSelection {

    private static final int FINGERPRINT_BYTES = 16;

    /**
     * A selection.
     *
     * @param fingerprint the same as long as nothing has changed that the proposal depends on
     */
    public record Selection(Room room, GoalsOfCalls.Versioned goals, List<Proposal> proposals, String fingerprint) {}

    private final Calls calls;
    private final Seats seats;
    private final PromisedSeats promises;
    private final Applicants applicants;
    private final GoalsOfCalls goalsOfCalls;
    private final OrganisersVotes votes;
    private final PeopleSetAside peopleSetAside;

    SuggestSelection(
            Calls calls,
            Seats seats,
            PromisedSeats promises,
            Applicants applicants,
            GoalsOfCalls goalsOfCalls,
            OrganisersVotes votes,
            PeopleSetAside peopleSetAside) {
        this.calls = calls;
        this.seats = seats;
        this.promises = promises;
        this.applicants = applicants;
        this.goalsOfCalls = goalsOfCalls;
        this.votes = votes;
        this.peopleSetAside = peopleSetAside;
    }

    /** A selection for a call that exists. */
    @Transactional
    public Selection suggest(UUID callId) {
        GoalsOfCalls.Versioned goals = goalsOfCalls.of(callId);
        List<SeatBucket> buckets = seats.of(callId);
        List<Applicants.Row> rows = applicants.live(callId);
        Map<UUID, Tally> tallies = votes.of(callId);
        Set<UUID> nominees = promises.nominees(callId).keySet();
        Set<UUID> setAside = peopleSetAside.setAside(callId);
        List<Room.Holder> holders = new ArrayList<>();
        List<Candidate> candidates = new ArrayList<>();
        for (Applicants.Row row : rows) {
            if (row.state().holdsSeat()) {
                holders.add(new Room.Holder(new BucketCode(row.bucket()), row.cityId(), row.profile(), row.newcomer()));
            } else {
                candidates.add(candidate(row, tallies, nominees, setAside));
            }
        }
        Room room = room(calls.findById(callId), buckets, holders);
        return new Selection(
                room,
                goals,
                SuggestionPolicy.propose(room, goals.goals(), candidates),
                fingerprint(goals, room, rows, tallies, nominees, setAside));
    }

    /** The published rule of a call that exists. */
    @Transactional
    public List<String> rule(UUID callId) {
        return AdmissionRule.of(
                room(calls.findById(callId), seats.of(callId), List.of()),
                goalsOfCalls.of(callId).goals());
    }

    private Room room(CallForParticipation call, List<SeatBucket> buckets, List<Room.Holder> holders) {
        Map<String, Integer> invited = promises.invited(call.id());
        return new Room(
                call.capacity(),
                buckets.stream()
                        .map(bucket -> new Room.Bucket(
                                bucket.code(),
                                bucket.label(),
                                bucket.limit(),
                                bucket.held(),
                                bucket.code().ofCity(invited)))
                        .toList(),
                holders,
                HandBackPolicy.handsBack(buckets, call.zone()));
    }

    private static Candidate candidate(
            Applicants.Row row, Map<UUID, Tally> tallies, Set<UUID> nominees, Set<UUID> setAside) {
        return new Candidate(
                row.id(),
                row.state(),
                row.cityId(),
                row.profile(),
                row.contributor(),
                row.newcomer(),
                nominees.contains(row.id()),
                setAside.contains(row.id()),
                row.appliedAt(),
                tallies.getOrDefault(row.id(), Tally.NONE));
    }

    private static String fingerprint(
            GoalsOfCalls.Versioned goals,
            Room room,
            List<Applicants.Row> rows,
            Map<UUID, Tally> tallies,
            Set<UUID> nominees,
            Set<UUID> setAside) {
        Fingerprint fingerprint = new Fingerprint();
        fingerprint.add(
                "goals " + goals.version() + " room " + room.capacity() + " hands back " + room.handsBack() + "\n");
        room.buckets().forEach(bucket -> fingerprint.add(bucket + "\n"));
        rows.forEach(row -> fingerprint.add(row + " " + tallies.getOrDefault(row.id(), Tally.NONE) + " "
                + nominees.contains(row.id()) + " " + setAside.contains(row.id()) + "\n"));
        return fingerprint.hex(FINGERPRINT_BYTES);
    }
}
