package eu.urbact.infocus.directory.referenceimport;

import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.Node;

/**
 * A place in a file.
 *
 * @param line from 1
 * @param column from 1
 * @param field path of the field, such as {@code cities[3].coordinates.lat}
 */
record Place(int line, int column, String field) {

    static Place of(Node node, String field) {
        return of(node.getStartMark(), field);
    }

    static Place of(Mark mark, String field) {
        return mark == null ? new Place(1, 1, field) : new Place(mark.getLine() + 1, mark.getColumn() + 1, field);
    }

    Finding finding(String message) {
        return new Finding(line, column, field, message);
    }
}
