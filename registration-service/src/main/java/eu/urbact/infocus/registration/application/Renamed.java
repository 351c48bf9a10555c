package eu.urbact.infocus.registration.application;

/**
 * A person has put right or changed their given or family name; observed in the same transaction, which has locked the application.
 *
 * @param application as it is now
 * @param givenName how they were called before
 * @param familyName how they were called before
 */
public record Renamed(Application application, String givenName, String familyName) {}
