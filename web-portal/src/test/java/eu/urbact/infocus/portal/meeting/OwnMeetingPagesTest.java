package eu.urbact.infocus.portal.meeting;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

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

/** What a person with a place says for themselves, without scripts. */
@QuarkusTest
@QuarkusTestResource(Neighbours.class)
class OwnMeetingPagesTest {

    private static final String PAGE = "/en/my/token/meetings";
    private static final String API = "/api/v1/self-service/application/meeting-wishes";
    private static final String OWN = """
            {"workshopTitle":"Clusters <in> Frankfurt","zone":"Europe/Berlin","startsAt":"2016-11-23T12:30:00Z","fixed":false,
             "offers":{"competences":["sw"],"activities":["62"]},"needs":{"competences":["laser"],"activities":[]},
             "statedAt":"2016-11-14T10:00:00Z","version":3}""";

    @BeforeEach
    void services() {
        Answers.frankfurt();
        Neighbours.REGISTRATION.get(API, OWN);
        Neighbours.REGISTRATION.reply("PUT", API, 200, OWN);
        Neighbours.DIRECTORY.get("/api/v1/competences", """
                {"items":[{"id":"digital","label":"Digital","children":[{"id":"sw","label":"Software"},{"id":"sec","label":"Security"}]},
                 {"id":"light","label":"Light <and> lasers","children":[{"id":"laser","label":"Lasers"},{"id":"led","label":"LED"},
                 {"id":"optics","label":"Optics"},{"id":"fibre","label":"Fibre"}]}]}""");
        Neighbours.DIRECTORY.get("/api/v1/nace-sections", """
                {"items":[{"code":"C","label":"Manufacturing","divisions":[{"code":"26","label":"Electronics"}]},
                 {"code":"J","label":"Information","divisions":[{"code":"62","label":"Programming"}]}]}""");
    }

    @Test
    void myApplicationOffersItAsSomethingOptional() {
        Neighbours.REGISTRATION.get("/api/v1/self-service/tasks", """
                {"zone":"Europe/Berlin","open":0,"tasks":[],"optional":[{"code":"MEETINGS","answered":false,"dueAt":"2016-11-23T12:30:00Z"}]}""");

        Reply page = new Browser().open("/en/my/token");

        assertThat(page.text())
                .contains(
                        "If you like",
                        "Your meetings: what you offer and what you look for : optional, you can answer until Wednesday 23"
                                + " November 2016, 13:30 CET")
                .doesNotContain("What we need from you", "Your stay at a glance");
        assertThat(page.body()).contains("href=\"/en/my/token/meetings\"");
    }

    @Test
    void thePageSaysWhatItIsForAndShowsWhatWasSaid() {
        Reply page = new Browser().open(PAGE);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
        assertThat(page.text())
                .contains(
                        "Clusters <in> Frankfurt",
                        "This is optional: you keep your place whether you answer or not.",
                        "The organisers see it, and the plan of meetings",
                        "leave all boxes empty and save",
                        "you speak for the clusters of the city that you come for; if you come for none, no meeting can be found",
                        "until the workshop begins: Wednesday 23 November 2016, 13:30 CET",
                        "I offer: competences",
                        "I look for: Light <and> lasers",
                        "62 Programming");
        assertThat(page.body())
                .contains(
                        "id=\"offers-sw\" name=\"offers\" value=\"sw\" checked>",
                        "id=\"offers-62\" name=\"offers\" value=\"62\" checked>",
                        "id=\"needs-laser\" name=\"needs\" value=\"laser\" checked>",
                        "id=\"needs-sw\" name=\"needs\" value=\"sw\">")
                // what is ticked is open, what is not is a line
                .contains(
                        "<details open><summary>I offer: Digital",
                        "<details open><summary>I look for: Light &lt;and&gt; lasers")
                .contains("<details><summary>I look for: Digital")
                .contains("<details><summary>I offer: Light &lt;and&gt; lasers");
        assertThat(Neighbours.REGISTRATION.requests(API).get(0).header("Application-Link"))
                .isEqualTo("token");
    }

    @Test
    void whatIsTickedIsSentOnWhatWasSeen() {
        Reply saved = send("offers=sw&offers=26&needs=led&needs=digital");

        assertThat(saved.status()).isEqualTo(303);
        assertThat(saved.header("Location")).endsWith(PAGE + "?done=saved");
        Request request = put();
        assertThat(request.header("If-Match")).isEqualTo("\"v3\"");
        assertThat(request.header("Application-Link")).isEqualTo("token");
        assertThat(request.body())
                .isEqualTo("{\"offers\":{\"competences\":[\"sw\"],\"activities\":[\"26\"]},"
                        + "\"needs\":{\"competences\":[\"digital\",\"led\"],\"activities\":[]}}");
        assertThat(new Browser().open(PAGE + "?done=saved").text()).contains("Saved.");
    }

