package eu.urbact.infocus.directory.matchmaking;

import java.util.List;
import jakarta.enterprise.context.ApplicationScoped;

/** Shows what the strategy of a region asks for and nobody in the region has. */
@ApplicationScoped
public class ShowStrategyGaps {

    private final KeptInputs kept;

    ShowStrategyGaps(KeptInputs kept) {
        this.kept = kept;
    }

    /**
     * The gaps of a strategy. The reasons of orphans name scores, so what these rest on is kept.
     *
     * @param regionId id of the region
     * @param state the current state
     * @return the gaps; none when there is no such region
     */
    public StrategyGaps of(String regionId, MatchState state) {
        StrategyGaps gaps = state.gaps(regionId).orElseGet(() -> new StrategyGaps(0, 0, 0, List.of(), List.of()));
        if (!gaps.orphans().isEmpty()) {
            kept.keepBeside(state.inputs());
        }
        return gaps;
    }
}
