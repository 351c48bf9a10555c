package eu.urbact.infocus.chassis.yaml;

import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.Node;

/**
 * A place in a file, as an editor shows it.
 *
 * @param line from 1
 * @param column from 1, in characters
 * @param field path of the field, e.g. {@code cities[3].coordinates.lat}; empty for the file as such
 */
public record Place(int line, int column, String field) {

    /** Where everything begins. */
    static final Place START = new Place(1, 1, "");

    static Place of(Node node, String field) {
        return of(node.getStartMark(), field);
    }

    static Place of(Mark mark, String field) {
        return mark == null ? new Place(1, 1, field) : new Place(mark.getLine() + 1, mark.getColumn() + 1, field);
    }

    /** The place of a character; lines end with LF, CR or both. */
    static Place of(String text, int index) {
        int line = 1;
        int lineStart = 0;
        for (int i = 0; i < index; i++) {
            char character = text.charAt(i);
            boolean endsLine = character == '\n' || (character == '\r' && text.charAt(i + 1) != '\n');
            if (endsLine) {
                line++;
                lineStart = i + 1;
            }
        }
        return new Place(line, text.codePointCount(lineStart, index) + 1, "");
    }

    /** What is said about this place. */
    public FileNote note(String message) {
        return new FileNote(line, column, field, message);
    }
}
