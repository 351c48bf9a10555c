package eu.urbact.infocus.portal.myapplication;

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

/** Putting right how one is called: whatever goes wrong, the input is kept. */
@QuarkusTest
@QuarkusTestResource(Neighbours.class)
class CorrectionTest {

    private static final String MINE = "/api/v1/self-service/application";
    private static final String PERSON = MINE + "/person";
    private static final String PAGE = "/en/my/abc/correct";
    private static final String DECIDED = Answers.OWN_UNDECIDED
            .replace("\"canEdit\":true", "\"canEdit\":false")
            .replace("SUBMITTED", "ADMITTED");
    private static final Map<String, String> INPUT =
            Map.of("givenName", "Ana <i>", "familyName", "Sá", "organisation", "North & South", "position", "");

    @BeforeEach
    void services() {
        Answers.frankfurt();
        Neighbours.REGISTRATION.get(MINE, DECIDED);
        Neighbours.REGISTRATION.reply("PUT", PERSON, 200, DECIDED);
    }

    @Test
    void afterTheDecisionThePageOffersItAndItIsSaved() {
        assertThat(new Browser().open("/en/my/abc").body())
                .contains("<a href=\"/en/my/abc/correct\">Correct my name, organisation or position</a>");
        Reply page = new Browser().open(PAGE);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
        assertThat(page.body())
                .contains("value=\"R&amp;D\"", "name=\"version\" value=\"4\"")
                .doesNotContain("motivation");

        Reply saved = new Browser().submit(PAGE, PAGE, INPUT);

        assertThat(saved.status()).isEqualTo(303);
        assertThat(saved.header("Location")).endsWith("/en/my/abc?done=edited");
        var request = Neighbours.REGISTRATION.requests(PERSON).get(0);
        assertThat(request.header("Application-Link")).isEqualTo("abc");
        assertThat(request.header("If-Match")).isEqualTo("\"v4\"");
        assertThat(request.header("X-Forwarded-For")).isNotBlank();
        assertThat(request.body())
                .isEqualTo("{\"givenName\":\"Ana <i>\",\"familyName\":\"Sá\",\"organisation\":\"North & South\","
                        + "\"position\":null}");
    }

    @Test
    void whoCanChangeEverythingIsOfferedThatAlone() {
        Neighbours.REGISTRATION.get(MINE, Answers.OWN_UNDECIDED);
        assertThat(new Browser().open("/en/my/abc").body())
                .contains("/en/my/abc/edit")
                .doesNotContain("/en/my/abc/correct");
    }

    @Test
    void whoIsTooLateForAChangeIsToldOfTheCorrection() {
        assertThat(new Browser().open("/en/my/abc/edit").body())
                .contains("<a href=\"/en/my/abc/correct\">correct your name, organisation or position</a>")
                .doesNotContain("take note");
        Neighbours.REGISTRATION.get(MINE, DECIDED.replace("\"canCorrect\":true", "\"canCorrect\":false"));
        assertThat(new Browser().open("/en/my/abc/edit").body()).doesNotContain("/en/my/abc/correct");
        assertThat(new Browser().open("/en/my/abc").body()).doesNotContain("/en/my/abc/correct");
    }

    @Test
    void whatIsWrongStandsBesideTheField() {
        Neighbours.REGISTRATION.reply("PUT", PERSON, 422, """
                {"status":422,"title":"Invalid","errors":[{"field":"familyName","message":"must not be blank"}]}""");
        Reply wrong = new Browser()
                .submit(PAGE, PAGE, Map.of("givenName", "Ana <i>", "familyName", "", "organisation", "North & South"));

        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.title()).startsWith("Error:");
        assertThat(wrong.text()).contains("Enter your family name");
        kept(wrong);
    }

    @Test
    void aStaleFormIsShownAgainOnTopOfWhatIsThereNow() {
        Neighbours.REGISTRATION.reply("PUT", PERSON, 412, "{\"status\":412}");
        Browser browser = new Browser();
        Reply opened = browser.open(PAGE);
        Neighbours.REGISTRATION.get(MINE, DECIDED.replace("\"version\":4", "\"version\":5"));
        Reply stale = browser.post(PAGE, Browser.fill(opened, INPUT));

        assertThat(stale.status()).isEqualTo(412);
        assertThat(stale.text()).contains("has been changed since you opened this form");
        assertThat(stale.body()).contains("name=\"version\" value=\"5\"");
        kept(stale);
    }

    @Test
    void afterTheWorkshopItSaysWhyAndTheInputCanBeCopied() {
        Browser browser = new Browser();
        Reply opened = browser.open(PAGE);
        Neighbours.REGISTRATION.reply(
                "PUT", PERSON, 409, "{\"type\":\"urn:infocus:problem:not-editable\",\"status\":409}");
        Neighbours.REGISTRATION.get(MINE, DECIDED.replace("\"canCorrect\":true", "\"canCorrect\":false"));
        Reply late = browser.post(PAGE, Browser.fill(opened, INPUT));

        assertThat(late.status()).isEqualTo(409);
        assertThat(late.text()).contains("The workshop is over.", "Your correction was not saved.", "North & South");
        Reply empty = browser.open(PAGE);
        assertThat(empty.status()).isEqualTo(409);
        assertThat(empty.text()).doesNotContain("was not saved");
    }

    @Test
    void aServiceThatIsDownLosesNothingAndALinkThatOpensNothingSaysSo() {
        Browser browser = new Browser();
        Reply opened = browser.open(PAGE);
        Neighbours.REGISTRATION.reply("PUT", PERSON, 500, "{}");
        Reply down = browser.post(PAGE, Browser.fill(opened, INPUT));
        assertThat(down.status()).isEqualTo(503);
        assertThat(down.text()).contains("Nothing you entered is lost");
        kept(down);

        Neighbours.REGISTRATION.reply("GET", MINE, 500, "{}");
        Reply blind = browser.post(PAGE, Browser.fill(opened, INPUT));
        assertThat(blind.status()).isEqualTo(503);
        assertThat(blind.text()).contains("Nothing you entered is lost");
        kept(blind);

        Neighbours.REGISTRATION.reply("PUT", PERSON, 404, "{}");
        assertThat(browser.post(PAGE, Browser.fill(opened, INPUT)).status()).isEqualTo(404);
    }

    private static void kept(Reply page) {
        assertThat(page.body()).contains("value=\"Ana &lt;i&gt;\"", "value=\"North &amp; South\"");
    }
}
