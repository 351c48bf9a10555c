package eu.urbact.infocus.portal.apply;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import eu.urbact.infocus.portal.testing.Answers;
import eu.urbact.infocus.portal.testing.Browser;
import eu.urbact.infocus.portal.testing.Browser.Reply;
import eu.urbact.infocus.portal.testing.Neighbours;
import eu.urbact.infocus.portal.testing.StubService.Request;

import static org.assertj.core.api.Assertions.assertThat;

/** Applying, page by page: what is saved, what comes back, and that nothing entered is lost. */
@QuarkusTest
@QuarkusTestResource(Neighbours.class)
class ApplyTest {

    private static final String YOU = "/en/w/frankfurt-2016/apply";
    private static final String PART = YOU + "/taking-part";
    private static final String MOTIVATION = YOU + "/motivation";
    private static final String CHECK = YOU + "/check";
    private static final String SEND = "/en/w/frankfurt-2016/application";
    private static final String APPLIED = "/en/w/frankfurt-2016/applied";
    private static final String BEGIN = "/api/v1/application-drafts";
    private static final String DRAFT = "/api/v1/self-service/draft";
    private static final String SUBMISSION = DRAFT + "/submission";
    private static final String TOKEN = "tok-en_1";
    private static final String NO_DRAFT = "{\"type\":\"urn:infocus:problem:draft-unknown\",\"status\":404}";
    private static final String STALE = "{\"type\":\"urn:infocus:problem:stale\",\"status\":412}";
    private static final String NOT_OPEN =
            "{\"type\":\"urn:infocus:problem:call-not-open\",\"status\":409,\"detail\":\"The call has closed.\"}";
    private static final String ENTRIES =
            "\"givenName\":\"Ana\",\"familyName\":\"Sá\",\"email\":\"ana@example.org\",\"organisation\":\"InvestPorto\",\"country\":\"PT\","
                    + "\"cityId\":\"porto\",\"profile\":\"EXPERT\",\"contributor\":true,\"motivation\":\"One\\nTwo\","
                    + "\"answers\":{\"formats\":[\"Talk & more\",\"Panel\"],\"first\":false}";
    private static final Map<String, String> ANA = Map.of(
            "givenName", "Ana",
            "familyName", "Sá",
            "email", "ana@example.org",
            "organisation", "InvestPorto",
            "position", "",
            "country", "PT",
            "go", "next");

    @BeforeEach
    void services() {
        Answers.frankfurt();
        Neighbours.REGISTRATION.get("/api/v1/calls", Answers.CALLS.replace("\"acceptsApplications\":true", """
                "acceptsApplications":true,"questions":[
                 {"key":"formats","type":"MULTI_CHOICE","label":"Which formats?","required":false,"choices":["Panel","Talk & more"],"purpose":"To plan.","retentionDays":30,"moment":"APPLICATION","retired":false},
                 {"key":"first","type":"YES_NO","label":"Your <first> workshop?","required":true,"choices":[],"purpose":"To mix the groups.","retentionDays":30,"moment":"APPLICATION","retired":false},
                 {"key":"shoes","type":"CHOICE","label":"Size of safety shoes?","required":false,"choices":["42","43"],"purpose":"The visit.","retentionDays":3,"moment":"AFTER_ADMISSION","retired":false}]"""));
        Neighbours.REGISTRATION.reply("POST", BEGIN, 201, begun(""));
        Neighbours.REGISTRATION.reply("PATCH", DRAFT, 200, draft(ENTRIES, ""));
        Neighbours.REGISTRATION.get(DRAFT, draft(ENTRIES, ""));
        Neighbours.REGISTRATION.reply("POST", SUBMISSION, 201, "{\"state\":\"RECEIVED\"}");
    }

    @Test
    void thePagesInTheirOrder() {
        Browser browser = new Browser();

        Reply you = browser.submit(YOU, SEND + "/you", ANA);
        assertThat(you.status()).isEqualTo(303);
        assertThat(you.header("Location")).endsWith(PART);
        assertThat(you.header("Set-Cookie"))
                .startsWith("infocus-draft=" + TOKEN + ";")
                .contains("Path=/en/w/frankfurt-2016", "HttpOnly", "SameSite=Lax", "Max-Age=12");
        Reply part = browser.submit(
                PART, SEND + "/taking-part", Map.of("profile", "EXPERT", "cityId", "porto", "contributor", "yes"));
        assertThat(part.header("Location")).endsWith(MOTIVATION);
        Reply motivation = browser.submit(
                MOTIVATION,
                SEND + "/motivation",
                Map.of("motivation", "One\r\nTwo", "answer-formats", "Panel", "answer-first", "no"));
        assertThat(motivation.header("Location")).endsWith(CHECK);
        Reply sent = browser.submit(CHECK, SEND, Map.of("privacyAccepted", "yes"));
        assertThat(sent.status()).isEqualTo(303);
        assertThat(sent.header("Location")).endsWith(APPLIED);
        assertThat(sent.header("Set-Cookie")).startsWith("infocus-draft=sent;").contains("Max-Age=600");

        Request begun = Neighbours.REGISTRATION.requests(BEGIN).get(0);
        assertThat(begun.body())
                .contains("\"callId\":\"call-1\"", "\"familyName\":\"Sá\"", "\"position\":\"\"")
                .doesNotContain("csrf", "profile", "\"go\"");
        assertThat(begun.header("X-Forwarded-For")).isEqualTo("127.0.0.1");
        assertThat(saved(0))
                .contains("\"contributor\":true", "\"cityId\":\"porto\"")
                .doesNotContain("givenName");
        assertThat(saved(1))
                .contains("\"motivation\":\"One\\r\\nTwo\"", "\"formats\":[\"Panel\"]", "\"first\":false")
                .doesNotContain("shoes");
        Request submission = Neighbours.REGISTRATION.requests(SUBMISSION).get(0);
        assertThat(submission.header("Application-Draft")).isEqualTo(TOKEN);
        assertThat(submission.body()).isEqualTo("{\"privacyAccepted\":true}");
        assertThat(browser.open(APPLIED).text()).contains("Your application has arrived", "This is not a place yet");
    }

    @Test
    void theCallSaysWhenAndWhere() {
        String call = "/en/w/frankfurt-2016/call";
        assertThat(new Browser().open(call).text())
                .containsPattern("When\\W+23–25 November 2016")
                .containsPattern("Where\\W+Frankfurt am Main, Germany");
        Neighbours.EVENT.get(
                "/api/v1/workshops/frankfurt-2016",
                Answers.WORKSHOP.replace(
                        "\"venues\"",
                        "\"venue\":{\"name\":\"House <b>\",\"address\":\"Street 1, Frankfurt am Main\"},\"venues\""));
        for (String page : new String[] {call, "/en/w/frankfurt-2016"}) {
            assertThat(new Browser().open(page).text())
                    .containsPattern("Where\\W+House <b>, Street 1, Frankfurt am Main, Germany");
        }
        Neighbours.EVENT.reply("GET", "/api/v1/workshops/frankfurt-2016", 503, "{}");
        assertThat(new Browser().open(call).text()).contains("Closes").doesNotContain("Where", "When ");
    }

    @Test
    void theCallSaysByWhenADecisionIsPlannedUntilThatDayIsOver() {
        String call = "/en/w/frankfurt-2016/call";
        assertThat(new Browser().open(call).text()).doesNotContain("Decision planned by");

        Answers.call(Answers.CALLS.replace("\"zone\"", "\"decidesBy\":\"2016-10-10\",\"zone\""));
        assertThat(new Browser().open(call).text()).contains("Decision planned by Monday 10 October 2016");

        Answers.call(Answers.CALLS.replace("\"zone\"", "\"decidesBy\":\"2016-10-09\",\"zone\""));
        assertThat(new Browser().open(call).text()).contains("Closes").doesNotContain("Decision planned by");
    }