    @Test
    void nothingTickedTakesEverythingBack() {
        assertThat(send("").status()).isEqualTo(303);
        assertThat(put().body())
                .isEqualTo(
                        "{\"offers\":{\"competences\":[],\"activities\":[]},\"needs\":{\"competences\":[],\"activities\":[]}}");
        Neighbours.REGISTRATION.get(API, OWN.replaceAll("\\[[^]]+]", "[]"));
        assertThat(new Browser().open(PAGE + "?done=saved").text())
                .contains("Saved: you say nothing about your meetings.");
    }

    @Test
    void tooManyAndUnknownCodesAreRefusedHereAndWhatWasTickedIsKept() {
        Reply many = send("offers=sw&needs=sw&needs=sec&needs=laser&needs=led&needs=optics&needs=fibre");
        assertThat(many.status()).isEqualTo(422);
        assertThat(many.text()).contains("Choose at most 5 competences that you look for; you have ticked 6");
        assertThat(many.body())
                .contains(
                        "href=\"#needs.competences\"",
                        "id=\"needs.competences\" tabindex=\"-1\"",
                        "value=\"fibre\" checked>")
                .contains(
                        "<p class=\"error\" id=\"needs.competences-error\">",
                        "<fieldset aria-describedby=\"needs.competences-error\">")
                .doesNotContain("offers.competences-error", "needs.activities-error")
                .contains("name=\"etag\" value=\"&quot;v3&quot;\"");

        Reply unknown = send("offers=sec&needs=%3Cscript%3E");
        assertThat(unknown.status()).isEqualTo(422);
        assertThat(unknown.text()).contains("Something you ticked is not in the lists any more.");
        assertThat(unknown.body()).contains("value=\"sec\" checked>").doesNotContain("<script>");
        assertThat(Neighbours.REGISTRATION.requests(API))
                .noneMatch(sent -> sent.method().equals("PUT"));
    }

    @Test
    void whoWasOvertakenIsToldAndSendsAgain() {
        Browser browser = new Browser();
        String stale = form(browser.open(PAGE), "offers=sec");
        Neighbours.REGISTRATION.get(API, OWN.replace("\"version\":3", "\"version\":4"));
        Neighbours.REGISTRATION.reply("PUT", API, 412, "{\"type\":\"urn:infocus:problem:stale\",\"status\":412}");

        Reply told = browser.postRaw(PAGE, stale);

        assertThat(told.status()).isEqualTo(412);
        assertThat(told.text()).contains("has been changed since you opened this page");
        assertThat(told.body())
                .contains("value=\"sec\" checked>", "name=\"etag\" value=\"&quot;v4&quot;\"")
                .contains("id=\"offers-sw\" name=\"offers\" value=\"sw\">");
    }

    @Test
    void withoutAPlaceTooLateAndWithALinkThatOpensNothing() {
        String refused =
                "{\"type\":\"urn:infocus:problem:not-admitted\",\"status\":409,\"title\":\"This person has no place\"}";
        Browser browser = new Browser();
        String form = form(browser.open(PAGE), "offers=sec&needs=26");

        Neighbours.REGISTRATION.get(API, OWN.replace("\"fixed\":false", "\"fixed\":true"));
        Reply late = browser.open(PAGE);
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.text())
                .contains("Your meetings cannot be changed any more")
                .doesNotContain("Your change was not saved", "What you had ticked");
        Reply lateSent = browser.postRaw(PAGE, form);
        assertThat(lateSent.status()).isEqualTo(409);
        assertThat(lateSent.text())
                .contains("Your change was not saved.", "What you had ticked Security 26 Electronics");

        Neighbours.REGISTRATION.reply("GET", API, 409, refused);
        for (Reply without : List.of(browser.open(PAGE), browser.postRaw(PAGE, form))) {
            assertThat(without.status()).isEqualTo(409);
            assertThat(without.text())
                    .contains("This page is for people with a place", "Your application says where you stand.");
        }

