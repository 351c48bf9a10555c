package eu.urbact.infocus.portal.matching;

import java.util.Set;
import jakarta.ws.rs.core.UriBuilder;

/**
 * How a matrix is shown.
 *
 * @param path of the page
 * @param network all clusters of the network instead of the region's own
 * @param transposed clusters as rows instead of priorities
 */
public record MatrixFilter(String path, boolean network, boolean transposed) {

    static final String NETWORK = "network";
    static final String OWN = "own";
    private static final Set<String> CLUSTERS = Set.of(OWN, NETWORK);

    /** Reads an address: one of the choices of clusters, and whether rows and columns are exchanged. */
    static MatrixFilter of(String path, String clusters, String transposed) {
        return new MatrixFilter(path, Choice.of(clusters, CLUSTERS, OWN).equals(NETWORK), Choice.isYes(transposed));
    }

    /** What the service is asked for. */
    public String clusters() {
        return network ? NETWORK : OWN;
    }

    /** The same page with rows and columns exchanged. */
    public String turned() {
        return href(path, network, !transposed);
    }

    /** The same page with the other choice of clusters. */
    public String widened() {
        return href(path, !network, transposed);
    }

    /** The same as a file; always one row for each priority and cluster. */
    public String file() {
        return href(path + ".csv", network, false);
    }

    private static String href(String path, boolean network, boolean transposed) {
        UriBuilder uri = UriBuilder.fromPath(path);
        if (network) {
            uri.queryParam("clusters", NETWORK);
        }
        if (transposed) {
            uri.queryParam("transpose", true);
        }
        return uri.build().toString();
    }
}
