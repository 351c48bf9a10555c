package eu.urbact.infocus.registration.staging;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import eu.urbact.infocus.registration.application.Decision;
import eu.urbact.infocus.registration.seat.BucketCode;

import static org.assertj.core.api.Assertions.assertThat;

class ReleasePolicyTest {

    private static final BucketCode PORTO = BucketCode.city("porto");
    private static final BucketCode BILBAO = BucketCode.city("bilbao");
    private static final UUID A = new UUID(0, 1);
    private static final UUID B = new UUID(0, 2);
    private static final UUID C = new UUID(0, 3);

    @Test
    void a_seat_that_becomes_free_in_the_release_is_given_in_it() {
        ReleasePolicy.Rehearsal rehearsal = rehearse(
                List.of(bucket(PORTO, 1, 1), bucket(BucketCode.OPEN, 0, 0)),
                admit(A, false, "porto"),
                step(B, Decision.DECLINE, PORTO, null, false, "porto"));
        assertThat(rehearsal.inOrder())
                .extracting(ReleasePolicy.Step::applicationId)
                .containsExactly(B, A);
        assertThat(rehearsal.seats()).isEqualTo(Map.of(A, PORTO));
        assertThat(rehearsal.freed()).isEqualTo(Map.of(PORTO, 1));
        assertThat(rehearsal.overInAll()).isZero();
    }

    @Test
    void who_can_sit_in_few_buckets_sits_before_who_can_sit_in_many() {
        // staged first, and yet the contributor must not take the only seat that the other can have
        ReleasePolicy.Rehearsal rehearsal = rehearse(
                List.of(bucket(PORTO, 1, 0), bucket(BucketCode.CONTRIBUTORS, 1, 0), bucket(BucketCode.OPEN, 0, 0)),
                admit(A, true, "porto"),
                admit(B, true, null));
        assertThat(rehearsal.seats()).isEqualTo(Map.of(B, BucketCode.CONTRIBUTORS, A, PORTO));
    }

    @Test
    void who_finds_no_seat_is_counted_where_they_would_have_sat_last() {
        ReleasePolicy.Rehearsal rehearsal = rehearse(
                List.of(bucket(PORTO, 1, 0), bucket(BucketCode.OPEN, 1, 1)),
                admit(A, false, "porto"),
                admit(B, false, "porto"),
                step(C, Decision.ADMIT, null, PORTO, false, null));
        assertThat(rehearsal.planned()).isEqualTo(Map.of(PORTO, 1));
        assertThat(rehearsal.seats()).containsOnlyKeys(C);
        assertThat(rehearsal.over()).isEqualTo(Map.of(BucketCode.OPEN, 2));
        assertThat(rehearsal.overInAll()).isEqualTo(2);
    }

    @Test
    void what_is_promised_to_a_citys_nominee_is_left_to_them_until_it_is_decided() {
        List<ReleasePolicy.Bucket> buckets = List.of(bucket(PORTO, 1, 0), bucket(BucketCode.OPEN, 1, 0));
        Map<UUID, String> nominee = Map.of(B, "porto");
        assertThat(ReleasePolicy.rehearse(
                                buckets, nominee, Set.of(), List.of(admit(A, false, "porto"), admit(B, false, "porto")))
                        .seats())
                .isEqualTo(Map.of(A, BucketCode.OPEN, B, PORTO));
        assertThat(ReleasePolicy.rehearse(
                                buckets, nominee, Set.of(), List.of(admit(A, false, "porto"), admit(C, false, "porto")))
                        .seats())
                .isEqualTo(Map.of(A, BucketCode.OPEN));
        // organisers may choose it all the same, and whoever is decided about needs it no longer
        assertThat(ReleasePolicy.rehearse(buckets, nominee, Set.of(), List.of(chosen(A, PORTO)))
                        .seats())
                .isEqualTo(Map.of(A, PORTO));
        assertThat(ReleasePolicy.rehearse(
                                buckets,
                                nominee,
                                Set.of(),
                                List.of(
                                        admit(A, false, "porto"),
                                        step(B, Decision.DECLINE, null, null, false, "porto")))
                        .seats())
                .isEqualTo(Map.of(A, PORTO));
    }

