package eu.urbact.infocus.directory.profile;

/** How far a profile is. */
public enum ProfileState {
    /** The cluster itself is only coming into being; the city collects what there is. */
    FORMING,
    /** The city writes, for the first time or anew; what was published before stays public. */
    DRAFT,
    /** The city has asked for publication; nobody changes it until it is reviewed. */
    SUBMITTED,
    /** What the directory shows is what the city says. */
    PUBLISHED,
    /** Published, but the city has not confirmed it for a year. */
    STALE
}
