package eu.urbact.infocus.portal.withdrawal;

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

@QuarkusTest
@QuarkusTestResource(Neighbours.class)
class WithdrawalPagesTest {

    private static final String PAGE = "/org/withdrawn-clusters";
    private static final String OUT = "/api/v1/admin/withdrawn-clusters";

    private static final String LIST = """
            [{"id":"ist","name":"Inovcluster <old>","cityId":"porto","country":"PT","withdrawnAt":"2016-10-09T10:15:00Z","withdrawnBy":"maria",
              "reason":"It has become part of another & ended."},
             {"id":"saxony","name":"Silicon Saxony","cityId":null,"country":"DE","withdrawnAt":"2014-10-09T10:15:00Z","withdrawnBy":null,
              "reason":"Published by mistake."}]""";

    private static final String TOO_LATE = """
            {"type":"urn:infocus:problem:withdrawal-state","title":"The cluster is not in a state for this","status":409,
             "detail":"It was taken out before.","by":"maria","at":"2016-10-09T10:15:00Z","yourself":%s}""";

    private static final String INVALID = """
            {"type":"urn:infocus:problem:invalid","status":422,"detail":"One field needs attention.",
             "errors":[{"field":"reason","message":"must have at most 500 characters"}]}""";

    @BeforeEach
    void services() {
        Answers.frankfurt();
        Neighbours.DIRECTORY.get(OUT, LIST);
        Neighbours.DIRECTORY.get(
                "/api/v1/clusters/gaia",
                "{\"id\":\"gaia\",\"name\":\"GAIA <b>\",\"kind\":\"SECTOR\",\"cityId\":\"bilbao\",\"city\":\"Bilbao\",\"country\":\"ES\"}");
        gone("ist", "It has become part of another & ended.");
    }

    private static void gone(String id, String reason) {
        Neighbours.DIRECTORY.reply(
                "GET",
                "/api/v1/clusters/" + id,
                410,
                "{\"type\":\"urn:infocus:problem:cluster-withdrawn\",\"status\":410,\"detail\":\"" + reason + "\"}");
    }

