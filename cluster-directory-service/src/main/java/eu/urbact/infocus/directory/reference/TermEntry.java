package eu.urbact.infocus.directory.reference;

/**
 * A term of somebody else's list.
 *
 * @param id short name, unique among all lists
 * @param vocabulary the list
 * @param label English label, as it is there
 * @param provenance who says that it is there
 */
public record TermEntry(String id, Vocabulary vocabulary, String label, Provenance provenance) {}
