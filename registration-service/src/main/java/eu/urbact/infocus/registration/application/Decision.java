package eu.urbact.infocus.registration.application;

/** What organisers can decide about an application. */
public enum Decision {
    ADMIT,
    WAITLIST,
    DECLINE
}
