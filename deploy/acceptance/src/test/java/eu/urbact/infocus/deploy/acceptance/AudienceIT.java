package eu.urbact.infocus.deploy.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Who sees what of the programme: the steering committee is for partners, and others find no trace of it anywhere. */
@Order(30)
class AudienceIT {

    private static final String EVENT = Platform.get().url("event");
    private static final String WORKSHOP = EVENT + "/api/v1/workshops/frankfurt-2016";
    private static final String[] TRACES = {"teering", "STEERING", "PARTNERS_ONLY", "artners only"};

    @Test
    void anonymousReadersFindNoTrace() {
        for (String url :
                new String[] {WORKSHOP, WORKSHOP + "/programme", WORKSHOP + "/releases/1", EVENT + "/api/v1/workshops"
                }) {
            assertThat(Api.get(url).expect(200).body()).as(url).doesNotContain(TRACES);
        }
        try (Site visitor = Site.open(Site.WIDE)) {
            for (String path : new String[] {"/en/w/frankfurt-2016/programme", "/en/w/frankfurt-2016", "/en/"}) {
                visitor.go(path);
                assertThat(visitor.source()).as(path).doesNotContain(TRACES);
            }
        }
    }

    @Test
    void partnersSeeThemMarked() {
        String programme = Api.get(WORKSHOP + "/programme", "Authorization", Tokens.of("porto"))
                .expect(200)
                .body();
        assertThat(programme.split("PARTNERS_ONLY", -1)).hasSize(3);
        try (Site partner = Site.open(Site.WIDE).signIn("porto")) {
            partner.go("/en/w/frankfurt-2016/programme");
            assertThat(partner.text())
                    .contains("InFocus Steering Committee Meeting - part I", "part II", "Partners only")
                    .contains("not for everybody");
        }
        try (Site visitor = Site.open(Site.WIDE)) {
            visitor.go("/en/w/frankfurt-2016/programme");
            assertThat(visitor.source()).as("after a partner has read it").doesNotContain(TRACES);
        }
    }

    @Test
    void accountsWithoutACitySeeNoMoreThanEverybody() {
        assertThat(Api.get(WORKSHOP + "/programme", "Authorization", Tokens.of("desk"))
                        .expect(200)
                        .body())
                .doesNotContain(TRACES);
    }

    @Test
    void pageShowsEveryItemOfTheReleaseWithItsTimesAndZone() {
        JsonNode programme = Api.get(WORKSHOP + "/programme").expect(200).json();
        try (Site visitor = Site.open(Site.WIDE)) {
            visitor.go("/en/w/frankfurt-2016/programme");
            String page = visitor.text().replaceAll("\\s+", " ");
            for (JsonNode day : programme.path("days")) {
                for (JsonNode item : day.path("items")) {
                    assertThat(page).contains(item.path("title").asText().replaceAll("\\s+", " "));
                    String end = item.path("endsLocal").isMissingNode()
                            ? ""
                            : "–" + item.path("endsLocal").asText();
                    assertThat(page).contains(item.path("startsLocal").asText() + end + " CET");
                    for (JsonNode contribution : item.path("contributions")) {
                        assertThat(page).contains(contribution.path("person").asText());
                    }
                }
            }
            assertThat(page).contains("Europe/Berlin");
        }
    }
}
