package eu.urbact.infocus.chassis.problem;

import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.sql.SQLException;

import com.fasterxml.jackson.core.JsonParseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class DependencyDownTest {

    @ParameterizedTest
    @CsvSource({
        "08006, true", // connection lost
        "40001, true", // serialization failure
        "40P01, true", // deadlock
        "53300, true", // too many connections
        "55P03, true", // lock timeout
        "57P01, true", // server shuts down
        "23505, false", // unique violation
        "23514, false", // check violation
        "22001, false" // too long
    })
    void knows_which_answers_of_the_database_pass(String sqlState, boolean passes) {
        RuntimeException failure = new IllegalStateException(new SQLException("", sqlState));
        assertThat(DependencyDown.isBehind(failure)).isEqualTo(passes);
    }

    @Test
    void a_refused_connection_passes() {
        assertThat(DependencyDown.isBehind(new UncheckedIOException(new ConnectException())))
                .isTrue();
    }

    @Test
    void unreadable_json_stays_unreadable() {
        assertThat(DependencyDown.isBehind(new IllegalStateException(new JsonParseException(null, "bad"))))
                .isFalse();
    }

    @Test
    void a_mistake_stays_a_mistake() {
        assertThat(DependencyDown.isBehind(new IllegalArgumentException("bad"))).isFalse();
    }
}
