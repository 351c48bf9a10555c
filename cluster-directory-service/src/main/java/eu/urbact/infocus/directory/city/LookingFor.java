package eu.urbact.infocus.directory.city;

import java.time.LocalDate;
import java.util.List;

import eu.urbact.infocus.directory.reference.ProvenanceView;

/**
 * Whom a city looks for, as readers see it: what its clusters say they need, and what the strategy of its region asks for and
 * nobody there has.
 *
 * @param needs the first fifty open needs of the city's clusters, what ends soonest first
 * @param clusters clusters of the region in the directory; with none nothing can be said to be missing, so the lists below are empty
 * @param profiledClusters clusters of the region of which activities and competences are known; with few of them much looks
 *     missing
 * @param codedPriorities priorities of the region of which activities, competences or markets are recorded; with none nothing can be
 *     said to be missing, so the lists below are empty
 * @param priorities priorities of the region that none of its clusters fits
 * @param competences competences that the strategy names and no cluster of the region develops or leads,
 *     by label
 * @param activities economic activities that the strategy names and no cluster of the region does or sells to,
 *     by label
 */
public record LookingFor(
        List<Need> needs,
        int clusters,
        int profiledClusters,
        int codedPriorities,
        List<OpenPriority> priorities,
        List<Missing> competences,
        List<Missing> activities) {

    /**
     * An open need of a cluster.
     *
     * @param clusterId the cluster
     * @param cluster its name
     * @param text what it looks for, in its words
     * @param competence what it is about, or null
     * @param activity NACE Rev. 2 division it is about, or null
     * @param expiresOn the last day on which it holds
     * @param foundIn other cities whose clusters have that competence or do that activity; when it is about both, either is enough
     */
    public record Need(
            String clusterId,
            String cluster,
            String text,
            Term competence,
            Term activity,
            LocalDate expiresOn,
            List<FoundIn> foundIn) {}

    /**
     * A code with its label.
     *
     * @param code in its taxonomy
     * @param label English label
     */
    public record Term(String code, String label) {}

    /**
     * A priority without a cluster.
     *
     * @param id short name
     * @param label its name
     * @param reason how far the best cluster is from fitting it
     * @param uncertain whether that it is a priority, or any of its coding, is still to be verified
     */
    public record OpenPriority(String id, String label, String reason, boolean uncertain) {}

    /**
     * Something that the strategy names and nobody in the region has.
     *
     * @param code in its taxonomy
     * @param label English label
     * @param namedBy the priorities that name it
     * @param foundIn other cities whose clusters have it, most clusters first
     */
    public record Missing(String code, String label, List<NamedBy> namedBy, List<FoundIn> foundIn) {}

    /**
     * A priority that names something.
     *
     * @param id short name of the priority
     * @param label its name
     * @param provenance who says that it names it
     */
    public record NamedBy(String id, String label, ProvenanceView provenance) {}

    /**
     * A city that has what is looked for.
     *
     * @param cityId the city
     * @param city its name
     * @param clusters how many of its clusters have it
     */
    public record FoundIn(String cityId, String city, int clusters) {}
}
