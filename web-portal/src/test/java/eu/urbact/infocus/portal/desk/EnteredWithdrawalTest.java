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
import eu.urbact.infocus.portal.testing.StubService.Request;

import static org.assertj.core.api.Assertions.assertThat;

/** Organisers enter for somebody that they cannot come, and take a withdrawal back. */
@QuarkusTest
@QuarkusTestResource(Neighbours.class)
class EnteredWithdrawalTest {

    private static final String ONE = "/org/applications/app-1";
    private static final String ENTER = ONE + "/withdrawal";
    private static final String BACK = ENTER + "/back";
    private static final String APPLICATION = "/api/v1/admin/applications/app-1";
    private static final String ADMIN = APPLICATION + "/withdrawal";

    private static final String MINE = """
            {"type":"urn:infocus:problem:stale","status":412,"by":"Olga","yourself":true,"at":"2016-10-10T10:00:00Z"}""";

    private static final String WITHDRAWN =
            Answers.APPLICATION.replace("\"state\":\"SUBMITTED\"", "\"state\":\"WITHDRAWN\"");

    private Browser organiser;

    @BeforeEach
    void signIn() {
        Answers.frankfurt();
        Neighbours.REGISTRATION.reply("POST", ADMIN, 200, WITHDRAWN);
        Neighbours.REGISTRATION.reply("DELETE", ADMIN, 200, Answers.APPLICATION);
        organiser = new Browser().signedInAs(Person.ORGANISER);
    }

    @Test
    void itIsEnteredAfterAConfirmationWithANote() {
        assertThat(organiser.open(ONE).body())
                .contains("href=\"" + ENTER + "\"")
                .doesNotContain(BACK);
        assertThat(organiser.open(ENTER).text())
                .contains("Ana O’Neil <b> cannot come?", "they get a mail that says that you have entered it")
                .doesNotContain("Their place becomes free");
        assertThat(Neighbours.REGISTRATION.requests(ADMIN)).isEmpty();

        Reply sent = organiser.submit(ENTER, ENTER, Map.of("note", "Get well <soon>."));
        assertThat(sent.status()).isEqualTo(303);
        assertThat(sent.header("Location")).endsWith(ONE + "?done=WITHDRAWN");
        Request request = Neighbours.REGISTRATION.requests(ADMIN).get(0);
        assertThat(request.header("If-Match")).isEqualTo("\"v3\"");
        assertThat(request.body()).isEqualTo("{\"note\":\"Get well <soon>.\"}");
        assertThat(organiser.open(ONE + "?done=WITHDRAWN").text())
                .contains("Entered. The application is withdrawn, and the mail is on its way.");

        organiser.submit(ENTER, ENTER, Map.of("note", "  "));
        assertThat(Neighbours.REGISTRATION.requests(ADMIN).get(1).body()).isEqualTo("{}");
    }

    @Test
    void whoHasAPlaceLosesWhatGoesWithItAndThePageSaysSo() {
        Neighbours.REGISTRATION.get(
                APPLICATION, Answers.APPLICATION.replace("\"state\":\"SUBMITTED\"", "\"state\":\"ADMITTED\""));
        assertThat(organiser.open(ENTER).text())
                .contains(
                        "Their place becomes free at once and can go to somebody else. Their ticket, hotel room and places at meals, visits and buses go with it");
        assertThat(organiser.open(ONE).text())
                .contains(
                        "This person has a place. With the place you take away their ticket, their hotel room and their places at meals, visits and buses, and the mail says so.");
        Neighbours.REGISTRATION.get(APPLICATION, Answers.APPLICATION);
        assertThat(organiser.open(ONE).text()).doesNotContain("This person has a place.");
    }

    @Test
    void aWithdrawalIsTakenBackAfterAConfirmation() {
        Neighbours.REGISTRATION.get(APPLICATION, WITHDRAWN);
        assertThat(organiser.open(ONE).body())
                .contains("href=\"" + BACK + "\"")
                .doesNotContain("href=\"" + ENTER + "\"");
        assertThat(organiser.open(ENTER).text()).contains("There is nothing to withdraw.");
        assertThat(organiser.open(BACK).text())
                .contains(
                        "The application waits for your decision again as it was sent in",
                        "They have no place by it",
                        "A withdrawal stands when the person has applied again, when their city has sent somebody else instead");
        assertThat(Neighbours.REGISTRATION.requests(ADMIN)).isEmpty();

        Reply sent = organiser.submit(BACK, BACK, Map.of());
        assertThat(sent.status()).isEqualTo(303);
        assertThat(sent.header("Location")).endsWith(ONE + "?done=STANDS");
        Request request = Neighbours.REGISTRATION.requests(ADMIN).get(0);
        assertThat(request.method()).isEqualTo("DELETE");
        assertThat(request.header("If-Match")).isEqualTo("\"v3\"");
        assertThat(organiser.open(ONE + "?done=STANDS").text())
                .contains("The withdrawal is taken back. The application waits for a decision");

        Neighbours.REGISTRATION.get(APPLICATION, Answers.APPLICATION);
        assertThat(organiser.open(BACK).text()).contains("There is no withdrawal to take back.");
    }

