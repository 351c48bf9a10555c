package eu.urbact.infocus.portal.clusters;

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
import eu.urbact.infocus.portal.testing.Neighbours;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@QuarkusTestResource(Neighbours.class)
class DirectoryPagesTest {

    @BeforeEach
    void services() {
        Answers.frankfurt();
        Neighbours.DIRECTORY.get("/api/v1/cities", """
                {"items":[{"id":"porto","name":"Porto","country":"PT","role":"PARTNER","lat":41.157944,"lon":-8.629105},
                 {"id":"bilbao","name":"Bilbao","country":"ES","role":"LEAD","lat":43.263013,"lon":-2.934985},
                 {"id":"nowhere","name":"Nowhere","country":"XX","role":"PARTNER","lat":null,"lon":null}],"page":0,"size":50,"total":3}""");
        Neighbours.DIRECTORY.get("/api/v1/clusters", """
                {"items":[{"id":"gaia","name":"GAIA","kind":"SECTOR","cityId":"bilbao","city":"Bilbao","country":"ES","competences":[]}],"page":0,"size":24,
                 "total":30,"facets":{"city":[{"value":"bilbao","label":"Bilbao","parent":null,"count":7}],
                 "competence":[{"value":"laser","label":"Lasers","parent":"photonics","count":9},{"value":"digital","label":"Digital","parent":null,"count":5},
                 {"value":"photonics","label":"Photonics","parent":null,"count":3}]}}""");
    }

