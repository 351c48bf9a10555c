package eu.urbact.infocus.directory.region;

/** What a strategy itself calls an entry of its list; strategies differ in this. */
public enum PriorityKind {
    PRIORITY,
    OPPORTUNITY_NICHE,
    DOMAIN,
    FIELD,
    AREA,
    VERTICAL,
    /** A priority of the national strategy, where the region had none of its own. */
    NATIONAL
}