    @Test
    void whatIsRefusedIsSaidAndTheNoteStays() {
        Neighbours.REGISTRATION.reply("POST", ADMIN, 409, """
                {"type":"urn:infocus:problem:not-withdrawable","status":409,"title":"This application cannot be withdrawn any more","detail":"The workshop is over."}""");
        Reply refused = organiser.submit(ENTER, ENTER, Map.of("note", "Get well."));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text())
                .contains("This application cannot be withdrawn any more. The workshop is over.", "Get well.");
        Neighbours.REGISTRATION.reply("POST", ADMIN, 422, """
                {"type":"urn:infocus:problem:invalid","status":422,"errors":[{"field":"note","message":"size must be between 0 and 1000"}]}""");
        Reply tooLong = organiser.submit(ENTER, ENTER, Map.of("note", "x".repeat(1_001)));
        assertThat(tooLong.status()).isEqualTo(422);
        assertThat(tooLong.text()).contains("Note: must be at most 1,000 characters long; you wrote 1,001");
        Neighbours.REGISTRATION.reply("POST", ADMIN, 412, MINE.replace("true", "false"));
        assertThat(organiser.submit(ENTER, ENTER, Map.of()).text())
                .contains("Nothing was done. Olga was quicker, 10 Oct 2016, 12:00 CEST.");

        Neighbours.REGISTRATION.get(APPLICATION, WITHDRAWN);
        Neighbours.REGISTRATION.reply("DELETE", ADMIN, 409, """
                {"type":"urn:infocus:problem:withdrawal-stands","status":409,"title":"This withdrawal cannot be taken back","detail":"The person's city sends somebody else in their place."}""");
        Reply stands = organiser.submit(BACK, BACK, Map.of());
        assertThat(stands.status()).isEqualTo(409);
        assertThat(stands.text())
                .contains(
                        "This withdrawal cannot be taken back. The person's city sends somebody else in their place.");
    }

    @Test
    void aSecondClickIsNoMistake() {
        Neighbours.REGISTRATION.reply("POST", ADMIN, 412, MINE);
        Neighbours.REGISTRATION.reply("DELETE", ADMIN, 412, MINE);
        assertThat(organiser.submit(ENTER, ENTER, Map.of()).status())
                .as("something else that they did themselves")
                .isEqualTo(412);
        Reply form = organiser.open(ENTER);
        Neighbours.REGISTRATION.change(APPLICATION, application -> WITHDRAWN.replace("\"history\":[", """
                        "history":[{"at":"2016-10-10T10:00:00Z","actor":"user:1","action":"application-withdrawn"},"""));
        assertThat(organiser.post(ENTER, Browser.fill(form, Map.of())).header("Location"))
                .endsWith(ONE + "?done=WITHDRAWN");

        form = organiser.open(BACK);
        Neighbours.REGISTRATION.change(APPLICATION, application -> Answers.APPLICATION.replace("\"history\":[", """
                        "history":[{"at":"2016-10-10T10:00:00Z","actor":"user:1","action":"application-withdrawal-taken-back"},"""));
        assertThat(organiser.post(BACK, Browser.fill(form, Map.of())).header("Location"))
                .endsWith(ONE + "?done=STANDS");
    }

    @Test
    void itIsForOrganisersAndNobodyWhoWasForgotten() {
        for (String page : new String[] {ENTER, BACK}) {
            assertThat(new Browser().signedInAs(Person.PORTO).open(page).status())
                    .isEqualTo(403);
        }
        Browser porto = new Browser().signedInAs(Person.PORTO);
        porto.open("/partner/");
        assertThat(porto.post(ENTER, Map.of("csrf", porto.cookie("infocus-csrf"), "version", "3"))
                        .status())
                .isEqualTo(403);
        for (String application : new String[] {Answers.APPLICATION, WITHDRAWN}) {
            Neighbours.REGISTRATION.get(APPLICATION, Answers.erased(application));
            assertThat(organiser.open(ONE).body()).doesNotContain(ENTER);
        }
        assertThat(Neighbours.REGISTRATION.requests(ADMIN)).isEmpty();
    }

    @Test
    void theNoteOfWhoeverIsSignedOutMeanwhileIsKept() {
        Browser browser = new Browser();
        browser.open("/en/my");
        Reply page = browser.post(
                ENTER, Map.of("csrf", browser.cookie("infocus-csrf"), "note", "Get well <soon>.", "version", "3"));
        assertThat(page.status()).isEqualTo(401);
        assertThat(page.text()).contains("Please sign in again", "Get well <soon>.");
        assertThat(Neighbours.REGISTRATION.requests(ADMIN)).isEmpty();
    }
}
