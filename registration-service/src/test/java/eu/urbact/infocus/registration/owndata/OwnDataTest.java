package eu.urbact.infocus.registration.owndata;

import java.util.List;
import java.util.Map;
import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import eu.urbact.infocus.chassis.testing.WithEmbeddedServers;
import eu.urbact.infocus.registration.ByLink;
import eu.urbact.infocus.registration.Registrations;

import static eu.urbact.infocus.registration.Registrations.application;
import static eu.urbact.infocus.registration.Registrations.applied;
import static eu.urbact.infocus.registration.Registrations.decide;
import static eu.urbact.infocus.registration.Registrations.linkToken;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

@QuarkusTest
@WithEmbeddedServers
class OwnDataTest {

    @Inject
    Registrations registrations;

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
                        .filter(field -> !List.of("id", "replaced").contains(field)))
                .isSubsetOf(listed);
    }

    @Test
    void a_link_that_is_none_opens_no_data() {
        ByLink.ownData("x" + linkToken(id)).statusCode(404);
        given().get("/api/v1/self-service/own-data").then().statusCode(404);
    }
}
