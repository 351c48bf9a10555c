package eu.urbact.infocus.directory.cluster;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.LocalDate;
import javax.sql.DataSource;
import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import eu.urbact.infocus.chassis.testing.WithEmbeddedServers;
import eu.urbact.infocus.directory.DirectoryData;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@WithEmbeddedServers
class ExchangeFacetTest {

    @Inject
    DataSource database;

    @Inject
    Clock clock;

    @Test
    void who_offers_or_looks_for_something_today_is_counted_and_what_has_ended_is_not() throws SQLException {
        DirectoryData.fill(database);
        String before = given().get("/api/v1/clusters").header("ETag");
        LocalDate today = LocalDate.now(clock);
        write("gaia", "NEED", today);
        write("gaia", "NEED", today.plusDays(5));
        write("hcp", "NEED", today.minusDays(1));
        write("hcp", "OFFER", today.plusDays(1));

        given().header("If-None-Match", before)
                .get("/api/v1/clusters?size=1")
                .then()
                .statusCode(200)
                .body("facets.exchange.find { it.value == 'NEED' }.count", equalTo(1))
                .body("facets.exchange.find { it.value == 'OFFER' }.count", equalTo(1));
        given().get("/api/v1/clusters?exchange=NEED").then().body("items.id", contains("gaia"));
        given().get("/api/v1/clusters?exchange=NEED&exchange=OFFER&city=porto")
                .then()
                .body("items.id", contains("hcp"))
                .body("facets.city.find { it.value == 'bilbao' }.count", equalTo(1))
                .body("facets.exchange.find { it.value == 'NEED' }.count", equalTo(0));
        given().get("/api/v1/clusters?exchange=OFFER&city=porto")
                .then()
                .body("facets.exchange.find { it.value == 'NEED' }", nullValue());
    }

    private void write(String cluster, String kind, LocalDate until) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    ("insert into cluster_offer (id, version, cluster_id, kind, wording, competence_id, expires_on, created_at)"
                                    + " values (gen_random_uuid(), 0, '%s', '%s', 'Something', 'photonics', '%s', now())")
                            .formatted(cluster, kind, until));
        }
    }
}
