package eu.urbact.infocus.directory.cluster;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The ids of the sources that come with the profile of one cluster: what its city states, and the documents that it names. */
public final class OwnSources {

    private static final String STATEMENT = "statement-";
    private static final String DOCUMENT = "document-";
    private static final Pattern OWN = Pattern.compile(STATEMENT + "(.+)|" + DOCUMENT + "(.+)-\\d+");

    private OwnSources() {}

    /** Whether an id is kept for what comes with profiles. */
    public static boolean isReserved(String sourceId) {
        return sourceId.startsWith(STATEMENT) || sourceId.startsWith(DOCUMENT);
    }

    /** What is said by a cluster's city. */
    public static String statement(String clusterId) {
        return STATEMENT + clusterId;
    }

    /** How the ids of a cluster's documents begin; a number ends them. */
    public static String documents(String clusterId) {
        return DOCUMENT + clusterId + "-";
    }

    /**
     * The cluster with whose profile a source came.
     *
     * @param sourceId id of a source
     * @return id of the cluster, whether there is one or not; empty for a source of its own right
     */
    public static Optional<String> clusterOf(String sourceId) {
        Matcher own = OWN.matcher(sourceId);
        return own.matches() ? Optional.ofNullable(own.group(1)).or(() -> Optional.of(own.group(2))) : Optional.empty();
    }
}
