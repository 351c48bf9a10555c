package eu.urbact.infocus.portal.matching;

import java.util.Set;
import jakarta.ws.rs.core.UriBuilder;

/**
 * Which partners of a cluster are shown. An empty value means "all".
 *
 * @param cluster id of the cluster
 * @param lens {@code alliance}, {@code cross-innovation}, or empty for both
 * @param all all of the directory instead of the network's cities
 * @param city a city whose clusters are wanted
 */
public record PartnerFilter(String cluster, String lens, boolean all, String city) {

    static final String ALL = "all";
    private static final String NETWORK = "network";
    static final Set<String> SCOPES = Set.of(NETWORK, ALL);

    /** What the service is asked for. */
    public String scope() {
        return all ? ALL : NETWORK;
    }

    /** Whether this lens is shown. */
    public boolean shows(String other) {
        return lens.isEmpty() || lens.equals(other);
    }

    /** Whether the list is narrowed at all. */
    public boolean isActive() {
        return all || !(lens + city).isEmpty();
    }

    /** Address of the same list without a city. */
    public String inAnyCity() {
        return new PartnerFilter(cluster, lens, all, "").href();
    }

    /** Address of the list, for coming back to it. */
    public String href() {
        UriBuilder uri = UriBuilder.fromPath("/en/clusters/{id}/partners");
        if (!lens.isEmpty()) {
            uri.queryParam("lens", lens);
        }
        if (all) {
            uri.queryParam("scope", ALL);
        }
        if (!city.isEmpty()) {
            uri.queryParam("city", "{city}").resolveTemplate("city", city);
        }
        return uri.build(cluster).toString();
    }
}
