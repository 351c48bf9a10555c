package eu.urbact.infocus.portal.calleditor;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
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
import eu.urbact.infocus.portal.testing.Neighbours;
import eu.urbact.infocus.portal.testing.StubKeycloak.Person;
import eu.urbact.infocus.portal.testing.StubService.Request;

import static org.assertj.core.api.Assertions.assertThat;

/** Writing a call: what is sent, what a refusal says, and that nothing entered is lost. */
@QuarkusTest
@QuarkusTestResource(Neighbours.class)
class CallEditorTest {

    private static final String PAGE = "/org/w/frankfurt-2016/call";
    private static final String API = "/api/v1/admin/calls";
    private static final String ONE = API + "/call-1";
    private static final String CALL =
            Answers.CALLS.substring(1, Answers.CALLS.length() - 1).replace("\"acceptsApplications\":true", """
                    "acceptsApplications":true,"skipModerationForDelegations":true,"version":7,"questions":[
                     {"key":"formats","type":"CHOICE","label":"Which <format>?","help":null,"required":true,"choices":["Panel","Talk"],"purpose":"To plan.","retentionDays":30,"moment":"APPLICATION","retired":false},
                     {"key":"old","type":"TEXT","label":"Asked once","help":null,"required":false,"choices":[],"purpose":"Past.","retentionDays":5,"moment":"AFTER_ADMISSION","retired":true}]""");
    private static final String DRAFT = CALL.replace("\"OPEN\"", "\"DRAFT\"").replace("true,\"skip", "false,\"skip");

    private Browser organiser;

    @BeforeEach
    void signIn() {
        Answers.frankfurt();
        call(CALL);
        Neighbours.REGISTRATION.get(
                "/api/v1/admin/calls/call-1/seats",
                Answers.SEATS.replaceFirst("\"free\":0", "\"free\":0,\"handBackOn\":\"2016-11-04\""));
        Neighbours.REGISTRATION.get(
                "/api/v1/calls/call-1/waiting-list-rule", "{\"sentences\":[\"First come <first>.\"]}");
        organiser = new Browser().signedInAs(Person.ORGANISER);
    }

    private static void call(String call) {
        Neighbours.REGISTRATION.get(API, "[" + call + "]");
        Neighbours.REGISTRATION.get(ONE, call);
        Neighbours.REGISTRATION.reply("PUT", ONE, 200, call);
    }

    @Test
    void theCallAsItIs() {
        Reply page = organiser.open(PAGE);

        assertThat(page.text())
                .contains("Open", "Saturday 1 October 2016, 10:00 CEST", "13 of 50 seats are held")
                .contains("Porto", "4 November 2016", "Which <format>?", "must be answered", "not asked any more");
        assertThat(page.body()).contains("value=\"closing\"").doesNotContain("value=\"opening\"", "<format>");
    }

    @Test
    void aCallThatWasClosedEarlySaysWhen() {
        assertThat(organiser.open(PAGE).text()).contains("Closes").doesNotContain("Closed early");
        call(CALL.replace("\"OPEN\"", "\"CLOSED\"")
                .replace("\"zone\"", "\"closedEarlyAt\":\"2016-10-05T06:30:00Z\",\"zone\""));

        assertThat(organiser.open(PAGE).text())
                .contains("Closed early Wednesday 5 October 2016, 08:30 CEST")
                .doesNotContain("Closes");
    }

    @Test
    void aCallThatWasClosedEarlyHasNoClosingTimeThatComesTooLate() {
        call(CALL.replace("\"OPEN\"", "\"CLOSED\"").replace("\"closesAt\":\"2016-11-03T22:59:00Z\"", """
                "closesAt":"2016-11-23T12:30:00Z","plannedClosesAt":"2016-12-03T22:59:00Z","closedEarlyAt":"2016-10-05T06:30:00Z\""""));
        assertThat(organiser.open(PAGE).text()).contains("Closed early").doesNotContain("choose earlier ones", "3 Dec");
        Neighbours.REGISTRATION.get(ONE + "/logistics/settings", """
                {"freezeAt":"2016-11-24T17:00:00Z","zone":"Europe/Berlin","frozen":false,"version":1}""");

        assertThat(organiser.open(PAGE).text())
                .contains("The lists of meals, visits and buses are frozen: 24 Nov 2016, 18:00 CET. Change")
                .doesNotContain("Applications and invitations end then", "The call closes", "3 Dec");
    }

