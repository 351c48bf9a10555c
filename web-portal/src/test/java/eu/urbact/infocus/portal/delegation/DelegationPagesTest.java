package eu.urbact.infocus.portal.delegation;

import java.util.Map;

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

import static org.assertj.core.api.Assertions.assertThat;

/** A city's delegation, its invitations and the organisers' balance. */
@QuarkusTest
@QuarkusTestResource(Neighbours.class)
class DelegationPagesTest {

    private static final String PAGE = "/partner/w/frankfurt-2016/delegation";
    private static final String CALL = "/api/v1/partner/calls/call-1";
    private static final String MINE = "/api/v1/invitation";
    private static final String BALANCE = """
            [{"cityId":"porto","label":"Porto","limit":3,"held":2,"kept":1,"invited":1,"accepted":1,"undecided":1,"free":0,"handBackOn":"2016-11-04","asked":2}]""";
    private static final String INVITATION = """
            {"id":"inv-1","cityId":"porto","email":"ines@example.org","givenName":"Inês <b>","familyName":"Sá","state":"INVITED",
             "seatKept":true,"invitedAt":"2016-10-10T09:00:00Z","expiresAt":"2016-11-04T17:00:00Z"}""";
    private static final String OWN = """
            {"cityId":"porto","state":"INVITED","placeKept":false,"email":"ines@example.org","givenName":"Inês","familyName":"Sá",
             "message":"Please <come>.","expiresAt":"2016-11-04T17:00:00Z","workshopSlug":"frankfurt-2016",
             "workshopTitle":"Clusters in Frankfurt","workshopStartsAt":"2016-11-23T12:30:00Z",
             "workshopEndsAt":"2016-11-25T13:00:00Z","workshopPlace":"Town <hall>, Main Square 1","zone":"Europe/Berlin"}""";

    private static final Map<String, String> ANSWERED =
            Map.of("organisation", "R&D", "privacyAccepted", "yes", "answer-first", "no", "answer-bring", "A \"case\"");

    @BeforeEach
    void services() {
        Answers.frankfurt();
        Neighbours.REGISTRATION.get(CALL + "/delegation", BALANCE);
        Neighbours.REGISTRATION.get(
                CALL + "/invitations", "{\"items\":[" + INVITATION + "],\"page\":0,\"size\":100,\"total\":1}");
        Neighbours.REGISTRATION.get("/api/v1/partner/applications", Answers.APPLICATIONS);
        Neighbours.REGISTRATION.get("/api/v1/admin/calls/call-1/delegations", BALANCE);
        Neighbours.REGISTRATION.get(MINE, OWN);
    }

    @Test
    void showsSeatsAndPeople() {
        Reply page = porto().open(PAGE);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text())
                .contains(
                        "0 of 3 left: 1 taken, 1 invited, 1 waiting for the organisers.",
                        "handed back on 4 November 2016 : from the beginning of that day they are open to all",
                        "Invited, no answer yet (1)",
                        "We have sent them a mail. Whether it has arrived we do not know",
                        "Inês <b> Sá",
                        "a place is kept",
                        "Waiting for the organisers (1)",
                        "Ana O’Neil <b>")
                .doesNotContain("Not coming", "Coming (");
        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void whoIsOfferedAPlaceDoesNotWaitForTheOrganisers() {
        applicant("OFFERED");

        assertThat(porto().open(PAGE).text())
                .contains("Offered a place (1)", "is held for them until they answer")
                .doesNotContain("Waiting for the organisers (");
    }

    @Test
    void whoIsOnTheWaitingListDoesNotWaitForTheOrganisersEither() {
        applicant("WAITLISTED");

        assertThat(porto().open(PAGE).text())
                .contains("On the waiting list (1)", "may be offered one that becomes free")
                .doesNotContain("Waiting for the organisers (");
    }

    @ParameterizedTest
    @CsvSource({"CONTRIBUTORS, true", "CITY:porto, false"})
    void aSeatThatIsNoneOfTheCitysIsSaid(String seat, boolean said) {
        applicant("ADMITTED", seat);
        assertThat(porto().open(PAGE).text().contains("a contributor's place")).isEqualTo(said);
    }

