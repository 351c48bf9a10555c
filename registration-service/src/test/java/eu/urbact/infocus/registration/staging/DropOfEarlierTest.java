package eu.urbact.infocus.registration.staging;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import eu.urbact.infocus.chassis.testing.WithEmbeddedServers;
import eu.urbact.infocus.registration.Registrations;

import static eu.urbact.infocus.registration.Registrations.application;
import static eu.urbact.infocus.registration.Registrations.applied;
import static eu.urbact.infocus.registration.Registrations.organiser;
import static org.assertj.core.api.Assertions.assertThat;

/** Everybody who applies runs this statement, so it must not cost more the fuller the call is, not even by a plan made while it was empty. */
@QuarkusTest
@WithEmbeddedServers
class DropOfEarlierTest {

    @Inject
    Registrations registrations;

    @Inject
    DataSource dataSource;

    @Test
    void nothing_is_looked_up_while_nothing_is_staged() throws SQLException {
        String id = applied(application(registrations.openCall()));

        assertThat(plan("delete from staged_decision", id))
                .filteredOn(line -> line.contains(" on application "))
                .hasSize(2)
                .allSatisfy(line -> assertThat(line).endsWith("(never executed)"));
    }

    @Test
    void an_earlier_application_is_found_by_the_address_alone() throws SQLException {
        String id = applied(application(registrations.openCall()));
        organiser()
                .header("If-Match", "*")
                .contentType("application/json")
                .body(Map.of("decision", "ADMIT"))
                .put("/api/v1/admin/applications/" + id + "/staged-decision")
                .then()
                .statusCode(200);

        assertThat(plan("set local enable_seqscan = off", id))
                .anyMatch(line -> line.startsWith("Index Cond: (email_key = "))
                .noneMatch(line -> line.startsWith("Index Cond: ") && line.contains("call_id"));
    }

    /** How the statement is carried out for any application, as the service's connections do after some times; nothing of it stays. */
    private List<String> plan(String before, String applicationId) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            try {
                statement.execute(before);
                statement.execute("set local plan_cache_mode = force_generic_plan");
                statement.execute(
                        "prepare drop_of_earlier (uuid) as " + StagedDecisions.DROP_OF_EARLIER.replace("?", "$1"));
                List<String> lines = new ArrayList<>();
                try (ResultSet plan = statement.executeQuery(
                        "explain (analyze, costs off, timing off) execute drop_of_earlier('" + applicationId + "')")) {
                    while (plan.next()) {
                        lines.add(plan.getString(1).trim());
                    }
                }
                return lines;
            } finally {
                connection.rollback();
                statement.execute("deallocate all");
            }
        }
    }
}