    @Test
    void theCallSaysWhereOneCanStayForWhatPriceAndUntilWhen() {
        String call = "/en/w/frankfurt-2016/call";
        String hotels = "/api/v1/calls/call-1/hotels";
        assertThat(new Browser().open(call).body()).doesNotContain("id=\"hotels\"");

        Neighbours.REGISTRATION.get(hotels, "[]");
        assertThat(new Browser().open(call).body()).doesNotContain("id=\"hotels\"");

        Neighbours.REGISTRATION.get(hotels, """
                [{"name":"Grand <b>","address":"Street 1","category":"Comfort","releaseAt":"2016-11-03T17:00:00Z","zone":"Europe/Berlin","released":false,
                  "prices":[{"roomType":"SINGLE","lowestCents":9000,"highestCents":13550},{"roomType":"DOUBLE","lowestCents":12000,"highestCents":12000}]},
                 {"name":"Plain","address":"Street 2","category":"Budget","releaseAt":"2016-10-01T17:00:00Z","zone":"Europe/Berlin","released":true,
                  "prices":[{"roomType":"SINGLE","lowestCents":5000,"highestCents":5000}]}]""");
        Reply page = new Browser().open(call);

        assertThat(page.text())
                .contains(
                        "These hotels keep rooms for people who have a place.",
                        "Grand <b> Comfort · Street 1 Single room: €\u00a090.00 to €\u00a0135.50 a night; Double room: €\u00a0120.00 a night."
                                + " Rooms are kept until Thursday 3 November 2016, 18:00 CET",
                        "Plain Budget · Street 2 Single room: €\u00a050.00 a night. The rooms have gone back to the hotel.");
        assertThat(page.body()).doesNotContain("<b>");

        Neighbours.REGISTRATION.reply("GET", hotels, 503, "{}");
        Reply down = new Browser().open(call);
        assertThat(down.status()).isEqualTo(200);
        assertThat(down.text()).contains("Cluster managers.").doesNotContain("These hotels");
    }

    @Test
    void theClusterIsChosenFromTheDirectoryAndTheFormWorksWithoutIt() {
        Browser browser = begun();
        assertThat(browser.open(PART).body())
                .contains("<option value=\"gaia\">GAIA &lt;b&gt;</option>", "I do not speak for a cluster");
        browser.submit(PART, SEND + "/taking-part", Map.of("profile", "EXPERT", "clusterId", "gaia"));
        assertThat(saved(0)).contains("\"clusterId\":\"gaia\"");
        Neighbours.REGISTRATION.get(DRAFT, draft(ENTRIES + ",\"clusterId\":\"gaia\"", ""));
        assertThat(browser.open(CHECK).text()).contains("Cluster GAIA <b>");

        Neighbours.DIRECTORY.stop();
        Reply part = browser.open(PART);
        assertThat(part.status()).isEqualTo(200);
        assertThat(part.text()).contains("The list of clusters cannot be loaded at the moment");
        assertThat(part.body()).contains("<option value=\"gaia\" selected>gaia</option>");
    }

    @Test
    void inALargeDirectoryTheClusterIsLookedForAndNothingEnteredIsLost() {
        Browser browser = begun();
        Answers.manyClusters("""
                {"items":[{"id":"hydrogen-valley","name":"Hydrogen <Valley>"}],"page":0,"size":50,"total":1,"facets":{}}""");
        assertThat(browser.open(PART).body())
                .contains("name=\"clusterWords\"", "name=\"findCluster\"")
                .doesNotContain("<option value=\"some-1\"");

        Neighbours.REGISTRATION.reply("PUT", DRAFT, 200, draft(ENTRIES, ""));
        Reply found = shown(
                browser,
                browser.submit(
                        PART,
                        SEND + "/taking-part",
                        Map.of("profile", "EXPERT", "clusterWords", " hydrogen & valley ", "findCluster", "yes")));

        assertThat(found.status()).isEqualTo(200);
        assertThat(found.body())
                .contains(
                        "<option value=\"hydrogen-valley\">Hydrogen &lt;Valley&gt;</option>",
                        "value=\"hydrogen &amp; valley\"");
        assertThat(saved(0)).contains("\"profile\":\"EXPERT\"");
        assertThat(Neighbours.DIRECTORY.requests("/api/v1/clusters"))
                .extracting(Request::query)
                .contains("q=hydrogen+%26+valley&page=0&size=50");

        // what is chosen keeps its name on pages that have no list
        Neighbours.DIRECTORY.get("/api/v1/clusters/hydrogen-valley", """
                {"id":"hydrogen-valley","name":"Hydrogen <Valley>"}""");
        Neighbours.REGISTRATION.get(DRAFT, draft(ENTRIES + ",\"clusterId\":\"hydrogen-valley\"", ""));
        assertThat(browser.open(CHECK).text()).contains("Cluster Hydrogen <Valley>");
        assertThat(browser.open(PART).body())
                .contains("<option value=\"hydrogen-valley\" selected>Hydrogen &lt;Valley&gt;</option>");

        Answers.manyClusters("{\"items\":[],\"page\":0,\"size\":50,\"total\":0}");
        assertThat(shown(
                                browser,
                                browser.submit(
                                        PART,
                                        SEND + "/taking-part",
                                        Map.of("profile", "EXPERT", "clusterWords", "xyz", "findCluster", "yes")))
                        .text())
                .contains("No cluster has these words.");
    }

    @Test
    void theEnterKeySavesUnlessItIsPressedOnNewWordsToLookForAndWordsAreKeptWhenNothingCanBeSaved() {
        Browser browser = begun();
        assertThat(browser.open(PART).body()).doesNotContain("pressedEnter");
        Answers.manyClusters("""
                {"items":[{"id":"hydrogen-valley","name":"Hydrogen Valley"}],"page":0,"size":50,"total":1,"facets":{}}""");
        Reply part = browser.open(PART);
        assertThat(part.body()).containsOnlyOnce("name=\"pressedEnter\"");
        assertThat(part.body().indexOf("name=\"pressedEnter\""))
                .isLessThan(part.body().indexOf("name=\"findCluster\""));
        assertThat(part.text()).doesNotContain("Nothing has been sent. Enter words");

        Map<String, String> words = Map.of("profile", "EXPERT", "pressedEnter", "yes", "clusterWords", "hydrogen");
        Reply found = shown(browser, browser.post(SEND + "/taking-part", Browser.fill(part, words)));
        assertThat(found.status()).isEqualTo(200);
        assertThat(found.body())
                .contains("<option value=\"hydrogen-valley\">", "name=\"clusterWordsBefore\" value=\"hydrogen\"");
        Reply saved = browser.post(SEND + "/taking-part", Browser.fill(found, words));
        assertThat(saved.status()).isEqualTo(303);
        assertThat(saved.header("Location")).endsWith(MOTIVATION);

        Map<String, String> find = Map.of("profile", "EXPERT", "findCluster", "yes", "clusterWords", " ");
        assertThat(shown(browser, browser.post(SEND + "/taking-part", Browser.fill(part, find)))
                        .text())
                .contains("Nothing has been sent. Enter words to look for.");

        Neighbours.REGISTRATION.reply("PATCH", DRAFT, 503, "{}");
        Reply down = shown(browser, browser.post(SEND + "/taking-part", Browser.fill(part, words)));
        assertThat(down.text()).contains("Nothing you entered is lost");
        assertThat(down.body()).contains("name=\"clusterWords\" type=\"search\" value=\"hydrogen\"");
    }

    @Test
    void bothClicksOfADoubleClickEndOnTheSamePage() {
        Browser browser = begun();
        Map<String, String> form = Browser.fill(browser.open(CHECK), Map.of("privacyAccepted", "yes"));
        Browser other = new Browser();
        Map<String, String> nothing = Browser.fill(other.open(YOU), Map.of("privacyAccepted", "yes"));

        Reply first = browser.post(SEND, form);
        Reply second = browser.with("infocus-draft", "sent").post(SEND, form);
        Reply never = other.post(SEND, nothing);

        assertThat(first.header("Location")).endsWith(APPLIED);
        assertThat(second.header("Location")).endsWith(APPLIED);
        assertThat(never.header("Location")).endsWith(YOU);
        assertThat(Neighbours.REGISTRATION.requests(SUBMISSION)).hasSize(1);
        assertThat(browser.open(YOU).body()).doesNotContain("value=\"Ana\"");
    }

    @Test
    void whoeverHasErasedTheirApplicationAndSendsTheOldFormIsToldHowToApplyAnew() {
        Browser browser = begun();
        Map<String, String> old = Browser.fill(browser.open(CHECK), Map.of("privacyAccepted", "yes"));
        Browser sent = browser.with("infocus-draft", "sent");

        Reply again = sent.open(sent.post(SEND, old).header("Location"));

        assertThat(again.text())
                .contains("To apply for somebody else, or anew after erasing this application, begin a new one .");
        assertThat(again.body()).contains("<a href=\"" + YOU + "\">begin a new one</a>");
        assertThat(Neighbours.REGISTRATION.requests(SUBMISSION)).isEmpty();
        int begun = Neighbours.REGISTRATION.requests(BEGIN).size();
        assertThat(sent.submit(YOU, SEND + "/you", ANA).header("Location")).endsWith(PART);
        assertThat(Neighbours.REGISTRATION.requests(BEGIN)).hasSize(begun + 1);
    }

