package eu.urbact.infocus.registration.staging;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.ToIntFunction;

import eu.urbact.infocus.registration.seat.BucketCode;
import eu.urbact.infocus.registration.staging.ReleasePolicy.Step;
import eu.urbact.infocus.registration.staging.ReleasePolicy.Turn;

/**
 * Finds seats for the people whom a plan admits. Each takes the first of their buckets that has one; where none has, somebody who could
 * sit elsewhere as well moves there and makes room, so that nobody stands because of the order in which people were staged.
 *
 * <p>What is promised of a city's seats is left by everybody but the city's nominees and those for whom organisers have chosen the
 * bucket. A city whose day of handing back has come has no other seats than these: the rest is open to all.
 */
final class PlannedSeats {

    private final Map<BucketCode, Seats> buckets = new HashMap<>();
    private final Function<Step, Turn> turnOf;

    /** The free seats of a bucket, and who sits there. */
    private static final class Seats {
        private final int free;
        private final int promised;
        private final boolean handsBack;
        private final List<Step> taken = new ArrayList<>();
        private final Map<Turn, Integer> turns = new EnumMap<>(Turn.class);

        Seats(int free, int promised, boolean handsBack) {
            this.free = free;
            this.promised = promised;
            this.handsBack = handsBack;
        }

        private int of(Turn turn) {
            return turns.getOrDefault(turn, 0);
        }

        /** How many of a city's seats are open to all. */
        private int handedBack() {
            return handsBack ? Math.max(0, free - promised - of(Turn.NOMINEE)) : 0;
        }

        /** What the release will find, which takes its turns one after the other: a nominee's promise ends with their own. */
        boolean isEnough(int fromCities) {
            int seats = free + fromCities;
            int byRule = of(Turn.BY_RULE);
            return taken.size() <= seats - handedBack()
                    && (byRule == 0 || (!handsBack && of(Turn.NOMINEE) + byRule <= seats - promised));
        }
    }

    /**
     * The seats before anybody sits down.
     *
     * @param free how many are free, those included that the release frees
     * @param promised how many are still promised after the release
     * @param turnOf when in the release somebody sits down
     */
    PlannedSeats(
            List<ReleasePolicy.Bucket> buckets,
            Map<BucketCode, Integer> free,
            Map<BucketCode, Integer> promised,
            Function<Step, Turn> turnOf) {
        buckets.forEach(bucket -> this.buckets.put(
                bucket.code(),
                new Seats(
                        free.getOrDefault(bucket.code(), 0),
                        promised.getOrDefault(bucket.code(), 0),
                        bucket.handsBack())));
        this.turnOf = turnOf;
    }

    /** Finds one more person a seat; false when there is none. */
    boolean seat(Step step) {
        return seat(step, new HashSet<>());
    }

    private boolean seat(Step step, Set<BucketCode> tried) {
        List<BucketCode> choices =
                step.choices().stream().filter(buckets::containsKey).toList();
        for (BucketCode code : choices) {
            if (sitsDown(step, code)) {
                return true;
            }
        }
        for (BucketCode code : choices) {
            if (tried.add(code) && isMadeRoom(step, code, tried)) {
                return true;
            }
        }
        return false;
    }

    private boolean sitsDown(Step step, BucketCode code) {
        Seats seats = buckets.get(code);
        seats.taken.add(step);
        count(seats, step, 1);
        if (isEnough(code)) {
            return true;
        }
        seats.taken.remove(seats.taken.size() - 1);
        count(seats, step, -1);
        return false;
    }

    /** Whether somebody who sits there can move, so that this person sits down instead. */
    private boolean isMadeRoom(Step step, BucketCode code, Set<BucketCode> tried) {
        Seats seats = buckets.get(code);
        int people = seats.taken.size();
        for (int place = 0; place < people; place++) {
            Step other = seats.taken.get(place);
            if (other.choices().size() > 1) {
                replace(seats, place, step);
                if (isEnough(code) && seat(other, tried)) {
                    return true;
                }
                replace(seats, place, other);
            }
        }
        return false;
    }

    private void replace(Seats seats, int place, Step step) {
        count(seats, seats.taken.set(place, step), -1);
        count(seats, step, 1);
    }

    private void count(Seats seats, Step step, int people) {
        seats.turns.merge(turnOf.apply(step), people, Integer::sum);
    }

    /** Also of the open ones: they have what the nominees of a city leave whose day has come. */
    private boolean isEnough(BucketCode code) {
        Seats open = buckets.get(BucketCode.OPEN);
        return (code.equals(BucketCode.OPEN) || buckets.get(code).isEnough(0))
                && (open == null || open.isEnough(fromCities()));
    }

    private int fromCities() {
        return buckets.values().stream().mapToInt(Seats::handedBack).sum();
    }

    /** Where everybody sits who has found a seat. */
    Map<UUID, BucketCode> ofPeople() {
        Map<UUID, BucketCode> people = new HashMap<>();
        buckets.forEach((code, seats) -> seats.taken.forEach(step -> people.put(step.applicationId(), code)));
        return people;
    }

    /** How many people sit where. */
    Map<BucketCode, Integer> taken() {
        Map<BucketCode, Integer> taken = numbers(seats -> seats.taken.size());
        taken.values().removeIf(people -> people == 0);
        return taken;
    }

    /** How many seats are left for those to whom they are promised, by bucket. */
    Map<BucketCode, Integer> kept() {
        return numbers(seats -> Math.min(seats.promised, seats.free - seats.handedBack() - seats.taken.size()));
    }

    /** How many seats the cities whose day has come give to all, by bucket; and as a number below zero how many the open ones get. */
    Map<BucketCode, Integer> handedBack() {
        Map<BucketCode, Integer> handedBack = numbers(Seats::handedBack);
        handedBack.computeIfPresent(BucketCode.OPEN, (open, none) -> -fromCities());
        return handedBack;
    }

    private Map<BucketCode, Integer> numbers(ToIntFunction<Seats> number) {
        Map<BucketCode, Integer> numbers = new HashMap<>();
        buckets.forEach((code, seats) -> numbers.put(code, number.applyAsInt(seats)));
        return numbers;
    }
}
