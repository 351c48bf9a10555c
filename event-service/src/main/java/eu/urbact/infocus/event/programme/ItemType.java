package eu.urbact.infocus.event.programme;

/** What kind of thing happens. */
public enum ItemType {
    /** Welcome and introduction. */
    OPENING,
    /** Somebody presents. */
    PRESENTATION,
    /** Two sides talk to each other. */
    DIALOGUE,
    /** Several people discuss in front of the others. */
    PANEL,
    /** Participants work at tables. */
    SMALL_GROUP_WORK,
    /** Drawing the lessons. */
    DEBRIEF,
    /** Everybody may ask. */
    QUESTIONS_AND_ANSWERS,
    /** Seeing a place. */
    SITE_VISIT,
    /** Buffet, lunch or dinner. */
    MEAL,
    /** A break. */
    COFFEE,
    /** Going from one place to another. */
    TRANSFER,
    /** Being together without an agenda. */
    SOCIAL,
    /** The partners' own meeting. */
    STEERING_COMMITTEE,
    /** Where everybody gathers. */
    MEETING_POINT
}
