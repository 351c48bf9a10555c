package eu.urbact.infocus.event.programmeimport;

import java.util.Comparator;

/**
 * Something to be said about one place of a programme file.
 *
 * @param line from 1
 * @param column from 1
 * @param field path of the field, e.g. {@code days[1].items[3].end}; empty when it is about the file as such
 * @param message what is wrong and how to put it right
 */
public record FileNote(int line, int column, String field, String message) {

    /** From top to bottom. */
    static final Comparator<FileNote> IN_ORDER_OF_READING = Comparator.comparingInt(FileNote::line)
            .thenComparingInt(FileNote::column)
            .thenComparing(FileNote::field)
            .thenComparing(FileNote::message);

    static FileNote at(Position position, String field, String message) {
        return new FileNote(position.line(), position.column(), field, message);
    }
}
