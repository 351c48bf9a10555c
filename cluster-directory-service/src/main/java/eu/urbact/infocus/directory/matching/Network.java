package eu.urbact.infocus.directory.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiPredicate;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Clusters that are compared with each other. Who can have a score above zero with whom follows from an index of activities,
 * competences and markets, so that the best partners of one cluster are found without looking at all others.
 */
public final class Network {

    /** A row that is spread out takes some kilobytes. */
    private static final int SPREAD_AT_ONCE = 1000;

    /** As many are remembered at once, some kilobytes each; they are computed again within a millisecond. */
    private static final int MOST_STANDINGS = 3000;

    private final Matcher matcher;
    private final List<Profile> profiles;
    private final double[] confidences;
    private final List<Row> rows;
    private final Map<String, Integer> positions = new HashMap<>();
    private final BitSet[] byActivity;
    private final BitSet[] byCompetence;
    private final BitSet[] byMarket;
    private final Map<Measure, Percentiles> percentiles = new EnumMap<>(Measure.class);
    private final Map<Integer, Map<Measure, Percentiles>> standings = new ConcurrentHashMap<>();
    private volatile List<Row> among;

    /**
     * Compares clusters.
     *
     * @param matcher computes
     * @param clusters the clusters, in any order
     */
    public Network(Matcher matcher, Collection<MatchSubject> clusters) {
        this.matcher = matcher;
        this.profiles = matcher.prepare(
                clusters.stream().sorted(Comparator.comparing(MatchSubject::id)).toList());
        this.confidences = profiles.stream()
                .flatMap(profile -> Stream.of(profile.activities, profile.competences))
                .flatMap(tags -> Arrays.stream(tags.tags))
                .mapToDouble(MatchTag::confidence)
                .distinct()
                .toArray();
        this.rows = profiles.stream()
                .map(profile -> new Row(profile, matcher, confidences))
                .toList();
        this.byActivity = sets(matcher.nace.size());
        this.byMarket = sets(matcher.nace.size());
        this.byCompetence = sets(matcher.competences.size());
        for (int i = 0; i < profiles.size(); i++) {
            Profile profile = profiles.get(i);
            positions.put(profile.id(), i);
            enter(byActivity, profile.activities, i);
            enter(byCompetence, profile.competences, i);
            enter(byMarket, profile.markets, i);
        }
    }

    private static BitSet[] sets(int size) {
        BitSet[] sets = new BitSet[size];
        for (int i = 0; i < size; i++) {
            sets[i] = new BitSet();
        }
        return sets;
    }

    private static void enter(BitSet[] index, Profile.Tags tags, int position) {
        for (int term : tags.terms) {
            index[term].set(position);
        }
    }

    /**
     * The clusters, ordered by id.
     *
     * @return made ready for the matcher
     */
    public List<Profile> profiles() {
        return profiles;
    }

    /**
     * One cluster.
     *
     * @param id its id
     * @return made ready for the matcher, if it is among the compared
     */
    public Optional<Profile> profile(String id) {
        return Optional.ofNullable(positions.get(id)).map(profiles::get);
    }

    /**
     * Who computes.
     *
     * @return the matcher
     */
    public Matcher matcher() {
        return matcher;
    }

    /**
     * Where scores stand among all pairs. Computed when first asked for; among very many clusters, from an even sample.
     *
     * @param measure ALLIANCE or CROSS_INNOVATION
     * @return the percentiles
     */
    public synchronized Percentiles percentiles(Measure measure) {
        if (percentiles.isEmpty()) {
            rankAll();
        }
        return percentiles.get(measure);
    }

