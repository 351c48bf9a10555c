package eu.urbact.infocus.registration.suggestion;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import eu.urbact.infocus.registration.application.Profile;
import eu.urbact.infocus.registration.problem.Counted;
import eu.urbact.infocus.registration.seat.BucketCode;

/**
 * The rule of {@link SuggestionPolicy} in plain words, made from the same goals, so that what is published is what is done. It speaks of
 * nothing that the call does not have.
 */
final class AdmissionRule {

    private AdmissionRule() {}

    /** The rule's sentences, in the order in which it works. */
    static List<String> of(Room room, Goals goals) {
        List<String> sentences = new ArrayList<>();
        sentences.add(
                "People decide. The rule below proposes a selection to the organisers, with its reasons; they may decide"
                        + " otherwise. Nobody is declined by a rule.");
        int contributors = seats(room, bucket -> bucket.code().equals(BucketCode.CONTRIBUTORS));
        if (contributors > 0) {
            sentences.add("%s kept for people who contribute to the programme.".formatted(places(contributors)));
        }
        List<Room.Bucket> cities = room.buckets().stream()
                .filter(bucket -> !bucket.code().equals(BucketCode.CONTRIBUTORS)
                        && !bucket.code().equals(BucketCode.OPEN)
                        && bucket.limit() > 0)
                .toList();
        if (!cities.isEmpty()) {
            sentences.add("%s kept for people who come with a partner city: %s."
                    .formatted(
                            places(cities.stream().mapToInt(Room.Bucket::limit).sum()),
                            cities.stream()
                                    .map(bucket -> bucket.label() + " " + bucket.limit())
                                    .collect(Collectors.joining(", "))));
        }
        int open = seats(room, bucket -> bucket.code().equals(BucketCode.OPEN));
        if (open > 0) {
            sentences.add("%s open to all.".formatted(places(open)));
        }
        if (!cities.isEmpty()) {
            sentences.add(
                    "A place of its city is promised to each person whom the city has invited: until the invitation ends, and after"
                            + " the person has accepted it until somebody has decided. The rule gives it to nobody else.");
        }
        if (room.handsBack()) {
            sentences.add(
                    "Where a day is agreed on which a city hands its unused places back, those that are not promised are open to"
                            + " all from that day on.");
        }
        boolean kept = contributors > 0 || !cities.isEmpty();
        sentences.add("Places are filled one after the other%s. Each goes to the person with most points at that"
                        .formatted(kept && room.hasOpenSeats() ? ", the kept ones first" : "")
                + " moment, and between equal points to the earlier application.");
        sentences.add("Every organiser who is for a person counts %d points, every one against takes %d away."
                .formatted(SuggestionPolicy.VOTE, SuggestionPolicy.VOTE));
        if (goals.newcomersPercent() > 0) {
            sentences.add(
                    "Who has not been admitted to an earlier workshop of the network gets %d points until %d of the %d places (%d %%) are theirs."
                            .formatted(
                                    SuggestionPolicy.GOAL,
                                    goals.newcomersIn(room.capacity()),
                                    room.capacity(),
                                    goals.newcomersPercent()));
        }
        String minimums = Stream.of(Profile.values())
                .filter(profile -> goals.minimumOf(profile) > 0)
                .map(profile -> people(goals.minimumOf(profile), profile))
                .collect(Collectors.joining(", "));
        if (!minimums.isEmpty()) {
            sentences.add("Of some profiles the room needs a few: %s. Until it has them, they get %d points."
                    .formatted(minimums, SuggestionPolicy.GOAL));
        }
        if (room.hasOpenSeats()) {
            sentences.addAll(openPlaces(goals.maxPerCityInOpenPool()));
        }
        sentences.add(
                "For some people the rule proposes nothing, and the organisers decide without it: for those whom more organisers"
                        + " are against than for; for those on the waiting list who have declined a place, or whose offer the"
                        + " organisers have taken back, unless the organisers put them first; and for those who have none of the profiles that the call is for, unless more"
                        + " organisers are for them than against.");
        sentences.add("Everybody else who gets no place is proposed for the waiting list, in the order of "
                + (room.hasOpenSeats() ? "the points that they would have for one more open place." : "their points.")
                + (room.hasOpenSeats() && goals.maxPerCityInOpenPool() != null
                        ? " Who may have no open place, because of the most that a city gets, comes last."
                        : ""));
        return List.copyOf(sentences);
    }

    /** What holds for the open places only. */
    private static List<String> openPlaces(Integer most) {
        if (most != null && most == 0) {
            return List.of("People who come with a partner city get no open place.");
        }
        String onePerCity =
                "For an open place a person gets %d points while nobody else from the same partner city has one."
                        .formatted(SuggestionPolicy.CITY);
        return most == null
                ? List.of(onePerCity)
                : List.of(
                        onePerCity,
                        "No partner city gets more than %s.".formatted(Counted.of(most, "open place", "open places")));
    }

    /** A number as a place in an order: 1st, 2nd, 3rd, 4th, 11th. */
    static String ordinal(int number) {
        String ending =
                switch (number % 100) {
                    case 11, 12, 13 -> "th";
                    default ->
                        switch (number % 10) {
                            case 1 -> "st";
                            case 2 -> "nd";
                            case 3 -> "rd";
                            default -> "th";
                        };
                };
        return number + ending;
    }

    static String openSeats(int number) {
        return number == 1 ? "1 open seat" : number + " open seats";
    }

    /** So many people of a profile. */
    static String people(int number, Profile profile) {
        return switch (profile) {
            case CLUSTER_MANAGER -> Counted.of(number, "cluster manager", "cluster managers");
            case CITY_PRACTITIONER -> Counted.of(number, "city practitioner", "city practitioners");
            case RIS3_TEAM -> Counted.of(number, "member of a RIS3 team", "members of RIS3 teams");
            case EXPERT -> Counted.of(number, "expert", "experts");
            case ACADEMIC -> Counted.of(number, "academic", "academics");
            case OTHER -> Counted.of(number, "person of another profile", "people of other profiles");
        };
    }

    private static String places(int number) {
        return number == 1 ? "1 place is" : number + " places are";
    }

    private static int seats(Room room, Predicate<Room.Bucket> which) {
        return room.buckets().stream()
                .filter(which)
                .mapToInt(Room.Bucket::limit)
                .sum();
    }
}
