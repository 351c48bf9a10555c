package eu.urbact.infocus.event.programme.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import eu.urbact.infocus.chassis.testing.TestTokens;
import eu.urbact.infocus.chassis.testing.WithEmbeddedServers;
import eu.urbact.infocus.event.testing.ProgrammeFiles;

import static eu.urbact.infocus.event.testing.Programmes.as;
import static eu.urbact.infocus.event.testing.Programmes.importFile;
import static eu.urbact.infocus.event.testing.Programmes.publish;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

/** The Frankfurt programme as it is read over the API, with its exact times. */
@QuarkusTest
@WithEmbeddedServers
class FrankfurtProgrammeTest {

    private static final String PROGRAMME = "/api/v1/workshops/frankfurt-2016/programme";

    private static final String STEERING_COMMITTEE_1 =
            "2016-11-23T14:30:00+01:00 14:30-16:00 InFocus Steering Committee Meeting - part I";
    private static final String STEERING_COMMITTEE_2 =
            "2016-11-23T16:30:00+01:00 16:30-17:30 InFocus Steering Committee Meeting - part II";

    private static final List<String> OPEN_ITEMS = List.of(
            "2016-11-23T13:30:00+01:00 13:30-14:30 Welcome Buffet",
            "2016-11-23T16:00:00+01:00 16:00-16:30 Coffee break",
            "2016-11-23T17:30:00+01:00 17:30- Departure to Dom/Römer",
            "2016-11-23T18:00:00+01:00 18:00- City tour",
            "2016-11-23T20:00:00+01:00 20:00- Welcome Dinner at Metropol Café am Dom",
            "2016-11-24T08:15:00+01:00 08:15- Meeting point at Frankfurt Economic Development GmbH",
            "2016-11-24T09:15:00+01:00 09:15-09:45 Opening session",
            "2016-11-24T09:45:00+01:00 09:45-10:15 Cluster-based segmentations of urban economies",
            "2016-11-24T10:15:00+01:00 10:15-10:45 Coffee break",
            "2016-11-24T10:45:00+01:00 10:45-12:00 Policy maker dialogue",
            "2016-11-24T12:00:00+01:00 12:00-13:00 Making connections in practice:"
                    + " from sector prioritization to specialized diversification",
            "2016-11-24T13:00:00+01:00 13:00-14:15 Lunch break",
            "2016-11-24T14:15:00+01:00 14:15-15:30 Panel discussion with cluster managers",
            "2016-11-24T15:30:00+01:00 15:30-15:50 Coffee break",
            "2016-11-24T15:50:00+01:00 15:50-16:50 Debriefing session",
            "2016-11-24T17:00:00+01:00 17:00-18:30 Site Visit Industriepark Höchst",
            "2016-11-24T18:30:00+01:00 18:30- Transfer to city center by bus",
            "2016-11-24T20:00:00+01:00 20:00- Dinner at “Zum Gemalten Haus”",
            "2016-11-25T09:00:00+01:00 09:00- Meeting point at Frankfurt Economic Development GmbH",
            "2016-11-25T10:00:00+01:00 10:00-12:00"
                    + " Final work session “Getting back home: how to apply what has been learnt”",
            "2016-11-25T12:00:00+01:00 12:00-13:00 Farewell Lunch",
            "2016-11-25T13:00:00+01:00 13:00-14:00 Site visit to HOLM",
            "2016-11-25T14:00:00+01:00 14:00- Bus-transfer to Frankfurt airport");

    @BeforeEach
    void publishOnce() {
        if (given().get(PROGRAMME).statusCode() == 404) {
            publish(ProgrammeFiles.frankfurt(), "frankfurt-2016");
        }
    }

    private static List<String> items(RequestSpecification request) {
        List<Map<String, Object>> items =
                request.get(PROGRAMME).then().statusCode(200).extract().path("days.items.flatten()");
        return items.stream()
                .map(item -> item.get("startsAt") + " " + item.get("startsLocal") + "-"
                        + (item.get("endsLocal") == null ? "" : item.get("endsLocal")) + " " + item.get("title"))
                .toList();
    }

    @Test
    void everybodyReadsWhichHouseToComeTo() {
        given().get("/api/v1/workshops/frankfurt-2016")
                .then()
                .body("venue.name", is("Frankfurt Economic Development GmbH"))
                .body("venue.address", is("Hanauer Landstraße 126-128, Frankfurt am Main"));
    }

    @Test
    void everybodySeesEveryOpenItemOfTheThreeDays() {
        assertThat(items(given())).isEqualTo(OPEN_ITEMS);
        assertThat(given().get(PROGRAMME).asString())
                .doesNotContainIgnoringCase("steering")
                .doesNotContain("PARTNERS_ONLY");
    }

    @Test
    void partnersAndOrganisersSeeTheSteeringCommitteeToo() {
        List<String> all = new ArrayList<>(OPEN_ITEMS);
        all.add(1, STEERING_COMMITTEE_1);
        all.add(3, STEERING_COMMITTEE_2);

        assertThat(items(as(TestTokens.city("porto")))).isEqualTo(all);
        assertThat(items(as(TestTokens.organiser()))).isEqualTo(all);
    }

    @Test
    void everySpeakerIsNamed() {
        List<String> people =
                given().get(PROGRAMME).path("days.items.flatten().contributions.flatten().person.unique()");
        assertThat(people)
                .containsExactly(
                        "Ansgar Roese",
                        "Eva Salcedo",
                        "Miguel Rivas",
                        "Alexander Ebner",
                        "Ana Teresa Lehmann",
                        "Gabriel Voisin-Fradin",
                        "Willem van Winden",
                        "James Wilson",
                        "Olivier Girel",
                        "Cristina Murillo",
                        "Joaquim Cunha",
                        "Sebastian Schäfer",
                        "Zenica Turza",
                        "Ladislav Glogar",
                        "Juan D. Olabarri");
    }

    @Test
    void loadingItAgainChangesNothing() {
        importFile(ProgrammeFiles.frankfurt()).statusCode(200).body("changed", is(false));
    }
}
