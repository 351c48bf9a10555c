package eu.urbact.infocus.registration.application;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import eu.urbact.infocus.chassis.testing.Contracts;
import eu.urbact.infocus.chassis.testing.TestTokens;
import eu.urbact.infocus.chassis.testing.Topics;
import eu.urbact.infocus.chassis.testing.WithEmbeddedServers;
import eu.urbact.infocus.registration.ByLink;
import eu.urbact.infocus.registration.Registrations;

import static eu.urbact.infocus.registration.Registrations.application;
import static eu.urbact.infocus.registration.Registrations.applied;
import static eu.urbact.infocus.registration.Registrations.apply;
import static eu.urbact.infocus.registration.Registrations.city;
import static eu.urbact.infocus.registration.Registrations.decide;
import static eu.urbact.infocus.registration.Registrations.held;
import static eu.urbact.infocus.registration.Registrations.linkToken;
import static eu.urbact.infocus.registration.Registrations.organiser;
import static eu.urbact.infocus.registration.Registrations.seats;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

@QuarkusTest
@WithEmbeddedServers
class AdmissionTest {

    @Inject
    Registrations registrations;

    @Inject
    EntityManager entities;

    private String call;

    @BeforeEach
    void open() {
        call = registrations.openCall();
    }

    @Test
    void an_admitted_person_holds_a_seat_of_their_city_and_gives_it_back_on_withdrawal() {
        String id = applied(application(call));
        decide(id, "ADMIT").statusCode(200).body("state", equalTo("ADMITTED")).body("bucket", equalTo("CITY:porto"));
        assertThat(held(call, "CITY:porto")).isEqualTo(1);
        ByLink.withdraw(linkToken(id)).statusCode(200).body("state", equalTo("WITHDRAWN"));
        assertThat(held(call, "CITY:porto")).isZero();
        await().untilAsserted(() -> assertThat(Topics.read("infocus.registration.v1", id))
                .extracting(Topics.Delivered::type)
                .containsExactly(
                        "eu.urbact.infocus.registration.application-submitted.v1",
                        "eu.urbact.infocus.registration.application-admitted.v1",
                        "eu.urbact.infocus.registration.application-withdrawn.v1"));
        Topics.read("infocus.registration.v1", id)
                .forEach(record -> Contracts.ofThisService().assertValid(record.type(), record.value()));
    }

    @Test
    void when_the_citys_seats_are_taken_the_open_pool_follows_and_then_nobody() {
        for (String bucket : List.of("CITY:porto", "CITY:porto", "CITY:porto", "OPEN", "OPEN")) {
            decide(applied(application(call)), "ADMIT").statusCode(200).body("bucket", equalTo(bucket));
        }
        String last = applied(application(call));
        decide(last, "ADMIT")
                .statusCode(409)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:infocus:problem:bucket-full"))
                // the label of a bucket is its code in these tests
                .body("detail", equalTo("No seat is free among the seats of CITY:porto and the open seats."));
        organiser().get("/api/v1/admin/applications/" + last).then().body("state", equalTo("SUBMITTED"));
    }

    @Test
    void a_named_bucket_is_taken_and_no_other() {
        String id = applied(application(call));
        decide(id, "*", Map.of("decision", "ADMIT", "bucket", "CONTRIBUTORS"))
                .statusCode(200)
                .body("bucket", equalTo("CONTRIBUTORS"));
        decide(applied(application(call)), "*", Map.of("decision", "ADMIT", "bucket", "CITY:torino"))
                .statusCode(422)
                .body("type", equalTo("urn:infocus:problem:bucket-unknown"));
    }

    @Test
    void putting_an_admitted_person_on_the_waiting_list_frees_the_seat() {
        String id = Registrations.admitted(application(call));
        decide(id, "WAITLIST")
                .statusCode(200)
                .body("state", equalTo("WAITLISTED"))
                .body("bucket", equalTo(null));
        assertThat(held(call, "CITY:porto")).isZero();
    }

    @Test
    void declining_needs_a_reason_and_keeps_it() {
        String id = applied(application(call));
        decide(id, "*", Map.of("decision", "DECLINE"))
                .statusCode(422)
                .body("type", equalTo("urn:infocus:problem:reason-missing"))
                .body("detail", equalTo("Choose a reason."));
        decide(id, "*", Map.of("decision", "DECLINE", "reasonCode", "NOT_ELIGIBLE", "note", "It is for clusters."))
                .statusCode(200)
                .body("state", equalTo("DECLINED"))
                .body("reasonCode", equalTo("NOT_ELIGIBLE"))
                .body("note", equalTo("It is for clusters."));
    }

