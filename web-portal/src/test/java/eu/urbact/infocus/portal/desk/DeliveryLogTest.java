package eu.urbact.infocus.portal.desk;

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

/** The delivery log, and what organisers do about mails that have not arrived. */
@QuarkusTest
@QuarkusTestResource(Neighbours.class)
class DeliveryLogTest {

    private static final String LOG = "/org/mails";
    private static final String MAILS = "/api/v1/admin/mails";
    private static final String MAIL = """
            {"id":"m1","applicationId":"app-1","workshopId":"0190","template":"application-admitted","state":"%s","attempts":1,
             "address":"a***@e***.org","reply":"550 no such user","messageId":"<one@infocus.example>","queuedAt":"2016-10-10T09:00:01Z","version":4}""";

    private Browser organiser;

    @BeforeEach
    void signIn() {
        Answers.frankfurt();
        organiser = new Browser().signedInAs(Person.ORGANISER);
    }

    private static void log(String state) {
        Neighbours.NOTIFICATION.get(
                MAILS, "{\"items\":[" + MAIL.formatted(state) + "],\"page\":0,\"size\":50,\"total\":1}");
    }

    private static void now(String state) {
        Neighbours.NOTIFICATION.get(MAILS + "/m1", MAIL.formatted(state));
    }

    @Test
    void mailLogHasPages() {
        Neighbours.EVENT.get("/api/v1/workshops", Answers.WORKSHOPS.replace("Europe/Berlin", "Europe/Lisbon"));

        Reply page = organiser.open("/org/mails?state=UNCLEAR&application=app-1");

        assertThat(page.text()).contains("1–1 of 120, to one person", "Page 1 of 3", "10 Oct 2016, 10:00 WEST");
        assertThat(page.body()).contains("href=\"/org/mails?state=UNCLEAR&amp;application=app-1&amp;page=1\"");
        organiser.open("/org/mails?page=1");
        assertThat(Neighbours.NOTIFICATION.last("GET", MAILS).query()).contains("page=1");
    }

    @Test
    void mailLogLeadsToApplicationsAndNowhereElse() {
        Neighbours.NOTIFICATION.get("/api/v1/admin/mails", """
                {"items":[{"id":"m1","applicationId":"app-1","workshopId":"0190","template":"place-given-up","state":"SENT","queuedAt":"2016-10-10T09:00:01Z"},
                 {"id":"m2","applicationId":"inv-1","workshopId":"0190","template":"invitation-reminder","state":"SENT","queuedAt":"2016-10-10T09:00:01Z"},
                 {"id":"m3","applicationId":"call-1","workshopId":"0190","template":"hotel-requests-waiting","state":"SENT","queuedAt":"2016-10-10T09:00:01Z"},
                 {"id":"m4","applicationId":"call-1","workshopId":"0190","template":"logistics-changes-waiting","state":"SENT","queuedAt":"2016-10-10T09:00:01Z"}],
                 "page":0,"size":50,"total":4}""");
        Reply page = organiser.open("/org/mails");
        assertThat(page.body()).contains("href=\"/org/applications/app-1\"");
        assertThat(page.body()).doesNotContain("/org/applications/inv-1", "/org/applications/call-1");
    }

    @Test
    void mailLogThatIsRefusedSaysSo() {
        Neighbours.NOTIFICATION.reply("GET", "/api/v1/admin/mails", 422, "{\"status\":422}");
        Reply wrong = organiser.open("/org/mails?state=NONSENSE");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.text()).contains("The request could not be handled");

        Neighbours.NOTIFICATION.reply("GET", "/api/v1/admin/mails", 403, "{\"status\":403}");
        assertThat(organiser.open("/org/mails").status()).isEqualTo(403);

