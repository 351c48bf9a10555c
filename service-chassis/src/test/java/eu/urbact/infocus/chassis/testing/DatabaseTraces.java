package eu.urbact.infocus.chassis.testing;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;

/** Looks for words in every column of every table of a service's database: none may be left of somebody who was erased. */
public final class DatabaseTraces {

    private record Column(String table, String name, String type) {}

    private DatabaseTraces() {}

    /** The columns, as {@code table.column}, in which one of these words stands somewhere; letter case does not matter. */
    public static List<String> of(DataSource database, String... words) {
        List<String> found = new ArrayList<>();
        try (Connection connection = database.getConnection()) {
            for (Column column : columns(connection)) {
                for (String word : words) {
                    if (holds(connection, column, word)) {
                        found.add(column.table() + "." + column.name());
                    }
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return found.stream().distinct().toList();
    }

    private static List<Column> columns(Connection connection) throws SQLException {
        String sql = "select c.table_name, c.column_name, c.data_type from information_schema.columns c"
                + " join information_schema.tables t using (table_schema, table_name)"
                + " where c.table_schema = current_schema() and t.table_type = 'BASE TABLE' order by 1, 2";
        List<Column> columns = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                columns.add(new Column(rows.getString(1), rows.getString(2), rows.getString(3)));
            }
        }
        return columns;
    }

    private static boolean holds(Connection connection, Column column, String word) throws SQLException {
        String name = "\"" + column.name() + "\"";
        boolean bytes = column.type().equals("bytea");
        String condition = bytes ? "position(? in " + name + ") > 0" : "position(? in lower(" + name + "::text)) > 0";
        try (PreparedStatement statement = connection.prepareStatement(
                "select exists (select 1 from \"" + column.table() + "\" where " + condition + ")")) {
            if (bytes) {
                statement.setBytes(1, word.getBytes(StandardCharsets.UTF_8));
            } else {
                statement.setString(1, word.toLowerCase(Locale.ROOT));
            }
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }
}
