package eu.urbact.infocus.registration.call;

/** How a question is answered. */
public enum QuestionType {
    /** In own words. */
    TEXT,
    /** With one of the choices. */
    CHOICE,
    /** With any number of the choices. */
    MULTI_CHOICE,
    YES_NO,
    /** With a day. */
    DATE;

    /** Whether the answer is taken from a list. */
    public boolean hasChoices() {
        return this == CHOICE || this == MULTI_CHOICE;
    }
}
