package eu.urbact.infocus.portal.matching;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import eu.urbact.infocus.portal.testing.Answers;
import eu.urbact.infocus.portal.testing.Browser;
import eu.urbact.infocus.portal.testing.Browser.Reply;
import eu.urbact.infocus.portal.testing.Matches;
import eu.urbact.infocus.portal.testing.Neighbours;
import eu.urbact.infocus.portal.testing.StubKeycloak.Person;

import static org.assertj.core.api.Assertions.assertThat;

/** Matrices, partners, the picture of the network and the model card; and a city's own word about a suggestion. */
@QuarkusTest
@QuarkusTestResource(Neighbours.class)
class MatchingPagesTest {

    private static final Person BILBAO = new Person("Berta Bilbao", List.of(), List.of("bilbao"));
    private static final String PARTNERS = "/en/clusters/gaia/partners";
    private static final String FEEDBACK = "/partner/matches/gaia/minalogic/feedback";
    private static final String SAID = "/api/v1/partner/clusters/gaia/feedback/minalogic";

    @BeforeEach
    void services() {
        Answers.frankfurt();
        Matches.published();
    }

    // --- matrix

    @Test
    void aRegionIsShownAsATableWithRolesIntervalsAndGapsInWords() {
        Reply page = new Browser().open("/en/regions/es21/matrix");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text())
                .contains(
                        "Priorities (rows) and clusters (columns) of Basque Country",
                        "Enabler, fits 0.41 (between 0.12 and 0.78)",
                        "Inside: 80 %",
                        "Covers: 25 %",
                        "Software of GAIA serves Advanced manufacturing.",
                        "Core 0.21 (between 0.00 and 0.30)",
                        "No link known",
                        "not known yet: up to 0.40",
                        "Not computed",
                        "No profiled cluster of the region belongs to \"Food\" or serves it.",
                        "The strategy does not name: Advertising.",
                        "3 clusters of the region fit it.",
                        "Selectivity: 0.82 . The strategy names 16 of 88 divisions",
                        "2 clusters of the region are described well enough",
                        "model lean-1 from version r12")
                .contains("Bilbao <KIBS>");
        assertThat(page.body())
                .contains(
                        "href=\"/en/regions/es21/matrix/am/gaia\"",
                        "href=\"/en/regions/es21/matrix?transpose=true\"",
                        "href=\"/en/regions/es21/matrix?clusters=network\"",
                        "href=\"/en/regions/es21/matrix.csv\"",
                        "class=\"tag role-enabler strong\"")
                .containsOnlyOnce("<caption>")
                .doesNotContain("<KIBS>", "class=\"tag role-core strong\"");
        assertThat(Neighbours.DIRECTORY
                        .requests("/api/v1/regions/es21/matrix")
                        .get(0)
                        .query())
                .isEqualTo("clusters=own");
    }

    @Test
    void rowsAndColumnsAreExchangedAndTheNetworkIsAskedFor() {
        Reply page = new Browser().open("/en/regions/es21/matrix?clusters=network&transpose=true");

        assertThat(page.text())
                .contains(
                        "Clusters (rows) and priorities (columns) of Basque Country, with all clusters of the network",
                        "0.41 (between 0.12 and 0.78) : why, for GAIA and Advanced manufacturing");
        assertThat(page.body())
                .contains(
                        "href=\"/en/regions/es21/matrix?clusters=network\"",
                        "href=\"/en/regions/es21/matrix?transpose=true\"",
                        "href=\"/en/regions/es21/matrix.csv?clusters=network\"");
        assertThat(Neighbours.DIRECTORY
                        .requests("/api/v1/regions/es21/matrix")
                        .get(0)
                        .query())
                .isEqualTo("clusters=network");
    }

    @Test
    void allRegionsAtAGlanceWithEmptyOnes() {
        Reply page = new Browser().open("/en/matrix");

        assertThat(page.text())
                .contains(
                        "Basque Country",
                        "Bucharest-Ilfov",
                        "No priority has been recorded yet.",
                        "Enabler, fits GAIA, 0.41 (between 0.12 and 0.78)",
                        "Food orphan none known");
        assertThat(new Browser().open("/en/regions/ro32/matrix").text())
                .contains("No priority of this region has been recorded yet.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/en/matrix.csv", "/en/regions/es21/matrix.csv?clusters=network"})
    void theMatrixIsAFileToo(String path) {
        Reply file = new Browser().open(path);

        assertThat(file.status()).isEqualTo(200);
        assertThat(file.header("Content-Type")).startsWith("text/csv");
        assertThat(file.header("Content-Disposition")).startsWith("attachment; filename=\"matrix");
        assertThat(file.body()).isEqualTo("region,priority\nes21,am\n");
    }

    @Test
    void aSquareIsTakenApart() {
        Reply page = new Browser().open("/en/regions/es21/matrix/am/gaia");

        assertThat(page.text())
                .contains(
                        "GAIA is an enabler of this priority: it serves those who belong to it.",
                        "Core: does it belong to the priority?",
                        "Enabler: does it serve the priority?",
                        "0.3000",
                        "0.1125",
                        "0.4125",
                        "a declared market",
                        "Source: Call , looked up 23 November 2026",
                        "Ask which markets GAIA serves. It would narrow the interval by up to 0.23.");
        assertThat(page.body())
                .contains("href=\"/en/regions/es21/matrix/am/gaia?dataVersion=r12\"")
                .doesNotContain("<products>");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ENABLER | 0.45 | 0.51 | GAIA is a core cluster of this priority: it belongs to it.
            CORE    | 0.45 | 0.3  | GAIA is a core cluster of this priority: it belongs to it.
            CORE    | 0.51 | 0.3  | It comes nearer to a core cluster by its score, but not as near as that takes.
            CORE    | 0.51 | 0.51 | It comes nearest as a core cluster: 0.50 with every statement taken at its word, where 0.51 is needed.
            ENABLER | 0.51 | 0.51 | It comes nearest as an enabler: 0.50 with every statement taken at its word, where 0.51 is needed.
            NONE    | 0.51 | 0.51 | No link between GAIA and this priority is known.
            """)
    void aSquareSaysWhetherItFitsAndAsWhat(String role, String coreFrom, String enablerFrom, String said) {
        String path = "/api/v1/regions/es21/matrix/am/gaia";
        Neighbours.DIRECTORY.get(
                path,
                Matches.CELL
                        .replace("\"role\":\"ENABLER\"", "\"role\":\"" + role + "\"")
                        .replace("\"coreFrom\":0.45", "\"coreFrom\":" + coreFrom)
                        .replace("\"enablerFrom\":0.3", "\"enablerFrom\":" + enablerFrom));
        assertThat(new Browser().open("/en/regions/es21/matrix/am/gaia").text()).contains(said);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0.29991     | 0.2999 with every statement taken at its word, where 0.30 is needed.
            0.2951      | 0.295 with every statement taken at its word, where 0.30 is needed.
            0.29        | 0.29 with every statement taken at its word, where 0.30 is needed.
            0.299999999 | just below 0.30 with every statement taken at its word, where 0.30 is needed.
            """)
    void aFitThatIsNotEnoughIsSaidWithTheDigitsThatShowIt(String fit, String said) {
        Neighbours.DIRECTORY.get(
                "/api/v1/regions/es21/matrix/am/gaia", Matches.CELL.replace("\"fit\":0.5", "\"fit\":" + fit));
        assertThat(new Browser().open("/en/regions/es21/matrix/am/gaia").text())
                .contains("It comes nearest as an enabler: " + said);
    }

    @Test
    void theChoiceOfDomainsIsACurveAndATable() {
        Reply page = new Browser().open("/en/regions/es21/diversification");

        assertThat(page.text())
                .contains("Advanced manufacturing; Food", "1.50", "1.48", "0.30")
                .contains(
                        "A priority for which no activity, competence or market has been recorded yet is not among the choices.")
                .containsSubsequence(
                        "What was counted",
                        "Counted as size: Members",
                        "GAIA to be verified at least 260 Members (2021)",
                        "1.25",
                        "not known",
                        "1.00");
        assertThat(page.body()).contains("<polyline class=\"line\" points=\"56,74 616,24\"/>");
    }

    @Test
    void whatIsStillToBeVerifiedIsMarkedAtRowsColumnsSquaresAndSources() {
        Browser browser = new Browser();

        Reply matrix = browser.open("/en/regions/es21/matrix");
        assertThat(matrix.text())
                .contains(
                        "GAIA to be verified",
                        "Advanced manufacturing crowded to be verified",
                        "A dotted line, or “to be verified” beside a name",
                        "Source: PCTI Euskadi, looked up 1 September 2016")
                .doesNotContain("Food orphan to be verified", "Bilbao <KIBS> orphan to be verified");
        assertThat(matrix.body())
                .contains(
                        "<summary class=\"uncertain\">Evidence",
                        "<p>Software of GAIA serves Advanced manufacturing.</p>",
                        "<summary>Evidence",
                        "<p>Kindred.</p>");
        assertThat(browser.open("/en/regions/es21/matrix/am/gaia").text())
                .contains(
                        "looked up 23 November 2026 · to be verified",
                        "both have Software engineering. to be verified");
        assertThat(browser.open(PARTNERS).text())
                .contains("Both have Software engineering. to be verified")
                .doesNotContain("Kindred. to be verified");
        assertThat(browser.open("/en/network/matches").text())
                .contains("Both have Software engineering. to be verified")
                .doesNotContain("Kindred. to be verified");
    }

    @Test
    void anOrphanAndAChoiceOfDomainsSayWhatIsStillToBeVerified() {
        String gaia = "\"gap\":\"NONE\",\"reason\":\"GAIA serves";
        assertThat(Matches.REGION).contains(gaia);
        Neighbours.DIRECTORY.get(
                "/api/v1/regions/es21/matrix",
                "{\"modelVersion\":\"lean-1\",\"dataVersion\":\"r12\",\"coreFrom\":0.45,\"enablerFrom\":0.3,\"regions\":["
                        + Matches.REGION.replace(gaia, "\"gap\":\"ORPHAN\",\"reason\":\"GAIA serves")
                        + "]}");

        assertThat(new Browser().open("/en/regions/es21/matrix").text())
                .containsSubsequence(
                        "Orphan clusters",
                        "GAIA to be verified GAIA serves",
                        "Bilbao <KIBS> The strategy does not name: Advertising.");
        assertThat(new Browser().open("/en/regions/es21/diversification").text())
                .contains(
                        "Advanced manufacturing to be verified", "GAIA to be verified", "Advanced manufacturing; Food")
                .doesNotContain("<KIBS> to be verified");
    }

    @Test
    void ofARegionWithoutClustersNoGapIsToldAndNothingIsChosen() {
        String unfit =
                "\"gap\":\"NONE\",\"reason\":\"No cluster of the region is in the directory yet.\",\"fitting\":0";
        matrix("""
                {"regionId":"es21","region":"Basque Country","strategy":"S","profiledClusters":0,
                 "priorities":[{"id":"am","label":"Advanced manufacturing",%s},{"id":"food","label":"Food",%s}],"clusters":[],"cells":[]}""".formatted(unfit, unfit));
        Neighbours.DIRECTORY.get("/api/v1/regions/es21/diversification", """
                {"modelVersion":"lean-1","dataVersion":"r12","regionId":"es21","region":"Basque Country","connection":0.05,"clusters":[],"steps":[]}""");

        assertThat(new Browser().open("/en/regions/es21/matrix").text())
                .contains(
                        "Orphan priorities not known",
                        "No cluster of this region is in the directory yet, so nothing can be said about what has no counterpart.")
                .doesNotContain("None: each", "None: no priority", "cannot be compared");
        assertThat(new Browser().open("/en/matrix").text())
                .as("of orphans and of what is crowded")
                .contains("Basque Country 0 2 not known not known not known 0.00");
        Reply choice = new Browser().open("/en/regions/es21/diversification");
        assertThat(choice.text())
                .contains("No cluster of this region is in the directory yet, so there is nothing to choose by.")
                .doesNotContain("The best choices");
        assertThat(choice.body()).doesNotContain("<polyline");
    }

    @Test
    void aPriorityOfWhichNothingIsRecordedIsNoOrphan() {
        String food = "\"label\":\"Food\",\"gap\":\"ORPHAN\",\"reason\":\"No profiled cluster of the region belongs";
        assertThat(Matches.REGION).contains(food);
        matrix(Matches.REGION.replace(food, "\"label\":\"Food\",\"gap\":\"NONE\",\"reason\":\"Nothing is recorded"));

        assertThat(new Browser().open("/en/regions/es21/matrix").text())
                .containsSubsequence(
                        "Orphan priorities 0",
                        "Orphan priorities",
                        "None: each priority of which something is recorded has a cluster that fits.",
                        "Crowded priorities",
                        "Priorities that cannot be compared",
                        "Food Nothing is recorded");
        Neighbours.DIRECTORY.get("/api/v1/regions/es21/diversification", """
                {"modelVersion":"lean-1","dataVersion":"r12","regionId":"es21","region":"Basque Country","connection":0.05,"steps":[],"clusters":[
                 {"cluster":{"id":"gaia","name":"GAIA"},"figure":null,"size":1}]}""");
        assertThat(new Browser().open("/en/regions/es21/diversification").text())
                .contains(
                        "No priority of this region has been recorded with its activities, competences or markets yet.");

        String am = "\"label\":\"Advanced manufacturing\",\"gap\":\"NONE\",\"reason\":\"Nothing\",\"fitting\":0";
        matrix("""
                {"regionId":"es21","region":"Basque Country","strategy":"S","profiledClusters":1,"cells":[],
                 "priorities":[{"id":"am",%s}],"clusters":[{"cluster":{"id":"gaia","name":"GAIA"},"own":true,"gap":"NONE","reason":"R","role":"NONE"}]}""".formatted(am));
        assertThat(new Browser().open("/en/regions/es21/matrix").text())
                .contains(
                        "No activity, competence or market has been recorded for any priority of this region yet, so nothing can be said"
                                + " about what has no counterpart.");
    }

    private static void matrix(String region) {
        String matrix = "{\"modelVersion\":\"lean-1\",\"dataVersion\":\"r12\",\"coreFrom\":0.45,\"enablerFrom\":0.3,"
                + "\"crowdedFrom\":3,\"regions\":[" + region + "]}";
        Neighbours.DIRECTORY.get("/api/v1/regions/es21/matrix", matrix);
        Neighbours.DIRECTORY.get("/api/v1/matrix", matrix);
    }

    @Test
    void aSquareFitsAsTheRoleThatReachesItsThreshold() {
        fitting("\"fits\":true,\"core\":0.21,\"enabler\":0,\"coreFit\":0.45,\"enablerFit\":0.1");
        Reply core = new Browser().open("/en/regions/es21/matrix");
        assertThat(core.text()).contains("Core, fits 0.21");
        assertThat(core.body()).contains("class=\"tag role-core strong\"");

        fitting("\"fits\":true,\"core\":0.21,\"enabler\":0.2,\"coreFit\":0.22,\"enablerFit\":0.31");
        Reply enabler = new Browser().open("/en/regions/es21/matrix");
        assertThat(enabler.text()).contains("Core fits as enabler 0.21");
        assertThat(enabler.body()).doesNotContain("class=\"tag role-core strong\"");
        assertThat(new Browser().open("/en/matrix").text()).contains("Core fits as enabler Bilbao <KIBS>");
    }

    private static void fitting(String cell) {
        String matrix =
                "{\"modelVersion\":\"lean-1\",\"dataVersion\":\"r12\",\"coreFrom\":0.45,\"enablerFrom\":0.3,\"regions\":["
                        + Matches.REGION.replace(
                                "\"fits\":false,\"core\":0.21,\"enabler\":0,\"coreFit\":0.22,\"enablerFit\":0", cell)
                        + "]}";
        Neighbours.DIRECTORY.get("/api/v1/regions/es21/matrix", matrix);
        Neighbours.DIRECTORY.get("/api/v1/matrix", matrix);
    }

    // --- partners

    @Test
    void partnersAreShownUnderBothLensesWithReasons() {
        Reply page = new Browser().open(PARTNERS);

        assertThat(page.text())
                .contains(
                        "0.74 (between 0.50 and 0.90) , top 6 % of 1,953 pairs",
                        "Fits GAIA better than 98 % of all others do; GAIA fits it better than 62 %.",
                        "→ GAIA serves Minalogic",
                        "– Neither is known to serve the other",
                        "Known partners",
                        "Both have Software engineering.")
                .doesNotContain("Propose a cooperation", "Your city said");
        assertThat(Neighbours.DIRECTORY.requests("/api/v1/clusters/gaia/matches").stream()
                        .map(request -> request.query().replaceAll(".*(lens=[a-z-]+).*", "$1")))
                .containsExactly("lens=alliance", "lens=cross-innovation");
        assertThat(Neighbours.DIRECTORY.requests("/api/v1/partner/clusters/gaia/feedback"))
                .isEmpty();
    }

    @Test
    void partnersAreNarrowed() {
        new Browser().open(PARTNERS + "?lens=cross-innovation&scope=all&city=porto");

        assertThat(Neighbours.DIRECTORY.requests("/api/v1/clusters/gaia/matches"))
                .singleElement()
                .satisfies(request -> assertThat(request.query())
                        .contains("lens=cross-innovation", "scope=all", "city=porto", "size=10"));
    }

    @Test
    void aCityThatNobodyKnowsIsNamedAndCanBeTakenAway() {
        Neighbours.DIRECTORY.reply("GET", "/api/v1/clusters/gaia/matches", 422, """
                {"type":"urn:infocus:problem:invalid","title":"The request has invalid values","status":422,
                 "errors":[{"field":"city","message":"is not known"}]}""");

        Reply page = new Browser().open(PARTNERS + "?lens=alliance&scope=all&city=%3Cnowhere%3E");

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.text())
                .containsSubsequence("The directory does not know this city", "City: <nowhere>. Search without it");
        assertThat(page.body())
                .contains("href=\"/en/clusters/gaia/partners?lens=alliance&amp;scope=all\"")
                .doesNotContain("<nowhere>");
    }

    @Test
    void anotherRefusalOfPartnersIsNotBlamedOnTheCity() {
        Neighbours.DIRECTORY.reply("GET", "/api/v1/clusters/gaia/matches", 422, "{\"status\":422}");

        Reply page = new Browser().open(PARTNERS + "?city=porto");

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.text()).contains("The request could not be handled").doesNotContain("does not know this city");
    }

    @Test
    void theOwnCitySaysWhatASuggestionIsWorth() {
        Neighbours.DIRECTORY.reply("PUT", SAID, 200, """
                {"clusterId":"gaia","partnerId":"minalogic","verdict":"ALREADY_PARTNERS","givenAt":"2016-10-10T08:00:00Z"}""");
        Neighbours.DIRECTORY.reply("DELETE", SAID, 204, "");
        Browser bilbao = new Browser().signedInAs(BILBAO);

        Reply page = bilbao.open(PARTNERS);
        assertThat(page.text()).contains("Your city said: Useful");
        assertThat(page.body())
                .contains("href=\"/partner/cooperations/new?from=gaia&amp;to=minalogic\"")
                .doesNotContain("to=aerospace-valley\"");

        Reply said = bilbao.submit(PARTNERS, FEEDBACK, Map.of("verdict", "ALREADY_PARTNERS", "lens", "alliance"));
        assertThat(said.status()).isEqualTo(303);
        assertThat(said.header("Location")).endsWith(PARTNERS + "?lens=alliance&done=said");
        assertThat(Neighbours.DIRECTORY.requests(SAID).get(0).body()).isEqualTo("{\"verdict\":\"ALREADY_PARTNERS\"}");
        assertThat(Neighbours.DIRECTORY.requests(SAID).get(0).header("Authorization"))
                .startsWith("Bearer ");
        assertThat(bilbao.open(PARTNERS + "?done=said").text()).contains("what you said about the suggestion is kept");

        Reply back = bilbao.submit(PARTNERS, FEEDBACK, Map.of("verdict", "NONE"));
        assertThat(back.header("Location")).endsWith(PARTNERS + "?done=forgotten");
        assertThat(Neighbours.DIRECTORY.requests(SAID).get(1).method()).isEqualTo("DELETE");
    }

    @Test
    void nobodyElseSaysIt() {
        assertThat(new Browser().signedInAs(Person.PORTO).open(PARTNERS).text()).doesNotContain("Your city said");
        // another city's cluster is not there, as the directory says
        assertThat(new Browser()
                        .signedInAs(Person.PORTO)
                        .submit("/partner/", FEEDBACK, Map.of("verdict", "USEFUL"))
                        .status())
                .isEqualTo(404);
        assertThat(new Browser()
                        .signedInAs(Person.NEITHER)
                        .submit("/en/my", FEEDBACK, Map.of("verdict", "USEFUL"))
                        .status())
                .isEqualTo(403);
        assertThat(new Browser()
                        .signedInAs(BILBAO)
                        .submit(PARTNERS, FEEDBACK, Map.of("verdict", "EXCELLENT"))
                        .status())
                .isEqualTo(400);
        assertThat(Neighbours.DIRECTORY.requests(SAID)).hasSize(1);
    }

    @Test
    void aWordThatWasNotKeptIsToldAndAPartThatIsDownCostsABlock() {
        Neighbours.DIRECTORY.reply("PUT", SAID, 503, "{}");
        Neighbours.DIRECTORY.reply("GET", "/api/v1/partner/clusters/gaia/feedback", 500, "{}");
        Browser bilbao = new Browser().signedInAs(BILBAO);

        Reply said = bilbao.submit(PARTNERS, FEEDBACK, Map.of("verdict", "USEFUL"));

        assertThat(said.header("Location")).endsWith(PARTNERS + "?done=down");
        assertThat(bilbao.open(PARTNERS + "?done=down").text())
                .contains("It was not kept", "This part cannot be loaded at the moment", "GAIA serves Minalogic");
    }

    @Test
    void twoAnswersSayWhatTheyAreWorthAloneAndTogether() {
        String asked =
                "\"questions\":[{\"text\":\"Ask which markets GAIA serves.\",\"object\":\"gaia\",\"topic\":\"MARKETS\","
                        + "\"reason\":\"MISSING\",\"narrowsBy\":0.234}]";
        String second =
                "{\"text\":\"Ask for a document that confirms the activities of Minalogic.\",\"object\":\"minalogic\","
                        + "\"topic\":\"ACTIVITIES\",\"reason\":\"UNDOCUMENTED\",\"narrowsBy\":0}]";
        Neighbours.DIRECTORY.change(
                "/api/v1/clusters/gaia/matches/minalogic",
                pair -> pair.replace(asked, asked.replace("}]", "}," + second) + ",\"questionsNarrowBy\":0.4"));

        assertThat(new Browser().open(PARTNERS + "/minalogic").text())
                .contains(
                        "Ask which markets GAIA serves. This answer alone would narrow the interval by up to 0.23.",
                        "Ask for a document that confirms the activities of Minalogic."
                                + " This answer alone would not narrow the interval.",
                        "Both answers together would narrow the interval by up to 0.40.");

        Matches.published();
        Neighbours.DIRECTORY.change(
                "/api/v1/clusters/gaia/matches/minalogic",
                pair -> pair.replace(asked, "\"questions\":[],\"questionsNarrowBy\":0"));

        assertThat(new Browser().open(PARTNERS + "/minalogic").text())
                .contains(
                        "No answer about the two would narrow the interval: what is open rests on uses of competences")
                .doesNotContain("Nothing is open");
    }

    @Test
    void twoThatServeEachOtherAlikeHaveAnArrowWithTwoHeads() {
        Neighbours.DIRECTORY.change(
                "/api/v1/clusters/gaia/matches/minalogic",
                pair -> pair.replace("\"serves\":\"minalogic\"", "\"serves\":null,\"servesBoth\":true"));
        Neighbours.DIRECTORY.change(
                "/api/v1/matches/pairs",
                pairs -> pairs.replace("\"serves\":\"minalogic\"", "\"serves\":null,\"servesBoth\":true"));

        assertThat(new Browser().open(PARTNERS + "/minalogic").text())
                .contains("↔ GAIA and Minalogic serve each other alike", "→ GAIA serves Minalogic")
                .doesNotContain("Minalogic serves GAIA");
        Reply network = new Browser().open("/en/network/matches");
        assertThat(network.text()).contains("GAIA ↔ and Minalogic serve each other alike");
        assertThat(network.body()).contains("marker-end=\"url(#arrow)\" marker-start=\"url(#arrow)\"");
    }

    @Test
    void aPairIsShownUnderBothLenses() {
        Reply page = new Browser().open(PARTNERS + "/minalogic");

        assertThat(page.text())
                .contains(
                        "GAIA and Minalogic",
                        "0.41 (between 0.12 and 0.78) , top 3 % of 1,953 pairs",
                        "top 50 % of 1,953 pairs",
                        "← Minalogic serves GAIA",
                        "→ GAIA serves Minalogic",
                        "One serves the other: 0.50 × share 0.60 = 0.30",
                        "Silicon Europe since 2012",
                        "Both joined.");
        assertThat(page.text()).doesNotContain("see what is computed today");
        assertThat(page.body()).contains("href=\"/en/clusters/gaia/partners/minalogic?dataVersion=r12\"");
    }

    @ParameterizedTest
    @CsvSource({
        "/en/clusters/gaia/partners/minalogic, /api/v1/clusters/gaia/matches/minalogic",
        "/en/regions/es21/matrix/am/gaia, /api/v1/regions/es21/matrix/am/gaia"
    })
    void aMatchIsShownAsItWasAndSaysSo(String path, String asked) {
        Reply page = new Browser().open(path + "?dataVersion=r12");

        assertThat(page.text())
                .contains(
                        "This is what model lean-1 computes of version r12 of the data", "see what is computed today");
        assertThat(page.body())
                .contains("href=\"" + path + "\"", "<meta name=\"robots\" content=\"noindex, nofollow\">")
                .doesNotContain("href=\"" + path + "?dataVersion");
        assertThat(new Browser().open(path).body())
                .contains("<a rel=\"nofollow\" href=\"" + path + "?dataVersion=r12\">")
                .doesNotContain("noindex");
        assertThat(Neighbours.DIRECTORY.requests(asked).get(0).query()).isEqualTo("dataVersion=r12");
    }

    @ParameterizedTest
    @CsvSource({
        "/en/clusters/gaia/partners/minalogic, /api/v1/clusters/gaia/matches/minalogic",
        "/en/regions/es21/matrix/am/gaia, /api/v1/regions/es21/matrix/am/gaia"
    })
    void aMistypedVersionIsRefusedInsteadOfTodaysScores(String path, String asked) {
        for (String version : List.of("yesterday", "R4", "-1")) {
            Reply page = new Browser().open(path + "?dataVersion=" + version);
            assertThat(page.status()).as(version).isEqualTo(400);
            assertThat(page.text()).contains("versions are written like r12");
        }
        assertThat(Neighbours.DIRECTORY.requests(asked)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/en/clusters/gaia/partners/minalogic, /api/v1/clusters/gaia/matches/minalogic, one of them, 404",
        "/en/clusters/gaia/partners/minalogic, /api/v1/clusters/gaia/matches/minalogic, one of them, 410",
        "/en/regions/es21/matrix/am/gaia, /api/v1/regions/es21/matrix/am/gaia, the priority or the cluster, 404",
        "/en/regions/es21/matrix/am/gaia, /api/v1/regions/es21/matrix/am/gaia, the priority or the cluster, 410"
    })
    void whatIsGoneTodayIsNotLinkedFromItsOldVersion(String path, String asked, String gone, int today) {
        Neighbours.DIRECTORY.lastTime("GET", asked);
        Neighbours.DIRECTORY.reply(
                "GET",
                asked,
                today,
                "application/problem+json",
                "{\"type\":\"urn:infocus:problem:cluster-withdrawn\",\"status\":" + today + "}");

        Reply page = new Browser().open(path + "?dataVersion=r12");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text())
                .contains("Nothing is computed of the two today: " + gone + " is no longer in the directory.")
                .doesNotContain("see what is computed today");
        assertThat(page.body()).doesNotContain("href=\"" + path + "\"");
        assertThat(Neighbours.DIRECTORY.requests(asked))
                .extracting(request -> request.query())
                .containsExactly("dataVersion=r12", null);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/en/network/matches?minPercentile=abc",
                "/en/network/matches?minPercentile=101",
                "/en/network/matches?minPercentile=-5",
                "/en/network/matches?lens=zzz",
                "/en/network/matches?untapped=yes",
                "/en/clusters/gaia/partners?lens=zzz",
                "/en/clusters/gaia/partners?scope=moon",
                "/en/matrix?clusters=moon",
                "/en/matrix.csv?clusters=moon",
                "/en/regions/es21/matrix?clusters=moon",
                "/en/regions/es21/matrix?transpose=yes",
                "/en/regions/es21/matrix.csv?clusters=moon"
            })
    void aChoiceThatDoesNotExistIsRefused(String address) {
        Reply page = new Browser().open(address);

        assertThat(page.status()).isEqualTo(400);
        assertThat(page.text()).contains("a choice that does not exist, a number out of range");
    }

    @Test
    void aVersionThatIsNotKeptIsExplained() {
        Neighbours.DIRECTORY.reply(
                "GET",
                "/api/v1/clusters/gaia/matches/minalogic",
                410,
                "application/problem+json",
                "{\"type\":\"urn:infocus:problem:version-not-kept\",\"status\":410}");

        Reply page = new Browser().open(PARTNERS + "/minalogic?dataVersion=r3");

        assertThat(page.status()).isEqualTo(410);
        assertThat(page.text()).contains("This version is not kept", "Leave “?dataVersion=…” off the address");
    }

    // --- network and model

    @Test
    void theNetworkIsAPictureAndATableWithPlacesThatStay() {
        Reply page = new Browser().open("/en/network/matches");
        Reply other = new Browser().open("/en/network/matches?lens=cross-innovation&minPercentile=40&untapped=true");

        assertThat(page.text())
                .contains(
                        "2 pairs, 1 of them untapped.",
                        "GAIA and Minalogic",
                        "Minalogic → serves GAIA",
                        "top 3 % of 1,953 pairs");
        // one of them is in no pair
        assertThat(spots(page)).isEqualTo(spots(other)).hasSize(4);
        assertThat(page.text()).contains("Health Cluster Portugal");
        assertThat(Neighbours.DIRECTORY.requests("/api/v1/matrix")).isEmpty();
        assertThat(page.body())
                .contains("class=\"edge known\"", "marker-end=\"url(#arrow)\"", "value=\"90\"")
                .doesNotContain("style=");
        assertThat(Neighbours.DIRECTORY.requests("/api/v1/matches/pairs").stream()
                        .map(request -> request.query()))
                .containsExactly(
                        "lens=alliance&scope=network&untapped=false&size=100",
                        "lens=cross-innovation&minPercentile=40&scope=network&untapped=true&size=100");
    }

    @Test
    void whatTheOwnCitySaysMakesAPairKnownForThatCityAlone() {
        Neighbours.DIRECTORY.get("/api/v1/partner/feedback", """
                [{"clusterId":"bilbao-kibs","partnerId":"minalogic","verdict":"ALREADY_PARTNERS","givenAt":"2016-10-01T08:00:00Z"}]""");
        Browser bilbao = new Browser().signedInAs(BILBAO);

        assertThat(bilbao.open("/en/network/matches").text())
                .contains("2 pairs, 0 of them untapped.", "known to your city", "only your city sees that");
        assertThat(bilbao.open("/en/network/matches?untapped=true").text())
                .doesNotContain("Bilbao <KIBS> and Minalogic");
        assertThat(new Browser().open("/en/network/matches").text())
                .contains("2 pairs, 1 of them untapped.")
                .doesNotContain("your city");
        assertThat(Neighbours.DIRECTORY.requests("/api/v1/partner/feedback")).hasSize(2);
    }

    @Test
    void theBestHundredAreShownAlsoWhenTheOwnCityKnowsSomeOfThem() {
        String pair =
                "{\"one\":{\"id\":\"%s\",\"name\":\"%s\"},\"other\":{\"id\":\"minalogic\",\"name\":\"Minalogic\"},"
                        + "\"score\":0.5,\"low\":0.1,\"high\":0.9,\"fit\":0.6,\"percentile\":92,\"partnerships\":[]}";
        Neighbours.DIRECTORY.get(
                "/api/v1/matches/pairs",
                IntStream.rangeClosed(1, 101)
                        .mapToObj(i -> pair.formatted("c" + i, "Number " + i))
                        .collect(Collectors.joining(
                                ",",
                                "{\"modelVersion\":\"lean-1\",\"dataVersion\":\"r12\",\"pairs\":1953,\"minPercentile\":90,\"items\":[",
                                "]}")));
        Neighbours.DIRECTORY.get("/api/v1/partner/feedback", """
                [{"clusterId":"c7","partnerId":"minalogic","verdict":"ALREADY_PARTNERS","givenAt":"2016-10-01T08:00:00Z"}]""");
        Browser bilbao = new Browser().signedInAs(BILBAO);

        assertThat(bilbao.open("/en/network/matches?untapped=true").text())
                .contains("100 pairs, 100 of them untapped. Only the best 100 are shown.", "Number 101 and Minalogic")
                .doesNotContain("Number 7 and Minalogic");
        assertThat(bilbao.open("/en/network/matches").text())
                .contains("100 pairs, 99 of them untapped. Only the best 100 are shown.", "Number 7 and Minalogic")
                .doesNotContain("Number 101 and Minalogic");
        assertThat(Neighbours.DIRECTORY.requests("/api/v1/matches/pairs").stream()
                        .map(request -> request.query()))
                .containsExactly(
                        "lens=alliance&scope=network&untapped=true&size=101",
                        "lens=alliance&scope=network&untapped=false&size=100");
    }

    @Test
    void whoHasACooperationIsLedToItInsteadOfProposingOne() {
        Neighbours.DIRECTORY.get("/api/v1/partner/cooperations", """
                {"items":[{"id":"0193f0a0-0000-7000-8000-00000000000c","etag":"\\"v1\\"","state":"ACCEPTED","mine":false,
                 "from":{"clusterId":"minalogic","cluster":"Minalogic","cityId":"grenoble","city":"Grenoble"},
                 "to":{"clusterId":"gaia","cluster":"GAIA","cityId":"bilbao","city":"Bilbao"},"message":"m","steps":[]}],
                 "page":0,"size":100,"total":1}""");
        Neighbours.DIRECTORY.get("/api/v1/partner/feedback", """
                [{"clusterId":"gaia","partnerId":"minalogic","verdict":"USEFUL","givenAt":"2016-10-01T08:00:00Z"}]""");
        Browser bilbao = new Browser().signedInAs(BILBAO);

        for (String page : List.of(PARTNERS, PARTNERS + "/minalogic")) {
            Reply reply = bilbao.open(page);
            assertThat(reply.text()).as(page).contains("You have a cooperation", "Your city said: Useful");
            assertThat(reply.body())
                    .as(page)
                    .contains("href=\"/partner/cooperations/0193f0a0-0000-7000-8000-00000000000c\"")
                    .doesNotContain("to=minalogic");
        }
        assertThat(new Browser().open(PARTNERS + "/minalogic").text())
                .doesNotContain("You have a cooperation", "Your city said", "Propose a cooperation");
    }

    @Test
    void theFileWithTheNumbersIsPassedOnAsOpenData() {
        Neighbours.DIRECTORY.tag("/api/v1/matching-model.yaml", "\"v7\"");
        Reply file = new Browser().step("/en/model.yaml", "If-None-Match", "\"known\"");

        assertThat(file.status()).isEqualTo(200);
        assertThat(file.body()).isEqualTo("modelVersion: lean-1\n");
        assertThat(file.header("Content-Disposition")).isEqualTo("attachment; filename=\"matching-model.yaml\"");
        assertThat(file.header("Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(file.header("ETag")).isEqualTo("\"v7\"");
        assertThat(file.header("Vary")).isEqualTo("Accept-Encoding");
        assertThat(file.header("Content-Type")).startsWith("application/yaml");
        assertThat(Neighbours.DIRECTORY
                        .requests("/api/v1/matching-model.yaml")
                        .get(0)
                        .header("If-None-Match"))
                .isEqualTo("\"known\"");
        assertThat(new Browser().open("/en/open-data").body()).contains("href=\"/en/model.yaml\"");
    }

    @Test
    void theNetworkIsShownWithoutThePlacesOfThoseWhoDoNotFit() {
        Neighbours.DIRECTORY.reply("GET", "/api/v1/clusters.geojson", 503, "{}");

        assertThat(new Browser().open("/en/network/matches?minPercentile=").text())
                .contains("GAIA and Minalogic");
        assertThat(Neighbours.DIRECTORY.requests("/api/v1/matches/pairs").get(0).query())
                .doesNotContain("minPercentile");
    }

    @Test
    void theModelIsExplained() {
        assertThat(new Browser().open("/en/model").text())
                .contains(
                        "It suggests which clusters should talk to each other.",
                        "cov(X→Y) = Σ w(i) · max s(i,j)",
                        "0.45",
                        "Useful 12 Not useful 3 Already partners 1",
                        "newest 1,000 versions of the data",
                        "versions before that can no longer be explained",
                        "A statement that is inferred counts 0.40.",
                        "Alliance lens this model In one field 0.9130 62 % 20 known of 1,953 pairs",
                        "No plain way does better than this model, by either number.",
                        "Alliance lens, in the order of the lists as shown",
                        "Photonics C30 Other transport equipment Documented",
                        "Chips 26 Electronics The one makes the other",
                        "counts 1.00 where that is documented or the one makes the other, 0.60 where it is widely accepted.",
                        "Silicon Europe since 2012",
                        "GAIA , Minalogic",
                        "Related terms beyond the taxonomies: skill (1).",
                        "Laser sources Optics 0.65 skill Source: A source",
                        "It knows nothing about people.");
    }

    @Test
    void theModelSaysThatNoRelatedTermsAreKnown() {
        Neighbours.DIRECTORY.get(
                "/api/v1/matching-model",
                Matches.CARD
                        .replace("\"relatedness\":{\"skill\":1}", "\"relatedness\":{}")
                        .replace("\"relatedTerms\"", "\"nothing\""));

        assertThat(new Browser().open("/en/model").text())
                .contains("No table of related terms is loaded yet")
                .doesNotContain("Laser sources Optics");
    }

    @Test
    void theModelSaysWhereAPlainWayDoesBetter() {
        Neighbours.DIRECTORY.get(
                "/api/v1/matching-model",
                Matches.CARD.replace("\"auc\":0.7,\"hitAt5\":0.2", "\"auc\":0.905,\"hitAt5\":0.65"));

        assertThat(new Browser().open("/en/model").text())
                .contains(
                        "In one field: “Same words” is ahead of “Alliance lens” among the first five.",
                        "In one field: “Same words” is ahead of “Alliance lens, in the order of the lists” by AUC.")
                .doesNotContain("No plain way does better");
    }

    @Test
    void pagesLeadToEachOther() {
        Neighbours.DIRECTORY.get("/api/v1/clusters/gaia", """
                {"id":"gaia","name":"GAIA","kind":"SECTOR","country":"ES"}""");

        assertThat(new Browser().open("/en/clusters/gaia").body()).contains("href=\"" + PARTNERS + "\"");
        assertThat(new Browser().open("/en/network").body())
                .contains("href=\"/en/network/matches\"", "href=\"/en/matrix\"", "href=\"/en/model\"");
    }

    // --- nothing there, nobody there

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/en/regions/nowhere/matrix",
                "/en/regions/nowhere/matrix.csv",
                "/en/regions/es21/matrix/am/nobody",
                "/en/regions/nowhere/diversification",
                "/en/clusters/nobody/partners",
                "/en/clusters/gaia/partners/nobody",
                "/en/match-results/0193f0a0-0000-7000-8000-00000000ffff"
            })
    void whatIsNotThereIsNotFound(String path) {
        Reply page = new Browser().open(path);

        assertThat(page.status()).isEqualTo(404);
        assertThat(page.text()).contains("Page not found");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/en/matrix",
                "/en/regions/es21/matrix",
                "/en/regions/es21/matrix/am/gaia",
                "/en/regions/es21/diversification",
                PARTNERS,
                PARTNERS + "/minalogic",
                "/en/network/matches",
                "/en/model"
            })
    void withoutTheDirectoryThePageSaysSo(String path) {
        Neighbours.DIRECTORY.stop();

        assertThat(new Browser().open(path).status()).isEqualTo(503);
    }

    private static List<String> spots(Reply page) {
        return Pattern.compile("<circle class=\"spot[^\"]*\" (cx=\"[0-9.]+\" cy=\"[0-9.]+\")")
                .matcher(page.body())
                .results()
                .map(found -> found.group(1))
                .toList();
    }
}
