package eu.urbact.infocus.registration.calendar;

import java.io.StringReader;
import java.time.ZonedDateTime;
import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import eu.urbact.infocus.chassis.testing.WithEmbeddedServers;
import eu.urbact.infocus.registration.Registrations;

import static eu.urbact.infocus.registration.Registrations.application;
import static eu.urbact.infocus.registration.Registrations.applied;
import static eu.urbact.infocus.registration.Registrations.decide;
import static eu.urbact.infocus.registration.Registrations.linkToken;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

@QuarkusTest
@WithEmbeddedServers
class CalendarTest {

    @Inject
    Registrations registrations;

    private String id;

    @BeforeEach
    void apply() {
        id = applied(application(registrations.openCall()));
    }

    @Test
    void the_entry_holds_the_days_of_the_workshop_in_the_time_of_its_venue() throws Exception {
        decide(id, "ADMIT").statusCode(200);
        String token = linkToken(id);
        String slug = given().header("Application-Link", token)
                .get("/api/v1/self-service/application")
                .then()
                .body("hasCalendar", equalTo(true))
                .body("nextStepAt", equalTo("2016-11-23T12:30:00Z"))
                .extract()
                .path("workshopSlug");
        String text = download(token)
                .statusCode(200)
                .contentType("text/calendar")
                .header("Cache-Control", "no-store")
                .extract()
                .asString();

        assertThat(text.replace("\r\n ", ""))
                .contains("\r\nDTSTART;TZID=Europe/Berlin:20161123T133000\r\n")
                .contains("\r\nDTEND;TZID=Europe/Berlin:20161125T140000\r\n")
                .contains("\r\nTZID:Europe/Berlin\r\n")
                .contains("\r\nSUMMARY:Workshop of the test\r\n")
                .contains("\r\nLOCATION:Frankfurt\r\n")
                .contains("\r\nURL:http://localhost:8080/en/w/" + slug + "\r\n")
                .contains("\r\nUID:workshop-")
                .containsPattern("\r\nSEQUENCE:[1-9][0-9]{7,}\r\n")
                .doesNotContain(token, "Quellenfinder", "example.org", "METHOD");
        Calendar calendar = new CalendarBuilder().build(new StringReader(text));
        assertThat(calendar.validate().hasErrors()).isFalse();
        VEvent event = calendar.<VEvent>getComponents(Component.VEVENT).get(0);
        assertThat(calendar.getComponents(Component.VEVENT)).hasSize(1);
        assertThat(event.<ZonedDateTime>getDateTimeStart().getDate().toInstant())
                .hasToString("2016-11-23T12:30:00Z");
        // the same entry every time, so that it is replaced and not doubled
        String again = download(token).extract().asString();
        assertThat(uid(again)).isEqualTo(uid(text));
    }

    @Test
    void without_a_place_there_is_none() {
        download(linkToken(id)).statusCode(409).body("type", equalTo("urn:infocus:problem:not-admitted"));
        decide(id, "ADMIT").statusCode(200);
        download(linkToken(id)).statusCode(200);
        given().header("Application-Link", linkToken(id))
                .post("/api/v1/self-service/withdrawal")
                .then()
                .statusCode(200)
                .body("hasCalendar", equalTo(false));
        download(linkToken(id)).statusCode(409);
        download("nonsense").statusCode(404);
    }

    private static String uid(String text) {
        return text.lines().filter(line -> line.startsWith("UID:")).findFirst().orElseThrow();
    }

    private static ValidatableResponse download(String token) {
        return given().header("Application-Link", token)
                .get("/api/v1/self-service/calendar")
                .then();
    }
}