    @Test
    void who_can_still_answer_an_invitation_has_a_seat_promised_until_they_get_one() {
        List<ReleasePolicy.Bucket> buckets = List.of(bucket(PORTO, 2, 0), bucket(BucketCode.OPEN, 0, 0));
        Map<UUID, String> nominee = Map.of(B, "porto");
        List<ReleasePolicy.Step> two = List.of(admit(A, false, "porto"), admit(C, false, "porto"));
        for (Decision notYet : List.of(Decision.DECLINE, Decision.WAITLIST)) {
            List<ReleasePolicy.Step> steps = new ArrayList<>(two);
            steps.add(step(B, notYet, null, null, false, "porto"));
            assertThat(ReleasePolicy.rehearse(buckets, nominee, Set.of(B), steps)
                            .overInAll())
                    .as("%s, and the invitation stays", notYet)
                    .isEqualTo(1);
            assertThat(ReleasePolicy.rehearse(buckets, nominee, Set.of(), steps).overInAll())
                    .as("%s, and nothing is promised any more", notYet)
                    .isZero();
        }
        assertThat(ReleasePolicy.rehearse(
                                buckets,
                                nominee,
                                Set.of(B),
                                List.of(admit(B, false, "porto"), admit(A, false, "porto")))
                        .seats())
                .isEqualTo(Map.of(A, PORTO, B, PORTO));
    }

    @Test
    void whose_seat_is_taken_is_promised_one_again_while_they_can_answer_an_invitation() {
        List<ReleasePolicy.Bucket> buckets = List.of(bucket(PORTO, 2, 1), bucket(BucketCode.OPEN, 0, 0));
        List<ReleasePolicy.Step> steps = List.of(
                step(B, Decision.DECLINE, PORTO, null, false, "porto"),
                admit(A, false, "porto"),
                admit(C, false, "porto"));
        assertThat(ReleasePolicy.rehearse(buckets, Map.of(), Set.of(B), steps).over())
                .isEqualTo(Map.of(BucketCode.OPEN, 1));
        assertThat(ReleasePolicy.rehearse(buckets, Map.of(), Set.of(), steps).overInAll())
                .isZero();
    }

    @Test
    void a_proposed_seat_is_left_to_a_nominee_who_has_come_since_and_a_chosen_one_is_not() {
        List<ReleasePolicy.Bucket> buckets = List.of(bucket(PORTO, 2, 0), bucket(BucketCode.OPEN, 1, 0));
        List<ReleasePolicy.Step> proposed = List.of(proposed(A, PORTO), proposed(C, PORTO));
        ReleasePolicy.Rehearsal before = ReleasePolicy.rehearse(buckets, Map.of(), Set.of(), proposed);
        assertThat(before.seats()).isEqualTo(Map.of(A, PORTO, C, PORTO));
        assertThat(before.kept().values()).containsOnly(0);
        ReleasePolicy.Rehearsal since = ReleasePolicy.rehearse(buckets, Map.of(B, "porto"), Set.of(), proposed);
        assertThat(since.seats()).isEqualTo(Map.of(A, PORTO));
        assertThat(since.over()).isEqualTo(Map.of(PORTO, 1));
        assertThat(since.kept()).containsEntry(PORTO, 1);
        ReleasePolicy.Rehearsal chosen = ReleasePolicy.rehearse(
                buckets, Map.of(B, "porto"), Set.of(), List.of(proposed(A, PORTO), chosen(C, PORTO)));
        assertThat(chosen.seats()).isEqualTo(Map.of(A, PORTO, C, PORTO));
        assertThat(chosen.kept()).containsEntry(PORTO, 0);
        // the nominee's own seat, proposed to the nominee
        assertThat(ReleasePolicy.rehearse(
                                buckets, Map.of(B, "porto"), Set.of(), List.of(proposed(B, PORTO), proposed(A, PORTO)))
                        .seats())
                .isEqualTo(Map.of(A, PORTO, B, PORTO));
    }

    @Test
    void organisers_give_nobody_a_seat_that_is_not_free() {
        ReleasePolicy.Rehearsal full =
                rehearse(List.of(bucket(PORTO, 1, 1), bucket(BucketCode.OPEN, 1, 0)), chosen(A, PORTO));
        assertThat(full.seats()).isEmpty();
        assertThat(full.over()).isEqualTo(Map.of(PORTO, 1));
    }

    @Test
    void what_is_promised_by_an_open_invitation_is_left_unless_organisers_choose_it() {
        List<ReleasePolicy.Bucket> buckets =
                List.of(new ReleasePolicy.Bucket(PORTO, 2, 0, 1, false), bucket(BucketCode.OPEN, 0, 0));
        ReleasePolicy.Rehearsal left =
                rehearse(buckets, admit(A, false, "porto"), admit(B, false, "porto"), proposed(C, PORTO));
        assertThat(left.planned()).isEqualTo(Map.of(PORTO, 1));
        assertThat(left.overInAll()).isEqualTo(2);
        assertThat(left.kept()).containsEntry(PORTO, 1);
        ReleasePolicy.Rehearsal chosen = rehearse(buckets, proposed(A, PORTO), chosen(B, PORTO));
        assertThat(chosen.seats()).isEqualTo(Map.of(A, PORTO, B, PORTO));
        assertThat(chosen.kept()).containsEntry(PORTO, 0);
    }

