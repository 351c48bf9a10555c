package eu.urbact.infocus.directory.reference;

import java.util.Optional;

/**
 * A competence in the tree of competences.
 *
 * @param id short name
 * @param parentId the broader competence; none for a top term
 * @param label English label
 * @param keyEnablingTechnology true for the six key enabling technologies of COM(2012) 341
 */
public record CompetenceEntry(String id, Optional<String> parentId, String label, boolean keyEnablingTechnology) {}