    @Test
    void eachFormSaysWhichStateOfTheDraftWasLookedAt() {
        Neighbours.REGISTRATION.reply("DELETE", DRAFT, 204, "");
        Neighbours.REGISTRATION.get(DRAFT, draft(ENTRIES, "", "ab12-3"));
        Browser browser = begun();

        browser.submit(YOU, SEND + "/you", ANA);
        browser.submit(PART, SEND + "/taking-part", Map.of("profile", "EXPERT"));
        browser.submit(MOTIVATION, SEND + "/motivation", Map.of("motivation", "x"));
        browser.submit(MOTIVATION, SEND + "/motivation", Map.of("motivation", "x", "seen", "\"x-1\"\r\nA: b"));
        browser.submit(CHECK, SEND + "/discard", Map.of());
        browser.with("infocus-draft", TOKEN).submit(CHECK, SEND, Map.of("privacyAccepted", "yes"));

        assertThat(Neighbours.REGISTRATION.requests("PATCH", DRAFT))
                .extracting(request -> request.header("If-Match"))
                .containsExactly("\"ab12-3\"", "\"ab12-3\"", "\"ab12-3\"", "\"x-1Ab\"");
        assertThat(Neighbours.REGISTRATION.last("DELETE", DRAFT).header("If-Match"))
                .isEqualTo("\"ab12-3\"");
        assertThat(Neighbours.REGISTRATION.last("POST", SUBMISSION).header("If-Match"))
                .isEqualTo("\"ab12-3\"");
    }

    @Test
    void whatAnotherWindowHasChangedIsNotSentUnseen() {
        Neighbours.REGISTRATION.get(DRAFT, draft(ENTRIES, "", "ab12-3"));
        Browser browser = begun();
        Map<String, String> form = Browser.fill(browser.open(CHECK), Map.of("privacyAccepted", "yes"));
        Neighbours.REGISTRATION.get(DRAFT, draft(ENTRIES.replace("Ana", "Rui"), "", "ab12-4"));
        Neighbours.REGISTRATION.reply("POST", SUBMISSION, 412, STALE);

        Reply refused = browser.post(SEND, form);
        Reply page = shown(browser, refused);

        assertThat(refused.header("Location")).endsWith(CHECK + "?check=changed");
        assertThat(browser.cookie("infocus-draft")).isEqualTo(TOKEN);
        assertThat(page.title()).startsWith("Error: ");
        assertThat(page.text())
                .contains(
                        "Another window or tab of this browser has changed what is kept for you since you opened this page."
                                + " Nothing was sent and nothing deleted. Below is what is kept now",
                        "Rui Sá")
                .doesNotContain("Ana Sá");
        assertThat(page.body())
                .contains("name=\"seen\" value=\"ab12-4\"")
                .doesNotContain("name=\"privacyAccepted\" value=\"yes\" checked");
        // who has read it sends it
        Neighbours.REGISTRATION.reply("POST", SUBMISSION, 201, "{\"state\":\"RECEIVED\"}");
        Reply sent = browser.post(SEND, Browser.fill(page, Map.of("privacyAccepted", "yes")));
        assertThat(sent.header("Location")).endsWith(APPLIED);
        assertThat(Neighbours.REGISTRATION.last("POST", SUBMISSION).header("If-Match"))
                .isEqualTo("\"ab12-4\"");
    }

    @Test
    void whatAnotherWindowHasChangedIsNotDeletedUnseen() {
        Browser browser = begun();
        Neighbours.REGISTRATION.reply("DELETE", DRAFT, 412, STALE);

        Reply refused = browser.submit(CHECK, SEND + "/discard", Map.of());

        assertThat(refused.header("Location")).endsWith(CHECK + "?check=changed");
        assertThat(browser.cookie("infocus-draft")).isEqualTo(TOKEN);
        assertThat(shown(browser, refused).text()).contains("Nothing was sent and nothing deleted");
        Neighbours.REGISTRATION.get("/api/v1/calls", Answers.CLOSED_CALLS);
        assertThat(shown(browser, browser.submit(CHECK, SEND + "/discard", Map.of()))
                        .text())
                .contains("Nothing was deleted. Below is what is kept now.", "Ana Sá");
        assertThat(browser.open(CHECK).text()).doesNotContain("Nothing was deleted");
    }

    @Test
    void aPageThatAnotherWindowHasOvertakenComesBackBesideWhatIsKeptNow() {
        Neighbours.REGISTRATION.get(DRAFT, draft(ENTRIES, "", "ab12-3"));
        Browser browser = begun();
        Map<String, String> form =
                Browser.fill(browser.open(MOTIVATION), Map.of("motivation", "Mine & new", "answer-first", "yes"));
        Neighbours.REGISTRATION.get(DRAFT, draft(ENTRIES.replace("Ana", "Rui"), "", "ab12-4"));
        Neighbours.REGISTRATION.reply("PATCH", DRAFT, 412, STALE);

        Reply refused = browser.post(SEND + "/motivation", form);
        Reply page = shown(browser, refused);

        assertThat(refused.header("Location")).endsWith(MOTIVATION + "?check=1");
        assertThat(page.title()).startsWith("Error: ");
        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
        assertThat(page.text())
                .contains(
                        "What you entered here is below and has not been saved yet; above it is what is kept now. If both belong to"
                                + " the same application, save this page again.",
                        "What is kept now",
                        "Rui Sá",
                        "One Two");
        assertThat(page.body())
                .contains("Mine &amp; new</textarea>", "value=\"yes\" checked", "name=\"seen\" value=\"ab12-4\"");

        Neighbours.REGISTRATION.reply("PATCH", DRAFT, 200, draft(ENTRIES, "", "ab12-5"));
        Reply again = browser.post(
                SEND + "/motivation", Browser.fill(page, Map.of("motivation", "Mine & new", "answer-first", "yes")));
        assertThat(again.header("Location")).endsWith(CHECK);
        assertThat(Neighbours.REGISTRATION.last("PATCH", DRAFT).header("If-Match"))
                .isEqualTo("\"ab12-4\"");
        assertThat(browser.open(MOTIVATION + "?check=1").text()).doesNotContain("What is kept now");
    }

    @Test
    void twoPeopleAtOneBrowserDoNotBecomeOne() {
        Browser browser = new Browser();
        Map<String, String> first = Browser.fill(browser.open(YOU), ANA);
        Map<String, String> second = new HashMap<>(first);
        second.putAll(Map.of("givenName", "Rui", "familyName", "Melo", "email", "rui@example.org"));
        browser.post(SEND + "/you", first);
        Neighbours.REGISTRATION.get(DRAFT, draft(ENTRIES, "", "ab12-0"));
        Neighbours.REGISTRATION.reply("PATCH", DRAFT, 412, STALE);

        Reply page = shown(browser, browser.post(SEND + "/you", second));

        assertThat(page.text())
                .contains(
                        "If both are about the same person, save this page again: it then replaces what is kept about the person. If"
                                + " not, first send or delete the application that is kept.",
                        "Ana Sá");
        assertThat(page.body()).contains("value=\"Rui\"", "value=\"rui@example.org\"");
        assertThat(Neighbours.REGISTRATION.requests("PATCH", DRAFT)).hasSize(1);
        assertThat(Neighbours.REGISTRATION.requests(BEGIN)).hasSize(1);
    }

    @Test
    void whoeverGoesBackToTheFirstPageAsItWasFilledInMendsIt() {
        Browser browser = new Browser();
        Map<String, String> form = Browser.fill(browser.open(YOU), ANA);
        browser.post(SEND + "/you", form);
        Neighbours.REGISTRATION.get(DRAFT, draft(ENTRIES, "", "ab12-0"));
        for (Map<String, String> mended :
                List.of(Map.of("email", "ana.sa@example.org"), Map.of("givenName", "Anna", "familyName", "Saa"))) {
            Neighbours.REGISTRATION.reply("PATCH", DRAFT, 200, draft(ENTRIES, "", "ab12-1"));
            Neighbours.REGISTRATION.once("PATCH", DRAFT, 412, STALE);
            Map<String, String> again = new HashMap<>(form);
            again.putAll(mended);

            assertThat(browser.post(SEND + "/you", again).header("Location")).endsWith(PART);
            assertThat(Neighbours.REGISTRATION.last("PATCH", DRAFT).header("If-Match"))
                    .isEqualTo("\"ab12-0\"");
        }
    }

