package eu.urbact.infocus.registration.logistics;

import java.util.Map;

/**
 * What the venue of the sessions must be ready for: everybody with a place is there, also who comes along to no option. Numbers, no names.
 *
 * @param accessNeeds how many people by access need
 * @param accessNotes how many have said something in words for the venue
 */
public record SessionNeeds(Map<AccessNeed, Long> accessNeeds, long accessNotes) {}
