package eu.urbact.infocus.portal.logistics;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import eu.urbact.infocus.portal.testing.Answers;
import eu.urbact.infocus.portal.testing.Browser;
import eu.urbact.infocus.portal.testing.Browser.Reply;
import eu.urbact.infocus.portal.testing.Neighbours;
import eu.urbact.infocus.portal.testing.StubKeycloak.Person;

import static org.assertj.core.api.Assertions.assertThat;

/** The time after admission: a person's short pages, and the organisers' numbers. */
@QuarkusTest
@QuarkusTestResource(Neighbours.class)
class LogisticsPagesTest {

    private static final String MINE = "/en/my/token/logistics";
    private static final String OWN_PATH = "/api/v1/self-service/logistics";
    private static final String DESK = "/org/w/frankfurt-2016/logistics";
    private static final String ADMIN = "/api/v1/admin/calls/call-1/logistics";

    private static final String OWN = """
            {"workshopSlug":"frankfurt-2016","workshopTitle":"Clusters <in> Frankfurt","zone":"Europe/Berlin","freezeAt":"2016-11-16T17:00:00Z",
             "frozen":false,"over":false,"options":[
              {"id":"bus-1","kind":"BUS","title":"Bus <to> Höchst","startsAt":"2016-11-24T07:15:00Z","companionsWelcome":false,"free":0,"chosen":true,"companions":0},
              {"id":"din-1","kind":"DINNER","title":"Dinner","startsAt":"2016-11-24T19:00:00Z","meetingPoint":"Schweizer Straße 67","companionsWelcome":true,"free":3,"chosen":true,"companions":1}],
             "arrival":{"at":"2016-11-23T10:05:00Z","by":"PLANE","details":"TP 574"},"departure":{"at":"2016-11-25T14:00:00Z","by":"TRAIN"},
             "choicesAnswered":true,"needsAnswered":true,"diets":["VEGAN"],"dietNote":"No <celery>","accessNeeds":[],"photoConsent":false}""";

    private static final String OPTION = """
            {"id":"bus-1","kind":"BUS","title":"Bus <to> Höchst","startsAt":"2016-11-24T07:15:00Z","zone":"Europe/Berlin","companionsWelcome":false,
             "placeLimit":50,"taken":31,"free":19,"version":4}""";

    private static final String DINNER =
            OPTION.replace("bus-1", "din-1").replace("BUS", "DINNER").replace("Bus <to> Höchst", "Dinner");

    private static final String MARIA = """
            {"type":"urn:infocus:problem:stale","status":412,"by":"maria","yourself":false,"at":"2016-10-12T09:30:00Z"}""";

    @BeforeEach
    void services() {
        Answers.frankfurt();
        Neighbours.REGISTRATION.get(OWN_PATH, OWN);
        Neighbours.REGISTRATION.get("/api/v1/self-service/tasks", """
                {"zone":"Europe/Berlin","open":1,"tasks":[{"code":"TRAVEL","answered":true,"dueAt":"2016-11-16T17:00:00Z"},
                 {"code":"HOTEL","answered":false,"dueAt":"2016-11-03T17:00:00Z"}]}""");
        Neighbours.REGISTRATION.get(
                ADMIN + "/settings",
                "{\"freezeAt\":\"2016-11-16T17:00:00Z\",\"zone\":\"Europe/Berlin\",\"frozen\":false,\"version\":2}");
        Neighbours.REGISTRATION.get(ADMIN + "/headcounts", """
                {"zone":"Europe/Berlin","answers":{"admitted":45,"travel":30,"choices":31,"needs":29,"photoYes":20,"photoNo":4},"options":[
                 {"option":%s,"people":30,"companions":1,"places":31,"diets":[{"code":"KOSHER","people":4}],"dietNotes":0,"accessNeeds":[{"code":"STEP_FREE","people":2}],"accessNotes":0},
                 {"option":%s,"people":5,"companions":0,"places":5,"diets":[{"code":"VEGAN","people":3}],"dietNotes":1,"accessNeeds":[],"accessNotes":0}],
                 "arrivals":[{"date":"2016-11-23","by":"PLANE","people":25}],"departures":[{"date":"2016-11-25","by":"TRAIN","people":7}],"openRequests":1,
                 "sessions":{"accessNeeds":[{"code":"WHEELCHAIR_SPACE","people":3},{"code":"ASSISTANT","people":1}],"accessNotes":1}}""".formatted(OPTION, DINNER));
        Neighbours.REGISTRATION.get(ADMIN + "/travel", """
                {"zone":"Europe/Berlin","people":[
                 {"applicationId":"app-1","givenName":"Ana","familyName":"Sá <b>","organisation":"R&D","cityId":"porto","outside":false,
                  "arrival":{"at":"2016-11-23T10:05:00Z","by":"PLANE","details":"TP <574>"},"departure":{"at":"2016-11-25T17:00:00Z","by":"LOCAL"}},
                 {"applicationId":"app-2","givenName":"Jo","familyName":"Li","organisation":"IT","outside":true,
                  "arrival":{"at":"2016-11-23T22:30:00Z","by":"TRAIN","details":"ICE 5"},"departure":{"at":"2016-11-25T14:00:00Z","by":"TRAIN"}}]}""");
        Neighbours.REGISTRATION.get(ADMIN + "/people", """
                {"people":[
                 {"applicationId":"app-1","givenName":"Ana","familyName":"Sá <b>","organisation":"R&D","cityId":"porto","photoConsent":false,
                  "accessNeeds":["STEP_FREE"],"accessNote":"Slow <lift>"},
                 {"applicationId":"app-2","givenName":"Jo","familyName":"Li","organisation":"IT"}]}""");
        Neighbours.REGISTRATION.get(ADMIN + "/open-answers", """
                {"people":[{"applicationId":"app-2","givenName":"Jo","familyName":"Li","organisation":"IT","cityId":"porto","open":["TRAVEL","HOTEL"]}]}""");
        Neighbours.REGISTRATION.get(ADMIN + "/change-requests", """
                {"items":[{"id":"req-1","applicationId":"app-1","givenName":"Ana","familyName":"Sá <b>","state":"OPEN","has":[],
                 "wanted":[{"optionId":"bus-1","companions":0}],"message":"Please.","requestedAt":"2016-11-18T08:00:00Z","version":0}],"page":0,"size":200,"total":1}""");
        Neighbours.REGISTRATION.get(ADMIN + "/options/bus-1", OPTION);
        Neighbours.REGISTRATION.get(ADMIN + "/options/bus-1/people", """
                {"option":%s,"people":[{"givenName":"Ana","familyName":"Sá <b>","organisation":"R&D","cityId":"porto","companions":1,"photoConsent":false,
                 "diets":["VEGAN"],"dietNote":"No <celery>","accessNeeds":["STEP_FREE"]}]}""".formatted(OPTION));
        Neighbours.REGISTRATION.get(ADMIN + "/options/din-1/people", """
                {"option":%s,"people":[{"givenName":"Ana","familyName":"Sá <b>","organisation":"R&D","cityId":"porto","companions":1,"photoConsent":false,
                 "diets":["VEGAN"],"dietNote":"No <celery>","accessNeeds":["STEP_FREE"]}]}""".formatted(DINNER));
    }

