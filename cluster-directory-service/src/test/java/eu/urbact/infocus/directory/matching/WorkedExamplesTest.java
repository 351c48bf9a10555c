package eu.urbact.infocus.directory.matching;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

import eu.urbact.infocus.chassis.yaml.FileNote;
import eu.urbact.infocus.chassis.yaml.FileNotes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Small cases whose values can be worked out on paper. */
class WorkedExamplesTest {

    private static final Offset<Double> EXACT = Offset.offset(1e-12);

    /** Seven terms and the root: ln 8. IC of a leaf is 1, of A (3 below) 1 - ln 4 / ln 8 = 1/3. */
    private static final ConceptTree NACE =
            tree(Map.of("A", "", "01", "A", "02", "A", "03", "A", "B", "", "11", "B", "C", ""));

    /** Three levels: k > k1 > k1a. */
    private static final ConceptTree COMPETENCES =
            tree(Map.of("k", "", "k1", "k", "k1a", "k1", "k1b", "k1", "k2", "k", "x", "", "y", ""));

    private static ConceptTree tree(Map<String, String> parents) {
        return new ConceptTree(parents.entrySet().stream()
                .collect(java.util.stream.Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> new ConceptTree.Term(
                                Optional.of(entry.getValue()).filter(parent -> !parent.isEmpty()), entry.getKey()))));
    }

    private static MatchTag tag(String code, int level, double confidence) {
        return new MatchTag(code, level, confidence, "s", null);
    }

    private static MatchSubject cluster(
            String id, List<MatchTag> activities, List<MatchTag> competences, List<MatchTag> markets) {
        return new MatchSubject(MatchSubject.Kind.CLUSTER, id, id, activities, competences, markets);
    }

    private static Matcher matcher(List<Lever> levers, Relatedness... relatedness) {
        // among nobody every tag is equally rare
        return new Matcher(
                MatchingModelFile.delivered(),
                NACE,
                COMPETENCES,
                levers,
                List.of(relatedness),
                Rarity.among(List.of()));
    }

    @Test
    void a_term_says_the_less_the_more_lies_below_it() {
        assertThat(NACE.informationContent("01")).isCloseTo(1, EXACT);
        assertThat(NACE.informationContent("A")).isCloseTo(1.0 / 3, EXACT);
        assertThat(NACE.informationContent("B")).isCloseTo(2.0 / 3, EXACT);
        assertThat(NACE.similarity("01", "02")).isCloseTo(1.0 / 3, EXACT);
        assertThat(NACE.similarity("01", "A")).isCloseTo(0.5, EXACT);
        assertThat(NACE.similarity("01", "11")).isZero();
        assertThat(NACE.similarity("11", "11")).isEqualTo(1);
    }

    @Test
    void the_same_is_nearer_than_a_sibling_and_a_sibling_nearer_than_a_cousin() {
        double sibling = COMPETENCES.similarity("k1a", "k1b");
        double cousin = COMPETENCES.similarity("k1a", "k2");
        assertThat(COMPETENCES.similarity("k1a", "k1a")).isGreaterThan(sibling);
        assertThat(sibling).isGreaterThan(cousin);
        assertThat(cousin).isPositive();
        assertThat(COMPETENCES.similarity("k1a", "x")).isZero();
    }

    @Test
    void a_circle_and_an_unknown_broader_term_make_no_tree() {
        assertThatThrownBy(() -> tree(Map.of("a", "b", "b", "a"))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> tree(Map.of("a", "nowhere"))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void coverage_is_a_weighted_mean_over_witnesses() {
        Matcher matcher = matcher(List.of());
        Profile c = matcher.prepare(cluster("c", List.of(tag("01", 3, 1), tag("11", 1, 1)), List.of(), List.of()));
        Profile d = matcher.prepare(cluster("d", List.of(tag("02", 1, 1), tag("11", 1, 0.4)), List.of(), List.of()));
        // c: 3/4 of the weight at 1/3, 1/4 exact but doubtful; d: half at 1/3, half doubtful
        double score = (0.75 / 3 + 0.25 * 0.4 + 0.5 / 3 + 0.5 * 0.4) / 2;
        double low = (0.75 / 3 + 0.5 / 3) / 2;
        double fit = (0.75 / 3 + 0.25 + 0.5 / 3 + 0.5) / 2;
        Rating rating = matcher.rate(Measure.ALLIANCE, c, d);
        assertThat(rating.score()).isCloseTo(0.45 * score, EXACT);
        assertThat(rating.low()).isCloseTo(0.45 * low, EXACT);
        assertThat(rating.fit()).isCloseTo(0.45 * fit, EXACT);
        // competences of both are unknown; so they might share all of them, and serve each other in all that is not
        // their own
        double unknownService = 0.75 * (1 - 1.0 / 3);
        assertThat(rating.high()).isCloseTo(0.45 * fit + 0.45 + 0.10 * unknownService, EXACT);
    }

    @Test
    void a_narrow_cluster_inside_a_broad_priority_is_core() {
        Matcher matcher = matcher(List.of());
        Profile c = matcher.prepare(cluster("c", List.of(tag("01", 1, 1)), List.of(tag("k1a", 3, 1)), List.of()));
        Profile p = matcher.prepare(new MatchSubject(
                MatchSubject.Kind.PRIORITY,
                "p",
                "P",
                List.of(tag("01", 1, 1), tag("11", 1, 1)),
                List.of(tag("k", 1, 1)),
                List.of()));
        double lin = COMPETENCES.similarity("k", "k1a");
        assertThat(matcher.rate(Measure.CORE, c, p).score())
                .isCloseTo(0.60 * (0.75 + 0.25 * 0.5) + 0.40 * (0.75 + 0.25 * lin), EXACT);
        Matcher.Coverage coverage = matcher.coverage(c, p);
        assertThat(coverage.inside()).isCloseTo(1, EXACT);
        assertThat(coverage.covers()).isCloseTo(0.60 * 0.5 + 0.40 * lin, EXACT);
        assertThat(matcher.explain(Measure.CORE, c, p).contributions())
                .anySatisfy(contribution -> assertThat(contribution.channel()).isEqualTo("narrower"));
    }

    @Test
    void a_cluster_partly_inside_a_priority_covers_it_in_part() {
        Matcher matcher = matcher(List.of());
        Profile c = matcher.prepare(cluster(
                "c", List.of(tag("01", 1, 1), tag("11", 1, 1)), List.of(tag("k1a", 1, 1), tag("x", 1, 1)), List.of()));
        Profile p = matcher.prepare(new MatchSubject(
                MatchSubject.Kind.PRIORITY, "p", "P", List.of(tag("02", 1, 1)), List.of(tag("k1b", 1, 1)), List.of()));
        double sibling = COMPETENCES.similarity("k1a", "k1b");
        Matcher.Coverage coverage = matcher.coverage(c, p);
        assertThat(coverage.inside()).isCloseTo(0.60 * 0.5 / 3 + 0.40 * 0.5 * sibling, EXACT);
        assertThat(coverage.covers()).isCloseTo(0.60 / 3 + 0.40 * sibling, EXACT);
    }

    @Test
    void priorities_are_related_by_what_each_finds_in_the_other() {
        Matcher matcher = matcher(List.of());
        Profile one = matcher.prepare(new MatchSubject(
                MatchSubject.Kind.PRIORITY,
                "p",
                "P",
                List.of(tag("01", 1, 0.4), tag("11", 1, 1)),
                List.of(tag("k1a", 1, 1), tag("x", 1, 1)),
                List.of()));
        Profile other = matcher.prepare(new MatchSubject(
                MatchSubject.Kind.PRIORITY, "q", "Q", List.of(tag("02", 1, 1)), List.of(tag("k1b", 1, 1)), List.of()));
        double sibling = COMPETENCES.similarity("k1a", "k1b");
        assertThat(matcher.relatedness(one, other))
                .isCloseTo(0.60 * (0.5 / 3 + 1.0 / 3) / 2 + 0.40 * (0.5 * sibling + sibling) / 2, EXACT)
                .isCloseTo(matcher.relatedness(other, one), EXACT);
    }

    @Test
    void whom_somebody_serves_who_says_nothing_of_it_is_everything_but_what_they_do_themselves() {
        Matcher matcher = matcher(List.of());
        Profile silent = matcher.prepare(cluster("c", List.of(tag("01", 1, 1)), List.of(), List.of()));
        Profile known = matcher.prepare(
                cluster("d", List.of(tag("01", 1, 1), tag("11", 3, 1)), List.of(tag("x", 1, 1)), List.of()));
        Profile unknown = matcher.prepare(cluster("e", List.of(), List.of(tag("x", 1, 1)), List.of()));
        assertThat(matcher.serveAtBest(silent, known)).isCloseTo(0.75, EXACT);
        assertThat(matcher.serveAtBest(silent, unknown)).isEqualTo(1);
        assertThat(matcher.serveAtBest(silent, unknown.answering(Set.of(Question.Topic.ACTIVITIES))))
                .isEqualTo(1);
        // who has answered serves whom they serve
        Profile answered = silent.answering(Set.of(Question.Topic.MARKETS, Question.Topic.COMPETENCES));
        assertThat(matcher.serveAtBest(answered, known)).isZero();
    }

    @Test
    void what_rests_on_a_lever_to_be_verified_is_marked_and_a_certain_one_as_strong_is_enough() {
        Lever doubtful = new Lever("x", "11", 0.6, true, true);
        Lever certain = new Lever("x", "11", 0.6, true, false);
        Lever stronger = new Lever("x", "11", 1.0, true, true);
        Lever weaker = new Lever("x", "11", 0.3, true, true);
        assertThat(uncertain(doubtful)).containsExactly(true);
        assertThat(uncertain(certain)).containsExactly(false);
        assertThat(uncertain(doubtful, certain)).containsExactly(false);
        assertThat(uncertain(certain, doubtful)).containsExactly(false);
        assertThat(uncertain(doubtful, doubtful)).containsExactly(true);
        assertThat(uncertain(certain, stronger)).containsExactly(true);
        assertThat(uncertain(stronger, certain)).containsExactly(true);
        assertThat(uncertain(certain, weaker)).containsExactly(false);
        assertThat(uncertain(weaker, certain)).containsExactly(false);
    }

    private static List<Boolean> uncertain(Lever... levers) {
        Matcher matcher = matcher(List.of(levers));
        return matcher
                .explain(
                        Measure.ENABLER,
                        matcher.prepare(cluster("c", List.of(), List.of(tag("x", 1, 1)), List.of())),
                        matcher.prepare(new MatchSubject(
                                MatchSubject.Kind.PRIORITY, "p", "P", List.of(tag("11", 1, 1)), List.of(), List.of())))
                .contributions()
                .stream()
                .map(Contribution::uncertain)
                .toList();
    }

    @Test
    void evidence_for_a_list_is_the_same_without_the_questions() {
        Matcher matcher = matcher(List.of());
        Profile c = matcher.prepare(cluster("c", List.of(tag("11", 1, 1)), List.of(tag("x", 1, 1)), List.of()));
        Profile d = matcher.prepare(
                cluster("d", List.of(tag("01", 1, 1)), List.of(tag("y", 1, 1)), List.of(tag("11", 1, 0.4))));
        Explanation whole = matcher.explain(Measure.CROSS_INNOVATION, c, d);
        Explanation evidence = matcher.evidence(Measure.CROSS_INNOVATION, c, d);
        assertThat(evidence.rating()).isEqualTo(whole.rating());
        assertThat(evidence.contributions()).isEqualTo(whole.contributions());
        assertThat(whole.questions()).isNotEmpty();
        assertThat(evidence.questions()).isEmpty();
    }

    @Test
    void a_cluster_serves_by_its_markets_and_by_the_levers_of_its_competences() {
        Matcher matcher = matcher(List.of(new Lever("k", "11", 1.0, true), new Lever("k", "01", 0.6, false)));
        Profile c = matcher.prepare(
                cluster("c", List.of(tag("C", 1, 1)), List.of(tag("k1a", 2, 1)), List.of(tag("02", 1, 0.7))));
        Profile p = matcher.prepare(new MatchSubject(
                MatchSubject.Kind.PRIORITY, "p", "P", List.of(tag("01", 1, 1), tag("11", 1, 1)), List.of(), List.of()));
        // 01: the market 02 gives 0.7 × 1/3, the inherited lever 2/3 × 0.6; 11: the lever gives 2/3
        Explanation explanation = matcher.explain(Measure.ENABLER, c, p);
        assertThat(explanation.rating().score()).isCloseTo(0.80 * (0.5 * (2.0 / 3) * 0.6 + 0.5 * 2 / 3), EXACT);
        assertThat(explanation.rating().low())
                .as("the first lever is accepted, not documented")
                .isCloseTo(0.80 * 0.5 * 2 / 3, EXACT);
        assertThat(explanation.server()).contains("c");
        assertThat(explanation.contributions())
                .extracting(Contribution::channel)
                .containsExactly("lever", "lever");
    }

    @Test
    void what_a_cluster_does_itself_it_does_not_serve() {
        Matcher matcher = matcher(List.of());
        MatchSubject served = cluster("d", List.of(tag("01", 1, 1)), List.of(), List.of());
        for (Map.Entry<String, Double> own :
                Map.of("01", 0.0, "02", 2.0 / 3, "11", 1.0).entrySet()) {
            MatchSubject server = cluster("c", List.of(tag(own.getKey(), 1, 1)), List.of(), List.of(tag("01", 1, 1)));
            assertThat(matcher.rate(Measure.ENABLER, matcher.prepare(server), matcher.prepare(served))
                            .score())
                    .isCloseTo(0.80 * own.getValue(), EXACT);
        }
    }

    @Test
    void one_learns_from_the_related_not_from_the_same_and_not_from_the_foreign() {
        Matcher matcher = matcher(List.of());
        double x = COMPETENCES.similarity("k1a", "k1b");
        assertThat(cross(matcher, "k1a", "k1b")).isCloseTo(0.25 * 4 * x * (1 - x) + 0.15 * x, EXACT);
        assertThat(cross(matcher, "k1a", "k1a")).isCloseTo(0.15, EXACT);
        assertThat(cross(matcher, "k1a", "x")).isZero();
    }

    private static double cross(Matcher matcher, String one, String other) {
        return matcher.rate(
                        Measure.CROSS_INNOVATION,
                        matcher.prepare(cluster("c", List.of(), List.of(tag(one, 1, 1)), List.of())),
                        matcher.prepare(cluster("d", List.of(), List.of(tag(other, 1, 1)), List.of())))
                .score();
    }

    @Test
    void a_relatedness_table_names_its_channel() {
        Matcher matcher =
                matcher(List.of(), new Relatedness(Relatedness.Facet.ACTIVITY, "01", "11", 0.8, "input-output", false));
        Explanation explanation = matcher.explain(
                Measure.ALLIANCE,
                matcher.prepare(cluster("c", List.of(tag("01", 1, 1)), List.of(), List.of())),
                matcher.prepare(cluster("d", List.of(tag("11", 1, 1)), List.of(), List.of())));
        assertThat(explanation.rating().score()).isCloseTo(0.45 * 0.8, EXACT);
        assertThat(explanation.contributions()).hasSize(2).allSatisfy(contribution -> assertThat(contribution.channel())
                .isEqualTo("input-output"));
    }

    @Test
    void what_rests_on_a_relatedness_to_be_verified_is_marked_and_a_certain_one_as_strong_is_enough() {
        Relatedness doubtful = new Relatedness(Relatedness.Facet.ACTIVITY, "01", "11", 0.8, "input-output", true);
        Relatedness certain = new Relatedness(Relatedness.Facet.ACTIVITY, "11", "01", 0.8, "skill", false);
        Relatedness weaker = new Relatedness(Relatedness.Facet.ACTIVITY, "01", "11", 0.7, "skill", false);
        MatchSubject one = cluster("c", List.of(tag("01", 1, 1)), List.of(), List.of());
        MatchSubject other = cluster("d", List.of(tag("11", 1, 1)), List.of(), List.of());
        assertThat(uncertain(one, other, doubtful)).hasSize(2).containsOnly(true);
        assertThat(uncertain(one, other, weaker, doubtful)).containsOnly(true);
        assertThat(uncertain(one, other, doubtful, weaker)).containsOnly(true);
        assertThat(uncertain(one, other, certain)).containsOnly(false);
        assertThat(uncertain(one, other, doubtful, certain)).containsOnly(false);
        assertThat(uncertain(one, other, certain, doubtful)).containsOnly(false);
        // the same activity needs no table
        assertThat(uncertain(one, cluster("e", List.of(tag("01", 1, 1)), List.of(), List.of()), doubtful))
                .hasSize(2)
                .containsOnly(false);
    }

    private static List<Boolean> uncertain(MatchSubject one, MatchSubject other, Relatedness... entries) {
        Matcher matcher = matcher(List.of(), entries);
        return matcher.explain(Measure.ALLIANCE, matcher.prepare(one), matcher.prepare(other)).contributions().stream()
                .map(Contribution::uncertain)
                .toList();
    }

    @Test
    void who_does_not_say_whom_it_serves_is_asked() {
        Matcher matcher = matcher(List.of());
        Explanation explanation = matcher.explain(
                Measure.CROSS_INNOVATION,
                matcher.prepare(cluster("c", List.of(tag("11", 1, 1)), List.of(tag("x", 1, 1)), List.of())),
                matcher.prepare(
                        cluster("d", List.of(tag("01", 1, 1)), List.of(tag("y", 1, 1)), List.of(tag("11", 1, 0.4)))));
        assertThat(explanation.rating().score()).isCloseTo(0.60 * 0.4, EXACT);
        assertThat(explanation.server()).contains("d");
        assertThat(explanation.questions()).first().satisfies(question -> {
            assertThat(question.text()).isEqualTo("Ask for a document that confirms the markets served of d.");
            assertThat(question.narrowsBy()).isCloseTo(0.60, EXACT);
        });
    }

    @Test
    void two_answers_can_be_worth_something_that_neither_is_alone() {
        Matcher matcher = matcher(List.of());
        Explanation explanation = matcher.explain(
                Measure.CROSS_INNOVATION,
                matcher.prepare(
                        cluster("c", List.of(tag("01", 1, 1)), List.of(tag("x", 1, 1)), List.of(tag("11", 1, 0.7)))),
                matcher.prepare(
                        cluster("d", List.of(tag("11", 1, 0.4)), List.of(tag("y", 1, 1)), List.of(tag("02", 1, 0.4)))));
        assertThat(explanation.rating().low()).isZero();
        assertThat(explanation.rating().high()).isCloseTo(0.60, EXACT);
        assertThat(explanation.questions())
                .extracting(Question::text)
                .containsExactly(
                        "Ask for a document that confirms the markets served of c.",
                        "Ask for a document that confirms the activities of d.");
        assertThat(explanation.questions()).extracting(Question::narrowsBy).containsOnly(0.0);
        assertThat(explanation.narrowsBy()).isCloseTo(0.60, EXACT);
    }

    @Test
    void what_both_sides_lack_is_settled_by_both_answers_only() {
        Matcher matcher = matcher(List.of());
        MatchSubject priority =
                new MatchSubject(MatchSubject.Kind.PRIORITY, "p", "p", List.of(), List.of(tag("x", 1, 1)), List.of());
        Explanation explanation = matcher.explain(
                Measure.CORE,
                matcher.prepare(cluster("c", List.of(), List.of(tag("x", 1, 1)), List.of())),
                matcher.prepare(priority));
        assertThat(explanation.rating().high() - explanation.rating().low()).isCloseTo(0.60, EXACT);
        assertThat(explanation.questions())
                .extracting(Question::text)
                .containsExactly("Ask which activities c has.", "Ask which activities p has.");
        assertThat(explanation.questions()).extracting(Question::narrowsBy).containsOnly(0.0);
        assertThat(explanation.narrowsBy()).isCloseTo(0.60, EXACT);
    }

    @Test
    void what_rests_on_an_undocumented_lever_no_question_settles() {
        Matcher matcher = matcher(List.of(new Lever("x", "11", 0.6, false)));
        Explanation explanation = matcher.explain(
                Measure.ENABLER,
                matcher.prepare(cluster(
                        "c", List.of(tag("01", 1, 0.4)), List.of(tag("x", 3, 0.4)), List.of(tag("02", 1, 0.4)))),
                matcher.prepare(new MatchSubject(
                        MatchSubject.Kind.PRIORITY,
                        "p",
                        "p",
                        List.of(tag("11", 1, 1)),
                        List.of(tag("y", 1, 1)),
                        List.of())));
        assertThat(explanation.rating().high()).isCloseTo(0.80 * 0.6, EXACT);
        assertThat(explanation.rating().low()).isZero();
        assertThat(explanation.questions()).isEmpty();
        assertThat(explanation.narrowsBy()).isZero();
    }

    @Test
    void of_two_that_serve_each_other_alike_each_carries_half() {
        Matcher matcher = matcher(List.of());
        MatchSubject c = cluster("c", List.of(tag("01", 1, 1)), List.of(), List.of(tag("11", 1, 0.7)));
        MatchSubject d = cluster("d", List.of(tag("11", 1, 1)), List.of(), List.of(tag("01", 1, 0.7)));
        Explanation explanation = matcher.explain(Measure.CROSS_INNOVATION, matcher.prepare(c), matcher.prepare(d));
        assertThat(explanation.server()).isEmpty();
        assertThat(explanation.bothServe()).isTrue();
        assertThat(explanation.rating().score()).isCloseTo(0.60 * 0.7, EXACT);
        assertThat(explanation.contributions())
                .extracting(contribution -> contribution.from().subject())
                .containsExactly("c", "d");
        assertThat(explanation.contributions())
                .allSatisfy(contribution -> assertThat(contribution.points()).isCloseTo(0.30 * 0.7, EXACT));
        // a little more on one side is enough
        MatchSubject less = cluster("d", List.of(tag("11", 1, 1)), List.of(), List.of(tag("01", 1, 0.4)));
        Explanation uneven = matcher.explain(Measure.CROSS_INNOVATION, matcher.prepare(c), matcher.prepare(less));
        assertThat(uneven.server()).contains("c");
        assertThat(uneven.bothServe()).isFalse();
    }

    @Test
    void rare_tags_weigh_more() {
        List<MatchSubject> compared = List.of(
                cluster("a", List.of(tag("01", 1, 1)), List.of(), List.of()),
                cluster("b", List.of(tag("01", 1, 1)), List.of(), List.of()),
                cluster("c", List.of(tag("01", 1, 1), tag("11", 1, 1)), List.of(), List.of()));
        Rarity rarity = Rarity.among(compared);
        assertThat(rarity.ofActivity("01")).isCloseTo(1, EXACT);
        assertThat(rarity.ofActivity("11")).isCloseTo(1 + Math.log(2), EXACT);
        assertThat(rarity.ofActivity("02")).isCloseTo(1 + Math.log(4), EXACT);
    }

    @Test
    void percentiles_count_the_lower_ones() {
        Percentiles percentiles = new Percentiles(new float[] {0.3f, 0.1f, 0.2f, 0.2f, 0.5f}, 5);
        assertThat(percentiles.of(0.5)).isEqualTo(100);
        assertThat(percentiles.of(0.1)).isZero();
        assertThat(percentiles.of(0.2)).isEqualTo(25);
        assertThat(percentiles.of(0.3)).isEqualTo(75);
    }

    @Test
    void the_best_choice_of_domains_serves_most_clusters_and_hangs_together() {
        double[][] fit = {{0.9, 0.8, 0.0}, {0.9, 0.7, 0.1}, {0.0, 0.0, 0.6}};
        double[][] related = {{1, 0.5, 0}, {0.5, 1, 0}, {0, 0, 1}};
        List<Diversification.Step> curve = new Diversification(new double[] {1, 1, 1}, fit, related, 0.05).curve(8);
        assertThat(curve).hasSize(3);
        assertThat(curve.get(0).domains()).containsExactly(0);
        assertThat(curve.get(0).value()).isCloseTo(1.8, EXACT);
        assertThat(curve.get(1).domains()).containsExactly(0, 2);
        assertThat(curve.get(1).value()).isCloseTo(2.4, EXACT);
        assertThat(curve.get(2).value()).isCloseTo(2.4 + 0.05 * 0.5, EXACT);
        assertThat(curve.get(2).served()).isCloseTo(2.4, EXACT);
    }

    @Test
    void a_large_cluster_draws_the_choice_to_its_domain() {
        double[][] fit = {{0.9, 0.8, 0.0}, {0.9, 0.7, 0.1}, {0.0, 0.0, 0.6}};
        double[][] related = {{1, 0.5, 0}, {0.5, 1, 0}, {0, 0, 1}};
        List<Diversification.Step> curve =
                new Diversification(new double[] {0.25, 0.25, 2.5}, fit, related, 0.05).curve(2);
        assertThat(curve.get(0).domains()).containsExactly(2);
        assertThat(curve.get(0).value()).isCloseTo(0.25 * 0.1 + 2.5 * 0.6, EXACT);
        assertThat(curve.get(1).domains()).containsExactly(0, 2);
        assertThat(curve.get(1).served()).isCloseTo(0.25 * 0.9 + 0.25 * 0.9 + 2.5 * 0.6, EXACT);
    }

    @Test
    void equal_scores_share_the_places_among_the_first_five() {
        List<String> eight = List.of("a", "b", "c", "d", "e", "f", "g", "h");
        Validation one = new Validation(eight, Set.of(List.of("a", "h")));
        // seven alike for five places, from both sides: the order of the names decides nothing
        assertThat(one.measure((x, y) -> 1).hitAt5()).isCloseTo(5.0 / 7, EXACT);
        assertThat(one.measure((x, y) -> 1).auc()).isCloseTo(0.5, EXACT);
        Validation two = new Validation(eight, Set.of(List.of("a", "h"), List.of("a", "g")));
        // a: one of two among five of seven, 1 - (2/7 · 1/6); g and h: 5/7 each
        assertThat(two.measure((x, y) -> 1).hitAt5()).isCloseTo((1 - 2.0 / 42 + 10.0 / 7) / 3, EXACT);
        // four are surely better for a, the last place is between g and h; h finds a at once
        assertThat(one.measure((x, y) -> {
                            String pair = x.compareTo(y) < 0 ? x + y : y + x;
                            return List.of("ab", "ac", "ad", "ae").contains(pair) ? 2 : pair.contains("h") ? 1 : 0;
                        })
                        .hitAt5())
                .isCloseTo((1 + 5.0 / 7) / 2, EXACT);
        assertThat(one.measure((x, y) -> x.equals("f") || y.equals("f")
                                ? 0
                                : List.of("a", "h").contains(x)
                                                && List.of("a", "h").contains(y)
                                        ? 1
                                        : 2)
                        .hitAt5())
                .as("five others are better for each of them")
                .isZero();
    }

    @Test
    void a_known_pair_wins_against_others_below_it_and_half_against_its_equals() {
        Validation validation = new Validation(List.of("c", "a", "b"), Set.of(List.of("a", "b")));
        assertThat(validation
                        .measure((x, y) -> x.compareTo(y) < 0 && x.equals("a") && y.equals("c") ? 1 : 2)
                        .auc())
                .isCloseTo(0.75, EXACT);
    }

    @Test
    void the_first_plain_way_is_the_common_share_of_sets() {
        var overlap = Validation.overlap(Map.of("a", Set.of("x", "y", "z"), "b", Set.of("y", "z", "v"), "c", Set.of()));
        assertThat(overlap.applyAsDouble("a", "b")).isCloseTo(2.0 / 4, EXACT);
        assertThat(overlap.applyAsDouble("a", "a")).isEqualTo(1);
        assertThat(overlap.applyAsDouble("a", "c")).isZero();
        assertThat(overlap.applyAsDouble("c", "nobody")).isZero();
    }

    @Test
    void the_second_plain_way_is_the_angle_between_words_of_which_rare_ones_weigh_more() {
        var words = Validation.words(Map.of("a", "Light, light sensors", "b", "Light.", "c", "Steel"));
        // light is in two of three texts, sensors in one
        double light = 2 * (1 + Math.log(4.0 / 3));
        double sensors = 1 + Math.log(4.0 / 2);
        assertThat(words.applyAsDouble("a", "b"))
                .isCloseTo(light / Math.sqrt(light * light + sensors * sensors), EXACT);
        assertThat(words.applyAsDouble("a", "c")).isZero();
        assertThat(words.applyAsDouble("a", "nobody")).isZero();
    }

    @Test
    void who_fits_many_better_stands_lower_than_who_fits_nobody_else() {
        Network network = new Network(
                matcher(List.of()),
                List.of(
                        cluster("me", List.of(tag("01", 4, 1), tag("11", 1, 1)), List.of(), List.of()),
                        cluster("hub", List.of(tag("01", 1, 1), tag("02", 3, 1)), List.of(), List.of()),
                        cluster("one", List.of(tag("02", 1, 1)), List.of(), List.of()),
                        cluster("two", List.of(tag("02", 1, 1)), List.of(), List.of()),
                        cluster("three", List.of(tag("02", 1, 1)), List.of(), List.of()),
                        cluster("twin", List.of(tag("11", 1, 1)), List.of(), List.of()),
                        cluster("far", List.of(tag("C", 1, 1)), List.of(), List.of())));
        Profile me = of(network, "me");
        List<Network.Partner> best = network.best(Measure.ALLIANCE, me, 2, other -> true);
        // hub: (0.8 + 0.25 + 0.75/3) / 2 = 0.65, twin: (0.2 + 1) / 2 = 0.6
        assertThat(best).extracting(partner -> partner.profile().id()).containsExactly("hub", "twin");
        assertThat(best.get(0).score()).isCloseTo(0.45 * 0.65, EXACT);
        assertThat(best.get(1).score()).isCloseTo(0.45 * 0.6, EXACT);
        // hub is the best of six for me; for hub three are better, two worse. I am the only one for twin
        assertThat(network.standing(Measure.ALLIANCE, me, of(network, "hub")))
                .isEqualTo(new Network.Standing(100, 40, 2 * 100.0 * 40 / 140));
        assertThat(network.standing(Measure.ALLIANCE, me, of(network, "twin")))
                .isEqualTo(new Network.Standing(80, 100, 2 * 80.0 * 100 / 180));
        assertThat(network.standing(Measure.ALLIANCE, of(network, "twin"), me))
                .as("seen from the other side")
                .isEqualTo(new Network.Standing(100, 80, 2 * 80.0 * 100 / 180));
        assertThat(network.standing(Measure.ALLIANCE, me, of(network, "far")))
                .as("nothing in common")
                .isEqualTo(new Network.Standing(0, 0, 0));
    }

    private static Profile of(Network network, String id) {
        return network.profile(id).orElseThrow();
    }

    @Test
    void the_file_of_the_model_is_read_strictly() {
        String file = """
                format: infocus-matching-model
                version: 1
                modelVersion: "t"
                weights:
                  core: {activity: 0.60, competence: 0.40}
                  enabler: {service: 0.80, competence: 0.20}
                  alliance: {activity: 0.45, competence: 0.45, service: 0.10}
                  crossInnovation: {service: 0.60, learning: 0.25, competence: 0.15}
                coverage: {inside: 0.75, covers: 0.25}
                highestLevel: 3
                levers: {documented: 1.0, accepted: 0.6}
                thresholds: {core: 0.45, enabler: 0.30, crowdedFrom: 3, untappedPercentile: 90}
                limits: {questions: 2, rankedMutually: 100, standingAmong: 250, allPairsUpTo: 2000, diversification: 8, connection: 0.05}
                """;
        assertThat(MatchingModelFile.read(file.getBytes(UTF_8), new FileNotes()))
                .isPresent();
        assertThat(messages(file.replace("activity: 0.60", "activity: 0.61")))
                .containsExactly("the shares must sum up to 1");
        assertThat(messages(file.replace("inside: 0.75", "inside: 0.7")))
                .containsExactly("inside and covers must sum up to 1");
        assertThat(messages(file.replace("accepted: 0.6", "accepted: 1.6")))
                .contains("must be between 0 and 1", "must not be stronger than a documented one");
        assertThat(messages(file.replace("service: 0.80, competence: 0.20", "learning: 0.80, competence: 0.20")))
                .containsExactly("is measured between clusters only");
        assertThat(messages(file.replace("highestLevel", "heighestLevel"))).hasSize(2);
        assertThat(messages(file.replace("version: 1", "version: 2"))).isNotEmpty();
    }

    private static List<String> messages(String file) {
        FileNotes notes = new FileNotes();
        assertThat(MatchingModelFile.read(file.getBytes(UTF_8), notes)).isEmpty();
        return notes.inOrder().stream().map(FileNote::message).toList();
    }
}
