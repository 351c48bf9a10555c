package eu.urbact.infocus.portal.matching;

import jakarta.ws.rs.core.UriBuilder;

/**
 * Which pairs of the network are shown.
 *
 * @param lens {@code alliance} or {@code cross-innovation}
 * @param minPercentile from which percentile on; null for the model's threshold
 * @param untapped only pairs that nobody is known to have joined
 */
public record NetworkFilter(String lens, Integer minPercentile, boolean untapped) {

    static final String PATH = "/en/network/matches";

    /** The same page under another lens. */
    public String under(String other) {
        UriBuilder uri = UriBuilder.fromPath(PATH).queryParam("lens", other);
        if (minPercentile != null) {
            uri.queryParam("minPercentile", minPercentile);
        }
        if (untapped) {
            uri.queryParam("untapped", true);
        }
        return uri.build().toString();
    }
}
