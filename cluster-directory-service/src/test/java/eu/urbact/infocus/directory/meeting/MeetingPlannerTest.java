package eu.urbact.infocus.directory.meeting;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import eu.urbact.infocus.directory.meeting.Meeting.Pair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assertions.assertTimeout;

class MeetingPlannerTest {

    @Test
    void two_people_and_two_clusters_meet_by_their_scores() {
        MeetingProblem problem = new MeetingProblem(
                List.of("ana", "ben"),
                List.of("gaia", "hcp"),
                1,
                10,
                Map.of(pair("ana", "gaia"), 0.9, pair("ana", "hcp"), 0.8, pair("ben", "gaia"), 0.7));

        assertThat(MeetingPlanner.plan(problem).meetings())
                .as("ana gives way, so that ben has a meeting at all")
                .containsExactly(new Meeting("ben", "gaia", 1), new Meeting("ana", "hcp", 1));
    }

    @Test
    void who_fits_nobody_is_named_and_meets_nobody() {
        MeetingProblem problem = new MeetingProblem(
                List.of("ana", "ben"),
                List.of("gaia"),
                3,
                10,
                Map.of(pair("ana", "gaia"), 0.5, pair("ben", "gaia"), 0.0));

        MeetingPlan plan = MeetingPlanner.plan(problem);

        assertThat(plan.meetings()).containsExactly(new Meeting("ana", "gaia", 1));
        assertThat(plan.people()).containsExactly("ben");
    }

