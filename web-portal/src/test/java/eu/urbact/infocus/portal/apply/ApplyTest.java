package eu.urbact.infocus.portal.apply;

import java.util.HashMap;
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

/** Applying: what is sent, what comes back, and that nothing entered is lost. */
@QuarkusTest
@QuarkusTestResource(Neighbours.class)
class ApplyTest {

    private static final String PAGE = "/en/w/frankfurt-2016/apply";
    private static final String SEND = "/en/w/frankfurt-2016/application";
    private static final String API = "/api/v1/applications";
    private static final String IN_USE =
            "{\"type\":\"urn:infocus:problem:idempotency-key-in-use\",\"title\":\"A request with this key is still running\",\"status\":409}";
    private static final Map<String, String> ANA = Map.of(
            "givenName", "Ana",
            "familyName", "Sá",
            "email", "ana@example.org",
            "organisation", "InvestPorto",
            "position", "",
            "country", "PT",
            "cityId", "porto",
            "profile", "EXPERT",
            "motivation", "One\r\nTwo",
            "privacyAccepted", "yes");

    @BeforeEach
    void services() {
        Answers.frankfurt();
        Neighbours.REGISTRATION.reply("POST", API, 201, "{\"id\":\"x\",\"state\":\"RECEIVED\"}");
    }

