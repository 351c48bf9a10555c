package eu.urbact.infocus.portal.desk;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
import eu.urbact.infocus.portal.testing.Neighbours;
import eu.urbact.infocus.portal.testing.StubKeycloak.Person;
import eu.urbact.infocus.portal.testing.StubService.Request;

import static org.assertj.core.api.Assertions.assertThat;

/** The plan of admission. */
@QuarkusTest
@QuarkusTestResource(Neighbours.class)
class PlanPagesTest {

    private static final String PLAN = "/org/w/frankfurt-2016/plan";
    private static final String PERSON = PLAN + "/people/app-1";
    private static final String STEPS = "/api/v1/admin/calls/call-1/staging-steps";
    private static final String STAGED = "/api/v1/admin/applications/app-1/staged-decision";
    private static final String PREVIEWS = "/api/v1/admin/mail-previews";
    private static final String RELEASES = "/api/v1/admin/calls/call-1/releases";

    private Browser organiser;

    @BeforeEach
    void signIn() {
        Answers.frankfurt();
        Neighbours.REGISTRATION.reply("POST", STEPS, 201, "{\"step\":\"s1\",\"staged\":1,\"refused\":[]}");
        organiser = new Browser().signedInAs(Person.ORGANISER);
    }

    @Test
    void showsWhatIsStagedAndTheRoomAsItWouldBe() {
        Reply page = organiser.open(PLAN);

        assertThat(page.text())
                .contains("1–2 of 120", "Decline maria, 10 Oct 2016, 12:00 CEST", "2 yes, 0 maybe, 1 no", "1 comment")
                .contains(
                        "16 of 50 seats, 13 now",
                        "Porto 3 of 4, 1 kept for a nominee",
                        "Expert 4, 1 now",
                        "New to the workshops 8, 5 now")
                .contains("R&D <b> 1, 0 now", "No partner city 2")
                .contains("Porto <new>", "Experts of maria");
        assertThat(page.body())
                .contains("href=\"" + PLAN
                        + "?state=SUBMITTED&amp;city=porto&amp;staged=NONE&amp;unvoted=true&amp;sort=name\"")
                .contains("value=\"app-2 v3.0190\"")
                .contains("<p class=\"sr\" id=\"said\" role=\"status\"></p>\n<div class=\"desk\" id=\"desk\">")
                .contains("data-said=\"16 of 50 seats taken\"")
                .doesNotContain("<b>", "style=");
    }

    @Test
    void narrowsInTheServiceAndNamesNobodyInAnAddress() {
        Reply sent = organiser.submit(
                PLAN, PLAN, Map.of("q", "ana@example.org", "profile", "EXPERT", "staged", "NONE", "unvoted", "true"));
        String address = sent.header("Location");
        Reply page = organiser.open(address);

        assertThat(sent.status()).isEqualTo(303);
        assertThat(address)
                .contains("profile=EXPERT", "staged=NONE", "unvoted=true")
                .doesNotContain("example");
        Request request = Neighbours.REGISTRATION.requests("/api/v1/admin/desk").get(1);
        assertThat(request.query())
                .contains("call=call-1", "profile=EXPERT", "staged=NONE", "unvoted=true", "q=ana%40example.org");
        assertThat(page.body()).doesNotContainPattern("(href|action|hx-[a-z]+)=\"[^\"]*example");
    }

    private static final String NARROWED =
            "?profile=EXPERT&newcomer=true&contributor=false&cluster=gaia&seat=CITY:porto";

    @Test
    void narrowsByWhatTheRoomIsBalancedBy() {
        Reply page = organiser.open(PLAN + NARROWED);

        assertThat(Neighbours.REGISTRATION.requests("/api/v1/admin/desk").get(0).query())
                .contains("profile=EXPERT", "newcomer=true", "contributor=false", "cluster=gaia")
                .containsPattern("bucket=CITY(:|%3A)porto");
        assertThat(page.body())
                .contains(
                        "<option value=\"true\" selected>New to the workshops</option>",
                        "<option value=\"false\" selected>The others</option>",
                        "<option value=\"gaia\" selected>GAIA &lt;b&gt;</option>",
                        "<option value=\"CITY:porto\" selected>Porto</option>")
                .contains("<input type=\"hidden\" name=\"seat\" value=\"CITY:porto\">");
        assertThat(page.body())
                .containsPattern(
                        "/plan/people/app-1\\?profile=EXPERT&amp;newcomer=true&amp;contributor=false&amp;cluster=gaia"
                                + "&amp;seat=CITY(:|%3A)porto");
        assertThat(organiser
                        .submit(PLAN, PLAN, Map.of("newcomer", "false", "contributor", "true", "cluster", "none"))
                        .header("Location"))
                .endsWith(PLAN + "?newcomer=false&contributor=true&cluster=none");
    }

    @Test
    void stagesAndKeepsWhatTheRoomIsBalancedBy() {
        Neighbours.REGISTRATION.reply("POST", "/api/v1/admin/saved-views", 201, "{\"id\":\"v3\",\"name\":\"Mine\"}");
        organiser.submit(PLAN + NARROWED, PLAN + "/staging", Map.of("decision", "ADMIT", "all", "120"));
        organiser.submit(PLAN + NARROWED, PLAN + "/views", Map.of("name", "Mine"));

        for (Request request : List.of(
                Neighbours.REGISTRATION.requests(STEPS).get(0),
                Neighbours.REGISTRATION.requests("/api/v1/admin/saved-views").stream()
                        .filter(one -> one.method().equals("POST"))
                        .findFirst()
                        .orElseThrow())) {
            assertThat(request.body())
                    .contains(
                            "\"profile\":\"EXPERT\"",
                            "\"newcomer\":true",
                            "\"contributor\":false",
                            "\"cluster\":\"gaia\"",
                            "\"bucket\":\"CITY:porto\"");
        }
        Neighbours.REGISTRATION.change(
                "/api/v1/admin/saved-views",
                views -> views.replaceFirst("\"sort\"", "\"newcomer\":false,\"bucket\":\"OPEN\",\"sort\""));
        assertThat(organiser.open(PLAN).body()).contains("newcomer=false&amp;seat=OPEN");
    }

