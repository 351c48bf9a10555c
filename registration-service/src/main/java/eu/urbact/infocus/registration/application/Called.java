package eu.urbact.infocus.registration.application;

/**
 * How a person and their organisation are called.
 *
 * @param position what they do there, or null
 */
public record Called(String givenName, String familyName, String organisation, String position) {}
