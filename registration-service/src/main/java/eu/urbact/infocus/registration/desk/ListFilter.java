package eu.urbact.infocus.registration.desk;

import eu.urbact.infocus.registration.application.Traits;

/**
 * What a view narrows and sorts the list by, in the words of the list's parameters; null means all. What was searched for is not part
 * of it: it may be somebody's name.
 *
 * @param unvoted only those on whom the organiser who looks has not voted
 */
public record ListFilter(
        String state, String city, String profile, String staged, boolean unvoted, String sort, Traits traits) {}
