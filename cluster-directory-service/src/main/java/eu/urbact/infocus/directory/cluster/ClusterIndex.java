package eu.urbact.infocus.directory.cluster;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Which cluster has which terms, as sets of bits: one bit per cluster in the order of the names, one set per term. Counting
 * what a further choice would leave is then a matter of ands, some microseconds each, whatever the number of clusters that fit;
 * in the database it is a matter of reading every tag of every cluster that fits.
 */
final class ClusterIndex {

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

    /**
     * Makes an index.
     *
     * @param version the directory's revision and the day of which it is
     * @param rows all clusters in the order of their names
     */
    ClusterIndex(String version, List<Row> rows) {
        this.version = version;
        this.ids = rows.stream().map(Row::id).toList();
        Map<String, BitSet> byTerm = new HashMap<>();
        for (int number = 0; number < rows.size(); number++) {
            numbers.put(rows.get(number).id(), number);
            for (String term : rows.get(number).terms()) {
                byTerm.computeIfAbsent(term, any -> new BitSet(rows.size())).set(number);
            }
        }
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
     * Starts a search.
     *
     * @param wanted the values of each side that is narrowed
     * @param found what was found by words, or null when nobody asked for words
     * @return the clusters that fit
     */
    Selection select(Map<Narrowing, List<String>> wanted, FoundByWords found) {
        BitSet all = new BitSet(ids.size());
        int[] ranks = null;
        if (found == null) {
            all.set(0, ids.size());
        } else {
            ranks = new int[ids.size()];
            for (int rank = 0; rank < found.byRank().size(); rank++) {
                for (String id : found.byRank().get(rank)) {
                    // a cluster may have come or gone since the index was made
                    Integer number = numbers.get(id);
                    if (number != null) {
                        all.set(number);
                        ranks[number] = rank;
                    }
                }
            }
        }
        Map<Narrowing, BitSet> fitting = new EnumMap<>(Narrowing.class);
        wanted.forEach((side, values) -> {
            BitSet fits = new BitSet(ids.size());
            values.forEach(value -> fits.or(sets.get(side).getOrDefault(value, new BitSet(0))));
            fitting.put(side, fits);
        });
        return new Selection(all, fitting, ranks);
    }

    /**
     * What words have found.
     *
     * @param byRank ids of clusters, the best rank first
     */
    record FoundByWords(List<List<String>> byRank) {}

    /** The clusters that fit a filter. */
    final class Selection {

        private final BitSet base;
        private final Map<Narrowing, BitSet> fitting;
        private final int[] ranks;
        private final BitSet fits;

        private Selection(BitSet base, Map<Narrowing, BitSet> fitting, int[] ranks) {
            this.base = base;
            this.fitting = fitting;
            this.ranks = ranks;
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
            IntStream inOrder = ranks == null
                    ? fits.stream()
                    : fits.stream()
                            .boxed()
                            .sorted(Comparator.<Integer>comparingInt(number -> ranks[number])
                                    .thenComparing(Comparator.naturalOrder()))
                            .mapToInt(Integer::intValue);
            return inOrder.skip(offset).limit(limit).mapToObj(ids::get).toList();
        }

        /**
         * How many clusters each value of a side would leave, with all filters but those of this side.
         *
         * @param side to count
         * @return values with at least one cluster
         */
        List<Counted> counts(Narrowing side) {
            BitSet others = fitting.containsKey(side) ? without(side) : fits;
            List<Counted> counts = new ArrayList<>();
            sets.get(side).forEach((value, set) -> {
                BitSet both = (BitSet) others.clone();
                both.and(set);
                if (!both.isEmpty()) {
                    counts.add(new Counted(value, both.cardinality()));
                }
            });
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
