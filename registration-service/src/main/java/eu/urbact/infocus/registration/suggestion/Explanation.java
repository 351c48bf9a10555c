package eu.urbact.infocus.registration.suggestion;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import eu.urbact.infocus.registration.problem.Counted;
import eu.urbact.infocus.registration.seat.BucketCode;
import eu.urbact.infocus.registration.seat.SeatingPolicy;
import eu.urbact.infocus.registration.suggestion.Proposal.Code;
import eu.urbact.infocus.registration.suggestion.Proposal.Reason;
import eu.urbact.infocus.registration.suggestion.SuggestionPolicy.Mix;
import eu.urbact.infocus.registration.suggestion.SuggestionPolicy.Standing;

/** Says why, in words with numbers; nothing in them tells who somebody is. */
final class Explanation {

    private final Room room;
    private final Goals goals;
    private final Map<UUID, Integer> placeInTime = new HashMap<>();
    private final Map<BucketCode, Room.Bucket> buckets = new HashMap<>();
    private final Map<BucketCode, Standing> lastIn = new HashMap<>();
    private final Map<BucketCode, Mix> beforeLastIn = new HashMap<>();
    private final Map<BucketCode, Integer> givenIn = new HashMap<>();
    private final Mix mix;

    /**
     * Explains one proposal.
     *
     * @param byTime everybody who is considered, in the order of application
     * @param admitted who is proposed for a seat, in the order of seats
     */
    Explanation(Room room, Goals goals, List<Candidate> byTime, List<Standing> admitted) {
        this.room = room;
        this.goals = goals;
        byTime.forEach(candidate -> placeInTime.put(candidate.id(), placeInTime.size() + 1));
        room.buckets().forEach(bucket -> buckets.put(bucket.code(), bucket));
        admitted.forEach(standing -> lastIn.put(standing.bucket(), standing));
        mix = new Mix(room, goals);
        admitted.forEach(standing -> {
            if (standing.equals(lastIn.get(standing.bucket()))) {
                beforeLastIn.put(standing.bucket(), mix.copy());
            }
            mix.add(standing.bucket(), standing.candidate());
            givenIn.merge(standing.bucket(), 1, Integer::sum);
        });
    }

    List<Reason> whyIn(Standing standing) {
        Room.Bucket bucket = buckets.get(standing.bucket());
        String seat = standing.bucket().equals(BucketCode.OPEN)
                ? "Open seat"
                : standing.bucket().equals(BucketCode.CONTRIBUTORS)
                        ? "Reserved seat of contributors"
                        : "Reserved seat of " + bucket.label();
        List<Reason> reasons = new ArrayList<>();
        reasons.add(new Reason(
                Code.SEAT,
                "%s, %s of %d.".formatted(seat, AdmissionRule.ordinal(standing.place()), bucket.limit()),
                0));
        if (standing.candidate().nominee()) {
            reasons.add(new Reason(
                    Code.NOMINATED,
                    "Nominated by %s, which keeps a seat for this person until it is decided."
                            .formatted(room.cityName(standing.candidate().cityId())),
                    0));
        }
        reasons.addAll(points(standing));
        return List.copyOf(reasons);
    }

    List<Reason> whyNot(Standing standing) {
        Candidate candidate = standing.candidate();
        List<Reason> reasons = new ArrayList<>();
        for (BucketCode code : SeatingPolicy.bucketsFor(candidate.contributor(), candidate.cityId())) {
            Room.Bucket bucket = buckets.get(code);
            if (bucket != null) {
                reasons.add(taken(candidate, bucket));
            }
        }
        if (reasons.isEmpty()) {
            reasons.add(new Reason(Code.FULL, "The room has no seats that this person could have.", 0));
        }
        reasons.addAll(points(standing));
        return List.copyOf(reasons);
    }

    List<Reason> whyForPeople(Candidate candidate) {
        String why = candidate.setAside()
                ? "The person has declined an offered place, or organisers have taken one back: gets another only if organisers put"
                        + " the person first on the waiting list."
                : candidate.votes().net() < 0
                        ? "More organisers are against than for this person."
                        : "The profile is none of those the call is for, and no majority of organisers is for this person.";
        return List.of(
                new Reason(Code.NOT_FOR_RULE, why + " Nothing is proposed: people decide.", 0),
                votes(candidate.votes()),
                time(candidate));
    }

