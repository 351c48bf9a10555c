package eu.urbact.infocus.portal.myapplication;

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

import static org.assertj.core.api.Assertions.assertThat;

/** The personal link: sent again, made anew; and the calendar behind it. */
@QuarkusTest
@QuarkusTestResource(Neighbours.class)
class LinkPagesTest {

    private static final String REQUESTS = "/api/v1/self-service/link-requests";
    private static final String RENEWALS = "/api/v1/self-service/link-renewals";
    private static final String CALENDAR = "/api/v1/self-service/calendar";
    private static final String ADMIN = "/api/v1/admin/applications/app-1/link-renewals";

    private static final String MINE = """
            {"type":"urn:infocus:problem:stale","status":412,"by":"Olga","yourself":true,"at":"2016-10-10T10:00:00Z"}""";

    @BeforeEach
    void services() {
        Answers.frankfurt();
        Neighbours.REGISTRATION.reply("POST", REQUESTS, 202, "{\"state\":\"RECEIVED\"}");
        Neighbours.REGISTRATION.reply("POST", RENEWALS, 204, "");
        Neighbours.REGISTRATION.reply("POST", ADMIN, 204, "");
    }

    @Test
    void theLinkIsAskedForByAddressAndThePageTellsNothingAboutIt() {
        Browser browser = new Browser();
        assertThat(browser.open("/en/my").text()).contains("Send me my link again", "E-mail address");
        Reply sent = browser.submit("/en/my", "/en/my", Map.of("email", "ana@example.org"));

        assertThat(sent.status()).isEqualTo(303);
        assertThat(sent.header("Location")).endsWith("/en/my?sent=again").doesNotContain("ana");
        assertThat(Neighbours.REGISTRATION.requests(REQUESTS).get(0).body())
                .isEqualTo("{\"email\":\"ana@example.org\"}");
        assertThat(browser.open("/en/my?sent=again").text())
                .contains("If somebody has applied with this address, a mail with the link is on its way.");
    }

    @Test
    void anAddressThatIsNoneIsToldAndKept() {
        Neighbours.REGISTRATION.reply("POST", REQUESTS, 422, """
                {"status":422,"errors":[{"field":"email","message":"must be a mail address"}]}""");
        Browser browser = new Browser();
        Reply wrong = browser.submit("/en/my", "/en/my", Map.of("email", "<ana>"));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.text()).contains("Enter an e-mail address such as name@example.org");
        assertThat(wrong.body()).contains("value=\"&lt;ana&gt;\"");
        assertThat(browser.submit("/en/my", "/en/my", Map.of()).text())
                .contains("Enter the e-mail address you applied with");

