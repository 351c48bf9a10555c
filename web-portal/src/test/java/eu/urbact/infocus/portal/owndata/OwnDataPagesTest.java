package eu.urbact.infocus.portal.owndata;

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

/** What is kept about a person: for themselves, and for organisers. */
@QuarkusTest
@QuarkusTestResource(Neighbours.class)
class OwnDataPagesTest {

    private static final String DATA = "/api/v1/self-service/own-data";
    private static final String ERASURE = "/api/v1/self-service/erasure";
    private static final String PAGE = "/en/my/abc/data";
    private static final String PERSON = "/org/applications/app-1";
    private static final String ERASE_PERSON = "/api/v1/admin/applications/app-1/erasure";
    private static final String TOO_MANY =
            "{\"type\":\"urn:infocus:problem:too-many-requests\",\"title\":\"Too many requests\",\"status\":429}";

    @BeforeEach
    void services() {
        Answers.frankfurt();
        Neighbours.REGISTRATION.reply("POST", ERASURE, 204, "");
        Neighbours.REGISTRATION.reply(
                "POST",
                ERASE_PERSON,
                200,
                "{\"id\":\"app-1\",\"state\":\"WITHDRAWN\",\"erasedAt\":\"2016-10-10T09:00:00Z\"}");
    }

    @Test
    void saysWhatIsKeptWhatForAndUntilWhen() {
        Reply page = new Browser().open(PAGE);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text())
                .contains(
                        "Given name Application To address you 24 May 2017, 23:00 WEST",
                        "Motivation Application To decide")
                .doesNotContain("One <two>");
        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
        Request asked = Neighbours.REGISTRATION.requests(DATA).get(0);
        assertThat(asked.header("Application-Link")).isEqualTo("abc");
        assertThat(asked.header("X-Forwarded-For")).isEqualTo("127.0.0.1");
        assertThat(new Browser().open("/en/my/abc").body()).contains("href=\"/en/my/abc/data\"");
    }

    @Test
    void theFileIsWhatTheServiceHasWritten() {
        Reply file = new Browser().open(PAGE + "/download");

        assertThat(file.status()).isEqualTo(200);
        assertThat(file.header("Content-Type")).startsWith("application/json");
        assertThat(file.header("Content-Disposition")).isEqualTo("attachment; filename=\"infocus-my-data.json\"");
        assertThat(file.header("Cache-Control")).isEqualTo("no-store");
        assertThat(file.body()).isEqualTo(Answers.OWN_DATA);
    }

    @Test
    void erasesOnlyAfterAConfirmation() {
        Browser browser = new Browser();
        assertThat(browser.open(PAGE + "/erase").text())
                .contains("Erase your data?", "cannot be undone", "Applications to other workshops stay");
        assertThat(Neighbours.REGISTRATION.requests(ERASURE)).isEmpty();

        Reply answer = browser.submit(PAGE + "/erase", PAGE + "/erase", Map.of());

        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.header("Location")).endsWith("/en/erased").doesNotContain("abc");
        assertThat(Neighbours.REGISTRATION.requests(ERASURE)).hasSize(1);
        assertThat(browser.open("/en/erased").text())
                .contains("Your data are erased", "Those applications stay until you erase them")
                .doesNotContain("Nothing in registration");
    }

    @Test
    void aLinkThatOpensNothing() {
        Neighbours.REGISTRATION.reply("GET", DATA, 404, "{}");
        Neighbours.REGISTRATION.reply("POST", ERASURE, 404, "{}");
        for (String path : new String[] {PAGE, PAGE + "/download", PAGE + "/erase", "/en/my/a%20b/data"}) {
            Reply page = new Browser().open(path);
            assertThat(page.status()).as(path).isEqualTo(404);
            assertThat(page.text()).contains("This link does not work");
        }
        Neighbours.REGISTRATION.get(DATA, Answers.OWN_DATA);
        // whoever has clicked twice sees only the second answer
        Reply sent = new Browser().submit(PAGE + "/erase", PAGE + "/erase", Map.of());
        assertThat(sent.status()).isEqualTo(404);
        assertThat(sent.text())
                .contains("If you have just pressed “Yes, erase my data”, your data are erased.")
                .doesNotContain("Copy the whole link");
    }

    @Test
    void whoeverAsksTooOftenIsToldToWait() {
        Neighbours.REGISTRATION.reply("GET", DATA, 429, TOO_MANY);
        Neighbours.REGISTRATION.reply("GET", "/api/v1/self-service/application", 429, TOO_MANY);
        for (String path : new String[] {PAGE, "/en/my/abc"}) {
            Reply page = new Browser().open(path);
            assertThat(page.status()).isEqualTo(429);
            assertThat(page.header("Retry-After")).isEqualTo("60");
            assertThat(page.text()).contains("Too many requests", "Please wait a minute");
        }
    }

    @Test
    void whileRegistrationIsAwayThePageSaysSo() {
        Neighbours.REGISTRATION.reply("GET", DATA, 503, "{}");
        Neighbours.REGISTRATION.reply("POST", ERASURE, 503, "{}");
        assertThat(new Browser().open(PAGE).status()).isEqualTo(503);
        Neighbours.REGISTRATION.reply("GET", "/api/v1/personal-fields", 503, "{}");
        assertThat(new Browser().open("/en/privacy").text())
                .contains("Your rights", "The table of days cannot be shown at the moment");
    }

    @Test
    void thePrivacyNoticeListsTheFields() {
        assertThat(new Browser().open("/en/privacy").text())
                .contains("Family name Application To <address> you 180 days after the workshop");
    }

    @Test
    void organisersSeeWhoDidWhat() {
        Browser organiser = new Browser().signedInAs(Person.ORGANISER);

        Reply page = organiser.open(PERSON + "/history");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text())
                .contains(
                        "1–3 of 60",
                        "11 Oct 2016, 10:00 CEST Olga <Organiser>",
                        "Application admitted 11 Oct 2016, 11:00 CEST Account 5b0f8f1e-0000-4000-8000-1234567890ab",
                        "Before: submitted After: admitted Seats: open",
                        "Application submitted",
                        "The applicant");
        assertThat(page.body()).contains("/org/applications/app-1/history?page=1");
        assertThat(organiser.open(PERSON).body()).contains("href=\"/org/applications/app-1/history\"");
    }

    @Test
    void organisersReadWhyAPersonWasPutFirst() {
        Browser organiser = new Browser().signedInAs(Person.ORGANISER);
        String reasons = "/api/v1/admin/calls/call-1/waiting-list/app-1/precedence";
        Neighbours.REGISTRATION.get(
                reasons, "[{\"at\":\"2016-10-11T09:00:00Z\",\"reason\":\"Chairs the <panel> now.\"}]");
        assertThat(organiser.open(PERSON + "/history").text())
                .contains("Put first on the waiting list 11 Oct 2016, 11:00 CEST : Chairs the <panel> now.");
        Neighbours.REGISTRATION.get(reasons, "[]");
        assertThat(organiser.open(PERSON + "/history").text()).doesNotContain("Put first");
        Neighbours.REGISTRATION.reply("GET", reasons, 503, "{}");
        assertThat(organiser.open(PERSON + "/history").text())
                .contains("Application submitted", "Put first on the waiting list");
    }

    @Test
    void anEmptyHistoryAndOneThatCannotBeAsked() {
        Browser organiser = new Browser().signedInAs(Person.ORGANISER);
        Neighbours.REGISTRATION.get(
                "/api/v1/admin/applications/app-1/history", "{\"items\":[],\"page\":3,\"size\":50,\"total\":60}");
        assertThat(organiser.open(PERSON + "/history?page=3").text())
                .contains("Nothing has been noted", "Go to the first page");
        Neighbours.REGISTRATION.reply("GET", "/api/v1/admin/applications/app-1/history", 503, "{}");
        assertThat(organiser.open(PERSON + "/history").status()).isEqualTo(200);
    }

    @Test
    void organisersEraseWithAReasonAndTheVersionThatWasSeen() {
        Browser organiser = new Browser().signedInAs(Person.ORGANISER);

        Reply again = organiser.submit(PERSON + "/erasure", PERSON + "/erasure", Map.of());
        assertThat(again.status()).isEqualTo(422);
        assertThat(again.text()).contains("Choose why the data is to be erased.");
        assertThat(Neighbours.REGISTRATION.requests(ERASE_PERSON)).isEmpty();

        Reply answer = organiser.submit(PERSON + "/erasure", PERSON + "/erasure", Map.of("reason", "PERSON_ASKED"));
        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.header("Location")).endsWith(PERSON + "/history?done=erased");
        Request request = Neighbours.REGISTRATION.requests(ERASE_PERSON).get(0);
        assertThat(request.header("If-Match")).isEqualTo("\"v3\"");
        assertThat(request.body()).isEqualTo("{\"reason\":\"PERSON_ASKED\"}");
    }

    @Test
    void aChangeInTheMeantimeIsShownAndTheReasonKept() {
        Browser organiser = new Browser().signedInAs(Person.ORGANISER);
        Neighbours.REGISTRATION.reply("POST", ERASE_PERSON, 412, "{\"title\":\"stale\",\"status\":412}");

        Reply page = organiser.submit(PERSON + "/erasure", PERSON + "/erasure", Map.of("reason", "MISTAKE"));

        assertThat(page.status()).isEqualTo(412);
        assertThat(page.text()).contains("Somebody has changed this application in the meantime");
        assertThat(page.body()).contains("value=\"MISTAKE\" checked");
        Neighbours.REGISTRATION.reply("POST", ERASE_PERSON, 412, """
                {"type":"urn:infocus:problem:stale","status":412,"by":"maria","yourself":false,"at":"2016-10-10T10:00:00Z"}""");
        assertThat(organiser
                        .submit(PERSON + "/erasure", PERSON + "/erasure", Map.of("reason", "MISTAKE"))
                        .text())
                .contains("Nothing was done. maria was quicker, 10 Oct 2016, 12:00 CEST.");
        // a second click finds nobody to be erased
        Neighbours.REGISTRATION.change("/api/v1/admin/applications/app-1", Answers::erased);
        assertThat(organiser
                        .submit(PERSON + "/erasure", PERSON + "/erasure", Map.of("reason", "MISTAKE"))
                        .header("Location"))
                .endsWith(PERSON + "/history?done=erased");
    }

    @Test
    void nobodyElseSeesOrErases() {
        for (Person person : new Person[] {Person.PORTO}) {
            Browser browser = new Browser().signedInAs(person);
            assertThat(browser.open(PERSON + "/history").status()).isEqualTo(403);
            assertThat(browser.open(PERSON + "/erasure").status()).isEqualTo(403);
        }
    }
}
