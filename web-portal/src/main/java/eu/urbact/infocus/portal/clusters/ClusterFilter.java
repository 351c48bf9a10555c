package eu.urbact.infocus.portal.clusters;

import java.util.Map;
import jakarta.ws.rs.core.UriBuilder;

/** What the list of clusters is narrowed by. An empty value means "all". */
public record ClusterFilter(String city, String competence, String naceSection, String ecosystem, String q, int page) {

    /** The value of a facet. */
    public String of(String facet) {
        return switch (facet) {
            case "city" -> city;
            case "competence" -> competence;
            case "naceSection" -> naceSection;
            case "ecosystem" -> ecosystem;
            default -> "";
        };
    }

    /** Whether the list is narrowed at all. */
    public boolean isActive() {
        return !(city + competence + naceSection + ecosystem + q).isEmpty();
    }

    /** Address of another page of the same list. */
    public String href(int number) {
        UriBuilder uri = UriBuilder.fromPath("/en/clusters");
        Map.of("city", city, "competence", competence, "naceSection", naceSection, "ecosystem", ecosystem, "q", q)
                .forEach((name, value) -> {
                    if (!value.isEmpty()) {
                        uri.queryParam(name, "{" + name + "}").resolveTemplate(name, value);
                    }
                });
        return uri.queryParam("page", number).build().toString();
    }

    static String orNull(String value) {
        return value.isEmpty() ? null : value;
    }
}
