package eu.urbact.infocus.portal.cooperation;

import java.util.Map;
import java.util.stream.Stream;

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

/** What Porto's people see and do about the cooperations of their clusters. */
@QuarkusTest
@QuarkusTestResource(Neighbours.class)
class CooperationPagesTest {

    private static final String API = "/api/v1/partner/cooperations";
    private static final String ASKED = """
            {"id":"co-1","etag":"\\"v3\\"","from":{"clusterId":"gaia","cluster":"GAIA","cityId":"bilbao","city":"Bilbao"},
             "to":{"clusterId":"hcp","cluster":"Health <Cluster>","cityId":"porto","city":"Porto"},"mine":false,
             "state":"PROPOSED","message":"Let us talk.","proposedAt":"2016-11-01T08:00:00Z","steps":[]}""";
    private static final String RUNNING = ASKED.replace("PROPOSED", "ACCEPTED").replace("\"steps\":[]", """
            "answer":"Yes.","answeredAt":"2016-11-02T08:00:00Z","steps":[
             {"id":"st-1","text":"Send a list","cityId":"porto","city":"Porto","dueOn":"2017-01-31"}]""");

    private Browser porto;

    @BeforeEach
    void services() {
        Answers.frankfurt();
        Neighbours.DIRECTORY.get(API, "{\"items\":[" + RUNNING + "],\"page\":0,\"size\":50,\"total\":1}");
        Neighbours.DIRECTORY.get(API + "/co-1", ASKED);
        Neighbours.DIRECTORY.get("/api/v1/clusters", """
                {"items":[{"id":"gaia","name":"GAIA","cityId":"bilbao","city":"Bilbao"},
                 {"id":"hcp","name":"Health Cluster","cityId":"porto","city":"Porto"}],"page":0,"size":100,"total":2}""");
        porto = new Browser().signedInAs(Person.PORTO);
    }

    @Test
    void theListNamesTheOtherSideAndTheNextStep() {
        assertThat(porto.open("/partner/cooperations").text())
                .contains("GAIA Bilbao", "Health <Cluster>", "Running", "Send a list (Porto, by 31 January 2017");
        Neighbours.DIRECTORY.get(API, "{\"items\":[],\"page\":0,\"size\":50,\"total\":0}");
        assertThat(porto.open("/partner/cooperations").text()).contains("There is none yet.");
        Neighbours.DIRECTORY.reply("GET", API, 503, "{}");
        assertThat(porto.open("/partner/cooperations").status()).isEqualTo(200);
    }