        Neighbours.REGISTRATION.reply("POST", REQUESTS, 500, "{}");
        Reply down = browser.submit("/en/my", "/en/my", Map.of("email", "ana@example.org"));
        assertThat(down.status()).isEqualTo(503);
        assertThat(down.body()).contains("value=\"ana@example.org\"");
    }

    @Test
    void aNewLinkIsMadeOnlyAfterAConfirmation() {
        Browser browser = new Browser();
        assertThat(browser.open("/en/my/abc/new-link").text())
                .contains("Has your link got into wrong hands?", "the code on your ticket changes");
        assertThat(Neighbours.REGISTRATION.requests(RENEWALS)).isEmpty();

        Reply made = browser.submit("/en/my/abc/new-link", "/en/my/abc/new-link", Map.of());
        assertThat(made.status()).isEqualTo(303);
        assertThat(made.header("Location")).endsWith("/en/my?sent=renewed");
        assertThat(Neighbours.REGISTRATION.requests(RENEWALS).get(0).header("Application-Link"))
                .isEqualTo("abc");
        assertThat(browser.open("/en/my?sent=renewed").text()).contains("The old links have stopped working");
        assertThat(new Browser().post("/en/my/abc/new-link", Map.of()).status()).isEqualTo(400);
    }

    @Test
    void anOrganiserMakesANewOneForSomebody() {
        Browser organiser = new Browser().signedInAs(Person.ORGANISER);
        assertThat(organiser.open("/org/applications/app-1").text()).contains("new personal link");
        String page = "/org/applications/app-1/new-link";
        Reply made = organiser.submit(page, page, Map.of());
        assertThat(made.status()).isEqualTo(303);
        assertThat(Neighbours.REGISTRATION.requests(ADMIN).get(0).header("If-Match"))
                .isEqualTo("\"v3\"");
        assertThat(organiser.open("/org/applications/app-1?done=LINK").text())
                .contains("The old links have stopped working.");

        Neighbours.REGISTRATION.reply("POST", ADMIN, 412, "{\"status\":412}");
        assertThat(organiser.submit(page, page, Map.of()).status()).isEqualTo(412);
        Neighbours.REGISTRATION.reply("POST", ADMIN, 412, MINE.replace("true", "false"));
        assertThat(organiser.submit(page, page, Map.of()).text())
                .contains("Nothing was done. Olga was quicker, 10 Oct 2016, 12:00 CEST.");
        assertThat(new Browser().signedInAs(Person.PORTO).open(page).status()).isEqualTo(403);
    }

    @Test
    void aSecondClickMakesNoSecondLinkAndIsNoMistake() {
        Browser organiser = new Browser().signedInAs(Person.ORGANISER);
        String page = "/org/applications/app-1/new-link";
        Neighbours.REGISTRATION.reply("POST", ADMIN, 412, MINE);
        Reply other = organiser.submit(page, page, Map.of());
        assertThat(other.status()).as("something else that they did themselves").isEqualTo(412);
        assertThat(other.text()).contains("It was you who changed this, 10 Oct 2016, 12:00 CEST");

        Neighbours.REGISTRATION.change(
                "/api/v1/admin/applications/app-1", application -> application.replace("\"history\":[", """
                        "history":[{"at":"2016-10-10T10:00:00Z","actor":"user:1","action":"application-link-renewed"},"""));
        assertThat(organiser.submit(page, page, Map.of()).header("Location"))
                .endsWith("/org/applications/app-1?done=LINK");
    }

    @Test
    void whoWasForgottenGetsNoNewLink() {
        Browser organiser = new Browser().signedInAs(Person.ORGANISER);
        String page = "/org/applications/app-1/new-link";
        Neighbours.REGISTRATION.reply("POST", ADMIN, 409, """
                {"type":"urn:infocus:problem:person-erased","status":409,"title":"The person's data have been erased","detail":"There is no link any more."}""");
        Reply refused = organiser.submit(page, page, Map.of());
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text()).contains("The person's data have been erased. There is no link any more.");
        Neighbours.REGISTRATION.change("/api/v1/admin/applications/app-1", Answers::erased);
        assertThat(organiser.open("/org/applications/app-1").body()).doesNotContain("/new-link");
    }

    @Test
    void theCalendarIsAFile() {
        Neighbours.REGISTRATION.reply("GET", CALENDAR, 200, "text/calendar", "BEGIN:VCALENDAR\r\nSUMMARY:Größe\r\n");
        Reply file = new Browser().open("/en/my/abc/calendar.ics");
        assertThat(file.status()).isEqualTo(200);
        assertThat(file.body()).isEqualTo("BEGIN:VCALENDAR\r\nSUMMARY:Größe\r\n");
        assertThat(file.header("Content-Type")).isEqualTo("text/calendar;charset=UTF-8");
        assertThat(file.header("Content-Disposition")).isEqualTo("attachment; filename=\"infocus-workshop.ics\"");
        assertThat(file.header("Cache-Control")).isEqualTo("no-store");

        Neighbours.REGISTRATION.reply("GET", CALENDAR, 409, "{\"status\":409}");
        Reply none = new Browser().open("/en/my/abc/calendar.ics");
        assertThat(none.status()).isEqualTo(409);
        assertThat(none.text()).contains("There is no calendar entry yet");
    }
}
