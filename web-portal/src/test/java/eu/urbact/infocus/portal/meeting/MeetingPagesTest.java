package eu.urbact.infocus.portal.meeting;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

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

/** Workshop mode for organisers. */
@QuarkusTest
@QuarkusTestResource(Neighbours.class)
class MeetingPagesTest {

    private static final String PAGE = "/org/w/frankfurt-2016/meetings";
    private static final String DAY = """
            {"workshopId":"w","etag":"\\"v4\\"","slots":2,"minutes":20,"startsAt":"2016-11-24T13:00:00Z","tables":5,"chairs":4,
             "people":[{"key":"app-1","cityId":"porto","offers":[],"needs":[{"facet":"COMPETENCE","code":"sw","label":"Software"}],
              "derived":false,"origin":"STATED","meetings":1},
              {"key":"c-1","label":"Keynote <speaker>","offers":[{"facet":"ACTIVITY","code":"26","label":"Electronics"}],"needs":[],
              "derived":false,"origin":"ENTERED","meetings":0},
              {"key":"app-2","cityId":"porto","offers":[],"needs":[],"derived":true,"origin":"DERIVED","meetings":0}],
             "clusters":[{"id":"gaia","name":"GAIA","cityId":"bilbao","offers":[{"facet":"COMPETENCE","code":"sw","label":"Software"}],
              "needs":[],"derived":true,"meetings":1}],
             "plannedAt":"2016-11-20T08:00:00Z",
             "meetings":[{"slot":2,"person":"app-1","clusterId":"gaia","score":0,"oneSided":true,"gets":{"need":{"facet":"COMPETENCE","code":"sw","label":"Software"},
               "offer":{"facet":"COMPETENCE","code":"sec","label":"Security"}}},
              {"slot":3,"person":"app-1","clusterId":"gaia","score":0.5}],
             "withoutMeeting":["c-1"],"clustersWithoutMeeting":[],"left":["app-9"],
             "workingTables":[{"clusterId":"gaia","people":["app-1"]}],"withoutTable":["c-1"],"stable":true,
             "changes":{"removed":[{"slot":1,"person":"app-9","clusterId":"gaia"}],"added":[],
              "moved":[{"slot":2,"person":"app-1","clusterId":"gaia","before":3}],
              "seats":[{"person":"app-1","from":"hcp","to":"gaia"},{"person":"c-1","from":"gaia"}]}}""";

    private String api;
    private Browser organiser;

    @BeforeEach
    void services() {
        Answers.frankfurt();
        String workshop = Answers.CALLS.replaceAll("(?s).*\"workshopId\":\"([^\"]*)\".*", "$1");
        api = "/api/v1/admin/workshops/" + workshop + "/meetings";
        Neighbours.DIRECTORY.get(api, DAY);
        Neighbours.DIRECTORY.get("/api/v1/clusters", """
                {"items":[{"id":"gaia","name":"GAIA"},{"id":"hcp","name":"Health Cluster","cityId":"porto","city":"Porto"}],
                 "page":0,"size":100,"total":2}""");
        Neighbours.DIRECTORY.get(
                "/api/v1/competences",
                "{\"items\":[{\"id\":\"digital\",\"label\":\"Digital\",\"children\":[{\"id\":\"sw\",\"label\":\"Software\"}]}]}");
        Neighbours.DIRECTORY.get(
                "/api/v1/nace-sections",
                "{\"items\":[{\"code\":\"C\",\"label\":\"Manufacturing\",\"divisions\":[{\"code\":\"26\",\"label\":\"Electronics\"},"
                        + "{\"code\":\"28\",\"label\":\"Machinery\"}]},{\"code\":\"J\",\"label\":\"Information\",\"divisions\":"
                        + "[{\"code\":\"62\",\"label\":\"Programming\"}]}]}");
        organiser = new Browser().signedInAs(Person.ORGANISER);
    }