        Neighbours.REGISTRATION.reply("GET", API, 404, "{}");
        for (Reply unknown : List.of(browser.open(PAGE), browser.postRaw(PAGE, form))) {
            assertThat(unknown.status()).isEqualTo(404);
            assertThat(unknown.text()).contains("This link does not work");
        }
        assertThat(Neighbours.REGISTRATION.requests(API))
                .noneMatch(sent -> sent.method().equals("PUT"));
    }

    @Test
    void whenAServiceIsDownNothingThatWasTickedIsLost() {
        Browser browser = new Browser();
        String form = form(browser.open(PAGE), "offers=sec&needs=26");

        Neighbours.REGISTRATION.reply("PUT", API, 503, "{}");
        Reply down = browser.postRaw(PAGE, form);
        assertThat(down.status()).isEqualTo(503);
        assertThat(down.text()).contains("our registration does not answer at the moment");
        assertThat(down.body()).contains("value=\"sec\" checked>", "value=\"26\" checked>");

        Neighbours.DIRECTORY.reply("GET", "/api/v1/competences", 503, "{}");
        Reply blind = browser.postRaw(PAGE, form);
        assertThat(blind.status()).isEqualTo(503);
        assertThat(blind.text()).contains("the lists to choose from cannot be shown at the moment");
        assertThat(blind.body())
                .contains(
                        "<input type=\"hidden\" name=\"offers\" value=\"sec\">",
                        "<input type=\"hidden\" name=\"needs\" value=\"26\">");
    }

    @Test
    void whenRegistrationIsDownWhatWasTickedIsSentAgainFromThePage() {
        Browser browser = new Browser();
        String form = form(browser.open(PAGE), "offers=sec&offers=sw&needs=26");
        Neighbours.REGISTRATION.reply("GET", API, 503, "{}");

        assertThat(browser.open(PAGE).status()).isEqualTo(503);
        Reply down = browser.postRaw(PAGE, form);

        assertThat(down.status()).isEqualTo(503);
        assertThat(down.text()).contains("What you entered is kept on this page");
        assertThat(down.body())
                .contains(
                        "action=\"" + PAGE + "\"",
                        "<input type=\"hidden\" name=\"offers\" value=\"sec\">",
                        "<input type=\"hidden\" name=\"offers\" value=\"sw\">",
                        "<input type=\"hidden\" name=\"needs\" value=\"26\">",
                        "name=\"etag\" value=\"&quot;v3&quot;\"");
        assertThat(Neighbours.REGISTRATION.requests(API))
                .noneMatch(sent -> sent.method().equals("PUT"));
    }

    @Test
    void withoutTheListsThereIsNoFormToOpen() {
        for (String list : List.of("/api/v1/competences", "/api/v1/nace-sections")) {
            services();
            Neighbours.DIRECTORY.reply("GET", list, 503, "{}");
            Reply page = new Browser().open(PAGE);
            assertThat(page.status()).as(list).isEqualTo(503);
            assertThat(page.text()).contains("Not available at the moment");
        }
    }

    @Test
    void aRefusalIsSaidAndWhoHasLostThePlaceOrIsLateInTheMeantimeIsTold() {
        Browser browser = new Browser();
        String form = form(browser.open(PAGE), "offers=sec");
        Neighbours.REGISTRATION.reply("PUT", API, 422, """
                {"status":422,"title":"Not in the lists","detail":"Choose from the lists."}""");
        Reply refused = browser.postRaw(PAGE, form);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("Choose from the lists.");
        assertThat(refused.body()).contains("value=\"sec\" checked>");

        Neighbours.REGISTRATION.reply("PUT", API, 409, "{\"status\":409}");
        Neighbours.REGISTRATION.once("GET", API, 200, OWN);
        Neighbours.REGISTRATION.get(API, OWN.replace("\"fixed\":false", "\"fixed\":true"));
        Reply late = browser.postRaw(PAGE, form);
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.text()).contains("Your change was not saved.", "What you had ticked Security");

        Neighbours.REGISTRATION.once("GET", API, 200, OWN);
        Neighbours.REGISTRATION.reply("GET", API, 409, """
                {"type":"urn:infocus:problem:not-admitted","status":409,"title":"This person has no place"}""");
        Reply without = browser.postRaw(PAGE, form);
        assertThat(without.status()).isEqualTo(409);
        assertThat(without.text()).contains("This page is for people with a place");
        assertThat(without.title()).contains("This page is for people with a place");

        Neighbours.REGISTRATION.reply("GET", API, 409, """
                {"type":"urn:infocus:problem:other","status":409,"title":"Not now","detail":"Please wait."}""");
        Reply other = browser.open(PAGE);
        assertThat(other.title()).contains("This is not possible now");
        assertThat(other.text()).contains("Please wait.");
    }

    private static Reply send(String ticked) {
        Browser browser = new Browser();
        return browser.postRaw(PAGE, form(browser.open(PAGE), ticked));
    }

    /** The hidden fields of the page with what is ticked. */
    private static String form(Reply page, String ticked) {
        return Browser.fill(page, Map.of()).entrySet().stream()
                        .map(field ->
                                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"))
                + (ticked.isEmpty() ? "" : "&" + ticked);
    }

    private static Request put() {
        return Neighbours.REGISTRATION.requests("PUT", API).get(0);
    }
}
