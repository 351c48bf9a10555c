package eu.urbact.infocus.registration.question;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import eu.urbact.infocus.chassis.outcome.Verdict;
import eu.urbact.infocus.chassis.testing.WithEmbeddedServers;
import eu.urbact.infocus.registration.ByLink;
import eu.urbact.infocus.registration.Registrations;
import eu.urbact.infocus.registration.RowLocks;
import eu.urbact.infocus.registration.call.CallForParticipation;
import eu.urbact.infocus.registration.call.CallQuestion;
import eu.urbact.infocus.registration.call.Calls;

import static eu.urbact.infocus.registration.Registrations.application;
import static eu.urbact.infocus.registration.Registrations.applied;
import static eu.urbact.infocus.registration.Registrations.apply;
import static eu.urbact.infocus.registration.Registrations.city;
import static eu.urbact.infocus.registration.Registrations.decide;
import static eu.urbact.infocus.registration.Registrations.linkToken;
import static eu.urbact.infocus.registration.Registrations.organiser;
import static eu.urbact.infocus.registration.Registrations.question;
import static eu.urbact.infocus.registration.Registrations.tasksOf;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

@QuarkusTest
@WithEmbeddedServers
class QuestionsTest {

    private static final Map<String, Integer> BUCKETS = Map.of("OPEN", 5, "CITY:porto", 5);

    @Inject
    Registrations registrations;

    @Inject
    Clock clock;

    @Inject
    Answers answers;

    @Inject
    ChangeAnswers changeAnswers;

    @Inject
    AskedOfCalls asked;

    @Inject
    Calls calls;

    @Inject
    DataSource dataSource;

    private Map<String, Object> wanted;
    private String call;

    @BeforeEach
    void open() {
        wanted = Registrations.call(registrations.announcedWorkshop(), BUCKETS, 10);
        wanted.put(
                "questions",
                List.of(
                        question("bring", "TEXT", false, List.of()),
                        question("formats", "MULTI_CHOICE", false, List.of("Panel", "Talk")),
                        question("first", "YES_NO", true, List.of()),
                        late(question("arrival", "DATE", true, List.of()))));
        call = Registrations.opened(wanted);
    }

    @Test
    void everybody_sees_what_is_asked_and_why() {
        given().get("/api/v1/calls/" + call)
                .then()
                .statusCode(200)
                .body("questions.key", equalTo(List.of("bring", "formats", "first", "arrival")))
                .body("questions[1].choices", equalTo(List.of("Panel", "Talk")))
                .body("questions[1].purpose", equalTo("To plan the day."))
                .body("questions[1].retentionDays", equalTo(30))
                .body("questions[3].moment", equalTo("AFTER_ADMISSION"));
    }

    @Test
    void what_is_asked_of_people_with_a_place_is_on_their_task_list() {
        Map<String, Object> application = application(call);
        application.put("answers", Map.of("first", true));
        String id = applied(application);
        tasks(id).body("tasks", hasSize(0));
        decide(id, "ADMIT").statusCode(200);
        tasks(id)
                .body("open", equalTo(1))
                .body("tasks.code", equalTo(List.of("QUESTIONS")))
                .body("tasks.answered", equalTo(List.of(false)))
                .body("tasks[0].dueAt", equalTo("2016-11-23T12:30:00Z"));
        answerLate(linkToken(id), Map.of("arrival", "2016-11-23")).statusCode(200);
        tasks(id).body("open", equalTo(0)).body("tasks.answered", equalTo(List.of(true)));
    }

    @Test
    void questions_that_need_no_answer_are_done_with_when_they_are_sent() {
        String id = Registrations.admitted(application(withOptionalLateQuestion()));
        tasks(id).body("tasks.answered", equalTo(List.of(false)));
        answerLate(linkToken(id), Map.of()).statusCode(200);
        tasks(id).body("open", equalTo(0)).body("tasks.answered", equalTo(List.of(true)));
        answerLate(linkToken(id), Map.of("late", "Yes, a pump")).statusCode(200);
        answerLate(linkToken(id), Map.of("late", "")).statusCode(200);
        tasks(id).body("open", equalTo(0)).body("tasks.answered", equalTo(List.of(true)));
    }

