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
    void narrowsInTheServiceAndKeepsTheChoice() {
        Reply page = organiser.open(LIST + "?state=SUBMITTED&city=porto&q=%20a%26b&sort=city&page=1");

        Request request =
                Neighbours.REGISTRATION.requests("/api/v1/admin/applications").get(0);
        assertThat(request.query())
                .contains("call=call-1", "state=SUBMITTED", "city=porto", "q=a%26b", "sort=city", "page=1");
        assertThat(request.header("Authorization")).startsWith("Bearer ");
        assertThat(page.body())
                .contains("<option value=\"SUBMITTED\" selected>", "<option value=\"porto\" selected>")
                .contains("value=\"a&amp;b\"")
                .contains("q=a%26b&amp;sort=city&amp;page=2");
        assertThat(page.text()).contains("51–51 of 120", "Page 2 of 3");
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
        assertThat(answer.header("Location")).contains(LIST + "?city=porto").endsWith("done=ADMIT");
        Request request = Neighbours.REGISTRATION.requests(DECISIONS).get(0);
        assertThat(request.header("If-Match")).isEqualTo("\"v3\"");
        assertThat(request.body()).isEqualTo("{\"decision\":\"ADMIT\"}");
        assertThat(organiser.open(LIST + "?done=ADMIT").text()).contains("Admitted. The seat is taken");
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
                .contains("<a href=\"#bucket\">Porto is full.</a>", "<option value=\"CITY:porto\" selected>");
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

        assertThat(organiser.open(ONE).body()).doesNotContain("<form");
    }

    @Test
    void emptyListSaysWhy() {
        Neighbours.REGISTRATION.get("/api/v1/admin/applications", "{\"items\":[],\"page\":0,\"size\":50,\"total\":0}");

        assertThat(organiser.open(LIST).text()).contains("Nobody has applied yet. The call closes on");
        assertThat(organiser.open(LIST + "?q=zzz").text()).contains("Nothing matches");
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
                .isEqualTo(302);
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
    void mailLog() {
        Reply page = organiser.open("/org/mails?state=UNCLEAR&application=app-1");

        assertThat(Neighbours.NOTIFICATION
                        .requests("/api/v1/admin/mails")
                        .get(0)
                        .query())
                .contains("state=UNCLEAR", "application=app-1");
        assertThat(page.text()).contains("application-received", "Unclear");
    }
}
