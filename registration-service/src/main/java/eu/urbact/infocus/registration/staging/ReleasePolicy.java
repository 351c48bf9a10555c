package eu.urbact.infocus.registration.staging;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import eu.urbact.infocus.registration.application.Decision;
import eu.urbact.infocus.registration.seat.BucketCode;
import eu.urbact.infocus.registration.seat.SeatingPolicy;

/**
 * Rehearses a release: in which order it works, where everybody would sit, and who would find no seat. A plan that is larger than
 * the room is not released.
 *
 * <p>Seats that become free come first. Then those who can sit in few buckets take their seats before those who can sit in many,
 * so that nobody stands who would have found a seat in another order; among equals who was staged earlier comes first.
 */
final class ReleasePolicy {

    /**
     * Some of the seats as they are.
     *
     * @param invited how many are promised to people who can still answer an invitation
     */
    record Bucket(BucketCode code, int limit, int held, int invited) {}

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
        private boolean leaves(int promised, int free) {
            return (wanted != null && !proposed) ? free > 0 : free > promised;
        }

        List<BucketCode> choices() {
            return wanted == null ? SeatingPolicy.bucketsFor(contributor, cityId) : List.of(wanted);
        }

        private int turn() {
            if (decision != Decision.ADMIT) {
                return 0;
            }
            return choices().size();
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
     */
    record Rehearsal(
            List<Step> inOrder,
            Map<UUID, BucketCode> seats,
            Map<BucketCode, Integer> planned,
            Map<BucketCode, Integer> freed,
            Map<BucketCode, Integer> over,
            Map<BucketCode, Integer> kept) {

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
        List<Step> inOrder = new ArrayList<>(staged);
        inOrder.sort(Comparator.comparingInt(Step::turn));
        Map<BucketCode, Integer> free = new HashMap<>();
        buckets.forEach(bucket -> free.put(bucket.code(), bucket.limit() - bucket.held()));
        Map<BucketCode, Integer> promised = new HashMap<>();
        buckets.forEach(bucket -> promised.merge(bucket.code(), bucket.invited(), Integer::sum));
        nominees.values().forEach(city -> promised.merge(BucketCode.city(city), 1, Integer::sum));
        Map<UUID, BucketCode> seats = new LinkedHashMap<>();
        Map<BucketCode, Integer> planned = new HashMap<>();
        Map<BucketCode, Integer> freed = new HashMap<>();
        Map<BucketCode, Integer> over = new HashMap<>();
        for (Step step : inOrder) {
            boolean nominee = nominees.containsKey(step.applicationId());
            if (nominee && (step.decision() == Decision.ADMIT || !stillInvited.contains(step.applicationId()))) {
                promised.merge(BucketCode.city(nominees.get(step.applicationId())), -1, Integer::sum);
            }
            if (step.decision() != Decision.ADMIT) {
                if (step.from() != null && stillInvited.contains(step.applicationId())) {
                    promised.merge(BucketCode.city(step.cityId()), 1, Integer::sum);
                }
                if (step.from() != null) {
                    free.merge(step.from(), 1, Integer::sum);
                    freed.merge(step.from(), 1, Integer::sum);
                }
                continue;
            }
            if (step.from() != null) {
                // has a seat and keeps it: the release will say so
                continue;
            }
            List<BucketCode> choices = step.choices();
            Optional<BucketCode> seat = choices.stream()
                    .filter(code ->
                            step.leaves(nominee ? 0 : promised.getOrDefault(code, 0), free.getOrDefault(code, 0)))
                    .findFirst();
            seat.ifPresentOrElse(
                    code -> {
                        free.merge(code, -1, Integer::sum);
                        planned.merge(code, 1, Integer::sum);
                        seats.put(step.applicationId(), code);
                    },
                    () -> over.merge(choices.get(choices.size() - 1), 1, Integer::sum));
        }
        Map<BucketCode, Integer> kept = new HashMap<>();
        promised.forEach((code, people) -> kept.put(code, Math.min(people, free.getOrDefault(code, 0))));
        return new Rehearsal(
                List.copyOf(inOrder),
                Map.copyOf(seats),
                Map.copyOf(planned),
                Map.copyOf(freed),
                Map.copyOf(over),
                Map.copyOf(kept));
    }
}
