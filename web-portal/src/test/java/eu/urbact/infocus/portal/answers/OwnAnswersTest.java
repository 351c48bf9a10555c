package eu.urbact.infocus.portal.answers;

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

/** The own answers, seen and changed by the personal link; and what organisers see of them. */
@QuarkusTest
@QuarkusTestResource(Neighbours.class)
class OwnAnswersTest {

    private static final String PAGE = "/en/my/token/answers";
    private static final String SAVE = "/en/my/token/answers-given";
    private static final String API = "/api/v1/self-service/answers";
    private static final String OWN = """
            {"workshopSlug":"frankfurt-2016","mayAnswer":true,"over":false,"questions":[
             {"key":"bring","label":"What do you <bring>?","type":"TEXT","moment":"APPLICATION","required":false,"choices":[],"purpose":"To plan.","retentionDays":30,"changeable":false,"values":["A <case>"]},
             {"key":"bus","label":"By bus?","type":"YES_NO","moment":"AFTER_ADMISSION","required":true,"choices":[],"purpose":"To order it.","retentionDays":3,"changeable":true,"values":["yes"]},
             {"key":"visits","label":"Which visits?","type":"MULTI_CHOICE","moment":"AFTER_ADMISSION","required":false,"choices":["HOLM","Höchst"],"purpose":"Badges.","retentionDays":3,"changeable":true,"values":[]}]}""";

    /** Before the decision: two questions of the application, one of which is not answered yet. */
    private static final String UNDECIDED = """
            {"workshopSlug":"frankfurt-2016","mayAnswer":true,"over":false,"questions":[
             {"key":"bring","label":"What do you <bring>?","type":"TEXT","moment":"APPLICATION","required":false,"choices":[],"purpose":"To plan.","retentionDays":30,"changeable":true,"values":["A <case>"]},
             {"key":"mood","label":"Your <mood>?","type":"CHOICE","moment":"APPLICATION","required":false,"choices":["Good","Curious"],"purpose":"To plan.","retentionDays":30,"changeable":true,"values":[]}]}""";
    /** The same once the call has closed: what was not answered is not among them. */
    private static final String CLOSED = """
            {"workshopSlug":"frankfurt-2016","mayAnswer":false,"over":false,"questions":[
             {"key":"bring","label":"What do you <bring>?","type":"TEXT","moment":"APPLICATION","required":false,"choices":[],"purpose":"To plan.","retentionDays":30,"changeable":false,"values":["A <case>"]}]}""";

    @BeforeEach
    void services() {
        Answers.frankfurt();
        Neighbours.REGISTRATION.get(API, OWN);
        Neighbours.REGISTRATION.reply("PUT", API, 200, OWN);
    }

    @Test
    void answersAreShownAndChanged() {
        Browser browser = new Browser();
        Reply page = browser.open(PAGE);

        Reply saved = browser.post(
                SAVE,
                Browser.fill(page, Map.of("answer-bus", "no", "answer-visits", "Höchst", "answer-bring", "Forged")));

        assertThat(page.text()).contains("What do you <bring>?", "A <case>", "To order it.", "Deleted 3 days after");
        assertThat(page.body()).contains("value=\"yes\" checked").doesNotContain("<bring>", "<case>");
        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
        assertThat(saved.header("Location")).endsWith(PAGE + "?done=saved");
        Request put = Neighbours.REGISTRATION.requests("PUT", API).get(0);
        assertThat(put.header("Application-Link")).isEqualTo("token");
        assertThat(put.body()).isEqualTo("{\"answers\":{\"bus\":false,\"visits\":[\"Höchst\"]}}");
        assertThat(browser.open(PAGE + "?done=saved").text()).contains("have been saved");
        assertThat(browser.open("/en/my/token").body()).contains("href=\"" + PAGE + "\"");
    }

