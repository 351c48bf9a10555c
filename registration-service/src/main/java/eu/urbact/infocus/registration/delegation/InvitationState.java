package eu.urbact.infocus.registration.delegation;

/** How far an invitation is. */
public enum InvitationState {
    /** Sent; the person has not answered. */
    INVITED,
    /** The person has applied through it. */
    ACCEPTED,
    /** The person does not want to come. */
    DECLINED,
    /** The city has taken it back. */
    REVOKED,
    /** The person did not answer in time. */
    EXPIRED
}
