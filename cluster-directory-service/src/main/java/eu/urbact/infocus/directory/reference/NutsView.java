package eu.urbact.infocus.directory.reference;

/**
 * An area of the European classification of territorial units, as readers see it.
 *
 * @param code such as {@code ES213}
 * @param level 1 (largest) to 3 (smallest)
 * @param name name of the area
 * @param version year of the NUTS version to which the code belongs
 * @param provenance who says so
 */
public record NutsView(String code, int level, String name, int version, ProvenanceView provenance) {}
