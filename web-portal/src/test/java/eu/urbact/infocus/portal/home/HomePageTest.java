package eu.urbact.infocus.portal.home;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import eu.urbact.infocus.portal.testing.Answers;
import eu.urbact.infocus.portal.testing.Browser;
import eu.urbact.infocus.portal.testing.Neighbours;

import static org.assertj.core.api.Assertions.assertThat;

/** Which workshop is the next one; the business clock stands at 10 October 2016. */
@QuarkusTest
@QuarkusTestResource(Neighbours.class)
class HomePageTest {

    private static final String GRENOBLE = Answers.WORKSHOP
            .replace("frankfurt-2016", "grenoble-2016")
            .replace("Workshop in Frankfurt", "Workshop in Grenoble")
            .replace("2016-11-2", "2016-06-0");

    @BeforeEach
    void services() {
        Answers.frankfurt();
    }

    @Test
    void pastWorkshopIsNotTheNextOne() {
        workshops(GRENOBLE + "," + Answers.WORKSHOP);

        assertThat(new Browser().open("/en/").text())
                .containsSubsequence(
                        "Next workshop", "Workshop in Frankfurt", "Past workshops", "Workshop in Grenoble");
        assertThat(new Browser().open("/en/workshops").text())
                .containsSubsequence("Workshop in Frankfurt", "Past workshops", "Workshop in Grenoble");
    }

    @Test
    void afterTheLastOneNoneIsPromised() {
        workshops(GRENOBLE);

        assertThat(new Browser().open("/en/").text())
                .contains("No further workshop has been announced yet", "Past workshops", "Workshop in Grenoble")
                .doesNotContain("Next workshop");
        assertThat(new Browser().open("/en/workshops").text()).contains("No further workshop has been announced yet");
    }

    @Test
    void withoutAnyNothingIsPast() {
        workshops("");

        assertThat(new Browser().open("/en/").text()).doesNotContain("Past workshops", "further workshop");
        assertThat(new Browser().open("/en/workshops").text()).contains("No workshop has been announced yet");
    }

    private static void workshops(String items) {
        Neighbours.EVENT.get("/api/v1/workshops", "{\"items\":[" + items + "],\"page\":0,\"size\":50,\"total\":1}");
    }
}
