package eu.urbact.infocus.directory.matching;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.BiPredicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What must hold for every network, over generated ones. */
class MatchingPropertiesTest {

    private static final Offset<Double> EXACT = Offset.offset(1e-9);
    private static final double ROUNDING = 1e-12;
    private static final int NETWORKS = 10;
    private static final int CLUSTERS = 14;
    private static final int PRIORITIES = 5;

    private long seed;

    @BeforeEach
    void seed() {
        seed = Long.getLong("seed", System.nanoTime());
        System.out.println("MatchingPropertiesTest -Dseed=" + seed);
    }

    @FunctionalInterface
    private interface Check {
        void pair(Measure measure, MatchSubject cluster, MatchSubject other);
    }

    /** One generated network with a matcher whose rarities are fixed. */
    private static final class World {
        final GeneratedNetwork network;
        final List<MatchSubject> clusters;
        final List<MatchSubject> priorities = new ArrayList<>();
        final List<MatchSubject> all;
        final Rarity rarity;
        final Matcher matcher;

        World(long seed) {
            network = new GeneratedNetwork(seed);
            clusters = network.clusters(CLUSTERS);
            for (int i = 0; i < PRIORITIES; i++) {
                priorities.add(network.priority("p" + i));
            }
            all = new ArrayList<>(clusters);
            all.addAll(priorities);
            rarity = Rarity.among(all);
            matcher = network.matcher(rarity);
        }

        void everyPair(Check check) {
            for (Measure measure : Measure.values()) {
                for (MatchSubject cluster : clusters) {
                    for (MatchSubject other : measure.betweenClusters() ? clusters : priorities) {
                        check.pair(measure, cluster, other);
                    }
                }
            }
        }

        Rating rate(Measure measure, MatchSubject cluster, MatchSubject other) {
            return rate(matcher, measure, cluster, other);
        }

        static Rating rate(Matcher matcher, Measure measure, MatchSubject cluster, MatchSubject other) {
            return matcher.rate(measure, matcher.prepare(cluster), matcher.prepare(other));
        }

        double[] strands(Matcher matcher, Measure measure, MatchSubject cluster, MatchSubject other) {
            return strands(matcher, measure, Reading.SCORE, cluster, other);
        }

        double[] strands(Matcher matcher, Measure measure, int reading, MatchSubject cluster, MatchSubject other) {
            double[] strands = new double[Strand.values().length];
            matcher.strands(measure, reading, matcher.prepare(cluster), matcher.prepare(other), strands);
            return strands;
        }
    }

    private Iterable<World> worlds() {
        return worlds(NETWORKS);
    }