    @Test
    void nobody_is_declined_as_late_who_came_before_the_closing() {
        String id = applied(application(call));
        Map<String, Object> late = Map.of("decision", "DECLINE", "reasonCode", "LATE");
        decide(id, "*", late)
                .statusCode(422)
                .body("type", equalTo("urn:infocus:problem:reason-not-true"))
                .body("detail", equalTo("The application arrived before the call closed. Choose another reason."));
        organiser()
                .header("If-Match", "\"v0\"")
                .contentType(ContentType.JSON)
                .body(late)
                .put("/api/v1/admin/applications/" + id + "/staged-decision")
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:infocus:problem:reason-not-true"));
        // as somebody whom organisers enter later from a table
        QuarkusTransaction.requiringNew().run(() -> entities.createNativeQuery(
                        "update application set applied_at = '2016-11-04T17:00:00Z' where id = :id")
                .setParameter("id", UUID.fromString(id))
                .executeUpdate());
        decide(id, "*", late).statusCode(200).body("reasonCode", equalTo("LATE"));
    }

    @Test
    void a_declined_person_who_has_applied_again_is_decided_about_there() {
        Map<String, Object> application = application(call);
        String declined = applied(application);
        decide(declined, "DECLINE").statusCode(200);
        String again = applied(application);
        for (String decision : List.of("ADMIT", "WAITLIST")) {
            decide(declined, decision)
                    .statusCode(409)
                    .body("type", equalTo("urn:infocus:problem:decision-not-possible"));
        }
        decide(again, "ADMIT").statusCode(200);
        assertThat(held(call, "CITY:porto")).isEqualTo(1);
    }

    @Test
    void withdrawing_many_times_at_once_frees_one_seat() throws Exception {
        String id = Registrations.admitted(application(call));
        decide(applied(application(call)), "ADMIT").statusCode(200);
        String token = linkToken(id);
        List<Integer> statuses =
                atOnce(8, IntStream.range(0, 8).mapToObj(i -> id).toList(), same -> ByLink.withdraw(token)
                        .extract()
                        .statusCode());
        assertThat(statuses).containsOnly(200);
        assertThat(held(call, "CITY:porto")).isEqualTo(1);
    }

    @Test
    void a_stale_decision_is_refused_and_one_without_a_version_too() {
        String id = applied(application(call));
        decide(id, "\"v0\"", Map.of("decision", "WAITLIST")).statusCode(200).header("ETag", "\"v1\"");
        decide(id, "\"v0\"", Map.of("decision", "ADMIT"))
                .statusCode(412)
                .body("type", equalTo("urn:infocus:problem:stale"));
        organiser()
                .contentType(ContentType.JSON)
                .body(Map.of("decision", "ADMIT"))
                .post("/api/v1/admin/applications/" + id + "/decisions")
                .then()
                .statusCode(428);
        assertThat(held(call, "CITY:porto")).isZero();
    }

    @Test
    void of_many_organisers_at_once_one_decides_and_the_others_are_told_who_and_when() throws Exception {
        String id = applied(application(call));
        List<String> organisers =
                IntStream.range(0, 8).mapToObj(i -> "organiser-" + i).toList();
        ExecutorService pool = Executors.newFixedThreadPool(organisers.size());
        Map<String, Response> answers = new LinkedHashMap<>();
        try {
            Map<String, Future<Response>> running = new LinkedHashMap<>();
            organisers.forEach(
                    name -> running.put(name, pool.submit(() -> decideAs(name, id, Map.of("decision", "ADMIT")))));
            for (Map.Entry<String, Future<Response>> one : running.entrySet()) {
                answers.put(one.getKey(), one.getValue().get());
            }
        } finally {
            pool.shutdown();
        }
        List<String> won = organisers.stream()
                .filter(name -> answers.get(name).statusCode() == 200)
                .toList();
        assertThat(won).hasSize(1);
        assertThat(held(call, "CITY:porto")).isEqualTo(1);
        // and the person is told once
        String at = organiser()
                .get("/api/v1/admin/applications/" + id)
                .then()
                .body("history.action.count { it == 'application-admitted' }", equalTo(1))
                .extract()
                .path("history.find { it.action == 'application-admitted' }.at");
        answers.forEach((name, answer) -> {
            if (!won.contains(name)) {
                answer.then()
                        .statusCode(412)
                        .body("type", equalTo("urn:infocus:problem:stale"))
                        .body("by", equalTo(won.get(0)))
                        .body("yourself", equalTo(false))
                        .body("at", equalTo(at));
            }
        });
    }

