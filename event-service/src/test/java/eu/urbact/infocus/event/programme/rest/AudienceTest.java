package eu.urbact.infocus.event.programme.rest;

import java.util.List;
import java.util.Set;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import eu.urbact.infocus.chassis.testing.TestTokens;
import eu.urbact.infocus.chassis.testing.WithEmbeddedServers;
import eu.urbact.infocus.event.testing.ProgrammeFiles;

import static eu.urbact.infocus.event.testing.Programmes.as;
import static eu.urbact.infocus.event.testing.Programmes.importOver;
import static eu.urbact.infocus.event.testing.Programmes.publish;
import static eu.urbact.infocus.event.testing.Programmes.release;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

/** Who sees which items, in every output; each of these goes red when the audience policy lets everything pass. */
@QuarkusTest
@WithEmbeddedServers
class AudienceTest {

    private static final String SLUG = "audience";
    private static final String PROGRAMME = "/api/v1/workshops/" + SLUG + "/programme";

    /** Traces of what is for partners, and of what is for organisers. */
    private static final List<String> OF_PARTNERS = List.of(
            "PARTNERS_ONLY",
            "Petra",
            "committee",
            "closed doors",
            "secret-villa",
            "Secret villa",
            "Hidden Lane",
            "2016-11-24T14:00",
            "Day of the partners",
            "Questions of the partners");

    private static final List<String> OF_ORGANISERS = List.of("ORGANISERS", "Olga", "briefing");

    @BeforeEach
    void publishOnce() {
        if (given().get(PROGRAMME).statusCode() == 404) {
            publish(ProgrammeFiles.small(SLUG), SLUG);
        }
    }

    private static List<String> titles(RequestSpecification request) {
        JsonPath programme =
                request.get(PROGRAMME).then().statusCode(200).extract().jsonPath();
        return programme.getList("days.items.flatten().collect { [it.title] + it.parts.title }.flatten()");
    }

    @Test
    void everybodySeesTheOpenItems() {
        assertThat(titles(given())).containsExactly("Opening", "A talk", "Questions of everybody");
    }

    @Test
    void aPartnerSeesTheItemsForPartnersToo() {
        assertThat(titles(as(TestTokens.city("porto"))))
                .containsExactly(
                        "Opening",
                        "A talk",
                        "Questions of the partners",
                        "Questions of everybody",
                        "Committee behind closed doors");
    }

    @Test
    void anOrganiserSeesAllItems() {
        assertThat(titles(as(TestTokens.organiser())))
                .containsExactly(
                        "Opening",
                        "Crew briefing",
                        "A talk",
                        "Questions of the partners",
                        "Questions of everybody",
                        "Committee behind closed doors");
    }

    @Test
    void whoBelongsToNoCityReadsLikeEverybody() {
        for (TestTokens who : List.of(
                TestTokens.desk(),
                TestTokens.auditor(),
                TestTokens.service("notification-service", "recipients:read"),
                TestTokens.user("nobody", Set.of("partner", "porto"), List.of()),
                TestTokens.city("porto").with("organization", null))) {
            assertThat(titles(as(who))).containsExactly("Opening", "A talk", "Questions of everybody");
        }
    }

    @Test
    void nowhereIsATraceOfWhatTheReaderMayNotSee() {
        for (String path : List.of(
                PROGRAMME,
                "/api/v1/workshops/" + SLUG,
                "/api/v1/workshops/" + SLUG + "/releases/1",
                "/api/v1/workshops?size=200")) {
            String anonymous =
                    given().get(path).then().statusCode(200).extract().asString();
            assertThat(anonymous).as(path).doesNotContain(OF_PARTNERS).doesNotContain(OF_ORGANISERS);
            String partner = as(TestTokens.city("bilbao")).get(path).asString();
            assertThat(partner).as(path).doesNotContain(OF_ORGANISERS);
        }
    }

    @Test
    void venuesAndDaysAreThoseOfTheItemsThatTheReaderSees() {
        given().get("/api/v1/workshops/" + SLUG)
                .then()
                .body("venues.id", equalTo(List.of("town-hall")))
                // only what the file names as the workshop's house is public before its programme is
                .body("venue", nullValue())
                .body("days.date", equalTo(List.of("2016-11-23")));
        as(TestTokens.city("porto"))
                .get("/api/v1/workshops/" + SLUG)
                .then()
                .body("venues.id", equalTo(List.of("town-hall", "secret-villa")))
                .body("days.label", equalTo(List.of("First day", "Day of the partners")));
    }

    @Test
    void whoHasTheAnswerAlreadyIsToldSo() {
        Response first = given().get(PROGRAMME);
        String tag = first.header("ETag");

        given().header("If-None-Match", tag)
                .get(PROGRAMME)
                .then()
                .statusCode(304)
                .header("ETag", equalTo(tag))
                .header("Vary", org.hamcrest.Matchers.containsString("Authorization"));
        assertThat(tag).startsWith("W/");
        assertThat(first.headers().getValues("Vary")).anyMatch(value -> value.contains("Accept-Encoding"));
        assertThat(first.header("Cache-Control")).isEqualTo("no-cache");
        assertThat(first.headers().getValues("Vary")).anyMatch(value -> value.contains("Authorization"));
        assertThat(as(TestTokens.city("porto")).get(PROGRAMME).header("Cache-Control"))
                .isEqualTo("private, no-cache");
    }