    @ParameterizedTest
    @CsvSource({"CONTRIBUTORS, false", "CITY:porto, true"})
    void onceTheCallHasClosedOnlyTheCitysOwnPlacesArePassedOn(String seat, boolean passedOn) {
        Answers.call(Answers.CLOSED_CALLS.replace("\"OPEN\"", "\"CLOSED\""));
        applicant("ADMITTED", seat);
        Reply page = porto().open(PAGE);
        assertThat(page.text()).contains("The call has closed: nobody can be invited any more.");
        assertThat(page.body()).doesNotContain("Send invitation");
        assertThat(page.body().contains("/applications/app-1/substitute")).isEqualTo(passedOn);
    }

    @Test
    void anOfferIsNoPlaceThatCouldBePassedOnOnceTheCallHasClosed() {
        applicant("OFFERED", "CITY:porto");
        String link = "/applications/app-1/substitute";
        assertThat(porto().open(PAGE).body()).contains(link);
        Answers.call(Answers.CLOSED_CALLS);
        assertThat(porto().open(PAGE).body()).doesNotContain(link);
    }

    @Test
    void whatWasEnteredWhileTheCallClosedIsKept() {
        Browser porto = porto();
        Map<String, String> sent = Browser.fill(porto.open(PAGE), Map.of("email", "new@example.org"));
        Answers.call(Answers.CLOSED_CALLS);
        Neighbours.REGISTRATION.reply("POST", CALL + "/invitations", 409, """
                {"status":409,"title":"The call is not open","detail":"The call has closed."}""");

        Reply page = porto.post(PAGE, sent);

        assertThat(page.status()).isEqualTo(409);
        assertThat(page.body()).contains("value=\"new@example.org\"");
    }

    @ParameterizedTest
    @CsvSource({"2016-11-04T16:59:59Z, true", "2016-11-04T17:00:00Z, false"})
    void theMailThatTellsOfTheEndIsNoReminder(String mailedAt, boolean reminder) {
        Neighbours.REGISTRATION.get(
                CALL + "/invitations",
                "{\"items\":[%s],\"page\":0,\"size\":100,\"total\":1}"
                        .formatted(INVITATION
                                .replace("INVITED", "EXPIRED")
                                .replace("\"seatKept\"", "\"remindedAt\":\"" + mailedAt + "\",\"seatKept\"")));
        assertThat(porto().open(PAGE).text().contains("reminded")).isEqualTo(reminder);
    }

    @Test
    void deadlinesAreToldInTheZoneOfTheVenueAsInTheMails() {
        Neighbours.EVENT.get(
                "/api/v1/workshops/frankfurt-2016", Answers.WORKSHOP.replace("Europe/Berlin", "Europe/Lisbon"));
        assertThat(porto().open(PAGE).text()).contains("can answer until 4 Nov 2016, 17:00 WET");

        Neighbours.EVENT.reply("GET", "/api/v1/workshops/frankfurt-2016", 503, "{}");
        assertThat(porto().open(PAGE).text()).contains("can answer until 4 Nov 2016, 18:00 CET");
    }

    @Test
    void whoeverHasNoCityIsNotLetIn() {
        assertThat(new Browser().signedInAs(Person.ORGANISER).open(PAGE).status())
                .isEqualTo(403);
        assertThat(porto().open("/org/w/frankfurt-2016/delegations").status()).isEqualTo(403);
    }

    @Test
    void invitesAndKeepsTheInputWhenRefused() {
        Neighbours.REGISTRATION.reply("POST", CALL + "/invitations", 409, """
                {"status":409,"title":"The city has no seat left","detail":"The city has 3 seats: 1 is taken, 2 are promised by open invitations, and 0 nominees wait for a decision of the organisers."}""");
        Browser porto = porto();
        Reply refused = porto.submit(PAGE, PAGE, Map.of("email", "new@example.org", "givenName", "Neu"));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text()).contains("The city has 3 seats");
        assertThat(refused.body()).contains("value=\"new@example.org\"", "value=\"Neu\"");

        Neighbours.REGISTRATION.reply("POST", CALL + "/invitations", 422, """
                {"status":422,"title":"Invalid","errors":[{"field":"message","message":"size must be between 0 and 1000"}]}""");
        assertThat(porto.submit(PAGE, PAGE, Map.of("email", "new@example.org", "message", "x".repeat(1234)))
                        .text())
                .contains("Message: must be at most 1,000 characters long; you wrote 1,234");

        Neighbours.REGISTRATION.reply("POST", CALL + "/invitations", 201, INVITATION);
        Reply invited = porto.submit(PAGE, PAGE, Map.of("email", "new@example.org", "givenName", "Neu"));