    @Test
    void who_was_quicker_is_whoever_changed_it_and_not_whoever_did_something_else_since() {
        Map<String, Object> application = application(call);
        String id = applied(application);
        decideAs("organiser-1", id, Map.of("decision", "WAITLIST")).then().statusCode(200);
        // noted in the history, and no change of what was decided on
        apply(application).statusCode(201);
        organiser()
                .contentType(ContentType.JSON)
                .body(Map.of("vote", "YES"))
                .put("/api/v1/admin/applications/" + id + "/review/vote")
                .then()
                .statusCode(204);
        given().contentType(ContentType.JSON)
                .body(Map.of("email", application.get("email")))
                .post("/api/v1/self-service/link-requests")
                .then()
                .statusCode(202);
        await().untilAsserted(() -> organiser()
                .get("/api/v1/admin/applications/" + id)
                .then()
                .body("history[0].action", equalTo("application-link-requested")));
        decideAs("organiser-2", id, Map.of("decision", "ADMIT"))
                .then()
                .statusCode(412)
                .body("by", equalTo("organiser-1"))
                .body(
                        "at",
                        equalTo(organiser()
                                .get("/api/v1/admin/applications/" + id)
                                .then()
                                .body("history.action", hasItems("application-repeated", "vote-cast"))
                                .extract()
                                .path("history.find { it.action == 'application-waitlisted' }.at")));
    }

    private static Response decideAs(String organiser, String id, Map<String, Object> decision) {
        return given().auth()
                .oauth2(TestTokens.user(organiser, Set.of("organiser"), List.of())
                        .token())
                .header("If-Match", "\"v0\"")
                .contentType(ContentType.JSON)
                .body(decision)
                .post("/api/v1/admin/applications/" + id + "/decisions");
    }