    private String withOptionalLateQuestion() {
        Map<String, Object> other = Registrations.call(registrations.announcedWorkshop(), BUCKETS, 10);
        other.put("questions", List.of(late(question("late", "TEXT", false, List.of()))));
        String created = Registrations.opened(other);
        return created;
    }

    @Test
    void they_are_asked_until_the_workshop_ends_as_long_as_their_answers_are_taken() {
        Map<String, Object> application = application(call);
        application.put("answers", Map.of("first", true));
        String id = Registrations.admitted(application);
        // it has begun, and the person may be there already
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Instant ends = now.plus(Duration.ofHours(30));
        registrations.workshopIs(call, now.minus(Duration.ofHours(1)), ends);
        tasks(id).body("open", equalTo(1)).body("tasks[0].dueAt", equalTo(ends.toString()));
        registrations.workshopIs(call, now.minus(Duration.ofHours(30)), now.minus(Duration.ofMinutes(1)));
        tasks(id).body("open", equalTo(0)).body("tasks", hasSize(0));
        own(linkToken(id))
                .body("mayAnswer", equalTo(false))
                .body("over", equalTo(true))
                .body("questions.key", equalTo(List.of("first")));
        // what was answered in time stays to be seen
        registrations.workshopIs(call, now.minus(Duration.ofHours(1)), ends);
        answerLate(linkToken(id), Map.of("arrival", "2016-11-23"))
                .statusCode(200)
                .body("over", equalTo(false));
        registrations.workshopIs(call, now.minus(Duration.ofHours(30)), now.minus(Duration.ofMinutes(1)));
        tasks(id).body("open", equalTo(0)).body("tasks.answered", equalTo(List.of(true)));
        answerLate(linkToken(id), Map.of("arrival", "2016-11-24"))
                .statusCode(409)
                .body("type", equalTo("urn:infocus:problem:logistics-over"))
                .body("title", equalTo("There is nothing left to plan"))
                .body("detail", equalTo("The workshop is over."));
        own(linkToken(id))
                .body("mayAnswer", equalTo(false))
                .body("questions.changeable", equalTo(List.of(false, false)))
                .body("questions[1].values", equalTo(List.of("2016-11-23")));
    }

    @Test
    void answers_come_with_the_application_and_organisers_see_them() {
        Map<String, Object> application = application(call);
        application.put("answers", Map.of("formats", List.of("Talk", "Panel"), "first", true, "bring", ""));
        String id = applied(application);
        organiser()
                .get("/api/v1/admin/applications/" + id)
                .then()
                .body("answers.key", equalTo(List.of("formats", "first")))
                .body("answers[0].label", equalTo("About formats?"))
                .body("answers[0].values", equalTo(List.of("Panel", "Talk")))
                .body("answers[1].values", equalTo(List.of("yes")));
        city("porto")
                .get("/api/v1/partner/applications/" + id)
                .then()
                .statusCode(200)
                .body("answers", nullValue());
    }

    @Test
    void answers_go_when_own_data_say_so() {
        Map<String, Object> application = application(call);
        application.put("answers", Map.of("formats", List.of("Talk"), "first", true));
        String id = applied(application);
        // the longest of 30 days after the end of the workshop
        Instant gone = Instant.parse("2016-12-25T13:00:00Z");
        ByLink.ownData(linkToken(id))
                .body("kept.find { it.section == 'answers' }.erasedAfter", equalTo(gone.toString()));
        for (boolean there : new boolean[] {true, false}) {
            Instant now = there ? gone.minusNanos(1_000) : gone;
            QuarkusTransaction.requiringNew().run(() -> answers.forget(now));
            ByLink.ownData(linkToken(id)).body("sections.answers", there ? hasSize(2) : nullValue());
        }
    }

