package eu.urbact.infocus.directory.reference;

/**
 * A section of NACE Rev. 2.
 *
 * @param code letter in Rev. 2
 * @param label English label
 * @param rev21 letter of the section in Rev. 2.1 that took over its first divisions
 */
public record SectionEntry(String code, String label, String rev21) {}
