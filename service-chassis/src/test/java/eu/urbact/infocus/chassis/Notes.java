package eu.urbact.infocus.chassis;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import jakarta.enterprise.context.ApplicationScoped;

import eu.urbact.infocus.chassis.identity.Ids;

/** A business table to see effects in. */
@ApplicationScoped
public class Notes {

    private final DataSource dataSource;

    Notes(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    public void add(String key, long version, String text) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "insert into note (id, topic_key, version, text) values (?, ?, ?, ?)")) {
            statement.setObject(1, Ids.next());
            statement.setString(2, key);
            statement.setLong(3, version);
            statement.setString(4, text);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The texts of a key in the order of their writing. */
    public List<String> of(String key) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement =
                        connection.prepareStatement("select text from note where topic_key = ? order by position")) {
            statement.setString(1, key);
            try (ResultSet rows = statement.executeQuery()) {
                List<String> texts = new ArrayList<>();
                while (rows.next()) {
                    texts.add(rows.getString(1));
                }
                return texts;
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
