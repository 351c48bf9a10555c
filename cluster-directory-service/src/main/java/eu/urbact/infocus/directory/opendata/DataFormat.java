package eu.urbact.infocus.directory.opendata;

/** A format in which data is published. */
public enum DataFormat {
    /** RDF as people write it. */
    TURTLE("ttl", "text/turtle", "RDF_TURTLE", "Turtle"),
    /** RDF as programs write it. */
    JSON_LD("jsonld", "application/ld+json", "JSON_LD", "JSON-LD"),
    /** Places, RFC 7946. */
    GEO_JSON("geojson", "application/geo+json", "GEOJSON", "GeoJSON"),
    /** A table in the columns of the European Cluster Collaboration Platform. */
    CSV("csv", "text/csv", "CSV", "CSV");

    private final String suffix;
    private final String mediaType;
    private final String fileType;
    private final String label;

    DataFormat(String suffix, String mediaType, String fileType, String label) {
        this.suffix = suffix;
        this.mediaType = mediaType;
        this.fileType = fileType;
        this.label = label;
    }

    /**
     * How a file's name ends.
     *
     * @return without a dot
     */
    public String suffix() {
        return suffix;
    }

    /**
     * Its media type.
     *
     * @return without parameters
     */
    public String mediaType() {
        return mediaType;
    }

    String fileType() {
        return fileType;
    }

    String label() {
        return label;
    }
}
