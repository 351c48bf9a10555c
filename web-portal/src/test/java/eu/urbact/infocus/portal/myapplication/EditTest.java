package eu.urbact.infocus.portal.myapplication;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import eu.urbact.infocus.portal.testing.Answers;
import eu.urbact.infocus.portal.testing.Browser;
import eu.urbact.infocus.portal.testing.Browser.Reply;
import eu.urbact.infocus.portal.testing.Neighbours;

import static org.assertj.core.api.Assertions.assertThat;

/** Changing what was sent in: whatever goes wrong, the input is kept. */
@QuarkusTest
@QuarkusTestResource(Neighbours.class)
class EditTest {

    private static final String MINE = "/api/v1/self-service/application";
    private static final String PAGE = "/en/my/abc/edit";
    private static final Map<String, String> INPUT = Map.of(
            "givenName",
            "Ana <i>",
            "familyName",
            "Sá",
            "organisation",
            "North & South",
            "country",
            "PT",
            "profile",
            "ACADEMIC",
            "motivation",
            "Three");

    @BeforeEach
    void services() {
        Answers.frankfurt();
        Neighbours.REGISTRATION.get(MINE, Answers.OWN_UNDECIDED);
        Neighbours.REGISTRATION.reply("PUT", MINE, 200, Answers.OWN_UNDECIDED);
    }

    @Test
    void showsWhatWasSaidSoFarAndSaysUntilWhen() {
        Reply page = new Browser().open(PAGE);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text())
                .contains("until Friday 4 November 2016, 18:00 CET", "Two <b>", "ana@example.org")
                .contains("It cannot be changed here", "write to the organisers at questions@infocus.test");
        assertThat(page.body())
                .contains(
                        "value=\"R&amp;D\"",
                        "<option value=\"porto\" selected>",
                        "<option value=\"PT\" selected>",
                        "value=\"EXPERT\" checked",
                        "name=\"version\" value=\"4\"");
        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void savesAndGoesBack() {
        Reply saved = new Browser().submit(PAGE, PAGE, INPUT);

        assertThat(saved.status()).isEqualTo(303);
        assertThat(saved.header("Location")).endsWith("/en/my/abc?done=edited");
        var request = Neighbours.REGISTRATION.requests("PUT", MINE).get(0);
        assertThat(request.header("Application-Link")).isEqualTo("abc");
        assertThat(request.header("If-Match")).isEqualTo("\"v4\"");
        assertThat(request.header("X-Forwarded-For")).isNotBlank();
        assertThat(request.body())
                .contains("\"givenName\":\"Ana <i>\"", "\"profile\":\"ACADEMIC\"")
                .doesNotContain("email");
        assertThat(new Browser().open("/en/my/abc?done=edited").text()).contains("Your changes are saved.");
    }

    @Test
    void inALargeDirectoryTheClusterIsLookedForBeforeAnythingIsSent() {
        Answers.manyClusters("""
                {"items":[{"id":"hydrogen-valley","name":"Hydrogen Valley"}],"page":0,"size":50,"total":1,"facets":{}}""");
        Map<String, String> looking = new HashMap<>(INPUT);
        looking.put("clusterWords", "hydrogen");
        looking.put("findCluster", "yes");

        Browser browser = new Browser();
        Reply found = browser.submit(PAGE, PAGE, looking);

        assertThat(found.status()).isEqualTo(200);
        assertThat(found.body())
                .contains("<option value=\"hydrogen-valley\">Hydrogen Valley</option>", "North &amp; South");
        assertThat(Neighbours.REGISTRATION.requests(MINE))
                .noneMatch(sent -> sent.method().equals("PUT"));

        looking.remove("findCluster");
        looking.put("pressedEnter", "yes");
        assertThat(browser.submit(PAGE, PAGE, looking).body()).contains("<option value=\"hydrogen-valley\">");
        assertThat(browser.post(PAGE, Browser.fill(found, looking)).status()).isEqualTo(303);
    }

