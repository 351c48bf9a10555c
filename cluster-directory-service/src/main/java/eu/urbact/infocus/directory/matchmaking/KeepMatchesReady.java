package eu.urbact.infocus.directory.matchmaking;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;

import eu.urbact.infocus.directory.matching.Measure;

/**
 * Computes after a change of the directory what the next readers will ask for, so that none of them waits for it: what scores are
 * computed of, the roles of clusters in their strategies, which the search counts, the percentiles, and the best pairs. Looking at the
 * number of the revision finds every change, whoever made it, another instance of this service included.
 */
@ApplicationScoped
class KeepMatchesReady {

    private final MatchStates states;
    private final NetworkPairs pairs;
    private final KeptInputs kept;

    KeepMatchesReady(MatchStates states, NetworkPairs pairs, KeptInputs kept) {
        this.states = states;
        this.pairs = pairs;
        this.kept = kept;
    }

    @Scheduled(every = "{infocus.matching.ready-every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void scheduled() {
        try {
            look();
        } catch (RuntimeException e) {
            // the next look tries again, and a reader who comes first computes it
            Log.warn("Matches could not be made ready", e);
        }
    }

    /** Computes what is not computed yet. */
    void look() {
        MatchState state = QuarkusTransaction.requiringNew().call(states::current);
        state.regions().forEach(state::summary);
        state.network().percentiles(Measure.ALLIANCE);
        pairs.prepare(state);
        kept.prepare(state.inputs());
    }
}
