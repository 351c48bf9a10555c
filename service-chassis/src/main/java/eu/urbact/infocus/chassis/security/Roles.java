package eu.urbact.infocus.chassis.security;

/** The realm roles. None of them says anything about a city. */
public final class Roles {

    /** Host city, lead partner and lead expert: runs the workshop. */
    public static final String ORGANISER = "organiser";

    /** Checks people in at the door. */
    public static final String DESK = "desk";

    /** Reads evidence and the audit trail, changes nothing. */
    public static final String AUDITOR = "auditor";

    private Roles() {}
}
