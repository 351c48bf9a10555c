package eu.urbact.infocus.registration.application;

/** Whom the call is for, in the words of the founding document. */
public enum Profile {
    CLUSTER_MANAGER,
    CITY_PRACTITIONER,
    RIS3_TEAM,
    EXPERT,
    ACADEMIC,
    OTHER
}
