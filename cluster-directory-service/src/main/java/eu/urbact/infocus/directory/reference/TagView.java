package eu.urbact.infocus.directory.reference;

/**
 * A tag, as readers see it.
 *
 * @param code code in its taxonomy
 * @param label English label
 * @param level strength, 1 to 3; always 1 where the facet has no levels
 * @param provenance who says so
 */
public record TagView(String code, String label, int level, ProvenanceView provenance) {}
