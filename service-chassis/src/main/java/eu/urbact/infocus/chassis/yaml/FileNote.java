package eu.urbact.infocus.chassis.yaml;

import java.util.Comparator;

/**
 * Something to be said about one place of a file.
 *
 * @param line from 1
 * @param column from 1, in characters
 * @param field path of the field, e.g. {@code days[1].items[3].end}; empty when it is about the file as such
 * @param message what is wrong, in words
 */
public record FileNote(int line, int column, String field, String message) {

    /** From top to bottom. */
    public static final Comparator<FileNote> IN_ORDER_OF_READING = Comparator.comparingInt(FileNote::line)
            .thenComparingInt(FileNote::column)
            .thenComparing(FileNote::field)
            .thenComparing(FileNote::message);

    /** Field and message may quote the file: what could not be shown or sent is replaced. */
    public FileNote {
        field = PlainText.printable(field);
        message = PlainText.printable(message);
    }
}