    @Test
    void limits_are_checked() {
        assertThatIllegalArgumentException().isThrownBy(() -> new MeetingProblem(List.of(), List.of(), 0, 1, Map.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MeetingProblem(List.of(), List.of(), 13, 1, Map.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new MeetingProblem(List.of(), List.of(), 1, 0, Map.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MeetingProblem(List.of(), List.of(), 1, 1, Map.of(pair("a", "b"), Double.NaN)));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void a_plan_is_as_good_as_the_best_of_all_plans(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 40; round++) {
            MeetingProblem problem =
                    random(random, 1 + random.nextInt(4), 1 + random.nextInt(3), 1 + random.nextInt(3), 0.6);

            MeetingPlan plan = MeetingPlanner.plan(problem);
            Best best = best(problem, Set.of());

            check(problem, plan);
            assertThat(problem.people().size()
                            + problem.clusters().size()
                            - plan.people().size()
                            - plan.clusters().size())
                    .as("people and clusters with a meeting, seed %s: %s", seed, problem)
                    .isEqualTo(best.covered);
            assertThat(sum(problem, plan))
                    .as("sum of scores, seed %s: %s", seed, problem)
                    .isCloseTo(best.score, within(1e-5));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15, 16, 17, 18})
    void a_mended_plan_changes_as_little_as_possible(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 40; round++) {
            MeetingProblem before =
                    random(random, 2 + random.nextInt(3), 2 + random.nextInt(2), 1 + random.nextInt(3), 0.6);
            MeetingPlan plan = MeetingPlanner.plan(before);
            MeetingProblem after = withoutOne(random, before);

            MeetingPlan mended = MeetingPlanner.mend(plan, after);

            check(after, mended);
            Set<Pair> stillThere = plan.meetings().stream()
                    .map(Meeting::pair)
                    .filter(pair -> after.people().contains(pair.person())
                            && after.clusters().contains(pair.cluster()))
                    .collect(Collectors.toSet());
            Set<Pair> now = mended.meetings().stream().map(Meeting::pair).collect(Collectors.toSet());
            Best best = best(after, stillThere);
            assertThat(after.people().size()
                            + after.clusters().size()
                            - mended.people().size()
                            - mended.clusters().size())
                    .as("people and clusters with a meeting, seed %s", seed)
                    .isEqualTo(best.covered);
            assertThat(stillThere.isEmpty() ? 0 : changes(stillThere, now))
                    .as("changes, seed %s", seed)
                    .isEqualTo(best.changes);
        }
    }

    /** Looks at every plan with its slots, so that moves count too; in some rooms tables or a slot go, in some a pair is one-sided. */
    @ParameterizedTest
    @ValueSource(longs = {101, 102, 103, 104, 105, 106})
    void no_plan_at_all_needs_fewer_changes_than_the_mended_one(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 500; round++) {
            int slots = 1 + random.nextInt(2);
            MeetingProblem before = partlyOneSided(
                    random,
                    random(random, 3 + random.nextInt(2), 2 + random.nextInt(2), slots + random.nextInt(2), 0.7));
            MeetingPlan plan = MeetingPlanner.plan(before);
            MeetingProblem left = withoutOne(random, before);
            int tables = Math.max(1, before.tables() - random.nextInt(2));
            MeetingProblem after = new MeetingProblem(
                    left.people(), left.clusters(), slots, tables, before.scores(), before.oneSided());

            MeetingPlan mended = MeetingPlanner.mend(plan, after);

            Map<Pair, Integer> kept = plan.meetings().stream()
                    .filter(meeting -> after.people().contains(meeting.person())
                            && after.clusters().contains(meeting.cluster()))
                    .collect(Collectors.toMap(Meeting::pair, Meeting::slot));
            check(after, mended);
            Worth found = Worth.of(after, kept, mended.meetings());
            Worth best = bestWithSlots(after, kept);
            String room = "seed %s, room %s: %s, plan so far %s, mended %s"
                    .formatted(seed, round, after, plan.meetings(), mended.meetings());
            assertThat(found.covered)
                    .as("people and clusters with a meeting, %s", room)
                    .isEqualTo(best.covered);
            assertThat(found.changes).as("changes, %s", room).isEqualTo(best.changes);
            assertThat(found.steady).as("meetings that stay, %s", room).isEqualTo(best.steady);
            assertThat(found.oneSided).as("one-sided meetings, %s", room).isEqualTo(best.oneSided);
            assertThat(found.score).as("sum of scores, %s", room).isCloseTo(best.score, within(1e-5));
            assertThat(found.wishes).as("one-sided wishes, %s", room).isCloseTo(best.wishes, within(1e-3));
        }
    }

    /** One-sided meetings have no score: whom they are between decides between equal sums only. */
    @ParameterizedTest
    @ValueSource(longs = {201, 202, 203, 204})
    void no_plan_at_all_is_better_where_some_fit_in_one_direction_only(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            MeetingProblem problem = partlyOneSided(
                    random, random(random, 2 + random.nextInt(3), 2 + random.nextInt(2), 1 + random.nextInt(2), 0.8));

            MeetingPlan plan = MeetingPlanner.plan(problem);

            check(problem, plan);
            Worth found = Worth.of(problem, Map.of(), plan.meetings());
            Worth best = bestWithSlots(problem, Map.of());
            String room = "seed %s, room %s: %s, plan %s".formatted(seed, round, problem, plan.meetings());
            assertThat(found.covered)
                    .as("people and clusters with a meeting, %s", room)
                    .isEqualTo(best.covered);
            assertThat(found.oneSided).as("one-sided meetings, %s", room).isEqualTo(best.oneSided);
            assertThat(found.score).as("sum of scores, %s", room).isCloseTo(best.score, within(1e-5));
            assertThat(found.wishes).as("one-sided wishes, %s", room).isCloseTo(best.wishes, within(1e-3));
        }
    }

    @Test
    void a_gap_is_filled_by_those_who_are_free_at_the_same_time() {
        // p2 has left; p1 suits c1 better than p0 does, and has time for it only if somebody moves
        Map<Pair, Double> scores = Map.of(
                pair("p3", "c0"),
                0.71,
                pair("p1", "c0"),
                0.73,
                pair("p0", "c2"),
                0.46,
                pair("p1", "c1"),
                0.26,
                pair("p0", "c1"),
                0.04);
        MeetingPlan plan = planOf(
                new Meeting("p3", "c0", 1),
                new Meeting("p0", "c2", 1),
                new Meeting("p1", "c0", 2),
                new Meeting("p2", "c1", 2));

        MeetingPlan mended = MeetingPlanner.mend(
                plan, new MeetingProblem(List.of("p0", "p1", "p3"), List.of("c0", "c1", "c2"), 2, 2, scores));

        MeetingPlan.MeetingChanges changes = plan.to(mended);
        assertThat(changes.moved()).isEmpty();
        assertThat(changes.added()).containsExactly(new Meeting("p0", "c1", 2));
        assertThat(changes.removed()).containsExactly(new Meeting("p2", "c1", 2));
    }