    @Test
    void whatIsWrongIsSaidAndKept() {
        Neighbours.REGISTRATION.reply("PUT", API, 422, """
                {"type":"urn:infocus:problem:invalid","status":422,"errors":[{"field":"answers.bus","message":"must be answered"}]}""");

        Reply page = new Browser().submit(PAGE, SAVE, Map.of("answer-visits", "HOLM"));

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body())
                .contains("<a href=\"#answer-bus\">By bus? – must be answered</a>", "value=\"HOLM\" checked")
                .doesNotContain("value=\"yes\" checked");
    }

    @Test
    void tooLateAndDownKeepTheInputToo() {
        Map<String, String> sent = Map.of("answer-visits", "HOLM", "answer-bus", "no");
        Neighbours.REGISTRATION.reply(
                "PUT",
                API,
                409,
                "{\"type\":\"urn:infocus:problem:call-not-open\",\"status\":409,\"detail\":\"The call has closed.\"}");
        Reply late = new Browser().submit(PAGE, SAVE, sent);
        Neighbours.REGISTRATION.reply("PUT", API, 503, "{}");
        Reply down = new Browser().submit(PAGE, SAVE, sent);

        assertThat(late.status()).isEqualTo(409);
        assertThat(late.text()).contains("The call has closed.");
        assertThat(down.status()).isEqualTo(503);
        assertThat(down.body()).contains("value=\"HOLM\" checked", "value=\"no\" checked");
    }

    @Test
    void withoutALinkThereIsNothing() {
        Neighbours.REGISTRATION.reply("GET", API, 404, "{\"status\":404}");
        for (String path : new String[] {PAGE, "/en/my/no.link/answers"}) {
            Reply page = new Browser().open(path);
            assertThat(page.status()).as(path).isEqualTo(404);
            assertThat(page.text()).contains("This link does not work");
        }
        assertThat(Neighbours.REGISTRATION.requests(API)).hasSize(1);
    }

    @Test
    void nothingCanBeChangedAnyMore() {
        Neighbours.REGISTRATION.get(
                API,
                OWN.replace("\"mayAnswer\":true", "\"mayAnswer\":false")
                        .replace("\"changeable\":true", "\"changeable\":false"));

        Reply page = new Browser().open(PAGE);

        assertThat(page.text()).contains("cannot be changed any more");
        assertThat(page.body()).doesNotContain("answers-given");
    }

    @Test
    void afterTheWorkshopNothingIsAsked() {
        Neighbours.REGISTRATION.get(
                API,
                OWN.replace("\"mayAnswer\":true,\"over\":false", "\"mayAnswer\":false,\"over\":true")
                        .replace("\"changeable\":true", "\"changeable\":false"));

        Reply page = new Browser().open(PAGE);

        assertThat(page.text())
                .contains("The workshop is over. There is nothing left to answer.", "A <case>")
                .doesNotContain("cannot be changed any more", "Nothing is asked");
        assertThat(page.body()).doesNotContain("answers-given");
    }

    @Test
    void aFormThatIsSentAfterTheWorkshopIsRefusedInTheSameWords() {
        Browser browser = new Browser();
        Reply form = browser.open(PAGE);
        Neighbours.REGISTRATION.get(
                API,
                OWN.replace("\"mayAnswer\":true,\"over\":false", "\"mayAnswer\":false,\"over\":true")
                        .replace("\"changeable\":true", "\"changeable\":false"));
        Neighbours.REGISTRATION.reply("PUT", API, 409, """
                {"type":"urn:infocus:problem:logistics-over","title":"There is nothing left to plan","status":409,"detail":"The workshop is over."}""");

        Reply late = browser.post(SAVE, Browser.fill(form, Map.of("answer-bus", "no")));

        assertThat(late.status()).isEqualTo(409);
        assertThat(late.text()).contains("The workshop is over.").doesNotContain("have been saved");
        assertThat(late.body()).doesNotContain("answers-given");
    }

    @Test
    void aPageFromBeforeTheDecisionSavesNothingAndKeepsWhatWasEntered() {
        calledFor();
        Neighbours.REGISTRATION.get(API, UNDECIDED);
        Browser browser = new Browser();
        Map<String, String> sent =
                Browser.fill(browser.open(PAGE), Map.of("answer-bring", "A <new> case", "answer-mood", "Curious"));
        Neighbours.REGISTRATION.get(API, OWN);

        Reply page = browser.post(SAVE, sent);

        assertThat(page.status()).isEqualTo(409);
        assertThat(Neighbours.REGISTRATION.requests("PUT", API)).isEmpty();
        assertThat(page.title()).startsWith("Error: ");
        assertThat(page.text())
                .contains(
                        "What is asked of you has changed since you opened this page, so nothing was saved.",
                        "What you had entered You can copy it from here. What do you <bring>? A <new> case Your <mood>? Curious")
                .doesNotContain("have been saved", "cannot be changed any more");
        // what was answered meanwhile in another window is as it was
        assertThat(page.body())
                .contains("name=\"answer-bus\" value=\"yes\" checked")
                .doesNotContain("<new>", "<mood>");
        Reply saved = browser.post(SAVE, Browser.fill(page, Map.of("answer-bus", "no")));
        assertThat(saved.header("Location")).endsWith(PAGE + "?done=saved");
        assertThat(Neighbours.REGISTRATION.last("PUT", API).body()).isEqualTo("{\"answers\":{\"bus\":false}}");
    }

    @Test
    void aQuestionThatIsNewIsShownBeforeAnythingIsSavedAndWhatWasEnteredStaysInItsField() {
        Browser browser = new Browser();
        Map<String, String> sent =
                Browser.fill(browser.open(PAGE), Map.of("answer-bus", "no", "answer-visits", "HOLM"));
        Neighbours.REGISTRATION.get(API, OWN.replace("]}]}", """
                ]},{"key":"shoes","label":"Shoes?","type":"TEXT","moment":"AFTER_ADMISSION","required":true,"choices":[],"purpose":"The visit.","retentionDays":3,"changeable":true,"values":["42"]}]}"""));

        Reply page = browser.post(SAVE, sent);

        assertThat(page.status()).isEqualTo(409);
        assertThat(Neighbours.REGISTRATION.requests("PUT", API)).isEmpty();
        assertThat(page.body()).contains("value=\"no\" checked", "value=\"HOLM\" checked", "42</textarea>");
        assertThat(page.text()).doesNotContain("What you had entered You can copy it");
    }

    @Test
    void whatIsSentWhenTheCallHasClosedIsThereToBeCopied() {
        calledFor();
        Neighbours.REGISTRATION.reply(
                "PUT",
                API,
                409,
                "{\"type\":\"urn:infocus:problem:call-not-open\",\"status\":409,\"detail\":\"The call has closed.\"}");
        Map<String, String> entered = Map.of("answer-bring", "A <new> case", "answer-mood", "Curious");
        for (boolean meanwhile : new boolean[] {false, true}) {
            Neighbours.REGISTRATION.get(API, UNDECIDED);
            Browser browser = new Browser();
            Map<String, String> sent = Browser.fill(browser.open(PAGE), entered);
            if (meanwhile) {
                Neighbours.REGISTRATION.lastTime("GET", API);
            }
            Neighbours.REGISTRATION.get(API, CLOSED);

            Reply late = browser.post(SAVE, sent);

            assertThat(late.status()).isEqualTo(409);
            assertThat(late.text())
                    .contains(
                            "Nothing was saved: the answers could not be changed any more when you sent them.",
                            "What you had entered You can copy it from here. What do you <bring>? A <new> case Your <mood>? Curious");
            assertThat(late.body()).doesNotContain("answers-given");
        }
        assertThat(Neighbours.REGISTRATION.requests("PUT", API)).hasSize(1);
    }

    private static void calledFor() {
        Answers.call(Answers.CALLS.replace("\"acceptsApplications\"", """
                "questions":[{"key":"mood","type":"CHOICE","label":"Your <mood>?","required":false,"choices":["Good","Curious"],"purpose":"To plan.","retentionDays":30,"moment":"APPLICATION","retired":false}],"acceptsApplications\""""));
    }

    @Test
    void organisersSeeTheAnswers() {
        Neighbours.REGISTRATION.get(
                "/api/v1/admin/applications/app-1", Answers.APPLICATION.replaceFirst("\"version\":3", """
                "version":3,"answers":[{"key":"bus","label":"By <bus>?","type":"YES_NO","moment":"AFTER_ADMISSION","values":["yes"]},
                 {"key":"visits","label":"Which visits?","type":"MULTI_CHOICE","moment":"APPLICATION","values":["HOLM","Höchst"]}]"""));

        Reply page = new Browser().signedInAs(Person.ORGANISER).open("/org/applications/app-1");

        assertThat(page.text()).contains("Answers", "By <bus>? after admission Yes", "Which visits? HOLM; Höchst");
        assertThat(page.body()).doesNotContain("<bus>");
    }

    @Test
    void organisersSeeWhatIsOpenAlthoughItMustBeAnswered() {
        Neighbours.REGISTRATION.get(
                "/api/v1/admin/applications/app-1",
                Answers.APPLICATION.replaceFirst(
                        "\"version\":3",
                        "\"version\":3,\"openQuestions\":[{\"key\":\"first\",\"label\":\"First <time>?\"}]"));

        Browser organiser = new Browser().signedInAs(Person.ORGANISER);

        assertThat(organiser.open("/org/applications/app-1").text())
                .contains("Answers First <time>? Not answered, although it must be.");
        assertThat(organiser.open("/org/w/frankfurt-2016/plan/people/app-1").text())
                .contains("First <time>? Not answered, although it must be.");
    }
}
