package eu.urbact.infocus.directory.matchmaking;

import eu.urbact.infocus.directory.reference.Provenance;

/**
 * A NACE division that counts as knowledge-intensive business services.
 *
 * @param division code of the division
 * @param group which kind of services
 * @param provenance who says so
 */
public record KnowledgeServiceEntry(String division, Group group, Provenance provenance) {

    /** Kinds of knowledge-intensive services. */
    public enum Group {
        TECHNICAL,
        PROFESSIONAL,
        CREATIVE
    }
}
