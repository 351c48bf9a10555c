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
import eu.urbact.infocus.registration.suggestion.SuggestionPolicy.Standing;

/** Says why, in words with numbers; nothing in them tells who somebody is. */
final class Explanation {

    private final Room room;
    private final Goals goals;
    private final Map<UUID, Integer> placeInTime = new HashMap<>();
    private final Map<BucketCode, Room.Bucket> buckets = new HashMap<>();
    private final Map<BucketCode, Standing> lastIn = new HashMap<>();
    private final Map<BucketCode, Integer> givenIn = new HashMap<>();
    private final Map<String, Integer> openSeatsByCity = new HashMap<>();

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
        room.holders().forEach(holder -> countOpenSeat(holder.bucket(), holder.cityId()));
        admitted.forEach(standing -> {
            lastIn.put(standing.bucket(), standing);
            givenIn.merge(standing.bucket(), 1, Integer::sum);
            countOpenSeat(standing.bucket(), standing.candidate().cityId());
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
        reasons.addAll(points(standing, standing.bucket().equals(BucketCode.OPEN)));
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
        reasons.addAll(points(standing, true));
        return List.copyOf(reasons);
    }

    List<Reason> whyForPeople(Candidate candidate) {
        String why = candidate.votes().net() < 0
                ? "More organisers are against than for this person."
                : "The profile is none of those the call is for, and no majority of organisers is for this person.";
        return List.of(
                new Reason(Code.NOT_FOR_RULE, why + " Nothing is proposed: people decide.", 0),
                votes(candidate.votes()),
                time(candidate));
    }

    private Reason taken(Candidate candidate, Room.Bucket bucket) {
        Integer most = goals.maxPerCityInOpenPool();
        if (bucket.code().equals(BucketCode.OPEN)
                && most != null
                && candidate.cityId() != null
                && openSeatsByCity.getOrDefault(candidate.cityId(), 0) >= most) {
            return new Reason(
                    Code.CITY_LIMIT,
                    "Balances cities: %s has the %s that the goals allow."
                            .formatted(room.cityName(candidate.cityId()), AdmissionRule.openSeats(most)),
                    0);
        }
        return new Reason(Code.FULL, taken(candidate.nominee(), bucket), 0);
    }

    private String taken(boolean nominee, Room.Bucket bucket) {
        String seats = bucket.code().words(bucket.label());
        int kept = bucket.free() - givenIn.getOrDefault(bucket.code(), 0);
        if (kept > 0 && bucket.code().cityId().isPresent()) {
            return "None of %s is left: %s whom the city has nominated."
                    .formatted(seats, Counted.of(kept, "is promised to a person", "are promised to people"));
        }
        Standing last = lastIn.get(bucket.code());
        if (last == null) {
            return "None of %s is free.".formatted(seats);
        }
        return last.candidate().nominee() && !nominee
                ? "None of %s is left; the last goes to somebody whom the city has nominated.".formatted(seats)
                : "None of %s is left; the last goes to somebody with %d points.".formatted(seats, last.points());
    }

    private List<Reason> points(Standing standing, boolean forOpenSeat) {
        Candidate candidate = standing.candidate();
        List<Reason> reasons = new ArrayList<>();
        reasons.add(votes(candidate.votes()));
        if (candidate.newcomer() && goals.newcomersPercent() > 0) {
            int wanted = goals.newcomersIn(room.capacity());
            reasons.add(new Reason(
                    Code.NEWCOMER,
                    standing.newcomerPoints() > 0
                            ? "New to the network: %d of the %d wanted so far.".formatted(standing.newcomers(), wanted)
                            : "New to the network: there are %d already, %d are wanted."
                                    .formatted(standing.newcomers(), wanted),
                    standing.newcomerPoints()));
        }
        int minimum = goals.minimumOf(candidate.profile());
        if (minimum > 0) {
            String people = AdmissionRule.words(candidate.profile());
            reasons.add(new Reason(
                    Code.PROFILE,
                    standing.profilePoints() > 0
                            ? "Balances profiles: %d of the %d %s wanted so far."
                                    .formatted(standing.ofProfile(), minimum, people)
                            : "Balances profiles: there are %d %s already, %d are wanted."
                                    .formatted(standing.ofProfile(), people, minimum),
                    standing.profilePoints()));
        }
        if (forOpenSeat && candidate.cityId() != null) {
            String city = room.cityName(candidate.cityId());
            reasons.add(new Reason(
                    Code.CITY_BALANCE,
                    standing.cityPoints() > 0
                            ? "Balances cities: %s has nobody in the open pool yet.".formatted(city)
                            : "Balances cities: %s has %s already."
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

    private void countOpenSeat(BucketCode bucket, String cityId) {
        if (cityId != null && bucket.equals(BucketCode.OPEN)) {
            openSeatsByCity.merge(cityId, 1, Integer::sum);
        }
    }
}
