package eu.urbact.infocus.portal.desk;

import java.util.Map;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import eu.urbact.infocus.portal.testing.Answers;
import eu.urbact.infocus.portal.testing.Browser;
import eu.urbact.infocus.portal.testing.Browser.Reply;
import eu.urbact.infocus.portal.testing.Logs;
import eu.urbact.infocus.portal.testing.Neighbours;
import eu.urbact.infocus.portal.testing.StubKeycloak.Person;
import eu.urbact.infocus.portal.testing.StubService.Request;

import static org.assertj.core.api.Assertions.assertThat;

/** The organisers' desk. */
@QuarkusTest
@QuarkusTestResource(Neighbours.class)
class AdmissionDeskTest {

    private static final String LIST = "/org/w/frankfurt-2016/admission";
    private static final String ONE = "/org/applications/app-1";
    private static final String DECISIONS = "/api/v1/admin/applications/app-1/decisions";

    private Browser organiser;

    @BeforeEach
    void signIn() {
        Answers.frankfurt();
        Neighbours.REGISTRATION.reply("POST", DECISIONS, 200, Answers.APPLICATION.replace("SUBMITTED", "ADMITTED"));
        organiser = new Browser().signedInAs(Person.ORGANISER);
    }

    @Test
    void aCityThatCanBeNoneNarrowsNothing() {
        assertThat(organiser.open(LIST + "?city=NOPE").status()).isEqualTo(200);
        assertThat(Neighbours.REGISTRATION
                        .requests("/api/v1/admin/applications")
                        .get(0)
                        .query())
                .doesNotContain("city");
    }

    @Test
    void narrowsInTheServiceAndKeepsTheChoice() {
        Reply sent = organiser.submit(
                LIST, LIST, Map.of("state", "SUBMITTED", "city", "porto", "q", " a&b@example.org", "sort", "city"));
        String address = sent.header("Location");
        Reply page = organiser.open(address + "&page=1");

        assertThat(sent.status()).isEqualTo(303);
        assertThat(address)
                .contains("state=SUBMITTED", "city=porto", "search=", "sort=city")
                .doesNotContain("example");

        Request request =
                Neighbours.REGISTRATION.requests("/api/v1/admin/applications").get(1);
        assertThat(request.query())
                .contains("call=call-1", "state=SUBMITTED", "city=porto", "q=a%26b", "sort=city", "page=1");
        assertThat(request.header("Authorization")).startsWith("Bearer ");
        assertThat(page.body())
                .contains("<option value=\"SUBMITTED\" selected>", "<option value=\"porto\" selected>")
                .contains("value=\"a&amp;b@example.org\"")
                .contains("&amp;sort=city&amp;page=2")
                .doesNotContainPattern("(href|action|hx-[a-z]+)=\"[^\"]*example");
        assertThat(page.text()).contains("51–51 of 120", "Page 2 of 3");
    }

    @Test
    void narrowsByTheProfileAndWhatTheRoomIsBalancedBy() {
        Map<String, String> fields = Map.of(
                "profile",
                "EXPERT",
                "newcomer",
                "true",
                "contributor",
                "false",
                "cluster",
                "gaia",
                "seat",
                "CITY:porto");
        String address = organiser.submit(LIST, LIST, fields).header("Location");
        Reply page = organiser.open(address);

        assertThat(Neighbours.REGISTRATION
                        .requests("/api/v1/admin/applications")
                        .get(1)
                        .query())
                .contains("profile=EXPERT", "newcomer=true", "contributor=false", "cluster=gaia")
                .containsPattern("bucket=CITY(:|%3A)porto");
        assertThat(page.body())
                .contains(
                        "<option value=\"EXPERT\" selected>",
                        "<option value=\"true\" selected>New to the workshops</option>",
                        "<option value=\"false\" selected>The others</option>",
                        "<option value=\"gaia\" selected>GAIA &lt;b&gt;</option>",
                        "<option value=\"CITY:porto\" selected>Porto</option>");
        // a decision leads back to the same list
        assertThat(organiser
                        .submit(address, ONE + "/decisions", Map.of("decision", "ADMIT"))
                        .header("Location"))
                .contains(address)
                .endsWith("of=app-1&done=ADMIT");
        // the seat that the list is narrowed to is none that is given
        assertThat(Neighbours.REGISTRATION.requests(DECISIONS).get(0).body()).isEqualTo("{\"decision\":\"ADMIT\"}");
    }