    @Test
    void whatIsNotOnADayOfTheWorkshopIsToldApart() {
        Browser person = new Browser();
        Browser organiser = new Browser().signedInAs(Person.ORGANISER);
        for (String page : new String[] {MINE, MINE + "/choices"}) {
            assertThat(person.open(page).text()).doesNotContainIgnoringCase("the workshop is not on this day");
        }
        assertThat(organiser.open(DESK).text()).doesNotContain("The workshop is not on this day");
        Neighbours.REGISTRATION.get(OWN_PATH, OWN.replace("\"free\":0", "\"free\":0,\"outside\":true"));
        Neighbours.REGISTRATION.get(
                ADMIN + "/headcounts", """
                {"zone":"Europe/Berlin","answers":{},"options":[{"option":%s,"people":30,"companions":1,"places":31}],
                 "arrivals":[{"date":"2016-11-23","by":"PLANE","people":2,"outside":true},{"date":"2016-11-24","by":"PLANE","people":3}],
                 "departures":[{"date":"2016-11-25","by":"TRAIN","people":1,"outside":true}]}""".formatted(OPTION.replace("\"free\":19", "\"free\":19,\"outside\":true")));
        assertThat(person.open(MINE).text()).containsOnlyOnce("the workshop is not on this day");
        assertThat(person.open(MINE + "/choices").text())
                .containsOnlyOnce("The workshop is not on this day. The organisers may give it another time.");
        assertThat(organiser.open(DESK).text())
                .contains(
                        "The workshop is not on this day. Give it another time: whoever has chosen it or asks for it gets a mail.",
                        "Wednesday 23 November 2016 : 2 arrive, Plane – the workshop is not on this day",
                        "Friday 25 November 2016 : 1 leaves, Train – the workshop is not on this day")
                .doesNotContain("3 arrive, Plane –");
    }

    @Test
    void aJourneyToDaysBeforeAMoveIsAskedForAgain() {
        Browser person = new Browser();
        for (String page : new String[] {MINE, MINE + "/travel"}) {
            assertThat(person.open(page).text()).doesNotContain("Please say when you arrive and leave now.");
        }
        Neighbours.REGISTRATION.get(OWN_PATH, OWN.replace("\"arrival\":", "\"travelOutside\":true,\"arrival\":"));
        assertThat(person.open(MINE).text())
                .contains("The workshop is not on these days. Please say when you arrive and leave now.");
        assertThat(person.open(MINE + "/travel").text())
                .contains(
                        "The workshop is not on the days that you have given. Please say when you arrive and leave now.");
    }

    @Test
    void myApplicationListsWhatIsStillOpen() {
        Reply page = new Browser().open("/en/my/token");

        assertThat(page.text())
                .contains(
                        "1 of 2 still open.",
                        "Arrival and departure : answered",
                        "Hotel room : please answer before Thursday 3 November 2016, 18:00 CET");
        assertThat(page.body()).contains("href=\"/en/my/token/hotel\"", "href=\"/en/my/token/logistics/travel\"");
    }

    @Test
    void whatWasWantedEarlierIsNotAskedForByADayThatIsOver() {
        Neighbours.REGISTRATION.get("/api/v1/self-service/tasks", """
                {"zone":"Europe/Berlin","open":1,"tasks":[{"code":"QUESTIONS","answered":false,"dueAt":"2016-10-09T17:00:00Z"}]}""");
        assertThat(new Browser().open("/en/my/abc").text())
                .contains("not answered; it was wanted by Sunday 9 October 2016, 19:00 CEST")
                .doesNotContain("please answer before");
    }

    @Test
    void whatWaitsForTheOrganisersIsNotAnswered() {
        Neighbours.REGISTRATION.get("/api/v1/self-service/tasks", """
                {"zone":"Europe/Berlin","open":0,"tasks":[{"code":"HOTEL","answered":true,"waiting":true,"dueAt":"2016-11-03T17:00:00Z"}]}""");
        assertThat(new Browser().open("/en/my/token").text())
                .contains("Hotel room : asked for; there is no answer yet")
                .doesNotContain("Hotel room : answered");
    }

    @Test
    void whatIsFrozenIsAskedFor() {
        Neighbours.REGISTRATION.get("/api/v1/self-service/tasks", """
                {"zone":"Europe/Berlin","open":1,"tasks":[{"code":"CHOICES","answered":false}]}""");
        assertThat(new Browser().open("/en/my/token").text())
                .contains("please ask for a change")
                .doesNotContain("please answer before");
    }