    @Test
    void aWorkshopThatWasBroughtForwardShowsWhichDatesComeTooLate() {
        assertThat(organiser.open(PAGE).text()).doesNotContain("choose earlier ones", "Applications end");
        // the call closes, and rooms go back, after the workshop has begun on 23 November
        call(CALL.replace("\"closesAt\":\"2016-11-03T22:59:00Z\"", """
                "closesAt":"2016-11-23T12:30:00Z","plannedClosesAt":"2016-12-03T22:59:00Z\""""));
        Neighbours.REGISTRATION.get(
                "/api/v1/admin/calls/call-1/seats",
                Answers.SEATS.replaceFirst("\"free\":0", "\"free\":0,\"handBackOn\":\"2016-11-24\""));
        Neighbours.REGISTRATION.get(ONE + "/logistics/settings", """
                {"freezeAt":"2016-11-24T17:00:00Z","zone":"Europe/Berlin","frozen":false,"version":1}""");
        Neighbours.REGISTRATION.get(ONE + "/hotels", """
                [{"id":"h-1","name":"Plain <b>","releaseAt":"2016-11-23T12:30:01Z","zone":"Europe/Berlin","nights":[]},
                 {"id":"h-2","name":"Other","releaseAt":"2016-11-23T12:30:00Z","zone":"Europe/Berlin","nights":[]},
                 {"id":"h-3","name":"Given back","releaseAt":"2016-12-01T12:30:00Z","zone":"Europe/Berlin",
                  "releasedAt":"2016-11-01T12:30:00Z","nights":[]}]""");
        Reply page = organiser.open(PAGE);
        assertThat(page.text())
                .contains("Applications end Wednesday 23 November 2016, 13:30 CET , when the workshop begins")
                .contains("Applications and invitations end then, whatever the closing time says.")
                .contains("The call closes: 3 Dec 2016, 23:59 CET. Change")
                .contains("hands unused seats back: 24 November 2016. Change")
                .contains("The lists of meals, visits and buses are frozen: 24 Nov 2016, 18:00 CET. Change")
                .contains("Free rooms go back to Plain <b>: 23 Nov 2016, 13:30 CET. Change")
                .doesNotContain("go back to Other", "go back to Given back");
        assertThat(page.body())
                .contains("href=\"" + PAGE + "/edit\" aria-label=\"Change: The call closes\"")
                .contains("href=\"/org/w/frankfurt-2016/logistics\"", "href=\"/org/w/frankfurt-2016/hotels\"");
        assertThat(form()).containsEntry("closesAt", "2016-12-03T23:59");
    }