    @Test
    void sixty_people_eight_organisers_and_not_one_seat_too_many() throws Exception {
        String room =
                registrations.openCall(Map.of("CITY:porto", 3, "CITY:bilbao", 3, "CONTRIBUTORS", 10, "OPEN", 10), 26);
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            Map<String, Object> application = application(room);
            application.put("cityId", i % 3 == 0 ? "porto" : i % 3 == 1 ? "bilbao" : null);
            application.put("contributor", i % 4 == 0);
            ids.add(applied(application));
        }
        List<Integer> statuses =
                atOnce(8, ids, id -> decide(id, "ADMIT").extract().statusCode());
        Map<Integer, Integer> count = new HashMap<>();
        statuses.forEach(status -> count.merge(status, 1, Integer::sum));
        assertThat(count).containsExactlyInAnyOrderEntriesOf(Map.of(200, 26, 409, 34));
        seats(room).body("held", equalTo(26)).body("free", equalTo(0));
        for (String bucket : List.of("CITY:porto", "CITY:bilbao", "CONTRIBUTORS", "OPEN")) {
            List<String> rows = organiser()
                    .get("/api/v1/admin/applications?size=200&state=ADMITTED&call=" + room)
                    .then()
                    .extract()
                    .path("items.findAll { it.bucket == '" + bucket + "' }.id");
            assertThat(rows).as(bucket).hasSize(held(room, bucket));
        }
    }

    @Test
    void deciding_is_for_organisers_alone() {
        String id = applied(application(call));
        String path = "/api/v1/admin/applications/" + id + "/decisions";
        Map<String, Object> body = Map.of("decision", "ADMIT");
        given().contentType(ContentType.JSON)
                .header("If-Match", "*")
                .body(body)
                .post(path)
                .then()
                .statusCode(401);
        for (TestTokens tokens : List.of(TestTokens.city("porto"), TestTokens.desk(), TestTokens.auditor())) {
            given().auth()
                    .oauth2(tokens.token())
                    .contentType(ContentType.JSON)
                    .header("If-Match", "*")
                    .body(body)
                    .post(path)
                    .then()
                    .statusCode(403);
        }
        city("porto").get("/api/v1/admin/applications").then().statusCode(403);
        city("porto").get("/api/v1/admin/calls").then().statusCode(403);
    }

    @Test
    void a_city_sees_its_own_people_and_anothers_like_none() {
        String ofPorto = applied(application(call));
        Map<String, Object> other = application(call);
        other.put("cityId", "bilbao");
        String ofBilbao = applied(other);
        String missing = UUID.randomUUID().toString();

        city("porto")
                .get("/api/v1/partner/applications?call=" + call)
                .then()
                .statusCode(200)
                .body("items.id", equalTo(List.of(ofPorto)))
                .body("total", equalTo(1));
        city("porto").get("/api/v1/partner/applications/" + ofPorto).then().statusCode(200);
        String foreign = city("porto")
                .get("/api/v1/partner/applications/" + ofBilbao)
                .then()
                .statusCode(404)
                .extract()
                .asString();
        String none = city("porto")
                .get("/api/v1/partner/applications/" + missing)
                .then()
                .statusCode(404)
                .extract()
                .asString();
        assertThat(foreign.replace(ofBilbao, missing)).isEqualTo(none);
        organiser().get("/api/v1/partner/applications").then().statusCode(403);
        given().get("/api/v1/partner/applications").then().statusCode(401);
    }

    @Test
    void a_name_is_found_whichever_part_comes_first() {
        Map<String, Object> application = application(call);
        application.put("givenName", "Gaëlle");
        application.put("familyName", "van-Zimmer O’Ney");
        application.put("organisation", "Atelier");
        String id = applied(application);
        applied(application(call));
        String list = "/api/v1/admin/applications?call=" + call;
        for (String found : List.of(
                "Zimmer Ga", "Zimmer, Ga", "ga zimmer", "Atelier; Zimmer", "van Zimmer", "O'Ney Gaëlle", "o ney")) {
            organiser().queryParam("q", found).get(list).then().body("items.id", equalTo(List.of(id)));
        }
        organiser().queryParam("q", "Zimmer, Zdenka").get(list).then().body("total", equalTo(0));
        organiser().queryParam("q", " , ").get(list).then().body("total", equalTo(2));
    }

    @Test
    void names_are_found_with_and_without_their_apostrophes() {
        Map<String, Object> with = application(call);
        with.put("familyName", "O'Brien");
        Map<String, Object> without = application(call);
        without.put("familyName", "OBrien");
        String one = applied(with);
        String other = applied(without);
        String list = "/api/v1/admin/applications?call=" + call;
        for (String text : List.of("obrien", "O'Brien", "o’brien", "O´Brien", "o`brien")) {
            organiser().queryParam("q", text).get(list).then().body("items.id", containsInAnyOrder(one, other));
        }
        organiser().queryParam("q", "o'neill").get(list).then().body("total", equalTo(0));
    }

    @Test
    void one_or_two_letters_are_found_at_the_beginning_of_a_word_only() {
        Map<String, Object> application = application(call);
        application.put("givenName", "Ivar");
        application.put("familyName", "Bå Qvist");
        application.put("organisation", "Xylem 9!%");
        application.put("email", UUID.randomUUID().toString().replaceAll("[^0-9]", "7") + "@example.org");
        String id = applied(application);
        applied(application(call));
        String list = "/api/v1/admin/applications?call=" + call;
        // of the whole text, of a later word, with an accent of its own, and with signs that mean something to the
        // database
        for (String found :
                List.of("i", "IV", "b", "bå", "ba\u030A", "xy", "q ba", "9!", "9!%", "var", "vist", "yle i")) {
            organiser().queryParam("q", found).get(list).then().body("items.id", equalTo(List.of(id)));
        }
        for (String middle : List.of("va", "v", "va\u030A", "le", "st", "!", "%", "!%", "_", "__", "ivar v")) {
            organiser().queryParam("q", middle).get(list).then().body("total", equalTo(0));
        }
    }

    @Test
    void the_list_is_filtered_searched_sorted_and_paged() {
        Map<String, Object> bilbao = application(call);
        bilbao.put("cityId", "bilbao");
        bilbao.put("familyName", "Aaa");
        bilbao.put("organisation", "100%_Steel");
        String first = applied(bilbao);
        Map<String, Object> noCity = application(call);
        noCity.put("cityId", null);
        String second = applied(noCity);
        String list = "/api/v1/admin/applications?call=" + call;
        organiser().get(list + "&city=bilbao").then().body("items.id", equalTo(List.of(first)));
        organiser().get(list + "&city=none").then().body("items.id", equalTo(List.of(second)));
        organiser().get(list + "&sort=name").then().body("items.id", equalTo(List.of(first, second)));
        organiser().queryParam("q", "100%_s").get(list).then().body("items.id", equalTo(List.of(first)));
        organiser().get(list + "&q=100xxs").then().body("total", equalTo(0));
        organiser()
                .get(list + "&size=1&page=1")
                .then()
                .body("items.id", equalTo(List.of(second)))
                .body("total", equalTo(2));
        organiser().get(list + "&sort=email").then().statusCode(422);
        for (String wrong : List.of("state=KING", "page=x", "size=x", "size=0")) {
            organiser().get(list + "&" + wrong).then().statusCode(422).body("errors.size()", equalTo(1));
        }
        organiser().get("/api/v1/admin/applications?call=x").then().statusCode(422);
    }

    @Test
    void who_is_searched_for_stands_in_the_order_asked_for_page_by_page() {
        List<String> ids = new ArrayList<>();
        for (List<String> person : List.of(
                List.of("Cee", "porto"), List.of("Aay", ""), List.of("Bee", "bilbao"), List.of("Dee", "porto"))) {
            Map<String, Object> application = application(call);
            application.put("familyName", person.get(0));
            application.put("cityId", person.get(1).isEmpty() ? null : person.get(1));
            application.put("organisation", "Ateliér");
            ids.add(applied(application));
        }
        applied(application(call));
        Map<String, List<Integer>> orders = Map.of(
                "appliedAt",
                List.of(0, 1, 2, 3),
                "name",
                List.of(1, 2, 0, 3),
                "city",
                List.of(2, 0, 3, 1),
                "state",
                List.of(0, 1, 2, 3),
                "votes",
                List.of(0, 1, 2, 3));
        orders.forEach((order, places) -> {
            for (int page = 0; page < 2; page++) {
                organiser()
                        .get("/api/v1/admin/applications?call=" + call + "&q=atelier&size=3&page=" + page + "&sort="
                                + order)
                        .then()
                        .body(
                                "items.id",
                                equalTo(places.subList(page * 3, Math.min(4, page * 3 + 3)).stream()
                                        .map(ids::get)
                                        .toList()))
                        .body("total", equalTo(4));
            }
        });
    }

    @Test
    void names_stand_in_the_order_of_the_alphabet_and_are_found_in_any_spelling() {
        Map<String, String> ids = new LinkedHashMap<>();
        for (String name :
                List.of("Zorn", "Šimić", "de la Cruz", "Müller-Abel", "Łukasz", "d’Arc", "Müller", "Ångström")) {
            Map<String, Object> person = application(call);
            person.put("familyName", name);
            ids.put(name, applied(person));
        }
        String list = "/api/v1/admin/applications?call=" + call;
        organiser()
                .get(list + "&sort=name")
                .then()
                .body(
                        "items.familyName",
                        equalTo(List.of(
                                "Ångström",
                                "d’Arc",
                                "de la Cruz",
                                "Łukasz",
                                "Müller",
                                "Müller-Abel",
                                "Šimić",
                                "Zorn")));
        Map.of(
                        "simic", "Šimić",
                        "ŠIMIĆ", "Šimić",
                        "lukasz", "Łukasz",
                        "d'arc", "d’Arc",
                        "muller-a", "Müller-Abel",
                        "CRUZ", "de la Cruz")
                .forEach((typed, name) -> organiser()
                        .queryParam("q", typed)
                        .get(list)
                        .then()
                        .statusCode(200)
                        .body("items.id", equalTo(List.of(ids.get(name)))));
        for (String nobody : List.of("¡", "!", "％")) {
            organiser().queryParam("q", nobody).get(list).then().statusCode(200);
        }
    }

    @Test
    void a_bucket_is_never_made_smaller_than_what_is_held_nor_the_room_overfilled() {
        decide(applied(application(call)), "ADMIT").statusCode(200);
        resize("CITY:porto", 0).statusCode(409).body("type", equalTo("urn:infocus:problem:bucket-too-small"));
        resize("CITY:porto", 4).statusCode(409).body("type", equalTo("urn:infocus:problem:capacity-exceeded"));
        resize("CITY:porto", 1).statusCode(200);
        resize("OPEN", 4).statusCode(200).body("buckets.find { it.code == 'OPEN' }.limit", equalTo(4));
        resize("CITY:torino", 1).statusCode(422);
        resize("nonsense", 1).statusCode(422);
    }

    private io.restassured.response.ValidatableResponse resize(String bucket, int limit) {
        String etag = seats(call).extract().header("ETag");
        return organiser()
                .header("If-Match", etag)
                .contentType(ContentType.JSON)
                .body(Map.of("limit", limit))
                .put("/api/v1/admin/calls/" + call + "/seats/" + bucket)
                .then();
    }

    private interface Step {
        int run(String applicationId);
    }

    private static List<Integer> atOnce(int clients, List<String> ids, Step step)
            throws InterruptedException, ExecutionException {
        ExecutorService pool = Executors.newFixedThreadPool(clients);
        try {
            List<Future<Integer>> running =
                    ids.stream().map(id -> pool.submit(() -> step.run(id))).toList();
            List<Integer> results = new ArrayList<>();
            for (Future<Integer> one : running) {
                results.add(one.get());
            }
            return results;
        } finally {
            pool.shutdown();
        }
    }
}