    @Test
    void anOvertakenPageWithNothingLeftToBeOvertakenByBeginsAnew() {
        Browser browser = begun();
        Map<String, String> form = Browser.fill(browser.open(MOTIVATION), Map.of("motivation", "Kept", "go", "next"));
        Neighbours.REGISTRATION.reply("PATCH", DRAFT, 412, STALE);
        int begun = 0;
        for (String other : new String[] {NO_DRAFT, draft(ENTRIES, "").replace("call-1", "call-0")}) {
            Neighbours.REGISTRATION.reply("GET", DRAFT, other.equals(NO_DRAFT) ? 404 : 200, other);
            assertThat(browser.post(SEND + "/motivation", form).status()).isEqualTo(303);
            assertThat(Neighbours.REGISTRATION.requests(BEGIN)).hasSize(++begun);
        }
        Neighbours.REGISTRATION.reply("GET", DRAFT, 503, "{}");
        browser.post(SEND + "/motivation", form);
        Neighbours.REGISTRATION.get(DRAFT, draft(ENTRIES, ""));
        Reply down = browser.open(MOTIVATION + "?check=1");
        assertThat(down.text()).contains("Nothing you entered is lost");
        assertThat(down.body()).contains("Kept</textarea>");
    }

    @Test
    void anOvertakenPageWhoseDraftIsGoneSaysThatNothingWasSavedAndBeginsAnotherWhenSavedAgain() {
        Browser browser = begun();
        Map<String, String> mine = Map.of("motivation", "Mine & new", "answer-first", "yes");
        Map<String, String> form = Browser.fill(browser.open(MOTIVATION), mine);
        Neighbours.REGISTRATION.reply("PATCH", DRAFT, 412, STALE);
        Reply refused = browser.post(SEND + "/motivation", form);
        Neighbours.REGISTRATION.reply("GET", DRAFT, 404, NO_DRAFT);

        Reply page = shown(browser, refused);

        assertThat(page.path()).isEqualTo(MOTIVATION);
        assertThat(page.title()).startsWith("Error: ");
        assertThat(page.text())
                .contains(
                        "This click saved nothing: what was kept for you when you opened this page has been sent or deleted since, in"
                                + " another window or tab of this browser. What you entered here is below, to be copied.")
                .doesNotContain("What is kept now");
        assertThat(page.body())
                .contains("Mine &amp; new</textarea>", "value=\"yes\" checked", "name=\"seen\" value=\"\"");
        Neighbours.REGISTRATION.reply("PATCH", DRAFT, 404, NO_DRAFT);
        assertThat(browser.post(SEND + "/motivation", Browser.fill(page, mine)).status())
                .isEqualTo(303);
        assertThat(Neighbours.REGISTRATION.last("POST", BEGIN).body()).contains("Mine & new");
    }