    @Test
    void a_large_tight_room_is_mended_in_a_moment() {
        MeetingProblem wide = random(new Random(7), 150, 20, 8, 0.3);
        MeetingProblem before = new MeetingProblem(wide.people(), wide.clusters(), 8, 19, wide.scores());
        MeetingPlan plan = MeetingPlanner.plan(before);
        List<String> people = before.people().subList(1, 150);
        List<String> clusters = before.clusters().subList(0, 19);
        MeetingProblem after = new MeetingProblem(people, clusters, 8, 18, before.scores());

        MeetingPlan mended = assertTimeout(Duration.ofSeconds(20), () -> MeetingPlanner.mend(plan, after));

        check(after, mended);
        assertThat(mended).isEqualTo(MeetingPlanner.mend(plan, after));
    }

    @Test
    void whom_only_one_side_wants_has_a_meeting_where_there_would_be_none_otherwise() {
        MeetingProblem problem = new MeetingProblem(
                List.of("ana", "ben", "cleo"),
                List.of("alpha", "gaia"),
                3,
                10,
                Map.of(pair("ana", "alpha"), 0.5, pair("ana", "gaia"), 0.4, pair("ben", "alpha"), 0.0),
                Map.of(pair("ben", "alpha"), 0.6, pair("ben", "gaia"), 0.9, pair("ana", "alpha"), 1.0));

        MeetingPlan plan = MeetingPlanner.plan(problem);

        assertThat(plan.meetings())
                .as("ben meets the one that fits him more, and only that one")
                .extracting(Meeting::pair)
                .containsExactlyInAnyOrder(pair("ana", "alpha"), pair("ana", "gaia"), pair("ben", "gaia"));
        assertThat(plan.people()).as("fits nobody in either direction").containsExactly("cleo");
        assertThat(MeetingPlanner.mend(plan, problem)).isEqualTo(plan);
    }

    @Test
    void no_one_sided_meeting_is_worth_a_lower_score_of_others() {
        MeetingProblem problem = new MeetingProblem(
                List.of("ana", "ben"),
                List.of("alpha", "gaia"),
                1,
                2,
                Map.of(pair("ana", "alpha"), 1.0, pair("ben", "alpha"), 0.74),
                Map.of(pair("ana", "gaia"), 1.0, pair("ben", "gaia"), 0.58));

        assertThat(MeetingPlanner.plan(problem).meetings())
                .extracting(Meeting::pair)
                .containsExactlyInAnyOrder(pair("ana", "alpha"), pair("ben", "gaia"));
    }

    @Test
    void who_can_have_a_wanted_meeting_has_no_one_sided_one() {
        MeetingProblem problem = new MeetingProblem(
                List.of("ana", "ben"),
                List.of("alpha", "gaia"),
                2,
                1,
                Map.of(pair("ana", "alpha"), 0.01, pair("ben", "gaia"), 0.01),
                Map.of(pair("ana", "gaia"), 1.0, pair("ben", "alpha"), 1.0));

        assertThat(MeetingPlanner.plan(problem).meetings())
                .extracting(Meeting::pair)
                .containsExactlyInAnyOrder(pair("ana", "alpha"), pair("ben", "gaia"));
    }

    @Test
    void when_somebody_leaves_the_others_keep_their_meetings_and_their_slots() {
        Random random = new Random(5);
        MeetingProblem before = random(random, 50, 12, 6, 0.5);
        MeetingPlan plan = MeetingPlanner.plan(before);
        String leaver = plan.meetings().get(0).person();
        List<String> people = new ArrayList<>(before.people());
        people.remove(leaver);

        MeetingPlan mended = MeetingPlanner.mend(
                plan, new MeetingProblem(people, before.clusters(), before.slots(), before.tables(), before.scores()));

        MeetingPlan.MeetingChanges changes = plan.to(mended);
        assertThat(changes.removed())
                .allMatch(meeting -> meeting.person().equals(leaver))
                .isNotEmpty();
        assertThat(changes.added()).isEmpty();
        assertThat(changes.moved()).isEmpty();
    }