    private Reason taken(Candidate candidate, Room.Bucket bucket) {
        if (bucket.code().equals(BucketCode.OPEN) && !mix.isWithinCityLimit(candidate)) {
            int most = goals.maxPerCityInOpenPool();
            String city = room.cityName(candidate.cityId());
            return new Reason(
                    Code.CITY_LIMIT,
                    most == 0
                            ? "Balances cities: the goals allow %s no open seat.".formatted(city)
                            : "Balances cities: %s has the %s that the goals allow."
                                    .formatted(city, AdmissionRule.openSeats(most)),
                    0);
        }
        return new Reason(Code.FULL, noneLeft(candidate, bucket), 0);
    }

    private String noneLeft(Candidate candidate, Room.Bucket bucket) {
        String seats = bucket.code().words(bucket.label());
        int kept = bucket.free() - givenIn.getOrDefault(bucket.code(), 0);
        if (kept > 0 && bucket.code().cityId().isPresent()) {
            return "None of %s is left: %s whom the city has invited."
                    .formatted(seats, Counted.of(kept, "is promised to a person", "are promised to people"));
        }
        Standing last = lastIn.get(bucket.code());
        if (last == null) {
            return "None of %s is free.".formatted(seats);
        }
        if (last.candidate().nominee() && !candidate.nominee()) {
            return "None of %s is left; the last goes to somebody whom the city has nominated.".formatted(seats);
        }
        int points = beforeLastIn
                .get(bucket.code())
                .standing(candidate, bucket.code(), last.place())
                .points();
        return "None of %s is left; the last goes to somebody with %d points%s, this person had %s for it."
                .formatted(
                        seats,
                        last.points(),
                        points == last.points() ? " who applied earlier" : "",
                        points == last.points() ? "as many" : String.valueOf(points));
    }

    private List<Reason> points(Standing standing) {
        Candidate candidate = standing.candidate();
        List<Reason> reasons = new ArrayList<>();
        reasons.add(votes(candidate.votes()));
        if (candidate.newcomer() && goals.newcomersPercent() > 0) {
            int wanted = goals.newcomersIn(room.capacity());
            reasons.add(new Reason(
                    Code.NEWCOMER,
                    standing.newcomerPoints() > 0
                            ? "New to the network: %d of the %d wanted so far.".formatted(standing.newcomers(), wanted)
                            : "New to the network: with those proposed the room has %d, %s."
                                    .formatted(standing.newcomers(), Counted.of(wanted, "is wanted", "are wanted")),
                    standing.newcomerPoints()));
        }
        int minimum = goals.minimumOf(candidate.profile());
        if (minimum > 0) {
            reasons.add(new Reason(
                    Code.PROFILE,
                    standing.profilePoints() > 0
                            ? "Balances profiles: %s wanted, %d so far."
                                    .formatted(AdmissionRule.people(minimum, candidate.profile()), standing.ofProfile())
                            : "Balances profiles: with those proposed the room has %s, %s."
                                    .formatted(
                                            AdmissionRule.people(standing.ofProfile(), candidate.profile()),
                                            Counted.of(minimum, "is wanted", "are wanted")),
                    standing.profilePoints()));
        }
        if (standing.open() && candidate.cityId() != null) {
            String city = room.cityName(candidate.cityId());
            reasons.add(new Reason(
                    Code.CITY_BALANCE,
                    standing.cityPoints() > 0
                            ? "Balances cities: %s has nobody in the open pool yet.".formatted(city)
                            : "Balances cities: with those proposed %s has %s."
                                    .formatted(city, AdmissionRule.openSeats(standing.ofCityInOpenPool())),
                    standing.cityPoints()));
        }
        reasons.add(time(candidate));
        return reasons;
    }

    private static Reason votes(Tally votes) {
        return new Reason(
                Code.VOTES,
                "Votes: %d yes, %d no.".formatted(votes.yes(), votes.no()),
                SuggestionPolicy.VOTE * votes.net());
    }

    private Reason time(Candidate candidate) {
        return new Reason(
                Code.TIME,
                "Applied %s of %d; this decides between equal points."
                        .formatted(AdmissionRule.ordinal(placeInTime.get(candidate.id())), placeInTime.size()),
                0);
    }
}
