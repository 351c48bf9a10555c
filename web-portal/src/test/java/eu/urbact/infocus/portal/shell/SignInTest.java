package eu.urbact.infocus.portal.shell;

import java.util.List;
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
import eu.urbact.infocus.portal.testing.StubKeycloak.Person;

import static org.assertj.core.api.Assertions.assertThat;

/** Signing in, being recognised, being turned away, signing out. */
@QuarkusTest
@QuarkusTestResource(Neighbours.class)
class SignInTest {

    @BeforeEach
    void services() {
        Answers.frankfurt();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/org/", "/org/w/frankfurt-2016/admission", "/partner/", "/signin"})
    void protectedPagesLeadToKeycloak(String path) {
        Reply page = new Browser().step(path);

        assertThat(page.status()).isEqualTo(302);
        assertThat(page.header("Location"))
                .startsWith(Neighbours.KEYCLOAK.url() + "/realms/infocus/auth?")
                .contains("response_type=code", "code_challenge_method=S256", "nonce=", "scope=openid+organization");
    }

    @Test
    void everybodyComesToTheirOwnArea() {
        Neighbours.KEYCLOAK.next(Person.ORGANISER);
        assertThat(new Browser().open("/signin").path()).isEqualTo("/org/");
        Neighbours.KEYCLOAK.next(Person.PORTO);
        assertThat(new Browser().open("/signin").path()).isEqualTo("/partner/");
        Neighbours.KEYCLOAK.next(Person.NEITHER);
        assertThat(new Browser().open("/signin").path()).isEqualTo("/en/");
    }

    @Test
    void pageThatWasAskedForIsRestored() {
        Neighbours.KEYCLOAK.next(Person.ORGANISER);

        Reply page = new Browser().open("/org/w/frankfurt-2016/admission?state=ADMITTED");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.path()).isEqualTo("/org/w/frankfurt-2016/admission");
        assertThat(page.text()).contains("Admission desk", "Olga Organiser");
    }

    @Test
    void tokensNeverReachTheBrowser() {
        Browser browser = new Browser().signedInAs(Person.ORGANISER);

        assertThat(browser.cookie("q_session")).hasSizeBetween(40, 50).doesNotContain(".");
        assertThat(browser.cookies()).doesNotContain("eyJ");
        assertThat(browser.open("/org/").body()).doesNotContain("eyJ");
    }

    @Test
    void othersGetAPageThatExplains() {
        Reply partner = new Browser().signedInAs(Person.PORTO).open("/org/w/frankfurt-2016/admission");
        assertThat(partner.status()).isEqualTo(403);
        assertThat(partner.text()).contains("Paulo Porto", "for a partner city", "Go to your city's applications");
        EveryPageTest.assertFrame(partner);

        Reply organiser = new Browser().signedInAs(Person.ORGANISER).open("/partner/");
        assertThat(organiser.status()).isEqualTo(403);

        Neighbours.REGISTRATION.reset();
        Reply neither = new Browser().signedInAs(Person.NEITHER).open("/partner/");
        assertThat(neither.status()).isEqualTo(403);
        assertThat(neither.text()).contains("without a role or a city");
        Reply auditor = new Browser()
                .signedInAs(new Person("Ada Auditor", List.of("auditor"), List.of()))
                .open("/org/");
        assertThat(auditor.status()).isEqualTo(403);
        assertThat(auditor.text()).contains("Ada Auditor", ", as an auditor.").doesNotContain("without a role");
        assertThat(Neighbours.REGISTRATION.requests("/api/v1/partner/applications"))
                .isEmpty();
    }

