package eu.urbact.infocus.registration.staging;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import eu.urbact.infocus.registration.application.Decision;
import eu.urbact.infocus.registration.seat.BucketCode;
import eu.urbact.infocus.registration.seat.SeatingPolicy;

/**
 * Rehearses a release: in which order it works, where everybody would sit, and who would find no seat. A plan that is larger than
 * the room is not released; one that is not gives everybody the seat that is found here.
 *
 * <p>Seats that become free come first. Nobody stands who would have found a seat in another order: {@link PlannedSeats} sees to it.
 * When there are too few, those for whom organisers have chosen the bucket come before the nominees of cities, and these before all
 * others; then those who can sit in few buckets before those who can sit in many, and among equals who was staged earlier.
 */
final class ReleasePolicy {

    /**
     * Some of the seats as they are.
     *
     * @param invited how many are promised to people who can still answer an invitation
     * @param handsBack whether the city's day has come, so that what is free and not promised is open to all
     */
    record Bucket(BucketCode code, int limit, int held, int invited, boolean handsBack) {}

    /**
     * When something happens in a release. Nominees come before those who leave alone what is promised to them, and whoever takes a
     * promised seat because organisers say so comes last: so nobody finds a seat promised that the plan has for them.
     */
    enum Turn {
        /** No seat is taken; one may become free. */
        NO_SEAT,
        /** Sits down, and is promised a seat no longer. */
        NOMINEE,
        /** Sits down where nothing is promised. */
        BY_RULE,
        /** Sits down where organisers have said. */
        CHOSEN
    }

    /**
     * One decision of the plan.
     *
     * @param from the bucket of the seat that the person holds now, or null
     * @param wanted the bucket that organisers have chosen or a rule proposes, or null for the rule of the call
     * @param proposed whether a rule proposes it
     */
    record Step(
            UUID applicationId,
            Decision decision,
            BucketCode from,
            BucketCode wanted,
            boolean proposed,
            boolean contributor,
            String cityId) {

        /** Organisers may give to anybody what is promised to those whom a city has invited; no rule does. */
        boolean isChosen() {
            return wanted != null && !proposed;
        }

        List<BucketCode> choices() {
            return wanted == null ? SeatingPolicy.bucketsFor(contributor, cityId) : List.of(wanted);
        }

        private Turn turn(Set<UUID> nominees) {
            if (decision != Decision.ADMIT) {
                return Turn.NO_SEAT;
            }
            return nominees.contains(applicationId) ? Turn.NOMINEE : isChosen() ? Turn.CHOSEN : Turn.BY_RULE;
        }
    }

    /**
     * What would come of it.
     *
     * @param inOrder the decisions in the order of the release
     * @param seats where those to admit would sit; who would find no seat is not in it
     * @param planned how many would get a seat, by bucket
     * @param freed how many would become free, by bucket
     * @param over how many would find none, by the bucket they would have been left with
     * @param kept how many free ones stay for people with an invitation, and for nominees about whom the plan decides nothing, by bucket
     * @param handedBack how many become open to all, by bucket; as a number below zero how many the open ones get
     */
    record Rehearsal(
            List<Step> inOrder,
            Map<UUID, BucketCode> seats,
            Map<BucketCode, Integer> planned,
            Map<BucketCode, Integer> freed,
            Map<BucketCode, Integer> over,
            Map<BucketCode, Integer> kept,
            Map<BucketCode, Integer> handedBack) {

        int overInAll() {
            return over.values().stream().mapToInt(Integer::intValue).sum();
        }
    }

    private ReleasePolicy() {}

    /**
     * Rehearses these decisions, which are given in the order in which they were staged.
     *
     * @param nominees whom a seat of a city is promised to as long as nobody has decided about them, as {@link
     *     eu.urbact.infocus.registration.call.PromisedSeats} says
     * @param stillInvited who can still answer an invitation of their city: unless they get a seat one stays promised to them, and when theirs
     *     is taken from them one is promised again
     */
    static Rehearsal rehearse(
            List<Bucket> buckets, Map<UUID, String> nominees, Set<UUID> stillInvited, List<Step> staged) {
        Map<BucketCode, Integer> free = new HashMap<>();
        Map<BucketCode, Integer> promised = new HashMap<>();
        Map<BucketCode, Integer> freed = new HashMap<>();
        for (Bucket bucket : buckets) {
            free.put(bucket.code(), bucket.limit() - bucket.held());
            promised.put(bucket.code(), bucket.invited());
        }
        nominees.values().forEach(city -> promised.merge(BucketCode.city(city), 1, Integer::sum));
        for (Step step : staged) {
            boolean admitted = step.decision() == Decision.ADMIT;
            boolean invited = stillInvited.contains(step.applicationId());
            if (nominees.containsKey(step.applicationId()) && (admitted || !invited)) {
                promised.merge(BucketCode.city(nominees.get(step.applicationId())), -1, Integer::sum);
            }
            if (step.from() != null && !admitted) {
                free.merge(step.from(), 1, Integer::sum);
                freed.merge(step.from(), 1, Integer::sum);
                if (invited) {
                    promised.merge(BucketCode.city(step.cityId()), 1, Integer::sum);
                }
            }
        }
        PlannedSeats seats = new PlannedSeats(buckets, free, promised, step -> step.turn(nominees.keySet()));
        Map<BucketCode, Integer> over = new HashMap<>();
        for (Step step : inOrderOfSeats(nominees.keySet(), staged)) {
            if (!seats.seat(step)) {
                List<BucketCode> choices = step.choices();
                over.merge(choices.get(choices.size() - 1), 1, Integer::sum);
            }
        }
        Map<UUID, BucketCode> ofPeople = seats.ofPeople();
        return new Rehearsal(
                staged.stream()
                        .sorted(Comparator.comparing((Step step) -> step.turn(nominees.keySet()))
                                // what a nominee leaves after their city's day is open to the next one
                                .thenComparing(step -> BucketCode.OPEN.equals(ofPeople.get(step.applicationId()))))
                        .toList(),
                Map.copyOf(ofPeople),
                Map.copyOf(seats.taken()),
                Map.copyOf(freed),
                Map.copyOf(over),
                Map.copyOf(seats.kept()),
                Map.copyOf(seats.handedBack()));
    }

    /** Those who need a seat. Who has one keeps it. */
    private static List<Step> inOrderOfSeats(Set<UUID> nominees, List<Step> staged) {
        return staged.stream()
                .filter(step -> step.decision() == Decision.ADMIT && step.from() == null)
                .sorted(Comparator.comparing((Step step) -> !step.isChosen())
                        .thenComparing(step -> step.turn(nominees))
                        .thenComparing(step -> step.choices().size()))
                .toList();
    }
}