    private Iterable<World> worlds(int count) {
        List<World> worlds = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            worlds.add(new World(seed + i));
        }
        return worlds;
    }

    @Test
    void the_plain_formulas_give_the_same_in_every_reading() {
        // they are slow: they look everything up again and again
        for (World world : worlds(3)) {
            PlainMatcher plain = new PlainMatcher(
                    world.network.naceParents,
                    world.network.competenceParents,
                    world.network.levers,
                    world.network.relatedness,
                    world.all);
            world.everyPair((measure, cluster, other) -> {
                Rating rating = world.rate(measure, cluster, other);
                assertThat(rating.score())
                        .isCloseTo(plain.value(measure, cluster, other, PlainMatcher.Reading.SCORE), EXACT);
                assertThat(rating.low())
                        .isCloseTo(plain.value(measure, cluster, other, PlainMatcher.Reading.LOW), EXACT);
                assertThat(rating.fit())
                        .isCloseTo(plain.value(measure, cluster, other, PlainMatcher.Reading.FIT), EXACT);
                assertThat(rating.high())
                        .isCloseTo(plain.value(measure, cluster, other, PlainMatcher.Reading.HIGH), EXACT);
                assertThat(world.matcher.score(measure, world.matcher.prepare(cluster), world.matcher.prepare(other)))
                        .isEqualTo(rating.score());
            });
        }
    }

    @Test
    void scores_lie_between_0_and_1_and_inside_their_interval() {
        for (World world : worlds()) {
            world.everyPair((measure, cluster, other) -> {
                Rating rating = world.rate(measure, cluster, other);
                assertThat(rating.low()).isGreaterThanOrEqualTo(0);
                assertThat(rating.score()).isGreaterThanOrEqualTo(rating.low() - ROUNDING);
                assertThat(rating.fit()).isGreaterThanOrEqualTo(rating.score() - ROUNDING);
                assertThat(rating.high()).isGreaterThanOrEqualTo(rating.fit() - ROUNDING);
                assertThat(rating.high()).isLessThanOrEqualTo(1 + ROUNDING);
            });
        }
    }

    @Test
    void the_points_of_the_contributions_sum_up_to_the_score() {
        for (World world : worlds()) {
            world.everyPair((measure, cluster, other) -> {
                Explanation explanation =
                        world.matcher.explain(measure, world.matcher.prepare(cluster), world.matcher.prepare(other));
                double sum = explanation.contributions().stream()
                        .mapToDouble(Contribution::points)
                        .sum();
                assertThat(sum).isCloseTo(explanation.rating().score(), EXACT);
                explanation.contributions().forEach(contribution -> assertThat(contribution.points())
                        .isPositive()
                        .isCloseTo(
                                contribution.weight()
                                        * contribution.similarity()
                                        * contribution.factor()
                                        * contribution.confidence(),
                                EXACT));
            });
        }
    }

    @Test
    void no_other_questions_would_narrow_the_interval_more() {
        int[] compared = {0, 0};
        for (World world : worlds()) {
            world.everyPair((measure, cluster, other) -> {
                Explanation explanation =
                        world.matcher.explain(measure, world.matcher.prepare(cluster), world.matcher.prepare(other));
                double width =
                        explanation.rating().high() - explanation.rating().low();
                List<Double> alone = explanation.questions().stream()
                        .map(Question::narrowsBy)
                        .toList();
                assertThat(alone).hasSizeLessThanOrEqualTo(2).isSortedAccordingTo(Collections.reverseOrder());
                assertThat(explanation.narrowsBy()).isLessThanOrEqualTo(width + 1e-9);
                assertThat(alone).allMatch(part -> part <= explanation.narrowsBy() + 1e-9);
                assertThat(alone.isEmpty()).isEqualTo(explanation.narrowsBy() < 1e-12);
                if (alone.size() == 1) {
                    assertThat(alone.get(0)).isCloseTo(explanation.narrowsBy(), EXACT);
                }
                if (cluster.equals(other)
                        || facets(cluster).anyMatch(List::isEmpty)
                        || facets(other).anyMatch(List::isEmpty)) {
                    return;
                }
                // nothing is missing, so that every answer can be entered, and the interval be computed of what was
                // entered
                List<UnaryOperator<List<MatchSubject>>> answers = new ArrayList<>();
                for (int side = 0; side < 2; side++) {
                    for (int facet = 0; facet < 3; facet++) {
                        int whose = side;
                        int which = facet;
                        answers.add(pair -> whose == 0
                                ? List.of(documented(pair.get(0), which), pair.get(1))
                                : List.of(pair.get(0), documented(pair.get(1), which)));
                    }
                }
                double most = 0;
                for (UnaryOperator<List<MatchSubject>> first : answers) {
                    for (UnaryOperator<List<MatchSubject>> second : answers) {
                        List<MatchSubject> answered = second.apply(first.apply(List.of(cluster, other)));
                        Rating then = world.rate(measure, answered.get(0), answered.get(1));
                        most = Math.max(most, width - (then.high() - then.low()));
                    }
                }
                assertThat(explanation.narrowsBy())
                        .as("%s of %s and %s", measure, cluster, other)
                        .isCloseTo(most, EXACT);
                List<MatchSubject> pair = List.of(cluster, other);
                for (Question question : explanation.questions()) {
                    int whose = question.subject().equals(cluster.id()) ? 0 : 1;
                    int which = List.of(Question.Topic.ACTIVITIES, Question.Topic.COMPETENCES, Question.Topic.MARKETS)
                            .indexOf(question.topic());
                    List<MatchSubject> answered = answers.get(3 * whose + which).apply(pair);
                    Rating then = world.rate(measure, answered.get(0), answered.get(1));
                    assertThat(question.narrowsBy()).isCloseTo(width - (then.high() - then.low()), EXACT);
                    compared[question.narrowsBy() == 0 ? 0 : 1]++;
                }
            });
        }
        assertThat(compared[0]).as("questions that are worth nothing alone").isPositive();
        assertThat(compared[1]).isPositive();
    }

    /** Its facets; markets are asked of clusters only. */
    private static Stream<List<MatchTag>> facets(MatchSubject subject) {
        return subject.kind() == MatchSubject.Kind.PRIORITY
                ? Stream.of(subject.activities(), subject.competences())
                : Stream.of(subject.activities(), subject.competences(), subject.markets());
    }

    /** The same with every tag of a facet documented: 0 for activities, 1 for competences, 2 for markets. */
    private static MatchSubject documented(MatchSubject subject, int facet) {
        return new MatchSubject(
                subject.kind(),
                subject.id(),
                subject.label(),
                facet == 0 ? documented(subject.activities()) : subject.activities(),
                facet == 1 ? documented(subject.competences()) : subject.competences(),
                facet == 2 ? documented(subject.markets()) : subject.markets());
    }

    private static List<MatchTag> documented(List<MatchTag> tags) {
        return tags.stream()
                .map(tag -> new MatchTag(tag.code(), tag.level(), 1, tag.source(), tag.date()))
                .toList();
    }

    @Test
    void exchanged_ids_turn_the_arrow_around() {
        for (World world : worlds()) {
            // the twins serve each other alike; generated clusters hardly ever do
            List<MatchSubject> clusters = new ArrayList<>(world.clusters);
            List<MatchTag> here = List.of(new MatchTag("01", 1, 1, "s", null));
            List<MatchTag> there = List.of(new MatchTag(world.network.divisions.get(30), 1, 1, "s", null));
            clusters.add(new MatchSubject(MatchSubject.Kind.CLUSTER, "twin-a", "a", here, List.of(), there));
            clusters.add(new MatchSubject(MatchSubject.Kind.CLUSTER, "twin-b", "b", there, List.of(), here));
            for (MatchSubject one : clusters) {
                for (MatchSubject other : clusters) {
                    if (one.id().equals(other.id())) {
                        continue;
                    }
                    List<String> servers =
                            world.matcher.servers(world.matcher.prepare(one), world.matcher.prepare(other));
                    List<String> exchanged = world.matcher.servers(
                            world.matcher.prepare(named(one, other.id())),
                            world.matcher.prepare(named(other, one.id())));
                    assertThat(exchanged.stream()
                                    .map(id -> id.equals(one.id()) ? other.id() : one.id())
                                    .toList())
                            .as("%s and %s", one, other)
                            .isEqualTo(servers);
                    assertThat(world.matcher.servers(world.matcher.prepare(other), world.matcher.prepare(one)))
                            .containsExactlyInAnyOrderElementsOf(servers);
                }
            }
            assertThat(world.matcher.servers(
                            world.matcher.prepare(clusters.get(CLUSTERS)),
                            world.matcher.prepare(clusters.get(CLUSTERS + 1))))
                    .containsExactly("twin-a", "twin-b");
        }
    }

    private static MatchSubject named(MatchSubject subject, String id) {
        return new MatchSubject(
                subject.kind(), id, subject.label(), subject.activities(), subject.competences(), subject.markets());
    }

    @Test
    void lenses_are_symmetric() {
        for (World world : worlds()) {
            world.everyPair((measure, cluster, other) -> {
                if (measure.betweenClusters()) {
                    assertThat(world.rate(measure, cluster, other)).isEqualTo(world.rate(measure, other, cluster));
                    Explanation there = world.matcher.explain(
                            measure, world.matcher.prepare(cluster), world.matcher.prepare(other));
                    Explanation back = world.matcher.explain(
                            measure, world.matcher.prepare(other), world.matcher.prepare(cluster));
                    assertThat(there.server()).isEqualTo(back.server());
                    assertThat(there.bothServe()).isEqualTo(back.bothServe());
                    assertThat(there.narrowsBy()).isCloseTo(back.narrowsBy(), EXACT);
                    assertThat(there.strands()).isEqualTo(back.strands());
                }
            });
        }
    }

    @Test
    void with_itself_a_documented_cluster_shares_everything_and_serves_and_teaches_nothing() {
        for (World world : worlds()) {
            for (MatchSubject cluster : world.clusters) {
                if (cluster.activities().isEmpty() || cluster.competences().isEmpty()) {
                    continue;
                }
                MatchSubject documented = with(cluster, tag -> confidence(tag, 1));
                assertThat(world.strands(world.matcher, Measure.ALLIANCE, documented, documented))
                        .usingComparatorWithPrecision(1e-9)
                        .containsExactly(1, 1, 0, 0);
                assertThat(world.rate(Measure.ALLIANCE, documented, documented).score())
                        .isCloseTo(0.90, EXACT);
                assertThat(world.rate(Measure.CROSS_INNOVATION, documented, documented)
                                .score())
                        .isCloseTo(0.15, EXACT);
                // and any other, as far as its tags fit
                assertThat(world.strands(world.matcher, Measure.ALLIANCE, Reading.FIT, cluster, cluster))
                        .usingComparatorWithPrecision(1e-9)
                        .containsExactly(1, 1, 0, 0);
            }
        }
    }

    @Test
    void with_itself_a_cluster_of_whole_families_of_tags_shares_everything_too() {
        for (World world : worlds()) {
            // broader terms, siblings and cousins side by side, and what it does is also its market
            MatchSubject families = new MatchSubject(
                    MatchSubject.Kind.CLUSTER,
                    "families",
                    "Families",
                    tags(world, world.network.divisions.subList(0, 6)),
                    tags(world, world.network.competences),
                    tags(world, world.network.divisions));
            assertThat(world.strands(world.matcher, Measure.ALLIANCE, families, families))
                    .usingComparatorWithPrecision(1e-9)
                    .containsExactly(1, 1, 0, 0);
            assertThat(world.rate(Measure.ALLIANCE, families, families).score()).isCloseTo(0.90, EXACT);
            assertThat(world.rate(Measure.CROSS_INNOVATION, families, families).score())
                    .isCloseTo(0.15, EXACT);
        }
    }

    private static List<MatchTag> tags(World world, List<String> codes) {
        return codes.stream()
                .map(code -> confidence(world.network.tag(code, 3), 1))
                .toList();
    }

    @Test
    void the_same_is_at_least_as_near_as_a_sibling_and_a_sibling_as_a_cousin() {
        for (World world : worlds()) {
            for (Map<String, String> parents : List.of(world.network.naceParents, world.network.competenceParents)) {
                ConceptTree tree =
                        parents == world.network.naceParents ? world.network.nace() : world.network.competenceTree();
                List<String> narrowest = parents.keySet().stream()
                        .filter(code -> !parents.containsValue(code) && parents.get(code) != null)
                        .toList();
                for (String one : narrowest) {
                    for (String sibling : narrowest) {
                        if (one.equals(sibling) || !parents.get(sibling).equals(parents.get(one))) {
                            continue;
                        }
                        double near = tree.similarity(one, sibling);
                        assertThat(tree.similarity(one, one)).isEqualTo(1).isGreaterThan(near);
                        for (String cousin : narrowest) {
                            if (!path(parents, cousin).contains(parents.get(one))) {
                                assertThat(tree.similarity(one, cousin)).isLessThanOrEqualTo(near + ROUNDING);
                            }
                        }
                    }
                }
            }
        }
    }

    private static List<String> path(Map<String, String> parents, String code) {
        return Stream.iterate(code, Objects::nonNull, parents::get).toList();
    }

    @Test
    void neither_the_order_of_the_input_nor_the_ids_matter() {
        for (World world : worlds()) {
            List<MatchSubject> shuffled = new ArrayList<>(world.all);
            Collections.shuffle(shuffled, new Random(seed));
            List<Lever> levers = new ArrayList<>(world.network.levers);
            Collections.shuffle(levers, new Random(seed));
            List<Relatedness> relatedness = new ArrayList<>(world.network.relatedness);
            Collections.shuffle(relatedness, new Random(seed));
            Matcher other = new Matcher(
                    world.matcher.model(),
                    world.network.nace(),
                    world.network.competenceTree(),
                    levers,
                    relatedness,
                    Rarity.among(shuffled));
            world.everyPair((measure, cluster, second) -> {
                Rating expected = world.rate(measure, cluster, second);
                assertThat(World.rate(other, measure, shuffled(cluster), shuffled(second)))
                        .isEqualTo(expected);
                assertThat(World.rate(world.matcher, measure, renamed(cluster), renamed(second)))
                        .isEqualTo(expected);
                assertThat(other.explain(measure, other.prepare(shuffled(cluster)), other.prepare(shuffled(second))))
                        .isEqualTo(world.matcher.explain(
                                measure, world.matcher.prepare(cluster), world.matcher.prepare(second)));
            });
        }
    }

    @Test
    void nor_does_the_order_of_the_clusters_in_a_network() {
        for (World world : worlds()) {
            List<MatchSubject> mixed = new ArrayList<>(world.clusters);
            Collections.shuffle(mixed, new Random(seed));
            Network expected = new Network(world.matcher, world.clusters);
            Network network = new Network(
                    world.matcher, mixed.stream().map(this::shuffled).toList());
            List<Network.PairQuestion> questions = List.of(
                    new Network.PairQuestion(Measure.ALLIANCE, (one, other) -> true),
                    new Network.PairQuestion(Measure.CROSS_INNOVATION, (one, other) -> true));
            assertThat(named(network.pairs(1_000, questions))).isEqualTo(named(expected.pairs(1_000, questions)));
            for (Measure lens : List.of(Measure.ALLIANCE, Measure.CROSS_INNOVATION)) {
                for (MatchSubject cluster : world.clusters) {
                    assertThat(best(network, lens, cluster.id())).isEqualTo(best(expected, lens, cluster.id()));
                    for (MatchSubject other : world.clusters) {
                        double score = world.rate(lens, cluster, other).score();
                        assertThat(network.percentiles(lens).of(score))
                                .isEqualTo(expected.percentiles(lens).of(score));
                    }
                }
            }
        }
    }

    private static List<List<String>> named(List<List<Network.Pair>> answers) {
        return answers.stream()
                .map(pairs -> pairs.stream()
                        .map(pair -> pair.one().id() + " " + pair.other().id() + " " + pair.score())
                        .toList())
                .toList();
    }

    private static List<String> best(Network network, Measure lens, String id) {
        Profile cluster = network.profiles().stream()
                .filter(profile -> profile.id().equals(id))
                .findFirst()
                .orElseThrow();
        return network.best(lens, cluster, 100, any -> true).stream()
                .map(partner -> partner.profile().id() + " " + partner.score())
                .toList();
    }

    @Test
    void an_unknown_tag_has_no_effect() {
        for (World world : worlds()) {
            MatchTag unknown = new MatchTag("nowhere", 3, 1.0, "s", null);
            world.everyPair((measure, cluster, other) -> {
                MatchSubject more = added(added(added(cluster, 0, unknown), 1, unknown), 2, unknown);
                assertThat(world.rate(measure, more, other)).isEqualTo(world.rate(measure, cluster, other));
                MatchSubject otherMore = added(added(added(other, 0, unknown), 1, unknown), 2, unknown);
                assertThat(world.rate(measure, cluster, otherMore)).isEqualTo(world.rate(measure, cluster, other));
                assertThat(world.rate(measure, more, otherMore)).isEqualTo(world.rate(measure, cluster, other));
            });
            // nor has it when everybody is known to have it
            Matcher common = world.network.matcher(Rarity.among(world.all.stream()
                    .map(subject -> added(added(added(subject, 0, unknown), 1, unknown), 2, unknown))
                    .toList()));
            world.everyPair((measure, cluster, other) -> assertThat(World.rate(common, measure, cluster, other))
                    .isEqualTo(world.rate(measure, cluster, other)));
            world.network.levers.add(new Lever("nowhere", world.network.divisions.get(0), 1, true));
            world.network.levers.add(new Lever(world.network.competences.get(0), "nowhere", 1, true));
            world.network.relatedness.add(
                    new Relatedness(Relatedness.Facet.COMPETENCE, "nowhere", "k0", 1, "curated", false));
            Matcher matcher = world.network.matcher(world.rarity);
            world.everyPair((measure, cluster, other) -> assertThat(World.rate(matcher, measure, cluster, other))
                    .isEqualTo(world.rate(measure, cluster, other)));
        }
    }

    @Test
    void a_larger_similarity_never_lowers_what_they_share() {
        for (World world : worlds()) {
            List<Relatedness> more = new ArrayList<>(world.network.relatedness);
            for (int i = 0; i < 4; i++) {
                more.add(new Relatedness(
                        Relatedness.Facet.ACTIVITY,
                        world.network.any(world.network.divisions),
                        world.network.any(world.network.divisions),
                        world.network.random.nextDouble(),
                        "skill",
                        false));
                more.add(new Relatedness(
                        Relatedness.Facet.COMPETENCE,
                        world.network.any(world.network.competences),
                        world.network.any(world.network.competences),
                        world.network.random.nextDouble(),
                        "skill",
                        false));
            }
            world.network.relatedness = more;
            Matcher nearer = world.network.matcher(world.rarity);
            world.everyPair((measure, cluster, other) -> {
                double[] before = world.strands(world.matcher, measure, cluster, other);
                double[] after = world.strands(nearer, measure, cluster, other);
                assertThat(after[0]).isGreaterThanOrEqualTo(before[0] - ROUNDING);
                assertThat(after[1]).isGreaterThanOrEqualTo(before[1] - ROUNDING);
            });
        }
    }

    @Test
    void a_stronger_lever_or_a_further_one_never_lowers_the_service_or_the_score() {
        for (World world : worlds()) {
            Random random = world.network.random;
            List<Lever> levers = new ArrayList<>();
            for (Lever lever : world.network.levers) {
                double strength = lever.strength() + random.nextInt(2) * random.nextDouble() * (1 - lever.strength());
                levers.add(new Lever(
                        lever.competence(), lever.division(), strength, lever.documented() || random.nextBoolean()));
            }
            for (int i = 0; i < 5; i++) {
                levers.add(new Lever(
                        world.network.any(world.network.competences),
                        world.network.any(world.network.divisions),
                        random.nextDouble(),
                        random.nextBoolean()));
            }
            world.network.levers = levers;
            Matcher stronger = world.network.matcher(world.rarity);
            world.everyPair((measure, cluster, other) ->
                    assertServesNoLess(world, stronger, measure, cluster, other, cluster, other));
        }
    }

    @Test
    void a_declared_market_never_lowers_the_service_or_the_score() {
        for (World world : worlds()) {
            world.everyPair((measure, cluster, other) -> {
                for (String code : world.network.divisions) {
                    if (!hasNot(cluster.markets(), code) || world.network.random.nextInt(6) > 0) {
                        continue;
                    }
                    MatchSubject seller = added(cluster, 2, world.network.tag(code, 1));
                    MatchSubject buyer = cluster.id().equals(other.id()) ? seller : other;
                    assertServesNoLess(world, world.matcher, measure, cluster, other, seller, buyer);
                    if (measure.betweenClusters() && hasNot(other.markets(), code)) {
                        // whichever of the two declares it
                        assertServesNoLess(
                                world,
                                world.matcher,
                                measure,
                                cluster,
                                other,
                                cluster,
                                added(other, 2, world.network.tag(code, 1)));
                    }
                }
            });
        }
    }

    /** What is known best is told in the reading that is shown, in the one of documents alone, and in the one that leaves confidence away. */
    private static void assertServesNoLess(
            World world,
            Matcher matcher,
            Measure measure,
            MatchSubject before,
            MatchSubject otherBefore,
            MatchSubject after,
            MatchSubject otherAfter) {
        int service = Strand.SERVICE.index;
        for (int reading : new int[] {Reading.SCORE, Reading.LOW, Reading.FIT}) {
            assertThat(world.strands(matcher, measure, reading, after, otherAfter)[service])
                    .isGreaterThanOrEqualTo(
                            world.strands(world.matcher, measure, reading, before, otherBefore)[service] - ROUNDING);
        }
        Rating known = world.rate(measure, before, otherBefore);
        Rating rating = World.rate(matcher, measure, after, otherAfter);
        assertThat(rating.score()).isGreaterThanOrEqualTo(known.score() - ROUNDING);
        assertThat(rating.low()).isGreaterThanOrEqualTo(known.low() - ROUNDING);
        assertThat(rating.fit()).isGreaterThanOrEqualTo(known.fit() - ROUNDING);
    }

    @Test
    void more_confidence_never_lowers_a_strand_and_less_never_raises_the_high() {
        for (World world : worlds()) {
            world.everyPair((measure, cluster, other) -> {
                MatchSubject surer = with(
                        cluster,
                        tag -> world.network.random.nextBoolean()
                                ? confidence(tag, Math.min(1, tag.confidence() + 0.3))
                                : tag);
                double[] before = world.strands(world.matcher, measure, cluster, other);
                double[] after = world.strands(world.matcher, measure, surer, other);
                for (int i = 0; i < before.length; i++) {
                    assertThat(after[i]).isGreaterThanOrEqualTo(before[i] - ROUNDING);
                }
                Rating rating = world.rate(measure, cluster, other);
                Rating sure = world.rate(measure, surer, other);
                assertThat(sure.score()).isGreaterThanOrEqualTo(rating.score() - ROUNDING);
                assertThat(sure.low()).isGreaterThanOrEqualTo(rating.low() - ROUNDING);
                assertThat(sure.high()).isEqualTo(rating.high());
                assertThat(sure.fit()).isEqualTo(rating.fit());
            });
        }
    }

    @Test
    void a_tag_that_both_share_never_lowers_what_they_share() {
        for (World world : worlds()) {
            Random random = world.network.random;
            world.everyPair((measure, cluster, other) -> {
                if (cluster.id().equals(other.id())) {
                    return;
                }
                int levels = other.kind() == MatchSubject.Kind.PRIORITY ? 1 : 3;
                String division = world.network.any(world.network.divisions);
                if (hasNot(cluster.activities(), division) && hasNot(other.activities(), division)) {
                    assertSharesNoLess(world, measure, cluster, other, 0, division, levels);
                }
                String competence = world.network.any(world.network.competences);
                if (hasNot(cluster.competences(), competence) && hasNot(other.competences(), competence)) {
                    assertSharesNoLess(world, measure, cluster, other, 1, competence, levels);
                }
            });
        }
    }

    /** Documented, the shared tag counts 1 in a weighted mean; as far as tags fit it does so however sure it is. Its weight may differ. */
    private static void assertSharesNoLess(
            World world,
            Measure measure,
            MatchSubject cluster,
            MatchSubject other,
            int facet,
            String code,
            int levelsOfOther) {
        MatchTag one = world.network.tag(code, 3);
        MatchTag two = world.network.tag(code, levelsOfOther);
        for (int reading : new int[] {Reading.SCORE, Reading.LOW, Reading.FIT}) {
            boolean sure = reading != Reading.FIT;
            double before = world.strands(world.matcher, measure, reading, cluster, other)[facet];
            double after = world.strands(
                            world.matcher,
                            measure,
                            reading,
                            added(cluster, facet, sure ? confidence(one, 1) : one),
                            added(other, facet, sure ? confidence(two, 1) : two))[facet];
            assertThat(after).isGreaterThanOrEqualTo(before - ROUNDING);
        }
    }

    @Test
    void the_best_partners_are_those_of_a_look_at_all_and_who_is_left_out_scores_nothing() {
        for (World world : worlds()) {
            Network network = new Network(world.matcher, world.clusters);
            for (Profile cluster : network.profiles()) {
                for (Measure lens : List.of(Measure.ALLIANCE, Measure.CROSS_INNOVATION)) {
                    List<Network.Partner> expected = network.profiles().stream()
                            .filter(other -> !other.id().equals(cluster.id()))
                            .map(other -> new Network.Partner(other, world.matcher.score(lens, cluster, other)))
                            .filter(partner -> partner.score() > 0)
                            .sorted(Comparator.comparing(Network.Partner::score)
                                    .reversed()
                                    .thenComparing(partner -> partner.profile().id()))
                            .toList();
                    assertThat(network.best(lens, cluster, 100, any -> true)).isEqualTo(expected);
                    assertThat(network.best(lens, cluster, 3, any -> true))
                            .isEqualTo(expected.subList(0, Math.min(3, expected.size())));
                }
            }
        }
    }

    @Test
    void the_fast_way_over_all_pairs_ranks_by_the_same_scores() {
        for (World world : worlds()) {
            Network network = new Network(world.matcher, world.clusters);
            List<Profile> profiles = network.profiles();
            for (Measure lens : List.of(Measure.ALLIANCE, Measure.CROSS_INNOVATION)) {
                double[] scores = new double[CLUSTERS * (CLUSTERS - 1) / 2];
                int at = 0;
                for (int i = 0; i < CLUSTERS; i++) {
                    for (int j = i + 1; j < CLUSTERS; j++) {
                        scores[at++] = world.matcher.score(lens, profiles.get(i), profiles.get(j));
                    }
                }
                float[] compared = new float[scores.length];
                for (int i = 0; i < scores.length; i++) {
                    compared[i] = (float) scores[i];
                }
                Percentiles expected = new Percentiles(compared, scores.length);
                for (double score : scores) {
                    assertThat(network.percentiles(lens).of(score)).isEqualTo(expected.of(score));
                }
                assertThat(network.percentiles(lens).pairs()).isEqualTo(scores.length);
            }
        }
    }

    @Test
    void the_best_pairs_of_several_questions_are_those_that_all_scores_in_order_begin_with() {
        for (World world : worlds()) {
            Network network = new Network(world.matcher, world.clusters);
            List<Profile> profiles = network.profiles();
            BiPredicate<Profile, Profile> some =
                    (one, other) -> (one.id().hashCode() + other.id().hashCode()) % 3 != 0;
            BiPredicate<Profile, Profile> all = (one, other) -> true;
            List<Network.PairQuestion> questions = List.of(
                    new Network.PairQuestion(Measure.ALLIANCE, all),
                    new Network.PairQuestion(Measure.CROSS_INNOVATION, all),
                    new Network.PairQuestion(Measure.CROSS_INNOVATION, some),
                    new Network.PairQuestion(Measure.ALLIANCE, some));
            List<List<Network.Pair>> expected = questions.stream()
                    .map(question -> {
                        List<Network.Pair> pairs = new ArrayList<>();
                        for (int i = 0; i < profiles.size(); i++) {
                            for (int j = i + 1; j < profiles.size(); j++) {
                                double score =
                                        world.matcher.score(question.measure(), profiles.get(i), profiles.get(j));
                                if (score > 0 && question.wanted().test(profiles.get(i), profiles.get(j))) {
                                    pairs.add(new Network.Pair(profiles.get(i), profiles.get(j), score));
                                }
                            }
                        }
                        pairs.sort(Comparator.comparingDouble(Network.Pair::score)
                                .reversed()
                                .thenComparing(pair -> pair.one().id())
                                .thenComparing(pair -> pair.other().id()));
                        return pairs;
                    })
                    .toList();
            assertThat(network.pairs(100_000, questions)).isEqualTo(expected);
            assertThat(network.pairs(5, questions))
                    .isEqualTo(expected.stream()
                            .map(pairs -> pairs.subList(0, Math.min(5, pairs.size())))
                            .toList());
        }
    }

    private static boolean hasNot(List<MatchTag> tags, String code) {
        return tags.stream().noneMatch(tag -> tag.code().equals(code));
    }

    private static MatchTag confidence(MatchTag tag, double confidence) {
        return new MatchTag(tag.code(), tag.level(), confidence, tag.source(), tag.date());
    }

    private static MatchSubject with(MatchSubject subject, UnaryOperator<MatchTag> change) {
        return new MatchSubject(
                subject.kind(),
                subject.id(),
                subject.label(),
                subject.activities().stream().map(change).toList(),
                subject.competences().stream().map(change).toList(),
                subject.markets().stream().map(change).toList());
    }

    private static MatchSubject renamed(MatchSubject subject) {
        return new MatchSubject(
                subject.kind(),
                "z" + subject.id().hashCode(),
                "Other name",
                subject.activities(),
                subject.competences(),
                subject.markets());
    }

    private static MatchSubject added(MatchSubject subject, int facet, MatchTag tag) {
        return new MatchSubject(
                subject.kind(),
                subject.id(),
                subject.label(),
                facet == 0 ? plus(subject.activities(), tag) : subject.activities(),
                facet == 1 ? plus(subject.competences(), tag) : subject.competences(),
                facet == 2 ? plus(subject.markets(), tag) : subject.markets());
    }

    private static List<MatchTag> plus(List<MatchTag> tags, MatchTag tag) {
        List<MatchTag> more = new ArrayList<>(tags);
        more.add(tag);
        return more;
    }

    private MatchSubject shuffled(MatchSubject subject) {
        return new MatchSubject(
                subject.kind(),
                subject.id(),
                subject.label(),
                shuffled(subject.activities()),
                shuffled(subject.competences()),
                shuffled(subject.markets()));
    }

    private List<MatchTag> shuffled(List<MatchTag> tags) {
        List<MatchTag> shuffled = new ArrayList<>(tags);
        Collections.shuffle(shuffled, new Random(seed));
        return shuffled;
    }
}