    @Test
    void myApplicationSurvivesWithoutTheList() {
        Neighbours.REGISTRATION.reply("GET", "/api/v1/self-service/tasks", 500, "{}");

        Reply page = new Browser().open("/en/my/token");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).contains("What we need from you");
    }

    @Test
    void showsEverythingAtAGlance() {
        Reply page = new Browser().open(MINE);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
        assertThat(page.text())
                .contains(
                        "Please answer by Wednesday 16 November 2016, 18:00 CET",
                        "Wednesday 23 November 2016, 11:05 CET , Plane, TP 574",
                        "Bus <to> Höchst",
                        "with 1 companion",
                        "Vegan",
                        "No <celery>",
                        "You do not want to be in pictures. The organisers know, and your badge says \"No pictures\".");
        assertThat(Neighbours.REGISTRATION.requests(OWN_PATH).get(0).header("Application-Link"))
                .isEqualTo("token");
    }

    @Test
    void whatWasSaidAndIsDeletedIsNotCalledUnanswered() {
        String deleted = """
                {"workshopSlug":"frankfurt-2016","workshopTitle":"Clusters","zone":"Europe/Berlin","freezeAt":"2016-11-16T17:00:00Z","frozen":true,"over":true,
                 "travelForgotten":true,"choicesAnswered":false,"needsAnswered":true,"needsForgotten":true,"photoConsent":true}""";
        Neighbours.REGISTRATION.get(OWN_PATH, deleted);
        assertThat(new Browser().open(MINE).text())
                .contains(
                        "The workshop is over.",
                        "You answered this. What you said has been deleted, because it is not needed any more.",
                        "You answered this. What you said is not kept any longer, because it is not needed any more.")
                .doesNotContain("Not answered", "Nothing special");
        Neighbours.REGISTRATION.get(
                OWN_PATH,
                deleted.replace("\"travelForgotten\":true", "\"travelForgotten\":false")
                        .replace("\"needsForgotten\":true", "\"needsForgotten\":false"));
        assertThat(new Browser().open(MINE).text())
                .contains("Not answered.", "Nothing special.")
                .doesNotContain("You answered this", "Not answered yet");
    }

    @Test
    void whatWasSaidAboutPicturesIsCountedAlsoWhenItIsDeleted() {
        Browser organiser = new Browser().signedInAs(Person.ORGANISER);
        assertThat(organiser.open(DESK).text())
                .contains("Pictures 20 yes, 4 no")
                .doesNotContain("not kept any longer");
        photos(19, 4, 1);
        assertThat(organiser.open(DESK).text()).contains("Pictures 19 yes, 4 no, 1 not kept any longer");
        photos(0, 0, 24);
        assertThat(organiser.open(DESK).text())
                .contains("Pictures 24 answered; what they said is not kept any longer")
                .doesNotContain("0 yes");
    }

    private static void photos(int yes, int no, int forgotten) {
        Neighbours.REGISTRATION.get(ADMIN + "/headcounts", """
                {"zone":"Europe/Berlin","answers":{"admitted":45,"travel":30,"choices":31,"needs":29,"photoYes":%d,"photoNo":%d,"photoForgotten":%d}}""".formatted(yes, no, forgotten));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/travel", "/choices", "/needs", "/photos"})
    void eachPageIsShortAndShowsWhatWasSaid(String path) {
        Reply page = new Browser().open(MINE + path);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains("method=\"post\"", "Save").doesNotContain("<celery>", "<to>");
    }

    @Test
    void travelIsSentInTheVenuesTimeAndKeptWhenItIsWrong() {
        Map<String, String> travel = new LinkedHashMap<>(Map.of(
                "arrivalDate", "2016-11-23",
                "arrivalTime", "noon",
                "arrivalBy", "PLANE",
                "arrivalDetails", "TP 574",
                "departureDate", "2016-11-25",
                "departureTime", "15:00",
                "departureBy", ""));
        Reply wrong = new Browser().submit(MINE + "/travel", MINE + "/travel", travel);
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.text())
                .contains("Enter the time of your arrival, such as 14:30", "Choose how you travel on departure");
        assertThat(wrong.body()).contains("value=\"noon\"", "value=\"TP 574\"");
        assertThat(Neighbours.REGISTRATION.requests(OWN_PATH + "/travel")).isEmpty();

        Neighbours.REGISTRATION.reply("PUT", OWN_PATH + "/travel", 422, """
                {"status":422,"title":"The times of travel do not fit","detail":"The departure must be after the arrival."}""");
        travel.put("arrivalTime", "11:00");
        travel.put("departureBy", "TRAIN");
        Reply refused = new Browser().submit(MINE + "/travel", MINE + "/travel", travel);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("The departure must be after the arrival.");
        assertThat(refused.body()).contains("value=\"11:00\"");
        assertThat(Neighbours.REGISTRATION.requests(OWN_PATH + "/travel").get(0).body())
                .contains("\"at\":\"2016-11-23T11:00:00+01:00\"", "\"by\":\"PLANE\"", "\"details\":\"TP 574\"");

        Neighbours.REGISTRATION.reply("PUT", OWN_PATH + "/travel", 200, OWN);
        Reply saved = new Browser().submit(MINE + "/travel", MINE + "/travel", travel);
        assertThat(saved.status()).isEqualTo(303);
        assertThat(saved.header("Location")).endsWith(MINE + "?done=saved");
    }

    @Test
    void choicesKeepTheirTicksWhenSomethingIsFull() {
        Neighbours.REGISTRATION.reply("PUT", OWN_PATH + "/choices", 409, """
                {"status":409,"title":"Not enough places are left","detail":"Bus is full."}""");
        Reply refused = new Browser()
                .submit(MINE + "/choices", MINE + "/choices", Map.of("option", "din-1", "companions-din-1", "3"));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text()).contains("Bus is full.");
        assertThat(refused.body()).contains("<option value=\"3\" selected>");
        assertThat(Neighbours.REGISTRATION
                        .requests(OWN_PATH + "/choices")
                        .get(0)
                        .body())
                .isEqualTo("{\"choices\":[{\"optionId\":\"din-1\",\"companions\":3}]}");
    }

    @Test
    void moreCompanionsThanCanComeAreToldAtTheirField() {
        Reply page = new Browser()
                .submit(MINE + "/choices", MINE + "/choices", Map.of("option", "din-1", "companions-din-1", "9"));

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body()).contains("<a href=\"#companions-din-1\">Enter a number from 0 to ");
    }

    @Test
    void whoIsAskedAfterTheFreezeTimeReadsHowToSayThatTheyWantNothing() {
        String unanswered = OWN.replace("\"frozen\":false", "\"frozen\":true")
                .replace("\"choicesAnswered\":true", "\"choicesAnswered\":false")
                .replace("\"chosen\":true,\"companions\":1", "\"chosen\":false,\"companions\":0")
                .replace("\"chosen\":true", "\"chosen\":false");
        Neighbours.REGISTRATION.get(OWN_PATH, unanswered);
        Neighbours.REGISTRATION.reply("PUT", OWN_PATH + "/change-request", 200, OWN);
        Browser browser = new Browser();
        assertThat(browser.open(MINE + "/choices").text())
                .contains(
                        "If you want nothing here, tick nothing and write nothing: that is your answer, and nobody has to decide it.");
        assertThat(browser.submit(MINE + "/choices", MINE + "/choices", Map.of())
                        .status())
                .isEqualTo(303);
        assertThat(Neighbours.REGISTRATION
                        .requests(OWN_PATH + "/change-request")
                        .get(0)
                        .body())
                .contains("\"choices\":[]")
                .doesNotContain("message\":\"");
    }

    @Test
    void afterTheFreezeTimeTheSamePageAsks() {
        Neighbours.REGISTRATION.get(OWN_PATH, OWN.replace("\"frozen\":false", "\"frozen\":true"));
        Neighbours.REGISTRATION.reply("PUT", OWN_PATH + "/change-request", 200, OWN);
        Browser browser = new Browser();
        assertThat(browser.open(MINE + "/choices").text())
                .contains("Ask the organisers")
                .doesNotContain("If you want nothing here");
        Reply asked =
                browser.submit(MINE + "/choices", MINE + "/choices", Map.of("option", "din-1", "message", "Please."));
        assertThat(asked.status()).isEqualTo(303);
        assertThat(Neighbours.REGISTRATION
                        .requests(OWN_PATH + "/change-request")
                        .get(0)
                        .body())
                .contains("\"message\":\"Please.\"");
    }

    @Test
    void aRequestThatNobodyHasAnsweredIsSaidToBeUnansweredOnceTheWorkshopIsOver() {
        String open = OWN.replace("\"frozen\":false", "\"frozen\":true")
                .replace(
                        "\"photoConsent\":false}",
                        "\"photoConsent\":false,\"request\":{\"state\":\"OPEN\",\"wanted\":[{\"optionId\":\"bus-1\",\"companions\":0}]}}");
        Neighbours.REGISTRATION.get(OWN_PATH, open);
        Reply before = new Browser().open(MINE);
        Neighbours.REGISTRATION.get(OWN_PATH, open.replace("\"over\":false", "\"over\":true"));
        Reply after = new Browser().open(MINE);
        Reply saved = new Browser().open(MINE + "?done=saved");
        Neighbours.REGISTRATION.get(
                OWN_PATH, open.replace("\"over\":false", "\"over\":true").replace("\"OPEN\"", "\"REFUSED\""));
        Reply refused = new Browser().open(MINE);

        String unanswered = "Nobody answered your request before the workshop was over.";
        assertThat(before.text())
                .contains("The organisers have not answered yet.", "Take my request back")
                .doesNotContain(unanswered);
        assertThat(after.text())
                .contains(unanswered)
                .doesNotContain("could not give you", "have not answered yet", "Take my request back");
        assertThat(saved.text()).contains("Saved.").doesNotContain("Sent to the organisers");
        assertThat(refused.text())
                .contains("The organisers could not give you the other places you asked for.")
                .doesNotContain(unanswered);
    }

    @Test
    void needsAreNotSentWithoutConsent() {
        Reply wrong = new Browser().submit(MINE + "/needs", MINE + "/needs", Map.of("diet", "VEGAN"));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.text()).contains("Confirm that we may use this");
        Reply unsaid = new Browser()
                .submit(MINE + "/needs", MINE + "/needs", Map.of("diet", "OTHER", "need", "OTHER", "consent", "yes"));
        assertThat(unsaid.status()).isEqualTo(422);
        assertThat(unsaid.text()).contains("Say what else you eat or do not eat", "Say what else you need");
        Neighbours.REGISTRATION.reply("PUT", OWN_PATH + "/needs", 200, OWN);
        Reply saved = new Browser()
                .submit(MINE + "/needs", MINE + "/needs", Map.of("diet", "VEGAN", "consent", "yes", "dietNote", "x"));
        assertThat(saved.status()).isEqualTo(303);
        assertThat(Neighbours.REGISTRATION.requests(OWN_PATH + "/needs").get(0).body())
                .contains("\"diets\":[\"VEGAN\"]", "\"consent\":true");
    }

    @Test
    void aRegistrationThatIsDownLosesNothing() {
        Neighbours.REGISTRATION.reply("PUT", OWN_PATH + "/photo-consent", 503, "{}");
        Reply page = new Browser().submit(MINE + "/photos", MINE + "/photos", Map.of("consent", "yes"));
        assertThat(page.status()).isEqualTo(503);
        assertThat(page.text()).contains("It was not saved");
        // what was chosen, although the other is stored
        assertThat(page.body())
                .contains("id=\"consent\" name=\"consent\" value=\"yes\" checked")
                .doesNotContain("value=\"no\" checked");
        assertThat(new Browser().open(MINE + "/photos").body())
                .contains("value=\"no\" checked")
                .doesNotContain("value=\"yes\" checked");
        assertThat(new Browser()
                        .submit(MINE + "/photos", MINE + "/photos", Map.of())
                        .body())
                .contains("Choose yes or no")
                .doesNotContain(" checked");
    }

    @Test
    void aFormThatComesBackBecauseOfAShortOutageSaysThatNothingWasSaved() {
        for (Map.Entry<String, String> page : Map.of(
                        "/travel", "value=\"TP 999\"", "/needs", "No &lt;nuts&gt;", "/photos", "value=\"yes\" checked")
                .entrySet()) {
            Browser browser = new Browser();
            Map<String, String> form = Browser.fill(
                    browser.open(MINE + page.getKey()),
                    Map.of("arrivalDetails", "TP 999", "dietNote", "No <nuts>", "consent", "yes"));
            Neighbours.REGISTRATION.once("GET", OWN_PATH, 503, "{}");

            Reply again = browser.post(MINE + page.getKey(), form);

            assertThat(again.status()).as(page.getKey()).isEqualTo(503);
            assertThat(again.title()).as(page.getKey()).startsWith("Error: ");
            assertThat(again.text()).as(page.getKey()).contains("It was not saved");
            assertThat(again.body()).as(page.getKey()).contains(page.getValue());
        }
    }

    @Test
    void whoeverHasNoPlaceIsToldSo() {
        Neighbours.REGISTRATION.reply("GET", OWN_PATH, 409, """
                {"type":"urn:infocus:problem:not-admitted","status":409,"title":"This person has no place"}""");
        for (String path : new String[] {"", "/travel", "/choices", "/needs", "/photos"}) {
            Reply page = new Browser().open(MINE + path);
            assertThat(page.status()).isEqualTo(409);
            assertThat(page.text()).contains("This page is for people with a place");
        }
        Neighbours.REGISTRATION.reply("GET", OWN_PATH, 404, "{}");
        assertThat(new Browser().open(MINE).status()).isEqualTo(404);
        assertThat(new Browser().open("/en/my/a%20b/logistics").text()).contains("This link does not work");
    }

    @Test
    void organisersSeeNumbersRequestsAndLists() {
        Browser organiser = new Browser().signedInAs(Person.ORGANISER);
        Reply page = organiser.open(DESK);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text())
                .contains(
                        "31 of 50 places: 30 people, 1 companion, 19 free",
                        "3 × Vegan",
                        "1 with a note for the kitchen",
                        "2 × Access without steps",
                        "25 arrive, Plane",
                        "7 leave, Train",
                        "Ana Sá <b>",
                        "Wants: Bus <to> Höchst");
        assertThat(page.text()).doesNotContain("celery", "Kosher");
        assertThat(organiser.open(DESK + "/options/din-1/people").text())
                .contains("Ana Sá <b>", "For the kitchen", "No <celery>", "For the venue", "Porto", "no");
        assertThat(organiser.open(DESK + "/options/bus-1/people").text())
                .contains("Ana Sá <b>", "For the venue", "Access without steps")
                .doesNotContain("For the kitchen", "celery", "Vegan");
        assertThat(new Browser().signedInAs(Person.PORTO).open(DESK).status()).isEqualTo(403);
    }

    @Test
    void organisersSeeWhoArrivesWhenAndHow() {
        Browser organiser = new Browser().signedInAs(Person.ORGANISER);
        assertThat(organiser.open(DESK).body()).contains("href=\"" + DESK + "/travel\"");
        Reply page = organiser.open(DESK + "/travel");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
        assertThat(page.text())
                .containsSubsequence(
                        "Arrivals",
                        "23 Nov 2016, 11:05 CET Ana Sá <b> R&D, Porto Plane TP <574>",
                        "23 Nov 2016, 23:30 CET the workshop is not on this day Jo Li IT Train ICE 5",
                        "Departures",
                        "25 Nov 2016, 15:00 CET the workshop is not on this day Jo Li IT Train",
                        "25 Nov 2016, 18:00 CET Ana Sá <b> R&D, Porto Is there already");
        assertThat(page.body()).contains("href=\"" + DESK + "/travel.xlsx\"", "href=\"" + DESK + "/travel.csv\"");
        Neighbours.REGISTRATION.get(ADMIN + "/travel", "{\"zone\":\"Europe/Berlin\",\"people\":[]}");
        assertThat(organiser.open(DESK + "/travel").text())
                .contains("Nobody has said yet when they arrive and leave, or it is not kept any longer.");
    }

    @Test
    void organisersSeeEverybodyWithAPlaceAndWhatTheSessionsMustBeReadyFor() {
        Browser organiser = new Browser().signedInAs(Person.ORGANISER);
        Reply desk = organiser.open(DESK);
        assertThat(desk.text())
                .contains(
                        "Sessions: everybody with a place Access: 3 × Space for a wheelchair, 1 × Somebody comes along to assist · 1 with a note for the venue");
        assertThat(desk.body()).contains("href=\"" + DESK + "/people\"", "href=\"" + DESK + "/open\"");
        assertThat(organiser.open(DESK + "/people").text())
                .contains(
                        "Ana Sá <b> R&D, Porto no Access without steps Slow <lift>",
                        "Jo Li IT not answered",
                        "Also those who come along to no meal, visit or bus.");
        Neighbours.REGISTRATION.get(ADMIN + "/headcounts", "{\"zone\":\"Europe/Berlin\",\"answers\":{}}");
        assertThat(organiser.open(DESK).text()).contains("Access: no needs told");
    }

    @Test
    void organisersSeeWhoHasNotAnsweredWhat() {
        Reply page = new Browser().signedInAs(Person.ORGANISER).open(DESK + "/open");

        assertThat(page.text()).contains("Jo Li , IT IT, Porto Arrival and departure, Hotel room");
        assertThat(page.body()).contains("href=\"/org/applications/app-2\"");
        Neighbours.REGISTRATION.get(ADMIN + "/open-answers", "{\"people\":[]}");
        assertThat(new Browser()
                        .signedInAs(Person.ORGANISER)
                        .open(DESK + "/open")
                        .text())
                .contains("Nobody is asked for anything that they have not answered.");
    }

    @Test
    void listsWithNamesAreTakenAwayAsTables() {
        Neighbours.REGISTRATION.reply("GET", ADMIN + "/travel/table", 200, "text/csv", "family_name\r\nSá\r\n");
        Neighbours.REGISTRATION.reply("GET", ADMIN + "/people/table", 200, "text/csv", "family_name\r\nLi\r\n");
        Browser organiser = new Browser().signedInAs(Person.ORGANISER);
        Reply travel = organiser.open(DESK + "/travel.csv");
        assertThat(travel.status()).isEqualTo(200);
        assertThat(travel.body()).contains("Sá");
        assertThat(travel.header("Content-Disposition"))
                .isEqualTo("attachment; filename=\"arrivals-and-departures.csv\"");
        assertThat(travel.header("Cache-Control")).isEqualTo("no-store");
        Reply people = organiser.open(DESK + "/people.xlsx");
        assertThat(people.header("Content-Disposition"))
                .isEqualTo("attachment; filename=\"everybody-with-a-place.xlsx\"");
        assertThat(Neighbours.REGISTRATION
                        .requests(ADMIN + "/people/table")
                        .get(0)
                        .query())
                .isEqualTo("format=xlsx");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/travel", "/travel.csv", "/people", "/people.csv", "/open"})
    void listsWithNamesAreForOrganisersAlone(String list) {
        assertThat(new Browser().signedInAs(Person.PORTO).open(DESK + list).status())
                .isEqualTo(403);
    }

    @Test
    void theListWithNamesIsPassedOnAsAFile() {
        Browser organiser = new Browser().signedInAs(Person.ORGANISER);
        Neighbours.REGISTRATION.reply(
                "GET", ADMIN + "/options/din-1/people/table", 200, "text/csv", "family_name\r\nSá\r\n");
        assertThat(organiser.open(DESK + "/options/din-1/people").body())
                .contains(
                        "href=\"" + DESK + "/options/din-1/people.xlsx\"",
                        "href=\"" + DESK + "/options/din-1/people.csv\"");
        for (String format : List.of("csv", "xlsx")) {
            Reply list = organiser.open(DESK + "/options/din-1/people." + format);
            assertThat(list.status()).isEqualTo(200);
            assertThat(list.header("Content-Disposition")).isEqualTo("attachment; filename=\"people." + format + "\"");
            assertThat(list.header("Cache-Control")).isEqualTo("no-store");
            assertThat(list.body()).isEqualTo("family_name\r\nSá\r\n");
        }
        assertThat(Neighbours.REGISTRATION
                        .requests(ADMIN + "/options/din-1/people/table")
                        .get(1)
                        .query())
                .isEqualTo("format=xlsx");
        assertThat(new Browser()
                        .signedInAs(Person.PORTO)
                        .open(DESK + "/options/din-1/people.csv")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void organisersAnswerRequestsAndFreeze() {
        Browser organiser = new Browser().signedInAs(Person.ORGANISER);
        Neighbours.REGISTRATION.reply("POST", ADMIN + "/change-requests/req-1/decision", 409, """
                {"status":409,"title":"Not enough places are left","detail":"Bus is full."}""");
        Reply full = organiser.submit(
                DESK,
                DESK + "/changes/req-1",
                Map.of("decision", "accept", "version", "0", "answer", "No room <sorry>"));
        assertThat(full.status()).isEqualTo(409);
        assertThat(full.text()).contains("Bus is full.");
        assertThat(full.body()).contains("\nNo room &lt;sorry&gt;</textarea>");
        assertThat(Neighbours.REGISTRATION
                        .requests(ADMIN + "/change-requests/req-1/decision")
                        .get(0)
                        .header("If-Match"))
                .isEqualTo("\"v0\"");
        Reply wrong = organiser.submit(DESK, DESK + "/freeze", Map.of("freezeDate", "soon", "freezeTime", "18:00"));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body()).contains("value=\"soon\"");
        Neighbours.REGISTRATION.reply(
                "PUT",
                ADMIN + "/settings",
                200,
                "{\"freezeAt\":\"2016-11-16T17:00:00Z\",\"zone\":\"Europe/Berlin\",\"frozen\":false,\"version\":3}");
        Reply saved =
                organiser.submit(DESK, DESK + "/freeze", Map.of("freezeDate", "2016-11-16", "freezeTime", "18:00"));
        assertThat(saved.status()).isEqualTo(303);
        assertThat(Neighbours.REGISTRATION
                        .requests("PUT", ADMIN + "/settings")
                        .get(0)
                        .body())
                .isEqualTo("{\"freezeAt\":\"2016-11-16T18:00:00+01:00\"}");
    }

    @Test
    void aRefusedAnswerIsShownAtItsField() {
        Browser organiser = new Browser().signedInAs(Person.ORGANISER);
        Neighbours.REGISTRATION.reply(
                "POST",
                ADMIN + "/change-requests/req-1/decision",
                422,
                "{\"status\":422,\"errors\":[{\"field\":\"decide.decision.answer\",\"message\":\"size must be between 0 and 500\"}]}");
        Reply refused = organiser.submit(
                DESK, DESK + "/changes/req-1", Map.of("decision", "refuse", "version", "0", "answer", "a".repeat(501)));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("Your note or answer: must be at most 500 characters long");
        assertThat(refused.body()).contains("href=\"#answer-req-1\"", "a".repeat(501) + "</textarea>");
    }

    @Test
    void whoWasQuickerIsToldAndWhatWasWrittenIsNotLost() {
        Browser organiser = new Browser().signedInAs(Person.ORGANISER);
        String decision = ADMIN + "/change-requests/req-1/decision";
        Map<String, String> accept = Map.of("decision", "accept", "version", "0", "answer", "Yes <of> course");
        Neighbours.REGISTRATION.reply("POST", decision, 412, """
                {"status":412,"type":"urn:infocus:problem:stale","by":"Mara","at":"2016-11-18T09:30:00Z","yourself":false}""");
        Reply form = organiser.open(DESK);
        Map<String, String> filled = Browser.fill(form, accept);
        Neighbours.REGISTRATION.get(ADMIN + "/change-requests", "{\"items\":[],\"page\":0,\"size\":200,\"total\":0}");
        Reply stale = organiser.post(DESK + "/changes/req-1", filled);
        assertThat(stale.status()).isEqualTo(412);
        assertThat(stale.text())
                .contains(
                        "Nothing was saved. Mara was quicker, 18 Nov 2016, 10:30 CET. Look at it now, then decide.",
                        "You wrote: Yes <of> course");
        Neighbours.REGISTRATION.reply("POST", decision, 412, """
                {"status":412,"type":"urn:infocus:problem:stale","by":"otto","at":"2016-11-18T09:30:00Z","yourself":true}""");
        Reply again = organiser.post(DESK + "/changes/req-1", filled);
        assertThat(again.status()).isEqualTo(412);
        assertThat(again.text())
                .contains(
                        "It was you who changed this, 18 Nov 2016, 10:30 CET, perhaps with a first click. Nothing more was done."
                                + " Look at it as it is now.")
                .doesNotContain("quicker", "already done");
        // two clicks at the same moment
        Neighbours.REGISTRATION.reply("POST", decision, 409, """
                {"status":409,"title":"The request is closed","detail":"It has been accepted.","by":"otto","at":"2016-11-18T09:30:00Z","yourself":true}""");
        Reply twice = organiser.post(DESK + "/changes/req-1", filled);
        assertThat(twice.status()).isEqualTo(409);
        assertThat(twice.text()).contains("It was you who changed this, 18 Nov 2016, 10:30 CET,");
    }

    @Test
    void aFreezeTimeThatCannotBeIsRefusedAtItsField() {
        Neighbours.REGISTRATION.reply("PUT", ADMIN + "/settings", 422, """
                {"status":422,"errors":[{"field":"freezeAt","message":"must be before the workshop ends"}]}""");
        Reply refused = new Browser()
                .signedInAs(Person.ORGANISER)
                .submit(DESK, DESK + "/freeze", Map.of("freezeDate", "2016-12-01", "freezeTime", "18:00"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("Day of the freeze time: must be before the workshop ends");
        assertThat(refused.body()).contains("href=\"#freezeDate\"", "value=\"2016-12-01\"");
    }

    @Test
    void whoChangesSomethingIsToldWhomItConcerns() {
        Browser organiser = new Browser().signedInAs(Person.ORGANISER);
        String told = "Whoever has chosen it gets a mail when its name, day, time or meeting point changes.";
        assertThat(organiser.open(DESK + "/options/bus-1").text()).contains(told);
        assertThat(organiser.open(DESK + "/options/new").text()).doesNotContain(told);
    }

    @Test
    void oneIsOne() {
        Neighbours.REGISTRATION.get(ADMIN + "/headcounts", """
                {"zone":"Europe/Berlin","answers":{"admitted":1,"travel":1,"choices":1,"needs":1,"photoYes":1,"photoNo":0},"options":[
                 {"option":%s,"people":1,"companions":0,"places":1,"diets":[],"dietNotes":0,"accessNeeds":[],"accessNotes":0}],
                 "arrivals":[{"date":"2016-11-23","by":"PLANE","people":1}],"departures":[{"date":"2016-11-25","by":"TRAIN","people":1}],"openRequests":0}""".formatted(
                        OPTION.replace("\"placeLimit\":50,", "").replace("\"free\":19,", "")));
        Neighbours.REGISTRATION.get(
                ADMIN + "/settings",
                "{\"freezeAt\":\"2016-10-01T16:00:00Z\",\"zone\":\"Europe/Berlin\",\"frozen\":true,\"version\":2}");
        assertThat(new Browser().signedInAs(Person.ORGANISER).open(DESK).text())
                .contains("1 place: 1 person, 0 companions", "1 arrives, Plane", "1 leaves, Train")
                .contains("Places have been frozen since Saturday 1 October 2016, 18:00 CEST");
    }

    @Test
    void anUntouchedTimeOfTheRepeatedHourStaysWhatItIs() {
        // 02:30 is there twice: as 00:30 and as 01:30 of UTC
        Neighbours.REGISTRATION.get(
                ADMIN + "/options/bus-1", OPTION.replace("2016-11-24T07:15:00Z", "2016-10-30T01:30:00Z"));
        Neighbours.REGISTRATION.reply("PUT", ADMIN + "/options/bus-1", 200, OPTION);
        Neighbours.REGISTRATION.get(
                ADMIN + "/settings",
                "{\"freezeAt\":\"2016-10-30T01:30:00Z\",\"zone\":\"Europe/Berlin\",\"frozen\":false,\"version\":2}");
        Neighbours.REGISTRATION.reply(
                "PUT", ADMIN + "/settings", 200, "{\"zone\":\"Europe/Berlin\",\"frozen\":false,\"version\":3}");
        Neighbours.REGISTRATION.get(OWN_PATH, OWN.replace("2016-11-23T10:05:00Z", "2016-10-30T01:30:00Z"));
        Neighbours.REGISTRATION.reply("PUT", OWN_PATH + "/travel", 200, OWN);
        Browser organiser = new Browser().signedInAs(Person.ORGANISER);
        assertThat(organiser.open(DESK + "/options/bus-1").body()).contains("value=\"02:30\"");

        organiser.submit(
                DESK + "/options/bus-1",
                DESK + "/options/bus-1",
                Map.of("kind", "BUS", "title", "Another title", "date", "2016-10-30", "time", "02:30"));
        assertThat(sent("PUT", ADMIN + "/options/bus-1")).contains("\"startsAt\":\"2016-10-30T02:30:00+01:00\"");
        organiser.submit(DESK, DESK + "/freeze", Map.of("freezeDate", "2016-10-30", "freezeTime", "02:30"));
        assertThat(sent("PUT", ADMIN + "/settings")).isEqualTo("{\"freezeAt\":\"2016-10-30T02:30:00+01:00\"}");
        new Browser()
                .submit(
                        MINE + "/travel",
                        MINE + "/travel",
                        Map.of(
                                "arrivalDate", "2016-10-30",
                                "arrivalTime", "02:30",
                                "arrivalBy", "PLANE",
                                "departureDate", "2016-11-25",
                                "departureTime", "15:00",
                                "departureBy", "TRAIN"));
        assertThat(sent("PUT", OWN_PATH + "/travel")).contains("\"at\":\"2016-10-30T02:30:00+01:00\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e3", "12.5", "many"})
    void placesAreAWholeNumber(String limit) {
        Reply wrong = new Browser()
                .signedInAs(Person.ORGANISER)
                .submit(
                        DESK + "/options/new",
                        DESK + "/options/new",
                        Map.of("title", "Lunch", "date", "2016-11-24", "time", "13:00", "limit", limit));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.text()).contains("Places: enter a whole number such as 50, or nothing for no limit");
        assertThat(Neighbours.REGISTRATION.requests(ADMIN + "/options")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-3", "10001", "99999999"})
    void howManyPlacesThereMayBeIsSaidByTheServiceAlone(String limit) {
        Neighbours.REGISTRATION.reply("POST", ADMIN + "/options", 422, """
                {"status":422,"errors":[{"field":"title","message":"must be one line of plain text, without <, > and characters that cannot be shown"},
                 {"field":"placeLimit","message":"must be a whole number up to 10,000, or nothing for no limit"}]}""");
        Browser organiser = new Browser().signedInAs(Person.ORGANISER);
        Reply wrong = organiser.submit(
                DESK + "/options/new",
                DESK + "/options/new",
                Map.of("title", "<b>Lunch", "date", "2016-11-24", "time", "13:00", "limit", limit));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.text())
                .contains(
                        "What it is: must be one line of plain text, without <, > and characters that cannot be shown",
                        "Places: must be a whole number up to 10,000, or nothing for no limit");
        assertThat(wrong.body()).contains("href=\"#title\"", "href=\"#limit\"", "value=\"" + limit + "\"");
        assertThat(Neighbours.REGISTRATION.requests(ADMIN + "/options"))
                .singleElement()
                .satisfies(request -> assertThat(request.body()).contains("\"placeLimit\":" + limit));

        Reply early = organiser.submit(
                DESK + "/options/new",
                DESK + "/options/new",
                Map.of("title", "", "date", "2016-11-24", "time", "13:00", "limit", limit));
        assertThat(early.text()).contains("Enter what it is").doesNotContain("Enter a whole number", "10,000");
        assertThat(Neighbours.REGISTRATION.requests(ADMIN + "/options")).hasSize(1);
    }

    @Test
    void aTimeThatNeverIsIsRefused() {
        Browser organiser = new Browser().signedInAs(Person.ORGANISER);
        String skipped = "Choose another time: clocks go forward over this one.";
        Reply option = organiser.submit(
                DESK + "/options/new",
                DESK + "/options/new",
                Map.of("title", "Lunch", "date", "2017-03-26", "time", "02:30"));
        assertThat(option.status()).isEqualTo(422);
        assertThat(option.text()).contains(skipped);
        assertThat(option.body()).contains("href=\"#time\"", "value=\"02:30\"");
        Reply freeze =
                organiser.submit(DESK, DESK + "/freeze", Map.of("freezeDate", "2017-03-26", "freezeTime", "02:30"));
        assertThat(freeze.status()).isEqualTo(422);
        assertThat(freeze.text()).contains(skipped);
        Reply travel = new Browser()
                .submit(
                        MINE + "/travel",
                        MINE + "/travel",
                        Map.of("arrivalDate", "2017-03-26", "arrivalTime", "02:30", "arrivalBy", "PLANE"));
        assertThat(travel.status()).isEqualTo(422);
        assertThat(travel.text()).contains(skipped);
        assertThat(travel.body()).contains("href=\"#arrivalTime\"");
    }

    @Test
    void optionsAreAddedChangedAndRemoved() {
        Browser organiser = new Browser().signedInAs(Person.ORGANISER);
        Map<String, String> lunch =
                new LinkedHashMap<>(Map.of("kind", "MEAL", "title", "Lunch", "date", "2016-11-24", "time", "13:00"));
        lunch.put("limit", "many");
        Reply wrong = organiser.submit(DESK + "/options/new", DESK + "/options/new", lunch);
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body()).contains("value=\"Lunch\"", "value=\"many\"");
        lunch.put("limit", "");
        Neighbours.REGISTRATION.reply("POST", ADMIN + "/options", 201, OPTION);
        assertThat(organiser
                        .submit(DESK + "/options/new", DESK + "/options/new", lunch)
                        .status())
                .isEqualTo(303);
        assertThat(Neighbours.REGISTRATION.requests(ADMIN + "/options").get(0).body())
                .contains("\"startsAt\":\"2016-11-24T13:00:00+01:00\"", "\"placeLimit\":null");
        Neighbours.REGISTRATION.reply("PUT", ADMIN + "/options/bus-1", 412, "{\"status\":412}");
        Reply stale = organiser.submit(DESK + "/options/bus-1", DESK + "/options/bus-1", lunch);
        assertThat(stale.status()).isEqualTo(412);
        assertThat(stale.text()).contains("Somebody else has changed this");
        Neighbours.REGISTRATION.reply("DELETE", ADMIN + "/options/bus-1", 409, """
                {"status":409,"title":"Somebody has chosen this option","detail":"31 places of it are taken."}""");
        Reply used = organiser.submit(DESK + "/options/bus-1", DESK + "/options/bus-1/removal", Map.of());
        assertThat(used.status()).isEqualTo(409);
        assertThat(used.text()).contains("31 places of it are taken.");
    }

    @Test
    void theSheetForTheCatererHasNoNamesAndNoWordsOfPeople() {
        Reply page = new Browser().signedInAs(Person.ORGANISER).open(DESK);
        assertThat(page.text()).contains("Requests for other places", "Ana Sá <b>", "Please.");
        String printed = page.body().replaceAll("(?s)<section class=\"no-print\".*?</section>", "");
        assertThat(printed).contains("Headcounts").doesNotContain("Requests for other places", "Ana", "Please.");
    }

    @Test
    void moreRequestsThanThePageHasAreSpokenOf() {
        Browser organiser = new Browser().signedInAs(Person.ORGANISER);
        assertThat(organiser.open(DESK).text()).doesNotContain("oldest of");
        Neighbours.REGISTRATION.change(
                ADMIN + "/change-requests", page -> page.replace("\"total\":1", "\"total\":230"));
        assertThat(organiser.open(DESK).text())
                .contains("The 1 oldest of 230 requests. The others follow as these are answered.");
    }

    @Test
    void aStaleOptionShowsWhatIsSavedNowAndCanBeSavedAgain() {
        Browser organiser = new Browser().signedInAs(Person.ORGANISER);
        Map<String, String> bus = Browser.fill(
                organiser.open(DESK + "/options/bus-1"),
                Map.of("kind", "MEAL", "title", "Lunch", "date", "2016-11-25", "time", "08:15", "limit", "50"));
        bus.put("companions", "yes");
        Neighbours.REGISTRATION.reply("PUT", ADMIN + "/options/bus-1", 412, MARIA);
        Neighbours.REGISTRATION.change(
                ADMIN + "/options/bus-1",
                option -> option.replace("\"version\":4", "\"meetingPoint\":\"Lobby\",\"version\":5"));

        Reply stale = organiser.post(DESK + "/options/bus-1", bus);

        assertThat(stale.status()).isEqualTo(412);
        assertThat(stale.text())
                .containsSubsequence(
                        "Nothing was saved. maria was quicker, 12 Oct 2016, 11:30 CEST.",
                        "Kind: saved now is “Bus”",
                        "What it is: saved now is “Bus <to> Höchst”",
                        "Day: saved now is “24 November 2016”",
                        "Meeting point: saved now is “Lobby”",
                        "Companions are welcome: not ticked in what is saved now")
                .doesNotContain("Places: saved");
        assertThat(stale.body()).contains("value=\"Lunch\"", "value=\"2016-11-25\"");
        Neighbours.REGISTRATION.reply("PUT", ADMIN + "/options/bus-1", 200, OPTION);
        bus.putAll(Browser.fill(stale, Map.of()));
        assertThat(organiser.post(DESK + "/options/bus-1", bus).status()).isEqualTo(303);
        assertThat(Neighbours.REGISTRATION.last("PUT", ADMIN + "/options/bus-1").header("If-Match"))
                .isEqualTo("\"v5\"");
    }

    @Test
    void aStaleFreezeTimeShowsWhatIsSavedNowAndCanBeSavedAgain() {
        Browser organiser = new Browser().signedInAs(Person.ORGANISER);
        Map<String, String> freeze =
                Browser.fill(organiser.open(DESK), Map.of("freezeDate", "2016-11-15", "freezeTime", "18:00"));
        freeze.put("version", "1");
        Neighbours.REGISTRATION.reply("PUT", ADMIN + "/settings", 412, MARIA);

        Reply stale = organiser.post(DESK + "/freeze", freeze);

        assertThat(stale.status()).isEqualTo(412);
        assertThat(stale.text())
                .contains("maria was quicker", "Day: saved now is “16 November 2016”")
                .doesNotContain("Time: saved");
        assertThat(stale.body()).contains("value=\"2016-11-15\"", "name=\"version\" value=\"2\"");
    }

    @Test
    void whatWasEnteredAboutAnOptionThatIsGoneIsKept() {
        Browser organiser = new Browser().signedInAs(Person.ORGANISER);
        Map<String, String> bus = Browser.fill(
                organiser.open(DESK + "/options/bus-1"),
                Map.of("kind", "BUS", "title", "Night bus", "date", "2016-11-24", "time", "22:15"));
        Neighbours.REGISTRATION.reply("PUT", ADMIN + "/options/bus-1", 404, "{\"status\":404}");

        Reply gone = organiser.post(DESK + "/options/bus-1", bus);

        assertThat(gone.status()).isEqualTo(409);
        assertThat(gone.text())
                .contains(
                        "“Night bus” has been removed since you opened this page. Nothing was saved; your entries are below.")
                .doesNotContain("Remove it");
        assertThat(gone.body()).contains("value=\"22:15\"", "action=\"" + DESK + "/options/new\"");
        Neighbours.REGISTRATION.reply("POST", ADMIN + "/options", 201, OPTION);
        bus.putAll(Browser.fill(gone, Map.of()));
        assertThat(organiser.post(DESK + "/options/new", bus).status()).isEqualTo(303);
        assertThat(Neighbours.REGISTRATION.last("POST", ADMIN + "/options").header("Idempotency-Key"))
                .isNotEqualTo(Neighbours.REGISTRATION
                        .last("PUT", ADMIN + "/options/bus-1")
                        .header("Idempotency-Key"));
        // and whoever wants to remove it finds it done
        Neighbours.REGISTRATION.reply("DELETE", ADMIN + "/options/bus-1", 404, "{\"status\":404}");
        assertThat(organiser.post(DESK + "/options/bus-1/removal", bus).header("Location"))
                .endsWith(DESK + "?done=saved");
    }

    @Test
    void timesStayWhatTheyAreWhenTheCallHasAnotherZoneThanTheVenue() {
        String setting =
                "{\"freezeAt\":\"2016-11-16T18:00:00Z\",\"zone\":\"Europe/Lisbon\",\"frozen\":false,\"version\":2}";
        String bus = OPTION.replace("Europe/Berlin", "Europe/Lisbon");
        Neighbours.REGISTRATION.get(ADMIN + "/settings", setting);
        Neighbours.REGISTRATION.reply("PUT", ADMIN + "/settings", 200, setting);
        Neighbours.REGISTRATION.get(ADMIN + "/options/bus-1", bus);
        Neighbours.REGISTRATION.reply("PUT", ADMIN + "/options/bus-1", 200, bus);
        Neighbours.REGISTRATION.reply("POST", ADMIN + "/options", 201, bus);
        Browser organiser = new Browser().signedInAs(Person.ORGANISER);
        assertThat(organiser.open(DESK).text()).contains("Times are local times of Lisbon.");
        organiser.submit(DESK, DESK + "/freeze", Map.of("freezeDate", "2016-11-16", "freezeTime", "18:00"));
        assertThat(sent("PUT", ADMIN + "/settings")).isEqualTo("{\"freezeAt\":\"2016-11-16T18:00:00Z\"}");
        Reply form = organiser.open(DESK + "/options/bus-1");
        assertThat(form.text()).contains("Local time of Lisbon");
        assertThat(form.body()).contains("value=\"07:15\"");
        Map<String, String> unchanged =
                Map.of("kind", "BUS", "title", "Bus", "date", "2016-11-24", "time", "07:15", "limit", "50");
        organiser.submit(DESK + "/options/bus-1", DESK + "/options/bus-1", unchanged);
        assertThat(sent("PUT", ADMIN + "/options/bus-1")).contains("\"startsAt\":\"2016-11-24T07:15:00Z\"");
        organiser.submit(DESK + "/options/new", DESK + "/options/new", unchanged);
        assertThat(sent("POST", ADMIN + "/options")).contains("\"startsAt\":\"2016-11-24T07:15:00Z\"");
    }

    private static String sent(String method, String path) {
        return Neighbours.REGISTRATION.requests(path).stream()
                .filter(request -> request.method().equals(method))
                .findFirst()
                .orElseThrow()
                .body();
    }
}
