package eu.urbact.infocus.directory.cooperation;

import java.util.Collection;
import java.util.Objects;

import eu.urbact.infocus.chassis.outcome.Verdict;
import eu.urbact.infocus.directory.cooperation.Cooperation.Side;

/** Who may do what with a cooperation, and when. Which cooperations a city sees at all is not asked here. */
final class CooperationPolicy {

    private CooperationPolicy() {}

    /**
     * Whether one cluster may propose to another.
     *
     * @param from the proposing one
     * @param to the other one; its city may be null
     * @param live whether the two have an open proposal or a running cooperation
     */
    static Verdict propose(Side from, Side to, boolean live) {
        if (to.cityId() == null || Objects.equals(from.cityId(), to.cityId())) {
            return Verdict.refused(
                    CooperationProblem.NOT_TWO_CITIES, "Choose a cluster of another city of the network.");
        }
        return live
                ? Verdict.refused(
                        CooperationProblem.ALREADY_PROPOSED,
                        "You find it among your cooperations, whoever proposed it.")
                : Verdict.allowed();
    }

    /**
     * Whether a cooperation may come into a state.
     *
     * @param cooperation as it is
     * @param next ACCEPTED or DECLINED (by the city that was asked), WITHDRAWN (by the one that proposed), ENDED (by either)
     * @param cities cities of whoever asks for it
     */
    static Verdict become(Cooperation cooperation, CooperationState next, Collection<String> cities) {
        CooperationState before =
                next == CooperationState.ENDED ? CooperationState.ACCEPTED : CooperationState.PROPOSED;
        if (cooperation.state() != before) {
            return Verdict.refused(
                    CooperationProblem.COOPERATION_CLOSED,
                    "It is " + cooperation.state().name().toLowerCase(java.util.Locale.ROOT) + ".");
        }
        boolean turn =
                switch (next) {
                    case ACCEPTED, DECLINED -> cooperation.isTo(cities);
                    case WITHDRAWN -> cooperation.isFrom(cities);
                    case ENDED -> true;
                    case PROPOSED -> throw new IllegalArgumentException("nothing becomes a proposal again");
                };
        return turn
                ? Verdict.allowed()
                : Verdict.refused(
                        CooperationProblem.OTHER_CITYS_TURN,
                        next == CooperationState.WITHDRAWN
                                ? "Only the city that proposed it can take it back."
                                : "Only the city that was asked can answer.");
    }

    /** Whether steps can be added and completed. */
    static Verdict step(Cooperation cooperation) {
        return cooperation.state() == CooperationState.ACCEPTED
                ? Verdict.allowed()
                : Verdict.refused(
                        CooperationProblem.COOPERATION_CLOSED,
                        "Steps belong to an accepted cooperation that has not ended.");
    }
}