    @Test
    void a_slip_in_the_year_takes_no_answers_as_long_as_somebody_may_find_it() {
        Map<String, Object> application = application(call);
        application.put("answers", Map.of("formats", List.of("Talk"), "first", true));
        String id = applied(application);
        registrations.workshopIs(call, Instant.parse("2015-11-23T12:30:00Z"), Instant.parse("2015-11-25T13:00:00Z"));
        Instant gone = Instant.parse(
                ByLink.ownData(linkToken(id)).extract().path("kept.find { it.section == 'answers' }.erasedAfter"));
        assertThat(gone).isAfter(Instant.parse("2016-10-24T00:00:00Z"));
        for (boolean there : new boolean[] {true, false}) {
            Instant now = there ? gone.minusNanos(1_000) : gone;
            QuarkusTransaction.requiringNew().run(() -> answers.forget(now));
            ByLink.ownData(linkToken(id)).body("sections.answers", there ? hasSize(2) : nullValue());
        }
    }

    @Test
    void a_line_break_and_an_emoji_are_one_character_each() {
        Map<String, Object> application = application(call);
        String full = "😀\r\n".repeat(1_000);
        application.put("answers", Map.of("first", true, "bring", "x\r\n😀"));
        application.put("motivation", full.substring(0, full.length() - 2) + "y");
        String id = applied(application);
        organiser()
                .get("/api/v1/admin/applications/" + id)
                .then()
                .body("motivation", equalTo("😀\n".repeat(999) + "😀y"))
                .body("answers[0].values", equalTo(List.of("x\n😀")));
        Map<String, Object> longer = application(call);
        longer.put("answers", Map.of("first", true));
        longer.put("motivation", full + "y");
        apply(longer).statusCode(422).body("errors.field", equalTo(List.of("motivation")));
    }

    @Test
    void wrong_missing_early_and_unknown_answers_are_named() {
        Map<String, Object> application = application(call);
        apply(application).statusCode(422).body("errors.field", equalTo(List.of("answers.first")));
        Map<String, Object> answers = new LinkedHashMap<>();
        answers.put("formats", List.of("Walk"));
        answers.put("first", "yes");
        answers.put("arrival", "2016-11-23");
        answers.put("weather", "fine");
        answers.put("Ana ana@example.org", "x");
        application.put("answers", answers);
        apply(application)
                .statusCode(422)
                .body(
                        "errors.field",
                        equalTo(List.of(
                                "answers.formats", "answers.first", "answers.arrival", "answers.weather", "answers")));
        application.put("answers", List.of("x"));
        apply(application).statusCode(400).body("errors.field", equalTo(List.of("answers")));
    }

    @Test
    void a_repeated_application_changes_no_answers() {
        Map<String, Object> application = application(call);
        application.put("answers", Map.of("first", true));
        String id = applied(application);
        application.put("answers", Map.of("first", false));
        applied(application);
        organiser()
                .get("/api/v1/admin/applications/" + id)
                .then()
                .body("answers.values", equalTo(List.of(List.of("yes"))));
    }

    @Test
    void what_is_asked_late_is_answered_by_people_with_a_place() {
        String id = appliedWithAnswer();
        String token = linkToken(id);
        answerLate(token, Map.of("first", true, "arrival", "2016-11-23"))
                .statusCode(422)
                .body("errors.field", equalTo(List.of("answers.arrival")));
        own(token).body("questions.key", not(hasItem("arrival")));
        decide(id, "ADMIT").statusCode(200);
        own(token)
                .body("mayAnswer", equalTo(true))
                .body("questions.key", equalTo(List.of("first", "arrival")))
                .body("questions.changeable", equalTo(List.of(false, true)));
        answerLate(token, Map.of()).statusCode(422).body("errors.field", equalTo(List.of("answers.arrival")));
        answerLate(token, Map.of("arrival", "tomorrow", "first", false))
                .statusCode(422)
                .body("errors.field", equalTo(List.of("answers.arrival", "answers.first")));
        answerLate(token, Map.of("arrival", "2016-11-23")).statusCode(200);
        answerLate(token, Map.of("arrival", "2016-11-24"))
                .statusCode(200)
                .body("questions[1].values", equalTo(List.of("2016-11-24")));
        answerLate(token + "x", Map.of("arrival", "2016-11-23")).statusCode(404);
    }

