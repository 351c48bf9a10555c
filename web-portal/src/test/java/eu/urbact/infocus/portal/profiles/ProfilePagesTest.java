package eu.urbact.infocus.portal.profiles;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import eu.urbact.infocus.portal.testing.Answers;
import eu.urbact.infocus.portal.testing.Browser;
import eu.urbact.infocus.portal.testing.Browser.Reply;
import eu.urbact.infocus.portal.testing.Neighbours;
import eu.urbact.infocus.portal.testing.StubKeycloak.Person;
import eu.urbact.infocus.portal.testing.StubService.Request;

import static org.assertj.core.api.Assertions.assertThat;

/** A city's profiles, their offers and needs, and the organisers' review. */
@QuarkusTest
@QuarkusTestResource(Neighbours.class)
class ProfilePagesTest {

    private static final String PAGE = "/partner/clusters";
    private static final String PARTNER = "/api/v1/partner/cluster-profiles";
    private static final String ADMIN = "/api/v1/admin/cluster-profiles";
    private static final String OFFERS = "/api/v1/partner/clusters/optics/offers";

    private static final String CONTENT = """
            {"name":"Optics <b>","kind":"CLUSTER_ORGANISATION","summary":"Light.","keywords":"optics","scale":"NATIONAL","jobs":1200,
             "jobsPrecision":"ABOUT","membersPrecision":"EXACT",
             "details":{"founded":2008,"legalForm":null,"website":"https://optics.example","staff":4,"excellenceLabel":null,"otherLabel":null,
              "networks":["EPIC"],"languages":[],"sectoralIndustries":[],"technologyFields":["Optics","Lasers"],"s3Areas":[],
              "emergingIndustries":[],"members":{"total":40,"smes":30,"startUps":null,"largeCompanies":null,"researchOrganisations":null,
              "others":null},"scaleUpFacilities":null,"majorPlayers":null,"strategy":"We <lead>.","formalStrategy":true,
              "internationalStrategy":null,"services":[],"targetCountries":["BR"],"contactRole":"International office"},
             "activities":[{"code":"26","level":3,"source":null},{"code":"72","level":1,"source":{"url":"https://example.org/r","readOn":"2016-05-01"}}],
             "competences":[{"code":"laser-sources","level":3,"source":null}],"markets":[{"code":"26","level":1,"source":null}],
             "objectives":[{"code":"9","level":1,"source":{"url":"https://example.org/o","readOn":"2016-05-02"}}],
             "contact":{"name":"Ana Silva","email":"ana@example.org"}}""";
    private static final String PROFILE = """
            {"id":"optics","cityId":"porto","state":"DRAFT","published":false,"confirmedOn":null,"confirmBy":null,"submittedAt":null,
             "reviewNote":"Please name <markets>.","changedAt":"2016-10-10T09:00:00Z","changedBy":"porto","missing":[],"version":3,
             "content":""" + CONTENT + "}";
    private static final String PUBLISHED = PROFILE.replace(
                    "\"DRAFT\",\"published\":false", "\"STALE\",\"published\":true")
            .replace(
                    "\"confirmedOn\":null,\"confirmBy\":null",
                    "\"confirmedOn\":\"2015-10-01\",\"confirmBy\":\"2016-10-01\"")
            .replace("\"Please name <markets>.\"", "null");
    private static final String SUBMITTED = PROFILE.replace("\"DRAFT\"", "\"SUBMITTED\"")
            .replace("\"submittedAt\":null", "\"submittedAt\":\"2016-10-11T09:00:00Z\"");
    private static final String ITEM = """
            {"id":"optics","cityId":"porto","name":"Optics <b>","state":"DRAFT","published":false,"confirmedOn":null,"confirmBy":null,
             "submittedAt":null,"reviewNote":null,"changedAt":"2016-10-10T09:00:00Z","changedBy":"porto","missing":2}""";
    private static final String STALE_ITEM = ITEM.replace("optics", "old")
            .replace(
                    "\"DRAFT\",\"published\":false,\"confirmedOn\":null,\"confirmBy\":null",
                    "\"STALE\",\"published\":true,\"confirmedOn\":\"2015-10-01\",\"confirmBy\":\"2016-10-01\"");
    private static final String HISTORY = """
            {"items":[{"at":"2016-10-10T09:00:00Z","by":"porto","action":"EDITED","note":null,"fields":[
              {"field":"summary","before":"","after":"Light <i>."},{"field":"contact","before":null,"after":null}]},
             {"at":"2016-10-09T09:00:00Z","by":null,"action":"SENT_BACK","note":"Please <b>.","fields":[]}],"page":0,"size":20,"total":2}""";
    private static final String CLUSTER = """
            {"id":"optics","name":"Optics <b>","kind":"SECTOR","cityId":"porto","city":"Porto","country":"PT","summary":"Light.","scale":null,
             "figures":[],"activities":[],"competences":[{"code":"laser-sources","label":"Laser sources","level":3,"provenance":{"source":
             {"id":"s","title":"Statement by Optics","url":null},"date":"2016-10-10","confidence":"STATED","uncertain":false}}],"markets":[],
             "objectives":[],"ecosystems":[],"details":{"website":"javascript:alert(1)","contactRole":"Office","targetCountries":["BR"],
             "strategy":"We <lead>.","formalStrategy":false,"members":{"total":40,"smes":30}},"confirmation":{"on":"2016-10-10","stale":false}}""";
    private static final String OFFER = """
            {"id":"o1","clusterId":"optics","cluster":"Optics","cityId":"porto","kind":"NEED","text":"Trials <b>","competence":
             {"code":"laser-sources","label":"Laser sources"},"activity":null,"expiresOn":"2017-01-31"}""";
    private static final String OWN_OFFER = """
            [{"id":"o1","clusterId":"optics","kind":"NEED","text":"Trials <b>","competence":{"code":"laser-sources","label":"Laser sources"},
              "activity":null,"expiresOn":"2016-01-31","expired":true,"version":2}]""";

