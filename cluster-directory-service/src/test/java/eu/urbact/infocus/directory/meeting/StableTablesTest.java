package eu.urbact.infocus.directory.meeting;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import eu.urbact.infocus.directory.meeting.Meeting.Pair;

import static org.assertj.core.api.Assertions.assertThat;

class StableTablesTest {

    @Test
    void a_full_table_takes_those_who_fit_best() {
        Map<Pair, Double> wishes =
                Map.of(new Pair("ana", "gaia"), 0.9, new Pair("ben", "gaia"), 0.9, new Pair("ana", "hcp"), 0.1);
        Map<Pair, Double> scores = Map.of(new Pair("ana", "gaia"), 0.4, new Pair("ben", "gaia"), 0.5);

        assertThat(new StableTables(Map.of("gaia", 1, "hcp", 1), wishes, scores).seat(List.of("ana", "ben")))
                .isEqualTo(Map.of("gaia", List.of("ben"), "hcp", List.of("ana")));
    }

    @Test
    void nobody_sits_at_a_table_without_chairs() {
        assertThat(new StableTables(Map.of("gaia", 0, "hcp", 1), Map.of(new Pair("ana", "gaia"), 1.0), Map.of())
                        .seat(List.of("ana", "ben")))
                .isEqualTo(Map.of("gaia", List.of(), "hcp", List.of("ana")));
    }

    @Test
    void a_distribution_that_is_not_stable_is_found_out() {
        StableTables tables = new StableTables(
                Map.of("gaia", 1, "hcp", 1),
                Map.of(new Pair("ana", "gaia"), 0.9, new Pair("ben", "hcp"), 0.9),
                Map.of(new Pair("ana", "gaia"), 0.9, new Pair("ben", "hcp"), 0.9));

        assertThat(tables.blocking(List.of("ana", "ben"), Map.of("gaia", List.of("ben"), "hcp", List.of("ana"))))
                .containsExactly(new Pair("ana", "gaia"), new Pair("ben", "hcp"));
    }

    @Test
    void who_likes_two_tables_equally_stays_and_a_better_free_chair_is_taken() {
        Map<Pair, Double> wishes = Map.of(
                new Pair("ana", "gaia"), 0.5,
                new Pair("ana", "hcp"), 0.5,
                new Pair("ben", "gaia"), 0.9,
                new Pair("ben", "hcp"), 0.5);
        StableTables tables = new StableTables(Map.of("gaia", 1, "hcp", 2), wishes, Map.of());

        assertThat(tables.seat(List.of("ana"), Map.of("hcp", List.of("ana"))))
                .isEqualTo(Map.of("gaia", List.of(), "hcp", List.of("ana")));
        assertThat(tables.seat(List.of("ana"))).isEqualTo(Map.of("gaia", List.of("ana"), "hcp", List.of()));
        assertThat(tables.isStable(List.of("ana"), Map.of("hcp", List.of("ana"))))
                .isTrue();
        // the chair of somebody who has left is free
        Map<String, List<String>> before = Map.of("gaia", List.of("zoe"), "hcp", List.of("ana", "ben"));
        assertThat(tables.blocking(List.of("ana", "ben"), before)).containsExactly(new Pair("ben", "gaia"));
        Map<String, List<String>> after = tables.seat(List.of("ana", "ben"), before);
        assertThat(after).isEqualTo(Map.of("gaia", List.of("ben"), "hcp", List.of("ana")));
        assertThat(MeetingPlan.seats(List.of("ana", "ben"), before, after))
                .containsExactly(new MeetingPlan.SeatChange("ben", "hcp", "gaia"));
    }

    @Test
    void more_people_than_chairs_are_not_stable_and_nobody_is_wanted_where_nobody_fits_better() {
        StableTables tables = new StableTables(Map.of("gaia", 2), Map.of(), Map.of());
        List<String> people = List.of("ana", "ben", "cleo");

        assertThat(tables.isStable(people, Map.of("gaia", people))).isFalse();
        assertThat(tables.isStable(people, Map.of("gaia", List.of("ana", "ben"))))
                .isTrue();
        assertThat(tables.isStable(people, Map.of("gaia", List.of("ana")))).isFalse();
        assertThat(tables.isStable(people, Map.of("hcp", people))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void every_distribution_is_stable_and_keeps_the_chairs(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 20; round++) {
            List<String> people = IntStream.range(0, 1 + random.nextInt(40))
                    .mapToObj(i -> "p" + (10 + i))
                    .toList();
            Map<String, Integer> chairs = new HashMap<>();
            IntStream.range(0, 1 + random.nextInt(8)).forEach(i -> chairs.put("c" + i, random.nextInt(8)));
            Map<Pair, Double> wishes = new HashMap<>();
            Map<Pair, Double> scores = new HashMap<>();
            for (String person : people) {
                for (String table : chairs.keySet()) {
                    wishes.put(new Pair(person, table), random.nextInt(5) / 4.0);
                    scores.put(new Pair(person, table), random.nextInt(5) / 4.0);
                }
            }
            StableTables tables = new StableTables(chairs, wishes, scores);

            Map<String, List<String>> seated = tables.seat(people);

            int allChairs = chairs.values().stream().mapToInt(Integer::intValue).sum();
            assertThat(seated.values().stream().mapToInt(List::size).sum())
                    .as("seed %s", seed)
                    .isEqualTo(Math.min(people.size(), allChairs));
            seated.forEach((table, there) -> assertThat(there.size()).isLessThanOrEqualTo(chairs.get(table)));
            assertThat(tables.blocking(people, seated)).as("seed %s", seed).isEmpty();

            List<String> left = people.subList(random.nextInt(2), people.size());
            Map<String, List<String>> again = tables.seat(left, seated);
            assertThat(tables.isStable(left, again)).as("seed %s", seed).isTrue();
            assertThat(tables.seat(people, seated))
                    .as("who sits well keeps the chair, seed %s", seed)
                    .isEqualTo(seated);
        }
    }
}
