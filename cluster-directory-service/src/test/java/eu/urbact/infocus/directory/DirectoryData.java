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
import java.util.List;
import javax.sql.DataSource;

import io.restassured.response.Response;

import eu.urbact.infocus.chassis.testing.TestTokens;

import static io.restassured.RestAssured.given;

/** The network's data file, how it is brought in, and the database behind it. */
public final class DirectoryData {

    private static final Path FILE = Path.of("src/main/resources/reference-data/infocus-reference-data.yaml");

    /** What the delivered file fills, the sources first as all others name them. */
    private static final List<String> FILLED = List.of(
            "source",
            "objective",
            "competence",
            "nace_section",
            "nace_division",
            "ecosystem",
            "ecosystem_division",
            "vocabulary_term",
            "region",
            "region_nuts",
            "region_priority",
            "priority_tag",
            "city",
            "city_nuts",
            "cluster",
            "cluster_figure",
            "cluster_tag",
            "lever",
            "relatedness",
            "partnership",
            "partnership_member",
            "knowledge_service",
            "cluster_search",
            "search_word",
            "reference_import",
            "reference_import_entry");

    private static volatile boolean copied;

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

    /**
     * Makes the directory what the delivered file makes it, and nothing more. The file is brought in once; after that its rows are put
     * back from a copy, which takes a fraction of the time.
     */
    public static void fill(DataSource database) {
        clear(database);
        if (copied) {
            execute(database, inEachTable("""
                            select string_agg(quote_ident(attname), ', ') into own from pg_attribute
                            where attrelid = format('public.%I', name)::regclass and attnum > 0 and not attisdropped and attgenerated = '';
                            execute format('insert into public.%1$I (%2$s) select %2$s from delivered.%1$I', name, own);"""), "update directory_revision set number = number + 1");
        } else {
            bringIn(file()).then().statusCode(201);
            execute(
                    database,
                    "drop schema if exists delivered cascade",
                    "create schema delivered",
                    inEachTable("execute format('create table delivered.%1$I as table public.%1$I', name);"));
            copied = true;
        }
    }

    private static String inEachTable(String statements) {
        return "do $$ declare name text; own text; begin foreach name in array string_to_array('"
                + String.join(" ", FILLED) + "', ' ') loop " + statements + " end loop; end $$";
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
