package eu.urbact.infocus.directory.opendata;

import java.util.List;

/** What is published. */
public enum DataSet {
    /** Clusters and the partner organisations of the cities. */
    CLUSTERS(
            "clusters",
            "Clusters of the InFocus cities",
            "Clusters of ten European cities and clusters outside that they work with: activities, competences, markets served"
                    + " and figures, each with its source, date and confidence."),
    /** Strategies of the regions with their priorities. */
    PRIORITIES(
            "priorities",
            "Smart specialisation priorities of the InFocus regions",
            "Strategies (RIS3) of the cities' regions and their priorities, coded in the same taxonomies as the clusters."),
    /** The taxonomies. */
    TAXONOMIES(
            "taxonomies",
            "Taxonomies of the InFocus directory",
            "Competences with key enabling technologies, NACE Rev. 2 and 2.1, industrial ecosystems, objectives, emerging"
                    + " industries and priority areas of smart specialisation as SKOS concept schemes."),
    /** What the matching knows beside the taxonomies. */
    RELATIONS(
            "relations",
            "Levers and related terms of the InFocus directory",
            "Which competences serve which activities, and which terms are nearer to each other than the taxonomies say: what the"
                    + " scores of matches are computed of beside clusters, priorities and taxonomies, each with its source."),
    /** The classes and properties of the network's own. */
    VOCABULARY(
            "vocabulary",
            "Terms of the InFocus open data",
            "The few classes and properties of the network's own, for what no vocabulary of others says, each with its meaning.");

    private final String path;
    private final String title;
    private final String description;

    DataSet(String path, String title, String description) {
        this.path = path;
        this.title = title;
        this.description = description;
    }

    /**
     * Its name in addresses.
     *
     * @return in lower case
     */
    public String path() {
        return path;
    }

    String title() {
        return title;
    }

    String description() {
        return description;
    }

    List<String> keywords() {
        return switch (this) {
            case CLUSTERS -> List.of("business cluster", "smart specialisation", "city", "competence");
            case PRIORITIES -> List.of("smart specialisation", "RIS3", "regional policy");
            case RELATIONS -> List.of("key enabling technologies", "relatedness", "competence", "NACE");
            case TAXONOMIES -> List.of("taxonomy", "NACE", "key enabling technologies", "industrial ecosystem");
            case VOCABULARY -> List.of("vocabulary", "smart specialisation");
        };
    }

    List<String> vocabularies() {
        return switch (this) {
            case CLUSTERS -> List.of("http://www.w3.org/ns/org#", "https://schema.org/");
            case PRIORITIES, TAXONOMIES, RELATIONS -> List.of("http://www.w3.org/2004/02/skos/core#");
            case VOCABULARY -> List.of("http://www.w3.org/2000/01/rdf-schema#");
        };
    }

    /**
     * The formats in which it is published.
     *
     * @return at least one
     */
    public List<DataFormat> formats() {
        return switch (this) {
            case CLUSTERS -> List.of(DataFormat.TURTLE, DataFormat.JSON_LD, DataFormat.GEO_JSON, DataFormat.CSV);
            case PRIORITIES, TAXONOMIES, VOCABULARY -> List.of(DataFormat.TURTLE, DataFormat.JSON_LD);
            case RELATIONS -> List.of(DataFormat.CSV);
        };
    }
}