    private void rankAll() {
        List<Row> sample = sample(matcher.model.limits().allPairsUpTo());
        int n = sample.size();
        float[] alliance = new float[n * (n - 1) / 2];
        float[] cross = new float[alliance.length];
        double[] strands = new double[Strand.values().length];
        Weights forAlliance = matcher.model.weights(Measure.ALLIANCE);
        Weights forCross = matcher.model.weights(Measure.CROSS_INNOVATION);
        int at = 0;
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                Row.strands(sample.get(i), sample.get(j), strands);
                alliance[at] = (float) forAlliance.sum(strands);
                cross[at++] = (float) forCross.sum(strands);
            }
        }
        long pairs = profiles.size() * (profiles.size() - 1L) / 2;
        percentiles.put(Measure.ALLIANCE, new Percentiles(alliance, pairs));
        percentiles.put(Measure.CROSS_INNOVATION, new Percentiles(cross, pairs));
    }

    /**
     * Where a partner stands for each of two clusters. A cluster that fits everybody a little stands high on many lists while
     * all of them stand low on its own; two that are something special to each other stand high on both.
     *
     * @param measure ALLIANCE or CROSS_INNOVATION
     * @param one a cluster of this network
     * @param other another one
     * @return how both stand; from an even sample among very many clusters
     */
    public Standing standing(Measure measure, Profile one, Profile other) {
        double score = matcher.score(measure, one, other);
        double here = standings(one).get(measure).of(score);
        double there = standings(other).get(measure).of(score);
        return new Standing(here, there, Matcher.harmonic(here, there));
    }

    /**
     * How two clusters stand for each other.
     *
     * @param here percentile of the other among all that the one is compared with, 0 to 100
     * @param there percentile of the one among all that the other is compared with
     * @param mutual harmonic mean of both: high only when both are high
     */
    public record Standing(double here, double there, double mutual) {}

    private Map<Measure, Percentiles> standings(Profile cluster) {
        if (standings.size() >= MOST_STANDINGS) {
            standings.clear();
        }
        return standings.computeIfAbsent(positions.get(cluster.id()), position -> {
            Row row = spreadRow(position);
            List<Row> others = among().stream()
                    .filter(other -> !other.profile.id().equals(cluster.id()))
                    .toList();
            float[] alliance = new float[others.size()];
            float[] cross = new float[alliance.length];
            double[] strands = new double[Strand.values().length];
            for (int i = 0; i < alliance.length; i++) {
                Row.strands(row, others.get(i), strands);
                alliance[i] = (float) matcher.model.weights(Measure.ALLIANCE).sum(strands);
                cross[i] =
                        (float) matcher.model.weights(Measure.CROSS_INNOVATION).sum(strands);
            }
            return Map.of(
                    Measure.ALLIANCE,
                    new Percentiles(alliance, alliance.length),
                    Measure.CROSS_INNOVATION,
                    new Percentiles(cross, cross.length));
        });
    }

    private List<Row> among() {
        List<Row> known = among;
        if (known == null) {
            known = sample(matcher.model.limits().standingAmong());
            among = known;
        }
        return known;
    }

    /** Rows of every so manieth cluster, spread out; of all of them when there are no more than these. */
    private List<Row> sample(int most) {
        int step = Math.max(1, (profiles.size() + most - 1) / most);
        List<Row> sample = new ArrayList<>();
        for (int i = 0; i < profiles.size(); i += step) {
            sample.add(spreadRow(i));
        }
        return sample;
    }

    /**
     * The best partners of a cluster.
     *
     * @param measure ALLIANCE or CROSS_INNOVATION
     * @param cluster whose partners; one of this network
     * @param limit how many
     * @param wanted which clusters may be among them
     * @return best first, equal ones by id; none with a score of zero
     */
    public List<Partner> best(Measure measure, Profile cluster, int limit, Predicate<Profile> wanted) {
        Comparator<Partner> worstFirst = Comparator.comparing(Partner::score)
                .thenComparing(partner -> partner.profile().id(), Comparator.reverseOrder());
        PriorityQueue<Partner> best = new PriorityQueue<>(worstFirst);
        double[] strands = new double[Strand.values().length];
        Weights weights = matcher.model.weights(measure);
        Row row = new Row(cluster, matcher, confidences);
        row.spread(matcher, confidences);
        BitSet candidates = candidates(cluster);
        for (int i = candidates.nextSetBit(0); i >= 0; i = candidates.nextSetBit(i + 1)) {
            Profile other = profiles.get(i);
            if (other.id().equals(cluster.id()) || !wanted.test(other)) {
                continue;
            }
            double score = Row.score(row, rows.get(i), matcher, weights, strands);
            // most are worse than all that are kept, and need no more than this look
            if (score > 0 && (best.size() < limit || score >= best.peek().score())) {
                best.add(new Partner(other, score));
                if (best.size() > limit) {
                    best.poll();
                }
            }
        }
        return best.stream().sorted(worstFirst.reversed()).toList();
    }

    /**
     * A cluster that fits another one.
     *
     * @param profile the cluster
     * @param score how well
     */
    public record Partner(Profile profile, double score) {}

    /** The best pairs for several questions, in one pass over all pairs that nobody stops. */
    public List<List<Pair>> pairs(int limit, List<PairQuestion> questions) {
        return pairs(limit, questions, () -> false);
    }

    /**
     * The best pairs for several questions, in one pass over all pairs.
     *
     * @param limit how many for each question
     * @param questions what is asked
     * @param outdated whether nobody needs them any more; it is asked some times a second
     * @return one list for each question: best first, equal ones by ids; none with a score of zero
     * @throws CancellationException when nobody needs them any more
     */
    public List<List<Pair>> pairs(int limit, List<PairQuestion> questions, BooleanSupplier outdated) {
        BestPairs best = new BestPairs(matcher.model, limit, questions);
        for (int from = 0; from < profiles.size(); from += SPREAD_AT_ONCE) {
            List<Row> some = spread(from);
            best.within(some);
            for (int next = from + SPREAD_AT_ONCE; next < profiles.size(); next += SPREAD_AT_ONCE) {
                if (outdated.getAsBoolean()) {
                    throw new CancellationException("There is a newer network");
                }
                best.between(some, spread(next));
            }
        }
        return best.lists();
    }

    private List<Row> spread(int from) {
        List<Row> some = new ArrayList<>();
        for (int i = from; i < Math.min(from + SPREAD_AT_ONCE, profiles.size()); i++) {
            some.add(spreadRow(i));
        }
        return some;
    }

    /** A row of its own: those of the network stay small. */
    private Row spreadRow(int position) {
        Row row = new Row(profiles.get(position), matcher, confidences);
        row.spread(matcher, confidences);
        return row;
    }

    /**
     * A question about pairs.
     *
     * @param measure ALLIANCE or CROSS_INNOVATION
     * @param wanted which pairs may be among them; it is asked with the smaller id first
     */
    public record PairQuestion(Measure measure, BiPredicate<Profile, Profile> wanted) {}

    /**
     * Two clusters that fit each other.
     *
     * @param one the one with the smaller id
     * @param other the other
     * @param score how well
     */
    public record Pair(Profile one, Profile other, double score) {}

    /** All clusters with which a cluster can have a score above zero. */
    BitSet candidates(Profile cluster) {
        int divisions = matcher.nace.size();
        int competences = matcher.competences.size();
        BitSet found = new BitSet(profiles.size());
        for (int j = 0; j < divisions; j++) {
            if (touches(cluster.activities, j, matcher.kin, divisions)) {
                // they do the like, or sell to those who do
                found.or(byActivity[j]);
                found.or(byMarket[j]);
            }
            if (touches(cluster.markets, j, matcher.kin, divisions) || serves(cluster.competences, j)) {
                found.or(byActivity[j]);
            }
        }
        for (int k = 0; k < competences; k++) {
            if (touches(cluster.competences, k, matcher.near, competences) || isServed(cluster.activities, k)) {
                found.or(byCompetence[k]);
            }
        }
        return found;
    }

    private static boolean touches(Profile.Tags tags, int term, double[] similarities, int n) {
        for (int own : tags.terms) {
            if (similarities[own * n + term] > 0) {
                return true;
            }
        }
        return false;
    }

    private boolean serves(Profile.Tags competences, int division) {
        for (int k : competences.terms) {
            if (matcher.levers[Reading.SCORE][k * matcher.nace.size() + division] > 0) {
                return true;
            }
        }
        return false;
    }

    private boolean isServed(Profile.Tags activities, int competence) {
        for (int division : activities.terms) {
            if (matcher.levers[Reading.SCORE][competence * matcher.nace.size() + division] > 0) {
                return true;
            }
        }
        return false;
    }
}
