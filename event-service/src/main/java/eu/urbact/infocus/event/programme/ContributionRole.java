package eu.urbact.infocus.event.programme;

/** What a person does in an item. */
public enum ContributionRole {
    /** Welcomes the participants. */
    WELCOME,
    /** Gives a presentation. */
    PRESENTER,
    /** Leads a dialogue, panel or session. */
    MODERATOR,
    /** Leads questions, discussion or group work. */
    FACILITATOR,
    /** Is one side of a dialogue. */
    DIALOGUE_PARTNER,
    /** Sits on a panel. */
    PANELLIST
}
