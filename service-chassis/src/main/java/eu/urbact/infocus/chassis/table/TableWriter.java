package eu.urbact.infocus.chassis.table;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/**
 * Writes one table, row by row, and keeps no row in memory. Closing completes the table and leaves the stream below open.
 *
 * <p>Numbers and truth values stay what they are. Everything else becomes text as {@code toString} gives it (dates and instants
 * so in ISO 8601), defused as {@link Cells} describes; null is an empty cell.
 */
public interface TableWriter extends Closeable {

    /**
     * Writes a row.
     *
     * @throws IllegalArgumentException when it has not as many cells as there are columns, or one holds U+0000
     */
    void row(List<?> cells) throws IOException;
}
