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
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Clusters that are compared with each other. Who can have a score above zero with whom follows from an index of activities,
 * competences and markets, so that the best partners of one cluster are found without looking at all others.
 */
public final class Network {

    private final Matcher matcher;
    private final List<Profile> profiles;
    private final double[] confidences;
    private final List<Row> rows;
    private final Map<String, Integer> positions = new HashMap<>();
    private final BitSet[] byActivity;
    private final BitSet[] byCompetence;
    private final BitSet[] byMarket;
    private final Map<Measure, Percentiles> percentiles = new EnumMap<>(Measure.class);

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
        int most = matcher.model.limits().allPairsUpTo();
        int step = Math.max(1, (profiles.size() + most - 1) / most);
        // rows of its own, so that those of a question are never taken away meanwhile
        List<Row> sample = new ArrayList<>();
        for (int i = 0; i < profiles.size(); i += step) {
            sample.add(new Row(profiles.get(i), matcher, confidences));
        }
        int n = sample.size();
        double[] alliance = new double[n * (n - 1) / 2];
        double[] cross = new double[alliance.length];
        double[] strands = new double[Strand.values().length];
        Weights forAlliance = matcher.model.weights(Measure.ALLIANCE);
        Weights forCross = matcher.model.weights(Measure.CROSS_INNOVATION);
        sample.forEach(row -> row.spread(matcher, confidences));
        int at = 0;
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                Row.strands(sample.get(i), sample.get(j), strands);
                alliance[at] = forAlliance.sum(strands);
                cross[at++] = forCross.sum(strands);
            }
        }
        long pairs = profiles.size() * (profiles.size() - 1L) / 2;
        percentiles.put(Measure.ALLIANCE, new Percentiles(alliance, pairs));
        percentiles.put(Measure.CROSS_INNOVATION, new Percentiles(cross, pairs));
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

    /**
     * The best pairs.
     *
     * @param measure ALLIANCE or CROSS_INNOVATION
     * @param limit how many
     * @param wanted which pairs may be among them; it is asked with the smaller id first
     * @return best first, equal ones by ids; none with a score of zero
     */
    public List<Pair> pairs(Measure measure, int limit, BiPredicate<Profile, Profile> wanted) {
        Comparator<Pair> worstFirst = Comparator.comparing(Pair::score)
                .thenComparing(pair -> pair.one().id(), Comparator.reverseOrder())
                .thenComparing(pair -> pair.other().id(), Comparator.reverseOrder());
        PriorityQueue<Pair> best = new PriorityQueue<>(worstFirst);
        double[] strands = new double[Strand.values().length];
        Weights weights = matcher.model.weights(measure);
        for (int i = 0; i < rows.size(); i++) {
            Profile one = profiles.get(i);
            Row row = new Row(one, matcher, confidences);
            row.spread(matcher, confidences);
            BitSet candidates = candidates(one);
            for (int j = candidates.nextSetBit(i + 1); j >= 0; j = candidates.nextSetBit(j + 1)) {
                double score = Row.score(row, rows.get(j), matcher, weights, strands);
                if (score > 0
                        && (best.size() < limit || score >= best.peek().score())
                        && wanted.test(one, profiles.get(j))) {
                    best.add(new Pair(one, profiles.get(j), score));
                    if (best.size() > limit) {
                        best.poll();
                    }
                }
            }
        }
        return best.stream().sorted(worstFirst.reversed()).toList();
    }

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
