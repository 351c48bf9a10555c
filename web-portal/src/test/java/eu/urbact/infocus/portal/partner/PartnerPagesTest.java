package eu.urbact.infocus.portal.partner;

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

/** A city's own applications, to all workshops. */
@QuarkusTest
@QuarkusTestResource(Neighbours.class)
class PartnerPagesTest {

    private static final String API = "/api/v1/partner/applications";

    @BeforeEach
    void services() {
        Answers.frankfurt();
    }

    @Test
    void eachApplicationSaysToWhichWorkshop() {
        Neighbours.REGISTRATION.get(
                API,
                Answers.APPLICATIONS.replace(
                        "\"page\":1,\"size\":50,\"total\":120", "\"page\":0,\"size\":50,\"total\":1"));
        Reply page = new Browser().signedInAs(Person.PORTO).open("/partner/");
        assertThat(page.text()).contains("Person Workshop Organisation", "Ana O’Neil <b> Call Frankfurt");
        assertThat(page.body()).doesNotContain("class=\"pager\"");

        Neighbours.REGISTRATION.reply("GET", "/api/v1/calls", 500, "{}");
        assertThat(new Browser().signedInAs(Person.PORTO).open("/partner/").text())
                .contains("Ana O’Neil <b>");
    }

    @Test
    void aWorkshopWithoutACallHasNoDelegationToLeadTo() {
        Browser porto = new Browser().signedInAs(Person.PORTO);
        assertThat(porto.open("/partner/").body()).contains("href=\"/partner/w/frankfurt-2016/delegation\"");

        Neighbours.REGISTRATION.get("/api/v1/calls", "[]");
        Reply none = porto.open("/partner/");
        assertThat(none.body()).doesNotContain("/delegation\"");
        assertThat(none.text()).contains("no call for participation yet");

        Neighbours.REGISTRATION.reply("GET", "/api/v1/calls", 500, "{}");
        assertThat(porto.open("/partner/").body()).contains("href=\"/partner/w/frankfurt-2016/delegation\"");
    }

    @Test
    void aLongListHasMorePages() {
        Neighbours.REGISTRATION.get(API, Answers.APPLICATIONS.replaceFirst("\"total\":\\d+", "\"total\":120"));
        Reply page = new Browser().signedInAs(Person.PORTO).open("/partner/?state=ADMITTED");
        assertThat(page.body()).contains("href=\"/partner/?state=ADMITTED&amp;page=");
        assertThat(page.text()).contains("of 120", "Page ");
    }
}