    @Test
    void serviceHasTheLastWord() {
        Neighbours.REGISTRATION.reply("GET", "/api/v1/partner/applications/of-bilbao", 404, "{}");
        Neighbours.REGISTRATION.reply("GET", "/api/v1/admin/applications", 403, "{}");

        assertThat(new Browser()
                        .signedInAs(Person.PORTO)
                        .open("/partner/applications/of-bilbao")
                        .status())
                .isEqualTo(404);
        assertThat(new Browser()
                        .signedInAs(Person.ORGANISER)
                        .open("/org/w/frankfurt-2016/admission")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void staleOrInventedSessionIsAnonymousOnPublicPages() {
        Browser browser = new Browser().with("q_session", "invented");

        Reply page = browser.open("/en/w/frankfurt-2016/programme");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).contains("Sign in");
        assertThat(Neighbours.EVENT
                        .requests("/api/v1/workshops/frankfurt-2016/programme")
                        .get(0)
                        .header("Authorization"))
                .isNull();
        assertThat(new Browser().with("q_session", "invented").step("/org/").status())
                .isEqualTo(302);
    }

    @Test
    void programmeIsAskedForWithTheToken() {
        Neighbours.EVENT.get("/api/v1/workshops/frankfurt-2016/programme", Answers.PARTNERS_PROGRAMME);

        Reply page = new Browser().signedInAs(Person.PORTO).open("/en/w/frankfurt-2016/programme");

        assertThat(page.text()).contains("Steering committee", "Partners only", "not for everybody");
        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
        assertThat(Neighbours.EVENT
                        .requests("/api/v1/workshops/frankfurt-2016/programme")
                        .get(0)
                        .header("Authorization"))
                .startsWith("Bearer eyJ");
    }

    @Test
    void signingOutEndsTheSession() {
        Browser browser = new Browser().signedInAs(Person.ORGANISER);
        String session = browser.cookie("q_session");

        Reply out = browser.submit("/org/", "/signout", Map.of());

        assertThat(out.status()).isEqualTo(303);
        assertThat(out.header("Location"))
                .startsWith(Neighbours.KEYCLOAK.url() + "/realms/infocus/logout?id_token_hint=");
        assertThat(browser.open(out.header("Location")).path()).isEqualTo("/en/signed-out");
        assertThat(Neighbours.KEYCLOAK.signedOut()).startsWith("eyJ");
        assertThat(browser.cookie("q_session")).isNull();
        assertThat(browser.step("/org/").status()).isEqualTo(302);
        assertThat(new Browser().with("q_session", session).step("/org/").status())
                .as("the old key opens nothing")
                .isEqualTo(302);
    }

    @Test
    void nobodyIsSignedOutByALinkOrAForgedForm() {
        Browser browser = new Browser().signedInAs(Person.ORGANISER);

        assertThat(browser.open("/signout").text()).contains("Sign out?", "Olga Organiser");
        assertThat(browser.post("/signout", Map.of("csrf", "AAAAAAAAAAAAAAAAAAAAAA"))
                        .status())
                .isEqualTo(400);
        assertThat(browser.step("/org/").status()).isEqualTo(200);
    }

    @Test
    void anyFormIsKeptWhenTheSessionHasEnded() {
        String path = "/org/clusters/optics/return";
        String reason =
                "Say <where> the laboratory is; more than 50 % of \"us\" & others – é – do not know. ".repeat(3_000);
        Map<String, String> sent = Map.of("version", "2", "reason", reason, "empty", "");

        for (Browser browser : new Browser[] {new Browser(), new Browser().with("q_session", "ended")}) {
            Reply page = browser.submit("/en/my", path, sent);

            assertThat(page.status()).isEqualTo(401);
            assertThat(page.header("Cache-Control")).isEqualTo("no-store");
            assertThat(page.text())
                    .contains("Please sign in again", "What you entered is kept on this page:", reason.strip());
            assertThat(Browser.fill(page, Map.of()))
                    .containsAllEntriesOf(sent)
                    .containsEntry("csrf", browser.cookie("infocus-csrf"));
            EveryPageTest.assertFrame(page);
        }
    }

    @Test
    void aFormThatIsNotOfThisSiteOrCannotBeReadIsNotKept() {
        String path = "/org/clusters/optics/return";
        Browser browser = new Browser();
        String secret = Browser.fill(browser.open("/en/my"), Map.of()).get("csrf");
        String tooMany = "&a=b".repeat(1_000);

        for (Reply page : new Reply[] {
            browser.post(path, Map.of("reason", "not kept", "csrf", "A".repeat(22))),
            browser.post(path, Map.of("reason", "not kept")),
            new Browser().post(path, Map.of("reason", "not kept", "csrf", secret)),
            browser.postRaw(path, "reason=not+kept&other=%zz&csrf=" + secret),
            browser.postRaw(path, "reason=not+kept&csrf=" + secret + tooMany),
            browser.postRaw(path, ""),
            browser.postChunked(path, "reason=not+kept&csrf=" + secret),
            browser.upload("/en/my", "/org/reference-data", Map.of("reason", "not kept"), "file", new byte[] {1})
        }) {
            assertThat(page.status()).isEqualTo(401);
            assertThat(page.text()).contains("Please sign in again", "Sign in and go on");
            assertThat(page.body()).doesNotContain("not kept", "Send again");
        }
        Reply script = browser.postRaw(path, "reason=not+kept&csrf=" + secret, "HX-Request", "true");
        assertThat(script.status()).isEqualTo(499);
        assertThat(script.body()).doesNotContain("not kept");
    }

    @Test
    void signingOutWorksFromARefusalToo() {
        Browser browser = new Browser().signedInAs(Person.PORTO);

        Reply out = browser.submit("/org/", "/signout", Map.of());

        assertThat(out.status()).isEqualTo(303);
        assertThat(browser.cookie("q_session")).isNull();
    }

    @Test
    void formsGoToThePortalAndToKeycloakOnly() {
        assertThat(new Browser().open("/en/").header("Content-Security-Policy"))
                .contains("form-action 'self' " + Neighbours.KEYCLOAK.url() + "/realms/infocus/;");
    }

    @Test
    void signingOutWithoutASessionIsHarmless() {
        assertThat(new Browser().open("/signout").path()).isEqualTo("/en/signed-out");
    }

    @Test
    void scriptIsToldInsteadOfRedirected() {
        Reply page = new Browser().step("/org/w/frankfurt-2016/admission", "HX-Request", "true");

        assertThat(page.status()).isEqualTo(499);
    }

    @Test
    void interruptedSignInIsExplained() {
        Reply page = new Browser().open("/signin/callback?error=access_denied&state=unknown");

        assertThat(page.status()).isBetween(200, 499);
        assertThat(page.body()).doesNotContain("Exception");
    }
}