    @BeforeEach
    void services() {
        Answers.frankfurt();
        Neighbours.DIRECTORY.get(PARTNER, "[" + ITEM + "," + STALE_ITEM + "]");
        Neighbours.DIRECTORY.get(PARTNER + "/optics", PROFILE);
        Neighbours.DIRECTORY.get(PARTNER + "/optics/history", HISTORY);
        Neighbours.DIRECTORY.get(PARTNER + "/optics/preview", CLUSTER);
        Neighbours.DIRECTORY.get(ADMIN, "{\"items\":[" + ITEM + "],\"page\":0,\"size\":50,\"total\":1}");
        Neighbours.DIRECTORY.get(ADMIN + "/optics", SUBMITTED);
        Neighbours.DIRECTORY.get(ADMIN + "/optics/history", HISTORY);
        Neighbours.DIRECTORY.get(ADMIN + "/optics/preview", CLUSTER);
        Neighbours.DIRECTORY.get("/api/v1/cities/porto", """
                {"id":"porto","name":"Porto","country":"PT","role":"PARTNER","nuts":[],"clusters":[{"id":"optics","name":"Optics"},
                 {"id":"hcp","name":"Health <i> Cluster"}],"workshops":[]}""");
        Neighbours.DIRECTORY.get("/api/v1/clusters/optics", CLUSTER);
        Neighbours.DIRECTORY.get("/api/v1/offers", "{\"items\":[" + OFFER + "],\"page\":0,\"size\":200,\"total\":1}");
        Neighbours.DIRECTORY.get(OFFERS, OWN_OFFER);
        Neighbours.DIRECTORY.get("/api/v1/competences", """
                {"items":[{"id":"photonics","label":"Photonics","keyEnablingTechnology":true,"children":[
                 {"id":"laser-sources","label":"Laser <sources>","keyEnablingTechnology":false,"children":[]}]}]}""");
        Neighbours.DIRECTORY.get("/api/v1/nace-sections", """
                {"items":[{"code":"C","label":"Manufacturing","rev21":"C","divisions":[{"code":"26","label":"Optics","rev21":"C"},
                 {"code":"72","label":"Research","rev21":"N"}]}]}""");
        Neighbours.DIRECTORY.get(
                "/api/v1/objectives",
                "{\"items\":[{\"number\":3,\"label\":\"Health\"},{\"number\":9,\"label\":\"Industry\"}]}");
    }

