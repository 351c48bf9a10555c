package eu.urbact.infocus.directory.city;

import java.util.List;

import eu.urbact.infocus.directory.reference.ProvenanceView;
import eu.urbact.infocus.directory.reference.Taxonomy;

/**
 * A strength of a city, as readers see it.
 *
 * @param code code in its taxonomy
 * @param label English label
 * @param clusters the clusters that make it one, each with its evidence
 */
public record StrengthView(String code, String label, List<EvidenceView> clusters) {

    /**
     * Shows strengths.
     *
     * @param strengths to show
     * @param taxonomy gives labels and sources
     * @return how they are shown
     */
    public static List<StrengthView> of(List<CityStrengths.Strength> strengths, Taxonomy taxonomy) {
        return strengths.stream()
                .map(strength -> new StrengthView(
                        strength.code(),
                        taxonomy.label(strength.facet(), strength.code()),
                        strength.evidence().stream()
                                .map(evidence -> new EvidenceView(
                                        evidence.clusterId(),
                                        evidence.cluster(),
                                        evidence.tag().level(),
                                        taxonomy.view(evidence.tag().provenance())))
                                .toList()))
                .toList();
    }

    /**
     * A cluster with what it says.
     *
     * @param id short name of the cluster
     * @param name its name
     * @param level strength, 1 to 3
     * @param provenance who says so
     */
    public record EvidenceView(String id, String name, int level, ProvenanceView provenance) {}
}