    @Test
    void theEntityTagOfOneReaderIsNotThatOfAnother() {
        String ofEverybody = given().get(PROGRAMME).header("ETag");

        as(TestTokens.city("porto"))
                .header("If-None-Match", ofEverybody)
                .get(PROGRAMME)
                .then()
                .statusCode(200);
        as(TestTokens.city("bilbao"))
                .header(
                        "If-None-Match",
                        as(TestTokens.city("porto")).get(PROGRAMME).header("ETag"))
                .get(PROGRAMME)
                .then()
                .statusCode(304);
    }

    @Test
    void aReleaseOfRestrictedItemsIsNoneForThoseWhoDoNotSeeThem() {
        String slug = "audience-tag";
        String file = ProgrammeFiles.small(slug);
        publish(file, slug);
        TestTokens partner = TestTokens.city("porto");
        List<String> ofEverybody = answers(given(), slug);
        List<String> ofPartners = answers(as(partner), slug);

        String forOrganisers = file.replace("title: Crew briefing", "title: Briefing of the crew");
        importOver(forOrganisers, slug).statusCode(201);
        release(slug).statusCode(201).body("number", is(2));
        assertThat(answers(given(), slug)).isEqualTo(ofEverybody);
        assertThat(answers(as(partner), slug)).isEqualTo(ofPartners);
        assertThat(number(as(TestTokens.organiser()), slug)).isEqualTo(2);

        String forPartners = forOrganisers.replace("name: Secret villa", "name: Other villa");
        importOver(forPartners, slug).statusCode(201);
        release(slug).statusCode(201);
        assertThat(answers(given(), slug)).isEqualTo(ofEverybody);
        assertThat(answers(as(partner), slug)).doesNotContainAnyElementsOf(ofPartners);
        assertThat(number(as(partner), slug)).isEqualTo(3);

        // the numbers in between are as unknown as those to come
        for (int number : List.of(2, 3, 4)) {
            given().get("/api/v1/workshops/{slug}/releases/{number}", slug, number)
                    .then()
                    .statusCode(404);
        }
        as(partner).get("/api/v1/workshops/{slug}/releases/2", slug).then().statusCode(404);
        as(TestTokens.organiser())
                .get("/api/v1/workshops/{slug}/releases/2", slug)
                .then()
                .statusCode(200);

        importOver(forPartners.replace("title: A talk", "title: Another talk"), slug)
                .statusCode(201);
        release(slug).statusCode(201);
        assertThat(number(given(), slug)).isEqualTo(4);
        assertThat(number(as(partner), slug)).isEqualTo(4);
        assertThat(number(as(TestTokens.organiser()), slug)).isEqualTo(4);
    }

    /** Bodies and entity tags of the programme and of the workshop. */
    private static List<String> answers(RequestSpecification reader, String slug) {
        RequestSpecification same = reader.pathParam("slug", slug);
        Response programme = same.get("/api/v1/workshops/{slug}/programme");
        Response workshop = same.get("/api/v1/workshops/{slug}");
        return List.of(programme.asString(), programme.header("ETag"), workshop.asString(), workshop.header("ETag"));
    }

    private static int number(RequestSpecification reader, String slug) {
        RequestSpecification same = reader.pathParam("slug", slug);
        int number = same.get("/api/v1/workshops/{slug}/programme").path("release.number");
        assertThat(same.get("/api/v1/workshops/{slug}").<Integer>path("releaseNumber"))
                .isEqualTo(number);
        return number;
    }

    @Test
    void theListCountsOnlyWhatEverybodySees() {
        String slug = "audience-list";
        String file = ProgrammeFiles.small(slug);
        publish(file, slug);
        importOver(file.replace("title: Crew briefing", "title: Briefing of the crew"), slug)
                .statusCode(201);
        release(slug).statusCode(201);

        for (RequestSpecification reader : List.of(given(), as(TestTokens.organiser()))) {
            assertThat(reader.get("/api/v1/workshops?size=200")
                            .<Integer>path("items.find { it.slug == '" + slug + "' }.releaseNumber"))
                    .isEqualTo(1);
        }
    }

    @Test
    void anItemSaysWhenAndWhere() {
        given().get(PROGRAMME)
                .then()
                .body("zone", equalTo("Europe/Berlin"))
                .body("days[0].items[0].startsAt", equalTo("2016-11-23T09:00:00+01:00"))
                .body("days[0].items[0].endsAt", equalTo("2016-11-23T09:30:00+01:00"))
                .body("days[0].items[0].startsLocal", equalTo("09:00"))
                .body("days[0].items[0].endsLocal", equalTo("09:30"))
                .body("days[0].items[0].venue.name", equalTo("Town hall"))
                .body("days[0].items[0].venue.address", equalTo("Main Square 1"))
                .body("days[0].items[0].contributions[0].person", equalTo("Anna Öffentlich"))
                .body("days[0].items[0].contributions[0].role", equalTo("WELCOME"));
    }
}
