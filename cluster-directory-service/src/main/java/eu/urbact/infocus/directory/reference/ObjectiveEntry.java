package eu.urbact.infocus.directory.reference;

/**
 * A policy objective: one of the Sustainable Development Goals.
 *
 * @param number 1 to 17
 * @param label English label
 */
public record ObjectiveEntry(int number, String label) {}
