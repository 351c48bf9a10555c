package eu.urbact.infocus.registration.waitinglist;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

import eu.urbact.infocus.registration.call.HandBackPolicy;
import eu.urbact.infocus.registration.problem.Counted;
import eu.urbact.infocus.registration.seat.BucketCode;
import eu.urbact.infocus.registration.seat.SeatBucket;

/** The rule of the waiting list in plain words, and why a person stands where they do. */
public final class WaitingListRule {

    private WaitingListRule() {}

    /**
     * Which places a call has; the rule speaks of no others.
     *
     * @param ofCities whether some are kept for partner cities
     * @param ofContributors whether some are kept for contributors
     * @param open whether some are open to all, or can become so
     * @param handsBack whether unused places of a city become open on an agreed day
     */
    public record Places(boolean ofCities, boolean ofContributors, boolean open, boolean handsBack) {

        /** The places of a call that tells its times in this zone. */
        public static Places of(List<SeatBucket> buckets, ZoneId zone) {
            boolean handsBack = HandBackPolicy.handsBack(buckets, zone);
            return new Places(
                    has(buckets, bucket -> bucket.code().cityId().isPresent()),
                    has(buckets, bucket -> bucket.code().equals(BucketCode.CONTRIBUTORS)),
                    handsBack || has(buckets, bucket -> bucket.code().equals(BucketCode.OPEN)),
                    handsBack);
        }

        private static boolean has(List<SeatBucket> buckets, Predicate<SeatBucket> which) {
            return buckets.stream().anyMatch(bucket -> bucket.limit() > 0 && which.test(bucket));
        }

        /** Whether each is for the people of one city, so that cities never wait for the same one. */
        boolean eachOfOneCity() {
            return ofCities && !ofContributors && !open;
        }
    }

    /** The rule's sentences, in the order in which it works. */
    public static List<String> sentences(Settings settings, Places places) {
        List<String> sentences = new ArrayList<>();
        sentences.add(
                "Organisers put people on the waiting list when all places that fit are taken. When a place becomes free, it is"
                        + " held for the first person on the list" + whomItMayGoTo(places) + "."
                        + (places.ofCities()
                                ? " A place that is promised to a person whom a city has invited, until the invitation ends, and after"
                                        + " the person has accepted it until somebody has decided, is not free."
                                : ""));
        if (places.handsBack()) {
            sentences.add(
                    "Where a day is agreed on which a city hands its unused places back, they are open ones from that day on,"
                            + " and so is each of its places that becomes free later.");
        }
        if (!places.eachOfOneCity()) {
            sentences.add(
                    "Balance comes first: the next place goes to the partner city that has the fewest places in the room so far,"
                            + " places that are offered to somebody"
                            + (places.ofCities()
                                    ? ", or kept for a person whom the city sends instead of another, included."
                                    : " included.")
                            + " People who come with no partner city are counted by country.");
        }
        sentences.add((places.eachOfOneCity()
                        ? "Between people of one city"
                        : "Between people of equally balanced cities and countries")
                + ", a priority that the organisers have set decides, and then the time of application; people whom organisers have"
                + " entered together from a table follow its order.");
        sentences.add(
                "Who is offered a place has %s to accept it, and never longer than %s. From then on nobody is offered a place."
                        .formatted(
                                Counted.of(settings.offerHours(), "hour", "hours"),
                                settings.cutOffHours() == 0
                                        ? "until the workshop begins"
                                        : "until "
                                                + Counted.of(settings.cutOffHours(), "hour", "hours")
                                                + " before the workshop begins"));
        sentences.add("When the organisers change these times, an offer that has been made keeps its own.");
        sentences.add(
                "Who lets an offer lapse stays on the list, and is offered another place after everybody else has been offered"
                        + " one. Who declines an offer stays on the list, too, but is offered another place only if the organisers put"
                        + " them first. The same holds for an offer that the organisers take back.");
        sentences.add(
                "Organisers may put somebody first, after those whom they have put there before. They have to write down why,"
                        + " and it is kept.");
        if (!settings.running()) {
            sentences.add("Organisers start the offers and may suspend them. At the moment no places are offered.");
        }
        return List.copyOf(sentences);
    }

    /** Nothing where all places are for everybody. */
    private static String whomItMayGoTo(Places places) {
        List<String> kinds = new ArrayList<>();
        if (places.ofCities()) {
            kinds.add("a place kept for a partner city goes to the first who comes with that city");
        }
        if (places.ofContributors()) {
            kinds.add(
                    kinds.isEmpty()
                            ? "a place kept for contributors goes to the first who contributes"
                            : "one kept for contributors to the first who contributes");
        }
        if (kinds.isEmpty()) {
            return "";
        }
        if (places.open()) {
            kinds.add("an open one to the first of all");
        }
        return " whom it may go to: " + String.join(", ", kinds);
    }

    /** Why this person stands at this place, in the order in which the rule asks. */
    public static List<String> reasons(Waiting waiting) {
        List<String> reasons = new ArrayList<>();
        if (waiting.firstAt() != null) {
            reasons.add("Put first by an organiser.");
        }
        if (waiting.setAside()) {
            reasons.add("Has declined an offer, or organisers have taken one back: is offered another place only if"
                    + " organisers put the person first.");
        } else if (waiting.passed() > 0) {
            reasons.add(
                    waiting.passed() == 1
                            ? "Has been offered a place before: comes after those who have not been offered a place."
                            : "Has been offered a place %d times: comes after those who have been offered one less often."
                                    .formatted(waiting.passed()));
        }
        reasons.add(waiting.kept() == 0 ? people(waiting) : places(waiting));
        if (waiting.priority() > 0) {
            reasons.add("Priority %d.".formatted(waiting.priority()));
        }
        return List.copyOf(reasons);
    }

    private static String people(Waiting waiting) {
        return "%s of the same %s %s a place so far; this would be number %d."
                .formatted(
                        waiting.seats() == 0
                                ? "Nobody"
                                : waiting.seats() == 1 ? "One person" : waiting.seats() + " people",
                        waiting.cityId() == null ? "country" : "city",
                        waiting.seats() <= 1 ? "has" : "have",
                        waiting.level());
    }

    private static String places(Waiting waiting) {
        return "The same city has %s so far, counting those kept for people whom it sends instead of others; this would be number %d."
                .formatted(Counted.of(waiting.seats(), "place", "places"), waiting.level());
    }
}
