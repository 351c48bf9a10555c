package eu.urbact.infocus.directory.matchmaking;

import java.math.BigDecimal;

import eu.urbact.infocus.directory.matching.Relatedness;
import eu.urbact.infocus.directory.reference.Facet;
import eu.urbact.infocus.directory.reference.Provenance;

/**
 * Two terms that are nearer than their taxonomy says.
 *
 * @param facet taxonomy of both
 * @param one a code; the smaller one
 * @param other a code
 * @param similarity between 0 and 1
 * @param channel how they are related, such as {@code skill}
 * @param provenance who says so
 */
public record RelatednessEntry(
        Relatedness.Facet facet,
        String one,
        String other,
        BigDecimal similarity,
        String channel,
        Provenance provenance) {

    /**
     * What it is called in reports.
     *
     * @return both codes and the channel
     */
    public String id() {
        return one + "/" + other + "/" + channel;
    }

    /**
     * The same taxonomy by the name that tags and labels have for it.
     *
     * @return where both codes have their labels
     */
    public Facet labels() {
        return facet == Relatedness.Facet.ACTIVITY ? Facet.ACTIVITY : Facet.COMPETENCE;
    }
}