    @Test
    void theDayOfTheDecisionIsKeptAndShown() {
        Map<String, String> form = form();
        assertThat(form).containsEntry("decidesBy", "");
        form.put("decidesBy", "2016-11-11");
        send(form);
        assertThat(put().body()).contains("\"decidesBy\":\"2016-11-11\"");

        String decides = "\"decidesBy\":\"2016-11-11\",\"capacity\"";
        call(CALL.replace("\"capacity\"", decides));
        assertThat(organiser.open(PAGE).text()).contains("Decided by Friday 11 November 2016");
        assertThat(form()).containsEntry("decidesBy", "2016-11-11");
        Answers.call(Answers.CALLS.replace("\"capacity\"", decides));
        assertThat(organiser.open("/en/w/frankfurt-2016/call").text())
                .contains("Decision planned by Friday 11 November 2016");
        Neighbours.REGISTRATION.reply("PUT", ONE, 422, """
                {"type":"urn:infocus:problem:invalid","status":422,"errors":[{"field":"decidesBy","message":"must not be before the day on which the call closes, 12 November 2016"}]}""");
        Reply refused = send(form);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body())
                .contains("href=\"#decidesBy\"", "Decided by: must not be before the day on which the call closes");
    }

    @Test
    void savingWithoutAChangeSendsTheCallAsItIs() {
        Reply saved = send(form());

        assertThat(saved.status()).isEqualTo(303);
        assertThat(saved.header("Location")).endsWith(PAGE + "?done=SAVED");
        Request put = put();
        assertThat(put.header("If-Match")).isEqualTo("\"v7\"");
        assertThat(put.body())
                .contains("\"workshopSlug\":\"frankfurt-2016\"", "\"opensAt\":\"2016-10-01T10:00:00+02:00\"")
                .contains("\"closesAt\":\"2016-11-03T23:59:00+01:00\"", "\"zone\":\"Europe/Berlin\"", "\"capacity\":50")
                .contains("\"eligibility\":\"Cluster managers.\"", "\"offered\":[\"Lunches\"]")
                .contains("{\"code\":\"CITY:porto\",\"label\":\"Porto\",\"limit\":3,\"handBackOn\":\"2016-11-04\"}")
                .contains("{\"code\":\"OPEN\",\"label\":\"Open\",\"limit\":10}")
                .contains("\"skipModerationForDelegations\":true")
                .contains(
                        "{\"key\":\"formats\",\"type\":\"CHOICE\",\"label\":\"Which <format>?\",\"required\":true,"
                                + "\"choices\":[\"Panel\",\"Talk\"],\"purpose\":\"To plan.\",\"retentionDays\":30,\"moment\":\"APPLICATION\",\"retired\":false}")
                .contains("\"key\":\"old\"", "\"retired\":true");
        assertThat(organiser.open(PAGE + "?done=SAVED").text()).contains("The call has been changed");
    }

    @Test
    void aTimeThatIsLeftAsItIsDoesNotMove() {
        // the second 02:30 of the night in which clocks go back, and some seconds
        call(CALL.replace("2016-11-03T22:59:00Z", "2016-10-30T01:30:59Z"));
        Map<String, String> sent = form();
        assertThat(sent).containsEntry("closesAt", "2016-10-30T02:30");
        assertThat(send(sent).status()).isEqualTo(303);
        assertThat(put().body()).contains("\"closesAt\":\"2016-10-30T02:30:59+01:00\"");

        sent = form();
        sent.put("closesAt", "2016-10-30T03:15");
        assertThat(send(sent).status()).isEqualTo(303);
        assertThat(lastPut().body()).contains("\"closesAt\":\"2016-10-30T03:15:00+01:00\"");
    }

    @Test
    void aTimeOverWhichClocksGoForwardIsNone() {
        Map<String, String> sent = form();
        sent.put("closesAt", "2017-03-26T02:30");
        Reply page = send(sent);
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.text()).contains("Choose another time: clocks go forward over this one.");
    }

    @Test
    void rowsAreAddedAndRemovedWithoutSavingOrLosingAnything() {
        Map<String, String> sent = form();
        sent.put("eligibility", "Half a <sentence>");
        sent.put("go", "add-question");
        Reply page = send(sent);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).contains("Question 3", "3 held. The group cannot become smaller");
        assertThat(page.body()).contains("Half a &lt;sentence&gt;");

        sent = fields(page);
        sent.put("question-2-label", "Wéll, what’s new in 2016?");
        sent.put("question-2-purpose", "To know.");
        sent.put("go", "remove-question-1");
        page = send(sent);
        assertThat(page.body()).doesNotContain("Asked once");
        sent = pressed("remove-bucket-0", fields(page));
        sent.put("go", "add-bucket");
        page = send(sent);
        assertThat(page.body()).contains(">Remove this group<span class=\"sr\">: Group of seats 2</span></button>");
        sent = fields(page);
        assertThat(Neighbours.REGISTRATION.requests(ONE).stream().map(Request::method))
                .doesNotContain("PUT");
        sent.put("bucket-1-code", "CITY:bilbao");
        sent.put("bucket-1-label", "Bilbao");
        sent.put("bucket-1-limit", "2");

        assertThat(send(sent).status()).isEqualTo(303);
        assertThat(put().body())
                .contains("\"eligibility\":\"Half a <sentence>\"", "\"code\":\"CITY:bilbao\"", "\"limit\":2")
                .contains("\"key\":\"well-what-s-new-in-2016\"")
                .doesNotContain("CITY:porto", "Asked once");
    }

    @Test
    void everyNewQuestionHasAKeyOfItsOwn() {
        Map<String, String> sent = form();
        String alike = "What would you like to take home from the workshop";
        String[] labels = {"Ώρα", "Τι;", alike + " for yourself?", alike + " for your city?", "Old", "Formats"};
        for (int i = 0; i < labels.length; i++) {
            sent = pressed("add-question", sent);
            sent.put("question-" + (i + 2) + "-label", labels[i]);
            sent.put("question-" + (i + 2) + "-purpose", "To know.");
        }

        assertThat(send(sent).status()).isEqualTo(303);
        Matcher key = Pattern.compile("\"key\":\"([^\"]*)\"").matcher(put().body());
        assertThat(key.results().map(found -> found.group(1)))
                .containsExactly(
                        "formats",
                        "old",
                        "question",
                        "question-2",
                        "what-would-you-like-to-take-home-from-th",
                        "what-would-you-like-to-take-home-fro-2",
                        "old-2",
                        "formats-2");
    }

    @Test
    void tooManyLinesAreCountedAsLines() {
        Neighbours.REGISTRATION.reply("PUT", ONE, 422, """
                {"type":"urn:infocus:problem:invalid","status":422,"errors":[{"field":"offered","message":"size must be between 0 and 30"},
                 {"field":"notOffered[3]","message":"size must be between 0 and 200"},
                 {"field":"questions[0].choices","message":"size must be between 0 and 30"}]}""");

        assertThat(send(form()).body())
                .contains(
                        "<a href=\"#offered\">What a place includes: must be at most 30 lines</a>",
                        "<a href=\"#notOffered\">What it does not include: must be at most 200 characters long</a>",
                        "<a href=\"#question-0-choices\">Question 1 – Choices: must be at most 30 lines</a>");
    }

    @Test
    void aSecondClickIsToldThatTheFirstHasDoneIt() {
        call(DRAFT);
        Map<String, String> opening = Browser.fill(organiser.open(PAGE), Map.of("go", "opening"));
        Map<String, String> edit = form();
        String mine = """
                {"type":"urn:infocus:problem:stale","status":412,"by":"organiser","yourself":true,"at":"2016-10-12T09:30:00Z"}""";
        call(CALL);
        Neighbours.REGISTRATION.reply("POST", ONE + "/opening", 412, mine);
        Neighbours.REGISTRATION.reply("PUT", ONE, 412, mine);

        assertThat(organiser.post(PAGE + "/moved", opening).header("Location")).endsWith(PAGE + "?done=opening");
        Reply saved = send(edit);
        assertThat(saved.status()).isEqualTo(412);
        assertThat(saved.text())
                .contains("It was you who changed this call, 12 Oct 2016, 11:30 CEST")
                .doesNotContain("Somebody else", "quicker");
        // something else that was done meanwhile is not what was asked for
        call(CALL.replace("\"OPEN\"", "\"CLOSED\""));
        Reply other = organiser.post(PAGE + "/moved", opening);
        assertThat(other.status()).isEqualTo(412);
        assertThat(other.text()).contains("It was you who changed this, 12 Oct 2016, 11:30 CEST");
        // and of two organisers the second is told who was quicker
        Neighbours.REGISTRATION.reply("POST", ONE + "/opening", 412, mine.replace("true", "false"));
        assertThat(organiser.post(PAGE + "/moved", opening).text())
                .contains("Nothing was done. organiser was quicker, 12 Oct 2016, 11:30 CEST.");
    }

    @Test
    void aCallThatWasPutAwayIsNotPutAwayAgain() {
        call(DRAFT);
        Map<String, String> archiving = Browser.fill(organiser.open(PAGE), Map.of("go", "archiving"));
        Neighbours.REGISTRATION.get(API, "[]");

        Reply again = organiser.post(PAGE + "/moved", archiving);

        assertThat(again.header("Location")).endsWith(PAGE);
        assertThat(Neighbours.REGISTRATION.requests(ONE + "/archiving")).isEmpty();
    }

    @Test
    void whatWasOnThePageIsMeantAndNotTheDraftThatHasTakenItsPlace() {
        call(DRAFT);
        Map<String, String> opening = Browser.fill(organiser.open(PAGE), Map.of("go", "opening"));
        Map<String, String> edit = form();
        edit.put("capacity", "45");
        putAway(DRAFT.replace("call-1", "call-2").replace("Cluster managers.", "Read <through>."));
        Neighbours.REGISTRATION.reply("POST", API + "/call-2/opening", 200, CALL);
        Neighbours.REGISTRATION.reply("PUT", API + "/call-2", 200, CALL);

        Reply opened = organiser.post(PAGE + "/moved", opening);
        Reply saved = send(edit);

        assertThat(opened.status()).isEqualTo(412);
        assertThat(opened.text()).contains("Nothing was done. maria was quicker, 12 Oct 2016, 11:30 CEST.");
        assertThat(Neighbours.REGISTRATION.requests(API + "/call-2/opening")).isEmpty();
        assertThat(Neighbours.REGISTRATION.requests("PUT", API + "/call-2")).isEmpty();
        assertThat(saved.status()).isEqualTo(412);
        assertThat(saved.text())
                .contains(
                        "maria was quicker, 12 Oct 2016, 11:30 CEST. Nothing was saved; your entries are below.",
                        "has been put away, and the workshop has another one now. If you save again, your entries replace"
                                + " those of the other one.",
                        "Who can apply: saved now is “Read <through>.”",
                        "Seats in the room: saved now is “50”");
        assertThat(saved.body()).contains("name=\"capacity\" type=\"text\" value=\"45\"");
        // whoever saves again has been told
        assertThat(send(fields(saved)).header("Location")).endsWith(PAGE + "?done=SAVED");
        assertThat(Neighbours.REGISTRATION.last("PUT", API + "/call-2").body()).contains("\"capacity\":45");
    }

    @Test
    void whatWasEnteredAboutACallThatWasPutAwayBecomesANewOneIfAtAll() {
        call(DRAFT);
        Map<String, String> opening = Browser.fill(organiser.open(PAGE), Map.of("go", "opening"));
        Map<String, String> edit = form();
        edit.put("capacity", "45");
        putAway(null);

        edit.put("go", "add-question");
        Reply row = send(edit);
        assertThat(row.status()).isEqualTo(200);
        assertThat(row.body()).contains("id=\"question-2-label\"", "value=\"45\"", "action=\"" + PAGE + "/edited\"");
        edit.put("go", "save");
        Reply saved = send(edit);
        assertThat(saved.status()).isEqualTo(412);
        assertThat(saved.text())
                .contains("maria was quicker", "has been put away. If you save again, your entries become a new one.")
                .contains("Draft the call")
                .doesNotContain("held. The group cannot become smaller");
        Neighbours.REGISTRATION.reply("POST", API, 201, DRAFT);
        assertThat(organiser.post(PAGE + "/drafted", fields(saved)).header("Location"))
                .endsWith(PAGE + "?done=DRAFTED");
        assertThat(Neighbours.REGISTRATION.last("POST", API).body()).contains("\"capacity\":45");
        Reply opened = organiser.post(PAGE + "/moved", opening);
        assertThat(opened.status()).isEqualTo(412);
        assertThat(opened.text()).contains("Nothing was done. maria was quicker", "This workshop has no call yet.");
        // registration may know nothing of it any more
        Neighbours.REGISTRATION.reply("POST", ONE + "/opening", 404, "{}");
        assertThat(organiser.post(PAGE + "/moved", opening).text())
                .contains("Somebody else has changed this call since you opened it. Nothing was done.");
    }

    /** The call that was on the page is away, and the workshop has this one, or none. */
    private static void putAway(String other) {
        String maria = """
                {"type":"urn:infocus:problem:stale","status":412,"by":"maria","yourself":false,"at":"2016-10-12T09:30:00Z"}""";
        Neighbours.REGISTRATION.get(API, other == null ? "[]" : "[" + other + "]");
        if (other != null) {
            Neighbours.REGISTRATION.get(API + "/call-2", other);
            Neighbours.REGISTRATION.get(API + "/call-2/seats", Answers.SEATS);
        }
        Neighbours.REGISTRATION.reply("POST", ONE + "/opening", 412, maria);
        Neighbours.REGISTRATION.reply("PUT", ONE, 412, maria);
    }

    @Test
    void whoeverChangesTheRowsGoesOnWhereTheyWere() {
        Map<String, String> steps = Map.of(
                "add-question", "question-2-label",
                "remove-question-0", "question-0-label",
                "remove-question-1", "add-question",
                "up-question-1", "question-0-label",
                "add-bucket", "bucket-2-code",
                "remove-bucket-0", "bucket-0-code",
                "remove-bucket-1", "add-bucket");
        Map<String, String> sent = form();
        assertThat(organiser.open(PAGE + "/edit").body()).doesNotContain("autofocus");
        steps.forEach((button, focus) -> {
            sent.put("go", button);
            assertThat(send(sent).body())
                    .as(button)
                    .containsOnlyOnce("autofocus")
                    .containsPattern("(id=\"" + focus + "\"|value=\"" + focus + "\")[^>]* autofocus");
        });
        sent.put("go", "save");
        sent.put("capacity", "many");
        assertThat(send(sent).body()).containsOnlyOnce("autofocus");
    }

    @Test
    void aQuestionIsAskedEarlier() {
        Map<String, String> sent = form();
        sent.put("go", "up-question-1");
        Reply page = send(sent);
        assertThat(page.body()).containsSubsequence("value=\"Asked once\"", "value=\"Which &lt;format&gt;?\"");
        sent.put("go", "up-question-0");
        assertThat(send(sent).body()).containsSubsequence("value=\"Which &lt;format&gt;?\"", "value=\"Asked once\"");
    }

    @Test
    void whatIsNoNumberOrTimeIsSaidBesideTheField() {
        Map<String, String> sent = form();
        sent.put("opensAt", "tomorrow");
        sent.put("zone", "Atlantis");
        sent.put("capacity", "<many>");
        sent.put("bucket-1-limit", "-1");
        sent.put("question-0-purpose", " ");

        Reply page = send(sent);

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.title()).startsWith("Error: ");
        for (String field : new String[] {"opensAt", "zone", "capacity", "bucket-1-limit", "question-0-purpose"}) {
            assertThat(page.body())
                    .contains("<a href=\"#" + field + "\">", "id=\"" + field + "\"", "id=\"" + field + "-error\"");
        }
        assertThat(page.body()).contains("value=\"&lt;many&gt;\"", "value=\"tomorrow\"", "value=\"Atlantis\"");
        assertThat(page.text()).contains("Seats of Open – Enter ", "Question 1 – Say why it is asked.");
        assertThat(Neighbours.REGISTRATION.requests(ONE).stream().map(Request::method))
                .doesNotContain("PUT");
    }

    @Test
    void groupsOfSeatsWithTheSameNameAreToldApartByTheirNumber() {
        Map<String, String> sent = form();
        sent.put("bucket-0-label", "Guests");
        sent.put("bucket-0-limit", "x");
        sent.put("bucket-1-label", "Guests ");
        sent.put("bucket-1-limit", "x");

        Reply page = send(sent);

        assertThat(page.body())
                .contains(
                        "<a href=\"#bucket-0-limit\">Seats of Guests, group 1 – Enter how many seats these are.</a>",
                        "<a href=\"#bucket-1-limit\">Seats of Guests, group 2 – Enter how many seats these are.</a>",
                        "<legend>Seats of Guests, group 2</legend>");
    }

    @Test
    void aRefusalSaysOfWhichSeatsItIs() {
        Neighbours.REGISTRATION.reply("PUT", ONE, 422, """
                {"type":"urn:infocus:problem:invalid","status":422,"errors":[{"field":"change.request.buckets[0].handBackOn","message":"must not be in the past"}]}""");

        Reply page = send(form());

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body())
                .contains(
                        "<a href=\"#bucket-0-handBackOn\">Seats of Porto – Unused seats are handed back on: must not be in the past</a>");
    }

    @Test
    void aRefusedLoweringShowsTheNumbers() {
        Neighbours.REGISTRATION.reply("PUT", ONE, 409, """
                {"type":"urn:infocus:problem:bucket-too-small","status":409,"detail":"3 of the seats of Porto are held, so 2 are too few."}""");
        Map<String, String> sent = form();
        sent.put("bucket-0-limit", "2");

        Reply page = send(sent);

        assertThat(page.status()).isEqualTo(409);
        assertThat(page.text()).contains("3 of the seats of Porto are held, so 2 are too few.");
        assertThat(page.body()).contains("name=\"bucket-0-limit\" type=\"text\" value=\"2\"");
    }

    @Test
    void aStaleEditKeepsTheInputAndCanBeSavedAgain() {
        Map<String, String> sent = form();
        sent.put("capacity", "45");
        call(CALL.replace("\"version\":7", "\"version\":9"));
        savedMeanwhile();

        Reply page = send(sent);

        assertThat(page.status()).isEqualTo(412);
        assertThat(page.text())
                .contains(
                        "Somebody else has changed this call",
                        "your entries are below",
                        "Seats in the room: saved now is “50”")
                .doesNotContain("What a place includes:");
        assertThat(page.body())
                .contains("name=\"capacity\" type=\"text\" value=\"45\"", "name=\"version\" value=\"9\"");
    }

    @Test
    void whatWasSavedMeanwhileStandsBesideWhatWouldReplaceIt() {
        Map<String, String> sent = form();
        sent.put("notOffered", "Visa");
        sent.put("question-0-purpose", "Another one.");
        sent = pressed("remove-bucket-0", sent);
        savedMeanwhile();

        Reply page = send(sent);

        assertThat(page.text())
                .contains(
                        "Question 1 – Why it is asked: saved now is “To plan.”", "saved now with 3, and missing below");
        assertThat(page.body())
                .contains("<a href=\"#notOffered\">What it does not include: ", "<a href=\"#question-0-purpose\">");
        assertThat(page.body()).containsPattern(">\\s*Visa</textarea>");
    }

    @Test
    void whatWouldBeReplacedIsToldInTheWordsOfThePage() {
        Map<String, String> sent = form();
        sent.put("offered", "Lunches\r\n\r\n");
        sent.put("opensAt", "2016-10-02T10:00");
        sent.put("bucket-0-handBackOn", "2016-11-05");
        sent.put("question-0-choices", "Panel\r\n\r\nTalk\r\n");
        sent.put("question-0-type", "MULTI_CHOICE");
        sent.put("question-0-moment", "AFTER_ADMISSION");
        sent.put("question-0-retentionDays", "31");
        sent.remove("question-0-required");
        sent.remove("skipModeration");
        sent = pressed("remove-question-1", sent);
        savedMeanwhile();

        Reply page = send(sent);

        assertThat(page.text())
                .containsSubsequence(
                        "Opens: saved now is “1 Oct 2016, 10:00 CEST”",
                        "Cities fill their own seats: ticked in what is saved now",
                        "Seats of Porto – Unused seats are handed back on: saved now is “4 November 2016”",
                        "Question 1 – Kind of answer: saved now is “One of several choices”",
                        "Question 1 – When it is asked: saved now is “With the application”",
                        "Question 1 – Answers are deleted so many days after the workshop: saved now is “30”",
                        "Question 1 – Must be answered: ticked in what is saved now",
                        "“Asked once” is a retired question in what is saved now, and missing below")
                .doesNotContain("What a place includes:", "Choices:", "Retired: not ticked");
        for (String field :
                new String[] {"skipModeration", "question-0-type", "question-0-moment", "question-0-required"}) {
            assertThat(page.body())
                    .contains("<a href=\"#" + field + "\">", "id=\"" + field + "-error\"")
                    .containsPattern("id=\"" + field + "\"[^>]* aria-describedby=\"" + field + "-error\"");
        }
    }

    @Test
    void whatTheFormCanTellByItselfIsToldAtOnce() {
        Map<String, String> sent = form();
        sent.put("zone", "Europe/Bilbao");
        sent.put("closesAt", sent.get("opensAt"));
        sent.put("capacity", "1");
        sent.put("question-0-type", "CHOICE");
        sent.put("question-0-choices", "Only one");

        Reply page = send(sent);

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body())
                .contains(
                        "<a href=\"#zone\">",
                        "<a href=\"#closesAt\">The closing must be after the opening.</a>",
                        "<a href=\"#question-0-choices\">Question 1 – Write at least two choices, one to a line.</a>")
                .containsPattern("<a href=\"#capacity\">The groups of seats hold \\d+ seats, the room 1.</a>");
        assertThat(Neighbours.REGISTRATION.requests("PUT", ONE)).isEmpty();
    }

    @Test
    void theServicesFindingsStandBesideTheirFields() {
        Neighbours.REGISTRATION.reply("PUT", ONE, 422, """
                {"type":"urn:infocus:problem:invalid","status":422,"errors":[{"field":"questions[0].choices","message":"must be at least two"},
                 {"field":"buckets[1].code","message":"is there twice"},{"field":"offered[0]","message":"must be one line"},{"field":"closesAt","message":"must be after opensAt"},
                 {"field":"questions[1].key","message":"is there twice"}]}""");

        Reply page = send(form());

        assertThat(page.status()).isEqualTo(422);
        for (String field :
                new String[] {"question-0-choices", "bucket-1-code", "offered", "closesAt", "question-1-label"}) {
            assertThat(page.body()).contains("<a href=\"#" + field + "\">", "id=\"" + field + "\"");
        }
    }

    @Test
    void registrationIsDownWhileSaving() {
        Map<String, String> sent = form();
        sent.put("capacity", "45");
        Neighbours.REGISTRATION.reply("PUT", ONE, 503, "{}");

        Reply page = send(sent);

        assertThat(page.status()).isEqualTo(503);
        assertThat(page.body()).contains("value=\"45\"");
    }

    @Test
    void aDraftIsPreviewedAndOpened() {
        call(DRAFT);
        Neighbours.REGISTRATION.reply("POST", ONE + "/opening", 200, CALL);

        Reply preview = organiser.open(PAGE + "/preview");
        Reply page = organiser.open(PAGE);
        Map<String, String> form = Browser.fill(page, Map.of("go", "opening"));
        Reply opened = organiser.post(PAGE + "/moved", form);

        assertThat(preview.text())
                .contains(
                        "A preview, for organisers only",
                        "once the call has been opened",
                        "Cluster managers.",
                        "The rule in full",
                        "How the waiting list works",
                        "First come <first>.",
                        "Which <format>?")
                .doesNotContain("Asked once", "Not open yet");
        assertThat(page.text()).contains("Draft, not public").doesNotContain("Public page");
        assertThat(opened.header("Location")).endsWith(PAGE + "?done=opening");
        assertThat(Neighbours.REGISTRATION.requests(ONE + "/opening").get(0).header("If-Match"))
                .isEqualTo("\"v7\"");
    }

    @Test
    void everyPageOfTheFormIsPreviewedWithNothingToSend() {
        call(DRAFT.replace("\"questions\":[", """
                "questions":[
                {"key":"shoes","type":"TEXT","label":"Size of shoes?","help":null,"required":false,"choices":[],"purpose":"The visit.","retentionDays":5,"moment":"AFTER_ADMISSION","retired":false},"""));

        for (String step : new String[] {"", "/you", "/taking-part", "/motivation", "/check"}) {
            Reply page = organiser.open(PAGE + "/preview" + step);
            assertThat(page.status()).as(step).isEqualTo(200);
            assertThat(page.text()).as(step).contains("A preview, for organisers only", "Nothing that is entered here");
            assertThat(page.body())
                    .as(step)
                    .doesNotContain("/en/w/frankfurt-2016/appl", "Save and continue", "Send application</button>");
        }
        assertThat(organiser.open(PAGE + "/preview/you").body())
                .contains("id=\"givenName\"", "href=\"" + PAGE + "/preview/taking-part\"");
        assertThat(organiser.open(PAGE + "/preview/taking-part").body())
                .contains("<option value=\"porto\">", "href=\"" + PAGE + "/preview/motivation\"")
                .doesNotContain("<option value=\"bilbao\">");
        Reply motivation = organiser.open(PAGE + "/preview/motivation");
        assertThat(motivation.body())
                .containsSubsequence(
                        "id=\"motivation\"",
                        "Which &lt;format&gt;?",
                        "Asked after admission",
                        "Only people who have a place are asked this",
                        "Size of shoes?",
                        "href=\"" + PAGE + "/preview/check\"");
        assertThat(organiser.open(PAGE + "/preview/check").text()).contains("I have read the privacy notice");
        assertThat(organiser.open(PAGE + "/preview/nothing").status()).isEqualTo(404);
        assertThat(Neighbours.REGISTRATION
                        .requests("/api/v1/calls/call-1/waiting-list-rule")
                        .get(0)
                        .header("Authorization"))
                .startsWith("Bearer ");
    }

    @Test
    void closingIsRefusedWhenSomebodyWasFaster() {
        Map<String, String> form = Browser.fill(organiser.open(PAGE), Map.of("go", "closing"));
        Neighbours.REGISTRATION.reply("POST", ONE + "/closing", 412, "{\"status\":412}");

        Reply page = organiser.post(PAGE + "/moved", form);

        assertThat(page.status()).isEqualTo(412);
        assertThat(page.text()).contains("Nothing was done");
    }

    @Test
    void aNewCallIsDraftedOnce() {
        Neighbours.REGISTRATION.get(API, "[]");
        Neighbours.REGISTRATION.reply("POST", API, 201, DRAFT);
        Map<String, String> sent = fields(organiser.open(PAGE + "/new"));
        sent.put("opensAt", "2016-10-20T09:00");
        sent.put("closesAt", "2016-11-10T18:00");
        sent.put("eligibility", "All.");

        Reply drafted = organiser.post(PAGE + "/drafted", sent);
        organiser.post(PAGE + "/drafted", sent);

        assertThat(drafted.header("Location")).endsWith(PAGE + "?done=DRAFTED");
        assertThat(Neighbours.REGISTRATION.requests("POST", API).stream()
                        .map(request -> request.header("Idempotency-Key"))
                        .distinct())
                .hasSize(1);
        assertThat(Neighbours.REGISTRATION.requests("POST", API).get(0).body())
                .contains(
                        "\"code\":\"CITY:porto\"",
                        "\"code\":\"CONTRIBUTORS\"",
                        "\"opensAt\":\"2016-10-20T09:00:00+02:00\"");
    }

    @Test
    void anEarlierCallIsTakenOver() {
        Neighbours.REGISTRATION.get(API, "[" + CALL.replace("frankfurt-2016", "bilbao-2016") + "]");
        Neighbours.REGISTRATION.reply("POST", ONE + "/clones", 201, DRAFT);
        Reply page = organiser.open(PAGE);
        Map<String, String> form =
                new HashMap<>(Browser.fill(page, Map.of("source", "call-1", "zone", "Europe/Lisbon")));

        Reply wrong = organiser.post(PAGE + "/cloned", form);
        form.put("opensAt", "2016-10-20T09:00");
        form.put("closesAt", "2016-11-10T18:00");
        Reply cloned = organiser.post(PAGE + "/cloned", form);

        assertThat(page.text()).contains("This workshop has no call yet", "Or take over an earlier one");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body()).contains("<option value=\"call-1\" selected>", "value=\"Europe/Lisbon\"");
        assertThat(cloned.header("Location")).endsWith(PAGE + "?done=CLONED");
        assertThat(Neighbours.REGISTRATION.requests(ONE + "/clones").get(0).body())
                .contains(
                        "\"workshopSlug\":\"frankfurt-2016\"",
                        "\"opensAt\":\"2016-10-20T09:00:00+01:00\"",
                        "\"zone\":\"Europe/Lisbon\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/edit", "/new", "/preview", "/preview/you"})
    void onlyForOrganisers(String page) {
        assertThat(new Browser().signedInAs(Person.PORTO).open(PAGE + page).status())
                .isEqualTo(403);
    }

    @Test
    void whoseSessionHasEndedLosesNothingAndOthersSaveNothing() {
        Map<String, String> entered = Map.of("eligibility", "Half <an> hour's work", "go", "save");
        Browser nobody = new Browser();
        Browser partner = new Browser().signedInAs(Person.PORTO);
        for (String form : new String[] {"/edited", "/drafted"}) {
            Reply again = nobody.post(PAGE + form, Browser.fill(nobody.open("/en/w/frankfurt-2016/apply"), entered));
            Reply refused =
                    partner.post(PAGE + form, Browser.fill(partner.open("/en/w/frankfurt-2016/apply"), entered));

            assertThat(again.status()).isEqualTo(401);
            assertThat(again.body())
                    .contains("value=\"Half &lt;an&gt; hour&#39;s work\"", "action=\"" + PAGE + form + "\"");
            assertThat(refused.status()).isEqualTo(403);
        }
        // signing in shows which calls there are
        assertThat(Neighbours.REGISTRATION.requests(API))
                .extracting(Request::method)
                .containsOnly("GET");
        assertThat(Neighbours.REGISTRATION.requests(ONE)).isEmpty();
    }

    @Test
    void aReloadStartsAnew() {
        assertThat(organiser.open(PAGE + "/edited").path()).isEqualTo(PAGE + "/edit");
        assertThat(organiser.open(PAGE + "/moved").path()).isEqualTo(PAGE);
    }

    private static void savedMeanwhile() {
        Neighbours.REGISTRATION.reply("PUT", ONE, 412, "{\"type\":\"urn:infocus:problem:stale\",\"status\":412}");
    }

    private Map<String, String> form() {
        return fields(organiser.open(PAGE + "/edit"));
    }

    private Reply send(Map<String, String> form) {
        return organiser.post(PAGE + "/edited", form);
    }

    /** The form, to be saved, as it is shown once one of its buttons has been pressed that do not save it. */
    private Map<String, String> pressed(String button, Map<String, String> form) {
        form.put("go", button);
        return fields(send(form));
    }

    private static Request put() {
        return Neighbours.REGISTRATION.requests("PUT", ONE).get(0);
    }

    private static Request lastPut() {
        return Neighbours.REGISTRATION.last("PUT", ONE);
    }

    /** All fields of the form as a browser would send them. */
    private static Map<String, String> fields(Reply page) {
        Map<String, String> fields = new LinkedHashMap<>(Browser.fill(page, Map.of()));
        Matcher input = Pattern.compile("<input id=\"([^\"]+)\" name=\"[^\"]+\" type=\"[^\"]+\" value=\"([^\"]*)\"")
                .matcher(page.body());
        while (input.find()) {
            fields.put(input.group(1), Browser.unescape(input.group(2)));
        }
        Matcher text = Pattern.compile("(?s)<textarea id=\"([^\"]+)\"[^>]*>\n(.*?)</textarea>")
                .matcher(page.body());
        while (text.find()) {
            fields.put(text.group(1), Browser.unescape(text.group(2)));
        }
        Matcher select = Pattern.compile("(?s)<select id=\"([^\"]+)\"[^>]*>(.*?)</select>")
                .matcher(page.body());
        while (select.find()) {
            Matcher chosen = Pattern.compile("value=\"([^\"]*)\" selected").matcher(select.group(2));
            Matcher first = Pattern.compile("value=\"([^\"]*)\"").matcher(select.group(2));
            fields.put(select.group(1), chosen.find() ? chosen.group(1) : first.find() ? first.group(1) : "");
        }
        Matcher box = Pattern.compile("<input type=\"checkbox\" id=\"([^\"]+)\" name=\"[^\"]+\" value=\"yes\" checked>")
                .matcher(page.body());
        while (box.find()) {
            fields.put(box.group(1), "yes");
        }
        fields.put("go", "save");
        return fields;
    }
}
