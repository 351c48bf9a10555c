package eu.urbact.infocus.registration.logistics;

/** What kind of thing people may come along to. */
public enum OptionKind {
    /** Lunch, buffet, coffee. */
    MEAL,
    /** An evening meal, mostly in another place. */
    DINNER,
    /** A site visit or a tour. */
    VISIT,
    /** A transfer; it leaves with those who are on the list. */
    BUS
}
