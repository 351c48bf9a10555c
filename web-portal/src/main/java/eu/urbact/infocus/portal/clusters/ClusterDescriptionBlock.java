package eu.urbact.infocus.portal.clusters;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.quarkus.qute.RawString;

import eu.urbact.infocus.portal.shell.JsonLd;
import eu.urbact.infocus.portal.shell.services.Cluster;
import eu.urbact.infocus.portal.shell.services.ClusterDetails;

/** A cluster in the words of schema.org, for search engines. */
final class ClusterDescriptionBlock {

    private ClusterDescriptionBlock() {}

    static RawString of(Cluster cluster, String base) {
        Map<String, Object> block = new LinkedHashMap<>();
        block.put("@context", "https://schema.org");
        block.put("@type", "Organization");
        block.put("@id", base + "id/cluster/" + cluster.id());
        block.put("url", base + "en/clusters/" + cluster.id());
        block.put("name", cluster.name());
        if (cluster.summary() != null) {
            block.put("description", cluster.summary());
        }
        if (cluster.city() != null) {
            block.put("areaServed", Map.of("@type", "City", "name", cluster.city()));
        }
        if (!cluster.competences().isEmpty()) {
            block.put(
                    "knowsAbout",
                    cluster.competences().stream()
                            .map(tag -> Map.of(
                                    "@type",
                                    "DefinedTerm",
                                    "name",
                                    tag.label() == null ? tag.code() : tag.label(),
                                    "url",
                                    base + "id/competence/" + tag.code()))
                            .toList());
        }
        List<String> activities =
                cluster.activities().stream().map(Cluster.Tag::code).toList();
        if (!activities.isEmpty()) {
            block.put("isicV4", activities);
        }
        if (cluster.details() != null) {
            details(block, cluster.details());
        }
        return JsonLd.of(block);
    }

    /** What its city says about it, the same as in the open data. */
    private static void details(Map<String, Object> block, ClusterDetails details) {
        if (details.website() != null) {
            block.put("sameAs", details.website());
        }
        if (details.founded() != null) {
            block.put("foundingDate", details.founded().toString());
        }
        if (details.staff() != null) {
            block.put("numberOfEmployees", Map.of("@type", "QuantitativeValue", "value", details.staff()));
        }
        if (!details.networks().isEmpty()) {
            block.put(
                    "memberOf",
                    details.networks().stream()
                            .map(network -> Map.of("@type", "Organization", "name", network))
                            .toList());
        }
    }
}