    @Test
    void onceTheCallHasClosedAnOvertakenPageIsNotMixedWithWhatIsKept() {
        Browser browser = begun();
        Map<String, String> form = new HashMap<>(Browser.fill(browser.open(YOU), ANA));
        form.putAll(Map.of("givenName", "Rui", "familyName", "Melo", "email", "rui@example.org", "organisation", ""));
        Neighbours.REGISTRATION.get(DRAFT, draft(ENTRIES, "", "ab12-4"));
        Neighbours.REGISTRATION.reply("PATCH", DRAFT, 412, STALE);
        Neighbours.REGISTRATION.get("/api/v1/calls", Answers.CLOSED_CALLS);

        Reply page = shown(browser, browser.post(SEND + "/you", form));

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text())
                .contains(
                        "This click saved nothing: another window or tab of this browser has changed what is kept for you since you"
                                + " opened this page.",
                        "Your application has not been sent.",
                        "What stands under “What is kept now” is kept for you in this browser until Monday 24 October 2016")
                .doesNotContain("Rui Sá", "Ana Melo");
        assertThat(page.body())
                .containsSubsequence(
                        "<h2>What is kept now</h2>",
                        "Ana Sá",
                        "ana@example.org",
                        "InvestPorto",
                        "Porto",
                        "<h2>What you entered here, not saved</h2>",
                        "Rui Melo",
                        "rui@example.org",
                        "name=\"seen\" value=\"ab12-4\"")
                .containsOnlyOnce("InvestPorto")
                .containsOnlyOnce("<dt>Partner city</dt>")
                .doesNotContain("<h2>What you entered</h2>");
    }

    @Test
    void onceTheCallHasClosedAPageIsPutOverTheDraftThatItWasOpenedWithAlone() {
        Browser browser = begun();
        Map<String, String> form = Browser.fill(browser.open(MOTIVATION), Map.of("motivation", "Mine & new"));
        Neighbours.REGISTRATION.reply("PATCH", DRAFT, 503, "{}");
        browser.post(SEND + "/motivation", form);
        Neighbours.REGISTRATION.get("/api/v1/calls", Answers.CLOSED_CALLS);

        assertThat(browser.open(MOTIVATION + "?check=1").text())
                .contains("What you entered", "Ana Sá", "Mine & new")
                .doesNotContain("This click saved nothing", "One Two");
        Neighbours.REGISTRATION.get(DRAFT, draft(ENTRIES, "", "ab12-4"));
        assertThat(browser.open(MOTIVATION + "?check=1").text())
                .contains(
                        "This click saved nothing",
                        "Ana Sá",
                        "One Two",
                        "What you entered here, not saved",
                        "Mine & new");
        // it was saved after all, only the answer was lost
        Neighbours.REGISTRATION.get(
                DRAFT,
                draft("\"givenName\":\"Ana\",\"familyName\":\"Sá\",\"motivation\":\"Mine & new\"", "", "ab12-4"));
        assertThat(browser.open(MOTIVATION + "?check=1").text())
                .contains("What you entered", "Ana Sá", "Mine & new")
                .doesNotContain("This click saved nothing", "not saved");
    }

    @Test
    void onceTheCallHasClosedAPageWhoseDraftIsGoneSaysNothingOfWhetherItWasSent() {
        for (String cookie : new String[] {TOKEN, "sent"}) {
            Neighbours.REGISTRATION.get(DRAFT, draft(ENTRIES, ""));
            Browser browser = begun();
            Map<String, String> form = Browser.fill(browser.open(MOTIVATION), Map.of("motivation", "Mine & new"));
            browser.with("infocus-draft", cookie);
            Neighbours.REGISTRATION.reply("PATCH", DRAFT, 404, NO_DRAFT);
            Neighbours.REGISTRATION.reply("GET", DRAFT, 404, NO_DRAFT);
            Neighbours.REGISTRATION.reply("POST", BEGIN, 409, NOT_OPEN);
            Neighbours.REGISTRATION.get("/api/v1/calls", Answers.CLOSED_CALLS);

            Reply page = shown(browser, browser.post(SEND + "/motivation", form));

            assertThat(page.title()).as(cookie).startsWith("This page has not been saved");
            assertThat(page.text())
                    .as(cookie)
                    .contains(
                            "This click saved nothing: what was kept for you when you opened this page has been sent or deleted",
                            "What you entered here has not been sent.",
                            "If your application was sent, the link in your mail works.",
                            "Mine & new")
                    .doesNotContain("Your application has not been sent", "What is kept now", "Partner city");
            assertThat(page.body()).as(cookie).doesNotContain("Yes, delete it");
            Answers.frankfurt();
        }
    }

    @Test
    void anOvertakenPageSaysThatNothingIsSavedAlsoWhileRegistrationIsDown() {
        Browser browser = begun();
        Map<String, String> form = Browser.fill(browser.open(MOTIVATION), Map.of("motivation", "Mine & new"));
        Neighbours.REGISTRATION.reply("PATCH", DRAFT, 412, STALE);
        Reply refused = browser.post(SEND + "/motivation", form);
        Neighbours.REGISTRATION.stop();

        Reply page = shown(browser, refused);

        assertThat(page.status()).isEqualTo(503);
        assertThat(page.text()).contains("This could not be saved");
        assertThat(page.body()).contains("Mine &amp; new</textarea>");
    }

    @Test
    void whatWasEnteredIsNotDeletedByOneClick() {
        assertThat(begun().open(CHECK).body())
                .containsSubsequence(
                        "<summary>Delete what I have entered</summary>",
                        "This cannot be undone.",
                        SEND + "/discard",
                        "Yes, delete it</button>");
        Neighbours.REGISTRATION.get("/api/v1/calls", Answers.CLOSED_CALLS);
        assertThat(begun().open(CHECK).body())
                .containsSubsequence("<summary>Delete what I have entered</summary>", "Yes, delete it</button>");
    }

    @Test
    void everyPageShowsWhatWasEntered() {
        Browser browser = begun();

        assertThat(browser.open(YOU).body())
                .contains("value=\"Ana\"", "value=\"ana@example.org\"", "<option value=\"PT\" selected>")
                .contains("You have begun this application already");
        assertThat(browser.open(PART).body())
                .contains("value=\"EXPERT\" checked", "<option value=\"porto\" selected>")
                .contains("name=\"contributor\" value=\"yes\" checked");
        assertThat(browser.open(MOTIVATION).body())
                .contains("One\nTwo</textarea>", "value=\"Talk &amp; more\" checked", "value=\"no\" checked")
                .contains("Your &lt;first&gt; workshop?", "To mix the groups.")
                .doesNotContain("safety shoes");
        Reply check = browser.open(CHECK);
        assertThat(check.text())
                .contains("Ana Sá", "Portugal", "Porto", "Yes, or I offer to", "One Two", "Talk & more; Panel")
                .containsPattern("Your <first> workshop\\? +No");
        assertThat(check.header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void goingBackSavesToo() {
        Neighbours.REGISTRATION.reply(
                "PATCH",
                DRAFT,
                200,
                draft("\"motivation\":\"\"", "{\"field\":\"motivation\",\"message\":\"must not be blank\"}"));

        Reply back = begun().submit(MOTIVATION, SEND + "/motivation", Map.of("motivation", "Half a th", "go", "back"));

        assertThat(back.status()).isEqualTo(303);
        assertThat(back.header("Location")).endsWith(PART);
        assertThat(saved(0)).contains("Half a th");
    }

    @Test
    void goingBackWithTheBrowserFindsTheSameEmptyForm() {
        assertThat(new Browser().open(YOU).header("Cache-Control")).isEqualTo("private, no-cache");
    }

    @Test
    void noBrowserKeepsAPageOnWhichSomethingWasEntered() {
        for (String path : new String[] {YOU, YOU + "?check=1", YOU + "?done=saved", PART, MOTIVATION, CHECK}) {
            assertThat(begun().open(path).header("Cache-Control")).as(path).isEqualTo("no-store");
        }
        Browser browser = new Browser();
        Map<String, String> form = Browser.fill(browser.open(YOU), ANA);
        Neighbours.REGISTRATION.stop();
        Reply notKept = shown(browser, browser.post(SEND + "/you", form));
        assertThat(notKept.body()).contains("value=\"Ana\"");
        assertThat(notKept.header("Cache-Control")).isEqualTo("no-store");

        Answers.frankfurt();
        Neighbours.REGISTRATION.get(DRAFT, draft(ENTRIES, ""));
        Neighbours.REGISTRATION.get("/api/v1/calls", Answers.CLOSED_CALLS);
        for (String path : new String[] {YOU, PART, CHECK}) {
            Reply late = begun().open(path);
            assertThat(late.body()).contains("Ana");
            assertThat(late.header("Cache-Control")).as(path).isEqualTo("no-store");
        }
    }

    @Test
    void withoutADraftEveryPageLeadsToTheFirst() {
        for (String path : new String[] {PART, MOTIVATION, CHECK}) {
            assertThat(new Browser().open(path).path()).isEqualTo(YOU);
        }
        Neighbours.REGISTRATION.reply("GET", DRAFT, 404, NO_DRAFT);
        assertThat(begun().open(CHECK).path()).isEqualTo(YOU);
        assertThat(new Browser().open(YOU + "/nothing").status()).isEqualTo(404);
    }

    @Test
    void aSentDraftAndOneOfAnotherCallAreNotShown() {
        Neighbours.REGISTRATION.get(DRAFT, draft("", "").replace("\"sent\":false", "\"sent\":true"));
        assertThat(begun().open(CHECK).path()).isEqualTo(YOU);
        Neighbours.REGISTRATION.get(DRAFT, draft(ENTRIES, "").replace("call-1", "call-0"));
        assertThat(begun().open(YOU).body()).doesNotContain("value=\"Ana\"");
    }

    @Test
    void aDraftThatHasExpiredBeginsAnewWithWhatThePageHolds() {
        Neighbours.REGISTRATION.reply("PATCH", DRAFT, 404, NO_DRAFT);
        Neighbours.REGISTRATION.reply(
                "POST", BEGIN, 201, begun("{\"field\":\"givenName\",\"message\":\"must not be blank\"}"));

        Reply answer = begun().submit(MOTIVATION, SEND + "/motivation", Map.of("motivation", "Kept", "go", "next"));

        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.header("Location")).endsWith(YOU);
        assertThat(Neighbours.REGISTRATION.requests(BEGIN).get(0).body()).contains("\"motivation\":\"Kept\"");
    }

    @Test
    void changingAfterSendingLeadsToTheConfirmation() {
        Neighbours.REGISTRATION.reply(
                "PATCH", DRAFT, 409, "{\"type\":\"urn:infocus:problem:draft-sent\",\"status\":409}");

        Reply answer = begun().submit(YOU, SEND + "/you", ANA);

        assertThat(answer.header("Location")).endsWith(APPLIED);
    }

    @Test
    void oddValuesAreShownAgainAsTheyWere() {
        String rightToLeft = "\u202Bמרים אל־חאג׳\u202C";
        String address = "a".repeat(300) + "@example.org";
        String patched = draft(
                "\"givenName\":\"👩‍🔬\",\"familyName\":\"" + rightToLeft + "\",\"email\":\"" + address
                        + "\",\"country\":\"ZZ\\\"><i>\",\"cityId\":\"atlantis 🌊\",\"profile\":\"WIZARD & <co>\","
                        + "\"motivation\":\"🦆 <b> عربي\",\"answers\":{\"formats\":[\"<u>\"],\"first\":\"maybe\"}",
                """
                {"field":"familyName","message":"is not a name"},{"field":"email","message":"is too long"},
                {"field":"country","message":"is no country"},{"field":"cityId","message":"is no partner city"},
                {"field":"profile","message":"has no such value"},{"field":"motivation","message":"is too long"},
                {"field":"answers.formats","message":"must be some of the choices"},{"field":"answers.first","message":"must be answered with yes or no"}""");
        Neighbours.REGISTRATION.reply("PATCH", DRAFT, 200, patched);
        Neighbours.REGISTRATION.get(DRAFT, patched);
        Browser browser = begun();

        Reply you = shown(browser, browser.submit(YOU, SEND + "/you", ANA));
        Reply part = shown(browser, browser.submit(PART, SEND + "/taking-part", Map.of("profile", "x")));
        Reply motivation = shown(browser, browser.submit(MOTIVATION, SEND + "/motivation", Map.of("motivation", "x")));

        assertThat(you.status()).isEqualTo(200);
        assertThat(you.body())
                .contains("value=\"👩‍🔬\"", "value=\"" + rightToLeft + "\"", "value=\"" + address + "\"")
                .contains("<option value=\"ZZ&quot;&gt;&lt;i&gt;\" selected>")
                .doesNotContain("<i>");
        assertErrorsAt(you, "familyName", "email", "country");
        assertThat(part.body())
                .contains("<option value=\"atlantis 🌊\" selected>", "value=\"WIZARD &amp; &lt;co&gt;\" checked")
                .doesNotContain("<co>");
        assertErrorsAt(part, "cityId", "profile");
        assertThat(motivation.body())
                .contains("🦆 &lt;b&gt; عربي</textarea>", "value=\"&lt;u&gt;\" checked")
                .doesNotContain("<b>", "<u>");
        assertErrorsAt(motivation, "motivation", "answer-formats", "answer-first");
    }

    @Test
    void showsWhatIsWrongBesideTheFieldsAndKeepsTheInput() {
        String kept =
                draft(ENTRIES, """
                {"field":"motivation","message":"must not be blank"},{"field":"givenName","message":"must not be blank"},
                {"field":"familyName","message":"must be one line of plain text, without <, > and characters that cannot be shown"}""").replace("\"Ana\"", "\"\"").replace("\"Sá\"", "\"<script>alert(1)</script>\\\"'\"");
        Neighbours.REGISTRATION.reply("POST", BEGIN, 201, "{\"token\":\"" + TOKEN + "\",\"draft\":" + kept + "}");
        Neighbours.REGISTRATION.get(DRAFT, kept);
        Map<String, String> bad = new HashMap<>(ANA);
        bad.put("givenName", "");
        bad.put("familyName", "<script>alert(1)</script>\"'");

        Browser browser = new Browser();

        Reply answer = browser.submit(YOU, SEND + "/you", bad);
        Reply page = shown(browser, answer);

        assertThat(answer.header("Set-Cookie")).contains(TOKEN);
        assertThat(answer.header("Location")).endsWith(YOU + "?check=1");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.title()).startsWith("Error: ");
        assertThat(page.text()).contains("There is a problem").doesNotContain("Write what you would bring");
        assertThat(page.body())
                .contains("<a href=\"#givenName\">Enter your given name</a>")
                .contains(
                        "<a href=\"#familyName\">Family name: must be one line of plain text, without &lt;, &gt; and characters that cannot be shown</a>")
                .contains("id=\"givenName-error\"", "aria-describedby=\" givenName-error\"", "aria-invalid=\"true\"")
                .contains("value=\"&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;\"")
                .contains("value=\"ana@example.org\"", "<option value=\"PT\" selected>")
                .doesNotContain("<script>alert");
        assertThat(browser.open(YOU).text()).doesNotContain("There is a problem");

        Neighbours.REGISTRATION.get(DRAFT, draft(ENTRIES, ""));
        Reply mended = browser.open(YOU + "?check=1");
        assertThat(mended.text()).doesNotContain("There is a problem").contains("You have begun");
        assertThat(mended.body()).contains("value=\"Ana\"");
    }

    @Test
    void whatCannotEvenBeKeptComesBackAllTheSame() {
        Neighbours.REGISTRATION.reply("PATCH", DRAFT, 422, """
                {"type":"urn:infocus:problem:invalid","status":422,"errors":[
                 {"field":"entries.motivation","message":"size must be between 0 and 2000"},{"field":"weather","message":"must be fine"}]}""");
        Browser browser = begun();

        Reply answer = browser.submit(
                MOTIVATION, SEND + "/motivation", Map.of("motivation", "é&".repeat(50_000), "answer-first", "yes"));
        Reply page = shown(browser, answer);

        assertThat(answer.header("Location")).endsWith(MOTIVATION + "?check=1");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).contains("must be at most 2,000 characters long; you wrote 100,000", "must be fine");
        assertThat(page.body()).contains("é&amp;é&amp;", "value=\"yes\" checked");
        for (Browser other : new Browser[] {begun(), begun().with("infocus-csrf", "AAAAAAAAAAAAAAAAAAAAAA")}) {
            assertThat(other.open(MOTIVATION + "?check=1").body()).doesNotContain("é&amp;");
        }

        Neighbours.REGISTRATION.reply("PATCH", DRAFT, 200, draft(ENTRIES, ""));
        browser.post(SEND + "/motivation", Browser.fill(page, Map.of("motivation", "Short", "go", "next")));
        assertThat(browser.open(MOTIVATION + "?check=1").body())
                .contains("One\nTwo</textarea>")
                .doesNotContain("é&amp;");
    }

    @Test
    void whatCouldNotBeKeptIsForgottenWithTheDraft() {
        Neighbours.REGISTRATION.reply("PATCH", DRAFT, 503, "{}");
        Neighbours.REGISTRATION.reply("DELETE", DRAFT, 204, "");
        Browser browser = begun();
        browser.submit(MOTIVATION, SEND + "/motivation", Map.of("motivation", "Not saved", "go", "next"));
        assertThat(browser.open(MOTIVATION + "?check=1").body()).contains("Not saved</textarea>");

        browser.submit(CHECK, SEND + "/discard", Map.of());

        assertThat(browser.open(MOTIVATION + "?check=1").body()).doesNotContain("Not saved");
    }

    @Test
    void whatWaitsForAPageIsThereByEveryWayToIt() {
        Browser browser = begun();
        Map<String, String> mine = Map.of("motivation", "A thought", "answer-first", "yes", "go", "next");
        Map<String, String> form = Browser.fill(browser.open(MOTIVATION), mine);
        Neighbours.REGISTRATION.reply("PATCH", DRAFT, 503, "{}");
        browser.post(SEND + "/motivation", form);
        Neighbours.REGISTRATION.reply("PATCH", DRAFT, 200, draft(ENTRIES, "", "ab12-1"));
        Reply part = browser.submit(PART, SEND + "/taking-part", Map.of("profile", "EXPERT", "go", "next"));
        Neighbours.REGISTRATION.get(DRAFT, draft(ENTRIES, "", "ab12-1"));

        assertThat(part.header("Location")).endsWith(MOTIVATION);
        Reply page = shown(browser, part);

        assertThat(page.text()).contains("This could not be saved");
        assertThat(page.body()).contains("A thought</textarea>", "value=\"yes\" checked");
        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
        // the own step on the way is no other window
        assertThat(browser.post(SEND + "/motivation", Browser.fill(page, mine)).header("Location"))
                .endsWith(CHECK);
        assertThat(Neighbours.REGISTRATION.last("PATCH", DRAFT).header("If-Match"))
                .isEqualTo("\"ab12-1\"");
        assertThat(browser.open(MOTIVATION).body()).contains("One\nTwo</textarea>");
    }

    @Test
    void whatWaitsForAPageStillSaysThatAnotherWindowHasBeenThere() {
        Browser browser = begun();
        Map<String, String> mine = Map.of("motivation", "A thought", "go", "next");
        Map<String, String> form = Browser.fill(browser.open(MOTIVATION), mine);
        Neighbours.REGISTRATION.reply("PATCH", DRAFT, 503, "{}");
        browser.post(SEND + "/motivation", form);
        Neighbours.REGISTRATION.get(DRAFT, draft(ENTRIES, "", "ab12-5"));
        Neighbours.REGISTRATION.reply("PATCH", DRAFT, 200, draft(ENTRIES, "", "ab12-6"));
        browser.submit(PART, SEND + "/taking-part", Map.of("profile", "EXPERT", "go", "next"));

        assertThat(browser.open(MOTIVATION).body()).contains("name=\"seen\" value=\"ab12-0\"", "A thought</textarea>");
    }

    @Test
    void aPageOfADraftThatWasSentInAnotherTabBeginsNoOtherUnsaid() {
        Browser browser = begun();
        Map<String, String> mine = Map.of("motivation", "Mine & new", "answer-first", "yes");
        Map<String, String> form = Browser.fill(browser.open(MOTIVATION), mine);
        browser.with("infocus-draft", "sent");

        Reply refused = browser.post(SEND + "/motivation", form);
        Reply page = shown(browser, refused);

        assertThat(refused.header("Location")).endsWith(MOTIVATION + "?check=1");
        assertThat(Neighbours.REGISTRATION.requests(BEGIN)).isEmpty();
        assertThat(page.text())
                .contains(
                        "This click saved nothing: what was kept for you when you opened this page has been sent or deleted since");
        assertThat(page.body()).contains("Mine &amp; new</textarea>", "name=\"seen\" value=\"\"");
        assertThat(browser.post(SEND + "/motivation", Browser.fill(page, mine)).status())
                .isEqualTo(303);
        assertThat(Neighbours.REGISTRATION.last("POST", BEGIN).body()).contains("Mine & new");
    }

    @Test
    void malformedIsForThePersonTheSameAsWrong() {
        Neighbours.REGISTRATION.reply(
                "POST",
                BEGIN,
                400,
                "{\"type\":\"urn:infocus:problem:malformed\",\"errors\":[{\"field\":\"entries.email\",\"message\":\"must be text\"}]}");

        Browser browser = new Browser();
        Reply page = shown(browser, browser.submit(YOU, SEND + "/you", ANA));

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains("<a href=\"#email\">E-mail address: must be text</a>", "value=\"Ana\"");
    }

    @Test
    void theCheckSaysWhatIsMissingAndLeadsThere() {
        Neighbours.REGISTRATION.get(DRAFT, draft("\"givenName\":\"Ana\"", """
                {"field":"answers.first","message":"must be answered"},{"field":"familyName","message":"must not be blank"}"""));

        Reply page = begun().open(CHECK);

        assertThat(page.body())
                .containsSubsequence(
                        "<a href=\"" + YOU + "#familyName\">Enter your family name</a>",
                        "<a href=\"" + MOTIVATION
                                + "#answer-first\">Your &lt;first&gt; workshop? – must be answered</a>");
    }

    @Test
    void thePrivacyNoticeMustBeAccepted() {
        Neighbours.REGISTRATION.reply(
                "POST",
                SUBMISSION,
                422,
                "{\"type\":\"urn:infocus:problem:invalid\",\"status\":422,\"errors\":[{\"field\":\"privacyAccepted\",\"message\":\"must be accepted\"}]}");

        Browser browser = begun();
        Reply answer = browser.submit(CHECK, SEND, Map.of());
        Reply page = shown(browser, answer);

        assertThat(answer.header("Location")).endsWith(CHECK + "?check=privacy");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
        assertThat(page.title()).startsWith("Error: ");
        assertThat(page.body())
                .contains("<a href=\"#privacyAccepted\">Confirm that you have read the privacy notice</a>", "Ana Sá");
        assertThat(Neighbours.REGISTRATION.requests(SUBMISSION).get(0).body()).isEqualTo("{\"privacyAccepted\":false}");
    }

    @Test
    void whatElseStandsInTheWayOfSendingIsSaidAndTheBoxStaysTicked() {
        Neighbours.REGISTRATION.reply(
                "POST",
                SUBMISSION,
                422,
                "{\"type\":\"urn:infocus:problem:invalid\",\"status\":422,\"errors\":[{\"field\":\"familyName\",\"message\":\"must not be blank\"}]}");
        String ticked = "name=\"privacyAccepted\" value=\"yes\" checked";
        Browser browser = begun();

        Reply other = shown(browser, browser.submit(CHECK, SEND, Map.of("privacyAccepted", "yes")));
        assertThat(other.path()).isEqualTo(CHECK);
        assertThat(other.text()).contains("The application could not be accepted as it is.");
        assertThat(other.body()).contains(ticked);

        Neighbours.REGISTRATION.get(
                DRAFT, draft("\"givenName\":\"Ana\"", "{\"field\":\"familyName\",\"message\":\"must not be blank\"}"));
        Reply entries = shown(browser, browser.submit(CHECK, SEND, Map.of("privacyAccepted", "yes")));
        assertThat(entries.text())
                .contains("Before you can send it", "Enter your family name")
                .doesNotContain("could not be accepted as it is");
        assertThat(entries.body()).contains(ticked);

        for (String nothing : new String[] {"", "?check=none", "?check=%3Cb%3E"}) {
            assertThat(browser.open(CHECK + nothing).body())
                    .doesNotContain(ticked, "Confirm that you have read the privacy notice");
        }
    }

    @Test
    void theDeadlinePassesInTheMiddle() {
        Browser browser = begun();
        Map<String, String> form = Browser.fill(browser.open(CHECK), Map.of("privacyAccepted", "yes"));
        Neighbours.REGISTRATION.reply("POST", SUBMISSION, 409, NOT_OPEN);
        Neighbours.REGISTRATION.get("/api/v1/calls", Answers.CLOSED_CALLS);

        Reply page = shown(browser, browser.post(SEND, form));

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text())
                .contains("has not been sent", "Applications were taken until Thursday 3 November 2016, 23:59 CET")
                .contains("kept for you in this browser until Monday 24 October 2016")
                .doesNotContain("for longer", "from here")
                .contains(
                        "The call is not opened again. The organisers can still take an application in themselves",
                        "ask them whether they take yours, at questions@infocus.test")
                .contains(
                        "FED (Team)",
                        "it is below, to be copied or printed",
                        "Look at the other workshops",
                        "Ana Sá",
                        "One Two");
        for (String path : new String[] {YOU, PART, MOTIVATION, CHECK}) {
            assertThat(browser.open(path).text()).as(path).contains("The call closed while you were writing", "Ana Sá");
        }
    }

    @Test
    void savedAfterTheDeadlineIsKeptAndSaysSo() {
        Neighbours.REGISTRATION.reply(
                "PATCH",
                DRAFT,
                200,
                draft(ENTRIES, "").replace("\"acceptsApplications\":true", "\"acceptsApplications\":false"));

        Reply answer = begun().submit(MOTIVATION, SEND + "/motivation", Map.of("motivation", "x", "go", "next"));

        assertThat(answer.header("Location")).endsWith(CHECK);
    }

    @Test
    void begunAfterTheDeadlineIsNotLostEither() {
        Browser browser = new Browser();
        Map<String, String> form = Browser.fill(browser.open(YOU), ANA);
        Neighbours.REGISTRATION.reply("POST", BEGIN, 409, NOT_OPEN);
        Neighbours.REGISTRATION.get("/api/v1/calls", Answers.CLOSED_CALLS);

        Reply page = shown(browser, browser.post(SEND + "/you", form));

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).contains("The call closed while you were writing", "Ana Sá", "to be copied");
    }

    @Test
    void registrationIsDownInTheMiddle() {
        Browser browser = begun();
        Map<String, String> page =
                Browser.fill(browser.open(MOTIVATION), Map.of("motivation", "A thought", "answer-first", "yes"));
        Map<String, String> check = Browser.fill(browser.open(CHECK), Map.of("privacyAccepted", "yes"));
        Neighbours.REGISTRATION.reply("PATCH", DRAFT, 503, "{}");
        Neighbours.REGISTRATION.reply("POST", SUBMISSION, 503, "{}");

        Reply saving = shown(browser, browser.post(SEND + "/motivation", page));
        Reply sending = browser.post(SEND, check);
        Neighbours.REGISTRATION.stop();
        Reply nothing = shown(browser, browser.post(SEND + "/motivation", page));

        assertThat(saving.status()).isEqualTo(200);
        assertThat(saving.text()).contains("Nothing you entered is lost");
        assertThat(saving.body()).contains("A thought</textarea>", "value=\"yes\" checked");
        assertThat(sending.status()).isEqualTo(503);
        assertThat(sending.text()).contains("Nothing you entered is lost");
        assertThat(sending.body()).contains("name=\"privacyAccepted\" value=\"yes\"", "name=\"seen\" value=\"ab12-0\"");
        assertThat(nothing.status()).isEqualTo(503);
        assertThat(nothing.body()).contains("A thought</textarea>", "name=\"answer-first\" value=\"yes\"");
    }

    @Test
    void worksWhileEventsAndDirectoryAreDown() {
        Neighbours.EVENT.stop();
        Neighbours.DIRECTORY.stop();
        Browser browser = new Browser();

        assertThat(browser.submit(YOU, SEND + "/you", ANA).status()).isEqualTo(303);
        assertThat(browser.open(PART).text()).contains("The list of cities cannot be loaded");
        assertThat(browser.open(PART).body()).contains("<option value=\"porto\" selected>");
        assertThat(browser.submit(CHECK, SEND, Map.of("privacyAccepted", "yes")).header("Location"))
                .endsWith(APPLIED);
    }

    @Test
    void givenUpIsDeleted() {
        Neighbours.REGISTRATION.reply("DELETE", DRAFT, 204, "");
        Browser browser = begun();

        Reply answer = browser.submit(CHECK, SEND + "/discard", Map.of());

        assertThat(answer.header("Set-Cookie")).contains("Max-Age=0");
        assertThat(answer.header("Location")).endsWith(YOU + "?done=discarded");
        assertThat(Neighbours.REGISTRATION.requests(DRAFT).stream().map(Request::method))
                .contains("DELETE");
        assertThat(browser.open(YOU + "?done=discarded").text()).contains("has been deleted");
    }

    @Test
    void noFormWhenNobodyCanApply() {
        Neighbours.REGISTRATION.get("/api/v1/calls", Answers.CLOSED_CALLS);

        Reply page = new Browser().open(YOU);

        assertThat(page.text()).contains("Applications are not open", "3 November 2016, 23:59 CET");
        assertThat(page.body()).doesNotContain("<form");
        assertThat(new Browser().open("/en/w/frankfurt-2016").text()).contains("Nobody can apply at the moment");
    }

    @Test
    void closedEarly() {
        Neighbours.REGISTRATION.get("/api/v1/calls", Answers.CLOSED_CALLS.replace("\"OPEN\"", "\"CLOSED\""));

        for (String path : new String[] {"/en/", "/en/w/frankfurt-2016", "/en/w/frankfurt-2016/call", YOU}) {
            assertThat(new Browser().open(path).text())
                    .as(path)
                    .contains("The call has closed")
                    .doesNotContain("3 November 2016", "3 Nov 2016");
        }
    }

    @Test
    void closedByItsDeadline() {
        Neighbours.REGISTRATION.get(
                "/api/v1/calls",
                Answers.CLOSED_CALLS
                        .replace("\"OPEN\"", "\"CLOSED\"")
                        .replace("2016-11-03T22:59:00Z", "2016-10-10T07:15:00Z")
                        .replace("Europe/Berlin", "Europe/Lisbon"));
        String until = "Applications were taken until Monday 10 October 2016, 08:15 WEST";

        assertThat(new Browser().open(YOU).text()).contains("The call has closed", until);
        assertThat(begun().open(YOU).text())
                .contains("The call closed while you were writing", until)
                .doesNotContain("The organisers have closed the call");
        assertThat(new Browser().open("/en/w/frankfurt-2016/call").text()).contains("Monday 10 October 2016, 08:15");
    }

    @Test
    void closedEarlyAndTheDeadlineHasPassedSince() {
        Browser browser = begun();
        Neighbours.REGISTRATION.get(
                "/api/v1/calls",
                Answers.CLOSED_CALLS
                        .replace("\"OPEN\"", "\"CLOSED\"")
                        .replace("2016-11-03T22:59:00Z", "2016-10-10T07:15:00Z")
                        .replace("\"zone\"", "\"closedEarlyAt\":\"2016-10-05T06:30:00Z\",\"zone\""));
        String closed = "The organisers closed the call on Wednesday 5 October 2016, 08:30 CEST";

        assertThat(new Browser().open(YOU).text())
                .contains("The call has closed", closed)
                .doesNotContain("were taken until", "10 October 2016");
        assertThat(browser.open(YOU).text())
                .contains("The call closed while you were writing", closed)
                .doesNotContain("were taken until", "10 October 2016");
        assertThat(new Browser().open("/en/w/frankfurt-2016/call").text())
                .contains("Wednesday 5 October 2016, 08:30")
                .doesNotContain("10 October 2016");
    }

    @Test
    void closedWhileWritingByTheOrganisers() {
        Browser browser = begun();
        Neighbours.REGISTRATION.get("/api/v1/calls", Answers.CLOSED_CALLS.replace("\"OPEN\"", "\"CLOSED\""));

        assertThat(browser.open(YOU).text())
                .contains("The organisers have closed the call.")
                .doesNotContain("were taken until");
    }

    @Test
    void formThatCannotBeRead() {
        Browser browser = new Browser();
        String fields = IntStream.range(0, 5_000).mapToObj(n -> "f" + n + "=x").collect(Collectors.joining("&"));
        for (String body : new String[] {"a=%", "a=%zz", "%=1", fields}) {
            Reply page = browser.postRaw(SEND + "/you", body);
            assertThat(page.status()).isEqualTo(400);
            assertThat(page.text()).contains("did not arrive as it should");
        }
        assertThat(Neighbours.REGISTRATION.requests(BEGIN)).isEmpty();
    }

    @Test
    void reloadOfAPageThatWasShownAgainFindsThePage() {
        assertThat(new Browser().open(SEND).path()).isEqualTo(YOU);
        assertThat(begun().open(SEND + "/motivation").path()).isEqualTo(MOTIVATION);
    }

    @Test
    void noCallNoForm() {
        Neighbours.REGISTRATION.get("/api/v1/calls", "[]");

        assertThat(new Browser().open(YOU).status()).isEqualTo(404);
    }

    @Test
    void aFormThatWasOpenForTooLongComesBackToBeSentAgain() {
        Browser late = new Browser();
        Map<String, String> form = new HashMap<>(Browser.fill(late.open(YOU), ANA));
        form.put("position", "Head of \"clusters\" & more, for a long time now");
        form.put("csrf", "AAAAAAAAAAAAAAAAAAAAAA");

        for (Browser browser : new Browser[] {late, new Browser()}) {
            Reply page = browser.postFrom("same-origin", SEND + "/you", form);

            assertThat(page.status()).isEqualTo(400);
            assertThat(page.header("Cache-Control")).isEqualTo("no-store");
            assertThat(page.text()).contains("Please send it again", "Head of \"clusters\" & more");
            assertThat(Neighbours.REGISTRATION.requests(BEGIN)).isEmpty();
            Map<String, String> again = Browser.fill(page, Map.of());
            assertThat(again).containsEntry("familyName", "Sá").containsEntry("go", "next");
            assertThat(again.get("csrf")).isEqualTo(browser.cookie("infocus-csrf"));
            Reply withoutCookies = new Browser().postFrom("same-origin", SEND + "/you", again);
            assertThat(withoutCookies.status()).isEqualTo(400);
            assertThat(withoutCookies.text())
                    .contains("Your browser must accept cookies of this site for forms to work.")
                    .doesNotContain("Please send it again");
            again.put("csrf", "AAAAAAAAAAAAAAAAAAAAAA");
            Reply lateAgain = browser.postFrom("same-origin", SEND + "/you", again);
            assertThat(lateAgain.text()).contains("Please send it again");
            assertThat(lateAgain.body()).containsOnlyOnce("name=\"sentAgain\"");
        }
        Reply sent =
                late.post(SEND + "/you", Browser.fill(late.postFrom("same-origin", SEND + "/you", form), Map.of()));
        assertThat(sent.status()).isEqualTo(303);
        assertThat(Neighbours.REGISTRATION.requests(BEGIN)).hasSize(1);
    }

    @Test
    void aFormFromElsewhereIsNotMadeValid() {
        for (String site : new String[] {"cross-site", "same-site", "none"}) {
            Reply page = new Browser().postFrom(site, SEND + "/you", ANA);

            assertThat(page.status()).isEqualTo(400);
            assertThat(page.text()).contains("The request could not be handled");
            assertThat(page.body()).doesNotContain("ana@example.org");
        }
        assertThat(Neighbours.REGISTRATION.requests(BEGIN)).isEmpty();
    }

    @Test
    void onlyTheCitiesOfTheCallAreOffered() {
        Answers.callOfCities("[\"porto\"]");
        assertThat(begun().open(PART).body())
                .contains("<option value=\"porto\" selected>Porto</option>")
                .doesNotContain("value=\"bilbao\"");
        Answers.callOfCities("[\"bilbao\"]");
        assertThat(begun().open(PART).body())
                .contains(
                        "<option value=\"bilbao\">Bilbao</option>", "<option value=\"porto\" selected>Porto</option>");
        Answers.callOfCities("[]");
        Neighbours.REGISTRATION.get(DRAFT, draft(ENTRIES.replace("\"cityId\":\"porto\",", ""), ""));
        assertThat(begun().open(PART).body()).doesNotContain("name=\"cityId\"");
    }

    @Test
    void formFromElsewhereIsRefused() {
        Browser browser = new Browser();
        Map<String, String> forged = new HashMap<>(Browser.fill(browser.open(YOU), ANA));
        forged.put("csrf", "AAAAAAAAAAAAAAAAAAAAAA");

        Reply wrong = browser.post(SEND + "/you", forged);
        Reply missing = new Browser().post(SEND, Map.of("privacyAccepted", "yes"));

        assertThat(wrong.status()).isEqualTo(400);
        assertThat(missing.status()).isEqualTo(400);
        assertThat(missing.text()).contains("The request could not be handled", "Co-funded by the European Union");
        assertThat(Neighbours.REGISTRATION.requests(BEGIN)).isEmpty();
    }

    @Test
    void aTokenThatIsNoneIsNotAskedAbout() {
        Reply page = new Browser().with("infocus-draft", "no.token").open(YOU);

        assertThat(page.status()).isEqualTo(200);
        assertThat(Neighbours.REGISTRATION.requests(DRAFT)).isEmpty();
    }

    @Test
    void tooLargeFormIsRefused() {
        Browser browser = new Browser();
        Map<String, String> huge = new HashMap<>(Browser.fill(browser.open(YOU), ANA));
        huge.put("organisation", "x".repeat(1_100_000));

        Reply page = browser.post(SEND + "/you", huge);

        assertThat(page.status()).isEqualTo(413);
        assertThat(page.text()).contains("What you sent is far too long");
        assertThat(Neighbours.REGISTRATION.requests(BEGIN)).isEmpty();
    }

    /** A browser that has a draft. */
    private static Browser begun() {
        return new Browser().with("infocus-draft", TOKEN);
    }

    /** The page that an answer to a form leads to, which is asked for like any other. */
    private static Reply shown(Browser browser, Reply answer) {
        assertThat(answer.status()).isEqualTo(303);
        URI page = URI.create(answer.header("Location"));
        assertThat(page.getPath()).startsWith(YOU);
        return browser.open(page.getRawPath() + (page.getRawQuery() == null ? "" : "?" + page.getRawQuery()));
    }

    /** Body of a page that was added to a draft. */
    private static String saved(int number) {
        return Neighbours.REGISTRATION.requests("PATCH", DRAFT).get(number).body();
    }

    private static void assertErrorsAt(Reply page, String... fields) {
        for (String field : fields) {
            assertThat(page.body())
                    .contains("<a href=\"#" + field + "\">", "id=\"" + field + "\"", "id=\"" + field + "-error\"");
        }
    }

    private static String begun(String errors) {
        return "{\"token\":\"" + TOKEN + "\",\"draft\":" + draft(ENTRIES, errors) + "}";
    }

    private static String draft(String entries, String errors) {
        return draft(entries, errors, "ab12-0");
    }

    private static String draft(String entries, String errors, String tag) {
        return """
                {"callId":"call-1","workshopSlug":"frankfurt-2016","acceptsApplications":true,"sent":false,
                 "savedAt":"2016-10-10T08:00:00Z","expiresAt":"2016-10-24T08:00:00Z","entries":{%s},"errors":[%s],"tag":"\\"%s\\""}""".formatted(entries, errors, tag);
    }
}
