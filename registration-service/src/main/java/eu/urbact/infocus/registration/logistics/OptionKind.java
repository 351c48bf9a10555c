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
    BUS;

    /** Whether there is a kitchen, which must know what people eat. For anything else nobody need know it. */
    public boolean isEaten() {
        return this == MEAL || this == DINNER;
    }
}
