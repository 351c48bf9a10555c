package eu.urbact.infocus.portal.clusters;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriBuilder;

import eu.urbact.infocus.portal.shell.services.ClusterList;

/**
 * What the list of clusters is narrowed by, and how it is shown. All of it is in the address.
 *
 * @param wanted the chosen value of each side that is narrowed
 * @param q words
 * @param map whether the map is shown above the list
 * @param page number of the page, from 0
 */
public record ClusterFilter(Map<String, String> wanted, String q, boolean map, int page) {

    private static final String LIST = "/en/clusters";

    /** Most letters that the directory searches for. */
    private static final int LONGEST_SEARCH = 200;

    /** The sides, in the order of the form, with their labels. */
    private static final Map<String, String> SIDES = sides();

    private static Map<String, String> sides() {
        Map<String, String> sides = new LinkedHashMap<>();
        sides.put("city", "City");
        sides.put("country", "Country");
        sides.put("ecosystem", "Industrial ecosystem");
        sides.put("competence", "Competence");
        sides.put("naceSection", "Economic activity");
        sides.put("naceDivision", "NACE division");
        sides.put("scale", "Reach");
        sides.put("kind", "Kind");
        sides.put("role", "Role in the region's strategy");
        sides.put("exchange", "Offers and needs");
        sides.put("scope", "Where");
        return sides;
    }

    /**
     * Reads an address; the first value of each side counts, as the form sends one.
     *
     * @throws BadRequestException for a text that is too long to be searched for
     */
    static ClusterFilter of(MultivaluedMap<String, String> query) {
        Map<String, String> wanted = new LinkedHashMap<>();
        SIDES.keySet().forEach(side -> {
            String value = query.getFirst(side);
            if (value != null && !value.isBlank()) {
                wanted.put(side, value);
            }
        });
        return new ClusterFilter(wanted, words(query), "map".equals(query.getFirst("view")), page(query));
    }

    private static String words(MultivaluedMap<String, String> query) {
        String q = query.getFirst("q");
        if (q == null) {
            return "";
        }
        String words = q.strip();
        if (words.length() > LONGEST_SEARCH) {
            throw new BadRequestException();
        }
        return words;
    }

    private static int page(MultivaluedMap<String, String> query) {
        String page = query.getFirst("page");
        return page != null && page.matches("\\d{1,6}") ? Integer.parseInt(page) : 0;
    }

    /** What the directory is asked. */
    MultivaluedMap<String, String> asked(int size) {
        MultivaluedMap<String, String> asked = new MultivaluedHashMap<>();
        wanted.forEach(asked::putSingle);
        if (!q.isEmpty()) {
            asked.putSingle("q", q);
        }
        asked.putSingle("page", String.valueOf(page));
        asked.putSingle("size", String.valueOf(size));
        return asked;
    }

    /** The sides by which the list can be narrowed. */
    public List<Side> choices() {
        return SIDES.entrySet().stream()
                .map(side -> new Side(side.getKey(), side.getValue()))
                .toList();
    }

    /** The value of a side; empty when it is not narrowed. */
    public String of(String side) {
        return wanted.getOrDefault(side, "");
    }

    /** Whether the list is narrowed at all. */
    public boolean isActive() {
        return !wanted.isEmpty() || !q.isEmpty();
    }

    /** What the list is narrowed by, each with the address of the list without it. */
    public List<Chosen> chosen(ClusterList list) {
        List<Chosen> chosen = new ArrayList<>();
        if (!q.isEmpty()) {
            chosen.add(new Chosen("Words", q, new ClusterFilter(wanted, "", map, 0).href(0)));
        }
        wanted.forEach((side, value) -> chosen.add(new Chosen(
                SIDES.get(side),
                list.facet(side).stream()
                        .filter(facet -> facet.value().equals(value))
                        .findFirst()
                        .map(ClusterList.Facet::label)
                        .orElse(value),
                with(side, "").href(0))));
        return chosen;
    }

    private ClusterFilter with(String side, String value) {
        Map<String, String> other = new LinkedHashMap<>(wanted);
        if (value.isEmpty()) {
            other.remove(side);
        } else {
            other.put(side, value);
        }
        return new ClusterFilter(other, q, map, 0);
    }

    /** Address of the same list narrowed to this city, or to all cities when it is this one already. */
    public String inCity(String city) {
        return with("city", city.equals(of("city")) ? "" : city).href(0);
    }

    /** Address of the same clusters with or without the map. */
    public String shown(boolean onMap) {
        return new ClusterFilter(wanted, q, onMap, 0).href(0);
    }

    /** Address of the same clusters in one of the directory's data formats. */
    public String data(String path) {
        return address(path).build().toString();
    }

    /** Address of another page of the same list. */
    public String href(int number) {
        UriBuilder uri = address(LIST);
        if (map) {
            uri.queryParam("view", "map");
        }
        if (number > 0) {
            uri.queryParam("page", number);
        }
        return uri.build().toString();
    }

    private UriBuilder address(String path) {
        UriBuilder uri = UriBuilder.fromPath(path);
        wanted.forEach((side, value) -> uri.queryParam(side, "{" + side + "}").resolveTemplate(side, value));
        if (!q.isEmpty()) {
            uri.queryParam("q", "{q}").resolveTemplate("q", q);
        }
        return uri;
    }

    /** A side by which the list can be narrowed. */
    public record Side(String name, String label) {}

    /** A condition with the address of the list without it. */
    public record Chosen(String side, String value, String without) {}
}
