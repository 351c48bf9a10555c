package eu.urbact.infocus.directory.reference;

import java.util.List;

/**
 * An industrial ecosystem of the European Commission.
 *
 * @param id short name
 * @param label English label
 * @param provenance who says that there is such an ecosystem
 * @param divisions NACE Rev. 2 divisions that belong to it
 * @param coding who says which divisions belong to it
 */
public record EcosystemEntry(
        String id, String label, Provenance provenance, List<String> divisions, Provenance coding) {

    /** Keeps the divisions in one order, so that equal ecosystems are equal. */
    public EcosystemEntry {
        divisions = divisions.stream().sorted().toList();
    }
}
