package eu.urbact.infocus.chassis.yaml;

import java.util.Optional;

import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** One entry of a list, which may be a single value or a mapping. */
public final class YamlValue {

    private final Node node;
    private final String path;
    private final FileNotes notes;

    YamlValue(Node node, String path, FileNotes notes) {
        this.node = node;
        this.path = path;
        this.notes = notes;
    }

    /** Where it stands. */
    public Place place() {
        return Place.of(node, path);
    }

    /** The single value as it is written; empty when it is a list or a mapping. Nothing else is checked. */
    public Optional<String> single() {
        return node instanceof ScalarNode scalar ? Optional.of(scalar.getValue()) : Optional.empty();
    }

    /** The value as a mapping; when it is none, that is noted, and a mapping without fields stands in for it. */
    public YamlMapping mapping() {
        return new YamlMapping(node, path, notes);
    }
}
