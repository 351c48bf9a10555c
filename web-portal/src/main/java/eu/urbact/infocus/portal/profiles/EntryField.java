package eu.urbact.infocus.portal.profiles;

import java.util.List;

/**
 * A field of the editor.
 *
 * @param path where it stands in the profile; messages of the service name it so
 * @param kind how it is entered
 * @param label what it is called
 * @param hint how to fill it in, or null
 */
public record EntryField(String path, Kind kind, String label, String hint) {

    /** How a field is entered. */
    public enum Kind {
        LINE,
        TEXT,
        LINES,
        NUMBER,
        TRUTH,
        KIND,
        SCALE,
        PRECISION
    }

    /** A choice of a list. */
    public record Option(String value, String label) {}

    private static final List<Option> TRUTH =
            List.of(new Option("", "Not known"), new Option("yes", "Yes"), new Option("no", "No"));
    private static final List<Option> KINDS = List.of(
            new Option("CLUSTER_ORGANISATION", "Cluster organisation"),
            new Option("INITIATIVE", "Initiative"),
            new Option("SECTOR", "Sector without an organisation of its own"));
    private static final List<Option> SCALES = List.of(
            new Option("", "Not known"),
            new Option("WORLD_CLASS", "World class"),
            new Option("NATIONAL", "National"),
            new Option("SECTOR_OF_EXCELLENCE", "Sector of excellence of the city or region"));

    private static final List<Option> PRECISIONS =
            List.of(new Option("EXACT", "Exactly"), new Option("ABOUT", "About"), new Option("AT_LEAST", "At least"));

    static EntryField of(String path, Kind kind, String label) {
        return new EntryField(path, kind, label, null);
    }

    static EntryField of(String path, Kind kind, String label, String hint) {
        return new EntryField(path, kind, label, hint);
    }

    /** Name and id of the field on the page. */
    public String id() {
        return idOf(path);
    }

    static String idOf(String path) {
        return path.replace("].", "-").replace('[', '-').replace("]", "").replace('.', '-');
    }

    /** What can be chosen; null where it is typed. */
    public List<Option> options() {
        return switch (kind) {
            case TRUTH -> TRUTH;
            case KIND -> KINDS;
            case SCALE -> SCALES;
            case PRECISION -> PRECISIONS;
            default -> null;
        };
    }

    /** Lines of the box; null where one line is enough. */
    public Integer rows() {
        return switch (kind) {
            case TEXT -> 6;
            case LINES -> 3;
            default -> null;
        };
    }
}
