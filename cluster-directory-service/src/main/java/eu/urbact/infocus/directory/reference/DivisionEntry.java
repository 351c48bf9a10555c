package eu.urbact.infocus.directory.reference;

import java.util.Optional;

/**
 * A division of NACE Rev. 2.
 *
 * @param code two digits
 * @param section letter of its section in Rev. 2
 * @param label English label
 * @param rev21 letter of its section in Rev. 2.1; none when the division was dissolved there
 */
public record DivisionEntry(String code, String section, String label, Optional<String> rev21) {}
