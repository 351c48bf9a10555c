package eu.urbact.infocus.portal.shell.services;

import java.util.List;

/**
 * Attendance of one workshop over all of its days; names nobody.
 *
 * @param admitted people who had a place when a day of the workshop ended
 * @param came those of them who were there on at least one day
 * @param newcomers NEWCOMER, RETURNING, and FORGOTTEN for people of whom nobody knows it any more
 * @param countries by two-letter code
 */
public record AttendanceFigures(
        long admitted,
        long came,
        long neverCame,
        List<City> cities,
        List<Group> profiles,
        List<Group> newcomers,
        List<Group> countries) {

    /** Completes what a service left out. */
    public AttendanceFigures {
        cities = cities == null ? List.of() : cities;
        profiles = profiles == null ? List.of() : profiles;
        newcomers = newcomers == null ? List.of() : newcomers;
        countries = countries == null ? List.of() : countries;
    }

    /** How many countries somebody came from. */
    public long countriesThatCame() {
        return countries.stream().filter(country -> country.came() > 0).count();
    }

    /** A city's people; no city for those who come with none. */
    public record City(String cityId, long admitted, long came) {}

    /** People with something in common. */
    public record Group(String key, long admitted, long came) {}
}