    @Test
    void whyThereAreNoClustersToNarrowByIsSaid() {
        assertThat(organiser.open(LIST).body()).doesNotContain("cluster-hint");

        Answers.manyClusters("{\"items\":[],\"page\":0,\"size\":50,\"total\":0}");
        Reply many = organiser.open(LIST);
        assertThat(many.text()).contains("The directory has too many clusters for this list.");
        assertThat(many.body()).contains("name=\"cluster\" aria-describedby=\"cluster-hint\"");

        Neighbours.DIRECTORY.stop();
        assertThat(organiser.open(LIST).text())
                .contains("The clusters cannot be listed at the moment.")
                .doesNotContain("too many clusters");
    }

    @Test
    void howManyTheListShowsIsSaidOutsideOfWhatIsReplaced() {
        assertThat(organiser.open(LIST).body())
                .contains(
                        "<p class=\"sr\" id=\"said\" role=\"status\"></p>\n<div id=\"desk\" data-said=\"120 applications\">")
                .containsOnlyOnce("role=\"status\"");
    }

    @Test
    void beforeACallIsOpenNothingIsOfferedThatNeedsOne() {
        assertThat(organiser.open("/org/").body()).contains("/org/w/frankfurt-2016/admission", "/hotels\"");

        Neighbours.REGISTRATION.get("/api/v1/calls", "[]");
        assertThat(organiser.open("/org/").text())
                .contains("There is no call for participation yet.", "Write the call");
        assertThat(organiser.open("/org/").body())
                .contains("/org/w/frankfurt-2016/meetings\"")
                .doesNotContain("/org/w/frankfurt-2016/admission", "/org/w/frankfurt-2016/hotels");

        Neighbours.REGISTRATION.get("/api/v1/admin/calls", Answers.CALLS.replace("\"OPEN\"", "\"DRAFT\""));
        Reply drafted = organiser.open("/org/");
        assertThat(drafted.text()).contains("The call is a draft.", "Open or edit the call");
        assertThat(drafted.body())
                .contains("/org/w/frankfurt-2016/meetings\"")
                .doesNotContain("/org/w/frankfurt-2016/admission", "/org/w/frankfurt-2016/hotels");

        Neighbours.REGISTRATION.reply("GET", "/api/v1/calls", 500, "{}");
        assertThat(organiser.open("/org/").body()).contains("/org/w/frankfurt-2016/admission");
    }

    @Test
    void whatWaitsIsCountedForEachWorkshopAndLeadsWhereItIsDecided() {
        Neighbours.REGISTRATION.get("/api/v1/admin/open-work", """
                [{"callId":"call-1","workshopSlug":"frankfurt-2016","undecided":12,"changeRequests":1,"roomRequests":3,"openOffers":1}]""");
        Reply page = organiser.open("/org/");
        assertThat(page.text())
                .containsSubsequence(
                        "12 applications without a decision",
                        "1 request for other meals, visits or buses",
                        "3 requests for hotel rooms",
                        "1 open offer of a place")
                .doesNotContain("Nothing waits for you.");
        assertThat(page.body())
                .contains(
                        "<a href=\"/org/w/frankfurt-2016/admission?state=SUBMITTED\">12 applications",
                        "<a href=\"/org/w/frankfurt-2016/logistics\">1 request",
                        "<a href=\"/org/w/frankfurt-2016/hotels\">3 requests",
                        "<a href=\"/org/w/frankfurt-2016/waiting-list\">1 open offer");

        Neighbours.REGISTRATION.get("/api/v1/admin/open-work", """
                [{"callId":"call-1","workshopSlug":"frankfurt-2016","undecided":0,"changeRequests":0,"roomRequests":0,"openOffers":2}]""");
        assertThat(organiser.open("/org/").text())
                .contains("2 open offers of places")
                .doesNotContain("without a decision", "for other meals", "hotel rooms");

        Neighbours.REGISTRATION.get("/api/v1/admin/open-work", "[{\"workshopSlug\":\"frankfurt-2016\"}]");
        assertThat(organiser.open("/org/").text()).contains("Nothing waits for you.");

        Neighbours.REGISTRATION.reply("GET", "/api/v1/admin/open-work", 500, "{}");
        Reply unknown = organiser.open("/org/");
        assertThat(unknown.text()).doesNotContain("Nothing waits for you.", "Waiting for you");
        assertThat(unknown.body()).contains("notice-warn", "/org/w/frankfurt-2016/admission");
    }