        Neighbours.NOTIFICATION.reply("GET", "/api/v1/admin/mails", 500, "{}");
        Reply failed = organiser.open("/org/mails");
        assertThat(failed.status()).isEqualTo(503);
        assertThat(failed.text()).contains("Delivery log", "cannot be loaded at the moment");
    }

    @Test
    void mailLog() {
        Reply page = organiser.open("/org/mails?state=UNCLEAR&application=app-1");

        assertThat(Neighbours.NOTIFICATION.last("GET", MAILS).query()).contains("state=UNCLEAR", "application=app-1");
        assertThat(page.text())
                .contains("We have received your application", "a***@e***.org", "Unclear", "<one@infocus.example>")
                .doesNotContain("application-received");
    }

    @Test
    void isNarrowedToOneKindOfMail() {
        Reply page = organiser.open(LOG + "?template=application-admitted&state=FAILED");

        assertThat(Neighbours.NOTIFICATION.last("GET", MAILS).query())
                .contains("template=application-admitted", "state=FAILED");
        assertThat(page.body())
                .contains(
                        "<option value=\"application-admitted\" selected>You have a place</option>",
                        "href=\"/org/mails?state=FAILED&amp;template=application-admitted&amp;page=1\"");
    }

    @Test
    void aFailedMailIsSentAgainAndTheListIsTheSame() {
        log("FAILED");
        now("QUEUED");
        Neighbours.NOTIFICATION.reply("POST", MAILS + "/m1/resend", 200, MAIL.formatted("QUEUED"));
        String list = LOG + "?state=FAILED&template=application-admitted";

        Reply before = organiser.open(list);
        Reply sent = organiser.submit(list, LOG + "/m1/resend", Map.of());

        assertThat(before.text()).contains("Send it again", "550 no such user").doesNotContain("It has arrived");
        assertThat(sent.status()).isEqualTo(303);
        assertThat(sent.header("Location"))
                .endsWith("/org/mails?state=FAILED&template=application-admitted&done=RESENT&of=m1");
        assertThat(Neighbours.NOTIFICATION.last("POST", MAILS + "/m1/resend").header("If-Match"))
                .isEqualTo("\"v4\"");
        assertThat(organiser.open(sent.header("Location")).text())
                .contains("“You have a place” to a***@e***.org: it is sent again. Its state now: Queued.");
    }

    @Test
    void anUnclearMailIsKeptAsArrived() {
        log("UNCLEAR");
        now("SENT");
        Neighbours.NOTIFICATION.reply("POST", MAILS + "/m1/confirmation", 200, MAIL.formatted("SENT"));

        Reply sent = organiser.submit(LOG, LOG + "/m1/confirmation", Map.of());

        assertThat(sent.status()).isEqualTo(303);
        assertThat(Neighbours.NOTIFICATION
                        .last("POST", MAILS + "/m1/confirmation")
                        .header("If-Match"))
                .isEqualTo("\"v4\"");
        assertThat(organiser.open(sent.header("Location")).text())
                .contains("“You have a place” to a***@e***.org: kept as arrived. Its state now: Sent.");
    }

    @Test
    void aMailThatHasArrivedHasNoButtons() {
        log("SENT");

        assertThat(organiser.open(LOG).body()).doesNotContain("/org/mails/m1/", "one@infocus.example");
    }

    @Test
    void aSecondClickIsToldWhatTheMailIsNow() {
        log("FAILED");
        now("SENT");
        for (String problem : new String[] {
            "{\"type\":\"urn:infocus:problem:stale\",\"status\":412,\"title\":\"Changed\"}",
            "{\"type\":\"urn:infocus:problem:mail-not-resendable\",\"status\":409,\"title\":\"This mail cannot be sent again\"}"
        }) {
            int status = problem.contains("412") ? 412 : 409;
            Neighbours.NOTIFICATION.reply("POST", MAILS + "/m1/resend", status, problem);

            Reply page = organiser.submit(LOG, LOG + "/m1/resend", Map.of());

            assertThat(page.status()).isEqualTo(status);
            assertThat(page.title()).startsWith("Error:");
            assertThat(page.text())
                    .contains(
                            "Nothing more was done: this mail has changed since you opened the list",
                            "“You have a place” to a***@e***.org is now: Sent.");
        }
    }

    @Test
    void whatIsNotConfirmedIsNotSaidToBeDone() {
        log("FAILED");
        Neighbours.NOTIFICATION.reply("POST", MAILS + "/m1/resend", 503, "{}");

        Reply page = organiser.submit(LOG, LOG + "/m1/resend", Map.of());

        assertThat(page.status()).isEqualTo(503);
        assertThat(page.text()).contains("It was not confirmed, because the delivery log does not answer.");
    }

    @Test
    void aMailThatIsNotThereIsNoPage() {
        log("FAILED");

        assertThat(organiser.submit(LOG, LOG + "/m2/resend", Map.of()).status()).isEqualTo(404);
    }

    @Test
    void onlyOrganisersDoAnythingAboutAMail() {
        Browser partner = new Browser().signedInAs(Person.PORTO);

        for (String action : new String[] {"resend", "confirmation"}) {
            Reply page = partner.submit("/en/my", LOG + "/m1/" + action, Map.of("version", "4"));
            assertThat(page.status()).isEqualTo(403);
            assertThat(Neighbours.NOTIFICATION.requests(MAILS + "/m1/" + action))
                    .isEmpty();
        }
    }

    @Test
    void aReloadOnTheWayShowsTheLog() {
        assertThat(organiser.step(LOG + "/m1/resend").header("Location")).endsWith(LOG);
        assertThat(organiser.step(LOG + "/m1/confirmation").header("Location")).endsWith(LOG);
    }

    @Test
    void organisersSeeThatMailsHaveNotArrived() {
        Neighbours.NOTIFICATION.get(MAILS, "FAILED", "{\"items\":[],\"page\":0,\"size\":1,\"total\":3}");
        Neighbours.NOTIFICATION.get(MAILS, "UNCLEAR", "{\"items\":[],\"page\":0,\"size\":1,\"total\":1}");

        Reply overview = organiser.open("/org/");
        assertThat(overview.text()).contains("3 mails have not arrived . One mail may not have arrived .");
        assertThat(overview.body()).contains("href=\"/org/mails?state=FAILED\"", "href=\"/org/mails?state=UNCLEAR\"");

        for (String path : new String[] {"/org/applications/app-1", "/org/w/frankfurt-2016/plan/people/app-1"}) {
            Reply person = organiser.open(path);
            assertThat(person.text())
                    .contains(
                            "3 mails about this person have not arrived . One mail about this person may not have arrived .");
            assertThat(person.body()).contains("href=\"/org/mails?state=FAILED&amp;application=app-1\"");
            assertThat(Neighbours.NOTIFICATION.last("GET", MAILS).query())
                    .contains("state=UNCLEAR", "application=app-1", "size=1");
        }
    }

    @Test
    void nothingIsSaidWhenAllMailsHaveArrived() {
        Neighbours.NOTIFICATION.get(MAILS, "{\"items\":[],\"page\":0,\"size\":1,\"total\":0}");

        assertThat(organiser.open("/org/").text())
                .doesNotContain("mails have not arrived", "may not have arrived", "cannot be said");
    }

    @Test
    void withoutTheLogTheOverviewSaysThatItDoesNotKnow() {
        Neighbours.NOTIFICATION.stop();

        Reply page = organiser.open("/org/");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).contains("Whether all mails have arrived cannot be said at the moment.");
    }
}
