package eu.urbact.infocus.portal.myapplication;

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

import static org.assertj.core.api.Assertions.assertThat;

/** The page behind the personal link. */
@QuarkusTest
@QuarkusTestResource(Neighbours.class)
class MyApplicationTest {

    private static final String SHOW = "/api/v1/self-service/application";
    private static final String WAITING = "/api/v1/self-service/waiting-list";
    private static final String WITHDRAW = "/api/v1/self-service/withdrawal";

    @BeforeEach
    void services() {
        Answers.frankfurt();
        Neighbours.REGISTRATION.reply("POST", WITHDRAW, 200, Answers.OWN.replace("ADMITTED", "WITHDRAWN"));
    }

    @Test
    void saysWhereItStands() {
        Reply page = new Browser().open("/en/my/abc-_123");

        assertThat(page.text())
                .contains(
                        "Admitted",
                        "You have a place",
                        "Book a room.",
                        "Bring <posters>.",
                        "Ana Sá",
                        "Partner city Porto");
        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
        assertThat(page.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(Neighbours.REGISTRATION.requests(SHOW).get(0).header("Application-Link"))
                .isEqualTo("abc-_123");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SUBMITTED", "WAITLISTED", "OFFERED", "ADMITTED"})
    void whoHasOrMayGetAPlaceReadsWhenAndWhereTheWorkshopIs(String state) {
        String mine = Answers.OWN.replace(
                "\"ADMITTED\"",
                "\"" + state + "\",\"workshopStartsAt\":\"2016-11-23T12:30:00Z\","
                        + "\"workshopEndsAt\":\"2016-11-25T13:00:00Z\",\"workshopPlace\":\"Town <hall>\",\"zone\":\"Europe/Berlin\"");
        Neighbours.REGISTRATION.get(SHOW, mine);
        assertThat(new Browser().open("/en/my/abc").text())
                .contains(
                        "When Wednesday 23 November 2016, 13:30 CET to Friday 25 November 2016, 14:00 CET Where Town <hall>");
        Neighbours.REGISTRATION.get(SHOW, mine.replace("\"state\"", "\"over\":true,\"state\""));
        assertThat(new Browser().open("/en/my/abc").text()).doesNotContain("Where Town");
    }

    @Test
    void whoCameBeforeTheyGaveTheirPlaceUpFindsTheirCertificate() {
        String withdrawn = Answers.OWN.replace("ADMITTED", "WITHDRAWN");
        Neighbours.REGISTRATION.get(SHOW, withdrawn);
        assertThat(new Browser().open("/en/my/abc").text()).doesNotContain("certificate of attendance");
        Neighbours.REGISTRATION.get(SHOW, withdrawn.replace("\"state\"", "\"attended\":true,\"state\""));
        Reply page = new Browser().open("/en/my/abc");
        assertThat(page.text()).contains("You were there while you had a place. Your certificate of attendance says");
        assertThat(page.body()).contains("/en/my/abc/ticket");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SUBMITTED", "WAITLISTED", "DECLINED", "OFFERED", "WITHDRAWN", "SOMETHING_NEW"})
    void everyStateHasItsWords(String state) {
        Neighbours.REGISTRATION.get(SHOW, Answers.OWN.replace("ADMITTED", state));

        assertThat(new Browser().open("/en/my/abc").status()).isEqualTo(200);
    }

    @Test
    void whoeverIsUndecidedReadsByWhenThatWillBe() {
        Neighbours.REGISTRATION.get(
                SHOW,
                Answers.OWN
                        .replace("ADMITTED", "SUBMITTED")
                        .replace("\"nextStep\":", "\"decidesBy\":\"2016-11-11\",\"nextStep\":"));

        assertThat(new Browser().open("/en/my/abc").text())
                .contains("The organisers mean to decide by: Friday 11 November 2016");
    }

    @Test
    void whoeverWaitsReadsAboutWhereOnTheirOwnPage() {
        String waits = Answers.OWN
                .replace("ADMITTED", "WAITLISTED")
                .replace("\"nextStep\":", "\"waitingList\":\"RUNNING\",\"nextStep\":");
        String stands =
                "{\"state\":\"WAITLISTED\",\"running\":true,\"zone\":\"Europe/Berlin\",\"band\":\"FIRST_TEN\",\"bandWords\":\"among the first ten\"}";
        String link = "href=\"/en/my/abc/waiting-list\"";
        Neighbours.REGISTRATION.get(SHOW, waits);
        Neighbours.REGISTRATION.get(WAITING, stands);

        Reply page = new Browser().open("/en/my/abc");

        assertThat(page.text())
                .contains("You are among the first ten on the waiting list.")
                .doesNotContain("See about where you stand");
        assertThat(page.body()).contains(link);
        Neighbours.REGISTRATION.get(WAITING, stands.replaceFirst("\"band\".*", "\"setAside\":true}"));
        assertThat(new Browser().open("/en/my/abc").text()).contains("See about where you stand on the waiting list");
        Neighbours.REGISTRATION.reply("GET", WAITING, 503, "{}");
        Reply down = new Browser().open("/en/my/abc");
        assertThat(down.status()).isEqualTo(200);
        assertThat(down.text()).contains("See about where you stand on the waiting list");
        Neighbours.REGISTRATION.get(WAITING, stands);
        Neighbours.REGISTRATION.get(SHOW, Answers.OWN);
        assertThat(new Browser().open("/en/my/abc").text()).doesNotContain("among the first ten");
    }

    @Test
    void whatIsOverIsNotHopedFor() {
        String waits = Answers.OWN.replace("ADMITTED", "WAITLISTED");
        Neighbours.REGISTRATION.get(
                SHOW,
                waits.replace(
                        "\"nextStep\":",
                        "\"zone\":\"Europe/Berlin\",\"waitingList\":\"RUNNING\",\"nextStepAt\":\"2016-11-21T12:30:00Z\",\"nextStep\":"));
        Reply before = new Browser().open("/en/my/abc");
        assertThat(before.text())
                .contains(
                        "You are on the waiting list and move up",
                        "Places are offered until: Monday 21 November 2016, 13:30 CET");
        assertThat(before.body()).contains("href=\"/en/my/abc/waiting-list\"");
        Neighbours.REGISTRATION.get(
                SHOW, waits.replace("\"nextStep\":", "\"waitingList\":\"SUSPENDED\",\"nextStep\":"));
        Reply suspended = new Browser().open("/en/my/abc");
        assertThat(suspended.text())
                .contains(
                        "You are on the waiting list, which is suspended: no places are offered from it at the moment.")
                .doesNotContain("no place became free", "move up");
        assertThat(suspended.body()).contains("href=\"/en/my/abc/waiting-list\"");
        Neighbours.REGISTRATION.get(
                SHOW, waits.replace("\"nextStep\":", "\"waitingList\":\"SET_ASIDE\",\"nextStep\":"));
        assertThat(new Browser().open("/en/my/abc").text())
                .contains("which you have declined or the organisers have taken back.")
                .doesNotContain("move up");
        String ended = waits.replace("\"nextStep\":", "\"waitingList\":\"ENDED\",\"nextStep\":");
        Neighbours.REGISTRATION.get(SHOW, ended);
        assertThat(new Browser().open("/en/my/abc").text())
                .contains("You are on the waiting list, but no place became free for you in time.")
                .doesNotContain("move up", "See about where you stand");
        Neighbours.REGISTRATION.get(SHOW, ended.replace("\"nextStep\":", "\"offeredBefore\":true,\"nextStep\":"));
        assertThat(new Browser().open("/en/my/abc").text())
                .contains(
                        "You are on the waiting list again, after a place had been held for you. No other one can be offered in time.")
                .doesNotContain("no place became free", "See about where you stand");
        Neighbours.REGISTRATION.get(SHOW, waits.replace("\"nextStep\":", "\"over\":true,\"nextStep\":"));
        assertThat(new Browser().open("/en/my/abc").text())
                .contains("The workshop is over.")
                .doesNotContain("move up");
        Neighbours.REGISTRATION.get(
                SHOW,
                Answers.OWN.replace("ADMITTED", "SUBMITTED").replace("\"nextStep\":", "\"over\":true,\"nextStep\":"));
        assertThat(new Browser().open("/en/my/abc").text())
                .contains("Nothing was decided about your application.")
                .doesNotContain("waits for the organisers' decision");
    }

    @Test
    void whoeverHasWithdrawnMayApplyAgainWhileTheCallIsOpen() {
        Neighbours.REGISTRATION.get(SHOW, Answers.OWN.replace("ADMITTED", "WITHDRAWN"));
        assertThat(new Browser().open("/en/my/abc").text()).contains("Apply again");
        Answers.call(Answers.CLOSED_CALLS);
        assertThat(new Browser().open("/en/my/abc").text()).doesNotContain("Apply again");
        Answers.call(Answers.CALLS);
        Neighbours.REGISTRATION.get(SHOW, Answers.OWN);
        assertThat(new Browser().open("/en/my/abc").text()).doesNotContain("Apply again");
    }

    @Test
    void whoeverHasBeenReplacedIsToldSo() {
        String withdrawn = Answers.OWN.replace("ADMITTED", "WITHDRAWN");
        Neighbours.REGISTRATION.get(SHOW, withdrawn);
        assertThat(new Browser().open("/en/my/abc").text())
                .contains("This application has been withdrawn.")
                .doesNotContain("somebody else in your place", "You can apply again");
        Neighbours.REGISTRATION.get(SHOW, withdrawn.replace("\"nextStep\":", "\"replaced\":true,\"nextStep\":"));
        assertThat(new Browser().open("/en/my/abc").text())
                .contains("Your city sends somebody else in your place, and your application has been withdrawn.");
    }

    @Test
    void whoeverHasLostTheirPlaceReadsSoAndWhatHasGoneWithIt() {
        String gone =
                "Your ticket is not valid any more. A hotel room that was kept for you here, and places at meals, visits and buses, are given back";
        String declined = Answers.OWN.replace("ADMITTED", "DECLINED");
        Neighbours.REGISTRATION.get(SHOW, declined);
        assertThat(new Browser().open("/en/my/abc").text())
                .contains("The organisers could not give you a place this time.")
                .doesNotContain("have taken back", gone);
        Neighbours.REGISTRATION.get(SHOW, declined.replace("\"nextStep\":", "\"placeTakenBack\":true,\"nextStep\":"));
        assertThat(new Browser().open("/en/my/abc").text())
                .contains("The organisers have taken back the place that you had.", gone)
                .doesNotContain("could not give you a place");
        Neighbours.REGISTRATION.get(
                SHOW,
                Answers.OWN
                        .replace("ADMITTED", "WAITLISTED")
                        .replace(
                                "\"nextStep\":",
                                "\"placeTakenBack\":true,\"waitingList\":\"SUSPENDED\",\"nextStep\":"));
        assertThat(new Browser().open("/en/my/abc").text())
                .contains(
                        "The organisers have taken back the place that you had. You are on the waiting list, which is suspended",
                        gone);
    }

    @Test
    void whomOrganisersHaveWithdrawnIsToldSo() {
        Neighbours.REGISTRATION.get(
                SHOW,
                Answers.OWN
                        .replace("ADMITTED", "WITHDRAWN")
                        .replace("\"nextStep\":", "\"withdrawnByOrganisers\":true,\"nextStep\":"));
        assertThat(new Browser().open("/en/my/abc").text())
                .contains(
                        "The organisers have entered that you cannot come, and your application has been withdrawn.",
                        "Bring <posters>.");
    }

    @Test
    void aReasonThatSaysNothingIsLeftOut() {
        Neighbours.REGISTRATION.get(
                SHOW,
                Answers.OWN
                        .replace("ADMITTED", "DECLINED")
                        .replace("\"canWithdraw\":true", "\"canWithdraw\":false,\"reasonCode\":\"OTHER\""));
        assertThat(new Browser().open("/en/my/abc").text())
                .contains("Note from the organisers Bring <posters>.")
                .doesNotContain("Why", "Another reason");
    }

    @Test
    void linkThatIsNotKnown() {
        Neighbours.REGISTRATION.reply("GET", SHOW, 404, "{}");
        Neighbours.REGISTRATION.reply("POST", WITHDRAW, 404, "{}");

        for (String path : new String[] {"/en/my/abc", "/en/my/abc/withdraw"}) {
            Reply page = new Browser().open(path);
            assertThat(page.status()).isEqualTo(404);
            assertThat(page.text()).contains("This link does not work");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"%00", "a%0d%0ab", "%F0%9F%A6%86", "abc.def", "a%20b"})
    void whatCannotBeALinkIsNotAskedAbout(String token) {
        Browser browser = new Browser();
        for (String path : new String[] {"/en/my/" + token, "/en/my/" + token + "/withdraw"}) {
            Reply page = browser.open(path);
            assertThat(page.status()).isEqualTo(404);
            assertThat(page.text()).contains("This link does not work");
        }
        Reply sent = browser.submit("/en/my/abc/withdraw", "/en/my/" + token + "/withdraw", Map.of());
        assertThat(sent.status()).isEqualTo(404);
        assertThat(browser.open("/en/my/" + "a".repeat(201)).status()).isEqualTo(404);
        assertThat(Neighbours.REGISTRATION.requests(SHOW)).hasSize(1);
        assertThat(Neighbours.REGISTRATION.requests(WITHDRAW)).isEmpty();
    }

    /** Nobody learns from the page why a link opens nothing: it is the same, byte for byte, for links of every kind. */
    @Test
    void whateverIsWrongWithALinkThePageIsTheSame() {
        for (String method : new String[] {"GET", "POST", "PUT"}) {
            for (String path :
                    new String[] {SHOW, WITHDRAW, "/api/v1/self-service/calendar", "/api/v1/self-service/link-renewals"
                    }) {
                Neighbours.REGISTRATION.reply(method, path, 404, "{\"type\":\"urn:infocus:problem:not-found\"}");
            }
        }
        Browser browser = new Browser();
        browser.open("/en/my");
        String page = browser.open("/en/my/AQ").body();
        // long and short, malformed ones that are not even asked about, and every page behind a link
        for (String token : new String[] {"BA", "a".repeat(50), "a".repeat(300), "a.b", "%00", "a%20b", "%C3%A9"}) {
            for (String below : new String[] {"", "/withdraw", "/edit", "/new-link", "/calendar.ics"}) {
                Reply reply = browser.open("/en/my/" + token + below);
                assertThat(reply.status()).as(token + below).isEqualTo(404);
                assertThat(reply.body()).as(token + below).isEqualTo(page);
                assertThat(reply.header("Cache-Control")).isEqualTo("no-store");
            }
            for (String below : new String[] {"/withdraw", "/edit", "/new-link"}) {
                Reply reply = browser.submit("/en/my", "/en/my/" + token + below, Map.of("givenName", "Ana"));
                assertThat(reply.status()).as(token + below).isEqualTo(404);
                assertThat(reply.body()).as(token + below).isEqualTo(page);
            }
        }
    }

    @Test
    void saysWhatComesNextAndWhen() {
        Neighbours.REGISTRATION.get(SHOW, Answers.OWN_UNDECIDED);

        assertThat(new Browser().open("/en/my/abc").text())
                .contains(
                        "What comes next Wait.",
                        "The call closes: Friday 4 November 2016, 18:00 CET",
                        "Change my application",
                        "until Friday 4 November 2016, 18:00 CET and as long as nobody has decided")
                .doesNotContain("into my calendar");

        Neighbours.REGISTRATION.get(SHOW, Answers.OWN_UNDECIDED.replace("\"canEdit\":true", "\"canEdit\":false"));
        assertThat(new Browser().open("/en/my/abc").text())
                .contains("The call has closed, so the rest of your application cannot be changed any more.")
                .doesNotContain("Change my application");
    }

    @Test
    void saysWhyThereIsNoPlace() {
        Neighbours.REGISTRATION.get(
                SHOW,
                Answers.OWN
                        .replace("ADMITTED", "DECLINED")
                        .replace("\"canWithdraw\":true", "\"canWithdraw\":false,\"reasonCode\":\"ROOM_FULL\""));

        assertThat(new Browser().open("/en/my/abc").text())
                .contains("Declined", "Why No place left in the room.", "Bring <posters>.")
                .doesNotContain("ROOM_FULL");
    }

    @Test
    void withdrawsOnlyAfterAConfirmation() {
        Browser browser = new Browser();

        Reply question = browser.open("/en/my/abc/withdraw");
        assertThat(question.text())
                .contains(
                        "Withdraw your application?",
                        "Your place becomes free at once and can go to somebody else.",
                        "With it you give up your ticket, your hotel room and your places at meals, visits and buses");
        assertThat(Neighbours.REGISTRATION.requests(WITHDRAW)).isEmpty();

        Reply answer = browser.submit("/en/my/abc/withdraw", "/en/my/abc/withdraw", Map.of());
        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.header("Location")).endsWith("/en/my/abc?done=withdrawn");
        assertThat(Neighbours.REGISTRATION.requests(WITHDRAW)).hasSize(1);
        assertThat(browser.open("/en/my/abc?done=withdrawn").text()).contains("has been withdrawn");
    }

    @Test
    void nothingToWithdraw() {
        Neighbours.REGISTRATION.get(SHOW, Answers.OWN.replace("\"canWithdraw\":true", "\"canWithdraw\":false"));

        assertThat(new Browser().open("/en/my/abc").text()).doesNotContain("Withdraw my application");
        cannotBeWithdrawn(
                "\"state\":\"ADMITTED\"",
                "You have been checked in at the workshop, so your place cannot go to somebody else");
        cannotBeWithdrawn("\"state\":\"DECLINED\"", "You have no place, so there is nothing to give back.");
        cannotBeWithdrawn("\"state\":\"WITHDRAWN\"", "This application has been withdrawn already.");
        cannotBeWithdrawn(
                "\"state\":\"ADMITTED\",\"over\":true,\"workshopEndsAt\":\"2016-11-25T13:00:00Z\",\"zone\":\"Europe/Lisbon\"",
                "The workshop is over: applications could be withdrawn until Friday 25 November 2016, 13:00 WET");
    }

    private static void cannotBeWithdrawn(String standing, String why) {
        Neighbours.REGISTRATION.get(
                SHOW,
                Answers.OWN
                        .replace("\"canWithdraw\":true", "\"canWithdraw\":false")
                        .replace("\"state\":\"ADMITTED\"", standing));
        Reply page = new Browser().step("/en/my/abc/withdraw");
        assertThat(page.status()).isEqualTo(409);
        assertThat(page.text()).contains("It cannot be withdrawn", why, "Back to my application");
    }

    @Test
    void refusedWithdrawalSaysWhy() {
        Neighbours.REGISTRATION.reply("POST", WITHDRAW, 409, "{}");

        Reply answer = new Browser().submit("/en/my/abc/withdraw", "/en/my/abc/withdraw", Map.of());

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.text()).contains("It cannot be withdrawn", "You have been checked in");
    }

    @Test
    void withdrawalFromElsewhereIsRefused() {
        assertThat(new Browser().post("/en/my/abc/withdraw", Map.of("a", "b")).status())
                .isEqualTo(400);
        assertThat(Neighbours.REGISTRATION.requests(WITHDRAW)).isEmpty();
    }
}