    @Test
    void thePlanHasNamesTimesAndReasonsAndSaysWhoHasLeft() {
        Reply page = organiser.open(PAGE);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text())
                .contains(
                        "1 person of the plan has no place any more.",
                        "Slot 2, ",
                        " looks for Software; nearest here: Security",
                        "One-sided: GAIA looks for nothing that the other offers.",
                        "Without a meeting, because nothing they offer or need answers a cluster in the room,"
                                + " or no slot and no table is left: Keynote <speaker>.",
                        "1 meeting is in a slot that is no longer there.",
                        "Slot 3 (no longer there; mend the plan)",
                        "Without a chair at a table: Keynote <speaker>.",
                        "stated by the person",
                        "entered by organisers",
                        "from the city’s clusters",
                        "Stable: no person and no table");
        assertThat(page.body()).doesNotContain("<option value=\"gaia\">").contains("<option value=\"hcp\">");
        assertThat(page.text()).doesNotContain("One of the two would have no meeting otherwise.");
    }

    @Test
    void theFirstSlotBeginsInTheVenuesTimeAlsoWhenTheCallHasAnotherZone() {
        Answers.call(Answers.CALLS.replace("Europe/Berlin", "Europe/Lisbon"));
        Neighbours.DIRECTORY.reply("PUT", api, 200, DAY);
        Map<String, String> room =
                Map.of("slots", "2", "minutes", "20", "tables", "5", "chairs", "4", "startsAt", "2016-11-24T14:00");
        Reply page = organiser.open(PAGE);
        assertThat(page.text()).contains("Local time of Berlin.").doesNotContain("Lisbon");
        assertThat(page.body()).contains("value=\"2016-11-24T14:00\"");
        // the time is that of the place which the form has named, also while the programme cannot be asked
        Map<String, String> filled = Browser.fill(page, room);
        Neighbours.EVENT.stop();
        organiser.post(PAGE + "/room", filled);
        assertThat(Neighbours.DIRECTORY.last("PUT", api).body()).contains("\"startsAt\":\"2016-11-24T14:00:00+01:00\"");
        assertThat(organiser.open(PAGE).text()).contains("Local time of Lisbon.");
    }

    @Test
    void longListsSayWhoseTheyAreAndTheTwoButtonsWhatTheyBring() {
        String five = "\"offers\":[" + "{\"facet\":\"COMPETENCE\",\"code\":\"sw\",\"label\":\"Software\"},".repeat(4)
                + "{\"facet\":\"ACTIVITY\",\"code\":\"26\",\"label\":\"Electronics\"}]";
        Neighbours.DIRECTORY.get(api, DAY.replaceAll("\"offers\":\\[[^]]*]", five));

        assertThat(organiser.open(PAGE).body())
                .contains("<summary>5 fields<span class=\"sr\"> that GAIA offers</span></summary>")
                .contains("<summary>5 fields<span class=\"sr\"> that Keynote &lt;speaker&gt; offers</span></summary>")
                .contains(">Bring the cluster into the room</button>", ">Bring the contributor into the room</button>");
    }

    @Test
    void aOneSidedMeetingSaysWhyOnlyWhereItIsTheOnlyOneOfOneOfTheTwo() {
        Neighbours.DIRECTORY.get(
                api,
                DAY.replace(
                        "\"slot\":3,\"person\":\"app-1\",\"clusterId\":\"gaia\"",
                        "\"slot\":1,\"person\":\"app-2\",\"clusterId\":\"gaia\""));
        assertThat(organiser.open(PAGE).text())
                .contains(
                        "GAIA looks for nothing that the other offers. One of the two would have no meeting otherwise.");
        assertThat(organiser.open(PAGE + "/print").text()).contains("One of the two would have no meeting otherwise.");
    }

    @Test
    void whoComesForNoCityIsNotSaidToSpeakForOne() {
        Neighbours.DIRECTORY.get(api, DAY.replace("\"key\":\"app-2\",\"cityId\":\"porto\"", "\"key\":\"app-2\""));
        assertThat(organiser.open(PAGE).text())
                .contains("nothing known", "stated by the person")
                .doesNotContain("from the city’s clusters");
    }

    @Test
    void beforeTheFirstTimeTheRoomIsSetUpAndInputIsKept() {
        Neighbours.DIRECTORY.reply("GET", api, 404, "{}");
        assertThat(organiser.open(PAGE).text()).contains("Begin with the room.");
        Reply wrong = organiser.submit(PAGE, PAGE + "/room", Map.of("slots", "99", "minutes", "25"));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body())
                .contains(
                        "<a href=\"#slots\">Number of slots: enter a whole number from 1 to 12.</a>",
                        "<a href=\"#tables\">Meetings at once: enter a whole number from 1 to 100.</a>",
                        "<a href=\"#chairs\">Chairs at a working table: enter a whole number from 1 to 100.</a>");
        assertThat(wrong.body()).contains("value=\"99\"", "value=\"25\"");

        Neighbours.DIRECTORY.reply("PUT", api, 201, DAY);
        Reply saved = organiser.submit(
                PAGE,
                PAGE + "/room",
                Map.of("slots", "2", "minutes", "20", "tables", "5", "chairs", "4", "startsAt", "2016-11-24T14:00"));
        assertThat(saved.header("Location")).endsWith("/meetings?done=room");
        Request request = Neighbours.DIRECTORY.requests("PUT", api).get(0);
        assertThat(request.header("If-Match")).isNull();
        assertThat(request.body()).contains("\"slots\":2", "\"startsAt\":\"2016-11-24T14:00:00+01:00\"");
    }

    @Test
    void meetingsOfAWorkshopWithoutACallArePreparedWithContributorsAlone() {
        Neighbours.REGISTRATION.get("/api/v1/calls", "[]");
        String own = "/api/v1/admin/workshops/0190/meetings";
        Neighbours.DIRECTORY.reply("GET", own, 404, "{}");
        assertThat(organiser.open(PAGE).text()).contains("Workshop in Frankfurt", "Begin with the room.");
        assertThat(crumbs(PAGE)).containsExactly("/en/", "/org/");

        Neighbours.DIRECTORY.get(own, DAY);
        assertThat(crumbs(PAGE)).containsExactly("/en/", "/org/");
        for (String further : new String[] {"/print", "/people/c-1"}) {
            assertThat(crumbs(PAGE + further)).containsExactly("/en/", "/org/", PAGE);
        }
        Reply page = organiser.open(PAGE);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text())
                .contains("Workshop in Frankfurt", "Keynote <speaker>", "Person app-1")
                .doesNotContain("The names of participants cannot be looked up");
        assertThat(organiser.open(PAGE + "/print").status()).isEqualTo(200);
        assertThat(Neighbours.REGISTRATION.requests("/api/v1/admin/applications"))
                .isEmpty();
        assertThat(organiser.open("/org/w/no-such-workshop/meetings").status()).isEqualTo(404);
    }

    @Test
    void withACallTheAdmissionDeskIsOnTheWay() {
        assertThat(crumbs(PAGE)).containsExactly("/en/", "/org/", "/org/w/frankfurt-2016/admission");

        Neighbours.DIRECTORY.reply("GET", api, 404, "{}");
        assertThat(crumbs(PAGE)).containsExactly("/en/", "/org/", "/org/w/frankfurt-2016/admission");
    }

    /** Where the crumbs of a page lead, each of them followed. */
    private List<String> crumbs(String path) {
        String crumbs = organiser.open(path).body().replaceAll("(?s).*<nav class=\"crumbs\"(.*?)</nav>.*", "$1");
        List<String> addresses = Pattern.compile("href=\"([^\"]+)\"")
                .matcher(crumbs)
                .results()
                .map(link -> link.group(1))
                .toList();
        for (String address : addresses) {
            assertThat(organiser.open(address).status()).as(address).isEqualTo(200);
        }
        return addresses;
    }

    @Test
    void aRoomOutsideTheWorkshopOrForAnUnknownOneIsRefusedInTheDirectorysWords() {
        Neighbours.DIRECTORY.reply("GET", api, 404, "{}");
        Map<String, String> room =
                Map.of("slots", "3", "minutes", "20", "tables", "5", "chairs", "4", "startsAt", "2016-11-22T14:00");
        Neighbours.DIRECTORY.reply("PUT", api, 422, """
                {"type":"urn:infocus:problem:outside-the-workshop","status":422,
                 "title":"The meetings do not lie on the days of the workshop",
                 "detail":"The workshop lasts from 23 November 2016 to 25 November 2016 (Europe/Berlin). All slots have to lie on these days."}""");

        Reply outside = organiser.submit(PAGE, PAGE + "/room", room);

        assertThat(outside.status()).isEqualTo(422);
        assertThat(outside.text())
                .contains(
                        "The workshop lasts from 23 November 2016 to 25 November 2016 (Europe/Berlin). All slots have to lie"
                                + " on these days.");
        assertThat(outside.body()).contains("value=\"3\"", "value=\"2016-11-22T14:00\"");

        Neighbours.DIRECTORY.reply("PUT", api, 409, """
                {"type":"urn:infocus:problem:workshop-not-announced","status":409,
                 "title":"The cluster directory does not know this workshop",
                 "detail":"No workshop with this id has been announced to the cluster directory. If it has only just been created, please try again in a minute."}""");
        Reply unknown = organiser.submit(PAGE, PAGE + "/room", room);
        assertThat(unknown.status()).isEqualTo(409);
        assertThat(unknown.text()).contains("If it has only just been created, please try again in a minute.");
        assertThat(unknown.body()).contains("value=\"3\"", "value=\"2016-11-22T14:00\"");
    }

    @Test
    void thePlanIsMadeAndMendedOnWhatWasSeen() {
        Neighbours.DIRECTORY.reply("POST", api + "/plan", 200, DAY);
        Neighbours.DIRECTORY.reply("POST", api + "/plan/mending", 200, DAY);

        assertThat(organiser.submit(PAGE, PAGE + "/plan", Map.of()).header("Location"))
                .endsWith("/meetings?done=plan");
        assertThat(Neighbours.DIRECTORY.requests(api + "/plan").get(0).header("If-Match"))
                .isEqualTo("\"v4\"");
        organiser.submit(PAGE, PAGE + "/plan", Map.of("etag", "\"v4\"\r\nX-Role: organiser"));
        assertThat(Neighbours.DIRECTORY.requests(api + "/plan").get(1).header("If-Match"))
                .isEqualTo("\"v4\"");
        Reply mended = organiser.submit(PAGE, PAGE + "/mending", Map.of());
        assertThat(mended.status()).isEqualTo(200);
        assertThat(mended.text())
                .contains(
                        "Do not take place",
                        "Slot 1: GAIA and Person app-9",
                        "Now slot 2, 14:20 CET, before slot 3: GAIA and Ana O’Neil <b>",
                        "Without a meeting Keynote <speaker>: no meeting, as before",
                        "At another working table",
                        ": now GAIA, before hcp",
                        "Keynote <speaker>: no chair is left, before GAIA");

        Neighbours.DIRECTORY.reply(
                "POST",
                api + "/plan/mending",
                200,
                DAY.replace("\"person\":\"app-9\",\"clusterId\"", "\"person\":\"c-1\",\"clusterId\""));
        assertThat(organiser.submit(PAGE, PAGE + "/mending", Map.of()).text())
                .contains("Without a meeting Keynote <speaker>: no meeting any more");

        Neighbours.DIRECTORY.reply(
                "POST", api + "/plan", 412, "{\"type\":\"urn:infocus:problem:stale\",\"status\":412}");
        Reply stale = organiser.submit(PAGE, PAGE + "/plan", Map.of());
        assertThat(stale.status()).isEqualTo(412);
        assertThat(stale.text()).contains("Somebody has changed the meetings since you opened the page.");
    }

    @Test
    void wishesAreTickedCompetencesAndActivitiesAlike() {
        Neighbours.DIRECTORY.reply("PUT", api + "/people/c-1/wishes", 200, DAY);
        Reply page = organiser.open(PAGE + "/people/c-1");
        assertThat(page.text())
                .contains("Keynote <speaker>", "26 Electronics", "28 Machinery", "62 Programming", "All of Digital");
        assertThat(page.body())
                .contains("id=\"offers-26\" name=\"offers\" value=\"26\" checked", "id=\"needs-62\" name=\"needs\"")
                .containsOnlyOnce("<details open>");

        assertThat(page.text()).doesNotContain("What is ticked");
        assertThat(organiser.open(PAGE + "/people/app-1").text())
                .contains("What is ticked was stated by the person. What you save here counts instead");
        assertThat(organiser.open(PAGE + "/people/app-2").text())
                .contains("What is ticked follows from the directory.");

        Reply saved =
                organiser.submit(PAGE + "/people/c-1", PAGE + "/people/c-1", Map.of("needs", "sw", "offers", "26"));

        assertThat(saved.header("Location")).endsWith("/meetings?done=wishes");
        assertThat(Neighbours.DIRECTORY
                        .requests(api + "/people/c-1/wishes")
                        .get(0)
                        .body())
                .isEqualTo(
                        "{\"offers\":[{\"facet\":\"ACTIVITY\",\"code\":\"26\"}],\"needs\":[{\"facet\":\"COMPETENCE\",\"code\":\"sw\"}]}");
        assertThat(organiser.open(PAGE + "/people/nobody").status()).isEqualTo(404);
    }

    @Test
    void whatWasTickedIsKeptWhenTheSessionHasEnded() {
        String path = PAGE + "/people/c-1";
        Browser browser = new Browser();
        String secret = Browser.fill(browser.open("/en/my"), Map.of()).get("csrf");

        Reply page = browser.postRaw(path, "csrf=" + secret + "&etag=%22v4%22&offers=26&offers=sw&needs=62");

        assertThat(page.status()).isEqualTo(401);
        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
        assertThat(page.text()).contains("Please sign in again", "What you entered is kept on this page");
        assertThat(page.body())
                .contains(
                        "action=\"" + path + "\"",
                        "<input type=\"hidden\" name=\"csrf\" value=\"" + secret + "\">",
                        "<input type=\"hidden\" name=\"etag\" value=\"&quot;v4&quot;\">",
                        "<input type=\"hidden\" name=\"offers\" value=\"26\">",
                        "<input type=\"hidden\" name=\"offers\" value=\"sw\">",
                        "<input type=\"hidden\" name=\"needs\" value=\"62\">")
                .containsOnlyOnce("name=\"csrf\"");
        assertThat(Neighbours.DIRECTORY.requests(api + "/people/c-1/wishes")).isEmpty();
        Neighbours.DIRECTORY.reply("PUT", api + "/people/c-1/wishes", 200, DAY);
        assertThat(browser.signedInAs(Person.ORGANISER)
                        .post(path, Browser.fill(page, Map.of()))
                        .header("Location"))
                .endsWith("/meetings?done=wishes");
        Browser porto = new Browser().signedInAs(Person.PORTO);
        assertThat(porto.submit("/en/my", path, Map.of("needs", "62")).status()).isEqualTo(403);
    }

    @Test
    void whatWasTickedIsKeptWhenTheDirectoryIsDown() {
        Map<String, Map<String, String>> forms = Map.of(
                "/people/c-1",
                Map.of("needs", "62", "etag", "\"v4\""),
                "/contributors",
                Map.of("label", "Speaker <two>", "city", "porto", "etag", "\"v4\""));
        forms.forEach((form, fields) -> {
            Map<String, String> filled = Browser.fill(organiser.open("/en/my"), fields);
            Neighbours.DIRECTORY.stop();

            Reply page = organiser.post(PAGE + form, filled);

            assertThat(page.status()).as(form).isEqualTo(503);
            assertThat(page.text()).as(form).contains("What you entered is kept on this page");
            assertThat(Browser.fill(page, Map.of())).as(form).containsAllEntriesOf(filled);
            services();
        });
    }

    @Test
    void whatSomebodyElseHasChangedIsToldAndTheInputGoesOnWithIt() {
        String later = DAY.replace("v4", "v5");
        Map<String, String> room = Map.of("slots", "3", "minutes", "15", "tables", "7", "chairs", "9");
        for (int status : new int[] {412, 428}) {
            String stale = "{\"type\":\"urn:infocus:problem:stale\",\"status\":" + status + "}";
            Neighbours.DIRECTORY.get(api, later);
            Neighbours.DIRECTORY.reply("PUT", api, status, stale);
            Neighbours.DIRECTORY.reply("PUT", api + "/people/c-1/wishes", status, stale);

            Reply arranged = organiser.submit("/en/my", PAGE + "/room", room);
            Reply wished = organiser.submit("/en/my", PAGE + "/people/c-1", Map.of("etag", "\"v4\"", "needs", "62"));

            for (Reply page : new Reply[] {arranged, wished}) {
                assertThat(page.status()).isEqualTo(412);
                assertThat(page.text()).contains("Somebody has changed the meetings since you opened the page.");
                assertThat(page.body())
                        .contains("name=\"etag\" value=\"&quot;v5&quot;\"")
                        .doesNotContain("name=\"etag\" value=\"\"", "&quot;v4&quot;");
            }
            assertThat(arranged.body()).contains("name=\"slots\" type=\"text\" value=\"3\"");
            assertThat(wished.body())
                    .contains("id=\"needs-62\" name=\"needs\" value=\"62\" checked")
                    .doesNotContain("name=\"offers\" value=\"26\" checked");
        }
    }

    @Test
    void aClusterHasToBeChosenAndAContributorNamed() {
        assertThat(organiser
                        .submit(PAGE, PAGE + "/clusters", Map.of("cluster", ""))
                        .status())
                .isEqualTo(422);
        assertThat(organiser
                        .submit(PAGE, PAGE + "/contributors", Map.of("label", " "))
                        .status())
                .isEqualTo(422);
        String tooLong = "Speaker of " + "x".repeat(90);
        Reply longer = organiser.submit(PAGE, PAGE + "/contributors", Map.of("label", tooLong, "city", "porto"));
        assertThat(longer.status()).isEqualTo(422);
        assertThat(longer.text()).contains("in at most 100 characters");
        assertThat(longer.body()).contains("value=\"" + tooLong + "\"", "<option value=\"porto\" selected>");
        Neighbours.DIRECTORY.reply("PUT", api + "/clusters/hcp", 200, DAY);
        assertThat(organiser
                        .submit(PAGE, PAGE + "/clusters", Map.of("cluster", "hcp"))
                        .header("Location"))
                .endsWith("/meetings?done=cluster");
    }

    @Test
    void inALargeDirectoryTheClusterIsLookedForAmongThoseThatAreNotInTheRoom() {
        Answers.manyClusters("""
                {"items":[{"id":"hydrogen-valley","name":"Hydrogen Valley","city":"Torino"},{"id":"gaia","name":"GAIA"}],
                 "page":0,"size":50,"total":2,"facets":{}}""");

        Reply found =
                organiser.submit(PAGE, PAGE + "/clusters", Map.of("clusterWords", "hydrogen", "findCluster", "yes"));

        assertThat(found.status()).isEqualTo(200);
        assertThat(found.body())
                .contains("<option value=\"hydrogen-valley\">Hydrogen Valley (Torino)</option>")
                .doesNotContain("<option value=\"gaia\"", "<option value=\"some-1\"");
        assertThat(Neighbours.DIRECTORY.requests(api + "/clusters/hydrogen-valley"))
                .isEmpty();
    }

    @Test
    void onPaperEverybodyHasASlip() {
        assertThat(organiser.open(PAGE + "/print").text())
                .contains(
                        "Person by person",
                        "Slot 2, Thursday 24 November 2016, 14:20 CET : GAIA",
                        "Slot 3 (no longer there; mend the plan): GAIA",
                        "Working table: GAIA",
                        "No meeting. No chair at a working table.");
    }

    @Test
    void aClusterThatHasLeftIsNamedAndMarkedOnScreenAndOnPaper() {
        assertThat(organiser.open(PAGE).text())
                .doesNotContain("not in the room any more", "(no longer in the room; mend the plan)");
        Neighbours.DIRECTORY.get(
                api,
                DAY.replace(
                                "\"left\":[\"app-9\"]",
                                "\"left\":[],\"clustersLeft\":[{\"id\":\"hcp\",\"name\":\"Health Cluster\","
                                        + "\"waits\":true},{\"id\":\"ticept\",\"name\":\"TICE\",\"waits\":false}]")
                        .replace(
                                "\"slot\":2,\"person\":\"app-1\",\"clusterId\":\"gaia\"",
                                "\"slot\":2,\"person\":\"app-1\",\"clusterId\":\"hcp\"")
                        .replace("[{\"clusterId\":\"gaia\",\"people\"", "[{\"clusterId\":\"hcp\",\"people\""));

        assertThat(organiser.open(PAGE).text())
                .containsSubsequence(
                        "One cluster of the plan is not in the room any more: Health Cluster. Mend the plan",
                        "Health Cluster (no longer in the room; mend the plan)",
                        "Working tables",
                        "Health Cluster (no longer in the room; mend the plan)");
        assertThat(organiser.open(PAGE + "/print").text())
                .containsSubsequence(
                        "One cluster of the plan is not in the room any more: Health Cluster.",
                        "Person by person",
                        "14:20 CET : Health Cluster (no longer in the room; mend the plan)",
                        "Working table: Health Cluster (no longer in the room; mend the plan)");
    }

    @Test
    void onPaperEachClusterHasASlipAndWhoHasLeftIsNotSentAnywhere() {
        Neighbours.DIRECTORY.get(
                api, DAY.replace("\"slot\":3,\"person\":\"app-1\"", "\"slot\":1,\"person\":\"app-9\""));

        assertThat(organiser.open(PAGE + "/print").text())
                .containsSubsequence(
                        "1 person of the plan has no place any more.",
                        "Person app-9 (has no place any more; mend the plan)",
                        "Cluster by cluster",
                        "GAIA",
                        "Slot 1, Thursday 24 November 2016, 14:00 CET : Person app-9 (has no place any more; mend the plan)");
    }

    @Test
    void whoHasLeftIsMarkedAtTheTablesAndKnownFromOthersOnScreenAndOnPaper() {
        // both applied within the same second
        String one = "0158a1b2-c3d4-7123-8abc-00000000a1b2";
        String other = "0158a1b2-c3d4-7456-9def-00000000c3d4";
        Neighbours.DIRECTORY.get(
                api,
                DAY.replace("\"left\":[\"app-9\"]", "\"left\":[\"" + one + "\",\"" + other + "\",\"c-away-speaker\"]")
                        .replace(
                                "\"people\":[\"app-1\"]",
                                "\"people\":[\"app-1\",\"" + one + "\",\"" + other + "\",\"c-away-speaker\"]"));
        String away = " (has no place any more; mend the plan)";

        for (String page : List.of(PAGE, PAGE + "/print")) {
            assertThat(organiser.open(page).text())
                    .containsSubsequence(
                            "3 people of the plan have no place any more.",
                            "Working tables",
                            "GAIA Ana O’Neil <b>",
                            "Person 0000a1b2" + away,
                            "Person 0000c3d4" + away,
                            "Person c-away-speaker" + away)
                    .doesNotContain("Ana O’Neil <b>" + away, "Person 0158a1b2");
        }
    }

    @Test
    void aNeighbourThatIsDownAndVisitorsWhoMayNot() {
        Neighbours.REGISTRATION.reply("GET", "/api/v1/admin/applications", 503, "{}");
        assertThat(organiser.open(PAGE).text())
                .contains("The names of participants cannot be looked up at the moment.");
        Neighbours.DIRECTORY.reply("GET", api, 503, "{}");
        assertThat(organiser.open(PAGE).status()).isEqualTo(200);
        assertThat(new Browser().signedInAs(Person.PORTO).open(PAGE).status()).isEqualTo(403);
    }
}
