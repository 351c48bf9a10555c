package eu.urbact.infocus.registration.logistics;

/** What a venue or a bus must offer so that somebody can take part. */
public enum AccessNeed {
    STEP_FREE,
    WHEELCHAIR_SPACE,
    HEARING_SUPPORT,
    SIGHT_SUPPORT,
    ASSISTANT,
    /** Said in words, for the venue. */
    OTHER
}