    @Test
    void theMapShowsWhatTheFacetCountsAndLinksNarrowTheList() {
        Reply page = new Browser().open("/en/clusters?view=map&q=K%C3%B6ln&country=ES");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body())
                .contains(
                        "aria-label=\"Bilbao: 7 clusters\"",
                        "aria-label=\"Porto: 0 clusters\"",
                        "href=\"/en/clusters?country=ES&amp;city=bilbao&amp;q=K%C3%B6ln&amp;view=map\"",
                        "cx=\"165\" cy=\"448\"")
                .doesNotContain("Nowhere");
        assertThat(page.text()).contains("Bilbao 7 Porto 0");
        assertThat(Neighbours.DIRECTORY.requests("/api/v1/clusters").get(0).query())
                .contains("country=ES", "q=K%C3%B6ln", "size=24")
                .doesNotContain("view");
    }

    @Test
    void conditionsCanBeTakenAwayOneByOneAndBroaderTermsComeBeforeTheirNarrowerOnes() {
        Reply page = new Browser().open("/en/clusters?city=bilbao&competence=laser&page=1");

        assertThat(page.text()).contains("City: Bilbao", "Competence: Lasers");
        assertThat(page.body())
                .contains("href=\"/en/clusters?competence=laser\"", "href=\"/en/clusters?city=bilbao\"")
                .containsSubsequence("Digital (5)", "Photonics (3)", "– Lasers (9)");
    }

    @Test
    void whatIsChosenStaysInTheForm() {
        Neighbours.DIRECTORY.get("/api/v1/clusters", """
                {"items":[],"page":0,"size":24,"total":0,"facets":{"city":[{"value":"porto","label":"Porto","parent":null,"count":0}]}}""");

        Reply page = new Browser().open("/en/clusters?city=porto&scope=ALL");

        assertThat(page.text()).contains("City: Porto", "Where: Everywhere").doesNotContain("Where: ALL");
        assertThat(page.body())
                .contains(
                        "<option value=\"porto\" selected>Porto (0)</option>",
                        "<option value=\"ALL\" selected>Everywhere</option>");
    }

    @Test
    void anAddressMayHoldSeveralValuesOfOneSide() {
        Reply page = new Browser().open("/en/clusters?city=bilbao&city=porto&city=bilbao&view=map");

        assertThat(Neighbours.DIRECTORY.requests("/api/v1/clusters").get(0).query())
                .contains("city=bilbao&city=porto");
        assertThat(page.text()).contains("City: Bilbao", "City: porto", "all conditions but the city");
        assertThat(page.body())
                .contains(
                        "href=\"/en/clusters?city=porto&amp;view=map\"",
                        "href=\"/en/clusters?city=bilbao&amp;view=map\"",
                        "<option value=\"bilbao\" selected>",
                        "<input type=\"hidden\" name=\"city\" value=\"porto\">");
    }

    @Test
    void aClusterThatWasTakenOutIsGoneAndThePageSaysWhy() {
        withdrawn("/api/v1/clusters/gone", "It was dissolved in 2025 & is gone.");

        Reply page = new Browser().open("/en/clusters/gone");

        assertThat(page.status()).isEqualTo(410);
        assertThat(page.text())
                .containsSubsequence(
                        "This cluster is no longer in the directory",
                        "The organisers of the network have taken it out and say why:",
                        "It was dissolved in 2025 & is gone.",
                        "all clusters");
    }

    @Test
    void theSquareOfAClusterThatWasTakenOutSaysWhyToo() {
        withdrawn("/api/v1/regions/es21/matrix/am/gone", "It was dissolved.");

        Reply page = new Browser().open("/en/regions/es21/matrix/am/gone");

        assertThat(page.status()).isEqualTo(410);
        assertThat(page.text())
                .containsSubsequence("A cluster of this page is no longer in the directory", "It was dissolved.");
    }

    @Test
    void wordsThatAreTooLongAreNamedWithTheirLimit() {
        assertThat(new Browser().open("/en/clusters?q=" + "x".repeat(200)).status())
                .isEqualTo(200);
        Reply page = new Browser().open("/en/clusters?city=porto&q=" + "x".repeat(201));
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.text())
                .contains("Words: 201 characters, where at most 200 are searched for. Search without it");
        assertThat(page.body()).contains("href=\"/en/clusters?city=porto\"");
    }

    @Test
    void whatIsSaidOfAClusterThatWasTakenOutIsGoneForPeopleAndForMachines() {
        for (String address : new String[] {
            "/api/v1/clusters/gone/matches",
            "/api/v1/clusters/gone/matches/gaia",
            "/api/v1/open-data/things/cluster/gone"
        }) {
            withdrawn(address, "It was dissolved & is gone.");
        }
        Browser browser = new Browser();
        for (String address : new String[] {"/en/clusters/gone/partners", "/en/clusters/gone/partners/gaia"}) {
            Reply page = browser.open(address);
            assertThat(page.status()).as(address).isEqualTo(410);
            assertThat(page.text())
                    .containsSubsequence(
                            "A cluster of this page is no longer in the directory",
                            "The organisers of the network have taken it out and say why:",
                            "It was dissolved & is gone.");
        }
        Reply data = browser.step("/id/cluster/gone", "Accept", "text/turtle");
        assertThat(data.status()).isEqualTo(410);
        assertThat(data.header("Content-Type")).startsWith("application/problem+json");
        assertThat(data.header("Vary")).isEqualTo("Accept");
        assertThat(data.body())
                .contains("\"type\":\"urn:infocus:problem:cluster-withdrawn\"", "It was dissolved \\u0026 is gone.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"statement-", "document-"})
    void theLongestNameOfASourceLeadsToWhatIsSaidOfItAndIsGoneWithItsCluster(String beginning) {
        String source = "source/" + beginning + "c".repeat(60) + "-10";
        String statements = "/api/v1/open-data/things/" + source;
        Browser browser = new Browser();
        Neighbours.DIRECTORY.reply("GET", statements, 200, "text/turtle", "<a> <b> <c> .");
        Reply said = browser.step("/id/" + source, "Accept", "text/turtle");
        assertThat(said.status()).isEqualTo(200);
        assertThat(said.body()).isEqualTo("<a> <b> <c> .");
        assertLedTo("/en/open-data", browser.step("/id/" + source, "Accept", "text/html"));

        withdrawn(statements, "It was dissolved.");
        assertThat(browser.step("/id/" + source, "Accept", "text/html").status())
                .isEqualTo(410);
        Reply gone = browser.step("/id/" + source, "Accept", "text/turtle");
        assertThat(gone.status()).isEqualTo(410);
        assertThat(gone.header("Content-Type")).startsWith("application/problem+json");
        assertThat(gone.body()).contains("It was dissolved.");
    }

    @Test
    void anUnknownConditionIsNamedAndCanBeTakenAway() {
        Neighbours.DIRECTORY.reply("GET", "/api/v1/clusters", 422, """
                {"type":"urn:infocus:problem:invalid","title":"The request has invalid values","status":422,
                 "errors":[{"field":"city[0]","message":"is not known"},{"field":"moon","message":"is not known"}]}""");

        Reply page = new Browser().open("/en/clusters?city=%3Cnowhere%3E&q=laser");

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.text())
                .containsSubsequence("The directory cannot search for this", "City: <nowhere>. Search without it");
        assertThat(page.body()).contains("href=\"/en/clusters?q=laser\"").doesNotContain("<nowhere>", "moon");
    }

    @Test
    void eachSourceOfAProfileIsSaidOnceAndWhatIsToBeVerifiedIsMarkedWhereItStands() {
        String source =
                "{\"source\":{\"id\":\"call\",\"title\":\"Call <1>\",\"url\":null},\"date\":\"2026-11-23\",\"confidence\":\"%s\",\"uncertain\":%s}";
        String stated = source.formatted("STATED", false);
        Neighbours.DIRECTORY.get("/api/v1/clusters/gaia", """
                {"id":"gaia","name":"GAIA","kind":"SECTOR","cityId":"bilbao","city":"Bilbao","country":"ES",
                 "scale":{"code":"LOCAL","label":"Local","provenance":%1$s},
                 "competences":[{"code":"sw","label":"Software","level":3,"provenance":%1$s},{"code":"ai","label":"AI","level":1,"provenance":%2$s}],
                 "markets":[{"code":"28","label":"Machinery","provenance":%3$s}]}""".formatted(
                        stated, source.formatted("STATED", true), source.formatted("INFERRED", false)));

        Reply page = new Browser().open("/en/clusters/gaia");

        assertThat(page.text())
                .containsSubsequence(
                        "Local Source [1]",
                        "Software strength 3 of 3 Source [1]",
                        "Machinery Source [2]",
                        "AI Source [1] to be verified",
                        "Where this is known from",
                        "Source: Call <1>, looked up 23 November 2026",
                        "Source: Call <1>, looked up 23 November 2026");
        assertThat(page.body())
                .contains("<li id=\"source-2\">", "href=\"#source-2\"")
                .doesNotContain("source-3", "source-0", "<1>");
    }

    @Test
    void clustersWithoutAPlaceOnTheMapAreCountedBesideIt() {
        String facets =
                "\"facets\":{\"city\":[{\"value\":\"bilbao\",\"label\":\"Bilbao\",\"parent\":null,\"count\":7}],"
                        + "\"scope\":[{\"value\":\"NETWORK\",\"label\":\"Network\",\"parent\":null,\"count\":7},"
                        + "{\"value\":\"OUTSIDE\",\"label\":\"Outside\",\"parent\":null,\"count\":31}]}}";
        Neighbours.DIRECTORY.get("/api/v1/clusters", "{\"items\":[],\"page\":0,\"size\":24,\"total\":38," + facets);
        for (String scope : new String[] {"ALL", "OUTSIDE"}) {
            assertThat(new Browser()
                            .open("/en/clusters?view=map&scope=" + scope)
                            .text())
                    .contains(
                            "31 clusters outside the network have no place on the map",
                            "Outside the network: not on the map 31");
        }
        assertThat(new Browser().open("/en/clusters?view=map").text())
                .doesNotContain("on the map 31", "no place on the map");
    }

    @Test
    void symbolsOfNeighbouringCitiesStandBesideEachOther() {
        Neighbours.DIRECTORY.get("/api/v1/cities", """
                {"items":[{"id":"a","name":"Ostrava","country":"CZ","lat":49.83,"lon":18.28},{"id":"b","name":"Bielsko","country":"PL","lat":49.82,"lon":19.04}]}""");
        Neighbours.DIRECTORY.get("/api/v1/clusters", """
                {"items":[],"page":0,"size":24,"total":0,"facets":{"city":[{"value":"a","label":"Ostrava","parent":null,"count":1},
                 {"value":"b","label":"Bielsko","parent":null,"count":3}]}}""");

        // radii of 12 and 9: 22 from middle to middle, and in the same direction as on the earth
        assertThat(new Browser().open("/en/clusters?view=map").body())
                .contains("class=\"symbol\" cx=\"524\" cy=\"292\"", "class=\"symbol\" cx=\"502\" cy=\"290\"");
    }

    @Test
    void aPageBeyondTheEndSaysSoAndLeadsToTheLastOne() {
        Neighbours.DIRECTORY.get("/api/v1/clusters", """
                {"items":[],"page":998,"size":24,"total":30,"facets":{}}""");

        Reply page = new Browser().open("/en/clusters?q=laser&page=998");

        assertThat(page.text())
                .contains("30 clusters", "There is no page 999, only 2", "Last page")
                .doesNotContain("Nothing matches");
        assertThat(page.body()).contains("rel=\"prev\" href=\"/en/clusters?q=laser&amp;page=1\"");
    }

    @Test
    void aMapThatCannotBeDrawnCostsTheMapAndNotTheList() {
        Neighbours.DIRECTORY.reply("GET", "/api/v1/cities", 503, "{}");

        Reply page = new Browser().open("/en/clusters?view=map");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).contains("GAIA").contains("cannot be");
    }

    @Test
    void oneOrFiveCitiesCannotBeCompared() {
        Reply one = new Browser().open("/en/cities/compare?city=porto");
        assertThat(one.status()).isEqualTo(422);
        assertThat(one.text()).contains("Choose two to four cities.");
        assertThat(one.body()).contains("value=\"porto\" checked");
        assertThat(new Browser()
                        .open("/en/cities/compare?city=a&city=b&city=c&city=d&city=e")
                        .status())
                .isEqualTo(422);
        Neighbours.DIRECTORY.reply("GET", "/api/v1/city-comparisons", 422, """
                {"type":"urn:infocus:problem:invalid","title":"The request has invalid values","status":422,
                 "errors":[{"field":"city","message":"\\"atlantis\\" is not known"}]}""");
        Reply unknown = new Browser().open("/en/cities/compare?city=porto&city=atlantis");
        assertThat(unknown.status()).isEqualTo(422);
        assertThat(unknown.text()).contains("Not in the network: atlantis. Choose two to four of these cities.");
    }

    @Test
    void anotherRefusalOfTheComparisonIsNotToldAsAnUnknownCity() {
        for (int status : new int[] {400, 409, 429}) {
            Neighbours.DIRECTORY.reply("GET", "/api/v1/city-comparisons", status, """
                    {"type":"about:blank","title":"Not like this","status":%d}""".formatted(status));

            Reply page = new Browser().open("/en/cities/compare?city=porto&city=bilbao");

            assertThat(page.status()).isEqualTo(status);
            assertThat(page.text()).doesNotContain("in the network.");
        }
        Neighbours.DIRECTORY.reply("GET", "/api/v1/city-comparisons", 503, "{}");
        assertThat(new Browser()
                        .open("/en/cities/compare?city=porto&city=bilbao")
                        .status())
                .isEqualTo(503);
    }

    @Test
    void aCityPageSaysWhomItLooksForAndAnOutageOfThatCostsABlock() {
        Neighbours.DIRECTORY.get("/api/v1/cities/bilbao", """
                {"id":"bilbao","name":"Bilbao","country":"ES","role":"LEAD","leads":[{"code":"a","label":"Lead skill","clusters":[]}],"serves":[]}""");
        Neighbours.DIRECTORY.get("/api/v1/offers", """
                {"items":[{"clusterId":"gaia","cluster":"GAIA","kind":"NEED","text":"A <partner> for tests","competence":{"code":"photonics","label":"Photonics"},
                 "activity":null,"expiresOn":"2016-12-24"}],"page":0,"size":50,"total":1}""");

        Reply page = new Browser().open("/en/cities/bilbao");

        assertThat(page.text())
                .containsSubsequence(
                        "What we lead in",
                        "Lead skill",
                        "Whom we look for",
                        "Photonics : A <partner> for tests",
                        "until 24 December 2016",
                        "What we offer");
        assertThat(page.body()).doesNotContain("<partner>");

        Neighbours.DIRECTORY.reply("GET", "/api/v1/offers", 503, "{}");
        Reply without = new Browser().open("/en/cities/bilbao");
        assertThat(without.status()).isEqualTo(200);
        assertThat(without.text()).contains("Lead skill");
    }

    @Test
    void comparedCitiesSayWhomTheyLookForAndWhichOfThemHasIt() {
        Neighbours.DIRECTORY.get("/api/v1/city-comparisons", """
                {"cities":[{"id":"porto","name":"Porto","country":"PT","region":null,"clusterCount":4,"leads":[],"serves":[],
                  "lookingFor":{"needs":[{"clusterId":"hcp","cluster":"HCP","text":"Sensors <for> wards","competence":{"code":"photonics","label":"Photonics"},
                  "activity":null,"expiresOn":"2016-12-24","foundIn":[{"cityId":"bordeaux","city":"Bordeaux","clusters":3},{"cityId":"bilbao","city":"Bilbao","clusters":1}]}],
                  "profiledClusters":4,"priorities":[{"id":"p8","label":"Symbolic capital","reason":"None","uncertain":true}],
                  "competences":[{"code":"nanotechnology","label":"Nanotechnology","namedBy":[{"id":"p1","label":"Life","provenance":null}],
                  "foundIn":[{"cityId":"bucharest","city":"Bucharest","clusters":1}]}],
                  "activities":[{"code":"55","label":"Accommodation","namedBy":[],"foundIn":[{"cityId":"bilbao","city":"Bilbao","clusters":1}]}]},"figures":[]},
                 {"id":"bilbao","name":"Bilbao","country":"ES","region":null,"clusterCount":9,"leads":[],"serves":[],"lookingFor":null,"figures":[]}],
                 "shared":[],"distinct":[]}""");

        Reply page = new Browser().open("/en/cities/compare?city=porto&city=bilbao");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text())
                .containsSubsequence(
                        "Whom they look for",
                        "Photonics : Sensors <for> wards",
                        "until 24 December 2016",
                        "; found in Bilbao",
                        "no open need",
                        "Priorities without a cluster",
                        "Symbolic capital to be verified",
                        "compared with 4 described clusters",
                        "Nanotechnology",
                        "Accommodation",
                        "found in Bilbao")
                .as("a city that is not compared")
                .doesNotContain("Bordeaux", "Bucharest");
        assertThat(page.body())
                .contains("href=\"/en/clusters?city=bilbao&amp;naceDivision=55\"")
                .doesNotContain("<for>");
    }

    @Test
    void aCityPageSaysWhatItsStrategyLacksAndWhereThatIs() {
        Neighbours.DIRECTORY.get("/api/v1/cities/bilbao", """
                {"id":"bilbao","name":"Bilbao","country":"ES","role":"LEAD","leads":[],"serves":[],
                 "lookingFor":{"needs":[],"profiledClusters":1,"priorities":[{"id":"n3","label":"Ecosystems","reason":"No profiled cluster <x>","uncertain":true},{"id":"n4","label":"Food","reason":"Nobody"}],
                 "competences":[{"code":"nanotechnology","label":"Nanotechnology","namedBy":[{"id":"p3","label":"Health","provenance":null}],
                 "foundIn":[{"cityId":"bucharest","city":"Bucharest","clusters":1}]},
                 {"code":"environmental-technologies","label":"Environment","namedBy":[{"id":"n3","label":"Ecosystems","provenance":null}],"foundIn":[]}],
                 "activities":[]}}""");

        Reply page = new Browser().open("/en/cities/bilbao");

        assertThat(page.text())
                .containsSubsequence(
                        "compared with 1 described cluster:",
                        "Ecosystems to be verified No profiled cluster <x>",
                        "Food Nobody",
                        "Nanotechnology for Health",
                        "Found in Bucharest",
                        "(1)",
                        "Environment for Ecosystems",
                        "No other city of the network has it either.");
        assertThat(page.body())
                .contains("href=\"/en/clusters?city=bucharest&amp;competence=nanotechnology\"")
                .doesNotContain("<x>", ">Activities<");
    }

    @Test
    void ofARegionWithoutClustersNothingIsSaidToBeMissing() {
        nothingIsMissing(0, "", "");

        assertThat(new Browser().open("/en/cities/bilbao").text())
                .contains(
                        "No cluster of the region is in the directory yet, so nothing can be said about what its strategy lacks.")
                .doesNotContain("Priorities without a cluster");
        assertThat(new Browser()
                        .open("/en/cities/compare?city=porto&city=bilbao")
                        .text())
                .containsSubsequence(
                        "Priorities without a cluster",
                        "none known",
                        "not known: no cluster of the region is in the directory",
                        "Competences the strategy names",
                        "none known",
                        "not known: no cluster of the region is in the directory",
                        "Activities the strategy names",
                        "none known",
                        "not known: no cluster of the region is in the directory");
    }

    @Test
    void ofPrioritiesOfWhichNothingIsRecordedNothingIsSaidToBeMissing() {
        nothingIsMissing(2, "\"codedPriorities\":1,", "\"codedPriorities\":0,");

        assertThat(new Browser().open("/en/cities/bilbao").text())
                .contains(
                        "No activity, competence or market has been recorded for any priority of the region yet, so nothing can be said"
                                + " about what its strategy lacks.")
                .doesNotContain("Priorities without a cluster", "No cluster of the region");
        assertThat(new Browser()
                        .open("/en/cities/compare?city=porto&city=bilbao")
                        .text())
                .containsSubsequence(
                        "Priorities without a cluster",
                        "none known",
                        "compared with 4 described clusters",
                        "not known: nothing is recorded of the region’s priorities",
                        "Competences the strategy names",
                        "none known",
                        "not known: nothing is recorded of the region’s priorities",
                        "Activities the strategy names",
                        "none known",
                        "not known: nothing is recorded of the region’s priorities")
                .doesNotContain("compared with 2");
    }

    @Test
    void aDescriptionForMachinesCannotEndItsBlock() {
        Neighbours.DIRECTORY.get("/api/v1/clusters/evil", """
                {"id":"evil","name":"</script><b>","kind":"SECTOR","city":null,"country":"ES","summary":"a & b",
                 "competences":[{"code":"sw","label":"<!--","level":3}],"activities":[{"code":"62","label":"IT","level":3}]}""");

        String body = new Browser().open("/en/clusters/evil").body();

        assertThat(body)
                .contains("<script type=\"application/ld+json\">{\"@context\":\"https://schema.org\"")
                // where the public finds it, not where this request says that it is
                .contains("\"@id\":\"http://localhost:8080/id/cluster/evil\"")
                .contains("\"url\":\"http://localhost:8080/id/competence/sw\"")
                .contains("\\u003C/script\\u003E\\u003Cb\\u003E", "\\u003C!--", "a \\u0026 b", "\"isicV4\":[\"62\"]")
                .doesNotContain("</script><b>");
    }

    @Test
    void aDescriptionForMachinesHasWhatTheCityPublished() {
        Neighbours.DIRECTORY.get("/api/v1/clusters/optics", """
                {"id":"optics","name":"Optics","kind":"CLUSTER_ORGANISATION","city":null,"country":"PT","summary":"Light.",
                 "competences":[],"activities":[],"details":{"founded":2008,"website":"https://optics.example","staff":4,
                 "networks":["EPIC"],"contactRole":"Office of Ana"}}""");

        String body = new Browser().open("/en/clusters/optics").body();

        String block = body.substring(body.indexOf("<script type=\"application/ld+json\">"));
        assertThat(block.substring(0, block.indexOf("</script>")))
                .contains("\"sameAs\":\"https://optics.example\"", "\"foundingDate\":\"2008\"")
                .contains("\"value\":4", "\"name\":\"EPIC\"")
                .doesNotContain("Ana");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"text", "garbage", ";;;", "a/b/c", "text/html, garbage", "*", "text/html, *; q=.2, */*; q=.2"})
    void whatNobodyCanReadInAcceptStandsInNobodysWay(String accept) {
        for (String address : new String[] {"/id/cluster/gaia", "/open-data/clusters", "/def"}) {
            assertThat(new Browser().step(address, "Accept", accept).status())
                    .as(address)
                    .isEqualTo(303);
        }
        for (String address : new String[] {"/en/", "/en/open-data", "/en/clusters"}) {
            assertThat(new Browser().step(address, "Accept", accept).status())
                    .as(address)
                    .isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "TEXT/TURTLE",
                "text/turtle; charset=utf-8",
                "text/turtle;profile=\"a, b\";q=0.5, text/html;q=0.4"
            })
    void aFormatIsKnownInAnySpelling(String accept) {
        assertThat(new Browser().step("/open-data/clusters", "Accept", accept).header("Location"))
                .endsWith("/open-data/clusters.ttl");
    }

    @Test
    void aNameOfNothingLeadsNowhere() {
        Browser browser = new Browser();
        for (String name : new String[] {
            "competence/nope",
            "ket/nope",
            "ecosystem/nope",
            "nace2/99",
            "priority/nope",
            "source/nope",
            "kind/nope",
            "foo",
            "foo/nope"
        }) {
            assertThat(browser.step("/id/" + name, "Accept", "text/html").status())
                    .as(name)
                    .isEqualTo(404);
            Reply data = browser.step("/id/" + name, "Accept", "application/ld+json");
            assertThat(data.status()).as(name).isEqualTo(404);
            assertThat(data.header("Content-Type")).startsWith("application/problem+json");
            assertThat(data.header("Access-Control-Allow-Origin")).isEqualTo("*");
            assertThat(data.body())
                    .isEqualTo(
                            "{\"type\":\"urn:infocus:problem:not-found\",\"title\":\"There is no such thing\",\"status\":404}");
        }
    }

    @Test
    void theNameOfAPriorityLeadsToTheMatrixOfItsRegion() {
        Neighbours.DIRECTORY.reply(
                "GET",
                "/api/v1/open-data/things/priority/es21-p2",
                200,
                "text/turtle",
                "<http://x/id/priority/es21-p2> skos:inScheme <http://x/id/strategy/basque-country> .");
        described("strategy/basque-country");
        described("objective/9");
        Browser browser = new Browser();
        for (String name : new String[] {"priority/es21-p2", "strategy/basque-country"}) {
            Reply step = browser.step("/id/" + name, "Accept", "text/html");
            assertThat(step.header("Location")).as(name).endsWith("/en/regions/basque-country/matrix");
            assertThat(step.header("Access-Control-Allow-Origin")).isEqualTo("*");
        }
        assertLedTo("/en/open-data", browser.step("/id/objective/9", "Accept", "text/html"));
    }

    @Test
    void namesLeadPeopleToPagesAndMachinesToStatements() {
        Browser browser = new Browser();
        for (String concept :
                new String[] {"competence/photonics", "ket/photonics", "nace2/C", "nace2/26", "ecosystem/health"}) {
            described(concept);
        }
        assertLedTo(
                "/en/clusters?competence=photonics", browser.step("/id/competence/photonics", "Accept", "text/html"));
        assertLedTo("/en/clusters?competence=photonics", browser.step("/id/ket/photonics", "Accept", "text/html"));
        assertLedTo("/en/clusters?ecosystem=health", browser.step("/id/ecosystem/health", "Accept", "text/html"));
        assertLedTo("/en/clusters?naceDivision=26", browser.step("/id/nace2/26", "Accept", "text/html"));
        assertLedTo("/en/clusters?naceSection=C", browser.step("/id/nace2/C", "Accept", "text/html"));
        assertLedTo("/en/clusters/gaia", browser.step("/id/cluster/gaia"));
        Reply turtle = browser.step("/id/competence/photonics", "Accept", "text/turtle");
        assertThat(turtle.status()).isEqualTo(200);
        assertThat(turtle.body()).isEqualTo("<a> <b> <c> .");
        assertThat(turtle.header("Access-Control-Allow-Origin")).isEqualTo("*");
        Neighbours.DIRECTORY.reply("GET", "/api/v1/open-data/things/scale", 200, "text/turtle", "<d> <e> <f> .");
        assertThat(browser.step("/id/scale", "Accept", "text/turtle").body()).isEqualTo("<d> <e> <f> .");
        assertLedTo("/en/open-data", browser.step("/id/scale", "Accept", "text/html"));
        assertThat(browser.step("/id/nothing", "Accept", "text/turtle").status())
                .isEqualTo(404);
        assertLedTo("/open-data/relations.csv", browser.step("/open-data/relations", "Accept", "text/csv"));
        assertThat(browser.step("/open-data", "Accept", "text/turtle").header("Access-Control-Allow-Origin"))
                .isEqualTo("*");
        assertLedTo("/open-data/vocabulary.ttl", browser.step("/def", "Accept", "text/turtle"));
        assertLedTo("/en/open-data", browser.step("/def", "Accept", "text/html"));
        assertLedTo("/open-data/catalogue.jsonld", browser.step("/open-data", "Accept", "application/ld+json"));
        assertThat(browser.step("/open-data/nothing.ttl").status()).isEqualTo(404);
        assertLedTo("/open-data/clusters.csv", browser.step("/open-data/clusters", "Accept", "text/csv"));
        assertLedTo(
                "/open-data/clusters.geojson",
                browser.step("/open-data/clusters", "Accept", "text/turtle;q=0.1, application/geo+json"));
        assertLedTo("/en/open-data", browser.step("/open-data/priorities", "Accept", "text/csv"));
        assertLedTo("/en/open-data", browser.step("/open-data/clusters", "Accept", "text/html,*/*;q=0.8"));
        assertThat(browser.step("/open-data/nothing").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"scale", "kind/sector"})
    void entityTagsOfStatementsAreThoseOfTheDirectoryInBothDirections(String name) {
        String statements = "/api/v1/open-data/things/" + name;
        Browser browser = new Browser();
        Neighbours.DIRECTORY.reply("GET", statements, 200, "text/turtle", "<d> <e> <f> .");
        Neighbours.DIRECTORY.tag(statements, "\"v720161010-turtle\"");
        Reply sent = browser.step("/id/" + name, "Accept", "text/turtle", "If-None-Match", "\"v7-ttl\"");
        assertThat(sent.status()).isEqualTo(200);
        assertThat(sent.header("ETag")).isEqualTo("\"v720161010-turtle\"");
        assertThat(sent.header("Vary")).isEqualTo("Accept");
        Neighbours.DIRECTORY.reply("GET", statements, 304, "");
        Neighbours.DIRECTORY.tag(statements, "\"v720161010-ld+json\"");
        Reply known = browser.step(
                "/id/" + name,
                "Accept",
                "application/ld+json",
                "If-None-Match",
                "\"v720161010-turtle\", \"v720161010-ld+json\"");
        assertThat(known.status()).isEqualTo(304);
        assertThat(known.header("ETag")).isEqualTo("\"v720161010-ld+json\"");
        assertThat(known.header("Vary")).isEqualTo("Accept");
        assertThat(Neighbours.DIRECTORY.requests(statements))
                .extracting(request -> request.header("If-None-Match"))
                .containsExactly("\"v7-ttl\"", "\"v720161010-turtle\", \"v720161010-ld+json\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text/turtle; charset=utf-8 | text/turtle",
                "TEXT/TURTLE | text/turtle",
                "application/ld+json;profile=\"http://www.w3.org/ns/json-ld#compacted\" | application/ld+json",
                "application/ld+json;profile=\"x\";q=0.4, text/turtle;q=0.5 | text/turtle",
                "text/turtle;q=0, application/ld+json;q=0.1 | application/ld+json",
                "text/turtle, */*;q=0.1 | text/turtle",
                "text/turtle, */* | text/turtle",
                "application/rdf+xml, application/ld+json;q=0.5, text/html;q=0.4 | application/ld+json"
            })
    void whatElseIsSaidAboutAFormatDoesNotLeadMachinesToPages(String accept, String asked) {
        Neighbours.DIRECTORY.reply("GET", "/api/v1/open-data/things/scale", 200, asked, "x");

        assertThat(new Browser().step("/id/scale", "Accept", accept).status()).isEqualTo(200);
        assertThat(Neighbours.DIRECTORY
                        .requests("/api/v1/open-data/things/scale")
                        .get(0)
                        .header("Accept"))
                .isEqualTo(asked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
                "*/*",
                "text/*",
                "text/turtle;q=0, text/html",
                "text/turtle;q=0.5, TEXT/HTML;q=0.6",
                "image/png"
            })
    void whoDoesNotPreferStatementsIsLedToThePage(String accept) {
        described("scale");
        assertThat(new Browser().step("/id/scale", "Accept", accept).header("Location"))
                .endsWith("/en/open-data");
    }

    /** A cluster that was taken out, for this reason, stood at this address. */
    private static void withdrawn(String address, String reason) {
        Neighbours.DIRECTORY.reply("GET", address, 410, """
                {"type":"urn:infocus:problem:cluster-withdrawn","title":"Taken out","status":410,"detail":"%s"}""".formatted(reason));
    }

    /** There are statements of this thing. */
    private static void described(String thing) {
        Neighbours.DIRECTORY.reply("GET", "/api/v1/open-data/things/" + thing, 200, "text/turtle", "<a> <b> <c> .");
    }

    private static void assertLedTo(String address, Reply step) {
        assertThat(step.header("Location")).endsWith(address);
    }

    /** Neither Bilbao with so many clusters nor Porto with four lacks anything; what else is known of their strategies is added. */
    private static void nothingIsMissing(int clusters, String ofPorto, String ofBilbao) {
        String lookingFor = """
                "lookingFor":{"needs":[],"clusters":%1$d,"profiledClusters":%1$d,%2$s"priorities":[],"competences":[],"activities":[]}""";
        String bilbao = lookingFor.formatted(clusters, ofBilbao);
        Neighbours.DIRECTORY.get("/api/v1/cities/bilbao", """
                {"id":"bilbao","name":"Bilbao","country":"ES","role":"LEAD","leads":[],"serves":[],
                 "region":{"id":"es21","name":"Basque Country","priorities":[{"id":"p1","label":"Health"}]},%s}""".formatted(bilbao));
        Neighbours.DIRECTORY.get(
                "/api/v1/city-comparisons", """
                {"cities":[{"id":"porto","name":"Porto","country":"PT","region":null,"clusterCount":4,"leads":[],"serves":[],"figures":[],%s},
                 {"id":"bilbao","name":"Bilbao","country":"ES","region":null,"clusterCount":%d,"leads":[],"serves":[],"figures":[],%s}],
                 "shared":[],"distinct":[]}""".formatted(lookingFor.formatted(4, ofPorto), clusters, bilbao));
    }
}