    @Test
    void theListSaysWhatIsToDoAndOffersWhatHasNoProfile() {
        Reply page = porto().open(PAGE);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
        assertThat(page.text())
                .contains(
                        "Optics <b>",
                        "2 things are missing before it can be submitted.",
                        "From thirty days before the end of it, this page asks you whether the profile is still correct. You get no mail about it",
                        "Still correct? Nobody has confirmed it since 1 October 2015",
                        "Health <i> Cluster",
                        "Begin a new profile");
        assertThat(page.body()).contains("name=\"clusterId\" value=\"hcp\"").doesNotContain("value=\"optics\"");
        assertThat(porto().open("/partner/").text())
                .contains("Still correct? Nobody has confirmed it since 1 October 2015");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "/optics", "/optics/edit/about", "/optics/edit/organisation", "/optics/edit/activities",
                "/optics/edit/competences", "/optics/edit/markets", "/optics/edit/strategy", "/optics/eccp",
                        "/optics/preview",
                "/optics/history", "/optics/offers"
            })
    void whoHasNoCityIsKeptOutAndWhoHasOneSeesAPage(String path) {
        assertThat(new Browser().signedInAs(Person.ORGANISER).open(PAGE + path).status())
                .isEqualTo(403);
        Reply page = porto().open(PAGE + path);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).doesNotContain("<b>", "<i>", "<lead>", "{at:", "{msg");
        assertThat(page.text()).doesNotContain("null");
    }

    @Test
    void aNumberIsSentWithHowItIsMeant() {
        Neighbours.DIRECTORY.reply("PUT", PARTNER + "/optics", 200, PROFILE);
        Browser porto = porto();
        assertThat(porto.open(PAGE + "/optics/edit/organisation").body())
                .contains("<option value=\"ABOUT\" selected>About</option>");

        porto.submit(
                PAGE + "/optics/edit/organisation",
                PAGE + "/optics/edit/organisation",
                Map.of("jobs", "1200", "jobsPrecision", "AT_LEAST", "membersPrecision", "ABOUT", "go", "save"));

        assertThat(Neighbours.DIRECTORY
                        .requests("PUT", PARTNER + "/optics")
                        .get(0)
                        .body())
                .contains("\"jobsPrecision\":\"AT_LEAST\"", "\"membersPrecision\":\"ABOUT\"", "\"jobs\":1200");
    }

    @Test
    void organisersPagesAreTheOrganisers() {
        for (String path : List.of("/org/clusters", "/org/clusters/optics")) {
            assertThat(porto().open(path).status()).isEqualTo(403);
            Reply page = new Browser().signedInAs(Person.ORGANISER).open(path);
            assertThat(page.status()).isEqualTo(200);
            assertThat(page.body()).doesNotContain("<b>", "<lead>");
        }
        assertThat(new Browser()
                        .signedInAs(Person.ORGANISER)
                        .open("/org/clusters/none")
                        .status())
                .isEqualTo(404);
        assertThat(porto().open(PAGE + "/none").status()).isEqualTo(404);
        assertThat(porto().open(PAGE + "/optics/edit/none").status()).isEqualTo(404);
    }

    @Test
    void oneProfileShowsWhatTheReviewersAskForAndCanBeSubmitted() {
        Browser porto = porto();
        Reply page = porto.open(PAGE + "/optics");
        assertThat(page.text()).contains("Please name <markets>.", "Submit for review", "Delete this profile");

        Neighbours.DIRECTORY.reply("POST", PARTNER + "/optics/submission", 200, SUBMITTED);
        Reply submitted = porto.submit(PAGE + "/optics", PAGE + "/optics/moved", Map.of("go", "submission"));
        assertThat(submitted.status()).isEqualTo(303);
        assertThat(submitted.header("Location")).endsWith(PAGE + "/optics?done=submission");
        assertThat(Neighbours.DIRECTORY
                        .requests(PARTNER + "/optics/submission")
                        .get(0)
                        .header("If-Match"))
                .isEqualTo("\"v3\"");

        Neighbours.DIRECTORY.reply("POST", PARTNER + "/optics/submission", 422, """
                {"status":422,"errors":[{"field":"markets","message":"choose at least one market that the cluster serves"}]}""");
        Reply refused = porto.submit(PAGE + "/optics", PAGE + "/optics/moved", Map.of("go", "submission"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body())
                .contains(
                        "<a href=\"#section-markets\">Markets served: choose at least one market that the cluster serves</a>");
    }

    @Test
    void oneClickConfirms() {
        Neighbours.DIRECTORY.get(PARTNER + "/optics", PUBLISHED);
        Neighbours.DIRECTORY.reply("POST", PARTNER + "/optics/confirmation", 200, PUBLISHED);
        Browser porto = porto();
        assertThat(porto.open(PAGE + "/optics").text()).contains("Nobody has confirmed it since 1 October 2015");
        Reply confirmed = porto.submit(PAGE + "/optics", PAGE + "/optics/moved", Map.of("go", "confirmation"));
        assertThat(confirmed.header("Location")).endsWith(PAGE + "/optics?done=confirmation");

        Neighbours.DIRECTORY.reply("POST", PARTNER + "/optics/confirmation", 412, """
                {"status":412,"type":"urn:infocus:problem:stale","by":"maria","at":"2016-10-10T10:00:00Z"}""");
        Reply late = porto.submit(PAGE + "/optics", PAGE + "/optics/moved", Map.of("go", "confirmation"));
        assertThat(late.status()).isEqualTo(412);
        assertThat(late.text()).contains("maria has changed this profile since you opened it. Nothing was done.");
    }

    @Test
    void aPageOfTheEditorSavesItsFieldsAndLeavesTheOthers() throws JsonProcessingException {
        Neighbours.DIRECTORY.reply("PUT", PARTNER + "/optics", 200, PROFILE);
        Reply saved = porto().submit(
                        PAGE + "/optics/edit/strategy",
                        PAGE + "/optics/edit/strategy",
                        Map.of(
                                "details-technologyFields", "Optics\r\n\r\n Sensors ",
                                "details-formalStrategy", "no",
                                "details-strategy", "We lead.",
                                "go", "save"));
        assertThat(saved.status()).isEqualTo(303);
        assertThat(saved.header("Location")).endsWith(PAGE + "/optics?done=saved");
        assertThat(put().header("If-Match")).isEqualTo("\"v3\"");
        JsonNode content = content();
        assertThat(content.at("/details/technologyFields").toString()).isEqualTo("[\"Optics\",\"Sensors\"]");
        assertThat(content.at("/details/formalStrategy").booleanValue()).isFalse();
        assertThat(content.at("/details/strategy").asText()).isEqualTo("We lead.");
        assertThat(content.at("/details/founded").intValue()).isEqualTo(2008);
        assertThat(content.at("/contact/email").asText()).isEqualTo("ana@example.org");
        assertThat(content.at("/activities/1/source/readOn").asText()).isEqualTo("2016-05-01");
    }

    @Test
    void ofAWholeListNothingElseIsTakenSoNothingElseCanBeTyped() throws JsonProcessingException {
        Neighbours.DIRECTORY.get("/api/v1/emerging-industries", """
                {"items":[{"id":"blue-growth-industries","label":"Blue growth industries"},{"id":"digital-industries","label":"Digital <industries>"}]}""");
        Neighbours.DIRECTORY.get(
                PARTNER + "/optics",
                PROFILE.replace("\"emergingIndustries\":[]", "\"emergingIndustries\":[\"blue growth INDUSTRIES\"]"));
        Browser porto = porto();
        Reply page = porto.open(PAGE + "/optics/edit/strategy");
        assertThat(page.body())
                .contains(
                        "name=\"details-emergingIndustries\" value=\"Blue growth industries\" checked>",
                        "name=\"details-emergingIndustries\" value=\"Digital &lt;industries&gt;\">",
                        "names them. There are no others.")
                .doesNotContain("<textarea id=\"details-emergingIndustries\"", "What is not in the list can be typed")
                .as("the areas are not known at the moment, so they are typed")
                .contains("<textarea id=\"details-s3Areas\"");

        JsonNode content = savedStrategy(
                porto,
                page,
                "details-emergingIndustries=Digital+%3Cindustries%3E&details-emergingIndustries=Blue+growth+industries");
        assertThat(content.at("/details/emergingIndustries").toString())
                .isEqualTo("[\"Digital <industries>\",\"Blue growth industries\"]");

        // typed while the list could not be had, and refused
        Neighbours.DIRECTORY.get(
                PARTNER + "/optics",
                PROFILE.replace("\"emergingIndustries\":[]", "\"emergingIndustries\":[\"Quantum <own>\"]"));
        assertThat(porto.open(PAGE + "/optics/edit/strategy").body())
                .contains(">Not in the list, please take it out<", "Quantum &lt;own&gt;</textarea>");
    }

    @Test
    void theIdOfATermMeansTheTerm() {
        Neighbours.DIRECTORY.get("/api/v1/emerging-industries", """
                {"items":[{"id":"blue-growth-industries","label":"Blue growth industries"},{"id":"digital-industries","label":"Digital industries"}]}""");
        Neighbours.DIRECTORY.get("/api/v1/s3-priority-areas", """
                {"items":[{"id":"eco-innovations","label":"Eco-innovations and more"}]}""");
        Neighbours.DIRECTORY.get(
                PARTNER + "/optics",
                PROFILE.replace("\"emergingIndustries\":[]", "\"emergingIndustries\":[\"Blue-growth-industries\"]")
                        .replace("\"s3Areas\":[]", "\"s3Areas\":[\"eco-innovations\",\"blue-growth\"]"));

        assertThat(porto().open(PAGE + "/optics/edit/strategy").body())
                .contains(
                        "name=\"details-emergingIndustries\" value=\"Blue growth industries\" checked>",
                        "name=\"details-emergingIndustries\" value=\"Digital industries\">",
                        "name=\"details-s3Areas\" value=\"Eco-innovations and more\" checked>",
                        "\nblue-growth</textarea>")
                .doesNotContain("Not in the list, please take it out", "eco-innovations\n");
    }

    @Test
    void thePlatformsTermsAreTickedAndOthersTypedWhereTheListIsNotWhole() throws JsonProcessingException {
        Neighbours.DIRECTORY.get("/api/v1/s3-priority-areas", """
                {"items":[{"id":"eco-innovations","label":"Eco-innovations"},{"id":"blue-growth","label":"Blue <growth>"}]}""");
        Neighbours.DIRECTORY.get(
                PARTNER + "/optics",
                PROFILE.replace("\"s3Areas\":[]", "\"s3Areas\":[\"ECO-innovations\",\"Quantum <own>\"]"));
        Browser porto = porto();
        Reply page = porto.open(PAGE + "/optics/edit/strategy");
        assertThat(page.body())
                .contains(
                        "name=\"details-s3Areas\" value=\"Eco-innovations\" checked>",
                        "name=\"details-s3Areas\" value=\"Blue &lt;growth&gt;\">",
                        "What is not in the list can be typed, one to a line.",
                        "Quantum &lt;own&gt;</textarea>")
                .doesNotContain("There are no others.");

        JsonNode content = savedStrategy(
                porto,
                page,
                "details-s3Areas=Blue+%3Cgrowth%3E&details-s3Areas=Eco-innovations"
                        + "&details-s3Areas=Own%0D%0A%0D%0AEco-innovations");
        assertThat(content.at("/details/s3Areas").toString())
                .isEqualTo("[\"Blue <growth>\",\"Eco-innovations\",\"Own\"]");
    }

    /** What of the whole profile is sent on when the page is saved with this ticked and typed. */
    private static JsonNode savedStrategy(Browser porto, Reply page, String entered) throws JsonProcessingException {
        Neighbours.DIRECTORY.reply("PUT", PARTNER + "/optics", 200, PROFILE);
        assertThat(porto.postRaw(PAGE + "/optics/edit/strategy", form(page) + entered)
                        .status())
                .isEqualTo(303);
        return content();
    }

    /** What a page sends that is saved as it is, without what is ticked and typed. */
    private static String form(Reply page) {
        StringBuilder form = new StringBuilder();
        Browser.fill(page, Map.of("go", "save")).forEach((name, value) -> form.append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8))
                .append('&'));
        return form.toString();
    }

    @Test
    void codesArePickedWithLevelsAndSourcesAndAnObjectiveKeepsItsSource() throws JsonProcessingException {
        Reply page = porto().open(PAGE + "/optics/edit/competences");
        assertThat(page.body())
                .contains(
                        "<optgroup label=\"Photonics\">",
                        "<option value=\"laser-sources\" selected>",
                        "id=\"competences-3-code\"",
                        "<summary>Source<span class=\"sr\"> of entry 1</span></summary>",
                        "<summary>Source<span class=\"sr\"> of entry 2</span></summary>")
                .doesNotContain("id=\"competences-4-code\"");

        Neighbours.DIRECTORY.reply("PUT", PARTNER + "/optics", 200, PROFILE);
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("markets-0-code", "");
        fields.put("markets-1-code", "72");
        fields.put("markets-1-source-url", "https://example.org/m");
        fields.put("markets-1-source-readOn", "2016-06-01");
        fields.put("objectives", "9");
        fields.put("go", "next");
        Reply saved = porto().submit(PAGE + "/optics/edit/markets", PAGE + "/optics/edit/markets", fields);
        assertThat(saved.header("Location")).endsWith(PAGE + "/optics/edit/strategy");
        JsonNode content = content();
        assertThat(content.path("markets").toString())
                .isEqualTo(
                        "[{\"code\":\"72\",\"level\":1,\"source\":{\"url\":\"https://example.org/m\",\"readOn\":\"2016-06-01\"}}]");
        assertThat(content.at("/objectives/0/source/url").asText()).isEqualTo("https://example.org/o");
        assertThat(content.path("objectives").size()).isEqualTo(1);
    }

    @Test
    void whatIsRefusedComesBackLetterByLetterWithTheMessageAtItsField() {
        Browser porto = porto();
        Reply number = porto.submit(
                PAGE + "/optics/edit/organisation",
                PAGE + "/optics/edit/organisation",
                Map.of("details-founded", "MMVIII", "details-website", "optics", "go", "save"));
        assertThat(number.status()).isEqualTo(422);
        assertThat(number.body())
                .contains(
                        "<a href=\"#details-founded\">Year of establishment: enter a whole number</a>",
                        "value=\"MMVIII\"",
                        "value=\"optics\"");
        assertThat(Neighbours.DIRECTORY.requests(PARTNER + "/optics"))
                .noneMatch(request -> request.method().equals("PUT"));

        Neighbours.DIRECTORY.reply("PUT", PARTNER + "/optics", 422, """
                {"status":422,"errors":[{"field":"activities[1].code","message":"is not a known code"},
                 {"field":"summary","message":"must have at most 600 characters"}]}""");
        Reply codes = porto.submit(
                PAGE + "/optics/edit/activities",
                PAGE + "/optics/edit/activities",
                Map.of("activities-0-code", "26", "activities-0-level", "2", "activities-5-code", "99<", "go", "save"));
        assertThat(codes.status()).isEqualTo(422);
        assertThat(codes.body())
                .contains(
                        "<a href=\"#activities-1-code\">Economic activities: is not a known code</a>",
                        "<option value=\"99&lt;\" selected>",
                        "<li>Summary: must have at most 600 characters</li>");
    }

    @Test
    void whoeverWasLateIsToldByWhomAndKeepsTheInput() {
        Neighbours.DIRECTORY.reply("PUT", PARTNER + "/optics", 412, """
                {"status":412,"type":"urn:infocus:problem:stale","by":"maria","at":"2016-10-10T10:00:00Z"}""");
        Browser porto = porto();
        Reply late = porto.submit(
                PAGE + "/optics/edit/about",
                PAGE + "/optics/edit/about",
                Map.of("version", "1", "name", "Mine & only", "go", "save"));
        assertThat(late.status()).isEqualTo(412);
        assertThat(late.text())
                .contains(
                        "maria has changed this profile on 10 Oct 2016, 12:00 CEST", "Nothing of yours was saved yet");
        assertThat(late.body()).contains("value=\"Mine &amp; only\"", "name=\"version\" value=\"3\"");

        Neighbours.DIRECTORY.stop();
        assertThat(porto().open(PAGE).text()).contains("This part cannot be loaded");
        assertThat(porto().open(PAGE + "/optics").status()).isEqualTo(503);
    }

    @Test
    void whatWasWrittenIsKeptWhenTheSessionHasEnded() {
        Map<String, String> offer = Map.of(
                "kind", "OFFER", "text", "Clean <room>", "expiresOn", "2017-01-31", "submission", "s-1", "go", "save");
        Map<String, String> about = Map.of("version", "1", "name", "Mine & only", "go", "save");
        Map.of("/optics/offers", offer, "/optics/edit/about", about).forEach((path, fields) -> {
            Reply page = new Browser().submit("/en/my", PAGE + path, fields);

            assertThat(page.status()).as(path).isEqualTo(401);
            assertThat(page.header("Cache-Control")).isEqualTo("no-store");
            assertThat(page.text()).contains("Please sign in again");
            assertThat(Browser.fill(page, Map.of())).as(path).containsAllEntriesOf(fields);
            Browser organiser = new Browser().signedInAs(Person.ORGANISER);
            assertThat(organiser.submit("/en/my", PAGE + path, fields).status())
                    .as(path)
                    .isEqualTo(403);
        });
        assertThat(Neighbours.DIRECTORY.requests(OFFERS))
                .noneMatch(request -> request.method().equals("POST"));
        assertThat(Neighbours.DIRECTORY.requests(PARTNER + "/optics"))
                .noneMatch(request -> request.method().equals("PUT"));
    }

    @Test
    void aTableIsPastedAndDownloaded() {
        Neighbours.DIRECTORY.reply("PUT", PARTNER + "/optics/eccp", 422, """
                {"status":422,"errors":[{"field":"website","message":"must be an address"},{"field":"file","message":"line 3: one profile at a time"}]}""");
        Browser porto = porto();
        Reply refused = porto.submit(PAGE + "/optics/eccp", PAGE + "/optics/eccp", Map.of("file", "website\nx <y>\n"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text())
                .contains(
                        "Headings and values, column website: must be an address",
                        "Headings and values: line 3: one profile at a time",
                        "x <y>");
        Neighbours.DIRECTORY.reply("PUT", PARTNER + "/optics/eccp", 200, PROFILE);
        Reply taken = porto.submit(
                PAGE + "/optics/eccp", PAGE + "/optics/eccp", Map.of("file", "website\nhttps://ö.example\n"));
        assertThat(taken.header("Location")).endsWith("done=taken");
        assertThat(taken.status()).isEqualTo(303);
        List<Request> sent = Neighbours.DIRECTORY.requests(PARTNER + "/optics/eccp");
        assertThat(sent.get(sent.size() - 1).body().replace("\r", "")).isEqualTo("website\nhttps://ö.example\n");

        Neighbours.DIRECTORY.reply("GET", PARTNER + "/optics/eccp", 200, "text/csv", "cluster_name\r\n\"Optics\"\r\n");
        Reply file = porto.open(PAGE + "/optics/eccp.csv");
        assertThat(file.status()).isEqualTo(200);
        assertThat(file.header("Content-Disposition")).isEqualTo("attachment; filename=\"cluster-optics.csv\"");
        assertThat(file.body()).isEqualTo("cluster_name\r\n\"Optics\"\r\n");
    }

    @Test
    void whatOfATableWasTakenInAnotherWayIsSaid() {
        Neighbours.DIRECTORY.reply(
                "PUT",
                PARTNER + "/optics/eccp",
                200,
                PROFILE.replace(
                        "\"version\":3",
                        "\"version\":4,\"notes\":[{\"field\":\"website\",\"message\":"
                                + "\"was taken as https://o.example/<x>\"}]"));

        Reply taken = porto().submit(
                        PAGE + "/optics/eccp", PAGE + "/optics/eccp", Map.of("file", "website\no.example/<x>\n"));

        assertThat(taken.status()).isEqualTo(200);
        assertThat(taken.text())
                .contains(
                        "Taken over from the table.",
                        "Taken in another way than it was written",
                        "Column website: was taken as https://o.example/<x>");
        assertThat(taken.body()).contains("name=\"version\" value=\"4\"");
        assertThat(porto().open(PAGE + "/optics").text()).doesNotContain("Taken in another way");
    }

    @Test
    void ofAClusterThatWasTakenOutItsCityReadsWhy() {
        String published = PUBLISHED.replace("\"STALE\"", "\"PUBLISHED\"");
        Neighbours.DIRECTORY.get(PARTNER + "/optics", published);
        assertThat(porto().open(PAGE + "/optics").body())
                .contains("href=\"/en/clusters/optics\"", "value=\"confirmation\"", "/optics/offers\"");

        String withdrawal =
                "\"version\":3,\"withdrawal\":{\"at\":\"2016-10-12T09:00:00Z\",\"reason\":\"It was <dissolved>.\"}";
        Neighbours.DIRECTORY.get(PARTNER + "/optics", published.replace("\"version\":3", withdrawal));
        Reply page = porto().open(PAGE + "/optics");
        assertThat(page.text())
                .contains("Taken out of the directory", "12 Oct 2016", "It was <dissolved>.")
                .doesNotContain("public page", "It has not been published yet");
        assertThat(page.body())
                .doesNotContain("href=\"/en/clusters/optics\"", "value=\"confirmation\"", "/optics/offers\"");

        Neighbours.DIRECTORY.get(PARTNER + "/optics", PROFILE.replace("\"version\":3", withdrawal));
        assertThat(porto().open(PAGE + "/optics").text()).doesNotContain("Submit for review");
    }

    @Test
    void thePreviewIsThePublicPage() {
        Reply preview = porto().open(PAGE + "/optics/preview");
        Reply page = new Browser().open("/en/clusters/optics");
        // ways to other pages follow below on the public page only
        assertThat(body(page)).startsWith(body(preview));
        assertThat(page.text())
                .contains(
                        "Whom to ask Office",
                        "30 small and medium-sized enterprises",
                        "Brazil",
                        "We <lead>.",
                        "Looks for Laser sources")
                .contains("Written by its city, which confirmed it on 10 October 2016");
        assertThat(page.body()).doesNotContain("href=\"javascript:");

        Neighbours.DIRECTORY.reply("GET", "/api/v1/offers", 500, "{}");
        assertThat(new Browser().open("/en/clusters/optics").text())
                .contains("Offers and needs This part cannot be loaded");
    }

    @Test
    void theHistoryShowsBeforeAndAfterAndNoPerson() {
        assertThat(porto().open(PAGE + "/optics/history").text())
                .contains(
                        "Changed Monday 10 October 2016, 11:00 CEST",
                        "porto",
                        "Summary empty Light <i>.",
                        "Contact person not kept not kept",
                        "Sent back",
                        "Please <b>.");
    }

    @Test
    void offersAreAddedRenewedAndTakenBack() {
        Browser porto = porto();
        Reply page = porto.open(PAGE + "/optics/offers");
        assertThat(page.text()).contains("Need Expired: only your city sees it", "Trials <b>", "Renew");
        assertThat(porto.open(PAGE + "/optics/offers?offer=o1").body())
                .contains("value=\"2016-01-31\"", "Trials &lt;b&gt;</textarea>");

        Neighbours.DIRECTORY.reply("POST", OFFERS, 422, """
                {"status":422,"errors":[{"field":"expiresOn","message":"must not be in the past"}]}""");
        Map<String, String> fields = Map.of(
                "id",
                "",
                "version",
                "",
                "kind",
                "OFFER",
                "text",
                "Clean <room>",
                "competence",
                "photonics",
                "expiresOn",
                "2010-01-01",
                "go",
                "save");
        Reply refused = porto.submit(PAGE + "/optics/offers", PAGE + "/optics/offers", fields);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body())
                .contains(
                        "<a href=\"#expiresOn\">Last day: must not be in the past</a>",
                        "Clean &lt;room&gt;</textarea>",
                        "value=\"2010-01-01\"");
        Neighbours.DIRECTORY.reply("POST", OFFERS, 201, OWN_OFFER.substring(1, OWN_OFFER.length() - 1));
        assertThat(porto.submit(PAGE + "/optics/offers", PAGE + "/optics/offers", fields)
                        .header("Location"))
                .endsWith("/offers?done=added");
        Neighbours.DIRECTORY.reply("DELETE", OFFERS + "/o1", 204, "");
        assertThat(porto.submit(PAGE + "/optics/offers", PAGE + "/optics/offers", Map.of("go", "remove"))
                        .header("Location"))
                .endsWith("/offers?done=removed");
        List<Request> removed = Neighbours.DIRECTORY.requests(OFFERS + "/o1");
        assertThat(removed.get(0).header("If-Match")).isEqualTo("\"v2\"");
    }

    @Test
    void whatIsNeitherOfferedNorNeededIsAskedForItsKind() {
        Reply page = porto().submit(
                        PAGE + "/optics/offers",
                        PAGE + "/optics/offers",
                        Map.of("text", "x", "expiresOn", "2017-01-31", "go", "save"));

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body()).contains("<a href=\"#kind\">Kind: choose an offer or a need</a>");
    }

    @Test
    void whatIsWrongWithAListAsAWholeIsSaidAtTheList() {
        Neighbours.DIRECTORY.reply("PUT", PARTNER + "/optics", 422, """
                {"status":422,"errors":[{"field":"markets","message":"choose at least one market that the cluster serves"}]}""");

        Reply page = porto().submit(PAGE + "/optics/edit/markets", PAGE + "/optics/edit/markets", Map.of("go", "save"));

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body()).contains("<a href=\"#markets\">");
    }

    @Test
    void anOfferThatSomebodyElseHasChangedIsKeptAndGoesOnWithTheLatest() {
        Browser porto = porto();
        Neighbours.DIRECTORY.reply("PUT", OFFERS + "/o1", 412, "{\"status\":412}");
        Map<String, String> mine = Map.of(
                "id",
                "o1",
                "version",
                "1",
                "kind",
                "NEED",
                "text",
                "Mine & only",
                "expiresOn",
                "2017-01-31",
                "go",
                "save");

        Reply late = porto.submit("/en/my", PAGE + "/optics/offers", mine);

        assertThat(late.status()).isEqualTo(412);
        assertThat(late.text()).contains("Somebody else has changed it in the meantime.", "Mine & only");
        assertThat(late.body().substring(late.body().indexOf("id=\"form\"")))
                .contains("name=\"id\" value=\"o1\"", "name=\"version\" value=\"2\"");
        assertThat(Neighbours.DIRECTORY.requests(OFFERS + "/o1").get(0).header("If-Match"))
                .isEqualTo("\"v1\"");
    }

    @Test
    void anOfferIsKeptWhenTheDirectoryIsDown() {
        Browser porto = porto();
        Map<String, String> offer = Browser.fill(
                porto.open("/en/my"),
                Map.of(
                        "kind",
                        "OFFER",
                        "text",
                        "Clean <room>",
                        "expiresOn",
                        "2017-01-31",
                        "submission",
                        "s-1",
                        "go",
                        "save"));
        Neighbours.DIRECTORY.reply("POST", OFFERS, 503, "{}");

        Reply again = porto.post(PAGE + "/optics/offers", offer);
        assertThat(again.status()).isEqualTo(503);
        assertThat(again.text()).contains("the cluster directory does not answer at the moment", "Clean <room>");

        Neighbours.DIRECTORY.stop();
        Reply kept = porto.post(PAGE + "/optics/offers", offer);
        assertThat(kept.status()).isEqualTo(503);
        assertThat(kept.text()).contains("What you entered is kept on this page");
        assertThat(Browser.fill(kept, Map.of())).containsAllEntriesOf(offer);
    }

    @Test
    void theOrganisersPublishOrSendBackWithAReason() {
        Browser organiser = new Browser().signedInAs(Person.ORGANISER);
        Reply page = organiser.open("/org/clusters/optics");
        assertThat(page.text())
                .contains("Contact person, not published: Ana Silva ana@example.org", "Publish", "Send back");

        Neighbours.DIRECTORY.reply("POST", ADMIN + "/optics/return", 422, """
                {"status":422,"errors":[{"field":"reason","message":"say what has to be changed"}]}""");
        Reply refused = organiser.submit("/org/clusters/optics", "/org/clusters/optics/return", Map.of("reason", " "));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body())
                .contains("<a href=\"#reason\">What has to be changed: say what has to be changed</a>");

        Neighbours.DIRECTORY.reply("POST", ADMIN + "/optics/publication", 412, """
                {"status":412,"type":"urn:infocus:problem:stale","by":"maria","at":"2016-10-10T10:00:00Z"}""");
        Reply late = organiser.submit("/org/clusters/optics", "/org/clusters/optics/publication", Map.of());
        assertThat(late.status()).isEqualTo(412);
        assertThat(late.text()).contains("maria has been quicker. Nothing was done.");
        // a second click finds it published
        Neighbours.DIRECTORY.change(ADMIN + "/optics", profile -> profile.replace("\"SUBMITTED\"", "\"PUBLISHED\""));
        assertThat(organiser
                        .submit("/org/clusters/optics", "/org/clusters/optics/publication", Map.of())
                        .header("Location"))
                .endsWith("/org/clusters?done=published");
        Neighbours.DIRECTORY.change(ADMIN + "/optics", profile -> profile.replace("\"PUBLISHED\"", "\"SUBMITTED\""));

        Neighbours.DIRECTORY.reply("POST", ADMIN + "/optics/publication", 422, """
                {"status":422,"errors":[{"field":"name","message":"its city uses this name already"},
                 {"field":"details.founded","message":"must be a year from 1500 to 2016"}]}""");
        Reply outdated = organiser.submit("/org/clusters/optics", "/org/clusters/optics/publication", Map.of());
        assertThat(outdated.status()).isEqualTo(422);
        assertThat(outdated.body())
                .containsSubsequence(
                        "<a href=\"#reason\">It cannot be published as it is. Send it back and say what has to be changed:</a>",
                        "<li>Name: its city uses this name already</li>",
                        "<li>Year of establishment: must be a year from 1500 to 2016</li>",
                        "Send back");

        Neighbours.DIRECTORY.reply("POST", ADMIN + "/optics/publication", 200, PUBLISHED);
        assertThat(organiser
                        .submit("/org/clusters/optics", "/org/clusters/optics/publication", Map.of())
                        .header("Location"))
                .endsWith("/org/clusters?done=published");
    }

    private static Request put() {
        return Neighbours.DIRECTORY.last("PUT", PARTNER + "/optics");
    }

    private static JsonNode content() throws JsonProcessingException {
        return new ObjectMapper().readTree(put().body());
    }

    private static Browser porto() {
        return new Browser().signedInAs(Person.PORTO);
    }

    /** The page from its heading on. */
    private static String body(Reply page) {
        return page.body()
                .replaceAll("(?s).*<h1>", "<h1>")
                .replaceAll("(?s)</main>.*", "")
                .strip();
    }
}