    @Test
    void theSeatThatTheListIsNarrowedToIsNoneThatIsGiven() {
        Neighbours.REGISTRATION.reply(
                "PUT", STAGED, 200, "{\"applicationId\":\"app-1\",\"decision\":\"ADMIT\",\"step\":\"s1\"}");
        organiser.submit(
                PERSON + NARROWED, PERSON + "/staging", Map.of("decision", "ADMIT", "bucket", "OPEN", "note", ""));
        organiser.submit(PERSON + NARROWED, PERSON + "/staging", Map.of("decision", "ADMIT", "note", ""));

        assertThat(Neighbours.REGISTRATION.requests(STAGED).get(0).body())
                .contains("\"bucket\":\"OPEN\"")
                .doesNotContain("CITY:porto");
        assertThat(Neighbours.REGISTRATION.requests(STAGED).get(1).body()).doesNotContain("bucket");
    }

    @Test
    void anAddressWithWhatNobodyCanBeNarrowsNothing() {
        Reply page = organiser.open(PLAN + "?newcomer=perhaps&contributor=1&cluster=A%20B&seat=BOX");

        assertThat(page.status()).isEqualTo(200);
        assertThat(Neighbours.REGISTRATION.requests("/api/v1/admin/desk").get(0).query())
                .doesNotContain("newcomer", "contributor", "cluster", "bucket");
        // a seat that the call does not have narrows, and is shown
        assertThat(organiser.open(PLAN + "?seat=CITY:nowhere&cluster=gone").body())
                .contains(
                        "<option value=\"CITY:nowhere\" selected>CITY:nowhere</option>",
                        "<option value=\"gone\" selected>gone</option>");
    }

    @Test
    void stagesForThoseTickedAndOffersToUndoIt() {
        Reply answer = organiser.submit(
                PLAN + "?city=porto",
                PLAN + "/staging",
                Map.of("decision", "ADMIT", "choice", "app-1 v3", "note", "Welcome."));

        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.header("Location")).contains(PLAN + "?city=porto", "done=STAGED", "step=s1", "count=1");
        Request request = Neighbours.REGISTRATION.requests(STEPS).get(0);
        assertThat(request.header("Idempotency-Key")).isNotBlank();
        assertThat(request.body())
                .contains("\"decision\":\"ADMIT\"", "\"note\":\"Welcome.\"")
                .contains("\"applications\":[{\"id\":\"app-1\",\"tag\":\"v3\"}]")
                .doesNotContain("reasonCode", "matching", "expected");
        Reply page = organiser.open(answer.header("Location"));
        assertThat(page.text()).contains("Staged for 1 person. Nobody is told before the release.");

