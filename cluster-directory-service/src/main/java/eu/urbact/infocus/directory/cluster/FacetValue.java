package eu.urbact.infocus.directory.cluster;

/**
 * A further choice and what it would leave.
 *
 * @param value what to send as filter
 * @param label what to print
 * @param parent the broader value, or null
 * @param count clusters that would be found
 */
public record FacetValue(String value, String label, String parent, long count) {}
