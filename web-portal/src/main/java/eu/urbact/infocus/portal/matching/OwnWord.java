package eu.urbact.infocus.portal.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import eu.urbact.infocus.portal.shell.security.Visitor;
import eu.urbact.infocus.portal.shell.services.Cooperation;
import eu.urbact.infocus.portal.shell.services.MatchFeedback;
import eu.urbact.infocus.portal.shell.services.MatchPairs;
import eu.urbact.infocus.portal.shell.services.Page;
import eu.urbact.infocus.portal.shell.services.Services;

/**
 * What the visitor's city has said about suggestions and agreed with others. Only the city itself sees it: for everybody else the same pages
 * show what is public.
 */
public record OwnWord(List<MatchFeedback> said, List<Cooperation> cooperations) {

    /** Nothing has been said, or nobody may know. */
    static final OwnWord NONE = new OwnWord(List.of(), List.of());

    /** Those that bind come first, and no city has so many. */
    private static final int COOPERATIONS = 100;

    private static final String OWN = "own-word";

    /** What the visitor's cities know; what cannot be asked for now is as if it had not been said. */
    static OwnWord of(Visitor visitor, Services services) {
        if (!visitor.isPartner()) {
            return NONE;
        }
        return new OwnWord(
                services.matchmaking(client -> client.ownFeedback(visitor.bearer()))
                        .or(List.of()),
                services.cooperation(client -> client.list(visitor.bearer(), null, 0, COOPERATIONS))
                        .or(Page.empty())
                        .items());
    }

    /** What the city said about a partner suggested for one of its clusters, or null. */
    public String verdict(String cluster, String partner) {
        return said.stream()
                .filter(word ->
                        word.clusterId().equals(cluster) && word.partnerId().equals(partner))
                .map(MatchFeedback::verdict)
                .findFirst()
                .orElse(null);
    }

    /** Their open proposal or running cooperation, or null. */
    public Cooperation cooperation(String one, String other) {
        return cooperations.stream()
                .filter(cooperation -> cooperation.isOpen() || cooperation.isRunning())
                .filter(cooperation -> Set.of(one, other)
                        .equals(Set.of(
                                cooperation.from().clusterId(), cooperation.to().clusterId())))
                .findFirst()
                .orElse(null);
    }

    /** Whether the city says that the two work together already, or has agreed a cooperation of them. */
    public boolean partners(String one, String other) {
        Cooperation agreed = cooperation(one, other);
        return "ALREADY_PARTNERS".equals(verdict(one, other))
                || "ALREADY_PARTNERS".equals(verdict(other, one))
                || (agreed != null && agreed.isRunning());
    }

    /** How many pairs it can be about at most. */
    int most() {
        return said.size() + cooperations.size();
    }

    /** The pairs as this city knows them: those who work together already are not untapped. */
    MatchPairs in(MatchPairs pairs, boolean untappedOnly) {
        List<MatchPairs.Pair> items = new ArrayList<>();
        for (MatchPairs.Pair pair : pairs.items()) {
            boolean known = partners(pair.one().id(), pair.other().id());
            if (!known) {
                items.add(pair);
            } else if (!untappedOnly) {
                items.add(pair.isUntapped() ? pair.joined(OWN) : pair);
            }
        }
        return new MatchPairs(
                pairs.modelVersion(), pairs.dataVersion(), pairs.lens(), pairs.pairs(), pairs.minPercentile(), items);
    }
}
