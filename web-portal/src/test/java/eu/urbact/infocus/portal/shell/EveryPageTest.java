package eu.urbact.infocus.portal.shell;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import eu.urbact.infocus.portal.testing.Answers;
import eu.urbact.infocus.portal.testing.Browser;
import eu.urbact.infocus.portal.testing.Browser.Reply;
import eu.urbact.infocus.portal.testing.Matches;
import eu.urbact.infocus.portal.testing.Neighbours;
import eu.urbact.infocus.portal.testing.StubKeycloak.Person;

import static org.assertj.core.api.Assertions.assertThat;

/** What holds for every page, whoever looks at it and whatever it says. */
@QuarkusTest
@QuarkusTestResource(Neighbours.class)
class EveryPageTest {

    private static final Pattern LINK = Pattern.compile("(?s)<a (?=([^>]*))[^>]*href=\"([^\"]*)\"[^>]*>(.*?)</a>");
    private static final Pattern LABEL = Pattern.compile("aria-label=\"([^\"]*)\"");

    @BeforeEach
    void services() {
        Answers.frankfurt();
        Answers.anotherWorkshop();
        Matches.published();
        Neighbours.DIRECTORY.get("/api/v1/clusters", """
                {"items":[{"id":"gaia","name":"GAIA <i>","kind":"CLUSTER_ORGANISATION","cityId":"bilbao","city":"Bilbao","country":"ES","summary":null,
                 "competences":[{"code":"sw","label":"Software","level":3,"provenance":null}]}],"page":0,"size":24,"total":1,
                 "facets":{"city":[{"value":"bilbao","label":"Bilbao","parent":null,"count":1}]}}""");
        Neighbours.DIRECTORY.get("/api/v1/clusters/gaia", """
                {"id":"gaia","name":"GAIA","kind":"SECTOR","country":"ES","summary":"IT","figures":[{"measure":"JOBS","amount":1400,"precision":"ABOUT"}],
                 "competences":[{"code":"sw","label":"Software","level":3,"provenance":{"source":{"id":"x","title":"A <source>","url":"javascript:alert(1)"},
                 "date":"2026-11-23","confidence":"STATED","uncertain":true}}]}""");
        Neighbours.DIRECTORY.get("/api/v1/cities/bilbao", """
                {"id":"bilbao","name":"Bilbao","country":"ES","role":"LEAD","nuts":[{"code":"ES213","level":3,"name":"Bizkaia","version":2013}],
                 "partnerOrganisation":{"name":"Bilbao Ekintza"},"region":{"id":"pv","name":"Basque Country","strategy":null,
                 "priorities":[{"id":"am","label":"Advanced manufacturing","competences":[{"code":"a","label":"A"},{"code":"b","label":"B"}]}]},
                 "leads":[{"code":"sw","label":"Software","clusters":[{"id":"gaia","name":"GAIA","level":3,"provenance":null}]}],"serves":[],
                 "lookingFor":{"needs":[{"clusterId":"gaia","cluster":"GAIA","text":"Partners <b>","competence":{"code":"a","label":"A"},"activity":null,
                 "expiresOn":"2026-12-24","foundIn":[{"cityId":"porto","city":"Porto","clusters":2}]}],"profiledClusters":1,
                 "priorities":[{"id":"am","label":"Advanced","reason":"Nobody <i>"}],"competences":[{"code":"b","label":"B","namedBy":[{"id":"am","label":"Advanced",
                 "provenance":{"source":null,"date":null,"confidence":"INFERRED","uncertain":true}}],"foundIn":[{"cityId":"porto","city":"Porto","clusters":1}]}],
                 "activities":[{"code":"20","label":"Chemicals","namedBy":[],"foundIn":[{"cityId":"porto","city":"Porto","clusters":1}]}]},
                 "lat":43.26,"lon":-2.93,"clusters":[{"id":"gaia","name":"GAIA"}],"workshops":[]}""");
        Neighbours.DIRECTORY.get(
                "/api/v1/competences",
                "{\"items\":[{\"id\":\"a\",\"label\":\"A <i>\",\"children\":[{\"id\":\"sw\",\"label\":\"Software\"}]}]}");
        Neighbours.DIRECTORY.get(
                "/api/v1/nace-sections",
                "{\"items\":[{\"code\":\"C\",\"label\":\"Manufacturing\",\"divisions\":[{\"code\":\"26\",\"label\":\"Electronics\"}]}]}");
        Neighbours.REGISTRATION.get("/api/v1/self-service/application/meeting-wishes", """
                {"workshopTitle":"Workshop <in> Frankfurt","zone":"Europe/Berlin","startsAt":"2016-11-23T12:30:00Z","fixed":false,
                 "offers":{"competences":["sw"],"activities":["26"]},"needs":{"competences":[],"activities":[]},"version":1}""");
        Neighbours.DIRECTORY.get("/api/v1/admin/reference-data-imports/0190aaaa-0000-7000-8000-000000000001", """
                {"id":"0190aaaa-0000-7000-8000-000000000001","dataVersion":"2016.1","importedAt":"2016-10-10T09:00:01Z","created":1,"updated":0,"unchanged":1,
                 "entries":[{"line":12,"kind":"NACE_SECTION","id":"A","change":"CREATED"},{"line":14,"kind":"CLUSTER","id":"gaia","change":"UNCHANGED"}]}""");
        Neighbours.DIRECTORY.get("/api/v1/admin/withdrawn-clusters", """
                [{"id":"gone","name":"Gone <b>","cityId":"porto","country":"PT","withdrawnAt":"2016-10-09T10:15:00Z","withdrawnBy":null,
                 "reason":"Dissolved <i>."}]""");
        for (String address : new String[] {"/api/v1/clusters/gone", "/api/v1/clusters/gone/matches"}) {
            Neighbours.DIRECTORY.reply(
                    "GET",
                    address,
                    410,
                    "{\"type\":\"urn:infocus:problem:cluster-withdrawn\",\"status\":410,\"detail\":\"Dissolved <i>.\"}");
        }
        Neighbours.DIRECTORY.get("/api/v1/city-comparisons", """
                {"cities":[{"id":"bilbao","name":"Bilbao","country":"ES","region":{"id":"pv","name":"Basque Country","strategy":null,"priorities":[]},
                 "clusterCount":1,"leads":[{"code":"sw","label":"Software","clusters":[{"id":"gaia","name":"GAIA","level":3,
                 "provenance":{"source":null,"date":null,"confidence":"INFERRED","uncertain":true}}]}],"serves":[],
                 "lookingFor":{"needs":[{"clusterId":"gaia","cluster":"GAIA","text":"Partners <b>","competence":{"code":"a","label":"A"},"activity":null,
                 "expiresOn":"2026-12-24","foundIn":[{"cityId":"porto","city":"Porto","clusters":2}]}],"profiledClusters":1,
                 "priorities":[{"id":"am","label":"Advanced","reason":"Nobody <i>"}],"competences":[{"code":"b","label":"B","namedBy":[{"id":"am","label":"Advanced",
                 "provenance":{"source":null,"date":null,"confidence":"INFERRED","uncertain":true}}],"foundIn":[{"cityId":"porto","city":"Porto","clusters":1}]}],
                 "activities":[{"code":"20","label":"Chemicals","namedBy":[],"foundIn":[{"cityId":"porto","city":"Porto","clusters":1}]}]},
                 "figures":[{"clusterId":"gaia","cluster":"GAIA","figure":{"measure":"JOBS","amount":5,"precision":"ABOUT","asOf":null,"provenance":null}}]},
                 {"id":"porto","name":"Porto","country":"PT","region":null,"clusterCount":1,"leads":[],"serves":[],"figures":[]}],
                 "shared":[{"code":"a","label":"Shared","cities":["bilbao","porto"]}],"distinct":[{"code":"b","label":"Alone","cities":["bilbao"]}]}""");
        Neighbours.REGISTRATION.get("/api/v1/admin/calls/call-1/logistics/travel", """
                {"zone":"Europe/Berlin","people":[{"applicationId":"app-1","givenName":"Ana","familyName":"Sá","organisation":"R&D","cityId":"porto",
                 "outside":true,"arrival":{"at":"2016-11-23T10:05:00Z","by":"PLANE"},"departure":{"at":"2016-11-25T17:00:00Z","by":"LOCAL"}}]}""");
        Neighbours.REGISTRATION.get("/api/v1/admin/calls/call-1/logistics/people", """
                {"people":[{"applicationId":"app-1","givenName":"Ana","familyName":"Sá","organisation":"R&D","cityId":"porto","accessNeeds":["STEP_FREE"]}]}""");
        Neighbours.REGISTRATION.get("/api/v1/admin/calls/call-1/logistics/open-answers", """
                {"people":[{"applicationId":"app-1","givenName":"Ana","familyName":"Sá","organisation":"R&D","cityId":"porto","open":["PHOTO"]}]}""");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/en/",
                "/en/network",
                "/en/workshops",
                "/en/w/frankfurt-2016",
                "/en/w/frankfurt-2016/programme",
                "/en/w/frankfurt-2016/call",
                "/en/w/frankfurt-2016/apply",
                "/en/w/frankfurt-2016/applied",
                "/en/my/token",
                "/en/my/token/withdraw",
                "/en/my/token/correct",
                "/en/my/token/data",
                "/en/my/token/data/erase",
                "/en/erased",
                "/en/my/token/new-link",
                "/en/my/token/meetings",
                "/en/my",
                "/en/my?sent=again",
                "/en/my?sent=renewed",
                "/en/clusters",
                "/en/clusters?view=map&city=bilbao&q=%3Cgaia%3E&country=ES&page=1",
                "/en/clusters/gaia",
                "/en/cities",
                "/en/cities/bilbao",
                "/en/matrix",
                "/en/matrix?clusters=network",
                "/en/regions/es21/matrix",
                "/en/regions/es21/matrix?clusters=network&transpose=true",
                "/en/regions/ro32/matrix",
                "/en/regions/es21/matrix/am/gaia",
                "/en/regions/es21/diversification",
                "/en/clusters/gaia/partners",
                "/en/clusters/gaia/partners?lens=alliance&scope=all&city=porto&done=said",
                "/en/clusters/gaia/partners/minalogic",
                "/en/clusters/gaia/partners/minalogic?dataVersion=r12",
                "/en/network/matches",
                "/en/model",
                "/en/cities/compare",
                "/en/cities/compare?city=bilbao&city=porto",
                "/en/open-data",
                "/en/accessibility",
                "/en/privacy",
                "/en/legal",
                "/en/signed-out"
            })
    void everybodysPages(String path) {
        Reply page = new Browser().open(path);

        assertThat(page.status()).isEqualTo(200);
        assertFrame(page);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/org/",
                "/org/w/frankfurt-2016/admission",
                "/org/w/frankfurt-2016/admission?state=SUBMITTED&city=porto&search=old&sort=name&page=1&of=app-1&done=ADMIT",
                "/org/w/frankfurt-2016/admission?profile=EXPERT&newcomer=true&contributor=false&cluster=none&seat=OPEN",
                "/org/applications/app-1",
                "/org/applications/app-1/history",
                "/org/applications/app-1/erasure",
                "/org/applications/app-1/new-link",
                "/org/applications/app-1/withdrawal",
                "/org/applications/app-1/withdrawal/back",
                "/org/applications/app-1/address",
                "/org/w/frankfurt-2016/suggestion",
                "/org/w/frankfurt-2016/import",
                "/org/w/frankfurt-2016/call",
                "/org/w/frankfurt-2016/call/edit",
                "/org/w/frankfurt-2016/call/preview",
                "/org/w/frankfurt-2016/call/preview/you",
                "/org/w/frankfurt-2016/call/preview/taking-part",
                "/org/w/frankfurt-2016/call/preview/motivation",
                "/org/w/frankfurt-2016/call/preview/check",
                "/org/w/frankfurt-2016/plan",
                "/org/w/frankfurt-2016/plan?state=SUBMITTED&city=none&profile=EXPERT&staged=ANY&unvoted=true&search=old&sort=name&page=1&done=STAGED&step=s&count=2",
                "/org/w/frankfurt-2016/plan?newcomer=false&contributor=true&cluster=gaia&seat=CITY:porto",
                "/org/w/frankfurt-2016/plan/release",
                "/org/w/frankfurt-2016/plan/people/app-1",
                "/org/w/frankfurt-2016/plan/people/app-2?done=ADMIT&of=app-1",
                "/org/w/frankfurt-2016/logistics/travel",
                "/org/w/frankfurt-2016/logistics/people",
                "/org/w/frankfurt-2016/logistics/open",
                "/desk/",
                "/org/mails",
                "/org/reference-data",
                "/org/reference-data/0190aaaa-0000-7000-8000-000000000001",
                "/org/withdrawn-clusters",
                "/org/withdrawn-clusters?q=gaia",
                "/org/withdrawn-clusters/gaia",
                "/org/withdrawn-clusters/gaia?done=back",
                "/org/withdrawn-clusters/gone?done=out",
                "/signout"
            })
    void organisersPages(String path) {
        Reply page = new Browser().signedInAs(Person.ORGANISER).open(path);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
        assertFrame(page);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/partner/", "/partner/?state=ADMITTED", "/partner/applications/app-1"})
    void partnersPages(String path) {
        Reply page = new Browser().signedInAs(Person.PORTO).open(path);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
        assertFrame(page);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/nothing",
                "/en/nothing",
                "/en/w/nothing",
                "/en/clusters/nothing",
                "/en/w/..%2f..%2fadmin",
                "/en/w/frankfurt-2016/%3Cscript%3E"
            })
    void missingPages(String path) {
        Reply page = new Browser().open(path);

        assertThat(page.status()).isEqualTo(404);
        assertThat(page.text()).contains("Page not found");
        assertFrame(page);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/en/clusters/gone", "/en/clusters/gone/partners"})
    void pagesAboutAClusterThatWasTakenOut(String path) {
        for (Browser browser : List.of(new Browser(), new Browser().signedInAs(Person.ORGANISER))) {
            Reply page = browser.open(path);

            assertThat(page.status()).isEqualTo(410);
            assertThat(page.text()).contains("is no longer in the directory", "Dissolved <i>.");
            assertFrame(page);
        }
    }

    @Test
    void searchesThatTheDirectoryDoesNotTake() {
        Reply tooLong = new Browser().open("/en/clusters?q=" + "x".repeat(201));

        assertThat(tooLong.status()).isEqualTo(422);
        assertThat(tooLong.text()).contains("The directory cannot search for this", "201 characters");
        assertFrame(tooLong);

        Neighbours.DIRECTORY.reply("GET", "/api/v1/clusters", 422, """
                {"type":"urn:infocus:problem:invalid","status":422,"errors":[{"field":"city[0]","message":"is not known"}]}""");
        Reply unknown = new Browser().open("/en/clusters?city=%3Cnowhere%3E");

        assertThat(unknown.status()).isEqualTo(422);
        assertThat(unknown.text()).contains("The directory cannot search for this", "City: <nowhere>.");
        assertFrame(unknown);

        Neighbours.DIRECTORY.reply("GET", "/api/v1/clusters/gaia/matches", 422, """
                {"type":"urn:infocus:problem:invalid","status":422,"errors":[{"field":"city","message":"is not known"}]}""");
        Reply noSuchCity = new Browser().open("/en/clusters/gaia/partners?city=%3Cnowhere%3E");

        assertThat(noSuchCity.status()).isEqualTo(422);
        assertThat(noSuchCity.text()).contains("The directory does not know this city", "City: <nowhere>.");
        assertFrame(noSuchCity);
    }

    @Test
    void rootLeadsToEnglish() {
        Reply page = new Browser().step("/");

        assertThat(page.status()).isEqualTo(303);
        assertThat(page.header("Location")).endsWith("/en/");
    }

    @Test
    void linksOnlyToAddressesThatAreAddresses() {
        assertThat(new Browser().open("/en/w/frankfurt-2016").body())
                .contains("href=\"http://example.org/r\"")
                .doesNotContain("javascript:");
        assertThat(new Browser().open("/en/clusters/gaia").body())
                .doesNotContain("javascript:")
                .contains("A &lt;source&gt;");
    }

    @Test
    void assetsAreKeptByTheBrowser() {
        Reply page = new Browser().open("/en/");
        String css = page.body().replaceAll("(?s).*href=\"(/assets/infocus\\.css\\?v=[0-9a-f]+)\".*", "$1");

        Reply asset = new Browser().open(css);

        assertThat(asset.status()).isEqualTo(200);
        assertThat(asset.header("Cache-Control")).contains("immutable");
        assertThat(asset.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(asset.body()).doesNotContain("http:", "https:", "@import", "url(");
    }

    @Test
    void robotsStayOutOfWhatIsNotPublic() {
        Reply robots = new Browser().open("/robots.txt");

        assertThat(robots.status()).isEqualTo(200);
        assertThat(robots.body())
                .contains(
                        "User-agent: *",
                        "Disallow: /org\n",
                        "Disallow: /partner\n",
                        "Disallow: /desk\n",
                        "Disallow: /en/my/\n")
                .doesNotContain("Disallow: /\n");
        Reply icon = new Browser().open("/favicon.ico");
        assertThat(icon.status()).isEqualTo(200);
        assertThat(icon.header("Content-Type")).startsWith("image/svg+xml");
    }

    @Test
    void addressesThatSomebodyMakesUpAreMeasuredTogether() {
        Browser browser = new Browser();
        browser.open("/made-up/1");
        browser.open("/assets/infocus.css");
        browser.open("/assets/made-up.css");
        browser.post("/en/made-up/2", Map.of());
        browser.post("/en/w/made-up-3/apply", Map.of());
        browser.post("/en/my", Map.of(), "Sec-Fetch-Site", "cross-site");
        browser.step("/en/made-up/" + "x".repeat(40_000));
        browser.open("/en/workshops");

        String measured = browser.step("/q/metrics", "Accept", "text/plain").body();

        assertThat(measured)
                .contains("uri=\"/en/workshops\"", "uri=\"/assets\"", "uri=\"/unknown\"")
                .doesNotContain("made-up");
    }

    @Test
    void readyWithoutAnybody() {
        Neighbours.EVENT.stop();
        Neighbours.REGISTRATION.stop();

        Reply health = new Browser().open("/q/health/ready");

        assertThat(health.status()).isEqualTo(200);
        assertThat(health.body()).contains("\"UP\"");
    }

    /** Frame, publicity, security headers, and no way around the content security policy. */
    static void assertFrame(Reply page) {
        String html = page.body();
        assertThat(html).startsWith("<!DOCTYPE html>").contains("<html lang=\"en\">");
        assertThat(page.title()).isNotBlank().endsWith("– InFocus");
        assertThat(count(html, "<h1[ >]")).as("headings of the page").isEqualTo(1);
        assertThat(count(html, "<main ")).isEqualTo(1);
        assertThat(html.indexOf("class=\"skip\"")).isPositive().isLessThan(html.indexOf("class=\"funding\""));
        assertThat(page.text())
                .contains(
                        "Co-funded by the European Union European Regional Development Fund (URBACT III)",
                        "Questions to the organisers: questions@infocus.test");
        assertThat(html.indexOf("class=\"funding\"")).isLessThan(html.indexOf("<nav"));
        assertThat(html)
                .doesNotContainPattern(
                        "<style|style=\"|<script(?![^>]* src=)(?! type=\"application/ld\\+json\">)|\\son[a-z]+=\"|src=\"http|href=\"//");
        assertThat(page.header("Content-Security-Policy"))
                .contains("default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'")
                .doesNotContain("unsafe");
        assertThat(page.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(page.header("Cache-Control")).containsAnyOf("no-store", "private, no-cache");
        assertThat(page.header("Content-Type")).startsWith("text/html").containsIgnoringCase("utf-8");
        assertThat(page.text()).doesNotContain("NOT_FOUND", "null", "Exception", "{msg", "{at:");
        assertUniqueIds(html);
        assertLinksSayWhereTheyLead(html);
    }

    /** Whoever hears one link after the other has nothing but its words (WCAG 2.2, 2.4.9). */
    private static void assertLinksSayWhereTheyLead(String html) {
        Map<String, Set<String>> addresses = new TreeMap<>();
        Matcher link = LINK.matcher(html);
        while (link.find()) {
            Matcher label = LABEL.matcher(link.group(1));
            String name = label.find() ? label.group(1) : link.group(3).replaceAll("<[^>]+>", "");
            addresses.computeIfAbsent(name.strip(), any -> new TreeSet<>()).add(link.group(2));
        }
        assertThat(addresses.entrySet())
                .filteredOn(one -> one.getValue().size() > 1)
                .as("links of one name that lead to different addresses")
                .isEmpty();
    }

    private static void assertUniqueIds(String html) {
        assertThat(Pattern.compile(" id=\"([^\"]+)\"").matcher(html).results().map(found -> found.group(1)))
                .doesNotHaveDuplicates();
    }

    private static long count(String html, String pattern) {
        return Pattern.compile(pattern).matcher(html).results().count();
    }
}
