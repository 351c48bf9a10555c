package eu.urbact.infocus.portal.shell.security;

import java.util.Map;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import eu.urbact.infocus.portal.testing.Answers;
import eu.urbact.infocus.portal.testing.Browser;
import eu.urbact.infocus.portal.testing.Browser.Reply;
import eu.urbact.infocus.portal.testing.Neighbours;
import eu.urbact.infocus.portal.testing.StubKeycloak.Person;

import static org.assertj.core.api.Assertions.assertThat;

/** Pages of other sites can send no form, also when they have set the cookie of its secret. */
@QuarkusTest
@QuarkusTestResource(Neighbours.class)
class FormsFromElsewhereTest {

    private static final String VIEWS = "/org/w/frankfurt-2016/plan/views";
    private static final String ASKED = "/api/v1/admin/saved-views";
    private static final String PLANTED = "AAAAAAAAAAAAAAAAAAAAAA";

    private Browser organiser;
    private Map<String, String> form;

    @BeforeEach
    void signIn() {
        Answers.frankfurt();
        Neighbours.REGISTRATION.reply("POST", ASKED, 201, "{\"id\":\"v3\",\"name\":\"x\"}");
        organiser = new Browser().with("infocus-csrf", PLANTED).signedInAs(Person.ORGANISER);
        form = Map.of("name", "Ours", "csrf", PLANTED);
    }

    @ParameterizedTest
    @CsvSource({
        "Sec-Fetch-Site, cross-site",
        "Sec-Fetch-Site, same-site",
        "Sec-Fetch-Site, something-new",
        "Origin, https://evil.example",
        "Origin, http://localhost:1",
        "Origin, http://evil.example:8080",
        "Origin, nonsense"
    })
    void whatAPageOfAnotherSiteSendsIsRefused(String header, String value) {
        // nobody forwards here, so it is no proxy that says where the portal is
        Reply page = organiser.post(
                VIEWS, form, header, value, "X-Forwarded-Host", "evil.example", "X-Forwarded-Proto", "https");

        assertThat(page.status()).isEqualTo(400);
        assertThat(page.text()).contains("The request could not be handled").doesNotContain("Ours");
        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
        assertThat(Neighbours.REGISTRATION.requests(ASKED)).isEmpty();
        assertThat(organiser.post("/signout", form, header, value).status()).isEqualTo(400);
        assertThat(organiser.open("/org/").text()).contains("Olga Organiser");
        // reading does no harm
        assertThat(organiser.step("/en/my", header, value).status()).isEqualTo(200);
    }

    @Test
    void whatThePortalsOwnPagesSendIsTaken() {
        int port = ConfigProvider.getConfig().getValue("quarkus.http.test-port", Integer.class);
        String[][] own = {
            {},
            {"Sec-Fetch-Site", "same-origin"},
            {"Sec-Fetch-Site", "same-origin", "Origin", "null"},
            {"Sec-Fetch-Site", "none"},
            {"Origin", "http://localhost:" + port},
            {"Origin", "http://LOCALHOST:" + port},
            // where the public finds it
            {"Origin", "http://localhost:8080"},
            // pages of the portal send no referrer, and so no origin
            {"Origin", "null"}
        };
        for (String[] headers : own) {
            assertThat(organiser.post(VIEWS, form, headers).status())
                    .as(String.join(" ", headers))
                    .isEqualTo(303);
        }
        assertThat(Neighbours.REGISTRATION.requests(ASKED)).hasSize(own.length);
    }

    @Test
    void theSecretIsNeededAllTheSame() {
        for (String[] headers : new String[][] {{"Sec-Fetch-Site", "none"}, {"Origin", "null"}, {}}) {
            assertThat(organiser
                            .post(VIEWS, Map.of("name", "Ours", "csrf", "B".repeat(22)), headers)
                            .status())
                    .isEqualTo(400);
        }
        assertThat(Neighbours.REGISTRATION.requests(ASKED)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "https://infocus.example.eu, https://infocus.example.eu, false",
        "https://infocus.example.eu, https://infocus.example.eu:443, false",
        "https://INFOCUS.example.eu:443, https://infocus.example.eu/, false",
        "http://infocus.example.eu, https://infocus.example.eu, true",
        "https://infocus.example.eu:8443, https://infocus.example.eu, true",
        "https://infocus.example.eu.evil.example, https://infocus.example.eu, true",
        "https://[::1]:8080, 'https://[::1]:8080', false",
        "file://, https://infocus.example.eu, true",
        "'', https://infocus.example.eu, true",
        "nonsense, '', true"
    })
    void anOriginIsASchemeAHostAndAPort(String origin, String own, boolean elsewhere) {
        assertThat(FormsFromElsewhere.isElsewhere(null, origin, own)).isEqualTo(elsewhere);
        assertThat(FormsFromElsewhere.isElsewhere(null, origin, "http://backend:8080", own))
                .isEqualTo(elsewhere);
        assertThat(FormsFromElsewhere.isElsewhere("same-origin", origin, own)).isFalse();
        assertThat(FormsFromElsewhere.isElsewhere("cross-site", origin, own)).isTrue();
    }
}
