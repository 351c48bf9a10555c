package eu.urbact.infocus.event.programmeimport;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.yaml.snakeyaml.nodes.Node;

/** Collects, while a file is read, where each field stands and what is wrong with it. */
final class ReadingNotes {

    private final Map<String, Position> positions = new HashMap<>();
    private final List<FileNote> errors = new ArrayList<>();

    /** Remembers where a field stands. */
    void place(String field, Node node) {
        positions.put(field, Position.of(node.getStartMark()));
    }

    /** Complains about a node. */
    void error(Node node, String field, String message) {
        errors.add(FileNote.at(Position.of(node.getStartMark()), field, message));
    }

    /**
     * Where a field stands. One that is not in the file stands where the thing begins to which it would belong.
     */
    Position positionOf(String field) {
        String path = field;
        while (!path.isEmpty()) {
            Position position = positions.get(path);
            if (position != null) {
                return position;
            }
            path = parent(path);
        }
        return positions.getOrDefault("", Position.START);
    }

    private static String parent(String path) {
        int cut = Math.max(path.lastIndexOf('.'), path.lastIndexOf('['));
        return cut < 0 ? "" : path.substring(0, cut);
    }

    /** The errors so far, from top to bottom. */
    List<FileNote> errors() {
        return errors.stream().sorted(FileNote.IN_ORDER_OF_READING).toList();
    }
}
