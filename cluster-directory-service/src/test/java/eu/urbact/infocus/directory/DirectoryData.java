package eu.urbact.infocus.directory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

import io.restassured.response.Response;

import eu.urbact.infocus.chassis.testing.TestTokens;

import static io.restassured.RestAssured.given;

/** The network's data file, how it is brought in, and the database behind it. */
public final class DirectoryData {

    private static final Path FILE = Path.of("src/main/resources/reference-data/infocus-reference-data.yaml");

    private DirectoryData() {}

    /** The whole file, as it is delivered. */
    public static String file() {
        try {
            return Files.readString(FILE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file with nothing in it but these sections. */
    public static String with(String sections) {
        return "format: infocus-reference-data\nversion: 1\ndataVersion: \"test\"\n" + sections;
    }

    /** Brings a file in as an organiser. */
    public static Response bringIn(String yaml) {
        return bringIn(yaml.getBytes(StandardCharsets.UTF_8));
    }

    /** Brings a file in as an organiser, byte by byte as given. */
    public static Response bringIn(byte[] file) {
        return given().auth()
                .oauth2(TestTokens.organiser().token())
                .contentType("application/yaml")
                .body(file)
                .post("/api/v1/admin/reference-data-imports");
    }

    /** Empties the directory; what was told to others stays told. */
    public static void clear(DataSource database) {
        execute(
                database,
                "truncate cluster_search, search_word, cluster, cluster_tag, cluster_figure, city, city_nuts, priority_tag, region_priority, region_nuts,"
                        + " region, ecosystem_division, ecosystem, objective, vocabulary_term, nace_division, nace_section, competence,"
                        + " source, reference_import, reference_import_entry, hosted_workshop cascade",
                "update directory_revision set number = number + 1");
    }

    /** The one number a query gives. */
    public static long number(DataSource database, String query) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Changes what is kept, for what no request can bring about, such as the past. */
    public static void change(DataSource database, String statement) {
        execute(database, statement);
    }

    private static void execute(DataSource database, String... statements) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
