package eu.urbact.infocus.portal.shell.services;

/**
 * Where a statement comes from.
 *
 * @param source name or address of the source
 * @param date when it was read
 * @param confidence how sure we are
 * @param uncertain whether it has to be verified
 */
public record Provenance(String source, String date, String confidence, boolean uncertain) {}