    @Test
    void answers_of_the_application_change_until_the_decision_and_the_deadline() {
        String id = appliedWithAnswer();
        String token = linkToken(id);
        own(token)
                .body("mayAnswer", equalTo(true))
                .body("questions.key", equalTo(List.of("bring", "formats", "first")))
                .body("questions.changeable", equalTo(List.of(true, true, true)));
        answerLate(token, Map.of("first", false, "formats", List.of("Walk")))
                .statusCode(422)
                .body("errors.field", equalTo(List.of("answers.formats")));
        answerLate(token, Map.of("first", false, "bring", "A case.")).statusCode(200);
        answerLate(token, Map.of("first", false)).statusCode(200);
        organiser()
                .get("/api/v1/admin/applications/" + id)
                .then()
                .body("answers.key", equalTo(List.of("first")))
                .body("answers.values", equalTo(List.of(List.of("no"))));
        decide(id, "WAITLIST").statusCode(200);
        answerLate(token, Map.of("first", true))
                .statusCode(409)
                .body("type", equalTo("urn:infocus:problem:not-admitted"));
        own(token).body("mayAnswer", equalTo(false)).body("questions.changeable", equalTo(List.of(false)));

        String late = linkToken(appliedWithAnswer());
        organiser()
                .header("If-Match", "*")
                .post("/api/v1/admin/calls/" + call + "/closing")
                .then()
                .statusCode(200);
        answerLate(late, Map.of("first", false))
                .statusCode(409)
                .body("type", equalTo("urn:infocus:problem:call-not-open"));
    }

    @Test
    void whoever_decides_on_answers_that_have_changed_since_is_told() {
        String id = appliedWithAnswer();
        String token = linkToken(id);
        organiser()
                .header("If-Match", tag(id))
                .contentType(ContentType.JSON)
                .body(Map.of("decision", "ADMIT"))
                .put("/api/v1/admin/applications/" + id + "/staged-decision")
                .then()
                .statusCode(200);
        String seen = tag(id);
        String plan = plan().body("changedSince", hasSize(0)).extract().header("ETag");
        // saying the same again changes nothing
        answerLate(token, Map.of("first", true)).statusCode(200);
        assertThat(tag(id)).isEqualTo(seen);

        answerLate(token, Map.of("first", false))
                .statusCode(200)
                .body("questions.find { it.key == 'first' }.values", equalTo(List.of("no")));
        decide(id, seen, Map.of("decision", "ADMIT"))
                .statusCode(412)
                .body("by", equalTo("the applicant"))
                .body("yourself", equalTo(false))
                .body("at", startsWith("20"));
        plan().header("ETag", not(equalTo(plan))).body("changedSince", equalTo(List.of(id)));
        organiser()
                .header("If-Match", plan)
                .contentType(ContentType.JSON)
                .body(Map.of())
                .post("/api/v1/admin/calls/" + call + "/releases")
                .then()
                .statusCode(412)
                .body("by", equalTo("the applicant"));
        Registrations.history(id)
                .body(
                        "items.action.findAll { it.contains('answer') }",
                        equalTo(List.of("application-answers-changed")));

        // on what is asked of people with a place nobody decides
        decide(id, tag(id), Map.of("decision", "ADMIT")).statusCode(200);
        String admitted = tag(id);
        answerLate(token, Map.of("arrival", "2016-11-23")).statusCode(200);
        assertThat(tag(id)).isEqualTo(admitted);
    }

    private ValidatableResponse plan() {
        return organiser().get("/api/v1/admin/calls/" + call + "/plan").then().statusCode(200);
    }

