package eu.urbact.infocus.directory.cluster;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/**
 * Which cluster has which terms, as sets of bits: one bit per cluster in the order of the names, one set per term. Counting
 * what a further choice would leave is then a matter of ands, some microseconds each, whatever the number of clusters that fit;
 * in the database it is a matter of reading every tag of every cluster that fits.
 */
final class ClusterIndex {

    /** In its name; in its summary or keywords; anywhere else. */
    static final int RANKS = 3;

    /** Some kilobytes each in a large directory. */
    private static final int MOST_WORDS = 500;

    /**
     * A cluster with its terms.
     *
     * @param id its id
     * @param terms each as {@code side=value}
     */
    record Row(String id, List<String> terms) {}

    private final String version;
    private final List<String> ids;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Map<Narrowing, Map<String, BitSet>> sets = new EnumMap<>(Narrowing.class);
    private final Cache<String, FoundWord> known =
            Caffeine.newBuilder().maximumSize(MOST_WORDS).build();

    /**
     * Makes an index.
     *
     * @param version the directory's revision and the day of which it is
     * @param rows all clusters in the order of their names; gone through once, so that they need not all be in memory
     */
    ClusterIndex(String version, Stream<Row> rows) {
        this.version = version;
        List<String> inOrder = new ArrayList<>();
        Map<String, BitSet> byTerm = new HashMap<>();
        rows.forEachOrdered(row -> {
            int number = inOrder.size();
            inOrder.add(row.id());
            numbers.put(row.id(), number);
            for (String term : row.terms()) {
                byTerm.computeIfAbsent(term, any -> new BitSet()).set(number);
            }
        });
        this.ids = List.copyOf(inOrder);
        for (Narrowing side : Narrowing.values()) {
            Map<String, BitSet> values = new HashMap<>();
            String prefix = side.field() + "=";
            byTerm.forEach((term, set) -> {
                if (term.startsWith(prefix)) {
                    values.put(term.substring(prefix.length()), set);
                }
            });
            sets.put(side, values);
        }
    }

    String version() {
        return version;
    }

    /**
     * Who has which of some words. What is found by one is kept as long as the index, so that only the first reader waits for it who looks
     * for it: others look for the same, go on to the next page or narrow what they have found.
     *
     * @param words each as the database is asked for it
     * @param find ids of clusters for each of the words that are not known yet, in {@link #RANKS} lists, the best rank first; a cluster may
     *     be in several, and the best counts
     * @return one for each word
     */
    Collection<FoundWord> find(
            Collection<String> words, Function<Collection<String>, Map<String, List<List<String>>>> find) {
        return known.getAll(words, missing -> {
                    Map<String, FoundWord> found = new HashMap<>();
                    find.apply(Set.copyOf(missing)).forEach((word, byRank) -> found.put(word, found(byRank)));
                    return found;
                })
                .values();
    }

    private FoundWord found(List<List<String>> byRank) {
        List<BitSet> upTo = new ArrayList<>();
        BitSet having = new BitSet(ids.size());
        for (List<String> rank : byRank) {
            for (String id : rank) {
                // a cluster may have come or gone since the index was made
                Integer number = numbers.get(id);
                if (number != null) {
                    having.set(number);
                }
            }
            upTo.add((BitSet) having.clone());
        }
        return new FoundWord(upTo);
    }

    /**
     * The clusters that have all words. One that has a word in its name and another only in a notice stands where the notice puts it.
     *
     * @param words what was found by each of them
     * @return none when there is no word
     */
    Ranked havingAll(Collection<FoundWord> words) {
        List<BitSet> ranked = new ArrayList<>();
        BitSet better = new BitSet(ids.size());
        for (int rank = 0; rank < RANKS; rank++) {
            BitSet all = new BitSet(ids.size());
            all.set(0, words.isEmpty() ? 0 : ids.size());
            for (FoundWord word : words) {
                all.and(word.upTo().get(rank));
            }
            all.andNot(better);
            better.or(all);
            ranked.add(all);
        }
        return new Ranked(ranked);
    }

    /**
     * Starts a search.
     *
     * @param wanted the values of each side that is narrowed
     * @param found what was found by words, or null when nobody asked for words
     * @return the clusters that fit
     */
    Selection select(Map<Narrowing, List<String>> wanted, Ranked found) {
        List<BitSet> ranked = found == null ? List.of(everything()) : found.byRank();
        Map<Narrowing, BitSet> fitting = new EnumMap<>(Narrowing.class);
        wanted.forEach((side, values) -> {
            BitSet fits = new BitSet(ids.size());
            values.forEach(value -> fits.or(sets.get(side).getOrDefault(value, new BitSet(0))));
            fitting.put(side, fits);
        });
        return new Selection(ranked, fitting, wanted);
    }

    private BitSet everything() {
        BitSet all = new BitSet(ids.size());
        all.set(0, ids.size());
        return all;
    }

    /**
     * Who has a word.
     *
     * @param upTo for each rank those who have it there or at a better place
     */
    record FoundWord(List<BitSet> upTo) {}

    /**
     * Clusters in ranks.
     *
     * @param byRank a set for each rank, the best first; no cluster is in two of them
     */
    record Ranked(List<BitSet> byRank) {
        boolean isEmpty() {
            return byRank.stream().allMatch(BitSet::isEmpty);
        }
    }

    /** The clusters that fit a filter. */
    final class Selection {

        private final List<BitSet> ranked;
        private final BitSet base = new BitSet(ids.size());
        private final Map<Narrowing, BitSet> fitting;
        private final Map<Narrowing, List<String>> wanted;
        private final BitSet fits;

        private Selection(List<BitSet> ranked, Map<Narrowing, BitSet> fitting, Map<Narrowing, List<String>> wanted) {
            this.ranked = ranked;
            this.fitting = fitting;
            this.wanted = wanted;
            ranked.forEach(base::or);
            this.fits = without(null);
        }

        /** Clusters that fit all sides but one. */
        private BitSet without(Narrowing left) {
            BitSet result = (BitSet) base.clone();
            fitting.forEach((side, set) -> {
                if (side != left) {
                    result.and(set);
                }
            });
            return result;
        }

        int total() {
            return fits.cardinality();
        }

        /**
         * One page: by rank, then by name.
         *
         * @param offset clusters to leave out, from 0
         * @param limit clusters on the page
         * @return their ids
         */
        List<String> page(int offset, int limit) {
            return ranked.stream()
                    .flatMapToInt(rank -> {
                        BitSet both = (BitSet) rank.clone();
                        both.and(fits);
                        return both.stream();
                    })
                    .skip(offset)
                    .limit(limit)
                    .mapToObj(ids::get)
                    .toList();
        }

        /**
         * How many clusters each value of a side would leave, with all filters but those of this side.
         *
         * @param side to count
         * @return values with at least one cluster, and those that are chosen: nobody could see and undo a choice that is not there
         */
        List<Counted> counts(Narrowing side) {
            BitSet others = fitting.containsKey(side) ? without(side) : fits;
            List<Counted> counts = new ArrayList<>();
            Set<String> chosen = new LinkedHashSet<>(wanted.getOrDefault(side, List.of()));
            sets.get(side).forEach((value, set) -> {
                BitSet both = (BitSet) others.clone();
                both.and(set);
                if (chosen.remove(value) || !both.isEmpty()) {
                    counts.add(new Counted(value, both.cardinality()));
                }
            });
            chosen.forEach(value -> counts.add(new Counted(value, 0)));
            return counts;
        }
    }

    /**
     * A value with its clusters.
     *
     * @param value of a side
     * @param count clusters that have it
     */
    record Counted(String value, int count) {}
}
