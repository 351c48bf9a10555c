package eu.urbact.infocus.registration.attendance;

import java.util.UUID;

import eu.urbact.infocus.registration.application.Profile;

/**
 * Somebody who had a place at a workshop, as far as figures need to know.
 *
 * @param cityId the partner city they come with, or null
 * @param forgotten whether nobody knows any more who it was
 * @param came whether they were there on at least one day
 */
record Visitor(UUID id, String cityId, String country, Profile profile, boolean forgotten, boolean came) {}
