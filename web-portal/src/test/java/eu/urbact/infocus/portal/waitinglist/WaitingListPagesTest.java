package eu.urbact.infocus.portal.waitinglist;

import java.util.List;
import java.util.Map;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import eu.urbact.infocus.portal.testing.Answers;
import eu.urbact.infocus.portal.testing.Browser;
import eu.urbact.infocus.portal.testing.Browser.Reply;
import eu.urbact.infocus.portal.testing.Neighbours;
import eu.urbact.infocus.portal.testing.StubKeycloak.Person;
import eu.urbact.infocus.portal.testing.StubService.Request;

import static org.assertj.core.api.Assertions.assertThat;

/** The waiting list for those who wait, for organisers, and its rule for everybody. */
@QuarkusTest
@QuarkusTestResource(Neighbours.class)
class WaitingListPagesTest {

    private static final String PAGE = "/org/w/frankfurt-2016/waiting-list";
    private static final String LIST = "/api/v1/admin/calls/call-1/waiting-list";
    private static final String OWN = "/api/v1/self-service/waiting-list";
    private static final String MY = "/en/my/abc/waiting-list";

    private static final String WAITS = """
            {"state":"WAITLISTED","running":true,"cutOffAt":"2016-11-21T12:30:00Z","zone":"Europe/Berlin",
             "band":"FIRST_TEN","bandWords":"among the first ten"}""";
    private static final String OFFERED = """
            {"state":"OFFERED","running":true,"cutOffAt":"2016-11-21T12:30:00Z","zone":"Europe/Berlin",
             "offer":{"id":"offer-1","offeredAt":"2016-11-01T08:00:00Z","expiresAt":"2016-11-04T08:00:00Z","open":true}}""";
    private static final String PEOPLE = """
            {"settings":{"running":false,"offerHours":72,"cutOffHours":48},"settingsVersion":4,
             "cutOffAt":"2016-11-21T12:30:00Z","zone":"Europe/Berlin",
             "waiting":{"page":0,"size":50,"total":1,"items":[
              {"place":1,"applicationId":"app-7","givenName":"Eva","familyName":"Kos <b>","organisation":"Cluster","cityId":"porto",
               "country":"PT","contributor":true,"appliedAt":"2016-10-10T08:00:00Z","priority":2,"version":3,
               "reasons":["Nobody of the same city has a place so far; this would be number 1.","Priority 2."]}]}}""";
    private static final String OFFERS = """
            {"page":0,"size":100,"total":1,"items":[
             {"id":"offer-9","applicationId":"app-8","givenName":"Rui","familyName":"Sá","cityId":"porto","bucket":"OPEN",
              "state":"OPEN","offeredAt":"2016-11-01T08:00:00Z","expiresAt":"2016-11-04T08:00:00Z","version":0}]}""";

    private Browser organiser;

    @BeforeEach
    void services() {
        Answers.frankfurt();
        Neighbours.REGISTRATION.get(OWN, OFFERED);
        Neighbours.REGISTRATION.get(LIST, PEOPLE);
        Neighbours.REGISTRATION.get(LIST + "/offers", OFFERS);
        organiser = new Browser().signedInAs(Person.ORGANISER);
    }

    // --- who waits

    @Test
    void whoeverWaitsOrIsOfferedAPlaceReadsWhenAndWhereTheWorkshopIsBeforeTheyAnswer() {
        String workshop = """
                {"workshopTitle":"Clusters <b>","workshopStartsAt":"2016-11-23T12:30:00Z",
                 "workshopEndsAt":"2016-11-25T13:00:00Z","workshopPlace":"Town <hall>, Main Square 1",""";
        String when = "When Wednesday 23 November 2016, 13:30 CET to Friday 25 November 2016, 14:00 CET"
                + " Where Town <hall>, Main Square 1";
        Neighbours.REGISTRATION.get(OWN, OFFERED.replaceFirst("\\{", workshop));
        for (String page : List.of("", "/accept")) {
            assertThat(new Browser().open(MY + page).text())
                    .as(page)
                    .contains("The workshop: Clusters <b>")
                    .contains(when);
        }
        Neighbours.REGISTRATION.get(OWN, WAITS.replaceFirst("\\{", workshop));
        assertThat(new Browser().open(MY).text()).contains(when);
    }

