package eu.urbact.infocus.event.programmeimport;

import org.yaml.snakeyaml.error.Mark;

/**
 * A place in the file, as an editor shows it.
 *
 * @param line from 1
 * @param column from 1
 */
record Position(int line, int column) {

    /** Where everything begins. */
    static final Position START = new Position(1, 1);

    static Position of(Mark mark) {
        return new Position(mark.getLine() + 1, mark.getColumn() + 1);
    }

    /** The place of a character. */
    static Position of(String text, int index) {
        int line = 1;
        int lineStart = 0;
        for (int i = 0; i < index; i++) {
            if (text.charAt(i) == '\n') {
                line++;
                lineStart = i + 1;
            }
        }
        return new Position(line, text.codePointCount(lineStart, index) + 1);
    }
}