    @Test
    void seatsAreAlwaysInView() {
        for (String path : new String[] {LIST, ONE}) {
            assertThat(organiser.open(path).text())
                    .contains("37 of 50 left", "Porto full, 3 of 3", "Open 6 of 10 left");
        }
    }

    @Test
    void decidesFromTheListAndComesBack() {
        Reply answer = organiser.submit(LIST + "?city=porto", ONE + "/decisions", Map.of("decision", "ADMIT"));

        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.header("Location")).contains(LIST + "?city=porto").endsWith("of=app-1&done=ADMIT");
        Request request = Neighbours.REGISTRATION.requests(DECISIONS).get(0);
        assertThat(request.header("If-Match")).isEqualTo("\"v3\"");
        assertThat(request.body()).isEqualTo("{\"decision\":\"ADMIT\"}");
        assertThat(organiser.open(LIST + "?done=ADMIT").text()).contains("Admitted. The seat is taken");
    }

    @Test
    void theListSaysBeforehandThatADecisionIsToldAtOnceAndAfterwardsAboutWhomItWas() {
        assertThat(organiser.open(LIST).body())
                .containsSubsequence(
                        "the person gets a mail, which cannot be taken back",
                        "href=\"/org/w/frankfurt-2016/plan\">stage it in the plan</a>",
                        "value=\"ADMIT\"");
        Reply admitted = organiser.open(LIST + "?of=app-1&done=ADMIT");
        assertThat(admitted.text()).contains("Ana O’Neil <b>: admitted. The seat is taken and the mail is on its way.");
        assertThat(organiser.open(LIST + "?of=app-1&done=WAITLIST").text())
                .contains("Ana O’Neil <b>: put on the waiting list. The mail is on its way.");
        assertThat(organiser.open(ONE + "?done=DECLINE").text())
                .contains("Ana O’Neil <b>: declined. The mail is on its way.");
        Neighbours.REGISTRATION.reply("GET", "/api/v1/admin/applications/app-1", 404, "{}");
        assertThat(organiser.open(LIST + "?of=app-1&done=ADMIT").text()).contains("Admitted. The seat is taken");
        Neighbours.REGISTRATION.get("/api/v1/admin/applications", "{\"items\":[],\"page\":0,\"size\":50,\"total\":0}");
        assertThat(organiser.open(LIST).text()).doesNotContain("gets a mail");
    }

    @Test
    void fullBucketIsToldWithTheName() {
        Neighbours.REGISTRATION.reply(
                "POST",
                DECISIONS,
                409,
                "{\"type\":\"urn:infocus:problem:bucket-full\",\"detail\":\"No seat is left.\"}");

        Reply page = organiser.submit(LIST, ONE + "/decisions", Map.of("decision", "ADMIT"));

        assertThat(page.status()).isEqualTo(409);
        assertThat(page.title()).startsWith("Error: ");
        assertThat(page.text()).contains("There is a problem", "Ana O’Neil <b>: No seat is left.", "Admission desk");
        assertThat(page.body()).doesNotContain("<b>");
    }

    @Test
    void staleIsTold() {
        Neighbours.REGISTRATION.reply("POST", DECISIONS, 412, "{\"type\":\"urn:infocus:problem:stale\"}");

        Reply page = organiser.submit(
                ONE, ONE + "/decisions", Map.of("decision", "DECLINE", "reasonCode", "LATE", "note", "Sorry <3"));

        assertThat(page.status()).isEqualTo(412);
        assertThat(page.text()).contains("Somebody else has changed this application", "Nothing was decided");
        assertThat(page.body())
                .contains("value=\"DECLINE\" checked", "<option value=\"LATE\" selected>", "Sorry &lt;3");
    }

    @Test
    void whoWasQuickerIsToldWithTheTime() {
        Neighbours.REGISTRATION.reply("POST", DECISIONS, 412, """
                {"type":"urn:infocus:problem:stale","status":412,"by":"Mara","at":"2016-10-12T09:30:00Z"}""");

        Reply page = organiser.submit(ONE, ONE + "/decisions", Map.of("decision", "ADMIT"));

        assertThat(page.status()).isEqualTo(412);
        assertThat(page.text())
                .contains("Nothing was decided. Mara was quicker, ", "12 Oct 2016, 11:30 CEST")
                .doesNotContain("Somebody else has changed");
    }

    @Test
    void aSecondClickIsToldThatTheFirstHasDecided() {
        Neighbours.REGISTRATION.reply("POST", DECISIONS, 412, """
                {"type":"urn:infocus:problem:stale","status":412,"by":"organiser","yourself":true,"at":"2016-10-12T09:30:00Z"}""");
        Neighbours.REGISTRATION.get(
                "/api/v1/admin/applications/app-1", Answers.APPLICATION.replace("SUBMITTED", "ADMITTED"));

        Map<String, String> decision = Browser.fill(organiser.open(ONE), Map.of("decision", "ADMIT"));
        assertThat(organiser.post(ONE + "/decisions", decision).text())
                .contains("You have decided this already, 12 Oct 2016, 11:30 CEST. Nothing more was done.")
                .doesNotContain("quicker", "Nothing was decided");
        // another decision than the one that was made
        decision = Browser.fill(organiser.open(ONE), Map.of("decision", "DECLINE", "reasonCode", "LATE"));
        assertThat(organiser.post(ONE + "/decisions", decision).text())
                .contains("It was you who changed this, 12 Oct 2016, 11:30 CEST")
                .doesNotContain("quicker", "You have decided this already");
    }

    @Test
    void aSearchThatIsTooLongIsSaidAtItsField() {
        String words = "n".repeat(101);
        for (String page : new String[] {LIST, "/org/w/frankfurt-2016/plan"}) {
            Reply answer = organiser.submit(page, page, Map.of("q", " " + words));

            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.title()).startsWith("Error: ");
            assertThat(answer.body())
                    .contains(
                            "<a href=\"#q\">Name, organisation or address: at most 100 characters.</a>",
                            words,
                            "maxlength=\"100\"");
            assertThat(organiser
                            .submit(page, page, Map.of("q", " " + words.substring(1)))
                            .status())
                    .isEqualTo(303);
        }
    }

    @Test
    void pastTheEndOfTheListNobodyIsSaidNotToHaveApplied() {
        String nobody = "{\"items\":[],\"page\":99999,\"size\":50,\"total\":60}";
        Neighbours.REGISTRATION.get("/api/v1/admin/applications", nobody);
        Neighbours.REGISTRATION.get("/api/v1/admin/desk", nobody);
        for (String page : new String[] {LIST, "/org/w/frankfurt-2016/plan"}) {
            Reply answer = organiser.open(page + "?page=99999");

            assertThat(answer.text())
                    .contains("There is nobody on this page of the list.", "There is no page 100000, only 2")
                    .doesNotContain("Nobody has applied yet", "Download");
            assertThat(answer.body()).contains("href=\"" + page + "?page=1\"");
        }
        String empty = "{\"items\":[],\"page\":0,\"size\":50,\"total\":0}";
        Neighbours.REGISTRATION.get("/api/v1/admin/applications", empty);
        assertThat(organiser.open(LIST).text()).contains("Nobody has applied yet");
    }

    @Test
    void missingReasonIsShownAtTheField() {
        Neighbours.REGISTRATION.reply(
                "POST",
                DECISIONS,
                422,
                "{\"errors\":[{\"field\":\"reasonCode\",\"message\":\"A reason is needed to decline\"}]}");

        Reply page = organiser.submit(ONE, ONE + "/decisions", Map.of("decision", "DECLINE"));

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body()).contains("<a href=\"#reasonCode\">A reason is needed to decline</a>");
    }

    @Test
    void refusalThatOneFieldCanAnswerIsShownThere() {
        Neighbours.REGISTRATION.reply(
                "POST",
                DECISIONS,
                409,
                "{\"type\":\"urn:infocus:problem:bucket-full\",\"title\":\"No seat is free\",\"detail\":\"Porto is full.\"}");

        Reply page = organiser.submit(ONE, ONE + "/decisions", Map.of("decision", "ADMIT", "bucket", "CITY:porto"));

        assertThat(page.status()).isEqualTo(409);
        assertThat(page.body())
                .contains(
                        "<a href=\"#bucket\">No seat is free. Porto is full.</a>",
                        "<option value=\"CITY:porto\" selected>");
    }

    @Test
    void unknownOutcomeIsNotCalledSuccess() {
        Neighbours.REGISTRATION.reply("POST", DECISIONS, 503, "{}");

        Reply page = organiser.submit(ONE, ONE + "/decisions", Map.of("decision", "ADMIT"));

        assertThat(page.status()).isEqualTo(503);
        assertThat(page.text()).contains("was not confirmed");
    }

    @Test
    void withdrawnApplicationOffersNoDecision() {
        Neighbours.REGISTRATION.get(
                "/api/v1/admin/applications/app-1", Answers.APPLICATION.replace("SUBMITTED", "WITHDRAWN"));

        assertThat(organiser.open(ONE).body()).doesNotContain("/decisions\"");
    }

    @Test
    void emptyListSaysWhy() {
        Neighbours.REGISTRATION.get("/api/v1/admin/applications", "{\"items\":[],\"page\":0,\"size\":50,\"total\":0}");

        assertThat(organiser.open(LIST).text()).contains("Nobody has applied yet. The call closes on");
        assertThat(organiser.open(LIST + "?state=ADMITTED").text()).contains("Nothing matches");
    }

    @Test
    void othersCannotDecide() {
        Browser partner = new Browser().signedInAs(Person.PORTO);
        partner.open("/partner/");
        Map<String, String> forged =
                Map.of("csrf", partner.cookie("infocus-csrf"), "decision", "ADMIT", "version", "3");

        assertThat(partner.post(ONE + "/decisions", forged).status()).isEqualTo(403);
        assertThat(new Browser()
                        .post(ONE + "/decisions", Map.of("decision", "ADMIT"))
                        .status())
                .isEqualTo(400);
        assertThat(organiser
                        .post(ONE + "/decisions", Map.of("decision", "ADMIT"))
                        .status())
                .as("without the form's secret")
                .isEqualTo(400);
        assertThat(Neighbours.REGISTRATION.requests(DECISIONS)).isEmpty();
    }

    @Test
    void signInInTheMiddleOfADecisionComesBackToTheApplication() {
        assertThat(organiser.open(ONE + "/decisions").path()).isEqualTo(ONE);
    }

    @Test
    void decidingFromASearchComesBackToIt() {
        String address = organiser.submit(LIST, LIST, Map.of("q", "Sá")).header("Location");

        Reply answer = organiser.submit(address, ONE + "/decisions", Map.of("decision", "ADMIT"));

        assertThat(answer.header("Location"))
                .endsWith(address.substring(address.indexOf("/org")) + "&of=app-1&done=ADMIT")
                .doesNotContain("S%C3%A1");
        assertThat(organiser.open(answer.header("Location")).body()).contains("value=\"Sá\"");
    }

    @Test
    void searchThatIsNotKeptAnyLongerIsSaid() {
        assertThat(organiser.open(LIST + "?search=invented").text()).contains("not kept any longer");
        organiser.open(LIST + "?q=ana");
        assertThat(Neighbours.REGISTRATION
                        .requests("/api/v1/admin/applications")
                        .get(1)
                        .query())
                .as("words in an address are not taken")
                .doesNotContain("q=");
    }

    @Test
    void wordsThatWereSearchedForReachNoLog() {
        String address = organiser
                .submit(LIST, LIST, Map.of("q", "zdenka.novak@example.org"))
                .header("Location");
        try (Logs logs = new Logs()) {
            Neighbours.REGISTRATION.reply("GET", "/api/v1/admin/applications", 200, "text/html", "<p>");
            organiser.open(address);
            Neighbours.REGISTRATION.hang();
            organiser.open(address);
            Neighbours.REGISTRATION.reset();
            Neighbours.REGISTRATION.stop();
            organiser.open(address);

            assertThat(logs.text()).contains("registration-service").doesNotContain("zdenka");
        }
    }

    @Test
    void aDecisionThatIsMissingIsAskedForAtItsChoices() {
        Neighbours.REGISTRATION.reply("POST", DECISIONS, 422, """
                {"type":"urn:infocus:problem:invalid","status":422,"errors":[{"field":"decide.request.decision","message":"must not be null"}]}""");

        Reply page = organiser.submit(ONE, ONE + "/decisions", Map.of());

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body()).contains("<a href=\"#decision\">Decision: must be filled in</a>");
    }

    @Test
    void decisionAfterTheSessionHasEndedIsKept() {
        Browser browser = new Browser();
        browser.open("/en/");
        Map<String, String> decision = Map.of(
                "csrf", browser.cookie("infocus-csrf"),
                "decision", "DECLINE",
                "reasonCode", "LATE",
                "note", "Sorry <3 \u202Bשלום",
                "version", "3");

        Reply page = browser.post(ONE + "/decisions", decision);

        assertThat(page.status()).isEqualTo(401);
        assertThat(page.text())
                .contains("Please sign in again", "was not carried out", "Decline", "Sorry <3 \u202Bשלום");
        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
        assertThat(Neighbours.REGISTRATION.requests(DECISIONS)).isEmpty();

        browser.signedInAs(Person.ORGANISER);
        Reply again = browser.post(ONE + "/decisions", Browser.fill(page, Map.of()));

        assertThat(again.status()).isEqualTo(303);
        assertThat(Neighbours.REGISTRATION.requests(DECISIONS).get(0).body())
                .contains("\"decision\":\"DECLINE\"", "\"reasonCode\":\"LATE\"", "Sorry <3 \u202Bשלום");
    }

    @Test
    void otherFormsAfterTheSessionHasEndedShowTheWay() {
        Reply page = new Browser().post(LIST, Map.of("q", "ana"));

        assertThat(page.status()).isEqualTo(401);
        assertThat(page.text()).contains("Please sign in again");
        assertThat(page.body()).contains("href=\"" + LIST + "\"").doesNotContain("ana<", "value=\"ana");
    }

    @Test
    void historySaysWhoWithoutNamingAnybody() {
        Reply page = organiser.open(ONE);

        assertThat(page.text())
                .contains("submitted by the applicant", "seen by the system", "waitlisted by an organiser")
                .doesNotContain("5b0f8f1e", "user:");
    }

    @Test
    void timesAreThoseOfTheWorkshop() {
        Answers.call(Answers.CALLS.replace("Europe/Berlin", "Europe/Bucharest"));
        Neighbours.REGISTRATION.get("/api/v1/partner/applications", Answers.APPLICATIONS);
        Browser partner = new Browser().signedInAs(Person.PORTO);

        assertThat(organiser.open(LIST).text()).contains("10 Oct 2016, 12:00 EEST");
        assertThat(organiser.open(ONE).text())
                .contains("10 Oct 2016, 12:00 EEST")
                .doesNotContain("CEST");
        assertThat(partner.open("/partner/").text()).contains("10 Oct 2016, 12:00 EEST");
        assertThat(partner.open("/partner/applications/app-1").text()).contains("10 Oct 2016, 12:00 EEST");
    }
}