    private static String tag(String id) {
        return organiser()
                .get("/api/v1/admin/applications/" + id)
                .then()
                .statusCode(200)
                .extract()
                .header("ETag");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_question_that_is_answered_while_it_is_changed_or_removed_stays(boolean removed) throws Exception {
        String id = appliedWithAnswer();
        List<Map<String, Object>> others = new ArrayList<>(
                List.of(question("formats", "MULTI_CHOICE", false, List.of("Panel", "Talk")), late("arrival")));
        others.add(question("first", "YES_NO", true, List.of()));
        if (!removed) {
            others.add(question("bring", "YES_NO", false, List.of()));
        }
        RowLocks.answerAfter(
                        dataSource,
                        () -> changeAnswers.change(UUID.fromString(id), Map.of("first", true, "bring", "A case.")),
                        () -> edit(others))
                .statusCode(409)
                .body("type", equalTo("urn:infocus:problem:question-answered"))
                .body("detail", startsWith("The question “About bring?” has 1 answer, so"));
    }

    @Test
    void an_answer_to_what_a_question_is_no_more_is_not_taken() throws Exception {
        String id = appliedWithAnswer();
        String token = linkToken(id);
        Map<String, Object> answers = Map.of("first", true, "bring", "A case.");
        RowLocks.answerAfter(
                        dataSource, () -> wordAnew("bring", "What do you leave?"), () -> answerLate(token, answers))
                .statusCode(412)
                .body("type", equalTo("urn:infocus:problem:stale"));
        Map<String, Object> application = application(call);
        application.put("answers", answers);
        RowLocks.answerAfter(dataSource, () -> wordAnew("bring", "What do you take?"), () -> apply(application))
                .statusCode(412)
                .body("type", equalTo("urn:infocus:problem:stale"));
        organiser()
                .get("/api/v1/admin/applications?call=" + call)
                .then()
                .statusCode(200)
                .body("total", equalTo(1));
        own(token).body("questions.find { it.key == 'bring' }.values", hasSize(0));
        // with the words as they are now it is
        answerLate(token, answers)
                .statusCode(200)
                .body("questions.find { it.key == 'bring' }.label", equalTo("What do you take?"))
                .body("questions.find { it.key == 'bring' }.values", equalTo(List.of("A case.")));
    }

    @Test
    void whoever_changes_questions_takes_no_bucket_before_those_who_answer_are_through() throws Exception {
        RowLocks.answerAfter(
                        dataSource,
                        () -> lock("select id from question where call_id = :call for key share"),
                        () -> edit(List.of(question("first", "YES_NO", true, List.of()))),
                        // as somebody who accepts an invitation: has answered, and takes a seat now
                        () -> lock("select code from seat_bucket where call_id = :call order by code for update"))
                .statusCode(200);
    }

    @Test
    void answers_are_written_in_the_order_in_which_questions_are_locked() throws Exception {
        edit(List.of(
                        question("first", "YES_NO", true, List.of()),
                        question("formats", "MULTI_CHOICE", false, List.of("Panel", "Talk")),
                        question("bring", "TEXT", false, List.of())))
                .statusCode(200);
        Map<String, Object> application = application(call);
        application.put("answers", Map.of("bring", "A case.", "formats", List.of("Talk"), "first", true));
        RowLocks.answerAfter(
                        dataSource,
                        () -> lock("select id from question where call_id = :call order by id limit 1 for update"),
                        () -> apply(application),
                        () -> lock("select id from question where call_id = :call order by id for update"))
                .statusCode(201);
    }

    private void lock(String rows) {
        assertThat(calls.getEntityManager()
                        .createNativeQuery(rows)
                        .setParameter("call", UUID.fromString(call))
                        .getResultList()
                        .isEmpty())
                .isFalse();
    }

    private void wordAnew(String key, String label) {
        CallForParticipation changed = calls.findById(UUID.fromString(call), LockModeType.PESSIMISTIC_FORCE_INCREMENT);
        List<CallQuestion> wanted = asked.all(changed).stream()
                .map(question -> question.key().equals(key)
                        ? new CallQuestion(
                                key,
                                question.type(),
                                label,
                                question.help(),
                                question.required(),
                                question.choices(),
                                question.purpose(),
                                question.retentionDays(),
                                question.moment(),
                                question.retired())
                        : question)
                .toList();
        assertThat(asked.replace(changed, wanted)).isInstanceOf(Verdict.Allowed.class);
    }

    private static Map<String, Object> late(String key) {
        return late(question(key, "DATE", true, List.of()));
    }

    @Test
    void a_person_takes_the_answers_along_and_has_them_erased() {
        String id = appliedWithAnswer();
        String token = linkToken(id);
        ByLink.ownData(token)
                .statusCode(200)
                .body("sections.answers[0].question", equalTo("About first?"))
                .body("sections.answers[0].answer", equalTo(List.of("yes")));
        given().header("Application-Link", token)
                .post("/api/v1/self-service/erasure")
                .then()
                .statusCode(204);
        organiser().get("/api/v1/admin/applications/" + id).then().body("answers", hasSize(0));
    }

    @Test
    void an_answered_question_keeps_its_meaning_and_is_retired() {
        String id = appliedWithAnswer();
        Map<String, Object> first = question("first", "TEXT", true, List.of());
        edit(List.of(first)).statusCode(409).body("type", equalTo("urn:infocus:problem:question-answered"));
        edit(List.of())
                .statusCode(409)
                .body(
                        "detail",
                        equalTo(
                                "The question “About first?” has 1 answer, so it cannot be removed. Retire it instead."));
        Map<String, Object> other = question("first", "YES_NO", true, List.of());
        other.put("label", "Something entirely else?");
        edit(List.of(other))
                .statusCode(409)
                .body("type", equalTo("urn:infocus:problem:question-answered"))
                .body(
                        "detail",
                        equalTo(
                                "The question “About first?” has 1 answer, so its words, its purpose, its kind, its choices and its moment stay. Retire it and ask another one."));
        Map<String, Object> repurposed = question("first", "YES_NO", true, List.of());
        repurposed.put("purpose", "Marketing");
        edit(List.of(repurposed)).statusCode(409).body("type", equalTo("urn:infocus:problem:question-answered"));
        Map<String, Object> longer = question("first", "YES_NO", true, List.of());
        longer.put("retentionDays", 31);
        edit(List.of(longer)).statusCode(409).body("detail", containsString("30 days"));
        Map<String, Object> retired = question("first", "YES_NO", true, List.of());
        retired.put("retired", true);
        retired.put("help", "Not asked any more.");
        edit(List.of(retired)).statusCode(200).body("questions", hasSize(1));
        given().get("/api/v1/calls/" + call).then().body("questions", hasSize(0));
        apply(application(call)).statusCode(201);
        organiser()
                .get("/api/v1/admin/applications/" + id)
                .then()
                .body("answers.label", equalTo(List.of("About first?")));
    }

    @Test
    void without_answers_a_question_changes_freely_and_at_once() {
        edit(List.of(question("first", "TEXT", false, List.of()))).statusCode(200);
        apply(application(call)).statusCode(201);
    }

    @Test
    void odd_questions_are_refused() {
        List<Map<String, Object>> odd = new ArrayList<>();
        odd.add(question("one", "CHOICE", false, List.of("Only")));
        odd.add(question("one", "TEXT", false, List.of("a", "b")));
        odd.add(question("two", "CHOICE", false, List.of("a", "a")));
        edit(odd)
                .statusCode(422)
                .body(
                        "errors.field",
                        equalTo(List.of(
                                "questions[0].choices",
                                "questions[1].key",
                                "questions[1].choices",
                                "questions[2].choices")));
        Map<String, Object> purposeless = question("Three", "TEXT", false, List.of());
        purposeless.remove("purpose");
        edit(List.of(purposeless))
                .statusCode(422)
                .body("errors.field", equalTo(List.of("questions[0].key", "questions[0].purpose")));
    }

    private String appliedWithAnswer() {
        Map<String, Object> application = application(call);
        application.put("answers", Map.of("first", true));
        return applied(application);
    }

    private static ValidatableResponse tasks(String id) {
        return tasksOf(linkToken(id));
    }

    private ValidatableResponse edit(List<Map<String, Object>> questions) {
        wanted.put("questions", questions);
        return organiser()
                .header("If-Match", "*")
                .contentType(ContentType.JSON)
                .body(wanted)
                .put("/api/v1/admin/calls/" + call)
                .then();
    }

    private static ValidatableResponse own(String token) {
        return given().header("Application-Link", token)
                .get("/api/v1/self-service/answers")
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse answerLate(String token, Map<String, Object> answers) {
        return given().header("Application-Link", token)
                .contentType(ContentType.JSON)
                .body(Map.of("answers", answers))
                .put("/api/v1/self-service/answers")
                .then();
    }

    private static Map<String, Object> late(Map<String, Object> question) {
        question.put("moment", "AFTER_ADMISSION");
        return question;
    }
}
