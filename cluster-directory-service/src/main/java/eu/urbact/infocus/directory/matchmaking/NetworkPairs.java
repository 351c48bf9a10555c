package eu.urbact.infocus.directory.matchmaking;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.narayana.jta.QuarkusTransaction;

import eu.urbact.infocus.directory.matching.Measure;
import eu.urbact.infocus.directory.matchmaking.PartnerLists.PairQuestion;

/**
 * The best pairs of the network, for all questions at once. Among ten thousand clusters there are fifty million pairs; so they are looked
 * at once for each state, beside the requests, and meanwhile the pairs of the state before are shown.
 */
@ApplicationScoped
class NetworkPairs {

    /** More than a graph can show. */
    static final int MOST = 1000;

    /** As long as a reader of a page hardly notices. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /** Only after a start there is nothing older to show. Shorter than the portal waits for an answer, so that it hears why there is none. */
    private static final Duration LONGEST = Duration.ofSeconds(3);

    private static final List<PairQuestion> QUESTIONS = Stream.of(Measure.ALLIANCE, Measure.CROSS_INNOVATION)
            .flatMap(lens -> Stream.of(true, false).flatMap(network -> Stream.of(true, false)
                    .map(untapped -> new PairQuestion(lens, network, untapped))))
            .toList();

    private final SlowAnswer<Found> answer = new SlowAnswer<>("best-pairs", Found::revision);
    private final MatchStates states;

    NetworkPairs(MatchStates states) {
        this.states = states;
    }

    /**
     * The best pairs of one state.
     *
     * @param revision of the directory
     * @param modelVersion version of the model
     * @param dataVersion version of the data
     * @param inputs what they were computed of
     * @param pairs how many pairs there are
     * @param lists best first, by question
     */
    record Found(
            long revision,
            String modelVersion,
            String dataVersion,
            MatchInputs inputs,
            long pairs,
            Map<PairQuestion, List<PairSuggestion>> lists) {}

    /** Has the pairs of a state computed, and does not wait for them. */
    void prepare(MatchState state) {
        answer.prepare(state.revision(), this::find);
    }

    /** The pairs of a state, or of the one before when it takes long; none when there is nothing in time. */
    Optional<Found> of(MatchState state) {
        return answer.get(state.revision(), this::find, PATIENCE, LONGEST);
    }

    /** Of the newest state when its turn comes: who waits for it holds none, for one takes much memory in a large directory. */
    private Found find(BooleanSupplier outdated) {
        MatchState state = QuarkusTransaction.requiringNew().call(states::current);
        return new Found(
                state.revision(),
                state.model().version(),
                state.dataVersion(),
                state.inputs(),
                state.network().percentiles(Measure.ALLIANCE).pairs(),
                new PartnerLists(state).pairs(QUESTIONS, MOST, outdated));
    }

    @PreDestroy
    void stop() {
        answer.close();
    }
}
