package eu.urbact.infocus.portal.clusters;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriBuilder;

import eu.urbact.infocus.portal.shell.services.ClusterList;
import eu.urbact.infocus.portal.shell.services.ClusterSearchClient;
import eu.urbact.infocus.portal.shell.services.Problem;

import static eu.urbact.infocus.portal.shell.Sent.stripped;

/**
 * What the list of clusters is narrowed by, and how it is shown. All of it is in the address.
 *
 * @param wanted the chosen values of each side that is narrowed; one of them is enough
 * @param q words
 * @param map whether the map is shown above the list
 * @param page number of the page, from 0
 */
public record ClusterFilter(Map<String, List<String>> wanted, String q, boolean map, int page) {

    /** The scope of clusters of no city of the network. */
    static final String OUTSIDE = "OUTSIDE";

    /** The scope of all clusters. */
    private static final String ALL = "ALL";

    private static final String LIST = "/en/clusters";

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

    /** Reads an address. The form sends one value of each side, an address may hold several. */
    static ClusterFilter of(MultivaluedMap<String, String> query) {
        Map<String, List<String>> wanted = new LinkedHashMap<>();
        SIDES.keySet().forEach(side -> {
            List<String> values = query.getOrDefault(side, List.of()).stream()
                    .filter(value -> !value.isBlank())
                    .distinct()
                    .toList();
            if (!values.isEmpty()) {
                wanted.put(side, values);
            }
        });
        return new ClusterFilter(wanted, stripped(query, "q"), "map".equals(query.getFirst("view")), page(query));
    }

    /** The words that are too long to be searched for, with the address of the list without them. */
    List<Chosen> tooLong() {
        return q.length() > ClusterSearchClient.LONGEST_SEARCH
                ? List.of(new Chosen(
                        "Words",
                        "%d characters, where at most %d are searched for"
                                .formatted(q.length(), ClusterSearchClient.LONGEST_SEARCH),
                        new ClusterFilter(wanted, "", map, 0).href(0)))
                : List.of();
    }

    private static int page(MultivaluedMap<String, String> query) {
        String page = query.getFirst("page");
        return page != null && page.matches("\\d{1,6}") ? Integer.parseInt(page) : 0;
    }

    /** What the directory is asked. */
    MultivaluedMap<String, String> asked(int size) {
        MultivaluedMap<String, String> asked = new MultivaluedHashMap<>();
        asked.putAll(wanted);
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

    /** The first value of a side, which its field shows; empty when it is not narrowed. */
    public String of(String side) {
        return has(side) ? wanted.get(side).get(0) : "";
    }

    /** The further values of a side. */
    public List<String> alsoOf(String side) {
        return has(side) ? wanted.get(side).stream().skip(1).toList() : List.of();
    }

    /** Whether a side is narrowed. */
    public boolean has(String side) {
        return wanted.containsKey(side);
    }

    /** Whether a side is narrowed to this value, or to this and others. */
    public boolean has(String side, String value) {
        return has(side) && wanted.get(side).contains(value);
    }

    /** Whether clusters outside the network may be in the list. */
    boolean hasOutside() {
        return has("scope", OUTSIDE) || has("scope", ALL);
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
        wanted.forEach((side, values) -> values.forEach(value -> chosen.add(new Chosen(
                SIDES.get(side),
                label(list, side, value),
                with(side, values.stream().filter(other -> !other.equals(value)).toList())
                        .href(0)))));
        return chosen;
    }

    private static String label(ClusterList list, String side, String value) {
        if (side.equals("scope") && value.equals(ALL)) {
            // the form's word for it; it is no value of its own, as all clusters have it
            return "Everywhere";
        }
        return list.facet(side).stream()
                .filter(facet -> facet.value().equals(value))
                .findFirst()
                .map(ClusterList.Facet::label)
                .orElse(value);
    }

    /**
     * The conditions that the directory refused, each with the address of the list without it.
     *
     * @param errors by name of the side, with a number behind it where one of several values is meant
     */
    List<Chosen> refused(List<Problem.FieldError> errors) {
        return errors.stream()
                .map(error -> error.field().replaceAll("\\[.*", ""))
                .distinct()
                .filter(side -> SIDES.containsKey(side) && has(side))
                .map(side -> new Chosen(
                        SIDES.get(side),
                        String.join(", ", wanted.get(side)),
                        with(side, List.of()).href(0)))
                .toList();
    }

    private ClusterFilter with(String side, List<String> values) {
        Map<String, List<String>> other = new LinkedHashMap<>(wanted);
        if (values.isEmpty()) {
            other.remove(side);
        } else {
            other.put(side, values);
        }
        return new ClusterFilter(other, q, map, 0);
    }

    /** Address of the same list narrowed to this city, or to all cities when it is this one already. */
    public String inCity(String city) {
        return with("city", has("city", city) ? List.of() : List.of(city)).href(0);
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
        wanted.forEach((side, values) ->
                values.forEach(value -> uri.queryParam(side, "{" + side + "}").resolveTemplate(side, value)));
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
