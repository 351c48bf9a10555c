package eu.urbact.infocus.directory.matchmaking;

/** What a partnership is for. */
public enum PartnershipKind {
    /** All members stand together in one field. */
    ALLIANCE,
    /** Members of two fields work together across them. */
    CROSS
}