    @Test
    void theSearchForAClusterSaysWhatItIsForAndTheFormsOwnButtonComesFirst() {
        Answers.manyClusters("{\"items\":[],\"page\":0,\"size\":50,\"total\":0,\"facets\":{}}");

        Reply page = new Browser().open(PAGE);

        assertThat(page.body())
                .contains(
                        "<label for=\"clusterWords\">Find a cluster</label>",
                        "<input id=\"clusterWords\" name=\"clusterWords\" type=\"search\" value=\"\" maxlength=\"200\""
                                + " autocomplete=\"off\" aria-describedby=\"clusterWords-hint clusterWords-found\">",
                        "<p class=\"hint\" id=\"clusterWords-hint\">",
                        "<p class=\"hint\" id=\"clusterWords-found\" role=\"status\"></p>",
                        "<button class=\"button button-small button-quiet\" type=\"submit\" name=\"findCluster\" value=\"yes\">Find</button>",
                        "<label for=\"clusterId\">Cluster you speak for")
                .containsSubsequence(
                        // what the enter key presses; named, but not on the way of the tab key
                        "<button class=\"sr\" type=\"submit\" tabindex=\"-1\" name=\"pressedEnter\" value=\"yes\">Save changes</button>",
                        "id=\"clusterWords\"",
                        "id=\"clusterWords-found\"",
                        "name=\"findCluster\"",
                        "id=\"clusterId\"");
        assertThat(new Browser()
                        .submit(PAGE, PAGE, Map.of("clusterWords", "nothing <has>", "findCluster", "yes"))
                        .body())
                .contains(
                        "value=\"nothing &lt;has&gt;\"",
                        "role=\"status\">No cluster has these words. Try fewer of them.</p>");
        assertThat(new Browser()
                        .submit(PAGE, PAGE, Map.of("clusterWords", " ", "findCluster", "yes"))
                        .body())
                .contains("role=\"status\">Nothing has been sent. Enter words to look for.</p>");
    }

    @Test
    void onlyTheCitiesOfTheCallAreOfferedAndTheOwnOneStays() {
        Answers.callOfCities("[\"bilbao\"]");
        assertThat(new Browser().open(PAGE).body())
                .contains("<option value=\"bilbao\"", "<option value=\"porto\" selected>Porto</option>");
        Neighbours.REGISTRATION.get(
                MINE, Answers.OWN_UNDECIDED.replace("\"cityId\":\"porto\"", "\"cityId\":\"bilbao\""));
        assertThat(new Browser().open(PAGE).body())
                .contains("<option value=\"bilbao\" selected>")
                .doesNotContain("<option value=\"porto\"");
    }

    @Test
    void theClusterCanBeChanged() {
        Neighbours.REGISTRATION.get(
                MINE, Answers.OWN_UNDECIDED.replace("\"version\":4", "\"version\":4,\"clusterId\":\"gaia\""));
        assertThat(new Browser().open(PAGE).body()).contains("<option value=\"gaia\" selected>GAIA &lt;b&gt;</option>");
        Map<String, String> none = new HashMap<>(INPUT);
        none.put("clusterId", "");
        new Browser().submit(PAGE, PAGE, none);
        assertThat(Neighbours.REGISTRATION.requests("PUT", MINE).get(0).body()).contains("\"clusterId\":null");
        assertThat(new Browser().open("/en/my/abc").text()).contains("Cluster GAIA <b>");
    }

