package eu.urbact.infocus.portal.suggestion;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import eu.urbact.infocus.portal.shell.services.AdmissionRule;
import eu.urbact.infocus.portal.testing.Answers;
import eu.urbact.infocus.portal.testing.Browser;
import eu.urbact.infocus.portal.testing.Browser.Reply;
import eu.urbact.infocus.portal.testing.Neighbours;
import eu.urbact.infocus.portal.testing.StubKeycloak.Person;
import eu.urbact.infocus.portal.testing.StubService.Request;

import static org.assertj.core.api.Assertions.assertThat;

/** The proposal with its reasons, its goals, and the rule that everybody reads. */
@QuarkusTest
@QuarkusTestResource(Neighbours.class)
class SuggestionPagesTest {

    private static final String PAGE = "/org/w/frankfurt-2016/suggestion";
    private static final String GOALS = "/api/v1/admin/calls/call-1/balance-goals";

    private Browser organiser;

    @BeforeEach
    void signIn() {
        Answers.frankfurt();
        organiser = new Browser().signedInAs(Person.ORGANISER);
    }

    @Test
    void everybodyIsShownWithReasonsAndWhoWouldFollow() {
        Reply page = organiser.open(PAGE);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text())
                .contains(
                        "Proposed for a seat 1",
                        "Ana O’Neil <b>",
                        "Seat of Porto , 30 points",
                        "Reserved seat of Porto, 3rd of 3.",
                        "Votes: 3 yes, 0 no. +30",
                        "If this person drops out, next is Rui Sá",
                        "Number 1 on the waiting list, -10 points",
                        "Votes: 0 yes, 1 no. −10",
                        "Next if somebody drops out of the seats of Porto",
                        "Eva Kos",
                        "Nothing is proposed");
        assertThat(page.body()).doesNotContain("<b>");
        assertThat(Neighbours.REGISTRATION
                        .requests("/api/v1/admin/calls/call-1/suggestion")
                        .get(0)
                        .header("Authorization"))
                .startsWith("Bearer ");
    }

    @Test
    void openSeatsAreSpokenOfWhereThereAreSome() {
        String points = "The points of a person are the sum of the reasons beside the name";
        assertThat(organiser.open(PAGE).text()).contains(points + ".").doesNotContain("one more open seat");
        Neighbours.REGISTRATION.get("/api/v1/admin/calls/call-1/suggestion", """
                {"tag":"x","buckets":[{"code":"CITY:porto","label":"Porto","limit":3,"held":0,"free":3,"suggested":0},
                 {"code":"OPEN","label":"Open","limit":1,"held":0,"free":1,"suggested":0}],"admitted":0,
                 "waitlisted":0,"forPeople":0,"entries":{"items":[],"page":0,"size":100,"total":0}}""");
        assertThat(organiser.open(PAGE).text())
                .contains(points + "; for the waiting list they are those for one more open seat.");
    }

    @Test
    void goalsAreSavedWithTheVersionThatWasSeen() {
        Neighbours.REGISTRATION.reply("PUT", GOALS, 200, "{\"newcomersPercent\":40}");

        Reply answer = organiser.submit(PAGE, PAGE + "/goals", entered("", "40", "3"));

        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.header("Location")).endsWith(PAGE + "?done=GOALS");
        Request request = Neighbours.REGISTRATION.requests(GOALS).get(0);
        assertThat(request.header("If-Match")).isEqualTo("\"v5\"");
        assertThat(request.body())
                .isEqualTo(
                        "{\"maxPerCityInOpenPool\":null,\"newcomersPercent\":40,\"minimumPerProfile\":{\"EXPERT\":3}}");
        assertThat(organiser.open(PAGE + "?done=GOALS").text()).contains("The goals are saved.");
    }

    @Test
    void whatIsNoNumberComesBackAsItWasEntered() {
        Reply page = organiser.submit(PAGE, PAGE + "/goals", entered("two", "101", "-1"));

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.title()).startsWith("Error: ");
        assertThat(page.body())
                .contains(
                        "<a href=\"#maxPerCity\">Most open seats for one city: enter a whole number up to 10,000, or nothing for no limit.</a>",
                        "<a href=\"#newcomers\">Share of newcomers: enter a whole number from 0 to 100.</a>",
                        "<a href=\"#minimum-EXPERT\">",
                        "value=\"two\"",
                        "value=\"101\"");
        assertThat(Neighbours.REGISTRATION.requests(GOALS)).isEmpty();
    }

    @Test
    void staleGoalsAreToldAndTheInputKept() {
        Neighbours.REGISTRATION.reply("PUT", GOALS, 412, "{\"type\":\"urn:infocus:problem:stale\"}");

        Reply page = organiser.submit(PAGE, PAGE + "/goals", entered("1", "77", ""));

        assertThat(page.status()).isEqualTo(412);
        assertThat(page.text()).contains("Somebody else has changed the goals", "Nothing was saved");
        assertThat(page.body()).contains("value=\"77\"");
    }

    @Test
    void goalsOfAColleagueAreSeenBeforeTheyAreReplaced() {
        Neighbours.REGISTRATION.reply("PUT", GOALS, 412, """
                {"type":"urn:infocus:problem:stale","status":412,"by":"maria","yourself":false,"at":"2016-10-10T10:00:00Z"}""");

        Reply page = organiser.submit(PAGE, PAGE + "/goals", entered("", "77", ""));

        assertThat(page.text())
                .containsSubsequence(
                        "maria was quicker",
                        "Most open seats for one partner city: saved now is “2”",
                        "Share of newcomers in the room: saved now is “30”",
                        "Expert: saved now is “4”")
                .doesNotContain("Academic: saved");
        assertThat(page.body()).contains("<a href=\"#minimum-EXPERT\">", "name=\"version\" value=\"5\"");
    }

    @Test
    void staleGoalsSayWhoWasQuicker() {
        Neighbours.REGISTRATION.reply("PUT", GOALS, 412, """
                {"type":"urn:infocus:problem:stale","status":412,"by":"maria","yourself":false,"at":"2016-10-10T10:00:00Z"}""");
        assertThat(organiser
                        .submit(PAGE, PAGE + "/goals", entered("1", "77", ""))
                        .text())
                .contains("Nothing was saved. maria was quicker, 10 Oct 2016, 12:00 CEST.");

        Neighbours.REGISTRATION.reply("PUT", GOALS, 412, """
                {"type":"urn:infocus:problem:stale","status":412,"by":"organiser","yourself":true,"at":"2016-10-10T10:00:00Z"}""");
        assertThat(organiser
                        .submit(PAGE, PAGE + "/goals", entered("1", "77", ""))
                        .text())
                .contains("It was you who changed this, 10 Oct 2016, 12:00 CEST, perhaps with a first click.");
    }

    @Test
    void goalsAreKeptWhenRegistrationIsDown() {
        Neighbours.REGISTRATION.reply("PUT", GOALS, 503, "{}");

        Reply page = organiser.submit(PAGE, PAGE + "/goals", entered("1", "77", "4"));

        assertThat(page.status()).isEqualTo(503);
        assertThat(page.text()).contains("Nothing you entered is lost");
        assertThat(page.body()).contains("value=\"77\"", "name=\"version\" value=\"5\"");
        // the page that was shown can be sent as it is
        Neighbours.REGISTRATION.reply("PUT", GOALS, 200, "{\"newcomersPercent\":77}");
        Map<String, String> again = Browser.fill(page, entered("1", "77", "4"));
        assertThat(organiser.post(PAGE + "/goals", again).status()).isEqualTo(303);
    }

    @Test
    void goalsAreKeptWhenTheSessionHasEnded() {
        Map<String, String> sent = Browser.fill(organiser.open(PAGE), entered("1", "77", "4"));
        Browser stranger = new Browser();
        sent.put("csrf", Browser.fill(stranger.open("/en/my"), Map.of()).get("csrf"));

        Reply page = stranger.post(PAGE + "/goals", sent);

        assertThat(page.status()).isEqualTo(401);
        assertThat(page.body()).contains("name=\"newcomers\" value=\"77\"", "name=\"version\" value=\"5\"");
        assertThat(Neighbours.REGISTRATION.requests(GOALS)).isEmpty();
        Browser porto = new Browser().signedInAs(Person.PORTO);
        sent.put("csrf", Browser.fill(porto.open("/en/my"), Map.of()).get("csrf"));
        assertThat(porto.post(PAGE + "/goals", sent).status()).isEqualTo(403);
        assertThat(Neighbours.REGISTRATION.requests(GOALS)).isEmpty();
    }

    @Test
    void nobodyWaiting() {
        Neighbours.REGISTRATION.get(
                "/api/v1/admin/calls/call-1/suggestion", "{\"entries\":{\"items\":[],\"total\":0},\"goalsVersion\":0}");

        assertThat(organiser.open(PAGE).text()).contains("Nobody waits for a decision. The call closes on");
    }

    @Test
    void othersAndOutages() {
        assertThat(new Browser().signedInAs(Person.PORTO).open(PAGE).status()).isEqualTo(403);
        Neighbours.REGISTRATION.reply("GET", "/api/v1/admin/calls/call-1/suggestion", 503, "{}");
        assertThat(organiser.open(PAGE).status()).isEqualTo(503);
    }

    @Test
    void theRuleIsOnThePageOfTheCallAndItsOutageCostsABlock() {
        assertThat(new Browser().open("/en/w/frankfurt-2016/call").text())
                .contains(
                        "Every place is granted by the organisers, and applying is not yet a place. Some places are kept for partner cities, some for people who contribute to the programme, the rest is open to all.",
                        "The rule in full",
                        "People decide.",
                        "At most <2> of a city.")
                .doesNotContain("fill them themselves");

        Neighbours.REGISTRATION.reply("GET", "/api/v1/calls/call-1/admission-rule", 503, "{}");
        Reply page = new Browser().open("/en/w/frankfurt-2016/call");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text())
                .contains("How places are given", "Applying is not yet a place.")
                .doesNotContain("The rule in full", "kept for");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            EVERYBODY | false | Every place is granted by the organisers, and applying is not yet a place. All places are open to everybody.
            EVERYBODY | true | Every place is granted by the organisers, and applying is not yet a place. All places are open to everybody.
            CONTRIBUTORS EVERYBODY | false | Every place is granted by the organisers, and applying is not yet a place. Some places are kept for people who contribute to the programme, the rest is open to all.
            CITIES CONTRIBUTORS | false | Every place is granted by the organisers, and applying is not yet a place. All places are kept for partner cities or for people who contribute to the programme.
            CITIES | true | All places are kept for partner cities, which fill them themselves: whom a city nominates has a place on accepting, as long as one of them is left.
            CITIES EVERYBODY | true | Some places are kept for partner cities, which fill them themselves: whom a city nominates has a place on accepting, as long as one of them is left. Every other place is granted by the organisers, and applying is not yet a place. Those are open to all.""")
    void placesAreKeptOnlyForWhomThereAreSeats(String seatsFor, boolean citiesDecide, String words) {
        assertThat(new AdmissionRule(List.of(), List.of(seatsFor.split(" "))).places(citiesDecide))
                .isEqualTo(words);
    }

    @Test
    void whereCitiesFillTheirOwnSeatsTheRuleSaysSo() {
        Neighbours.REGISTRATION.get(
                "/api/v1/calls",
                Answers.CALLS.replace("\"capacity\":50", "\"capacity\":50,\"skipModerationForDelegations\":true"));
        assertThat(new Browser().open("/en/w/frankfurt-2016/call").text())
                .contains(
                        "Some places are kept for partner cities, which fill them themselves: whom a city nominates has a place on accepting, as long as one of them is left. Every other place is granted by the organisers, and applying is not yet a place. Some of those are kept for people who contribute to the programme, the rest is open to all.")
                .doesNotContain("Every place is granted");
    }

    private static Map<String, String> entered(String maxPerCity, String newcomers, String experts) {
        Map<String, String> fields = new HashMap<>();
        fields.put("maxPerCity", maxPerCity);
        fields.put("newcomers", newcomers);
        fields.put("minimum-EXPERT", experts);
        return fields;
    }
}