    @Test
    void sendsWhatWasEnteredAndGoesOn() {
        Browser browser = new Browser();

        Reply answer = browser.submit(PAGE, SEND, ANA);

        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.header("Location")).endsWith("/en/w/frankfurt-2016/applied");
        Request request = Neighbours.REGISTRATION.requests(API).get(0);
        assertThat(request.body())
                .contains(
                        "\"callId\":\"call-1\"", "\"familyName\":\"Sá\"", "\"cityId\":\"porto\"", "\"language\":\"en\"")
                .contains("\"contributor\":false", "\"privacyAccepted\":true")
                .doesNotContain("position", "submission", "csrf");
        assertThat(request.header("Idempotency-Key")).hasSize(36);
        assertThat(request.header("X-Forwarded-For")).isEqualTo("127.0.0.1");
        assertThat(browser.open("/en/w/frankfurt-2016/applied").text())
                .contains("Your application has arrived", "This is not a place yet");
    }

    @Test
    void sendingTwiceUsesOneKeyAndSomethingElseAnother() {
        Browser browser = new Browser();
        Map<String, String> sent = Browser.fill(browser.open(PAGE), ANA);
        browser.post(SEND, sent);
        browser.post(SEND, sent);
        Map<String, String> changed = new HashMap<>(sent);
        changed.put("organisation", "Other");
        browser.post(SEND, changed);
        browser.submit(PAGE, SEND, ANA);

        assertThat(Neighbours.REGISTRATION.requests(API).stream().map(r -> r.header("Idempotency-Key")))
                .hasSize(4)
                .satisfies(keys -> {
                    assertThat(keys.get(0)).isEqualTo(keys.get(1));
                    assertThat(keys.get(2)).isNotEqualTo(keys.get(0));
                    assertThat(keys.get(3)).isNotEqualTo(keys.get(0));
                });
    }

    @Test
    void bothClicksOfADoubleClickEndOnTheSamePage() {
        Neighbours.REGISTRATION.once("POST", API, 409, IN_USE);
        Neighbours.REGISTRATION.once("POST", API, 409, IN_USE);

        Reply answer = new Browser().submit(PAGE, SEND, ANA);

        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.header("Location")).endsWith("/en/w/frankfurt-2016/applied");
        assertThat(Neighbours.REGISTRATION.requests(API).stream().map(r -> r.header("Idempotency-Key") + r.body()))
                .hasSize(3)
                .containsOnly(Neighbours.REGISTRATION.requests(API).get(0).header("Idempotency-Key")
                        + Neighbours.REGISTRATION.requests(API).get(0).body());
    }

    @Test
    void patienceHasAnEnd() {
        Neighbours.REGISTRATION.reply("POST", API, 409, IN_USE);

        Reply page = new Browser().submit(PAGE, SEND, ANA);

        assertThat(page.status()).isEqualTo(409);
        assertThat(page.text()).contains("is being taken in at this moment", "not counted twice");
        assertThat(page.body()).contains("value=\"Ana\"");
        assertThat(Neighbours.REGISTRATION.requests(API)).hasSize(6);
    }

    @Test
    void anotherConflictIsNotRepeated() {
        Neighbours.REGISTRATION.reply(
                "POST", API, 409, "{\"type\":\"urn:infocus:problem:call-closed\",\"detail\":\"The call is closed.\"}");

        new Browser().submit(PAGE, SEND, ANA);

        assertThat(Neighbours.REGISTRATION.requests(API)).hasSize(1);
    }

    @Test
    void oddValuesAreShownAgainAsTheyWere() {
        Neighbours.REGISTRATION.reply("POST", API, 422, """
                {"type":"urn:infocus:problem:invalid","status":422,"errors":[{"field":"familyName","message":"is not a name"},
                 {"field":"email","message":"is too long"},{"field":"country","message":"is no country"},{"field":"cityId","message":"is no partner city"},
                 {"field":"profile","message":"has no such value"},{"field":"motivation","message":"is too long"}]}""");
        Map<String, String> odd = new HashMap<>(ANA);
        String rightToLeft = "\u202Bמרים אל־חאג׳\u202C";
        String address = "a".repeat(300) + "@example.org";
        String essay = "🦆 “long” & <b> ".repeat(500) + "\r\nعربي";
        odd.put("givenName", "👩‍🔬");
        odd.put("familyName", rightToLeft);
        odd.put("email", address);
        odd.put("country", "ZZ\"><i>");
        odd.put("cityId", "atlantis 🌊");
        odd.put("profile", "WIZARD & <co>");
        odd.put("motivation", essay);

        Reply page = new Browser().submit(PAGE, SEND, odd);

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body())
                .contains("value=\"👩‍🔬\"", "value=\"" + rightToLeft + "\"", "value=\"" + address + "\"")
                .contains("<option value=\"ZZ&quot;&gt;&lt;i&gt;\" selected>")
                .contains("<option value=\"atlantis 🌊\" selected>")
                .contains("value=\"WIZARD &amp; &lt;co&gt;\" checked")
                .contains("&lt;b&gt; 🦆", "عربي</textarea>")
                .doesNotContain("<i>", "<co>");
        for (String field : new String[] {"familyName", "email", "country", "cityId", "profile", "motivation"}) {
            assertThat(page.body())
                    .contains("<a href=\"#" + field + "\">", "id=\"" + field + "\"", "id=\"" + field + "-error\"");
        }
        assertThat(Neighbours.REGISTRATION.requests(API).get(0).body())
                .contains("👩‍🔬", rightToLeft, "\"country\":\"ZZ\\\"><i>\"", "WIZARD");
    }

    @Test
    void showsWhatIsWrongBesideTheFieldsAndKeepsTheInput() {
        Neighbours.REGISTRATION.reply("POST", API, 422, """
                {"type":"urn:infocus:problem:invalid","title":"Invalid","status":422,"errors":[
                 {"field":"givenName","message":"must not be blank"},{"field":"familyName","message":"must not contain angle brackets"},
                 {"field":"application.privacyAccepted","message":"must be true"},{"field":"weather","message":"must be fine"}]}""");
        Map<String, String> bad = new HashMap<>(ANA);
        bad.put("givenName", "");
        bad.put("familyName", "<script>alert(1)</script>\"'");
        bad.put("motivation", "</textarea><b>=cmd()");
        bad.remove("privacyAccepted");

        Reply page = new Browser().submit(PAGE, SEND, bad);

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.title()).startsWith("Error: ");
        assertThat(page.text()).contains("There is a problem", "Enter your given name", "must be fine");
        assertThat(page.body())
                .contains("<a href=\"#givenName\">Enter your given name</a>")
                .contains("<a href=\"#familyName\">Family name: must not contain angle brackets</a>")
                .contains("<a href=\"#privacyAccepted\">")
                .contains("id=\"givenName-error\"", "aria-describedby=\" givenName-error\"", "aria-invalid=\"true\"")
                .contains("value=\"&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;\"")
                .contains("&lt;/textarea&gt;&lt;b&gt;=cmd()")
                .contains(
                        "value=\"ana@example.org\"",
                        "<option value=\"PT\" selected>",
                        "<option value=\"porto\" selected>")
                .contains("value=\"EXPERT\" checked")
                .doesNotContain("<script>alert");
        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void malformedIsForThePersonTheSameAsWrong() {
        Neighbours.REGISTRATION.reply(
                "POST",
                API,
                400,
                "{\"type\":\"urn:infocus:problem:malformed\",\"errors\":[{\"field\":\"profile\",\"message\":\"has no such value\"}]}");

        Reply page = new Browser().submit(PAGE, SEND, ANA);

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body()).contains("<a href=\"#profile\">What describes you best: has no such value</a>");
    }

    @Test
    void closedInTheMeantime() {
        Neighbours.REGISTRATION.reply(
                "POST", API, 409, "{\"type\":\"urn:infocus:problem:call-closed\",\"detail\":\"The call is closed.\"}");

        Reply page = new Browser().submit(PAGE, SEND, ANA);

        assertThat(page.status()).isEqualTo(409);
        assertThat(page.text()).contains("The call is closed.");
        assertThat(page.body()).contains("value=\"Ana\"");
    }

    @Test
    void registrationIsDown() {
        Browser browser = new Browser();
        Map<String, String> sent = Browser.fill(browser.open(PAGE), ANA);
        Neighbours.REGISTRATION.reply("POST", API, 503, "{}");

        Reply page = browser.post(SEND, sent);

        assertThat(page.status()).isEqualTo(503);
        assertThat(page.text()).contains("Nothing you entered is lost");
        assertThat(page.body()).contains("value=\"Ana\"", sent.get("submission"));
    }

    @Test
    void worksWhileEventsAndDirectoryAreDown() {
        Neighbours.EVENT.stop();
        Neighbours.DIRECTORY.stop();

        Reply answer = new Browser().submit(PAGE, SEND, ANA);

        assertThat(answer.status()).isEqualTo(303);
    }

    @Test
    void noFormWhenNobodyCanApply() {
        Neighbours.REGISTRATION.get("/api/v1/calls", Answers.CLOSED_CALLS);

        Reply page = new Browser().open(PAGE);

        assertThat(page.text()).contains("Applications are not open", "3 November 2016, 23:59 CET");
        assertThat(page.body()).doesNotContain("<form");
        assertThat(new Browser().open("/en/w/frankfurt-2016").text()).contains("Nobody can apply at the moment");
    }

    @Test
    void closedEarly() {
        Neighbours.REGISTRATION.get("/api/v1/calls", Answers.CLOSED_CALLS.replace("\"OPEN\"", "\"CLOSED\""));

        for (String path : new String[] {"/en/", "/en/w/frankfurt-2016", "/en/w/frankfurt-2016/call", PAGE}) {
            assertThat(new Browser().open(path).text())
                    .as(path)
                    .contains("The call has closed")
                    .doesNotContain("3 November 2016", "3 Nov 2016");
        }
    }

    @Test
    void longTextComesBackWithWhatIsAllowed() {
        Neighbours.REGISTRATION.reply("POST", API, 422, """
                {"type":"urn:infocus:problem:invalid","status":422,"errors":[{"field":"privacyAccepted","message":"must be true"},
                 {"field":"motivation","message":"size must be between 0 and 2000"},{"field":"","message":"must be fine"},
                 {"field":"familyName","message":"must not be blank"}]}""");
        Map<String, String> sent = new HashMap<>(ANA);
        sent.put("motivation", "é&".repeat(50_000));
        sent.put("familyName", "");
        sent.put("privacyAccepted", "no");

        Reply page = new Browser().submit(PAGE, SEND, sent);

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.text())
                .containsSubsequence(
                        "There is a problem",
                        "Enter your family name",
                        "must be at most 2,000 characters long; you wrote 100,000",
                        "Confirm that you have read the privacy notice",
                        "must be fine",
                        "About you");
        assertThat(page.body()).contains("é&amp;é&amp;", "value=\"Ana\"");
        assertThat(Neighbours.REGISTRATION.requests(API).get(0).body()).contains("\"privacyAccepted\":false");
    }

    @Test
    void formThatCannotBeRead() {
        Browser browser = new Browser();
        String fields = IntStream.range(0, 5_000).mapToObj(n -> "f" + n + "=x").collect(Collectors.joining("&"));
        for (String body : new String[] {"a=%", "a=%zz", "%=1", fields}) {
            Reply page = browser.postRaw(SEND, body);
            assertThat(page.status()).isEqualTo(400);
            assertThat(page.text()).contains("did not arrive as it should");
        }
        assertThat(Neighbours.REGISTRATION.requests(API)).isEmpty();
    }

    @Test
    void reloadStartsAnew() {
        assertThat(new Browser().open(SEND).path()).isEqualTo(PAGE);
    }

    @Test
    void goingBackFindsTheSameForm() {
        assertThat(new Browser().open(PAGE).header("Cache-Control")).isEqualTo("private, no-cache");
    }

    @Test
    void noCallNoForm() {
        Neighbours.REGISTRATION.get("/api/v1/calls", "[]");

        assertThat(new Browser().open(PAGE).status()).isEqualTo(404);
    }

    @Test
    void formFromElsewhereIsRefused() {
        Browser browser = new Browser();
        Map<String, String> forged = new HashMap<>(Browser.fill(browser.open(PAGE), ANA));
        forged.put("csrf", "AAAAAAAAAAAAAAAAAAAAAA");

        Reply wrong = browser.post(SEND, forged);
        Reply missing = new Browser().post(SEND, ANA);

        assertThat(wrong.status()).isEqualTo(400);
        assertThat(missing.status()).isEqualTo(400);
        assertThat(missing.text()).contains("The request could not be handled", "Co-funded by the European Union");
        assertThat(Neighbours.REGISTRATION.requests(API)).isEmpty();
    }

    @Test
    void tooLargeFormIsRefused() {
        Browser browser = new Browser();
        Map<String, String> huge = new HashMap<>(Browser.fill(browser.open(PAGE), ANA));
        huge.put("motivation", "x".repeat(1_100_000));

        Reply page = browser.post(SEND, huge);

        assertThat(page.status()).isEqualTo(413);
        assertThat(page.text()).contains("What you sent is far too long");
        assertThat(Neighbours.REGISTRATION.requests(API)).isEmpty();
    }
}