    @Test
    void aProposalIsAnsweredOnWhatWasSeen() {
        Neighbours.DIRECTORY.reply("POST", API + "/co-1/acceptance", 200, RUNNING);

        Reply answer = porto.submit(
                "/partner/cooperations/co-1",
                "/partner/cooperations/co-1/answer",
                Map.of("deed", "accept", "word", "With pleasure"));

        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.header("Location")).endsWith("/partner/cooperations/co-1?done=accepted");
        Request request =
                Neighbours.DIRECTORY.requests(API + "/co-1/acceptance").get(0);
        assertThat(request.header("If-Match")).isEqualTo("\"v3\"");
        assertThat(request.body()).isEqualTo("{\"message\":\"With pleasure\"}");
    }

    @Test
    void whatEndedWithAClusterWasNeitherTakenBackNorAnswered() {
        String because = "\"closedBecause\":\"The cluster was taken out of the directory.\",\"steps\":[";
        String closed = ASKED.replace("PROPOSED", "WITHDRAWN")
                .replace("\"steps\":[", "\"answeredAt\":\"2016-11-02T08:00:00Z\"," + because);
        Neighbours.DIRECTORY.get(API + "/co-1", closed);
        Neighbours.DIRECTORY.get(API, "{\"items\":[" + closed + "],\"page\":0,\"size\":50,\"total\":1}");
        assertThat(porto.open("/partner/cooperations/co-1").text())
                .contains("Ended", "Why it ended The cluster was taken out of the directory.")
                .doesNotContain("Taken back", "Answer", "Why the two fit");
        assertThat(porto.open("/partner/cooperations").body()).doesNotContain("state-withdrawn");

        Neighbours.DIRECTORY.get(
                API + "/co-1",
                RUNNING.replace("ACCEPTED", "ENDED")
                        .replace("\"steps\":[", "\"endedAt\":\"2016-11-03T08:00:00Z\"," + because));
        assertThat(porto.open("/partner/cooperations/co-1").text())
                .contains("Answer Yes.", "Why it ended The cluster was taken out of the directory.");

        Neighbours.DIRECTORY.get(
                API + "/co-1",
                ASKED.replace("PROPOSED", "WITHDRAWN")
                        .replace("\"steps\":[", "\"answeredAt\":\"2016-11-02T08:00:00Z\",\"steps\":["));
        assertThat(porto.open("/partner/cooperations/co-1").text())
                .contains("Taken back", "Why the two fit")
                .doesNotContain("Why it ended");

        Neighbours.DIRECTORY.get(
                API + "/co-1",
                ASKED.replace("PROPOSED", "WITHDRAWN")
                        .replace(
                                "\"steps\":[",
                                "\"answer\":\"We were too early.\",\"answeredAt\":\"2016-11-02T08:00:00Z\",\"steps\":["));
        assertThat(porto.open("/partner/cooperations/co-1").text())
                .contains("Taken back", " wrote We were too early.")
                .doesNotContain("Answer");
    }

    @Test
    void nothingButAVersionBecomesPartOfTheRequest() {
        Neighbours.DIRECTORY.reply("POST", API + "/co-1/withdrawal", 200, ASKED);

        porto.submit(
                "/partner/cooperations/co-1",
                "/partner/cooperations/co-1/answer",
                Map.of("deed", "withdraw", "etag", "\"v3\"\r\nX-Role: organiser"));

        assertThat(Neighbours.DIRECTORY
                        .requests(API + "/co-1/withdrawal")
                        .get(0)
                        .header("If-Match"))
                .isEqualTo("\"v3\"");
    }

    @Test
    void whatSomebodyElseHasChangedIsShownAndTheWordsAreKept() {
        Neighbours.DIRECTORY.reply(
                "POST", API + "/co-1/refusal", 412, "{\"type\":\"urn:infocus:problem:stale\",\"status\":412}");

        Reply answer = porto.submit(
                "/partner/cooperations/co-1",
                "/partner/cooperations/co-1/answer",
                Map.of("deed", "decline", "word", "Not this year"));

        assertThat(answer.status()).isEqualTo(412);
        assertThat(answer.text()).contains("Somebody has changed this since you opened the page.", "Not this year");
    }

    @Test
    void aProposalGoesOutOnceAndItsInputIsKept() {
        String page = "/partner/cooperations/new?from=hcp&to=gaia";
        assertThat(porto.open(page).body())
                .contains("<option value=\"hcp\" selected>", "<option value=\"gaia\" selected>");
        Reply empty =
                porto.submit(page, "/partner/cooperations/new", Map.of("from", "hcp", "to", "gaia", "message", " "));
        assertThat(empty.status()).isEqualTo(422);
        assertThat(empty.text()).contains("Say what you would like to do together.");

        Neighbours.DIRECTORY.reply("POST", API, 503, "{}");
        Reply down = porto.submit(
                page, "/partner/cooperations/new", Map.of("from", "hcp", "to", "gaia", "message", "A joint project"));
        assertThat(down.status()).isEqualTo(503);
        assertThat(down.text()).contains("A joint project", "does not answer at the moment");

        Neighbours.DIRECTORY.reply("POST", API, 201, ASKED);
        Reply sent = porto.submit(
                page, "/partner/cooperations/new", Map.of("from", "hcp", "to", "gaia", "message", "A joint project"));
        assertThat(sent.header("Location")).endsWith("/partner/cooperations/co-1?done=proposed");
        Request request = Neighbours.DIRECTORY.last("POST", API);
        assertThat(request.header("Idempotency-Key")).isNotBlank();
        assertThat(request.body())
                .isEqualTo("{\"fromClusterId\":\"hcp\",\"toClusterId\":\"gaia\",\"message\":\"A joint project\"}");
    }

    @Test
    void aRefusalIsSaidOfTheFieldItIsAbout() {
        Neighbours.DIRECTORY.reply("POST", API, 422, """
                {"status":422,"errors":[{"field":"toClusterId","message":"is not known"},{"field":"message","message":"size must be between 1 and 2000"}]}""");
        Reply proposal = porto.submit(
                "/partner/cooperations/new?from=hcp&to=gaia",
                "/partner/cooperations/new",
                Map.of("from", "hcp", "to", "gaia", "message", "A joint project"));
        assertThat(proposal.body())
                .contains(
                        "<a href=\"#to\">With the cluster: is not known</a>",
                        "<a href=\"#message\">What you would like to do together: must be at most 2,000 characters long</a>");

        Neighbours.DIRECTORY.reply("POST", API + "/co-1/acceptance", 422, """
                {"status":422,"errors":[{"field":"message","message":"size must be between 0 and 1000"}]}""");
        Reply answer = porto.submit(
                "/partner/cooperations/co-1",
                "/partner/cooperations/co-1/answer",
                Map.of("deed", "accept", "word", "With pleasure"));
        assertThat(answer.body())
                .contains("<a href=\"#word\">A word to the other city: must be at most 1,000 characters long</a>");
    }

    @Test
    void theOwnClustersAreThereHoweverManyComeBeforeThem() {
        String clusters = "/api/v1/clusters";
        Neighbours.DIRECTORY.get(clusters, """
                {"items":[{"id":"gaia","name":"GAIA","cityId":"bilbao","city":"Bilbao"}],"page":0,"size":200,"total":1}""");
        Neighbours.DIRECTORY.once("GET", clusters, 200, """
                {"items":[{"id":"zinc","name":"Zinc","cityId":"porto","city":"Porto"}],"page":0,"size":200,"total":1}""");
        Neighbours.DIRECTORY.get(clusters + "/far", """
                {"id":"far","name":"Far down the list","cityId":"torino","city":"Torino"}""");

        Reply page = porto.open("/partner/cooperations/new?from=zinc&to=far");

        assertThat(page.body())
                .contains(
                        "<option value=\"zinc\" selected>Zinc</option>",
                        "<option value=\"gaia\">GAIA (Bilbao)</option>",
                        "<option value=\"far\" selected>Far down the list (Torino)</option>");
        assertThat(Neighbours.DIRECTORY.requests(clusters))
                .extracting(Request::query)
                .containsExactly("city=porto&page=0&size=200", "page=0&size=200");
        // nobody proposes something to the own city, or to a cluster that does not exist
        Neighbours.DIRECTORY.once("GET", clusters, 200, """
                {"items":[{"id":"zinc","name":"Zinc","cityId":"porto","city":"Porto"}],"page":0,"size":200,"total":1}""");
        Neighbours.DIRECTORY.get(clusters + "/far", """
                {"id":"far","name":"Far down the list","cityId":"porto","city":"Porto"}""");
        assertThat(porto.open("/partner/cooperations/new?from=zinc&to=far").body())
                .doesNotContain("Far down the list");
        Neighbours.DIRECTORY.reply("GET", clusters + "/far", 404, "{}");
        assertThat(porto.open("/partner/cooperations/new?from=zinc&to=far").status())
                .isEqualTo(200);
    }

    @Test
    void inALargeDirectoryTheOtherClusterIsLookedForAndTheWordsAreKept() {
        Answers.manyClusters("""
                {"items":[{"id":"hydrogen-valley","name":"Hydrogen Valley","cityId":"torino","city":"Torino"},
                 {"id":"hcp","name":"Health Cluster","cityId":"porto","city":"Porto"}],"page":0,"size":50,"total":2}""");
        Neighbours.DIRECTORY.get("/api/v1/clusters", "city=porto", """
                {"items":[{"id":"hcp","name":"Health Cluster","cityId":"porto","city":"Porto"}],"page":0,"size":200,"total":1}""");

        Reply found = porto.submit(
                "/partner/cooperations/new",
                "/partner/cooperations/new",
                Map.of("from", "hcp", "message", "A joint project", "clusterWords", "hydrogen", "findCluster", "yes"));

        assertThat(found.status()).isEqualTo(200);
        assertThat(found.text()).contains("A joint project");
        assertThat(found.body())
                .contains(
                        "<option value=\"hcp\" selected>Health Cluster</option>",
                        "<option value=\"hydrogen-valley\">Hydrogen Valley (Torino)</option>")
                .doesNotContain("Health Cluster (Porto)", "some-1");
        assertThat(Neighbours.DIRECTORY.requests(API)).isEmpty();
    }

    @Test
    void stepsAreAddedAndCompleted() {
        Neighbours.DIRECTORY.get(API + "/co-1", RUNNING);
        Neighbours.DIRECTORY.reply("POST", API + "/co-1/steps", 201, RUNNING);
        Neighbours.DIRECTORY.reply("POST", API + "/co-1/steps/st-1/completion", 200, RUNNING);

        Reply wrong = porto.submit(
                "/partner/cooperations/co-1",
                "/partner/cooperations/co-1/steps",
                Map.of("text", "Meet", "cityId", "porto", "dueOn", "soon"));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.text()).contains("Until: enter a day as year, month and day");
        assertThat(porto.submit(
                                "/partner/cooperations/co-1",
                                "/partner/cooperations/co-1/steps",
                                Map.of("text", "Meet", "cityId", "porto", "dueOn", "2017-02-01"))
                        .header("Location"))
                .endsWith("?done=step");
        assertThat(Neighbours.DIRECTORY.requests(API + "/co-1/steps").get(0).body())
                .isEqualTo("{\"text\":\"Meet\",\"cityId\":\"porto\",\"dueOn\":\"2017-02-01\"}");
        assertThat(porto.submit("/partner/cooperations/co-1", "/partner/cooperations/co-1/done", Map.of("step", "st-1"))
                        .header("Location"))
                .endsWith("?done=completed");
    }

    @Test
    void whatWasWrittenIsKeptWhenTheSessionHasEnded() {
        Map<String, Map<String, String>> forms = Map.of(
                "/partner/cooperations/new",
                Map.of("from", "hcp", "to", "gaia", "message", "A joint <project>", "submission", "s-1"),
                "/partner/cooperations/co-1/answer",
                Map.of("deed", "decline", "word", "Not <this> year", "etag", "\"v3\""),
                "/partner/cooperations/co-1/steps",
                Map.of("text", "Send <a> list", "dueOn", "2017-01-31", "submission", "s-2"));
        forms.forEach((path, fields) -> {
            Browser browser = new Browser();
            Reply page = browser.submit("/en/my", path, fields);

            assertThat(page.status()).as(path).isEqualTo(401);
            assertThat(page.header("Cache-Control")).isEqualTo("no-store");
            assertThat(page.text())
                    .as(path)
                    .contains("Please sign in again", "What you entered is kept", words(fields));
            assertThat(Browser.fill(page, Map.of())).as(path).containsAllEntriesOf(fields);
            Browser organiser = new Browser().signedInAs(Person.ORGANISER);
            assertThat(organiser.submit("/en/my", path, fields).status())
                    .as(path)
                    .isEqualTo(403);
        });
        assertThat(new Browser()
                        .submit("/en/my", "/partner/cooperations/co-1/answer", Map.of("deed", "end"))
                        .body())
                .contains("What you entered is kept")
                .doesNotContain("<dt>");
        for (String asked : new String[] {API, API + "/co-1/refusal", API + "/co-1/end", API + "/co-1/steps"}) {
            assertThat(Neighbours.DIRECTORY.requests(asked))
                    .noneMatch(request -> request.method().equals("POST"));
        }
    }

    private static String words(Map<String, String> fields) {
        return Stream.of("message", "word", "text")
                .filter(fields::containsKey)
                .map(fields::get)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatWasWrittenIsKeptWhenTheDirectoryIsDown() {
        Map<String, String> step = Map.of("text", "Send <a> list", "cityId", "porto", "dueOn", "2017-01-31");
        Map<String, String> word = Map.of("deed", "decline", "word", "Not <this> year");
        Map.of("steps", step, "answer", word).forEach((form, fields) -> {
            String path = "/partner/cooperations/co-1/" + form;
            Map<String, String> filled = Browser.fill(porto.open("/partner/cooperations/co-1"), fields);
            Neighbours.DIRECTORY.stop();

            Reply page = porto.post(path, filled);

            assertThat(page.status()).as(form).isEqualTo(503);
            assertThat(page.text()).as(form).contains("What you entered is kept on this page");
            assertThat(page.body()).as(form).contains("action=\"" + path + "\"");
            assertThat(Browser.fill(page, Map.of())).as(form).containsAllEntriesOf(filled);
            services();
        });
        Map<String, String> proposal = Map.of("from", "hcp", "to", "gaia", "message", "A joint <project>");
        Map<String, String> filled = Browser.fill(porto.open("/partner/cooperations/new"), proposal);
        Neighbours.DIRECTORY.stop();
        Reply page = porto.post("/partner/cooperations/new", filled);
        assertThat(page.status()).isEqualTo(503);
        assertThat(page.text()).contains("A joint <project>");
    }

    @Test
    void othersHaveNothingToDoHere() {
        assertThat(new Browser()
                        .signedInAs(Person.ORGANISER)
                        .open("/partner/cooperations")
                        .status())
                .isEqualTo(403);
        Neighbours.DIRECTORY.reply("GET", API + "/co-2", 404, "{}");
        assertThat(porto.open("/partner/cooperations/co-2").status()).isEqualTo(404);
    }
}
