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

import static org.assertj.core.api.Assertions.assertThat;

/** Organisers put right an address that no mail reaches. */
@QuarkusTest
@QuarkusTestResource(Neighbours.class)
class AddressPagesTest {

    private static final String PAGE = "/org/applications/app-1/address";
    private static final String ADMIN = "/api/v1/admin/applications/app-1/address";
    private static final String QUICKER = """
            {"type":"urn:infocus:problem:stale","status":412,"by":"Olga","at":"2016-10-10T10:00:00Z","yourself":%s}""";

    private Browser organiser;

    @BeforeEach
    void signIn() {
        Answers.frankfurt();
        Neighbours.REGISTRATION.reply("PUT", ADMIN, 204, "");
        organiser = new Browser().signedInAs(Person.ORGANISER);
    }

    private Reply correct(String email) {
        return organiser.submit(PAGE, PAGE, Map.of("email", email));
    }

    @Test
    void isCorrectedOnWhatTheOrganiserHasSeen() {
        assertThat(organiser.open(PAGE).text())
                .contains("All links and tickets that went to ana@example.org stop working");
        Reply sent = correct(" ana.oneil@example.org ");

        assertThat(sent.status()).isEqualTo(303);
        assertThat(Neighbours.REGISTRATION.last("PUT", ADMIN).header("If-Match"))
                .isEqualTo("\"v3\"");
        assertThat(Neighbours.REGISTRATION.last("PUT", ADMIN).body())
                .isEqualTo("{\"email\":\"ana.oneil@example.org\"}");
        assertThat(sent.header("Location"))
                .endsWith("/org/applications/app-1?done=ADDRESS")
                .doesNotContain("oneil");
        assertThat(organiser.open(sent.header("Location")).text())
                .contains("The address is corrected and the old links have stopped working.");
    }

    @Test
    void anAddressOfSomebodyElseIsSaidBesideTheField() {
        Neighbours.REGISTRATION.reply("PUT", ADMIN, 409, """
                {"type":"urn:infocus:problem:address-taken","status":409,"title":"This address has an application already","detail":"Somebody has applied to this call with this address, and that application is running."}""");

        Reply page = correct("rui@example.org");

        assertThat(page.status()).isEqualTo(409);
        assertThat(page.title()).startsWith("Error:");
        assertThat(page.body()).contains("value=\"rui@example.org\"", "id=\"email-error\"", "href=\"#email\"");
        assertThat(page.text()).contains("Somebody has applied to this call with this address");
    }

    @Test
    void theAddressThatItHasAlreadyIsNoCorrection() {
        Reply page = correct(" Ana@Example.org ");

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.title()).startsWith("Error:");
        assertThat(page.body()).contains("value=\"Ana@Example.org\"", "id=\"email-error\"", "href=\"#email\"");
        assertThat(page.text()).contains("This is the address it has already.");
        assertThat(Neighbours.REGISTRATION.requests("PUT", ADMIN)).isEmpty();
    }

    @Test
    void whatIsNoAddressIsSaidBesideTheField() {
        Neighbours.REGISTRATION.reply("PUT", ADMIN, 422, """
                {"type":"urn:infocus:problem:invalid","status":422,"errors":[{"field":"email","message":"must be a mail address such as name@example.org"}]}""");

        Reply page = correct("rui");

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.text()).contains("E-mail address: must be a mail address such as name@example.org");
        assertThat(page.body()).contains("value=\"rui\"");
    }

    @Test
    void whoeverWasQuickerIsNamedAndASecondClickIsNoMistake() {
        Neighbours.REGISTRATION.reply("PUT", ADMIN, 412, QUICKER.formatted("false"));
        Reply late = correct("ana.oneil@example.org");
        assertThat(late.status()).isEqualTo(412);
        assertThat(late.text()).contains("Nothing was changed. Olga was quicker, 10 Oct 2016, 12:00 CEST.");
        assertThat(late.body()).contains("value=\"ana.oneil@example.org\"");

        Neighbours.REGISTRATION.reply("PUT", ADMIN, 412, QUICKER.formatted("true"));
        Neighbours.REGISTRATION.change(
                "/api/v1/admin/applications/app-1", application -> application.replace("\"history\":[", """
                        "history":[{"at":"2016-10-10T10:00:00Z","actor":"user:1","action":"application-address-corrected"},"""));
        assertThat(correct("ana.oneil@example.org").header("Location"))
                .endsWith("/org/applications/app-1?done=ADDRESS");
    }

    @Test
    void withoutRegistrationNothingIsSaidToBeDone() {
        Neighbours.REGISTRATION.reply("PUT", ADMIN, 503, "{}");

        Reply page = correct("ana.oneil@example.org");

        assertThat(page.status()).isEqualTo(503);
        assertThat(page.text()).contains("What you entered is kept on this page");
    }

    @Test
    void isOfferedWhereTheAddressStandsAndWhereMailsHaveFailed() {
        for (String path :
                new String[] {"/org/applications/app-1", "/org/w/frankfurt-2016/plan/people/app-1", "/org/mails"}) {
            assertThat(organiser.open(path).body()).as(path).contains("href=\"" + PAGE + "\"");
        }
    }

    @Test
    void whoWasForgottenHasNoAddressToCorrect() {
        Neighbours.REGISTRATION.change("/api/v1/admin/applications/app-1", Answers::erased);

        assertThat(organiser.open(PAGE).body()).doesNotContain("name=\"email\"");
    }

    @Test
    void isForOrganisersOnly() {
        Browser partner = new Browser().signedInAs(Person.PORTO);

        assertThat(partner.open(PAGE).status()).isEqualTo(403);
        assertThat(partner.submit("/en/my", PAGE, Map.of("email", "a@example.org"))
                        .status())
                .isEqualTo(403);
        assertThat(Neighbours.REGISTRATION.requests("PUT", ADMIN)).isEmpty();
    }
}