    @Test
    void meetings_of_a_slot_that_is_gone_move_to_where_both_are_free() {
        List<String> people = List.of("ana", "ben");
        Map<Pair, Double> scores = Map.of(
                pair("ana", "gaia"), 0.9, pair("ben", "gaia"), 0.8, pair("ana", "hcp"), 0.7, pair("ben", "hcp"), 0.6);
        MeetingPlan plan =
                planOf(new Meeting("ana", "gaia", 1), new Meeting("ben", "hcp", 1), new Meeting("ben", "gaia", 3));

        MeetingPlan mended =
                MeetingPlanner.mend(plan, new MeetingProblem(people, List.of("gaia", "hcp"), 2, 5, scores));

        assertThat(mended.meetings())
                .containsExactlyInAnyOrder(
                        new Meeting("ana", "gaia", 1), new Meeting("ben", "hcp", 1), new Meeting("ben", "gaia", 2));
        MeetingPlan.MeetingChanges changes = plan.to(mended);
        assertThat(changes.removed()).isEmpty();
        assertThat(changes.moved()).containsExactly(new MeetingPlan.Moved(new Meeting("ben", "gaia", 2), 3));
        assertThat(changes.added()).isEmpty();
    }

    @Test
    void among_equals_the_one_whose_slot_is_gone_gives_way() {
        // ana comes first by name, and came last
        List<String> people = List.of("ana", "ben", "cleo", "dan");
        Map<Pair, Double> scores = people.stream().collect(Collectors.toMap(one -> pair(one, "gaia"), one -> 0.5));
        MeetingPlan plan = planOf(
                new Meeting("ben", "gaia", 1),
                new Meeting("cleo", "gaia", 2),
                new Meeting("dan", "gaia", 3),
                new Meeting("ana", "gaia", 4));

        MeetingPlan mended = MeetingPlanner.mend(plan, new MeetingProblem(people, List.of("gaia"), 3, 5, scores));

        MeetingPlan.MeetingChanges changes = plan.to(mended);
        assertThat(changes.removed()).containsExactly(new Meeting("ana", "gaia", 4));
        assertThat(changes.moved()).isEmpty();
        assertThat(changes.added()).isEmpty();
        assertThat(mended.people()).containsExactly("ana");
    }

    @Test
    void one_that_can_stay_does_not_give_way_to_one_that_both_sides_want() {
        List<String> people = List.of("ana", "ben", "cleo");
        MeetingPlan plan =
                planOf(new Meeting("ana", "gaia", 1), new Meeting("ben", "gaia", 2), new Meeting("cleo", "gaia", 3));

        MeetingPlan mended = MeetingPlanner.mend(
                plan,
                new MeetingProblem(
                        people,
                        List.of("gaia"),
                        2,
                        1,
                        Map.of(pair("cleo", "gaia"), 1.0),
                        Map.of(pair("ana", "gaia"), 0.5, pair("ben", "gaia"), 0.5)));

        MeetingPlan.MeetingChanges changes = plan.to(mended);
        assertThat(changes.removed()).containsExactly(new Meeting("cleo", "gaia", 3));
        assertThat(changes.moved()).isEmpty();
        assertThat(changes.added()).isEmpty();
    }

    @Test
    void in_the_largest_room_one_that_can_stay_outweighs_all_scores() {
        // as many meetings as there can be: one more that stays is worth more than all others being wanted by both
        List<String> people = IntStream.range(0, MeetingProblem.MOST_PEOPLE)
                .mapToObj(i -> "p" + (100 + i))
                .toList();
        List<String> clusters =
                IntStream.range(0, 300).mapToObj(i -> "c" + (100 + i)).toList();
        Map<Pair, Double> scores = new HashMap<>();
        Map<Pair, Double> oneSided = new HashMap<>();
        List<Meeting> meetings = new ArrayList<>();
        for (int i = 0; i < people.size(); i++) {
            oneSided.put(pair(people.get(i), clusters.get(i)), 0.000001);
            meetings.add(new Meeting(people.get(i), clusters.get(i), 1));
            Pair other = pair(people.get(i), clusters.get((i + 1) % clusters.size()));
            scores.put(other, 1.0);
            meetings.add(new Meeting(other.person(), other.cluster(), 2));
        }

        MeetingPlan mended = MeetingPlanner.mend(
                new MeetingPlan(meetings, List.of(), List.of()),
                new MeetingProblem(people, clusters, 1, 300, scores, oneSided));

        assertThat(mended.meetings()).hasSize(300).allMatch(meeting -> oneSided.containsKey(meeting.pair()));
        assertThat(mended.meetings()).allMatch(meetings::contains);
    }

