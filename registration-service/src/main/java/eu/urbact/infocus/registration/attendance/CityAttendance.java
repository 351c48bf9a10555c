package eu.urbact.infocus.registration.attendance;

/**
 * What remains for statistics of a city's people at one workshop.
 *
 * @param cityId null for people who come with no partner city
 * @param admitted people who had a place when a day of the workshop ended
 * @param came those of them who were there on at least one day
 */
public record CityAttendance(String cityId, long admitted, long came) {}