        Neighbours.REGISTRATION.reply("DELETE", STEPS + "/s1", 204, "");
        Reply undone = organiser.submit(answer.header("Location"), PLAN + "/undo", Map.of("step", "s1"));
        assertThat(undone.status()).isEqualTo(303);
        assertThat(Neighbours.REGISTRATION.requests(STEPS + "/s1")).hasSize(1);
    }

    @Test
    void stagesForAllThatTheListHasShown() {
        organiser.submit(
                PLAN + "?city=porto&staged=NONE",
                PLAN + "/staging",
                Map.of("decision", "DECLINE", "reasonCode", "ROOM_FULL", "all", "120"));

        assertThat(Neighbours.REGISTRATION.requests(STEPS).get(0).body())
                .contains(
                        "\"expected\":120", "\"city\":\"porto\"", "\"staged\":\"NONE\"", "\"reasonCode\":\"ROOM_FULL\"")
                .doesNotContain("applications");
    }

    @Test
    void nobodyTickedAndNoReasonAreToldWithTheInput() {
        Map<String, String> fields = new HashMap<>(Map.of("decision", "DECLINE", "note", "Sorry <3"));
        fields.put("reasonCode", "");
        Reply page = organiser.submit(PLAN, PLAN + "/staging", fields);

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.title()).startsWith("Error: ");
        assertThat(page.body())
                .contains(
                        "<a href=\"#applications-title\">Applications: tick at least one person",
                        "<a href=\"#reasonCode\">Choose")
                .contains("Sorry &lt;3");
        assertThat(Neighbours.REGISTRATION.requests(STEPS)).isEmpty();
    }

    @Test
    void thoseWhoWereLeftAreToldWithWhoWasQuickerAndWhen() {
        Neighbours.REGISTRATION.reply("POST", STEPS, 201, """
                {"step":"s1","staged":1,"refused":[{"applicationId":"app-2","type":"urn:infocus:problem:stale","detail":"x","by":"maria",
                 "at":"2016-10-10T10:00:00Z"}]}""");

        Reply page = organiser.submit(PLAN, PLAN + "/staging", Map.of("decision", "ADMIT", "choice", "app-1 v3"));

        assertThat(page.text())
                .contains("Staged for 1 person.")
                .contains("One person was left as they are: maria was quicker, 10 Oct 2016, 12:00 CEST.");
    }

    @Test
    void thoseWithAStagedDecisionKeepIt() {
        Neighbours.REGISTRATION.reply("POST", STEPS, 201, """
                {"step":null,"staged":0,"refused":[
                 {"applicationId":"app-1","type":"urn:infocus:problem:staged-by-other","detail":"x","by":"organiser","yourself":true,"at":"2016-10-10T10:00:00Z"},
                 {"applicationId":"app-2","type":"urn:infocus:problem:staged-by-other","detail":"x","by":"organiser","yourself":true,"at":"2016-10-10T11:00:00Z"},
                 {"applicationId":"app-3","type":"urn:infocus:problem:staged-by-other","detail":"x","by":"maria","yourself":false,"at":"2016-10-10T10:00:00Z"}]}""");

        Reply page = organiser.submit(PLAN, PLAN + "/staging", Map.of("decision", "ADMIT", "all", "120"));

        assertThat(page.text())
                .contains("2 people already have a decision that you staged, and keep it.")
                .contains("One person already has a decision that maria staged, and keeps it.")
                .doesNotContain("quicker", "Staged for");
    }

    @Test
    void aSecondClickIsToldThatTheFirstHasStaged() {
        Neighbours.REGISTRATION.reply("PUT", STAGED, 412, """
                {"type":"urn:infocus:problem:stale","status":412,"by":"organiser","yourself":true,"at":"2016-10-10T10:00:00Z"}""");

        Reply page = organiser.submit(PERSON, PERSON + "/staging", Map.of("decision", "ADMIT"));

        assertThat(page.text())
                .contains(
                        "It was you who changed this, 10 Oct 2016, 12:00 CEST, perhaps with a first click. Nothing more was done.")
                .doesNotContain("quicker");
    }

    @Test
    void aViewThatIsNotKeptIsNotLost() {
        Neighbours.REGISTRATION.reply("POST", "/api/v1/admin/saved-views", 409, """
                {"type":"urn:infocus:problem:view-exists","status":409,"title":"You have a view of this name",
                 "detail":"You have a view of this name already. Choose another name."}""");

        Reply page = organiser.submit(PLAN, PLAN + "/views", Map.of("name", "Ours <3", "shared", "true"));

        assertThat(page.status()).isEqualTo(409);
        assertThat(page.body())
                .contains("<a href=\"#name\">You have a view of this name already. Choose another name.</a>")
                .contains("id=\"name-error\"", "value=\"Ours &lt;3\"", "name=\"shared\" value=\"true\" checked");
    }

    @Test
    void theRoomCanBeLookedAtForThoseTicked() {
        Neighbours.REGISTRATION.reply(
                "POST",
                "/api/v1/admin/calls/call-1/plan/selection",
                200,
                Answers.PLAN.replace("\"after\":16,\"people\":4,\"over\":0", "\"after\":14,\"people\":4,\"over\":2"));

        Reply page = organiser.submit(PLAN, PLAN + "/staging", Map.of("decision", "LOOK", "choice", "app-1 v3"));

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text())
                .contains("The room with those ticked With the 4 decisions that are staged.", "14 of 50 seats");
        assertThat(page.body())
                .contains("value=\"app-1 v3\" aria-label=\"Choose Ana O’Neil &lt;b&gt;\" checked")
                .contains("data-said=\"With them: 14 of 50 seats taken, 2 too many\"");
        assertThat(Neighbours.REGISTRATION
                        .requests("/api/v1/admin/calls/call-1/plan/selection")
                        .get(0)
                        .body())
                .isEqualTo("{\"applicationIds\":[\"app-1\"]}");
        assertThat(Neighbours.REGISTRATION
                        .requests("/api/v1/admin/calls/call-1/plan/selection")
                        .get(0)
                        .query())
                .isEqualTo("withStaged=true");
        assertThat(organiser.open(PLAN).text()).doesNotContain("decisions that are staged.");
    }

    @Test
    void ticksAreKeptWhileOtherPagesOfTheListAreLookedAt() {
        Reply first = organiser.open(PLAN + "?city=porto");
        assertThat(first.body())
                .contains("name=\"turn\" value=\"1\"", "<p class=\"actions stage-bar\">")
                .doesNotContain("on other pages");
        Map<String, String> ticked = Map.of("choice", "app-9 v4", "note", "Bring <boots>", "turn", "1");

        Reply turned = organiser.submit(PLAN + "?city=porto", PLAN + "/staging", ticked);
        assertThat(turned.status()).isEqualTo(303);
        assertThat(turned.header("Location")).contains("city=porto", "page=1", "ticks=");
        String address =
                turned.header("Location").substring(turned.header("Location").indexOf(PLAN));
        Reply second = organiser.open(address);

        assertThat(second.text()).contains("1 person is ticked on other pages of the list, too.");
        assertThat(second.body())
                .contains(
                        "<input type=\"hidden\" name=\"choice\" value=\"app-9 v4\">", "Bring &lt;boots&gt;</textarea>");
        Reply all = organiser.submit(PLAN + "?city=porto", PLAN + "/staging", Map.of("all", "2", "turn", "1"));
        assertThat(all.header("Location")).as("all that the list shows").contains("page=1", "ticks=");
        assertThat(organiser.open(PLAN + "?ticks=nonsense").text())
                .contains("Whom you ticked on other pages of the list is not kept any longer.");
        assertThat(organiser
                        .submit(PLAN, PLAN + "/staging", Map.of("turn", "1"))
                        .header("Location"))
                .endsWith(PLAN + "?page=1");
        assertThat(Neighbours.REGISTRATION.requests(STEPS)).isEmpty();
    }

    @Test
    void moreTicksThanAFormHoldsStayOnThePageThatSaysWhatToDo() {
        String form =
                Browser.fill(organiser.open(PLAN), Map.of("note", "Bring <boots>", "turn", "1")).entrySet().stream()
                        .map(field ->
                                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"));

        Reply carried = organiser.postRaw(PLAN + "/staging", form + choices(900));
        assertThat(carried.status()).isEqualTo(303);
        assertThat(carried.header("Location")).contains("page=1", "ticks=");

        Reply page = organiser.postRaw(PLAN + "/staging", form + choices(950));
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.title()).startsWith("Error");
        assertThat(page.body())
                .contains(
                        "<a href=\"#all\">950 people are ticked, and no more than 900 go along to another page of the list. Stage for them now"
                                + " and go on after that, or narrow the list to those whom you mean and choose all that it shows.</a>",
                        "id=\"all\"",
                        "Bring &lt;boots&gt;</textarea>");
        assertThat(page.text()).contains("950 people are ticked on other pages of the list, too.");
        // and what is there can still be staged
        Neighbours.REGISTRATION.reply("POST", STEPS, 201, "{\"step\":\"0190\",\"staged\":950,\"refused\":[]}");
        Reply staged = organiser.postRaw(
                PLAN + "/staging", form.replaceAll("&?turn=1", "") + "&decision=ADMIT" + choices(950));
        assertThat(staged.status()).isEqualTo(303);
        assertThat(staged.header("Location")).contains("done=STAGED", "count=950");
    }

    private static String choices(int many) {
        return IntStream.range(0, many)
                .mapToObj(i -> "&choice=other-" + i + "%20v1")
                .collect(Collectors.joining());
    }

    @Test
    void theRoomCanBeLookedAtForAllThatTheListShows() {
        String matching = "/api/v1/admin/calls/call-1/plan/matching";
        Neighbours.REGISTRATION.reply("POST", matching, 200, Answers.PLAN.replace("\"after\":16", "\"after\":39"));
        Map<String, String> look = Map.of("decision", "LOOK", "choice", "app-1 v3", "all", "120");

        Reply page = organiser.submit(PLAN + "?city=porto", PLAN + "/staging", look);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).contains("The room with all that the list shows", "39 of 50 seats");
        assertThat(page.body())
                .contains("name=\"all\" value=\"120\" checked")
                .contains("hx-trigger=\"change from:.pick delay:250ms, change from:#all\"");
        assertThat(Neighbours.REGISTRATION.requests(matching).get(0).query()).isEqualTo("withStaged=true");
        assertThat(Neighbours.REGISTRATION.requests(matching).get(0).body())
                .isEqualTo("{\"city\":\"porto\",\"unvoted\":false}");

        Reply forgotten = organiser.submit(PLAN + "?search=AAAA", PLAN + "/staging", look);
        assertThat(forgotten.status()).isEqualTo(422);
        assertThat(forgotten.text()).contains("What was searched for is not kept any longer");
        assertThat(Neighbours.REGISTRATION.requests(matching)).hasSize(1);
    }

    @Test
    void showsEverythingAboutAPerson() {
        Reply page = organiser.open(PERSON + "?city=porto");

        assertThat(page.text())
                .contains("Ana O’Neil <b>", "One Two", "Workshop in Bilbao", "attended on 2 days")
                .contains("Met in <Bilbao>. maria", "No maria", "Yes you");
        assertThat(page.body())
                .contains("href=\"" + PLAN + "/people/app-2?city=porto\"", "rel=\"next\"")
                .doesNotContain("rel=\"prev\"", "<b>");
    }

    @Test
    void noReasonIsChosenForAnybodyAndTheKeyAsksForOne() {
        for (String address : List.of(PLAN, PERSON)) {
            String body = organiser.open(address).body();
            assertThat(body)
                    .contains("data-key=\"d\" data-needs=\"reasonCode\"", "<option value=\"ROOM_FULL\">")
                    .doesNotContain("<option value=\"ROOM_FULL\" selected>");
        }
    }

    @Test
    void thePageKnowsWhyAKeyDoesNothing() {
        assertThat(organiser.open(PERSON).body())
                .contains("id=\"keys-said\" role=\"status\"", "has a place already: there is nothing to admit.\"")
                .contains(
                        "data-u=\"There is nothing of yours to undo here.\"",
                        "data-j=\"There is nobody after this person in the list.\"",
                        "data-k=\"There is nobody before this person in the list.\"");
        assertThat(organiser.open(PLAN).body())
                .contains("id=\"keys-said\" role=\"status\"", "data-x=\"No decision is possible for this person.\"");
    }

    @Test
    void aCityThatTheNetworkDoesNotHaveIsShownAsWhatNarrowsTheList() {
        assertThat(organiser.open(PLAN + "?city=atlantis").body())
                .contains("<option value=\"atlantis\" selected>atlantis</option>");
        assertThat(organiser.open(PLAN + "?city=porto").body()).doesNotContain("selected>porto</option>");
        assertThat(organiser.open(PLAN + "?city=none").body()).doesNotContain("selected>none</option>");
    }

    @Test
    void aReasonThatIsNotTrueIsToldAtItsField() {
        Neighbours.REGISTRATION.reply("PUT", STAGED, 422, """
                {"type":"urn:infocus:problem:reason-not-true","title":"Not true","status":422,"detail":"Choose another reason."}""");

        Reply page = organiser.submit(PERSON, PERSON + "/staging", Map.of("decision", "DECLINE", "reasonCode", "LATE"));

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body())
                .contains(
                        "<a href=\"#reasonCode\">Not true. Choose another reason.", "<option value=\"LATE\" selected>");
    }

    @Test
    void stagesAndGoesOnToTheNextPerson() {
        Neighbours.REGISTRATION.reply("PUT", STAGED, 200, "{\"decision\":\"DECLINE\",\"mine\":true}");

        Reply answer = organiser.submit(
                PERSON + "?city=porto", PERSON + "/staging", Map.of("decision", "DECLINE", "reasonCode", "LATE"));

        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.header("Location"))
                .contains(PLAN + "/people/app-2?city=porto", "done=DECLINE", "of=app-1", "reason=LATE");
        Request request = Neighbours.REGISTRATION.requests(STAGED).get(0);
        assertThat(request.header("If-Match")).isEqualTo("\"v3\"");
        assertThat(request.body()).contains("\"decision\":\"DECLINE\"", "\"reasonCode\":\"LATE\"", "\"replace\":false");
        assertThat(organiser.open(answer.header("Location")).body()).contains("<option value=\"LATE\" selected>");
    }

    @Test
    void onceASearchIsForgottenNobodyGoesOnThroughEverybodyUnawares() {
        Neighbours.REGISTRATION.reply("PUT", STAGED, 200, "{\"decision\":\"ADMIT\",\"step\":\"s7\",\"mine\":true}");
        assertThat(organiser.open(PERSON).text()).doesNotContain("is not kept any longer");
        assertThat(organiser.open(PERSON + "?search=AAAA").text())
                .contains("What was searched for is not kept any longer, so the list is now that of everybody.");

        Reply staged = organiser.submit(PERSON + "?search=AAAA", PERSON + "/staging", Map.of("decision", "ADMIT"));

        assertThat(staged.header("Location"))
                .contains(PLAN + "?search=AAAA", "done=STAGED", "step=s7", "count=1")
                .doesNotContain("/people/");
        assertThat(organiser.open(staged.header("Location")).text())
                .contains("What was searched for is not kept any longer, so the list shows everybody.");
    }

    @Test
    void whoeverChoosesNothingOfTheSuggestionStagesNobody() {
        Reply answer = organiser.submit("/org/w/frankfurt-2016/suggestion", PLAN + "/suggestion", Map.of());

        assertThat(answer.status()).isEqualTo(303);
        Reply page = organiser.open(answer.header("Location"));
        assertThat(page.title()).startsWith("Error: ");
        assertThat(page.body())
                .contains("<a href=\"#proposals\">Choose which of these are staged. Nothing has been staged.</a>")
                .contains("id=\"proposals\" name=\"proposals\" value=\"ADMIT\"><label");
        assertThat(Neighbours.REGISTRATION.requests("/api/v1/admin/calls/call-1/suggestion/staging"))
                .isEmpty();
    }

    @Test
    void theSecondOfTwoOrganisersIsToldWhoWasQuickerAndWhen() {
        Neighbours.REGISTRATION.reply("PUT", STAGED, 412, """
                {"type":"urn:infocus:problem:stale","title":"Stale","status":412,"detail":"x","by":"maria","at":"2016-10-10T10:00:00Z"}""");

        Reply page = organiser.submit(PERSON, PERSON + "/staging", Map.of("decision", "ADMIT", "note", "Kept <3"));

        assertThat(page.status()).isEqualTo(412);
        assertThat(page.text()).contains("maria was quicker, 10 Oct 2016, 12:00 CEST.");
        assertThat(page.body()).contains("Kept &lt;3");
    }

    @Test
    void votesCommentsAndTakesBack() {
        Neighbours.REGISTRATION.reply("PUT", "/api/v1/admin/applications/app-1/review/vote", 204, "");
        Neighbours.REGISTRATION.reply(
                "POST", "/api/v1/admin/applications/app-1/review/comments", 201, "{\"id\":\"c2\"}");
        Neighbours.REGISTRATION.reply("DELETE", "/api/v1/admin/applications/app-2/staged-decision", 204, "");

        assertThat(organiser
                        .submit(PERSON, PERSON + "/vote", Map.of("vote", "NO"))
                        .status())
                .isEqualTo(303);
        assertThat(Neighbours.REGISTRATION
                        .requests("/api/v1/admin/applications/app-1/review/vote")
                        .get(0)
                        .body())
                .isEqualTo("{\"vote\":\"NO\"}");
        assertThat(organiser
                        .submit(PERSON, PERSON + "/comment", Map.of("text", "Hello"))
                        .status())
                .isEqualTo(303);
        String other = PLAN + "/people/app-2";
        assertThat(organiser.submit(other, other + "/undo", Map.of()).status()).isEqualTo(303);
        Request undo = Neighbours.REGISTRATION
                .requests("/api/v1/admin/applications/app-2/staged-decision")
                .get(0);
        assertThat(undo.header("If-Match")).isEqualTo("\"v3.0190\"");
        assertThat(undo.query()).contains("others=true");
    }

    @Test
    void aCommentThatIsRefusedIsNotLost() {
        Neighbours.REGISTRATION.reply(
                "POST",
                "/api/v1/admin/applications/app-1/review/comments",
                422,
                "{\"errors\":[{\"field\":\"text\",\"message\":\"must not be blank\"}]}");

        Reply page = organiser.submit(PERSON, PERSON + "/comment", Map.of("text", " <i> "));

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body()).contains("<a href=\"#text\">Comment: must be filled in</a>", "&lt;i&gt;");
    }

    @ParameterizedTest
    @CsvSource({
        "/org/w/frankfurt-2016/plan/people/app-1, /comment, /api/v1/admin/applications/app-1/review/comments",
        "/org/w/frankfurt-2016/plan, /staging, /api/v1/admin/calls/call-1/staging-steps",
        "/org/w/frankfurt-2016/plan/release, '', /api/v1/admin/calls/call-1/releases"
    })
    void whatWasErasedSinceIsDoneAnewOnlyByAnotherClick(String form, String action, String posted) {
        Neighbours.REGISTRATION.reply("POST", posted, 409, Answers.REQUEST_ERASED);
        Map<String, String> entered =
                Map.of("text", "Met in <Porto>.", "note", "Met in <Porto>.", "decision", "ADMIT", "choice", "app-1 v3");

        Reply page = organiser.submit(form, form + action, entered);

        assertThat(page.status()).isEqualTo(409);
        assertThat(page.text()).contains(Answers.ERASED_SINCE).doesNotContain("new key");
        if (!action.isEmpty()) {
            assertThat(page.body()).contains("Met in &lt;Porto&gt;.");
        }
        organiser.post(form + action, Browser.fill(page, entered));
        assertThat(Neighbours.REGISTRATION.requests("POST", posted).stream()
                        .map(request -> request.header("Idempotency-Key"))
                        .distinct())
                .hasSize(2);
    }

    @Test
    void whatIsStagedForNobodyWhoWouldBeToldIsSaid() {
        Neighbours.REGISTRATION.change(
                "/api/v1/admin/calls/call-1/plan", plan -> plan.replace("\"people\":4", "\"people\":0"));
        Reply page = new Browser().signedInAs(Person.ORGANISER).open(PLAN + "/release");
        assertThat(page.text())
                .contains("1 application has changed since a decision was staged", "Nobody would be told.")
                .doesNotContain("Nothing is staged.", "Release and send");
        Neighbours.REGISTRATION.change(
                "/api/v1/admin/calls/call-1/plan",
                plan -> plan.replace("\"changedSince\":[\"app-2\"]", "\"changedSince\":[]"));
        assertThat(new Browser()
                        .signedInAs(Person.ORGANISER)
                        .open(PLAN + "/release")
                        .text())
                .contains("Nothing is staged.")
                .doesNotContain("Nobody would be told.");
    }

    @Test
    void releasesWhatWasLookedAt() {
        Neighbours.REGISTRATION.reply("POST", RELEASES, 201, """
                {"release":{"id":"r2","releasedBy":"organiser","planned":4,"admitted":3,"waitlisted":0,"declined":1,"kept":0},"kept":[]}""");

        Reply preview = organiser.open(PLAN + "/release");
        assertThat(preview.text())
                .contains("4 people get a mail each", "Admit: 3 people", "application-admitted", "Bring <posters>.")
                .contains("1 application has changed since", "2 admitted, 0 on the waiting list", "by maria");
        Reply page = organiser.submit(PLAN + "/release", PLAN + "/release", Map.of());

        assertThat(page.text()).contains("Released: 3 admitted, 0 on the waiting list, 1 declined.");
        Request request = Neighbours.REGISTRATION.requests(RELEASES).stream()
                .filter(one -> one.header("If-Match") != null)
                .findFirst()
                .orElseThrow();
        assertThat(request.header("If-Match")).isEqualTo("\"feed\"");
        assertThat(request.header("Idempotency-Key")).isNotBlank();
    }

    @Test
    void aPlanThatHasChangedIsNotReleasedAndItIsSaidWhoHasChangedIt() {
        Neighbours.REGISTRATION.reply("POST", RELEASES, 412, "{\"type\":\"urn:infocus:problem:stale\",\"status\":412}");
        assertThat(organiser
                        .submit(PLAN + "/release", PLAN + "/release", Map.of())
                        .text())
                .contains("By this click nobody was told anything. Look at it now, then release.");

        Neighbours.REGISTRATION.reply("POST", RELEASES, 412, """
                {"type":"urn:infocus:problem:stale","status":412,"by":"maria","yourself":false,"at":"2016-10-10T10:00:00Z"}""");
        Reply page = organiser.submit(PLAN + "/release", PLAN + "/release", Map.of());
        assertThat(page.status()).isEqualTo(412);
        assertThat(page.text())
                .contains(
                        "By this click nobody was told anything. maria was quicker, 10 Oct 2016, 12:00 CEST. Look at it now");
    }

    @Test
    void whoComesAfterAReleaseIsToldThatThePlanWasReleasedByWhomAndWhen() {
        Map<String, String> form = Browser.fill(organiser.open(PLAN + "/release"), Map.of());
        assertThat(form).containsEntry("newest", "r1");
        Neighbours.REGISTRATION.reply("POST", RELEASES, 412, """
                {"type":"urn:infocus:problem:stale","status":412,"by":"olga","yourself":false,"at":"2016-10-10T10:00:00Z"}""");
        Neighbours.REGISTRATION.get(RELEASES, """
                {"items":[{"id":"r2","callId":"call-1","releasedBy":"olga","releasedAt":"2016-10-10T08:13:00Z","planned":68,"admitted":28,
                 "waitlisted":37,"declined":3,"kept":0}],"page":0,"size":5,"total":2}""");

        Reply page = organiser.post(PLAN + "/release", form);

        assertThat(page.status()).isEqualTo(412);
        assertThat(page.text())
                .contains(
                        "By this click nobody was told anything: the plan you looked at was released by olga, 10 Oct 2016, 10:13 CEST.",
                        "28 admitted, 37 on the waiting list, 3 declined")
                .doesNotContain("The plan has changed", "It was you");
        Neighbours.REGISTRATION.reply("POST", RELEASES, 412, """
                {"type":"urn:infocus:problem:stale","status":412,"by":"olga","yourself":true,"at":"2016-10-10T10:00:00Z"}""");
        assertThat(organiser.post(PLAN + "/release", form).text())
                .contains("the plan you looked at was released by yourself, perhaps in another window, 10 Oct 2016,");
        // what was not known then is not said to be new
        form.remove("newest");
        assertThat(organiser.post(PLAN + "/release", form).text())
                .contains(
                        "The plan has changed since you looked at it. By this click nobody was told anything. It was you");
        // before the first release
        Neighbours.REGISTRATION.get(RELEASES, "{\"items\":[],\"page\":0,\"size\":5,\"total\":0}");
        assertThat(Browser.fill(organiser.open(PLAN + "/release"), Map.of())).containsEntry("newest", "");
        Neighbours.REGISTRATION.reply("GET", RELEASES, 503, "{}");
        Reply unknown = organiser.open(PLAN + "/release");
        assertThat(Browser.fill(unknown, Map.of())).doesNotContainKey("newest");
        assertThat(unknown.body())
                .containsSubsequence(
                        "Released before</h2>", "<div class=\"notice notice-warn\" role=\"status\"><p>", "</section>");
    }

    @Test
    void theDecisionStandsBeforeTheRoomAndTheTotalBeforeTheDecision() {
        assertThat(organiser.open(PERSON).body())
                .containsSubsequence(
                        "<strong>16</strong> of 50 seats after the release, 13 now",
                        "href=\"#room-title\"",
                        "value=\"ADMIT\"",
                        "id=\"who-title\"",
                        "id=\"room-title\"",
                        "Balance of the room");
        assertThat(organiser.open(PLAN + "/release").body())
                .containsSubsequence("16</strong> of 50 seats after", "Release and send", "id=\"room-title\"");
        Neighbours.REGISTRATION.get(
                "/api/v1/admin/calls/call-1/plan", Answers.PLAN.replaceFirst("\"over\":0", "\"over\":2"));
        assertThat(organiser.open(PERSON).body())
                .containsSubsequence("<span class=\"error\">2 too many</span>", "value=\"ADMIT\"");
    }

    @Test
    void aSuggestionThatHasChangedIsNotStagedAndItIsSaidWhoHasChangedIt() {
        Neighbours.REGISTRATION.reply("POST", "/api/v1/admin/calls/call-1/suggestion/staging", 412, """
                {"type":"urn:infocus:problem:stale","status":412,"by":"the applicant","yourself":false,"at":"2016-10-10T10:00:00Z"}""");
        Reply page = organiser.submit(
                "/org/w/frankfurt-2016/suggestion", PLAN + "/suggestion", Map.of("proposals", "ADMIT"));
        assertThat(page.status()).isEqualTo(412);
        assertThat(page.text()).contains("An applicant was quicker, 10 Oct 2016, 12:00 CEST. Look at it now");
    }

    @Test
    void theMailsAreShownAsPeopleWouldGetThem() {
        Neighbours.NOTIFICATION.reply("POST", PREVIEWS, 200, """
                {"mails":[{"applicationId":"app-1","template":"application-admitted","subject":"You have a place: Clusters","text":"Dear Ana,\\n\\nBring <posters>.","language":"en"}]}""");

        Reply page = organiser.open(PLAN + "/release");

        assertThat(page.text()).contains("The mail to Ana Sá You have a place: Clusters Dear Ana, Bring <posters>.");
        assertThat(page.body()).contains("Bring &lt;posters&gt;.");
        assertThat(Neighbours.NOTIFICATION.requests(PREVIEWS).get(0).body())
                .contains(
                        "{\"applicationId\":\"app-1\",\"template\":\"application-admitted\",\"note\":\"Bring <posters>.\"}");
    }

    @Test
    void withoutTheMailsThePlanIsReleasedAllTheSame() {
        Neighbours.NOTIFICATION.reply("POST", PREVIEWS, 503, "{}");

        Reply page = organiser.open(PLAN + "/release");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).contains("The mails themselves cannot be shown at the moment", "You have a place.");
        assertThat(page.body()).contains("Release and send");
    }

    @Test
    void theRoomShowsClustersAndWhatPeopleNeedAsFarAsTheyHaveSaidSo() {
        Reply page = organiser.open(PLAN);

        assertThat(page.text())
                .contains(
                        "GAIA <b> 2, 1 now",
                        "None of the directory 3, 2 now",
                        "Dinner in Sachsenhausen 4 of 3, 2 now",
                        "Night bus 0 of 0",
                        "Hotel, night of Wed 23 Nov 1 of 12",
                        "2 of these people have not said what they come along to",
                        "1 of these people has not said whether they need a room");
        Neighbours.DIRECTORY.reply("GET", "/api/v1/clusters", 503, "{}");
        assertThat(organiser.open(PLAN).text()).contains("gaia 2, 1 now");
    }

    @Test
    void seatsKeptForSubstitutesAreSaidToBeCountedByCityOnly() {
        assertThat(organiser.open(PLAN).text()).doesNotContain("counted below under cities only");
        String path = "/api/v1/admin/calls/call-1/plan";
        Neighbours.REGISTRATION.get(
                path, Answers.PLAN.replaceFirst("\"over\":0", "\"over\":0,\"keptForSubstitutes\":1"));
        assertThat(organiser.open(PLAN).text())
                .contains(
                        "1 seat is kept for a person whom a city sends instead of another and who has not answered yet: counted below under cities only.");
        Neighbours.REGISTRATION.get(
                path, Answers.PLAN.replaceFirst("\"over\":0", "\"over\":0,\"keptForSubstitutes\":2"));
        assertThat(organiser.open(PLAN).text())
                .contains(
                        "2 seats are kept for people whom cities send instead of others and who have not answered yet: counted below under cities only.");
    }

    @Test
    void aPlanThatHasChangedIsNotReleased() {
        Neighbours.REGISTRATION.reply("POST", RELEASES, 412, "{\"type\":\"urn:infocus:problem:stale\"}");

        Reply page = organiser.submit(PLAN + "/release", PLAN + "/release", Map.of());

        assertThat(page.status()).isEqualTo(412);
        assertThat(page.text())
                .contains("The plan has changed since you looked at it. By this click nobody was told anything.");
    }

    @Test
    void aPlanBeyondTheRoomHasNoButton() {
        Neighbours.REGISTRATION.get(
                "/api/v1/admin/calls/call-1/plan", Answers.PLAN.replaceFirst("\"over\":0", "\"over\":2"));

        Reply page = organiser.open(PLAN + "/release");

        assertThat(page.text()).contains("2 of the people to admit would find no seat", "2 too many");
        assertThat(page.body()).doesNotContain("Release and send");
    }

    @Test
    void aSuggestionIsStagedAsAWhole() {
        Neighbours.REGISTRATION.reply(
                "POST",
                "/api/v1/admin/calls/call-1/suggestion/staging",
                201,
                "{\"step\":\"s1\",\"staged\":1,\"refused\":[]}");

        Reply answer = organiser.submit(
                "/org/w/frankfurt-2016/suggestion", PLAN + "/suggestion", Map.of("proposals", "ADMIT"));

        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.header("Location")).contains("staged=ANY", "done=STAGED");
        Request request = Neighbours.REGISTRATION
                .requests("/api/v1/admin/calls/call-1/suggestion/staging")
                .get(0);
        assertThat(request.header("If-Match")).isEqualTo("\"cafe\"");
        assertThat(request.body()).isEqualTo("{\"proposals\":[\"ADMIT\"]}");
    }

    @Test
    void viewsAreKeptAndThrownAway() {
        Neighbours.REGISTRATION.reply("POST", "/api/v1/admin/saved-views", 201, "{\"id\":\"v3\",\"name\":\"Mine\"}");
        Neighbours.REGISTRATION.reply("DELETE", "/api/v1/admin/saved-views/v1", 204, "");

        assertThat(organiser
                        .submit(PLAN + "?city=porto", PLAN + "/views", Map.of("name", "Mine"))
                        .status())
                .isEqualTo(303);
        assertThat(Neighbours.REGISTRATION.requests("/api/v1/admin/saved-views").stream()
                        .map(Request::body))
                .anyMatch(body -> body.contains("\"name\":\"Mine\"") && body.contains("\"city\":\"porto\""));
        assertThat(organiser.submit(PLAN, PLAN + "/views/removal", Map.of()).status())
                .isEqualTo(303);
        assertThat(Neighbours.REGISTRATION
                        .requests("/api/v1/admin/saved-views/v1")
                        .get(0)
                        .header("If-Match"))
                .isEqualTo("\"v2\"");
        // a second click
        Neighbours.REGISTRATION.reply("DELETE", "/api/v1/admin/saved-views/v1", 404, "{\"status\":404}");
        assertThat(organiser.submit(PLAN, PLAN + "/views/removal", Map.of()).status())
                .isEqualTo(303);
    }

    @Test
    void aListThatIsTooLongToBeLookedAtSaysSoAndWhatToDo() {
        String why =
                "1001 people match; at most 1000 can be staged, or looked at, at once. Narrow the list, for example to one city or"
                        + " one state, and take its parts one after the other.";
        String problem =
                "{\"type\":\"urn:infocus:problem:selection-too-large\",\"title\":\"These are too many at once\",\"status\":422,\"detail\":\""
                        + why + "\"}";
        Neighbours.REGISTRATION.reply("POST", "/api/v1/admin/calls/call-1/plan/matching", 422, problem);
        Neighbours.REGISTRATION.reply("POST", STEPS, 422, problem);

        Reply look = organiser.submit(PLAN, PLAN + "/staging", Map.of("decision", "LOOK", "all", "1001"));
        assertThat(look.status()).isEqualTo(200);
        assertThat(look.text())
                .contains("The room with all that the list shows These are too many at once. " + why)
                .doesNotContain("This part cannot be loaded at the moment");

        Reply staged = organiser.submit(PLAN, PLAN + "/staging", Map.of("decision", "ADMIT", "all", "1001"));
        assertThat(staged.status()).isEqualTo(422);
        assertThat(staged.text()).contains(why).doesNotContain("This part cannot be loaded at the moment");
    }

    @Test
    void aBlockThatCannotBeLoadedCostsTheBlock() {
        Neighbours.REGISTRATION.reply("GET", "/api/v1/admin/calls/call-1/plan", 503, "{}");
        Neighbours.REGISTRATION.reply("GET", "/api/v1/admin/applications/app-1/review", 503, "{}");

        for (String path : new String[] {PLAN, PERSON, PLAN + "/release"}) {
            Reply page = organiser.open(path);
            assertThat(page.status()).isEqualTo(200);
            assertThat(page.text()).contains("This part cannot be loaded at the moment");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {PLAN, PERSON, PLAN + "/release"})
    void othersAreTurnedAway(String path) {
        assertThat(new Browser().signedInAs(Person.PORTO).open(path).status()).isEqualTo(403);
        assertThat(new Browser().step(path).status()).isEqualTo(302);
    }
}
