package eu.urbact.infocus.portal.matching;

import java.util.List;

import eu.urbact.infocus.portal.shell.services.Answer;
import eu.urbact.infocus.portal.shell.services.MatchPartners;

/**
 * The partners of a cluster under one lens.
 *
 * @param lens as it is asked for
 * @param partners what the service answered
 */
public record PartnerView(String lens, Answer<MatchPartners> partners) {

    /** The partners, none when the service did not answer. */
    public List<MatchPartners.Partner> items() {
        return partners.isFound() ? partners.value().items() : List.of();
    }
}