    @ParameterizedTest
    @ValueSource(longs = {51, 52, 53, 54})
    void with_one_slot_less_only_what_finds_no_place_is_dropped(long seed) {
        MeetingProblem before = random(new Random(seed), 20, 8, 4, 0.4);
        MeetingPlan plan = MeetingPlanner.plan(before);
        MeetingProblem after =
                new MeetingProblem(before.people(), before.clusters(), 3, before.tables(), before.scores());

        MeetingPlan mended = MeetingPlanner.mend(plan, after);

        check(after, mended);
        Map<String, Long> busy = mended.meetings().stream()
                .flatMap(meeting -> Stream.of(meeting.person(), meeting.cluster()))
                .collect(Collectors.groupingBy(who -> who, Collectors.counting()));
        assertThat(plan.to(mended).removed())
                .as("seed %s", seed)
                .isNotEmpty()
                .allMatch(meeting ->
                        busy.getOrDefault(meeting.person(), 0L) == 3 || busy.getOrDefault(meeting.cluster(), 0L) == 3);
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23})
    void a_full_room_is_planned_within_its_slots_and_tables(long seed) {
        Random random = new Random(seed);
        MeetingProblem problem = random(random, 60, 15, 6, 0.7);

        MeetingPlan plan = MeetingPlanner.plan(problem);

        check(problem, plan);
        Map<Integer, Long> loads =
                plan.meetings().stream().collect(Collectors.groupingBy(Meeting::slot, Collectors.counting()));
        assertThat(loads).hasSize(6);
        assertThat(Collections.max(loads.values()) - Collections.min(loads.values()))
                .as("de Werra: all slots equally full")
                .isLessThanOrEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(longs = {51, 52, 53})
    void no_two_slots_could_change_places_to_save_somebody_an_empty_slot_between_meetings(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 20; round++) {
            MeetingProblem problem = random(random, 6, 4, 4, 0.4);
            List<Meeting> meetings = MeetingPlanner.plan(problem).meetings();
            int gaps = gaps(meetings);
            for (int a = 1; a <= problem.slots(); a++) {
                for (int b = a + 1; b <= problem.slots(); b++) {
                    assertThat(gaps(exchanged(meetings, a, b)))
                            .as("slots %d and %d, seed %d: %s", a, b, seed, problem)
                            .isGreaterThanOrEqualTo(gaps);
                }
            }
        }
    }

    private static List<Meeting> exchanged(List<Meeting> meetings, int a, int b) {
        return meetings.stream()
                .map(meeting -> new Meeting(
                        meeting.person(),
                        meeting.cluster(),
                        meeting.slot() == a ? b : meeting.slot() == b ? a : meeting.slot()))
                .toList();
    }

    private static int gaps(List<Meeting> meetings) {
        return Stream.concat(
                        meetings.stream().collect(Collectors.groupingBy(Meeting::person)).values().stream(),
                        meetings.stream().collect(Collectors.groupingBy(Meeting::cluster)).values().stream())
                .mapToInt(day -> {
                    int first = day.stream().mapToInt(Meeting::slot).min().orElseThrow();
                    int last = day.stream().mapToInt(Meeting::slot).max().orElseThrow();
                    return last - first + 1 - day.size();
                })
                .sum();
    }

    @Test
    void few_tables_in_the_room_limit_each_slot() {
        MeetingProblem wide = random(new Random(31), 20, 8, 4, 0.9);
        MeetingProblem narrow = new MeetingProblem(wide.people(), wide.clusters(), 4, 5, wide.scores());

        MeetingPlan plan = MeetingPlanner.plan(narrow);

        check(narrow, plan);
        assertThat(plan.meetings()).hasSize(20);
        assertThat(plan.people())
                .as("20 places are enough for one meeting each")
                .isEmpty();
    }

    @Test
    void the_order_of_the_input_does_not_matter() {
        MeetingProblem problem = random(new Random(41), 12, 5, 3, 0.6);
        List<String> people = new ArrayList<>(problem.people());
        List<String> clusters = new ArrayList<>(problem.clusters());
        Collections.reverse(people);
        Collections.shuffle(clusters, new Random(42));

        assertThat(MeetingPlanner.plan(new MeetingProblem(people, clusters, 3, problem.tables(), problem.scores())))
                .isEqualTo(MeetingPlanner.plan(problem));
    }

    private static void check(MeetingProblem problem, MeetingPlan plan) {
        Set<String> busy = new HashSet<>();
        Set<Pair> pairs = new HashSet<>();
        int[] load = new int[problem.slots() + 1];
        for (Meeting meeting : plan.meetings()) {
            assertThat(meeting.slot()).isBetween(1, problem.slots());
            assertThat(busy.add("person " + meeting.person() + meeting.slot()))
                    .as("person twice in a slot")
                    .isTrue();
            assertThat(busy.add("cluster " + meeting.cluster() + meeting.slot()))
                    .as("cluster twice in a slot")
                    .isTrue();
            assertThat(pairs.add(meeting.pair())).as("met once already").isTrue();
            assertThat(problem.meets(meeting.person(), meeting.cluster())).isTrue();
            assertThat(++load[meeting.slot()]).isLessThanOrEqualTo(problem.tables());
        }
    }

    private static double sum(MeetingProblem problem, MeetingPlan plan) {
        return plan.meetings().stream()
                .mapToDouble(meeting -> problem.score(meeting.person(), meeting.cluster()))
                .sum();
    }

    private static int changes(Set<Pair> before, Set<Pair> after) {
        return (int) (before.stream().filter(pair -> !after.contains(pair)).count()
                + after.stream().filter(pair -> !before.contains(pair)).count());
    }

    /** Looks at every set of pairs. */
    private static Best best(MeetingProblem problem, Set<Pair> kept) {
        List<Pair> pairs = problem.people().stream()
                .flatMap(person -> problem.clusters().stream().map(cluster -> pair(person, cluster)))
                .filter(pair -> problem.score(pair.person(), pair.cluster()) > 0)
                .toList();
        Best best = new Best(-1, 0, 0);
        for (int chosen = 0; chosen < 1 << pairs.size(); chosen++) {
            int bits = chosen;
            Set<Pair> set = IntStream.range(0, pairs.size())
                    .filter(i -> (bits >> i & 1) == 1)
                    .mapToObj(pairs::get)
                    .collect(Collectors.toSet());
            Map<String, Long> meetings = new HashMap<>();
            set.forEach(pair -> {
                meetings.merge("person " + pair.person(), 1L, Long::sum);
                meetings.merge("cluster " + pair.cluster(), 1L, Long::sum);
            });
            if (set.size() > problem.slots() * problem.tables()
                    || meetings.values().stream().anyMatch(count -> count > problem.slots())) {
                continue;
            }
            double score = set.stream()
                    .mapToDouble(pair -> problem.score(pair.person(), pair.cluster()))
                    .sum();
            Best found = new Best(meetings.size(), kept.isEmpty() ? 0 : changes(kept, set), score);
            best = found.betterThan(best) ? found : best;
        }
        return best;
    }

    /** Looks at every way to give every pair a slot or none. */
    private static Worth bestWithSlots(MeetingProblem problem, Map<Pair, Integer> kept) {
        List<Pair> pairs = problem.people().stream()
                .flatMap(person -> problem.clusters().stream().map(cluster -> pair(person, cluster)))
                .filter(pair -> problem.meets(pair.person(), pair.cluster()))
                .toList();
        return bestWithSlots(
                problem, kept, pairs, 0, new ArrayList<>(), new HashSet<>(), new int[problem.slots() + 1], null);
    }

    private static Worth bestWithSlots(
            MeetingProblem problem,
            Map<Pair, Integer> kept,
            List<Pair> pairs,
            int next,
            List<Meeting> chosen,
            Set<String> busy,
            int[] load,
            Worth sofar) {
        if (next == pairs.size()) {
            Worth worth = Worth.of(problem, kept, chosen);
            return sofar == null || worth.betterThan(sofar) ? worth : sofar;
        }
        Worth best = bestWithSlots(problem, kept, pairs, next + 1, chosen, busy, load, sofar);
        Pair pair = pairs.get(next);
        for (int slot = 1; slot <= problem.slots(); slot++) {
            String person = "person " + pair.person() + slot;
            String cluster = "cluster " + pair.cluster() + slot;
            if (load[slot] < problem.tables() && !busy.contains(person) && !busy.contains(cluster)) {
                busy.add(person);
                busy.add(cluster);
                load[slot]++;
                chosen.add(new Meeting(pair.person(), pair.cluster(), slot));
                best = bestWithSlots(problem, kept, pairs, next + 1, chosen, busy, load, best);
                chosen.remove(chosen.size() - 1);
                load[slot]--;
                busy.remove(person);
                busy.remove(cluster);
            }
        }
        return best;
    }

    /**
     * How good a plan is.
     *
     * @param steady meetings kept that have their slot still
     * @param wishes how much those are wanted that only one side wants
     */
    private record Worth(int covered, int changes, int steady, int oneSided, double score, double wishes) {

        static Worth of(MeetingProblem problem, Map<Pair, Integer> kept, List<Meeting> meetings) {
            Set<String> covered = new HashSet<>();
            int changes = kept.size();
            int steady = 0;
            int oneSidedMeetings = 0;
            double score = 0;
            double wishes = 0;
            for (Meeting meeting : meetings) {
                covered.add("person " + meeting.person());
                covered.add("cluster " + meeting.cluster());
                Integer before = kept.get(meeting.pair());
                changes += before == null ? 1 : -1;
                changes += before != null && before <= problem.slots() && before != meeting.slot() ? 1 : 0;
                steady += before != null && before <= problem.slots() ? 1 : 0;
                double oneSided = problem.oneSided(meeting.person(), meeting.cluster());
                oneSidedMeetings += oneSided > 0 ? 1 : 0;
                wishes += oneSided;
                score += problem.score(meeting.person(), meeting.cluster());
            }
            return new Worth(covered.size(), kept.isEmpty() ? 0 : changes, steady, oneSidedMeetings, score, wishes);
        }

        boolean betterThan(Worth other) {
            if (covered != other.covered) {
                return covered > other.covered;
            }
            if (changes != other.changes) {
                return changes < other.changes;
            }
            if (steady != other.steady) {
                return steady > other.steady;
            }
            if (oneSided != other.oneSided) {
                return oneSided < other.oneSided;
            }
            return Math.abs(score - other.score) > 1e-9 ? score > other.score : wishes > other.wishes;
        }
    }

    private record Best(int covered, int changes, double score) {
        boolean betterThan(Best other) {
            if (covered != other.covered) {
                return covered > other.covered;
            }
            return changes != other.changes ? changes < other.changes : score > other.score;
        }
    }

    private static MeetingProblem random(Random random, int people, int clusters, int slots, double density) {
        Map<Pair, Double> scores = new HashMap<>();
        List<String> persons =
                IntStream.range(0, people).mapToObj(i -> "p" + (10 + i)).toList();
        List<String> hosts =
                IntStream.range(0, clusters).mapToObj(i -> "c" + (10 + i)).toList();
        persons.forEach(person -> hosts.forEach(host -> {
            if (random.nextDouble() < density) {
                scores.put(pair(person, host), (1 + random.nextInt(100)) / 100.0);
            }
        }));
        int tables = people <= 4 ? 1 + random.nextInt(3) : clusters;
        return new MeetingProblem(persons, hosts, slots, tables, scores);
    }

    /** The same room when somebody, or a cluster, does not come. */
    private static MeetingProblem withoutOne(Random random, MeetingProblem room) {
        List<String> people = new ArrayList<>(room.people());
        List<String> clusters = new ArrayList<>(room.clusters());
        List<String> side = random.nextBoolean() ? people : clusters;
        side.remove(random.nextInt(side.size()));
        return new MeetingProblem(people, clusters, room.slots(), room.tables(), room.scores(), room.oneSided());
    }

    /** The same room, in half of all cases, where about every fifth pair is wanted by one side only. */
    private static MeetingProblem partlyOneSided(Random random, MeetingProblem room) {
        Map<Pair, Double> scores =
                new TreeMap<>(Comparator.comparing(Pair::person).thenComparing(Pair::cluster));
        scores.putAll(room.scores());
        Map<Pair, Double> oneSided = new HashMap<>();
        if (random.nextBoolean()) {
            scores.forEach((pair, score) -> {
                if (random.nextInt(5) == 0) {
                    oneSided.put(pair, score);
                }
            });
            scores.keySet().removeAll(oneSided.keySet());
        }
        return new MeetingProblem(room.people(), room.clusters(), room.slots(), room.tables(), scores, oneSided);
    }

    private static MeetingPlan planOf(Meeting... meetings) {
        return new MeetingPlan(List.of(meetings), List.of(), List.of());
    }

    private static Pair pair(String person, String cluster) {
        return new Pair(person, cluster);
    }
}
