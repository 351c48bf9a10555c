package eu.urbact.infocus.directory.matchmaking;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import jakarta.inject.Inject;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import eu.urbact.infocus.chassis.testing.WithEmbeddedServers;
import eu.urbact.infocus.directory.cluster.ClusterDescription;
import eu.urbact.infocus.directory.matching.MatchSubject;
import eu.urbact.infocus.directory.matching.MatchTag;
import eu.urbact.infocus.directory.matching.Matcher;
import eu.urbact.infocus.directory.matching.Measure;
import eu.urbact.infocus.directory.matching.Network;
import eu.urbact.infocus.directory.matching.Profile;
import eu.urbact.infocus.directory.matching.Strand;
import eu.urbact.infocus.directory.matching.Validation;
import eu.urbact.infocus.directory.matching.Weights;
import eu.urbact.infocus.directory.matchmaking.ModelCard.ValidationView.Way;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whether the ranking finds the partnerships that exist, better than two plain ways, and whether it holds when the numbers or
 * the descriptions are a little wrong.
 */
@QuarkusTest
@WithEmbeddedServers
class BenchmarkTest {

    private static final List<Measure> LENSES = List.of(Measure.ALLIANCE, Measure.CROSS_INNOVATION);

    private static final int DROPOUTS = 10;
    private static final int DRAWS = 60;

    @Inject
    DataSource database;

    @Inject
    MatchStates states;

    private MatchState state;
    private long seed;

    @BeforeEach
    void fill() {
        NetworkInDatabase.fill(database);
        state = QuarkusTransaction.requiringNew().call(states::current);
        seed = Long.getLong("seed", System.nanoTime());
        System.out.println("BenchmarkTest -Dseed=" + seed);
    }

    @Test
    void each_lens_finds_known_partnerships_better_than_chance_and_than_both_plain_ways() {
        List<ModelCard.ValidationView> views = ModelCards.validation(state);
        views.forEach(view -> System.out.printf(
                "%-9s %-40s AUC %.3f  hit@5 %.3f  (%d known of %d pairs)%n",
                view.kind(), view.method(), view.auc(), view.hitAt5(), view.knownPairs(), view.pairs()));
        for (PartnershipKind kind : PartnershipKind.values()) {
            List<ModelCard.ValidationView> ofKind =
                    views.stream().filter(view -> view.kind() == kind).toList();
            ModelCard.ValidationView lens = ofKind.stream()
                    .filter(ModelCard.ValidationView::lens)
                    .findFirst()
                    .orElseThrow();
            assertThat(lens.auc()).isGreaterThan(0.75);
            assertThat(ofKind).hasSize(4);
            List<ModelCard.ValidationView> plainWays =
                    ofKind.stream().filter(view -> view.way() == Way.PLAIN).toList();
            assertThat(plainWays).hasSize(2).allSatisfy(plain -> {
                assertThat(lens.auc()).as(plain.method()).isGreaterThan(plain.auc());
                assertThat(lens.hitAt5()).as(plain.method()).isGreaterThanOrEqualTo(plain.hitAt5());
            });
            assertThat(ofKind)
                    .filteredOn(view -> view.way() == Way.LIST_ORDER)
                    .singleElement()
                    .satisfies(order -> {
                        assertThat(order.hitAt5()).as("what is shown first").isGreaterThanOrEqualTo(lens.hitAt5());
                        assertThat(plainWays).allSatisfy(plain -> assertThat(order.auc())
                                .as(plain.method())
                                .isGreaterThan(plain.auc()));
                    });
        }
    }

    /** Every cluster forgets a fifth of its tags at once, always the same ones: what is rare, and who resembles whom, is seen anew. */
    @Test
    void the_ranking_stays_clearly_above_chance_when_all_clusters_forget_a_fifth_of_their_tags() {
        for (PartnershipKind kind : PartnershipKind.values()) {
            Measure lens = kind == PartnershipKind.ALLIANCE ? Measure.ALLIANCE : Measure.CROSS_INNOVATION;
            List<String> ids =
                    state.clusters().stream().map(ClusterDescription::id).toList();
            Validation validation = new Validation(ids, state.knownPairs(kind));
            Validation.Result whole = validation.measure(ModelCards.score(state, lens));
            double auc = 0;
            double hits = 0;
            double worst = 1;
            for (int round = 0; round < DROPOUTS; round++) {
                Random random = new Random(20_161_121 + round);
                Network forgetful = state.network(subject -> forgetful(subject, random));
                Validation.Result left = validation.measure((one, other) -> forgetful
                        .matcher()
                        .score(
                                lens,
                                forgetful.profile(one).orElseThrow(),
                                forgetful.profile(other).orElseThrow()));
                auc += left.auc() / DROPOUTS;
                hits += left.hitAt5() / DROPOUTS;
                worst = Math.min(worst, left.auc());
            }
            System.out.printf(
                    "%s, a fifth of all tags forgotten, %d times: AUC %.3f (all tags %.3f, worst %.3f), hit@5 %.3f (%.3f)%n",
                    lens, DROPOUTS, auc, whole.auc(), worst, hits, whole.hitAt5());
            // dice reach an AUC of 0.5, and a hit for one cluster in ten
            assertThat(worst).as("every single time").isGreaterThan(0.65);
            assertThat(auc).as("on average").isGreaterThan(0.75).isGreaterThan(whole.auc() - 0.05);
            assertThat(hits).as("on average").isGreaterThan(0.4);
        }
    }

