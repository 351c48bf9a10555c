package eu.urbact.infocus.portal.door;

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
import eu.urbact.infocus.portal.testing.StubKeycloak.Person;
import eu.urbact.infocus.portal.testing.StubService.Request;

import static org.assertj.core.api.Assertions.assertThat;

/** What holds at the door. */
@QuarkusTest
@QuarkusTestResource(Neighbours.class)
class DoorSettingTest {

    private static final String PAGE = "/org/w/frankfurt-2016/door";
    private static final String API = "/api/v1/admin/calls/call-1/door-settings";
    private static final Map<String, String> REFUSE = Map.of("refuse", "yes");

    private Browser organiser;

    @BeforeEach
    void signIn() {
        Answers.frankfurt();
        Neighbours.REGISTRATION.get(API, "{\"refuseWalkInsWhenFull\":false,\"version\":3}");
        Neighbours.REGISTRATION.get("/api/v1/desk/calls/call-1/days", "[]");
        organiser = new Browser().signedInAs(Person.ORGANISER);
    }

    @Test
    void isSavedWithTheVersionThatWasSeen() {
        Neighbours.REGISTRATION.reply("PUT", API, 200, "{\"refuseWalkInsWhenFull\":true,\"version\":4}");
        assertThat(organiser.open(PAGE).body())
                .containsPattern("id=\"refuse-no\"[^>]* checked")
                .contains("<a href=\"/desk/w/frankfurt-2016\">Door<span class=\"sr\">: Call Frankfurt</span></a>");

        Reply answer = organiser.submit(PAGE, PAGE, REFUSE);

        assertThat(answer.status()).isEqualTo(303);
        Request put = Neighbours.REGISTRATION.requests("PUT", API).get(0);
        assertThat(put.header("If-Match")).isEqualTo("\"v3\"");
        assertThat(put.body()).isEqualTo("{\"refuseWalkInsWhenFull\":true}");
        assertThat(organiser.open(PAGE + "?done=SAVED").text()).contains("Saved. It holds from now on");
    }

    @Test
    void somebodyElsesChangeIsToldAndTheChoiceKept() {
        Neighbours.REGISTRATION.reply("PUT", API, 412, "{\"type\":\"urn:infocus:problem:stale\"}");

        Reply page = organiser.submit(PAGE, PAGE, REFUSE);

        assertThat(page.status()).isEqualTo(412);
        assertThat(page.title()).startsWith("Error: ");
        assertThat(page.text()).contains("Somebody else has changed this", "Nothing was saved");
        assertThat(page.body()).containsPattern("id=\"refuse-yes\"[^>]* checked");
    }

    @Test
    void anOutageKeepsTheChoice() {
        Neighbours.REGISTRATION.reply("PUT", API, 503, "{}");

        Reply page = organiser.submit(PAGE, PAGE, REFUSE);

        assertThat(page.status()).isEqualTo(503);
        assertThat(page.text()).contains("It was not confirmed");
        assertThat(page.body()).containsPattern("id=\"refuse-yes\"[^>]* checked");
    }

    @Test
    void isForOrganisersAndOnlyTheyAreLedThere() {
        Browser desk = new Browser().signedInAs(new Person("Dora Desk", List.of("desk"), List.of()));

        assertThat(desk.open(PAGE).status()).isEqualTo(403);
        assertThat(desk.open("/desk/w/frankfurt-2016").body()).doesNotContain(PAGE);
        assertThat(organiser.open("/desk/w/frankfurt-2016").body()).contains("href=\"" + PAGE + "\"");
    }
}
