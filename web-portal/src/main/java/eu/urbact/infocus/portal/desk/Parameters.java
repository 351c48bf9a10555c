package eu.urbact.infocus.portal.desk;

import java.util.List;
import jakarta.ws.rs.core.UriBuilder;

import eu.urbact.infocus.portal.shell.services.City;

/** How the lists and forms of the desk read and write single values, of which an empty one says nothing and narrows nothing. */
final class Parameters {

    private Parameters() {}

    /** Adds one to an address unless it is empty; whatever it holds stays one parameter. */
    static void add(UriBuilder uri, String name, String value) {
        if (!value.isEmpty()) {
            uri.queryParam(name, "{" + name + "}").resolveTemplate(name, value);
        }
    }

    /** The id of a city, or none; nothing for what can be neither, which narrows nothing. */
    static String city(String text) {
        return text.matches("[a-z]+(-[a-z]+)*") ? text : "";
    }

    /** The number of a page; the first for anything else. */
    static int number(String text) {
        try {
            return Math.max(0, Integer.parseInt(text));
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    /** Whether a city is none of these, though a list is narrowed to it. */
    static boolean isOddCity(String city, List<City> cities) {
        return !city.isEmpty()
                && !city.equals("none")
                && cities.stream().noneMatch(known -> known.id().equals(city));
    }
}