    @Test
    void weights_that_are_a_fifth_off_give_nearly_the_same_order() {
        Random random = new Random(seed);
        List<Profile> profiles = state.network().profiles();
        for (Measure lens : LENSES) {
            Weights weights = state.model().weights(lens);
            Map<Strand, Double> noisy = Arrays.stream(Strand.values())
                    .collect(Collectors.toMap(
                            strand -> strand, strand -> weights.of(strand) * (0.8 + 0.4 * random.nextDouble())));
            double[] plain = new double[profiles.size() * (profiles.size() - 1) / 2];
            double[] other = new double[plain.length];
            int at = 0;
            for (int i = 0; i < profiles.size(); i++) {
                for (int j = i + 1; j < profiles.size(); j++) {
                    Map<Strand, Double> strands = state.network()
                            .matcher()
                            .explain(lens, profiles.get(i), profiles.get(j))
                            .strands();
                    for (Map.Entry<Strand, Double> strand : strands.entrySet()) {
                        plain[at] += weights.of(strand.getKey()) * strand.getValue();
                        other[at] += noisy.get(strand.getKey()) * strand.getValue();
                    }
                    at++;
                }
            }
            double tau = tau(plain, other);
            System.out.printf("%s, weights up to a fifth off: Kendall's tau %.3f%n", lens, tau);
            assertThat(tau).isGreaterThanOrEqualTo(0.8);
        }
    }

    /**
     * The mean over many draws: of three only, it strays by 0.011 (cross-innovation: 0.79 to 0.86, measured over 400 seeds),
     * which is as far as it lies above the limit; of sixty, by 0.0025.
     */
    @Test
    void a_cluster_that_forgets_a_fifth_of_its_tags_gets_nearly_the_same_list() {
        Random random = new Random(seed);
        Matcher matcher = state.network().matcher();
        for (Measure lens : LENSES) {
            double sum = 0;
            for (Profile cluster : state.network().profiles()) {
                double[] whole = scores(matcher, lens, cluster);
                for (int draw = 0; draw < DRAWS; draw++) {
                    sum += tau(whole, scores(matcher, lens, matcher.prepare(forgetful(cluster.subject(), random))));
                }
            }
            double tau = sum / (DRAWS * state.network().profiles().size());
            System.out.printf("%s, a fifth of a cluster's tags forgotten: Kendall's tau %.3f%n", lens, tau);
            assertThat(tau).isGreaterThanOrEqualTo(0.8);
        }
    }

    private double[] scores(Matcher matcher, Measure lens, Profile cluster) {
        return state.network().profiles().stream()
                .filter(other -> !other.subject().id().equals(cluster.subject().id()))
                .mapToDouble(other -> matcher.score(lens, cluster, other))
                .toArray();
    }

    private static MatchSubject forgetful(MatchSubject subject, Random random) {
        List<MatchTag> all = new ArrayList<>(subject.activities());
        all.addAll(subject.competences());
        all.addAll(subject.markets());
        Collections.shuffle(all, random);
        // the same code may be an activity and a market, so tags are told apart by identity
        Set<MatchTag> kept = Collections.newSetFromMap(new IdentityHashMap<>());
        kept.addAll(all.subList(Math.toIntExact(Math.round(all.size() * 0.2)), all.size()));
        return new MatchSubject(
                subject.kind(),
                subject.id(),
                subject.label(),
                subject.activities().stream().filter(kept::contains).toList(),
                subject.competences().stream().filter(kept::contains).toList(),
                subject.markets().stream().filter(kept::contains).toList());
    }

    /** Kendall's tau-b: 1 is the same order, 0 no connection, -1 the reverse. */
    private static double tau(double[] one, double[] other) {
        long agree = 0;
        long disagree = 0;
        long onlyOne = 0;
        long onlyOther = 0;
        for (int i = 0; i < one.length; i++) {
            for (int j = i + 1; j < one.length; j++) {
                int first = Double.compare(one[i], one[j]);
                int second = Double.compare(other[i], other[j]);
                if (first * second > 0) {
                    agree++;
                } else if (first * second < 0) {
                    disagree++;
                } else if (first != 0) {
                    onlyOne++;
                } else if (second != 0) {
                    onlyOther++;
                }
            }
        }
        return (agree - disagree) / Math.sqrt((double) (agree + disagree + onlyOne) * (agree + disagree + onlyOther));
    }
}