    @Test
    void whatIsWrongStandsBesideTheField() {
        Neighbours.REGISTRATION.reply("PUT", MINE, 422, """
                {"status":422,"title":"Invalid","errors":[{"field":"motivation","message":"size must be between 0 and 2000"},
                 {"field":"givenName","message":"must not be blank"},{"field":"cityId","message":"is not a partner city of this call"}]}""");
        Reply wrong = new Browser().submit(PAGE, PAGE, INPUT);

        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.title()).startsWith("Error:");
        assertThat(wrong.text())
                .contains(
                        "What you would bring and take home: must be at most 2,000 characters long; you wrote 5",
                        "Partner city: is not a partner city of this call");
        kept(wrong);
    }

    @Test
    void aStaleFormIsShownAgainOnTopOfWhatIsThereNow() {
        Neighbours.REGISTRATION.reply("PUT", MINE, 412, "{\"status\":412}");
        Browser browser = new Browser();
        Reply opened = browser.open(PAGE);
        Neighbours.REGISTRATION.get(MINE, Answers.OWN_UNDECIDED.replace("\"version\":4", "\"version\":5"));
        Reply stale = browser.post(PAGE, Browser.fill(opened, INPUT));

        assertThat(stale.status()).isEqualTo(412);
        assertThat(stale.text())
                .contains(
                        "has been changed since you opened this form",
                        "Organisation: saved now is “R&D”",
                        "What describes you best: saved now is “Expert”")
                .doesNotContain("Country:");
        assertThat(stale.body()).contains("name=\"version\" value=\"5\"");
        kept(stale);
    }

    @Test
    void whatWouldBeReplacedIsToldAsThePageShowsIt() {
        Neighbours.REGISTRATION.reply("PUT", MINE, 412, "{\"status\":412}");
        Map<String, String> input = new HashMap<>(INPUT);
        input.put("cityId", "bilbao");
        input.put("contributor", "yes");
        Browser browser = new Browser();
        Reply opened = browser.open(PAGE);
        Neighbours.REGISTRATION.get(
                MINE,
                Answers.OWN_UNDECIDED
                        .replace("\"version\":4", "\"version\":5,\"clusterId\":\"gaia\"")
                        .replace("\"country\":\"PT\"", "\"country\":\"FR\"")
                        .replace("\"contributor\":true", "\"contributor\":false"));
        Reply stale = browser.post(PAGE, Browser.fill(opened, input));

        assertThat(stale.text())
                .contains(
                        "Country: saved now is “France”",
                        "Partner city: saved now is “Porto”",
                        "Cluster: saved now is “GAIA <b>”",
                        "I contribute to the programme, or offer to: not ticked in what is saved now");
        assertThat(stale.body()).contains("id=\"contributor-error\"", "value=\"yes\" checked aria-invalid=\"true\"");
    }

    @Test
    void whoeverIsTooLateReadsWhyAndCanCopyTheInput() {
        Browser browser = new Browser();
        Reply opened = browser.open(PAGE);
        Neighbours.REGISTRATION.reply(
                "PUT", MINE, 409, "{\"type\":\"urn:infocus:problem:not-editable\",\"status\":409}");
        Neighbours.REGISTRATION.get(MINE, Answers.OWN_UNDECIDED.replace("\"canEdit\":true", "\"canEdit\":false"));
        Reply late = browser.post(PAGE, Browser.fill(opened, INPUT));

        assertThat(late.status()).isEqualTo(409);
        assertThat(late.text())
                .contains(
                        "It cannot be changed any more",
                        "The call has closed: applications could be changed until Friday 4 November 2016, 18:00 CET",
                        "Your change was not saved.",
                        "North & South",
                        "Three",
                        "Ana <i>");

        // a decision in the meantime comes as a stale version
        Neighbours.REGISTRATION.reply("PUT", MINE, 412, "{\"status\":412}");
        Neighbours.REGISTRATION.get(
                MINE,
                Answers.OWN_UNDECIDED
                        .replace("\"canEdit\":true", "\"canEdit\":false")
                        .replace("SUBMITTED", "ADMITTED"));
        Reply decided = browser.post(PAGE, Browser.fill(opened, INPUT));
        assertThat(decided.status()).isEqualTo(409);
        assertThat(decided.text()).contains("The organisers have decided about your application.", "Three");

        Reply empty = browser.open(PAGE);
        assertThat(empty.status()).isEqualTo(409);
        assertThat(empty.text()).contains("It cannot be changed any more").doesNotContain("Your change was not saved");
    }

    @Test
    void whoeverIsTooLateFindsAllThatWasEntered() {
        Browser browser = new Browser();
        Map<String, String> input = new HashMap<>(INPUT);
        input.putAll(Map.of("position", "Head", "cityId", "bilbao", "clusterId", "gaia", "contributor", "yes"));
        Map<String, String> sent = Browser.fill(browser.open(PAGE), input);
        Neighbours.REGISTRATION.reply(
                "PUT", MINE, 409, "{\"type\":\"urn:infocus:problem:not-editable\",\"status\":409}");
        Neighbours.REGISTRATION.get(MINE, Answers.OWN_UNDECIDED.replace("\"canEdit\":true", "\"canEdit\":false"));

        assertThat(browser.post(PAGE, sent).text())
                .contains(
                        "What you had entered You can copy it from here. Given name Ana <i> Family name Sá Organisation North & South"
                                + " Position Head Country Portugal Partner city Bilbao Cluster GAIA <b>"
                                + " What describes you best Academic What you would bring and take home Three"
                                + " Contributor Yes, or I offer to");
        input.remove("contributor");
        assertThat(browser.post(PAGE, Browser.fill(browser.open("/en/my"), input))
                        .text())
                .contains("Contributor No");
    }

    @Test
    void aServiceThatIsDownLosesNothing() {
        Browser browser = new Browser();
        Reply opened = browser.open(PAGE);
        Neighbours.REGISTRATION.reply("PUT", MINE, 500, "{}");
        Reply down = browser.post(PAGE, Browser.fill(opened, INPUT));

        assertThat(down.status()).isEqualTo(503);
        assertThat(down.text()).contains("Nothing you entered is lost");
        kept(down);

        Neighbours.REGISTRATION.reply("GET", MINE, 500, "{}");
        Map<String, String> looking = new HashMap<>(INPUT);
        looking.put("findCluster", "yes");
        for (Map<String, String> entered : List.of(INPUT, looking)) {
            Reply blind = browser.post(PAGE, Browser.fill(opened, entered));
            assertThat(blind.status()).isEqualTo(503);
            assertThat(blind.text()).contains("Nothing you entered is lost");
            assertThat(blind.body()).contains("name=\"version\" value=\"4\"");
            kept(blind);
        }
        assertThat(browser.open(PAGE).text()).contains("Not available at the moment");
    }

    private static void kept(Reply page) {
        assertThat(page.body())
                .contains(
                        "value=\"Ana &lt;i&gt;\"",
                        "value=\"North &amp; South\"",
                        "value=\"ACADEMIC\" checked",
                        "Three</textarea>");
    }
}