    @Test
    void nobody_is_planned_beyond_a_limit_and_everybody_is_accounted_for() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 500; round++) {
            List<ReleasePolicy.Bucket> buckets = List.of(
                    bucket(PORTO, random.nextInt(4), 0),
                    bucket(BucketCode.CONTRIBUTORS, random.nextInt(3), 0),
                    bucket(BucketCode.OPEN, random.nextInt(4), 0));
            List<ReleasePolicy.Step> steps = new ArrayList<>();
            for (int i = 0; i < random.nextInt(12); i++) {
                steps.add(admit(new UUID(round, i), random.nextBoolean(), random.nextBoolean() ? "porto" : null));
            }
            ReleasePolicy.Rehearsal rehearsal = ReleasePolicy.rehearse(buckets, Map.of(), Set.of(), steps);
            for (ReleasePolicy.Bucket bucket : buckets) {
                assertThat(Collections.frequency(rehearsal.seats().values(), bucket.code()))
                        .as("seed %d", seed)
                        .isEqualTo(rehearsal.planned().getOrDefault(bucket.code(), 0))
                        .isLessThanOrEqualTo(bucket.limit());
            }
            assertThat(rehearsal.seats().size() + rehearsal.overInAll())
                    .as("seed %d", seed)
                    .isEqualTo(steps.size());
        }
    }

    @Test
    void a_nominee_who_sits_elsewhere_leaves_the_citys_seat_to_others_of_the_same_release_whoever_was_staged_first() {
        List<ReleasePolicy.Bucket> buckets =
                List.of(bucket(PORTO, 1, 0), bucket(BucketCode.CONTRIBUTORS, 1, 0), bucket(BucketCode.OPEN, 0, 0));
        Map<UUID, String> nominee = Map.of(B, "porto");
        Map<UUID, BucketCode> both = Map.of(A, PORTO, B, BucketCode.CONTRIBUTORS);
        List<ReleasePolicy.Step> suggested = List.of(proposed(A, PORTO), proposed(B, BucketCode.CONTRIBUTORS));
        List<ReleasePolicy.Step> byRule = List.of(admit(A, false, "porto"), admit(B, true, "porto"));
        for (List<ReleasePolicy.Step> steps : List.of(suggested, reversed(suggested), byRule, reversed(byRule))) {
            ReleasePolicy.Rehearsal rehearsal = ReleasePolicy.rehearse(buckets, nominee, Set.of(), steps);
            assertThat(rehearsal.overInAll()).isZero();
            assertThat(rehearsal.seats()).isEqualTo(both);
            // the promise has ended when the other sits down
            assertThat(rehearsal.inOrder())
                    .extracting(ReleasePolicy.Step::applicationId)
                    .containsExactly(B, A);
        }
    }

    @Test
    void who_could_sit_elsewhere_makes_room_for_who_could_not_whoever_was_staged_first() {
        List<ReleasePolicy.Bucket> buckets = List.of(
                bucket(PORTO, 1, 0),
                bucket(BILBAO, 0, 0),
                bucket(BucketCode.CONTRIBUTORS, 1, 0),
                bucket(BucketCode.OPEN, 0, 0));
        List<ReleasePolicy.Step> steps = List.of(admit(A, true, "porto"), admit(B, true, "bilbao"));
        for (List<ReleasePolicy.Step> order : List.of(steps, reversed(steps))) {
            ReleasePolicy.Rehearsal rehearsal = ReleasePolicy.rehearse(buckets, Map.of(), Set.of(), order);
            assertThat(rehearsal.overInAll()).isZero();
            assertThat(rehearsal.seats()).isEqualTo(Map.of(A, PORTO, B, BucketCode.CONTRIBUTORS));
        }
    }

    @Test
    void what_becomes_free_after_a_citys_day_is_open_to_all() {
        List<ReleasePolicy.Bucket> buckets =
                List.of(new ReleasePolicy.Bucket(PORTO, 1, 1, 0, true), bucket(BucketCode.OPEN, 1, 1));
        ReleasePolicy.Step leaves = step(B, Decision.DECLINE, PORTO, null, false, "porto");
        ReleasePolicy.Rehearsal rehearsal = rehearse(buckets, leaves, admit(A, false, null));
        assertThat(rehearsal.overInAll()).isZero();
        assertThat(rehearsal.seats()).isEqualTo(Map.of(A, BucketCode.OPEN));
        assertThat(rehearsal.handedBack()).isEqualTo(Map.of(PORTO, 1, BucketCode.OPEN, -1));
        // and nobody's of the city
        assertThat(rehearse(buckets, leaves, chosen(A, PORTO)).over()).isEqualTo(Map.of(PORTO, 1));
        // but a nominee's first
        ReleasePolicy.Rehearsal promised =
                ReleasePolicy.rehearse(buckets, Map.of(C, "porto"), Set.of(), List.of(leaves, admit(A, false, null)));
        assertThat(promised.over()).isEqualTo(Map.of(BucketCode.OPEN, 1));
        assertThat(promised.kept()).containsEntry(PORTO, 1);
        assertThat(promised.handedBack()).containsOnly(Map.entry(PORTO, 0), Map.entry(BucketCode.OPEN, 0));
    }

    @Test
    void what_a_city_whose_day_has_come_gives_to_all_is_not_kept_when_the_promised_seat_was_chosen() {
        List<ReleasePolicy.Bucket> buckets =
                List.of(new ReleasePolicy.Bucket(PORTO, 3, 0, 1, true), bucket(BucketCode.OPEN, 0, 0));
        ReleasePolicy.Rehearsal chosen = ReleasePolicy.rehearse(buckets, Map.of(), Set.of(), List.of(chosen(A, PORTO)));
        assertThat(chosen.overInAll()).isZero();
        assertThat(chosen.handedBack()).isEqualTo(Map.of(PORTO, 2, BucketCode.OPEN, -2));
        assertThat(chosen.kept()).containsEntry(PORTO, 0);
        assertThat(ReleasePolicy.rehearse(buckets, Map.of(), Set.of(), List.of())
                        .kept())
                .containsEntry(PORTO, 1);
    }

    @Test
    void as_many_sit_as_can_in_whatever_order_they_were_staged() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 500; round++) {
            List<ReleasePolicy.Bucket> buckets = List.of(
                    bucket(PORTO, random.nextInt(3), 0),
                    bucket(BILBAO, random.nextInt(3), 0),
                    bucket(BucketCode.CONTRIBUTORS, random.nextInt(3), 0),
                    bucket(BucketCode.OPEN, random.nextInt(2), 0));
            List<ReleasePolicy.Step> steps = new ArrayList<>();
            for (int i = random.nextInt(7); i > 0; i--) {
                steps.add(anybody(random, new UUID(round, i)));
            }
            Map<BucketCode, Integer> free = new HashMap<>();
            buckets.forEach(bucket -> free.put(bucket.code(), bucket.limit()));
            assertThat(ReleasePolicy.rehearse(buckets, Map.of(), Set.of(), steps)
                            .seats())
                    .as("seed %d", seed)
                    .hasSize(mostSeated(free, steps));
        }
    }

    /** Tries everything. */
    private static int mostSeated(Map<BucketCode, Integer> free, List<ReleasePolicy.Step> steps) {
        if (steps.isEmpty()) {
            return 0;
        }
        List<ReleasePolicy.Step> others = steps.subList(1, steps.size());
        int most = mostSeated(free, others);
        for (BucketCode code : steps.get(0).choices()) {
            if (free.get(code) > 0) {
                free.merge(code, -1, Integer::sum);
                most = Math.max(most, 1 + mostSeated(free, others));
                free.merge(code, 1, Integer::sum);
            }
        }
        return most;
    }

    @Test
    void each_seat_of_a_plan_that_is_not_too_large_is_there_when_its_turn_comes() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        int released = 0;
        for (int round = 0; round < 3000; round++) {
            List<ReleasePolicy.Bucket> buckets = List.of(
                    anyBucket(random, PORTO),
                    anyBucket(random, BILBAO),
                    bucket(BucketCode.CONTRIBUTORS, random.nextInt(3), 0),
                    bucket(BucketCode.OPEN, random.nextInt(3), 0));
            Map<UUID, String> nominees = new HashMap<>();
            List<ReleasePolicy.Step> steps = new ArrayList<>();
            for (int i = random.nextInt(7); i > 0; i--) {
                ReleasePolicy.Step step = anybody(random, new UUID(round, i));
                if (step.cityId() != null && step.wanted() == null && random.nextInt(3) == 0) {
                    nominees.put(step.applicationId(), step.cityId());
                }
                if (random.nextInt(5) > 0) {
                    steps.add(step);
                }
            }
            ReleasePolicy.Rehearsal rehearsal = ReleasePolicy.rehearse(buckets, nominees, Set.of(), steps);
            if (rehearsal.overInAll() == 0) {
                released++;
                assertThat(stands(buckets, nominees, rehearsal))
                        .as("seed %d: %s %s %s", seed, buckets, nominees, rehearsal)
                        .isEmpty();
            }
        }
        assertThat(released).isGreaterThan(300);
    }

    /** Decides one after the other as the release does; who finds no seat. */
    private static List<UUID> stands(
            List<ReleasePolicy.Bucket> buckets, Map<UUID, String> nominees, ReleasePolicy.Rehearsal rehearsal) {
        Map<BucketCode, Integer> free = new HashMap<>();
        buckets.forEach(bucket -> free.put(bucket.code(), bucket.limit() - bucket.held()));
        Map<UUID, String> undecided = new HashMap<>(nominees);
        List<UUID> stands = new ArrayList<>();
        for (ReleasePolicy.Step step : rehearsal.inOrder()) {
            for (ReleasePolicy.Bucket bucket : buckets) {
                int unused = free.get(bucket.code()) - promised(bucket, undecided);
                if (bucket.handsBack() && unused > 0) {
                    free.merge(bucket.code(), -unused, Integer::sum);
                    free.merge(BucketCode.OPEN, unused, Integer::sum);
                }
            }
            BucketCode seat = rehearsal.seats().get(step.applicationId());
            boolean nominee = seat.cityId()
                    .map(city -> city.equals(undecided.get(step.applicationId())))
                    .orElse(false);
            int promised = promised(
                    buckets.stream()
                            .filter(bucket -> bucket.code().equals(seat))
                            .findFirst()
                            .orElseThrow(),
                    undecided);
            if (free.get(seat) > (step.isChosen() || nominee ? 0 : promised)) {
                free.merge(seat, -1, Integer::sum);
                undecided.remove(step.applicationId());
            } else {
                stands.add(step.applicationId());
            }
        }
        return stands;
    }

    private static int promised(ReleasePolicy.Bucket bucket, Map<UUID, String> undecided) {
        return bucket.invited()
                + (int) undecided.values().stream()
                        .filter(city -> BucketCode.city(city).equals(bucket.code()))
                        .count();
    }

    private static ReleasePolicy.Bucket anyBucket(Random random, BucketCode code) {
        int limit = random.nextInt(4);
        return new ReleasePolicy.Bucket(
                code, limit, random.nextInt(limit + 1), random.nextInt(4) / 2, random.nextInt(4) == 0);
    }

    private static ReleasePolicy.Step anybody(Random random, UUID id) {
        String city = List.of("porto", "bilbao", "none").get(random.nextInt(3));
        String cityId = city.equals("none") ? null : city;
        boolean contributor = random.nextBoolean();
        BucketCode wanted = random.nextInt(4) > 0
                ? null
                : List.of(PORTO, BILBAO, BucketCode.OPEN).get(random.nextInt(3));
        return new ReleasePolicy.Step(
                id, Decision.ADMIT, null, wanted, wanted != null && random.nextBoolean(), contributor, cityId);
    }

    private static List<ReleasePolicy.Step> reversed(List<ReleasePolicy.Step> steps) {
        List<ReleasePolicy.Step> reversed = new ArrayList<>(steps);
        Collections.reverse(reversed);
        return reversed;
    }

    /** With nobody nominated, and no invitation that anybody can still answer. */
    private static ReleasePolicy.Rehearsal rehearse(List<ReleasePolicy.Bucket> buckets, ReleasePolicy.Step... steps) {
        return ReleasePolicy.rehearse(buckets, Map.of(), Set.of(), List.of(steps));
    }

    private static ReleasePolicy.Bucket bucket(BucketCode code, int limit, int held) {
        return new ReleasePolicy.Bucket(code, limit, held, 0, false);
    }

    private static ReleasePolicy.Step admit(UUID id, boolean contributor, String cityId) {
        return step(id, Decision.ADMIT, null, null, contributor, cityId);
    }

    private static ReleasePolicy.Step step(
            UUID id, Decision decision, BucketCode from, BucketCode wanted, boolean contributor, String cityId) {
        return new ReleasePolicy.Step(id, decision, from, wanted, false, contributor, cityId);
    }

    private static ReleasePolicy.Step chosen(UUID id, BucketCode bucket) {
        return step(id, Decision.ADMIT, null, bucket, false, "porto");
    }

    private static ReleasePolicy.Step proposed(UUID id, BucketCode bucket) {
        return new ReleasePolicy.Step(id, Decision.ADMIT, null, bucket, true, false, "porto");
    }
}