        assertThat(invited.status()).isEqualTo(303);
        assertThat(invited.header("Location")).endsWith(PAGE + "?done=invited");
        assertThat(porto.open(PAGE + "?done=invited").text()).contains("Invited. The mail is on its way.");
    }

    @ParameterizedTest
    @CsvSource({
        "'', /invitations, invited",
        "/invitations/inv-1/substitute, /invitations/inv-1/substitutions, substituted",
        "/applications/app-1/substitute, /applications/app-1/substitutions, substituted"
    })
    void whatWasErasedSinceIsInvitedAnewOnlyByAnotherClick(String form, String posted, String done) {
        Neighbours.REGISTRATION.get("/api/v1/partner/applications/app-1", Answers.APPLICATION);
        Neighbours.REGISTRATION.reply("POST", CALL + posted, 409, Answers.REQUEST_ERASED);
        Browser porto = porto();
        Map<String, String> entered = Map.of("email", "new@example.org", "message", "Come <along>.");

        Reply page = porto.submit(PAGE + form, PAGE + form, entered);

        assertThat(page.status()).isEqualTo(409);
        assertThat(page.text()).contains(Answers.ERASED_SINCE).doesNotContain("new key");
        assertThat(page.body()).contains("value=\"new@example.org\"", "Come &lt;along&gt;.");
        Neighbours.REGISTRATION.reply("POST", CALL + posted, 201, INVITATION);
        Reply again = porto.post(PAGE + form, Browser.fill(page, entered));
        assertThat(again.status()).isEqualTo(303);
        assertThat(again.header("Location")).endsWith(PAGE + "?done=" + done);
        assertThat(Neighbours.REGISTRATION.requests("POST", CALL + posted).stream()
                        .map(request -> request.header("Idempotency-Key"))
                        .distinct())
                .hasSize(2);
    }

    @Test
    void whatIsRefusedForAnotherReasonKeepsItsKey() {
        Neighbours.REGISTRATION.reply("POST", CALL + "/invitations", 409, """
                {"status":409,"title":"The city has no seat left"}""");
        Browser porto = porto();
        Map<String, String> entered = Map.of("email", "new@example.org");

        Reply page = porto.submit(PAGE, PAGE, entered);
        porto.post(PAGE, Browser.fill(page, entered));

        assertThat(Neighbours.REGISTRATION.requests("POST", CALL + "/invitations").stream()
                        .map(request -> request.header("Idempotency-Key"))
                        .distinct())
                .hasSize(1);
    }

    @Test
    void anInvitationIsKeptWhenTheSessionHasEnded() {
        Map<String, String> sent =
                Browser.fill(porto().open(PAGE), Map.of("email", "new@example.org", "message", "Come with us."));
        Browser stranger = new Browser();
        sent.put("csrf", Browser.fill(stranger.open("/en/my"), Map.of()).get("csrf"));

        Reply page = stranger.post(PAGE, sent);

        assertThat(page.status()).isEqualTo(401);
        assertThat(page.text()).contains("Please sign in again", "new@example.org", "Come with us.");
        assertThat(page.body()).contains("name=\"message\" value=\"Come with us.\"");
        Browser organiser = new Browser().signedInAs(Person.ORGANISER);
        sent.put("csrf", Browser.fill(organiser.open("/en/my"), Map.of()).get("csrf"));
        assertThat(organiser.post(PAGE, sent).status()).isEqualTo(403);
        assertThat(Neighbours.REGISTRATION.requests("POST", CALL + "/invitations"))
                .isEmpty();
    }

    @Test
    void aSubstitutionIsKeptWhenTheSessionHasEnded() {
        Map<String, String> sent =
                Map.of("email", "new@example.org", "message", "Come <instead>.", "submission", "s-1");
        String page = PAGE + "/applications/app-1/substitute";

        Reply kept = new Browser().submit("/en/my", page, sent);

        assertThat(kept.status()).isEqualTo(401);
        assertThat(kept.header("Cache-Control")).isEqualTo("no-store");
        assertThat(kept.text()).contains("Please sign in again", "new@example.org", "Come <instead>.");
        assertThat(Browser.fill(kept, Map.of())).containsAllEntriesOf(sent);
        Browser organiser = new Browser().signedInAs(Person.ORGANISER);
        assertThat(organiser.submit("/en/my", page, sent).status()).isEqualTo(403);
        assertThat(Neighbours.REGISTRATION.requests(CALL + "/applications/app-1/substitutions"))
                .isEmpty();
    }

    @Test
    void aSubstitutionIsKeptWhenRegistrationIsDown() {
        String page = PAGE + "/applications/app-1/substitute";
        Browser porto = porto();
        Map<String, String> sent = Browser.fill(
                porto.open("/en/my"),
                Map.of("email", "new@example.org", "message", "Come <instead>.", "submission", "s-1"));
        Neighbours.REGISTRATION.get("/api/v1/partner/applications/app-1", Answers.APPLICATION);
        Neighbours.REGISTRATION.reply("POST", CALL + "/applications/app-1/substitutions", 503, "{}");

        Reply again = porto.post(page, sent);
        assertThat(again.status()).isEqualTo(503);
        assertThat(again.text()).contains("registration does not answer");
        assertThat(again.body()).contains("value=\"new@example.org\"", "Come &lt;instead&gt;.");

        Neighbours.REGISTRATION.stop();
        Reply kept = porto.post(page, sent);
        assertThat(kept.status()).isEqualTo(503);
        assertThat(kept.text()).contains("What you entered is kept on this page");
        assertThat(kept.body()).contains("action=\"" + page + "\"");
        assertThat(Browser.fill(kept, Map.of())).containsAllEntriesOf(sent);
    }

    @Test
    void aServiceThatIsDownCostsABlock() {
        Neighbours.REGISTRATION.reply("GET", CALL + "/invitations", 500, "{}");

        Reply page = porto().open(PAGE);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).contains("0 of 3 left");
    }

    @Test
    void everybodyStandsOnceWhereTheyAreWithTheOneTheyStandInFor() {
        String accepted = INVITATION
                .replace("inv-1", "inv-2")
                .replace("INVITED", "ACCEPTED")
                .replace(
                        "\"seatKept\":true",
                        "\"seatKept\":false,\"applicationId\":\"app-1\",\"insteadOfInvitationId\":\"inv-1\"");
        String declined = INVITATION.replace("INVITED", "DECLINED").replace("\"seatKept\":true", "\"seatKept\":false");
        String own = INVITATION
                .replace("inv-1", "inv-3")
                .replace("INVITED", "ACCEPTED")
                .replace("Inês <b>", "Olga")
                .replace("\"seatKept\":true", "\"seatKept\":false");
        String forgotten = """
                {"id":"inv-4","cityId":"porto","state":"EXPIRED","seatKept":false,"invitedAt":"2016-10-10T09:00:00Z","forgotten":true}""";
        Neighbours.REGISTRATION.get(
                CALL + "/invitations",
                "{\"items\":[%s,%s,%s,%s],\"page\":0,\"size\":100,\"total\":4}"
                        .formatted(declined, accepted, own, forgotten));
        Neighbours.REGISTRATION.get(
                "/api/v1/partner/applications", Answers.APPLICATIONS.replace("SUBMITTED", "ADMITTED"));
        String page = porto().open(PAGE).text();

        assertThat(page)
                .contains(
                        "Coming (1)",
                        "Not on one of your places (1)",
                        "No place is kept for them, so you can invite somebody else.",
                        "Not coming (2)",
                        "Name deleted",
                        "Ended without an answer")
                .containsPattern(
                        "Coming \\(1\\).*Ana O’Neil <b> instead of Inês <b> Sá.*Not on one of.*Olga Sá.*Not coming")
                .doesNotContain("Waiting for the organisers (", "no answer yet", "Remind");
        assertThat(page.split("O’Neil", -1)).hasSize(3);
    }

    @Test
    void aDelegationIsReadToItsEnd() {
        String page = "{\"items\":[%s],\"page\":%d,\"size\":200,\"total\":201}";
        String accepted = INVITATION
                .replace("INVITED", "ACCEPTED")
                .replace("\"seatKept\":true", "\"seatKept\":false,\"applicationId\":\"app-201\"");
        Neighbours.REGISTRATION.get(CALL + "/invitations", page.formatted(accepted, 0));
        Neighbours.REGISTRATION.get(
                CALL + "/invitations",
                "page=1",
                page.formatted(INVITATION.replace("inv-1", "inv-201").replace("Inês <b>", "Rui"), 1));
        Neighbours.REGISTRATION.get("/api/v1/partner/applications", page.formatted(Answers.APPLICATION, 0));
        Neighbours.REGISTRATION.get(
                "/api/v1/partner/applications",
                "page=1",
                page.formatted(Answers.APPLICATION.replace("app-1", "app-201").replace("SUBMITTED", "ADMITTED"), 1));

        Browser porto = porto();

        assertThat(porto.open(PAGE).text())
                .contains("Coming (1)", "Waiting for the organisers (1)", "Invited, no answer yet (1)", "Rui Sá");
        assertThat(porto.open(PAGE + "/invitations/inv-201/substitute").text())
                .contains("Somebody else instead of Rui Sá");
    }

    @Test
    void whatWasEnteredIsKeptAlsoWhenTheSeatsCannotBeRead() {
        Browser porto = porto();
        Map<String, String> sent =
                Browser.fill(porto.open(PAGE), Map.of("email", "new@example.org", "message", "Come <along>."));
        Neighbours.REGISTRATION.reply("POST", CALL + "/invitations", 503, "{}");
        Neighbours.REGISTRATION.reply("GET", CALL + "/delegation", 503, "{}");

        Reply page = porto.post(PAGE, sent);

        assertThat(page.status()).isEqualTo(503);
        assertThat(page.text()).contains("Try again: nothing is counted twice.");
        assertThat(page.body())
                .contains(
                        "value=\"new@example.org\"",
                        "Come &lt;along&gt;.",
                        "name=\"cityId\" value=\"porto\"",
                        "name=\"submission\" value=\"" + sent.get("submission") + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {CALL + "/delegation", CALL + "/invitations", "/api/v1/partner/applications"})
    void aListThatIsRefusedIsNoEmptyOne(String list) {
        Neighbours.REGISTRATION.reply("GET", list, 422, "{\"status\":422}");
        assertThat(porto().open(PAGE).status()).isEqualTo(422);
    }

    @Test
    void nobodyYet() {
        Neighbours.REGISTRATION.get(CALL + "/invitations", "{\"items\":[],\"page\":0,\"size\":100,\"total\":0}");
        Neighbours.REGISTRATION.get(
                "/api/v1/partner/applications", "{\"items\":[],\"page\":0,\"size\":100,\"total\":0}");
        assertThat(porto().open(PAGE).text())
                .contains("Nobody has been invited and nobody has applied for your city yet.");
    }

    @Test
    void theInvitedAreAskedBeforeWhatCannotBeUndone() {
        assertThat(new Browser().open("/en/invitation/abc").body())
                .containsSubsequence(
                        "<summary>Decline the invitation</summary>",
                        "This cannot be undone.",
                        "/en/invitation/abc/refusal",
                        "Yes, decline</button>",
                        "<summary>Decline and delete my data</summary>",
                        "This cannot be undone.",
                        "/en/invitation/abc/erasure",
                        "Yes, decline and delete</button>");
        Neighbours.REGISTRATION.get(MINE, OWN.replace("INVITED", "DECLINED"));
        assertThat(new Browser().open("/en/invitation/abc").body())
                .containsSubsequence(
                        "<summary>Delete my data</summary>", "This cannot be undone.", "Yes, delete</button>");
    }

    @Test
    void theInvitedHaveThemselvesForgotten() {
        Neighbours.REGISTRATION.reply("DELETE", MINE, 204, "");
        Reply gone = new Browser().submit("/en/invitation/abc", "/en/invitation/abc/erasure", Map.of());
        assertThat(gone.status()).isEqualTo(200);
        assertThat(gone.text())
                .contains(
                        "What your city gave us is deleted",
                        "your application is still there, with the name and address that you gave in it")
                .doesNotContain("Your data are deleted");
        assertThat(gone.header("Cache-Control")).isEqualTo("no-store");
        Neighbours.REGISTRATION.reply("DELETE", MINE, 404, "{}");
        assertThat(new Browser()
                        .submit("/en/invitation/abc", "/en/invitation/abc/erasure", Map.of())
                        .status())
                .isEqualTo(404);
    }

    @Test
    void whoHasAcceptedReadsWhenAndWhereAndThatTheApplicationStays() {
        Neighbours.REGISTRATION.get(MINE, OWN.replace("INVITED", "ACCEPTED"));
        assertThat(new Browser().open("/en/invitation/abc").text())
                .contains(
                        "Your application has arrived",
                        "Wednesday 23 November 2016, 13:30 CET",
                        "Town <hall>, Main Square 1",
                        "Your application stays in either case",
                        "Delete what my city gave you")
                .doesNotContain("Delete my data");
        Neighbours.REGISTRATION.get(MINE, OWN.replace("INVITED", "DECLINED"));
        assertThat(new Browser().open("/en/invitation/abc").text())
                .contains("Delete my data")
                .doesNotContain("Your application stays");
    }

    @Test
    void somebodyElseCanBeSent() {
        Reply page = porto().open(PAGE + "/invitations/inv-1/substitute");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).contains("Somebody else instead of Inês <b> Sá", "This cannot be undone.");
    }

    @Test
    void whoCannotBeReplacedAnyMoreIsToldWhatHelps() {
        Neighbours.REGISTRATION.get("/api/v1/partner/applications/app-1", Answers.APPLICATION);
        Neighbours.REGISTRATION.reply("POST", CALL + "/applications/app-1/substitutions", 409, """
                {"status":409,"title":"The city has no seat left","detail":"Nothing has changed for this person. Once the organisers have given them a seat of the city, you can send somebody else in their place."}""");
        String substitute = PAGE + "/applications/app-1/substitute";
        Browser porto = porto();
        assertThat(porto.open(PAGE).text())
                .contains(
                        "From that day on you can send somebody else only in the place of a person who has one of these places.");
        Reply refused = porto.submit(substitute, substitute, Map.of("email", "new@example.org"));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text())
                .contains("Nothing has changed for this person.", "you can send somebody else in their place.");
        assertThat(refused.body()).contains("value=\"new@example.org\"");
    }

    @Test
    void organisersSeeAllCities() {
        Reply page = new Browser().signedInAs(Person.ORGANISER).open("/org/w/frankfurt-2016/delegations");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text())
                .contains(
                        "Porto",
                        "4 November 2016",
                        "Places taken: 1 of 3. Open invitations: 1 . Waiting for your decision: 1 . Places left: 0 .",
                        // whoever waits for a decision fills no place
                        "33%")
                .doesNotContain("100%", "asked nobody yet");
    }

    @Test
    void theInvitedReadAndAnswer() {
        Reply page = new Browser().open("/en/invitation/abc");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text())
                .contains(
                        "Porto invites you",
                        "When Wednesday 23 November 2016, 13:30 CET to Friday 25 November 2016, 14:00 CET Where Town <hall>, Main Square 1",
                        "Please <come>.",
                        "ines@example.org",
                        "your earlier application stays as you sent it, and what you enter here is not added to it");
        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
        assertThat(Neighbours.REGISTRATION.requests(MINE).get(0).header("Invitation-Link"))
                .isEqualTo("abc");

        Neighbours.REGISTRATION.reply("POST", MINE + "/acceptance", 422, """
                {"status":422,"title":"Invalid","errors":[{"field":"motivation","message":"must not be blank"}]}""");
        Reply wrong = new Browser()
                .submit("/en/invitation/abc", "/en/invitation/abc/acceptance", Map.of("organisation", "R&D"));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.text()).contains("Write what you would bring and take home");
        assertThat(wrong.body()).contains("value=\"R&amp;D\"");

        Neighbours.REGISTRATION.reply("POST", MINE + "/refusal", 200, OWN.replace("INVITED", "DECLINED"));
        assertThat(new Browser()
                        .submit("/en/invitation/abc", "/en/invitation/abc/refusal", Map.of())
                        .status())
                .isEqualTo(303);
        Neighbours.REGISTRATION.get(MINE, OWN.replace("INVITED", "DECLINED"));
        assertThat(new Browser().open("/en/invitation/abc").text()).contains("You have declined.");
    }

    @Test
    void theInvitedAreAskedForTheirClusterAndWhatTheCallAsks() {
        Neighbours.REGISTRATION.get(MINE, OWN.replace("{\"cityId\"", "{\"callId\":\"call-1\",\"cityId\""));
        Neighbours.REGISTRATION.get("/api/v1/calls/call-1", """
                {"id":"call-1","workshopSlug":"frankfurt-2016","title":"Clusters in Frankfurt","state":"OPEN","questions":[
                 {"key":"first","type":"YES_NO","label":"Your first workshop?","required":true,"purpose":"To plan.","moment":"APPLICATION"},
                 {"key":"formats","type":"MULTI_CHOICE","label":"How?","choices":["Panel <1>","Talk"],"purpose":"To plan.","moment":"APPLICATION"},
                 {"key":"arrival","type":"DATE","label":"Arrival?","purpose":"To plan.","moment":"AFTER_ADMISSION"},
                 {"key":"old","type":"TEXT","label":"Old?","purpose":"To plan.","moment":"APPLICATION","retired":true}]}""");
        Browser invited = new Browser();
        Reply page = invited.open("/en/invitation/abc");

        assertThat(page.text())
                .contains("Cluster you speak for", "Your first workshop?", "How?", "Panel <1>")
                .doesNotContain("Arrival?", "Old?");

        Neighbours.REGISTRATION.reply("POST", MINE + "/acceptance", 422, """
                {"status":422,"title":"Invalid","errors":[{"field":"motivation","message":"must not be blank"}]}""");
        Reply wrong = invited.submit(
                "/en/invitation/abc",
                "/en/invitation/abc/acceptance",
                Map.of("clusterId", "gaia", "answer-formats", "Talk", "answer-old", "x"));

        assertThat(wrong.status()).isEqualTo(422);
        // the service would have asked for it only once the rest is in order
        assertThat(wrong.text())
                .contains("Your first workshop? – must be answered")
                .doesNotContain("How? –");
        assertThat(wrong.body())
                .contains("href=\"#answer-first\"", "value=\"Talk\" checked", "value=\"gaia\" selected");

        Neighbours.REGISTRATION.reply("POST", MINE + "/acceptance", 200, OWN.replace("INVITED", "ACCEPTED"));
        invited.submit(
                "/en/invitation/abc",
                "/en/invitation/abc/acceptance",
                Map.of("clusterId", "gaia", "answer-first", "no", "answer-formats", "Talk"));

        assertThat(Neighbours.REGISTRATION.requests(MINE + "/acceptance").get(1).body())
                .contains("\"clusterId\":\"gaia\"", "\"answers\":{\"first\":false,\"formats\":[\"Talk\"]}");
    }

    @Test
    void inALargeDirectoryTheInvitedLookForTheirCluster() {
        asking();
        Answers.manyClusters("""
                {"items":[{"id":"hydrogen-valley","name":"Hydrogen Valley"}],"page":0,"size":50,"total":1,"facets":{}}""");

        Reply found = new Browser()
                .submit(
                        "/en/invitation/abc",
                        "/en/invitation/abc/acceptance",
                        Map.of("motivation", "To meet", "clusterWords", "hydrogen", "findCluster", "yes"));

        assertThat(found.status()).isEqualTo(200);
        assertThat(found.body()).contains("<option value=\"hydrogen-valley\">Hydrogen Valley</option>", "To meet");
        assertThat(Neighbours.REGISTRATION.requests(MINE + "/acceptance")).isEmpty();
    }

    @Test
    void nothingEnteredIsLostWhileTheInvitationCannotBeRead() {
        assertNothingIsLostWithout(MINE, "Your invitation");
    }

    @Test
    void nothingEnteredIsLostWhileTheQuestionsCannotBeRead() {
        assertNothingIsLostWithout("/api/v1/calls/call-1", "Porto invites you");
    }

    private static void assertNothingIsLostWithout(String unread, String heading) {
        asking();
        Browser invited = new Browser();
        Map<String, String> entered = Browser.fill(invited.open("/en/invitation/abc"), ANSWERED);
        Neighbours.REGISTRATION.reply("GET", unread, 500, "{}");

        Reply down = invited.post("/en/invitation/abc/acceptance", entered);

        assertThat(down.status()).isEqualTo(503);
        assertThat(down.text()).contains("Nothing you entered is lost", heading);
        assertKept(down);
        assertThat(Neighbours.REGISTRATION.requests(MINE + "/acceptance")).isEmpty();
        assertSentOn(invited, down);
    }

    @Test
    void whatIsSentWhenTheInvitationHasEndedIsThereToBeCopied() {
        asking();
        Browser invited = new Browser();
        Map<String, String> entered = Browser.fill(
                invited.open("/en/invitation/abc"),
                Map.of(
                        "organisation", "R&D",
                        "country", "PT",
                        "profile", "EXPERT",
                        "clusterId", "gaia",
                        "contributor", "yes",
                        "motivation", "To <meet> others",
                        "answer-first", "no",
                        "answer-bring", "A \"case\""));
        String copied =
                "Organisation R&D Country Portugal What describes you best Expert Cluster GAIA <b> What you would bring and take home"
                        + " To <meet> others Contributor Yes, or I offer to ";
        Neighbours.REGISTRATION.reply("POST", MINE + "/acceptance", 409, """
                {"type":"urn:infocus:problem:invitation-closed","status":409,"title":"The invitation cannot be answered any more"}""");
        String ended =
                OWN.replace("{\"cityId\"", "{\"callId\":\"call-1\",\"cityId\"").replace("INVITED", "EXPIRED");
        for (boolean meanwhile : new boolean[] {true, false}) {
            if (meanwhile) {
                Neighbours.REGISTRATION.lastTime("GET", MINE);
            }
            Neighbours.REGISTRATION.get(MINE, ended);

            Reply late = invited.post("/en/invitation/abc/acceptance", entered);

            assertThat(late.status()).isEqualTo(409);
            assertThat(late.text())
                    .contains(
                            "The invitation cannot be answered any more",
                            "was not answered in time and has ended",
                            "What you had entered You can copy it from here.",
                            copied + "Your first workshop? No What do you bring? A \"case\"");
            assertThat(late.body()).contains("href=\"/en/w/frankfurt-2016/call\">apply without an invitation</a>");
        }
        assertThat(invited.open("/en/invitation/abc").text())
                .doesNotContain("What you had entered", "apply without an invitation");

        // the city has taken it back; what the call asks is not known then
        Neighbours.REGISTRATION.reply("GET", MINE, 404, "{}");
        Reply gone = invited.post("/en/invitation/abc/acceptance", entered);
        assertThat(gone.status()).isEqualTo(404);
        assertThat(gone.text()).contains("This invitation does not work", copied, "A \"case\"");
    }

    @Test
    void anInvitationThatIsNotKnown() {
        Neighbours.REGISTRATION.reply("GET", MINE, 404, "{}");

        for (String token : new String[] {"abc", "a%20b"}) {
            Reply page = new Browser().open("/en/invitation/" + token);
            assertThat(page.status()).isEqualTo(404);
            assertThat(page.text()).contains("This invitation does not work");
        }
    }

    private static void asking() {
        Neighbours.REGISTRATION.get(MINE, OWN.replace("{\"cityId\"", "{\"callId\":\"call-1\",\"cityId\""));
        Neighbours.REGISTRATION.get("/api/v1/calls/call-1", """
                {"id":"call-1","workshopSlug":"frankfurt-2016","title":"Clusters in Frankfurt","state":"OPEN","questions":[
                 {"key":"first","type":"YES_NO","label":"Your first workshop?","required":true,"purpose":"To plan.","moment":"APPLICATION"},
                 {"key":"bring","type":"TEXT","label":"What do you bring?","purpose":"To plan.","moment":"APPLICATION"}]}""");
    }

    private static void assertKept(Reply page) {
        assertThat(page.body())
                .contains(
                        "value=\"R&amp;D\"",
                        "name=\"privacyAccepted\" value=\"yes\" checked",
                        "type=\"hidden\" name=\"answer-first\" value=\"no\"",
                        "type=\"hidden\" name=\"answer-bring\" value=\"A &quot;case&quot;\"");
    }

    /** What the page carries along unseen arrives once everything can be read again. */
    private static void assertSentOn(Browser invited, Reply page) {
        asking();
        Neighbours.REGISTRATION.reply("POST", MINE + "/acceptance", 200, OWN.replace("INVITED", "ACCEPTED"));
        Reply sent = invited.post("/en/invitation/abc/acceptance", Browser.fill(page, Map.of("organisation", "R&D")));
        assertThat(sent.status()).isEqualTo(303);
        assertThat(Neighbours.REGISTRATION.requests(MINE + "/acceptance").get(0).body())
                .contains("\"organisation\":\"R&D\"", "\"first\":false", "\"bring\":\"A \\\"case\\\"\"");
    }

    /** The only one who has applied for the city, with this state and this seat if they have one. */
    private static void applicant(String state, String... seat) {
        String applications = Answers.APPLICATIONS.replaceFirst("\"state\":\"[A-Z]+\"", "\"state\":\"" + state + "\"");
        for (String code : seat) {
            applications = applications.replace("\"bucket\":null", "\"bucket\":\"" + code + "\"");
        }
        Neighbours.REGISTRATION.get("/api/v1/partner/applications", applications);
    }

    private static Browser porto() {
        return new Browser().signedInAs(Person.PORTO);
    }
}
