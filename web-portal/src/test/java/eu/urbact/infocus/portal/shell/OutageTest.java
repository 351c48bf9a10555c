package eu.urbact.infocus.portal.shell;

import java.util.List;
import java.util.Map;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import eu.urbact.infocus.portal.testing.Answers;
import eu.urbact.infocus.portal.testing.Browser;
import eu.urbact.infocus.portal.testing.Browser.Reply;
import eu.urbact.infocus.portal.testing.Neighbours;
import eu.urbact.infocus.portal.testing.StubKeycloak.Person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A service that is away, slow or broken costs its own part of a page. */
@QuarkusTest
@QuarkusTestResource(Neighbours.class)
class OutageTest {

    private static final String BLOCK = "This part cannot be loaded at the moment";

    @BeforeEach
    void services() {
        Answers.frankfurt();
    }

    @AfterEach
    void backAgain() {
        Answers.frankfurt();
        Neighbours.KEYCLOAK.reset();
    }

    @Test
    void homeShowsWhatItHas() {
        Neighbours.DIRECTORY.stop();

        Reply page = new Browser().open("/en/");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).contains("Workshop in Frankfurt", "Apply by", BLOCK);
        EveryPageTest.assertFrame(page);
    }

    @Test
    void homeWithoutAnyService() {
        Neighbours.EVENT.stop();
        Neighbours.REGISTRATION.stop();
        Neighbours.DIRECTORY.stop();

        Reply page = new Browser().open("/en/");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).contains(BLOCK, "What you find here");
    }

    @Test
    void workshopWithoutRegistration() {
        Neighbours.REGISTRATION.reply("GET", "/api/v1/calls", 500, "text/html", "<h1>Oops at java.lang.Thread</h1>");

        Reply page = new Browser().open("/en/w/frankfurt-2016");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).contains(BLOCK, "What clusters need").doesNotContain("Oops", "Apply for a place");
    }

    @Test
    void slowServiceIsGivenUp() {
        Neighbours.EVENT.hang();

        Reply page = new Browser().open("/en/workshops");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).contains(BLOCK);
    }

    @Test
    void answerThatIsNoJsonIsAnOutage() {
        Neighbours.EVENT.reply("GET", "/api/v1/workshops", 200, "application/json", "<html>");

        assertThat(new Browser().open("/en/workshops").text()).contains(BLOCK);
    }

    @Test
    void pageAboutNothingElseSaysSo() {
        Neighbours.DIRECTORY.stop();

        Reply page = new Browser().open("/en/clusters");

        assertThat(page.status()).isEqualTo(503);
        assertThat(page.text()).contains("Not available at the moment");
        EveryPageTest.assertFrame(page);
    }

    @Test
    void whatWasEnteredIsKeptAndSentAgain() {
        String path = "/en/my/abc/withdraw";
        Browser browser = new Browser();
        Map<String, String> form = Browser.fill(
                browser.open("/en/my"),
                Map.of("reason", "I fell <ill>, and cannot come to the workshop", "agreed", "yes"));
        Neighbours.REGISTRATION.stop();

        Reply page = browser.post(path, form);

        assertThat(page.status()).isEqualTo(503);
        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
        assertThat(page.text())
                .contains(
                        "Not available at the moment",
                        "What you entered is kept on this page",
                        "I fell <ill>, and cannot come to the workshop",
                        "Send again");
        assertThat(page.body()).contains("action=\"" + path + "\"").containsOnlyOnce("name=\"csrf\"");
        EveryPageTest.assertFrame(page);
        Map<String, String> again = Browser.fill(page, Map.of());
        assertThat(again).containsAllEntriesOf(form);

        Reply still = browser.post(path, again);
        assertThat(still.status()).isEqualTo(503);
        assertThat(still.body()).containsOnlyOnce("name=\"reason\"");
        Answers.frankfurt();
        Neighbours.REGISTRATION.reply("POST", "/api/v1/self-service/withdrawal", 200, Answers.OWN_UNDECIDED);
        assertThat(browser.post(path, again).header("Location")).endsWith("/en/my/abc?done=withdrawn");
    }

    @ParameterizedTest
    @CsvSource({
        "edit, PUT, application",
        "correct, PUT, application/person",
        "answers-given, PUT, answers",
        "withdraw, POST, withdrawal",
        "logistics/travel, PUT, logistics/travel",
        "logistics/choices, PUT, logistics/choices",
        "logistics/needs, PUT, logistics/needs",
        "logistics/photos, PUT, logistics/photo-consent",
        "hotel, PUT, hotel/request",
        "hotel/sharing, PUT, hotel/shares-with",
        "meetings, PUT, application/meeting-wishes",
        "waiting-list/accept, POST, waiting-list/acceptance",
        "waiting-list/decline, POST, waiting-list/refusal"
    })
    void whoeverIsSlowedDownKeepsWhatWasEnteredAndIsToldWhen(String page, String method, String api) {
        String path = "/en/my/abc/" + page;
        String slowed =
                "{\"type\":\"urn:infocus:problem:too-many-requests\",\"title\":\"Too many requests\",\"status\":429}";
        for (String read :
                List.of("application", "answers", "logistics", "hotel", "application/meeting-wishes", "waiting-list")) {
            Neighbours.REGISTRATION.reply("GET", "/api/v1/self-service/" + read, 429, slowed);
        }
        Neighbours.REGISTRATION.reply(method, "/api/v1/self-service/" + api, 429, slowed);
        Browser browser = new Browser();
        Map<String, String> form = Browser.fill(
                browser.open("/en/my"),
                Map.of("motivation", "What I <thought> of while I was waiting", "consent", "no", "offer", "offer-1"));

        Reply kept = browser.post(path, form);

        assertThat(kept.status()).isEqualTo(429);
        assertThat(kept.header("Retry-After")).isEqualTo("60");
        assertThat(kept.header("Cache-Control")).isEqualTo("no-store");
        assertThat(kept.title()).startsWith("Too many requests");
        assertThat(kept.text())
                .contains(
                        "What you entered is kept on this page: please wait a minute, then send it again.",
                        "What I <thought> of while I was waiting");
        assertThat(kept.body()).contains("action=\"" + path + "\"").doesNotContain("<thought>");
        assertThat(Browser.fill(kept, Map.of())).containsAllEntriesOf(form);
        EveryPageTest.assertFrame(kept);
    }

    @Test
    void nobodyIsSentToASignInThatDoesNotLoad() {
        assertThat(new Browser().step("/org/").status()).isEqualTo(302);
        Neighbours.KEYCLOAK.stop();

        for (String path : List.of("/org/", "/desk/", "/partner/", "/signin")) {
            Reply page = new Browser().step(path);
            assertThat(page.status()).as(path).isEqualTo(503);
            assertThat(page.header("Cache-Control")).as(path).isEqualTo("no-store");
            assertThat(page.text()).as(path).contains("Not available at the moment");
            EveryPageTest.assertFrame(page);
        }

        Neighbours.KEYCLOAK.reset();
        assertThat(new Browser().step("/org/").status()).isEqualTo(302);
    }

    @Test
    void aFormAndTheSessionAreKeptWhenKeycloakIsAwayWhileItHasToBeRenewed() {
        String path = "/org/w/frankfurt-2016/plan/views";
        Neighbours.REGISTRATION.reply("POST", "/api/v1/admin/saved-views", 201, "{\"id\":\"v3\",\"name\":\"x\"}");
        Neighbours.KEYCLOAK.tokensLast(2);
        Browser organiser = new Browser().signedInAs(Person.ORGANISER);
        Map<String, String> form = Browser.fill(
                organiser.open("/en/my"),
                Map.of("name", "Those <last> to decide about, of both cities", "shared", "true"));
        Browser later = new Browser().signedInAs(Person.ORGANISER);
        Neighbours.KEYCLOAK.stop();
        awaitEndOfTokens(later, 503);

        Reply page = organiser.post(path, form);

        assertThat(page.status()).isEqualTo(503);
        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
        assertThat(page.text())
                .contains(
                        "Not available at the moment",
                        "What you entered is kept on this page",
                        "Those <last> to decide about, of both cities",
                        "Send again");
        assertThat(page.body()).contains("action=\"" + path + "\"").containsOnlyOnce("name=\"csrf\"");
        EveryPageTest.assertFrame(page);
        Map<String, String> again = Browser.fill(page, Map.of());
        assertThat(again).containsAllEntriesOf(form);
        Reply still = organiser.post(path, again);
        assertThat(still.status()).isEqualTo(503);
        assertThat(still.body()).containsOnlyOnce("name=\"name\"").containsOnlyOnce("name=\"sentAgain\"");

        // no form: nobody is sent to a sign-in that does not load
        assertThat(organiser.step("/org/").status()).isEqualTo(503);
        assertThat(organiser.step("/en/").status()).isEqualTo(200);
        Reply forged = organiser.post(path, Map.of("name", "forged", "csrf", "A".repeat(22)));
        assertThat(forged.status()).isEqualTo(503);
        Reply script = organiser.postRaw(path, "name=forged&csrf=" + form.get("csrf"), "HX-Request", "true");
        assertThat(script.status()).isEqualTo(503);
        assertThat(forged.body() + script.body()).doesNotContain("forged", "Send again");
        assertThat(Neighbours.REGISTRATION.requests("/api/v1/admin/saved-views"))
                .isEmpty();

        Neighbours.KEYCLOAK.reset();
        assertThat(organiser.post(path, again).status()).isEqualTo(303);
        assertThat(Neighbours.REGISTRATION
                        .requests("/api/v1/admin/saved-views")
                        .get(0)
                        .body())
                .contains("Those <last> to decide about, of both cities");
        assertThat(organiser.open("/org/").text()).contains("Olga Organiser");
    }

    @Test
    void aSessionThatKeycloakHasEndedAsksForTheSignInAndKeepsTheForm() {
        Neighbours.KEYCLOAK.tokensLast(2);
        Browser organiser = new Browser().signedInAs(Person.ORGANISER);
        Map<String, String> form = Browser.fill(organiser.open("/en/my"), Map.of("name", "Ours"));
        Browser later = new Browser().signedInAs(Person.ORGANISER);
        Neighbours.KEYCLOAK.endSessions();
        awaitEndOfTokens(later, 302);

        Reply page = organiser.post("/org/w/frankfurt-2016/plan/views", form);

        assertThat(page.status()).isEqualTo(401);
        assertThat(page.text()).contains("Please sign in again");
        assertThat(Browser.fill(page, Map.of())).containsAllEntriesOf(form);
        assertThat(organiser.step("/org/").status()).isEqualTo(302);
    }

    /**
     * Waits until a session needs the renewal that it cannot have. The tokens of whoever signed in before have ended then, too, and the
     * form that is sent with them is the first that finds out.
     *
     * @param later who signed in last
     * @param status what a page answers that cannot renew them
     */
    private static void awaitEndOfTokens(Browser later, int status) {
        await().untilAsserted(() -> assertThat(later.step("/org/").status()).isEqualTo(status));
    }

    @Test
    void aFormFromElsewhereIsNotSentAgainAndAScriptGetsNoForm() {
        String path = "/en/my/abc/withdraw";
        Browser browser = new Browser();
        Map<String, String> form = Browser.fill(browser.open("/en/my"), Map.of("reason", "I fell ill"));
        Neighbours.REGISTRATION.stop();

        Reply forged = new Browser().post(path, Map.of("reason", "forged", "csrf", "A".repeat(22)));
        assertThat(forged.status()).isEqualTo(400);
        assertThat(forged.body()).doesNotContain("value=\"forged\"");

        Reply script =
                browser.postRaw(path, "reason=I+fell+ill&agreed=yes&csrf=" + form.get("csrf"), "HX-Request", "true");
        assertThat(script.status()).isEqualTo(503);
        assertThat(script.body()).doesNotContain("value=\"I fell ill\"", "Send again");
    }

    @Test
    void aPageThatFailsOverAFormIsNotTheBrowsersMistake() {
        Browser organiser = new Browser().signedInAs(Person.ORGANISER);
        Map<String, String> room =
                Map.of("slots", "6", "minutes", "20", "startsAt", "2016-11-24T15:00", "tables", "5", "chairs", "4");
        Map<String, String> form = Browser.fill(organiser.open("/en/my"), room);
        Neighbours.REGISTRATION.get("/api/v1/calls", Answers.CALLS.replace("Europe/Berlin", "Nowhere"));
        Neighbours.EVENT.get("/api/v1/workshops/frankfurt-2016", Answers.WORKSHOP.replace("Europe/Berlin", "Nowhere"));

        Reply page = organiser.post("/org/w/frankfurt-2016/meetings/room", form);

        assertThat(page.status()).isEqualTo(500);
        assertThat(page.text()).contains("It is our fault").doesNotContain("did not arrive as it should");
    }

    @Test
    void programmeNotReleasedYet() {
        Neighbours.EVENT.reply("GET", "/api/v1/workshops/frankfurt-2016/programme", 404, "{}");

        assertThat(new Browser().open("/en/w/frankfurt-2016/programme").text()).contains("has not been released yet");
    }

    @Test
    void deskWithoutSeatsAndCities() {
        Browser organiser = new Browser().signedInAs(Person.ORGANISER);
        Neighbours.DIRECTORY.stop();
        Neighbours.REGISTRATION.reply("GET", "/api/v1/admin/calls/call-1/seats", 503, "{}");

        Reply page = organiser.open("/org/w/frankfurt-2016/admission");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).contains("Ana O’Neil <b>", BLOCK, "porto");
    }

    @Test
    void mailLogWithoutNotification() {
        Browser organiser = new Browser().signedInAs(Person.ORGANISER);
        Neighbours.NOTIFICATION.stop();

        assertThat(organiser.open("/org/mails").text()).contains(BLOCK);
    }

    @Test
    void partnersListThatIsRefusedSaysSo() {
        Neighbours.REGISTRATION.reply("GET", "/api/v1/partner/applications", 422, "{\"status\":422}");

        Reply page = new Browser().signedInAs(Person.PORTO).open("/partner/?state=NONSENSE");

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.text()).contains("The request could not be handled");
    }

    @Test
    void filterThatAServiceRefusesIsNoOutage() {
        Neighbours.DIRECTORY.reply("GET", "/api/v1/clusters", 422, "{\"status\":422}");

        Reply page = new Browser().open("/en/clusters?city=%00");

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.text()).contains("The request could not be handled");
    }
}
