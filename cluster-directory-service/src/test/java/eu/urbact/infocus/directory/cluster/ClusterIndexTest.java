package eu.urbact.infocus.directory.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import eu.urbact.infocus.directory.cluster.ClusterIndex.Row;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

class ClusterIndexTest {

    private static final List<Row> ROWS = List.of(
            new Row("a", List.of("city=porto", "country=PT", "competence=photonics")),
            new Row("b", List.of("city=porto", "country=PT")),
            new Row("c", List.of("city=torino", "country=IT", "competence=photonics")));

    @Test
    void values_of_one_side_are_alternatives_and_sides_must_all_fit() {
        ClusterIndex index = new ClusterIndex("v1", ROWS.stream());
        assertThat(index.select(Map.of(Narrowing.CITY, List.of("porto", "torino")), null)
                        .total())
                .isEqualTo(3);
        assertThat(index.select(
                                Map.of(
                                        Narrowing.CITY, List.of("porto"),
                                        Narrowing.COMPETENCE, List.of("photonics")),
                                null)
                        .page(0, 10))
                .containsExactly("a");
        assertThat(index.select(Map.of(Narrowing.CITY, List.of("nowhere")), null)
                        .total())
                .isZero();
    }

    @Test
    void the_best_rank_comes_first_and_then_the_name_and_unknown_ids_are_left_out() {
        ClusterIndex index = new ClusterIndex("v1", ROWS.stream());
        var found = index.select(
                Map.of(),
                havingAll(index, Map.of("word", List.of(List.of("c"), List.of(), List.of("b", "gone", "a")))));
        assertThat(found.total()).isEqualTo(3);
        assertThat(found.page(0, 2)).containsExactly("c", "a");
        assertThat(found.page(2, 2)).containsExactly("b");
        assertThat(found.page(4, 2)).isEmpty();
    }

    @Test
    void all_words_must_be_there_and_the_worst_place_of_one_ranks() {
        ClusterIndex index = new ClusterIndex("v1", ROWS.stream());
        List<List<String>> name = List.of(List.of("a", "b", "c"), List.of(), List.of("a"));
        List<List<String>> mixed = List.of(List.of("b"), List.of(), List.of("a", "b"));
        List<List<String>> nobody = List.of(List.of(), List.of(), List.of());
        assertThat(index.select(Map.of(), havingAll(index, Map.of("name", name, "mixed", mixed)))
                        .page(0, 10))
                .containsExactly("b", "a");
        assertThat(havingAll(index, Map.of("name", name, "nobody", nobody)).isEmpty())
                .isTrue();
        assertThat(havingAll(index, Map.of()).isEmpty()).isTrue();
    }

    @Test
    void a_word_is_looked_for_once() {
        ClusterIndex index = new ClusterIndex("v1", ROWS.stream());
        List<String> lookedFor = new ArrayList<>();
        for (List<String> words : List.of(List.of("lens", "beam"), List.of("beam", "laser"), List.of("lens"))) {
            index.find(words, missing -> {
                lookedFor.addAll(missing);
                return missing.stream()
                        .collect(toMap(word -> word, any -> List.of(List.of("a"), List.of(), List.of())));
            });
        }
        assertThat(lookedFor).containsExactlyInAnyOrder("lens", "beam", "laser");
    }

    private static ClusterIndex.Ranked havingAll(ClusterIndex index, Map<String, List<List<String>>> words) {
        return index.havingAll(index.find(words.keySet(), missing -> words));
    }

    @Test
    void it_counts_like_a_plain_count() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        List<Row> rows = IntStream.range(0, 300)
                .mapToObj(number -> {
                    List<String> terms = new ArrayList<>();
                    terms.add("city=" + random.nextInt(5));
                    terms.add("country=" + random.nextInt(3));
                    for (int i = 0; i < 8; i++) {
                        if (random.nextBoolean()) {
                            terms.add("competence=" + i);
                        }
                    }
                    return new Row("cluster-" + number, terms);
                })
                .toList();
        ClusterIndex index = new ClusterIndex("v1", rows.stream());
        for (int round = 0; round < 50; round++) {
            Map<Narrowing, List<String>> wanted = new TreeMap<>();
            for (Narrowing side : List.of(Narrowing.CITY, Narrowing.COUNTRY, Narrowing.COMPETENCE)) {
                if (random.nextBoolean()) {
                    wanted.put(side, List.of(String.valueOf(random.nextInt(8)), String.valueOf(random.nextInt(8))));
                }
            }
            var selection = index.select(wanted, null);
            assertThat(selection.page(0, 300))
                    .as("seed %d, %s", seed, wanted)
                    .isEqualTo(rows.stream()
                            .filter(fits(wanted, null))
                            .map(Row::id)
                            .toList());
            for (Narrowing side : Narrowing.values()) {
                Map<String, Integer> plain = new TreeMap<>();
                rows.stream()
                        .filter(fits(wanted, side))
                        .flatMap(row -> row.terms().stream())
                        .filter(term -> term.startsWith(side.field() + "="))
                        .forEach(term -> plain.merge(term.substring(side.field().length() + 1), 1, Integer::sum));
                // what is chosen is there, found or not
                wanted.getOrDefault(side, List.of()).forEach(value -> plain.putIfAbsent(value, 0));
                assertThat(selection.counts(side).stream()
                                .collect(toMap(ClusterIndex.Counted::value, ClusterIndex.Counted::count)))
                        .as("seed %d, %s, facet %s", seed, wanted, side)
                        .isEqualTo(plain);
            }
        }
    }

    private static Predicate<Row> fits(Map<Narrowing, List<String>> wanted, Narrowing left) {
        return row -> wanted.entrySet().stream()
                .filter(entry -> entry.getKey() != left)
                .allMatch(entry -> entry.getValue().stream()
                        .anyMatch(value -> row.terms().contains(entry.getKey().field() + "=" + value)));
    }
}
