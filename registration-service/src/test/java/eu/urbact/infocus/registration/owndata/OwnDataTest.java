package eu.urbact.infocus.registration.owndata;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import eu.urbact.infocus.chassis.testing.WithEmbeddedServers;
import eu.urbact.infocus.registration.ByLink;
import eu.urbact.infocus.registration.Registrations;
import eu.urbact.infocus.registration.TestSql;

import static eu.urbact.infocus.registration.Registrations.application;
import static eu.urbact.infocus.registration.Registrations.applied;
import static eu.urbact.infocus.registration.Registrations.decide;
import static eu.urbact.infocus.registration.Registrations.linkToken;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

@QuarkusTest
@WithEmbeddedServers
class OwnDataTest {

    @Inject
    Registrations registrations;

    @Inject
    DataSource dataSource;

    private String id;

    @BeforeEach
    void apply() {
        id = applied(application(registrations.openCall()));
    }

    @Test
    void a_person_takes_along_all_that_is_kept_about_them() {
        decide(id, "ADMIT").statusCode(200);
        ByLink.ownData(linkToken(id))
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("zone", equalTo("Europe/Berlin"))
                .body("asOf", startsWith("2016-10-10T"))
                .body("sections.application.id", equalTo(id))
                .body("sections.application.givenName", equalTo("Zdeňka"))
                .body("sections.application.motivation", equalTo("I bring a question.\nAnd a case."))
                .body("sections.application.state", equalTo("ADMITTED"))
                .body("sections.application.bucket", equalTo("CITY:porto"))
                .body("sections.application.replaced", equalTo(false))
                .body("sections.attendance", nullValue())
                // 90 and 180 days after the night of 25 November in Berlin
                .body("kept.find { it.field == 'motivation' }.erasedAfter", equalTo("2017-02-23T23:00:00Z"))
                .body("kept.find { it.field == 'email' }.erasedAfter", equalTo("2017-05-24T23:00:00Z"))
                .body(
                        "kept.find { it.field == 'country' }.purpose",
                        startsWith("To put a balanced group together; after that"))
                .body("kept.find { it.field == 'checkIns' }", nullValue());
        // nothing is kept that is not on the list; times and the number say nothing by themselves
        Map<String, Object> application =
                ByLink.ownData(linkToken(id)).extract().path("sections.application");
        List<String> listed =
                ByLink.ownData(linkToken(id)).extract().path("kept.findAll { it.section == 'application' }.field");
        assertThat(application.keySet().stream()
                        .filter(field -> !field.endsWith("At"))
                        .filter(field -> !List.of("id", "replaced", "withdrawnByOrganisers")
                                .contains(field)))
                .isSubsetOf(listed);
    }

    @Test
    void places_that_somebody_had_before_and_when_something_was_noted_belong_to_it() throws Exception {
        decide(id, "ADMIT").statusCode(200);
        decide(id, "*", Map.of("decision", "DECLINE", "reasonCode", "OTHER")).statusCode(200);
        ByLink.ownData(linkToken(id)).body("sections.application.earlierPlaces", nullValue());
        decide(id, "*", Map.of("decision", "ADMIT")).statusCode(200);
        Instant noted = Instant.parse("2016-10-09T08:00:00Z");
        UUID application = UUID.fromString(id);
        TestSql.execute(
                dataSource,
                "update application set told_again_at = ?, link_asked_at = ?, questions_sent_at = ? where id = ?",
                noted,
                noted.plusSeconds(1),
                noted.plusSeconds(2),
                application);
        TestSql.execute(dataSource, "insert into logistics_reminder values (?, ?)", application, noted);
        TestSql.execute(dataSource, "insert into hotel_reminder values (?, ?)", application, noted);

        ByLink.ownData(linkToken(id))
                .body("sections.application.earlierPlaces", hasSize(1))
                .body("sections.application.earlierPlaces[0].beganAt", startsWith("2016-10-10T"))
                .body("sections.application.earlierPlaces[0].endedAt", startsWith("2016-10-10T"))
                .body("sections.application.placeEndedAt", nullValue())
                .body("sections.application.toldAgainAt", equalTo("2016-10-09T08:00:00Z"))
                .body("sections.application.linkAskedAt", equalTo("2016-10-09T08:00:01Z"))
                .body("sections.application.questionsSentAt", equalTo("2016-10-09T08:00:02Z"))
                .body("sections.logistics.remindedAt", equalTo("2016-10-09T08:00:00Z"))
                .body("sections.hotel.remindedAt", equalTo("2016-10-09T08:00:00Z"));
    }

    @Test
    void a_link_that_is_none_opens_no_data() {
        ByLink.ownData("x" + linkToken(id)).statusCode(404);
        given().get("/api/v1/self-service/own-data").then().statusCode(404);
    }
}
