package eu.urbact.infocus.directory.matchmaking;

/** How well established it is that a competence serves an activity. */
public enum LeverStrength {
    /** Somebody documented it. */
    DOCUMENTED,
    /** It is widely accepted. */
    ACCEPTED,
    /** The one makes the other, so that it counts as much as if somebody had documented it; but nobody has. */
    MAKES
}