    @Test
    void aHeldPlaceIsShownWithItsDeadlineAndOpeningThePageDecidesNothing() {
        Reply page = new Browser().open(MY);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).contains("A place is held for you", "Please answer before Friday 4 November 2016");
        assertThat(page.body())
                .contains("href=\"/en/my/abc/waiting-list/accept\"", "href=\"/en/my/abc/waiting-list/decline\"");
        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
        assertThat(page.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(new Browser().open(MY + "/accept").text()).contains("Accept the place?");
        assertThat(new Browser().open(MY + "/decline").text()).contains("Decline the place?");
        assertThat(Neighbours.REGISTRATION.requests(OWN + "/acceptance")).isEmpty();
        assertThat(Neighbours.REGISTRATION.requests(OWN + "/refusal")).isEmpty();
    }

    @Test
    void acceptingNamesTheOfferThatWasOnThePage() {
        Neighbours.REGISTRATION.reply("POST", OWN + "/acceptance", 200, OFFERED.replace("OFFERED", "ADMITTED"));

        Reply answer = new Browser().submit(MY + "/accept", MY + "/accept", Map.of());

        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.header("Location")).endsWith(MY + "?done=accepted");
        Request request = Neighbours.REGISTRATION.requests(OWN + "/acceptance").get(0);
        assertThat(request.header("Application-Link")).isEqualTo("abc");
        assertThat(request.body()).isEqualTo("{\"offerId\":\"offer-1\"}");
        Neighbours.REGISTRATION.get(OWN, WAITS.replace("WAITLISTED", "ADMITTED"));
        assertThat(new Browser().open(MY + "?done=accepted").text())
                .contains("You have accepted the place.", "You have a place");
    }

    @Test
    void anOfferThatIsOverIsToldPlainly() {
        Neighbours.REGISTRATION.reply(
                "POST", OWN + "/acceptance", 409, "{\"type\":\"urn:infocus:problem:offer-over\",\"status\":409}");

        Reply answer = new Browser().submit(MY + "/accept", MY + "/accept", Map.of());

        assertThat(answer.header("Location")).endsWith(MY + "?done=over");
        Neighbours.REGISTRATION.get(OWN, WAITS);
        assertThat(new Browser().open(MY + "?done=over").text())
                .contains("This offer cannot be answered any more", "You are among the first ten on the waiting list.");
        // a confirmation page that was left open leads there, too
        assertThat(new Browser().open(MY + "/accept").text()).contains("This offer cannot be answered any more");
    }

    @Test
    void aClickThatDidNothingIsSaidAlsoWhenThereIsAPlaceOrAnotherOffer() {
        assertThat(new Browser().open(MY + "?done=over").text())
                .contains(
                        "Nothing was changed by this click: it was about an earlier offer, which cannot be answered any more.",
                        "A place is held for you");
        Neighbours.REGISTRATION.get(OWN, WAITS.replace("WAITLISTED", "ADMITTED"));
        assertThat(new Browser().open(MY + "?done=over").text())
                .contains("Nothing was changed by this click: the offer had been answered or taken back before.")
                .doesNotContain("This offer cannot be answered any more");
        assertThat(new Browser().open(MY).text()).doesNotContain("Nothing was changed");
    }

    @Test
    void whoeverHasDeclinedIsToldWhatHelps() {
        assertThat(new Browser().open(MY + "/decline").text())
                .contains("you are offered another place only if the organisers put you first");
        Neighbours.REGISTRATION.get(OWN, """
                {"state":"WAITLISTED","running":true,"cutOffAt":"2016-11-21T12:30:00Z","zone":"Europe/Berlin","setAside":true}""");
        assertThat(new Browser().open(MY).text())
                .contains(
                        "you are offered another place only if the organisers put you first: you have declined one",
                        "reply to one of our mails")
                .doesNotContain("You get a mail when a place is held for you");
    }

    @Test
    void organisersAreToldWhenTheirHoursEndTheList() {
        Neighbours.REGISTRATION.get(
                LIST,
                PEOPLE.replace("\"running\":false", "\"running\":true")
                        .replace("\"zone\":", "\"closed\":true,\"zone\":"));
        assertThat(organiser.open(PAGE + "?done=RUNNING").text())
                .contains("Nobody on the list is offered a place any more", "Has ended", "No offers since")
                .doesNotContain("Runs", "Free places are offered to the people on it");
        Neighbours.REGISTRATION.get(LIST, PEOPLE.replace("\"running\":false", "\"running\":true"));
        assertThat(organiser.open(PAGE + "?done=RUNNING").text())
                .contains("Free places are offered to the people on it", "Runs", "No offers from")
                .doesNotContain("Nobody on the list", "Has ended");
    }

    @Test
    void aLateOfferHasNoButtons() {
        Neighbours.REGISTRATION.get(OWN, OFFERED.replace("\"open\":true", "\"open\":false"));

        Reply page = new Browser().open(MY);

        assertThat(page.text()).contains("Too late for this place");
        assertThat(page.body()).doesNotContain("/waiting-list/accept");
    }

    @Test
    void linksThatOpenNothingAndOutages() {
        Neighbours.REGISTRATION.reply("GET", OWN, 404, "{}");
        assertThat(new Browser().open(MY).status()).isEqualTo(404);
        assertThat(new Browser().open("/en/my/a%20b/waiting-list").status()).isEqualTo(404);
        Neighbours.REGISTRATION.reply("GET", OWN, 503, "{}");
        assertThat(new Browser().open(MY).status()).isEqualTo(503);
    }

    @Test
    void afterTheCutOffNobodyIsLeftHoping() {
        Neighbours.REGISTRATION.get(OWN, WAITS.replace("\"running\":true", "\"running\":true,\"closed\":true"));
        assertThat(new Browser().open("/en/my/abc/waiting-list").text())
                .contains(
                        "No more places are offered Since Monday 21 November 2016, 13:30 CET nobody on the waiting list is offered a place any more.")
                .doesNotContain("You are among");
    }

    @Test
    void theOwnApplicationSaysUntilWhenThePlaceIsHeldAndLeadsToTheAnswer() {
        Neighbours.REGISTRATION.get(
                "/api/v1/self-service/application",
                Answers.OWN
                        .replace("ADMITTED", "OFFERED")
                        .replace(
                                "\"nextStep\":",
                                "\"zone\":\"Europe/Berlin\",\"nextStepAt\":\"2016-11-04T08:00:00Z\",\"nextStep\":"));

        Reply page = new Browser().open("/en/my/abc");

        assertThat(page.text())
                .contains(
                        "A place is held for you. Please answer before Friday 4 November 2016, 09:00 CET : from that time on it is held for you no longer",
                        "Answer before: Friday 4 November 2016, 09:00 CET");
        assertThat(page.body())
                .contains("href=\"/en/my/abc/waiting-list/accept\"", "href=\"/en/my/abc/waiting-list/decline\"");
    }

    // --- organisers

    @Test
    void theListIsShownInItsOrderWithReasons() {
        Reply page = organiser.open(PAGE);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text())
                .contains(
                        "Suspended",
                        "Time to answer 72 hours",
                        "Rui Sá",
                        "Porto · Open · ends",
                        "1. Eva Kos <b>",
                        "Nobody of the same city has a place so far; this would be number 1.",
                        "Priority 2.");
        assertThat(page.body()).doesNotContain("<b>");
        assertThat(Neighbours.REGISTRATION.requests(LIST).get(0).header("Authorization"))
                .startsWith("Bearer ");
        Neighbours.REGISTRATION.get(LIST, PEOPLE.replace("\"offerHours\":72", "\"offerHours\":1"));
        assertThat(organiser.open(PAGE).text()).contains("Time to answer 1 hour No offers from");
    }

    @Test
    void hoursThatAreNoneAreToldApartByTheirFields() {
        Reply page = organiser.submit(
                PAGE, PAGE + "/settings", Map.of("running", "true", "offerHours", "x", "cutOffHours", "-1"));

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body())
                .contains(
                        "<a href=\"#offerHours\">Hours to answer an offer: enter whole hours, from 1 to 2000.</a>",
                        "<a href=\"#cutOffHours\">Last offers: enter whole hours, from 0 to 2000.</a>");
    }

    @Test
    void whoComesSecondIsToldWhoWasQuicker() {
        String stale = """
                {"type":"urn:infocus:problem:stale","status":412,"by":"maria","yourself":false,"at":"2016-10-12T09:30:00Z"}""";
        String cancellation = LIST + "/offers/offer-9/cancellation";
        Map<String, String> person = Map.of("application", "app-7", "version", "3", "reason", "Speaks.");
        Neighbours.REGISTRATION.reply("POST", LIST + "/app-7/precedence", 412, stale);
        Neighbours.REGISTRATION.reply("POST", cancellation, 412, stale.replace("false", "true"));

        Reply first = organiser.submit(PAGE, PAGE + "/first", person);
        assertThat(first.status()).isEqualTo(412);
        assertThat(first.text()).contains("Nothing was saved. maria was quicker, 12 Oct 2016, 11:30 CEST.");
        assertThat(first.body()).contains("value=\"Speaks.\"");
        assertThat(organiser
                        .submit(PAGE, PAGE + "/cancellation", Map.of("offer", "offer-9", "version", "0"))
                        .text())
                .contains("It was you who changed this, 12 Oct 2016, 11:30 CEST, perhaps with a first click.")
                .doesNotContain("quicker");
    }

    @Test
    void afterTheCutOffTheListHasEndedAndNobodyIsMoved() {
        assertThat(organiser.open(PAGE).body())
                .contains(">Suspended<", PAGE + "/first\"")
                .doesNotContain(">Has ended<");
        Neighbours.REGISTRATION.get(LIST, PEOPLE.replace("\"zone\":", "\"closed\":true,\"zone\":"));

        Reply page = organiser.open(PAGE);

        assertThat(page.text())
                .contains("State Has ended", "No offers since", "Nobody on the list is offered a place any more");
        assertThat(page.body())
                .contains(PAGE + "/settings\"")
                .doesNotContain(">Suspended<", PAGE + "/first\"", PAGE + "/priority\"");
    }

    @Test
    void theListIsStartedWithTheVersionThatWasSeen() {
        Neighbours.REGISTRATION.reply("PUT", LIST + "/settings", 200, "{\"running\":true}");

        Reply answer = organiser.submit(
                PAGE,
                PAGE + "/settings",
                Map.of("running", "true", "offerHours", "24", "cutOffHours", "12", "version", "4"));

        assertThat(answer.header("Location")).endsWith(PAGE + "?done=RUNNING");
        Request request = Neighbours.REGISTRATION.requests(LIST + "/settings").get(0);
        assertThat(request.header("If-Match")).isEqualTo("\"v4\"");
        assertThat(request.body()).isEqualTo("{\"running\":true,\"offerHours\":24,\"cutOffHours\":12}");
        assertThat(organiser.open(PAGE + "?done=RUNNING").text()).contains("The list runs.");
    }

    @Test
    void whatIsWrongComesBackAsItWasEntered() {
        Reply page = organiser.submit(
                PAGE,
                PAGE + "/settings",
                Map.of("running", "true", "offerHours", "soon", "cutOffHours", "12", "version", "4"));

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.title()).startsWith("Error: ");
        assertThat(page.body()).contains("<a href=\"#offerHours\">", "value=\"soon\"");
        assertThat(Neighbours.REGISTRATION.requests(LIST + "/settings")).isEmpty();
    }

    @Test
    void puttingSomebodyFirstNeedsAReasonAndKeepsItWhenItIsRefused() {
        Map<String, String> person = Map.of("application", "app-7", "version", "3", "reason", " ");
        Reply missing = organiser.submit(PAGE, PAGE + "/first", person);
        assertThat(missing.body())
                .contains(
                        "<a href=\"#reason-1\">Eva Kos &lt;b&gt;: Say why this person is put first.",
                        "</span> Eva Kos &lt;b&gt;: Say why this person is put first.",
                        "aria-describedby=\"reason-1-hint reason-1-error\" aria-invalid=\"true\"");
        // once the list has ended there is no field to go to
        Neighbours.REGISTRATION.get(LIST, PEOPLE.replace("\"zone\":", "\"closed\":true,\"zone\":"));
        assertThat(organiser
                        .post(PAGE + "/first", Browser.fill(missing, person))
                        .body())
                .contains("<li>Say why this person is put first.")
                .doesNotContain("#reason-1");
        Neighbours.REGISTRATION.get(LIST, PEOPLE);
        Neighbours.REGISTRATION.reply("POST", LIST + "/app-7/precedence", 422, """
                {"status":422,"title":"Invalid","detail":"One field needs attention.","errors":[{"field":"reason","message":"size must be between 0 and 500"}]}""");
        assertThat(organiser
                        .submit(
                                PAGE,
                                PAGE + "/first",
                                Map.of("application", "app-7", "version", "3", "reason", "x".repeat(600)))
                        .text())
                .contains("Reason: must be at most 500 characters long")
                .doesNotContain("One field needs attention");
        Neighbours.REGISTRATION.reply(
                "POST", LIST + "/app-7/precedence", 412, "{\"type\":\"urn:infocus:problem:stale\",\"status\":412}");

        Reply page = organiser.submit(
                PAGE, PAGE + "/first", Map.of("application", "app-7", "version", "3", "reason", "Chairs the panel."));

        assertThat(page.status()).isEqualTo(412);
        assertThat(page.text()).contains("Somebody else has changed this");
        assertThat(page.body()).contains("value=\"Chairs the panel.\"");
        assertThat(Neighbours.REGISTRATION
                        .requests(LIST + "/app-7/precedence")
                        .get(0)
                        .header("If-Match"))
                .isEqualTo("\"v3\"");
    }

    @Test
    void whatIsWrittenOnALaterPageOfTheListStaysThere() {
        Neighbours.REGISTRATION.get(
                LIST,
                "page=1",
                PEOPLE.replace("app-7", "app-55")
                        .replace("\"page\":0", "\"page\":1")
                        .replace("\"total\":1", "\"total\":60")
                        .replace("\"place\":1", "\"place\":55"));
        Map<String, String> person = Map.of("application", "app-55", "version", "3", "reason", "Chairs the panel.");
        String second = PAGE + "?page=1";
        Neighbours.REGISTRATION.reply(
                "POST", LIST + "/app-55/precedence", 412, "{\"type\":\"urn:infocus:problem:stale\",\"status\":412}");

        Reply page = organiser.submit(second, PAGE + "/first", person);

        assertThat(page.status()).isEqualTo(412);
        assertThat(page.body())
                .contains(
                        "id=\"reason-55\" name=\"reason\" type=\"text\" maxlength=\"500\" value=\"Chairs the panel.\"");
        assertThat(page.text()).doesNotContain("You wrote:");
        Neighbours.REGISTRATION.reply("POST", LIST + "/app-55/precedence", 200, "{\"place\":1}");
        assertThat(organiser.submit(second, PAGE + "/first", person).header("Location"))
                .endsWith(PAGE + "?done=FIRST&page=1");
        // who waits no longer has no field
        Neighbours.REGISTRATION.reply(
                "POST",
                LIST + "/app-8/precedence",
                409,
                "{\"type\":\"urn:infocus:problem:not-waiting\",\"status\":409,\"title\":\"Nobody waits\"}");
        Reply gone = organiser.submit(
                PAGE, PAGE + "/first", Map.of("application", "app-8", "version", "3", "reason", "Has a <talk>."));
        assertThat(gone.status()).isEqualTo(409);
        assertThat(gone.text()).contains("You wrote: Has a <talk>.");
    }

    @Test
    void allOpenOffersCanBeTakenBack() {
        assertThat(organiser.open(PAGE).body()).doesNotContain("Pages of offers");
        Neighbours.REGISTRATION.change(LIST + "/offers", offers -> offers.replace("\"total\":1", "\"total\":130"));
        Neighbours.REGISTRATION.get(
                LIST + "/offers",
                "page=1",
                OFFERS.replace("offer-9", "offer-1")
                        .replace("\"page\":0", "\"page\":1")
                        .replace("\"total\":1", "\"total\":130"));
        Reply first = organiser.open(PAGE);
        assertThat(first.body())
                .contains("aria-label=\"Pages of offers\"", "href=\"" + PAGE + "?offers=1\"", "value=\"offer-9\"");
        Reply second = organiser.open(PAGE + "?offers=1");
        assertThat(second.body()).contains("value=\"offer-1\"", "name=\"offers\" value=\"1\"");
        assertThat(second.text()).contains("Page 2 of 2");
    }

    @Test
    void anOfferIsNotTakenBackByOneClick() {
        assertThat(organiser.open(PAGE).body())
                .containsSubsequence(
                        "<summary>Take back<span class=\"sr\"> the offer to ",
                        "is told by mail at once",
                        "This cannot be undone.",
                        PAGE + "/cancellation",
                        "Yes, take back<span class=\"sr\"> the offer to ");
    }

    @Test
    void aPriorityIsGivenAndAnOfferTakenBack() {
        Neighbours.REGISTRATION.reply("PUT", LIST + "/app-7/priority", 200, "{\"place\":1}");
        Neighbours.REGISTRATION.reply("POST", LIST + "/offers/offer-9/cancellation", 200, "{\"id\":\"offer-9\"}");

        assertThat(organiser
                        .submit(
                                PAGE,
                                PAGE + "/priority",
                                Map.of("application", "app-7", "version", "3", "priority", "9"))
                        .header("Location"))
                .endsWith("?done=PRIORITY");
        assertThat(Neighbours.REGISTRATION
                        .requests(LIST + "/app-7/priority")
                        .get(0)
                        .body())
                .isEqualTo("{\"priority\":9}");
        assertThat(organiser
                        .submit(PAGE, PAGE + "/cancellation", Map.of("offer", "offer-9", "version", "0"))
                        .header("Location"))
                .endsWith("?done=CANCELLED");
    }

    @Test
    void emptyForbiddenAndDown() {
        Neighbours.REGISTRATION.get(
                LIST, PEOPLE.replaceAll("(?s)\"total\":1,\"items\":\\[.*", "\"total\":0,\"items\":[]}}"));
        Neighbours.REGISTRATION.get(LIST + "/offers", "{\"items\":[],\"total\":0}");
        assertThat(organiser.open(PAGE).text()).contains("Nobody waits.", "No place is held for anybody.");
        assertThat(new Browser().signedInAs(Person.PORTO).open(PAGE).status()).isEqualTo(403);
        Neighbours.REGISTRATION.reply("GET", LIST + "/offers", 503, "{}");
        assertThat(organiser.open(PAGE).status()).isEqualTo(200);
        Neighbours.REGISTRATION.reply("GET", LIST, 503, "{}");
        assertThat(organiser.open(PAGE).status()).isEqualTo(503);
    }

    // --- everybody

    @Test
    void theRuleIsPublic() {
        Neighbours.REGISTRATION.get(
                "/api/v1/calls/call-1/waiting-list-rule",
                "{\"sentences\":[\"Balance comes first.\",\"Then <time>.\"]}");

        assertThat(new Browser().open("/en/w/frankfurt-2016/waiting-list").text())
                .contains("How the waiting list works", "Balance comes first.", "Then <time>.");
        assertThat(new Browser().open("/en/w/frankfurt-2016/call").text())
                .contains("How the waiting list works", "Then <time>.");
        Neighbours.REGISTRATION.reply("GET", "/api/v1/calls/call-1/waiting-list-rule", 503, "{}");
        assertThat(new Browser().open("/en/w/frankfurt-2016/waiting-list").status())
                .isEqualTo(200);
    }
}
