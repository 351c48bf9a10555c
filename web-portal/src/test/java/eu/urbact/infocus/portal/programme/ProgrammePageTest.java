package eu.urbact.infocus.portal.programme;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import eu.urbact.infocus.portal.testing.Answers;
import eu.urbact.infocus.portal.testing.Browser;
import eu.urbact.infocus.portal.testing.Browser.Reply;
import eu.urbact.infocus.portal.testing.Neighbours;

import static org.assertj.core.api.Assertions.assertThat;

/** The programme, with whatever a release may hold. */
@QuarkusTest
@QuarkusTestResource(Neighbours.class)
class ProgrammePageTest {

    private static final String API = "/api/v1/workshops/frankfurt-2016/programme";

    @BeforeEach
    void services() {
        Answers.frankfurt();
    }

    @Test
    void groupsByDayAndStartTime() {
        Reply page = new Browser().open("/en/w/frankfurt-2016/programme");

        assertThat(page.body().split("class=\"slot\"", -1)).hasSize(3);
        assertThat(page.body())
                .contains(
                        "<time datetime=\"2016-11-24T14:15:00+01:00\">14:15</time>–<time datetime=\"2016-11-24T15:30:00+01:00\">15:30</time> CET")
                .contains("<h2 id=\"day-2016-11-24\"><time datetime=\"2016-11-24\">Thursday 24 November 2016</time>");
        assertThat(page.text())
                .contains("Version 3, released Sunday 9 October 2016, 12:00 CEST")
                .contains(
                        "Session 04",
                        "Zenica Turza",
                        "Different Angle",
                        "Panellist",
                        "45 minutes",
                        "Q&A",
                        "Sammet Lounge")
                .doesNotContain("not for everybody");
    }

    @Test
    void saysWhereAPartIsThatIsElsewhere() {
        String part = "\"audience\":\"OPEN\",\"contributions\":[],\"parts\":[]}";
        Neighbours.EVENT.get(
                API,
                Answers.PROGRAMME.replace(
                        part + "]",
                        "\"venue\":{\"id\":\"lobby\",\"name\":\"Hotel lobby\"},\"room\":\"Desk 1\"," + part + "]"));

        assertThat(new Browser().open("/en/w/frankfurt-2016/programme").body())
                .contains("<span class=\"sub place\">Hotel lobby, Desk 1</span>");
    }

    @Test
    void survivesWhatIsNotGiven() {
        Neighbours.EVENT.get(API, """
                {"release":null,"zone":"Europe/Berlin","days":[{"date":"2016-11-24","label":null,"items":[
                 {"id":"x","type":"UNHEARD_OF","title":"%s","startsAt":null,"endsAt":null,"venue":null,"room":null,"audience":null,"contributions":null,"parts":null,
                  "somethingNew":1}]},{"date":"2016-11-25","items":null}]}""".formatted("<img src=x onerror=alert(1)> & " + "x".repeat(500)));

        Reply page = new Browser().open("/en/w/frankfurt-2016/programme");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body())
                .contains("&lt;img src=x onerror=alert(1)&gt; &amp; ")
                .doesNotContain("<img src=x");
        assertThat(new Browser().open("/en/w/frankfurt-2016").status()).isEqualTo(200);
    }

    @Test
    void emptyProgramme() {
        Neighbours.EVENT.get(API, "{}");

        assertThat(new Browser().open("/en/w/frankfurt-2016/programme").status())
                .isEqualTo(200);
    }

    @Test
    void anonymousReaderSendsNoToken() {
        new Browser().open("/en/w/frankfurt-2016/programme");

        assertThat(Neighbours.EVENT.requests(API).get(0).header("Authorization"))
                .isNull();
    }
}
