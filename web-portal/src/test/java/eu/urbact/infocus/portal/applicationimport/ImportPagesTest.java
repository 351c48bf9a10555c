package eu.urbact.infocus.portal.applicationimport;

import java.nio.charset.StandardCharsets;
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

/** Applications from a file or a pasted table. */
@QuarkusTest
@QuarkusTestResource(Neighbours.class)
class ImportPagesTest {

    private static final String PAGE = "/org/w/frankfurt-2016/import";
    private static final String IMPORTS = "/api/v1/admin/calls/call-1/application-imports";
    private static final String TABLE = "given_name,email\nZdeňka <b>,zdenka@example.org\n";

    private Browser organiser;

    @BeforeEach
    void signIn() {
        Answers.frankfurt();
        organiser = new Browser().signedInAs(Person.ORGANISER);
    }

    @Test
    void aFileIsPassedOnAsItIsAndEachLineReported() {
        Neighbours.REGISTRATION.reply("POST", IMPORTS, 201, """
                {"created":1,"alreadyThere":1,"refused":1,"erased":1,"ignoredColumns":["state"],"lines":[
                 {"line":2,"outcome":"CREATED","applicationId":"app-1","errors":[]},
                 {"line":3,"outcome":"ALREADY_THERE","applicationId":"app-2","errors":[]},
                 {"line":4,"outcome":"REFUSED","applicationId":null,"errors":[{"column":"email","message":"must be <a> mail address"},{"column":null,"message":"has not as many cells"}]},
                 {"line":5,"outcome":"ERASED","applicationId":null,"errors":[]}]}""");
        byte[] file = ("\uFEFF" + TABLE).getBytes(StandardCharsets.UTF_8);

        Reply page = organiser.upload(PAGE, PAGE, Map.of("mode", "lines", "table", ""), "file", file);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text())
                .contains(
                        "1 application brought in, 1 there before, 1 line not taken. 1 line is of somebody whose data were erased and brings nobody in.",
                        "Line 4: email must be <a> mail address; has not as many cells",
                        "Line 2: brought in",
                        "Line 3: there before",
                        "Not read, because decisions or the people themselves say it, or because it is about another call: state.");
        assertThat(page.body())
                .contains("/org/applications/app-1", "Zdeňka &lt;b&gt;")
                .doesNotContain("<b>", "/org/applications/null");
        Request request = Neighbours.REGISTRATION.requests(IMPORTS).get(0);
        assertThat(request.query()).isEqualTo("mode=lines");
        assertThat(request.header("Content-Type")).startsWith("text/csv");
        assertThat(request.header("Authorization")).startsWith("Bearer ");
        assertThat(request.body()).isEqualTo("\uFEFF" + TABLE);
    }

    @Test
    void whatIsLeftOpenIsSaidForEachLine() {
        Neighbours.REGISTRATION.reply("POST", IMPORTS, 201, """
                {"created":2,"alreadyThere":0,"refused":0,"erased":0,"ignoredColumns":[],"lines":[
                 {"line":2,"outcome":"CREATED","applicationId":"app-1","errors":[],"openQuestions":[{"key":"a","label":"What <b>?"},{"key":"b","label":"Why?"}]},
                 {"line":3,"outcome":"CREATED","applicationId":"app-2","errors":[],"openQuestions":[]}]}""");

        Reply page = organiser.upload(PAGE, PAGE, Map.of("mode", "whole", "table", TABLE), "file", new byte[0]);

        assertThat(page.text())
                .contains(
                        "Brought in, and not answered The call wants an answer to this from everybody. As long as the call takes applications, these people can answer on their own page, to which their mail leads.",
                        "Line 2: What <b>? · Why?")
                .doesNotContain("Line 3: What");
        assertThat(page.body()).doesNotContain("<b>");
    }

    @Test
    void theColumnsOfTheCallsOwnQuestionsAreNamed() {
        Answers.call(Answers.CALLS.replace("\"acceptsApplications\"", """
                "questions":[{"key":"session-formats","type":"MULTI_CHOICE","label":"How <b>?","choices":["Panel","Talk"],"moment":"APPLICATION","retired":false},
                 {"key":"first","type":"YES_NO","label":"First time?","choices":[],"moment":"APPLICATION","retired":false},
                 {"key":"bus","type":"TEXT","label":"Bus?","choices":[],"moment":"AFTER_ADMISSION","retired":false}],"acceptsApplications\""""));

        Reply page = organiser.open(PAGE);

        assertThat(page.text())
                .contains(
                        "applied_at (when it reached you",
                        "answer_session_formats How <b>? some of the choices, with semicolons between them: Panel; Talk",
                        "answer_first First time? yes or no")
                .doesNotContain("answer_bus");
    }

    @Test
    void aPastedTableIsTakenWhenNoFileIsChosen() {
        Neighbours.REGISTRATION.reply("POST", IMPORTS, 201, """
                {"created":1,"alreadyThere":0,"refused":0,"ignoredColumns":[],"lines":[{"line":2,"outcome":"CREATED","applicationId":"app-1","errors":[]}]}""");

        Reply page = organiser.upload(PAGE, PAGE, Map.of("mode", "whole", "table", TABLE), "file", new byte[0]);

        assertThat(page.status()).isEqualTo(200);
        // nothing is left to mend
        assertThat(page.body()).doesNotContain("zdenka@example.org");
        Request request = Neighbours.REGISTRATION.requests(IMPORTS).get(0);
        assertThat(request.query()).isEqualTo("mode=whole");
        assertThat(request.body().replace("\r\n", "\n")).isEqualTo(TABLE);
    }

    @Test
    void whatIsWrongIsSaidLineByLineAndTheTableKept() {
        Neighbours.REGISTRATION.reply("POST", IMPORTS, 422, """
                {"type":"urn:infocus:problem:import-refused","detail":"2 places need attention.","errors":[
                 {"line":2,"column":"email","field":"line 2, email","message":"must be a mail address"},{"line":0,"column":null,"field":"file","message":"The file is empty."}]}""");

        Reply page = organiser.upload(
                PAGE, PAGE, Map.of("mode", "whole", "table", ""), "file", TABLE.getBytes(StandardCharsets.UTF_8));

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.title()).startsWith("Error: ");
        assertThat(page.body())
                .contains(
                        "<a href=\"#table\">Table, line 2, email: must be a mail address</a>",
                        "<a href=\"#table\">Table: The file is empty.</a>",
                        "Zdeňka &lt;b&gt;,zdenka@example.org");
    }

    @Test
    void aFileThatIsNotInUtf8IsNeitherSentNorShown() {
        byte[] western = "first_name,email\nZoë,zoe@example.org\n".getBytes(StandardCharsets.ISO_8859_1);

        Reply page = organiser.upload(PAGE, PAGE, Map.of("mode", "whole", "table", ""), "file", western);

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.text()).contains("The file is not in UTF-8. Save it as CSV in UTF-8");
        assertThat(page.body()).doesNotContain("zoe@example.org", "\uFFFD");
        assertThat(Neighbours.REGISTRATION.requests(IMPORTS)).isEmpty();
    }

    @Test
    void nothingChosenIsSaidWithoutAskingTheService() {
        Reply page = organiser.upload(PAGE, PAGE, Map.of("mode", "lines", "table", " "), "file", new byte[0]);

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body()).contains("<a href=\"#file\">Choose a file", "value=\"lines\" checked");
        assertThat(Neighbours.REGISTRATION.requests(IMPORTS)).isEmpty();
    }

    @Test
    void anOutageKeepsTheTable() {
        Neighbours.REGISTRATION.reply("POST", IMPORTS, 503, "{}");

        Reply page = organiser.upload(
                PAGE, PAGE, Map.of("mode", "lines", "table", ""), "file", TABLE.getBytes(StandardCharsets.UTF_8));

        assertThat(page.status()).isEqualTo(503);
        assertThat(page.text()).contains("Send the table again: nobody is entered twice.");
        assertThat(page.body()).contains("zdenka@example.org", "value=\"lines\" checked");
    }

    @Test
    void anEndedSessionKeepsTheTableAndItCanBeSentAgain() {
        Browser stranger = new Browser();
        Reply page = stranger.upload(
                "/en/my", PAGE, Map.of("mode", "lines", "table", ""), "file", TABLE.getBytes(StandardCharsets.UTF_8));
        assertThat(page.status()).isEqualTo(401);
        assertThat(page.body()).contains("zdenka@example.org", "value=\"lines\"");
        assertThat(Neighbours.REGISTRATION.requests(IMPORTS)).isEmpty();

        byte[] western = "first_name,email\nZoë,zoe@example.org\n".getBytes(StandardCharsets.ISO_8859_1);
        Reply unreadable = stranger.upload("/en/my", PAGE, Map.of("mode", "lines", "table", ""), "file", western);
        assertThat(unreadable.status()).isEqualTo(401);
        assertThat(unreadable.text()).contains("Please sign in again").doesNotContain("What you entered is kept");
        assertThat(unreadable.body()).contains("href=\"" + PAGE + "\"").doesNotContain("name=\"table\"");

        stranger.signedInAs(Person.ORGANISER);
        Neighbours.REGISTRATION.reply("POST", IMPORTS, 200, """
                {"created":0,"alreadyThere":1,"refused":0,"ignoredColumns":[],"lines":[{"line":2,"outcome":"ALREADY_THERE","applicationId":"app-1","errors":[]}]}""");
        Reply again = stranger.post(PAGE, Browser.fill(page, Map.of()));
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.text()).contains("0 applications brought in, 1 there before");
        assertThat(Neighbours.REGISTRATION.requests(IMPORTS).get(0).body()).contains("zdenka@example.org");
    }

    @Test
    void othersAreTurnedAwayAndForgedFormsAreRefused() {
        Browser porto = new Browser().signedInAs(Person.PORTO);
        assertThat(porto.open(PAGE).status()).isEqualTo(403);
        assertThat(porto.upload("/en/my", PAGE, Map.of("mode", "lines", "table", TABLE), "file", new byte[0])
                        .status())
                .isEqualTo(403);
        assertThat(organiser
                        .upload(PAGE, PAGE, Map.of("csrf", "forged", "table", TABLE), "file", new byte[0])
                        .status())
                .isEqualTo(400);
        assertThat(Neighbours.REGISTRATION.requests(IMPORTS)).isEmpty();
    }
}
