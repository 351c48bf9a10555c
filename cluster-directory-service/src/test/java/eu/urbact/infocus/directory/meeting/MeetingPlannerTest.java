package eu.urbact.infocus.directory.meeting;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
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
            List<String> people = new ArrayList<>(before.people());
            List<String> clusters = new ArrayList<>(before.clusters());
            if (random.nextBoolean()) {
                people.remove(random.nextInt(people.size()));
            } else {
                clusters.remove(random.nextInt(clusters.size()));
            }
            MeetingProblem after =
                    new MeetingProblem(people, clusters, before.slots(), before.tables(), before.scores());

            MeetingPlan mended = MeetingPlanner.mend(plan, after);

            check(after, mended);
            Set<Pair> stillThere = plan.meetings().stream()
                    .map(Meeting::pair)
                    .filter(pair -> people.contains(pair.person()) && clusters.contains(pair.cluster()))
                    .collect(Collectors.toSet());
            Set<Pair> now = mended.meetings().stream().map(Meeting::pair).collect(Collectors.toSet());
            Best best = best(after, stillThere);
            assertThat(people.size()
                            + clusters.size()
                            - mended.people().size()
                            - mended.clusters().size())
                    .as("people and clusters with a meeting, seed %s", seed)
                    .isEqualTo(best.covered);
            assertThat(stillThere.isEmpty() ? 0 : changes(stillThere, now))
                    .as("changes, seed %s", seed)
                    .isEqualTo(best.changes);
        }
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
        MeetingPlan plan = new MeetingPlan(
                List.of(new Meeting("ana", "gaia", 1), new Meeting("ben", "hcp", 1), new Meeting("ben", "gaia", 3)),
                List.of(),
                List.of());

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
        MeetingPlan plan = new MeetingPlan(
                List.of(
                        new Meeting("ben", "gaia", 1),
                        new Meeting("cleo", "gaia", 2),
                        new Meeting("dan", "gaia", 3),
                        new Meeting("ana", "gaia", 4)),
                List.of(),
                List.of());

        MeetingPlan mended = MeetingPlanner.mend(plan, new MeetingProblem(people, List.of("gaia"), 3, 5, scores));

        MeetingPlan.MeetingChanges changes = plan.to(mended);
        assertThat(changes.removed()).containsExactly(new Meeting("ana", "gaia", 4));
        assertThat(changes.moved()).isEmpty();
        assertThat(changes.added()).isEmpty();
        assertThat(mended.people()).containsExactly("ana");
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
            assertThat(problem.score(meeting.person(), meeting.cluster())).isPositive();
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

    private static Pair pair(String person, String cluster) {
        return new Pair(person, cluster);
    }
}