    @Test
    void whatIsTakenOutIsListedWithCityTimeAccountAndReason() {
        Reply page = organiser().open(PAGE);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text())
                .containsSubsequence(
                        "Inovcluster <old> Porto 9 Oct 2016, 12:15 CEST by maria It has become part of another & ended.",
                        "Silicon Saxony Germany 9 Oct 2014, 12:15 CEST by an organiser Published by mistake.")
                .doesNotContain("No cluster is taken out", "clusters fit");
        assertThat(page.body()).contains("href=\"/org/withdrawn-clusters/ist\"").doesNotContain("<old>");
        assertThat(Neighbours.DIRECTORY.requests("/api/v1/clusters")).isEmpty();
        assertThat(Neighbours.DIRECTORY.requests(OUT).get(0).header("Authorization"))
                .startsWith("Bearer ");
    }

    @Test
    void noneAndOutagesAreSaid() {
        Neighbours.DIRECTORY.get(OUT, "[]");
        assertThat(organiser().open(PAGE).text()).contains("No cluster is taken out at the moment.");

        Browser organiser = organiser();
        Neighbours.DIRECTORY.stop();
        Reply page = organiser.open(PAGE + "?q=gaia");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text())
                .contains("Take one out", "cannot be loaded")
                .doesNotContain("No cluster is taken out", "No cluster of the directory");
    }

    @Test
    void whatIsToBeTakenOutIsFoundByWords() {
        Neighbours.DIRECTORY.get("/api/v1/clusters", "q=gaja", """
                {"items":[{"id":"gaia","name":"GAIA <b>","city":"Bilbao","country":"ES"},{"id":"dsp","name":"DSP Valley","city":null,"country":"BE"}],
                 "page":0,"size":20,"total":41,"facets":{}}""");
        Neighbours.DIRECTORY.get(
                "/api/v1/clusters", "q=nothing", "{\"items\":[],\"page\":0,\"size\":20,\"total\":0,\"facets\":{}}");

        Reply page = organiser().open(PAGE + "?q=+gaja+");

        assertThat(page.text())
                .containsSubsequence(
                        "The first 2 of 41 clusters that fit. More words make them fewer.",
                        "GAIA <b> Bilbao",
                        "DSP Valley Belgium");
        assertThat(page.body())
                .contains("href=\"/org/withdrawn-clusters/gaia\"", "value=\"gaja\"")
                .doesNotContain("<b>");
        assertThat(Neighbours.DIRECTORY.requests("/api/v1/clusters").get(0).query())
                .contains("q=gaja", "scope=ALL", "size=20");
        assertThat(organiser().open(PAGE + "?q=nothing").text())
                .contains("No cluster of the directory has these words. Try fewer of them.");

        String longText = "x".repeat(201);
        Reply refused = organiser().open(PAGE + "?q=" + longText);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.title()).startsWith("Error");
        assertThat(refused.body())
                .contains(
                        "<a href=\"#q\">Words of its name: at most 200 characters.</a>", "value=\"" + longText + "\"");
        assertThat(Neighbours.DIRECTORY.requests("/api/v1/clusters")).hasSize(2);
    }

    @Test
    void oneIsTakenOutWithAReason() {
        Neighbours.DIRECTORY.reply("POST", OUT + "/gaia", 200, "{\"id\":\"gaia\",\"name\":\"GAIA\"}");
        Browser organiser = organiser();
        Reply form = organiser.open(PAGE + "/gaia");
        assertThat(form.status()).isEqualTo(200);
        assertThat(form.text())
                .containsSubsequence(
                        "Take GAIA <b> out of the directory",
                        "What happens",
                        "end. They do not come back with it.",
                        "Everybody reads it.");

        Reply answer = organiser.submit(
                PAGE + "/gaia", PAGE + "/gaia", Map.of("reason", " It was dissolved,\r\nin \"2016\" & is gone. "));

        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.header("Location")).endsWith(PAGE + "/gaia?done=out");
        assertThat(Neighbours.DIRECTORY.requests(OUT + "/gaia").get(0).body())
                .isEqualTo("{\"reason\":\"It was dissolved, in \\\"2016\\\" & is gone.\"}");
        Reply done = organiser.open(PAGE + "/ist?done=out");
        assertThat(done.text())
                .containsSubsequence(
                        "Taken out. Its address says why.",
                        "Inovcluster <old> is taken out of the directory",
                        "When Sunday 9 October 2016, 12:15 CEST",
                        "By maria",
                        "Reason It has become part of another & ended.",
                        "Bring it back");
    }

    @Test
    void aRefusedReasonIsShownAgainLetterByLetter() {
        Neighbours.DIRECTORY.reply("POST", OUT + "/gaia", 422, INVALID);

        Reply page = organiser().submit(PAGE + "/gaia", PAGE + "/gaia", Map.of("reason", "Too <long>\n  for this"));

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.title()).startsWith("Error");
        assertThat(page.body())
                .contains(
                        "<a href=\"#reason\">Reason: must have at most 500 characters</a>",
                        "Too &lt;long&gt;\n  for this</textarea>",
                        "aria-invalid=\"true\"");
    }

    @Test
    void whoComesTooLateIsToldWhoWasQuickerAndKeepsTheReason() {
        Neighbours.DIRECTORY.reply("POST", OUT + "/ist", 409, TOO_LATE.formatted(false));
        Browser organiser = organiser();

        Reply page = organiser.submit(PAGE + "/gaia", PAGE + "/ist", Map.of("reason", "It <merged>."));

        assertThat(page.status()).isEqualTo(409);
        assertThat(page.text())
                .containsSubsequence(
                        "Nothing was done. maria was quicker, 9 Oct 2016, 12:15 CEST. Look at it now, then decide.",
                        "Inovcluster <old> is taken out of the directory",
                        "The reason that you wrote",
                        "It <merged>.",
                        "Bring it back");
        assertThat(page.body()).doesNotContain("<merged>");
    }

    @Test
    void aSecondClickIsNoRefusalButAnotherReasonIs() {
        Neighbours.DIRECTORY.reply("POST", OUT + "/ist", 409, TOO_LATE.formatted(true));
        Browser organiser = organiser();

        Reply same = organiser.submit(
                PAGE + "/gaia", PAGE + "/ist", Map.of("reason", "It has become part of another & ended."));
        assertThat(same.status()).isEqualTo(303);
        assertThat(same.header("Location")).endsWith(PAGE + "/ist?done=out");

        Reply other = organiser.submit(PAGE + "/gaia", PAGE + "/ist", Map.of("reason", "Another reason."));
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.text())
                .contains(
                        "It was you who changed this, 9 Oct 2016, 12:15 CEST, perhaps with a first click. Nothing more was done.",
                        "Another reason.");
    }

    @Test
    void oneIsBroughtBack() {
        Neighbours.DIRECTORY.reply("DELETE", OUT + "/ist", 204, "");
        Browser organiser = organiser();

        Reply answer = organiser.submit(PAGE + "/ist", PAGE + "/ist/return", Map.of());

        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.header("Location")).endsWith(PAGE + "/ist?done=back");
        assertThat(Neighbours.DIRECTORY.requests(OUT + "/ist").get(0).method()).isEqualTo("DELETE");
        assertThat(organiser.open(PAGE + "/gaia?done=back").text())
                .contains("Brought back. Everybody can see it again .");
        // and not where that is no longer so
        assertThat(organiser.open(PAGE + "/ist?done=back").text()).doesNotContain("Brought back.");
        assertThat(organiser.open(PAGE + "/gaia?done=out").text()).doesNotContain("Taken out.");
    }

    @Test
    void whatIsBackAlreadyIsSaidWithWhoAndWhen() {
        Neighbours.DIRECTORY.once(
                "DELETE",
                OUT + "/gaia",
                409,
                TOO_LATE.formatted(false).replace("It was taken out before.", "It is in the directory."));
        Browser organiser = organiser();

        Reply page = organiser.submit(PAGE + "/ist", PAGE + "/gaia/return", Map.of());
        assertThat(page.status()).isEqualTo(409);
        assertThat(page.text())
                .containsSubsequence(
                        "Nothing was done. maria was quicker, 9 Oct 2016, 12:15 CEST. Look at it now, then decide.",
                        "Take GAIA <b> out of the directory");

        // one that was never out was brought back by nobody
        Neighbours.DIRECTORY.once("DELETE", OUT + "/gaia", 409, """
                {"type":"urn:infocus:problem:withdrawal-state","status":409,"detail":"It is in the directory."}""");
        assertThat(organiser
                        .submit(PAGE + "/ist", PAGE + "/gaia/return", Map.of())
                        .text())
                .contains("It is in the directory. Nothing was done. Look at it as it is now.");

        Neighbours.DIRECTORY.once("DELETE", OUT + "/gaia", 409, TOO_LATE.formatted(true));
        Reply again = organiser.submit(PAGE + "/ist", PAGE + "/gaia/return", Map.of());
        assertThat(again.status()).isEqualTo(303);
        assertThat(again.header("Location")).endsWith(PAGE + "/gaia?done=back");
    }

    @Test
    void anotherClusterThatHasTheNameNowIsSaid() {
        Neighbours.DIRECTORY.once("DELETE", OUT + "/ist", 409, """
                {"type":"urn:infocus:problem:cluster-name-taken","title":"Another cluster of the city has this name","status":409,
                 "detail":"Its city has another cluster of this name now, \\"<ist-2>\\". It can come back when that one has another name."}""");

        Reply page = organiser().submit(PAGE + "/ist", PAGE + "/ist/return", Map.of());

        assertThat(page.status()).isEqualTo(409);
        assertThat(page.text())
                .containsSubsequence(
                        "Its city has another cluster of this name now, \"<ist-2>\". It can come back when that one has another name."
                                + " Nothing was done.",
                        "Inovcluster <old> is taken out of the directory")
                .doesNotContain("was quicker", "Look at it");
        assertThat(page.body()).doesNotContain("<ist-2>");
    }

    @Test
    void unknownClustersAreNotFound() {
        assertThat(organiser().open(PAGE + "/nowhere").status()).isEqualTo(404);
        assertThat(organiser()
                        .submit(PAGE + "/gaia", PAGE + "/nowhere", Map.of("reason", "Gone."))
                        .status())
                .isEqualTo(404);
        // gone from the public pages, and brought back a moment later
        gone("brief", "Gone.");
        assertThat(organiser().open(PAGE + "/brief").status()).isEqualTo(404);
    }

    @Test
    void whatWasWrittenSurvivesAnOutageAndTheEndOfASession() {
        Neighbours.DIRECTORY.reply("POST", OUT + "/gaia", 500, "{}");
        Reply down =
                organiser().submit(PAGE + "/gaia", PAGE + "/gaia", Map.of("reason", "It was <dissolved> & is gone."));
        assertThat(down.status()).isEqualTo(503);
        assertThat(down.body()).contains("It was &lt;dissolved&gt; &amp; is gone.", "action=\"" + PAGE + "/gaia\"");

        Browser stranger = new Browser();
        Reply signIn = stranger.submit("/en/my", PAGE + "/gaia", Map.of("reason", "It was <dissolved> & is gone."));
        assertThat(signIn.status()).isEqualTo(401);
        assertThat(signIn.body()).contains("It was &lt;dissolved&gt; &amp; is gone.");
        assertThat(Neighbours.DIRECTORY.requests(OUT + "/gaia")).hasSize(1);
        assertThat(organiser().step(PAGE + "/ist/return").header("Location")).endsWith(PAGE + "/ist");
    }

    @Test
    void partnersAndStrangersStayOut() {
        Browser porto = new Browser().signedInAs(Person.PORTO);
        for (String path : new String[] {PAGE, PAGE + "/gaia", PAGE + "/ist"}) {
            assertThat(porto.open(path).status()).as(path).isEqualTo(403);
            assertThat(new Browser().step(path).status()).as(path).isIn(302, 303);
        }
        for (String path : new String[] {PAGE + "/gaia", PAGE + "/ist/return"}) {
            assertThat(porto.submit("/en/", path, Map.of("reason", "Mine.")).status())
                    .as(path)
                    .isEqualTo(403);
        }
        assertThat(Neighbours.DIRECTORY.requests(OUT)).isEmpty();
        assertThat(Neighbours.DIRECTORY.requests(OUT + "/gaia")).isEmpty();
        assertThat(Neighbours.DIRECTORY.requests(OUT + "/ist")).isEmpty();
    }

    @Test
    void pagesOfClustersLeadThereForOrganisersOnly() {
        String take = "href=\"/org/withdrawn-clusters/gaia\"";
        String bring = "href=\"/org/withdrawn-clusters/ist\"";
        Browser organiser = organiser();
        Browser porto = new Browser().signedInAs(Person.PORTO);

        assertThat(organiser.open("/en/clusters/gaia").body()).contains(take);
        assertThat(organiser.open("/en/clusters/ist").body()).contains(bring);
        assertThat(organiser.open("/org/").body()).contains("href=\"/org/withdrawn-clusters\"");
        for (Browser other : new Browser[] {porto, new Browser()}) {
            assertThat(other.open("/en/clusters/gaia").body()).contains("GAIA").doesNotContain("/org/withdrawn");
            assertThat(other.open("/en/clusters/ist").body()).contains("ended.").doesNotContain("/org/withdrawn");
        }
    }

    private static Browser organiser() {
        return new Browser().signedInAs(Person.ORGANISER);
    }
}
