package eu.urbact.infocus.registration.seat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import eu.urbact.infocus.chassis.testing.TestTokens;
import eu.urbact.infocus.registration.Registrations;

/**
 * A room that many clients want seats in at once, each doing what a random number says, through the API as people do. What is
 * refused is fine; what fails is kept.
 */
final class BusyRoom {

    /** What somebody does, and how often it is drawn in comparison with the others. */
    enum Deed {
        APPLY(8),
        ADMIT(8),
        ADMIT_IN_BUCKET(3),
        WAITLIST(4),
        DECLINE(2),
        WITHDRAW(4),
        WITHDRAW_FOR(2),
        TAKE_WITHDRAWAL_BACK(3),
        STAGE(4),
        RELEASE(2),
        RESIZE(3),
        ACCEPT_OFFER(4),
        DECLINE_OFFER(3),
        CANCEL_OFFER(3),
        LET_OFFERS_EXPIRE(3),
        HAND_BACK(1),
        PUT_HAND_BACK_OFF(2),
        INVITE(6),
        ACCEPT_INVITATION(4),
        SUBSTITUTE(5),
        SUBSTITUTE_INVITED(3),
        REFUSE_INVITATION(3),
        TAKE_BACK_INVITATION(1),
        TAKE_SUGGESTION_OVER(2),
        EDIT_CALL(2),
        ERASE(2),
        CHECK_IN(1),
        UNDO_CHECK_IN(1),
        WALK_IN(1),
        IMPORT(3);

        private final int weight;

        Deed(int weight) {
            this.weight = weight;
        }
    }

    /** One step of a client: what it does, and to which of the things that are there when its turn comes. */
    record Step(Deed deed, int first, int second) {

        static Step draw(SplittableRandom random) {
            int total = 0;
            for (Deed deed : Deed.values()) {
                total += deed.weight;
            }
            int drawn = random.nextInt(total);
            for (Deed deed : Deed.values()) {
                drawn -= deed.weight;
                if (drawn < 0) {
                    return new Step(deed, random.nextInt(1 << 20), random.nextInt(1 << 20));
                }
            }
            throw new IllegalStateException("weights do not add up");
        }
    }

    static final Map<String, Integer> BUCKETS = Map.of("CITY:porto", 3, "CITY:bilbao", 2, "CONTRIBUTORS", 2, "OPEN", 4);
    static final int CAPACITY = 12;

    /** What has no answer of its own and did something. */
    static final int HAPPENED = 1;

    /** What has no answer of its own and found nothing to do. */
    static final int NOTHING_TO_DO = 0;

    /** A lock that is not had in time is answered so by design, and people try again. More of them in one room are something else. */
    private static final int BUSY = 503;

    private static final int MOST_BUSY = 5;
    private static final int ATTEMPTS = 3;

    private static final Set<Deed> INVITATIONS = EnumSet.of(
            Deed.ACCEPT_INVITATION, Deed.SUBSTITUTE_INVITED, Deed.REFUSE_INVITATION, Deed.TAKE_BACK_INVITATION);
    private static final List<String> CODES = BUCKETS.keySet().stream().sorted().toList();
    private static final int PEOPLE = 40;

    private record Known(String id, String link) {}

    /**
     * The call of such a room, on a workshop of its own.
     *
     * @param seatsAtOnce whether those whom cities invite get a free seat of the city without a decision
     */
    static Map<String, Object> call(String workshopSlug, boolean seatsAtOnce) {
        Map<String, Object> call = Registrations.call(workshopSlug, BUCKETS, CAPACITY);
        call.put("skipModerationForDelegations", seatsAtOnce);
        return call;
    }

    /** What cannot be asked of the service: whose link it is, and that time goes by. */
    interface World {

        /** The token of an application's link; null for one that does not exist. */
        String linkOf(UUID applicationId);

        /** The token of an invitation's link. */
        String invitationOf(UUID invitationId);

        /** The application that an invitation has led to; null when there is none. */
        UUID applicationOf(UUID invitationId);

        /** The deadlines of all open offers pass; says how many have lapsed. */
        int letOffersExpire(UUID call);

        /** The hand-back date of this bucket has come; says how many seats were handed back. */
        int handBack(UUID call, String code);

        /** Organisers let the cities keep and invite again. */
        void putHandBackOff(UUID call);

        /** The day of the workshop that is today. */
        LocalDate today();
    }

    private final String call;
    private final Map<String, Object> definition;
    private final URI service;
    private final World world;
    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient http = HttpClient.newHttpClient();
    private final String organiser = TestTokens.organiser().token();
    private final Map<String, String> members = Map.of(
            "porto", TestTokens.city("porto").token(),
            "bilbao", TestTokens.city("bilbao").token());
    private final List<Known> known = new ArrayList<>();
    private final List<Known> invited = new ArrayList<>();
    private final Map<Deed, Map<Integer, Integer>> answers = new EnumMap<>(Deed.class);
    private final List<String> failures = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger busy = new AtomicInteger();
    private final AtomicInteger admittedByReleases = new AtomicInteger();

    /** A room for this call, which has been defined so. */
    BusyRoom(String call, Map<String, Object> definition, URI service, World world) {
        this.call = call;
        this.definition = definition;
        this.service = service;
        this.world = world;
    }

    /** Does one step and remembers how it was answered. */
    void perform(Step step) {
        try {
            if (step.deed() == Deed.LET_OFFERS_EXPIRE) {
                book(step.deed(), world.letOffersExpire(UUID.fromString(call)) > 0 ? HAPPENED : NOTHING_TO_DO);
                return;
            }
            if (step.deed() == Deed.HAND_BACK) {
                String city = step.first() % 2 == 0 ? "CITY:porto" : "CITY:bilbao";
                book(step.deed(), world.handBack(UUID.fromString(call), city) > 0 ? HAPPENED : NOTHING_TO_DO);
                return;
            }
            if (step.deed() == Deed.PUT_HAND_BACK_OFF) {
                world.putHandBackOff(UUID.fromString(call));
                return;
            }
            HttpResponse<String> answer = answerTo(step);
            for (int attempt = 1; answer != null && answer.statusCode() == BUSY && attempt < ATTEMPTS; attempt++) {
                book(step.deed(), BUSY);
                if (busy.incrementAndGet() > MOST_BUSY) {
                    break;
                }
                answer = answerTo(step);
            }
            if (answer == null) {
                return;
            }
            int status = answer.statusCode();
            book(step.deed(), status);
            if (status >= 500 || status == 400 || status == 401 || status == 403) {
                failures.add(step + " was answered with " + status + " " + answer.body());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void book(Deed deed, int status) {
        synchronized (answers) {
            answers.computeIfAbsent(deed, first -> new HashMap<>()).merge(status, 1, Integer::sum);
        }
    }

    private HttpResponse<String> answerTo(Step step) throws IOException, InterruptedException {
        if (step.deed() == Deed.APPLY) {
            return apply(step);
        }
        if (step.deed() == Deed.IMPORT) {
            return bringIn(step);
        }
        if (step.deed() == Deed.RESIZE) {
            String code = CODES.get(step.first() % CODES.size());
            return put(
                    "/api/v1/admin/calls/" + call + "/seats/" + URLEncoder.encode(code, StandardCharsets.UTF_8),
                    Map.of("limit", step.second() % 6));
        }
        if (step.deed() == Deed.RELEASE) {
            return release(step);
        }
        if (step.deed() == Deed.INVITE) {
            return invite(step);
        }
        if (step.deed() == Deed.TAKE_SUGGESTION_OVER) {
            return send(asOrganiser("/api/v1/admin/calls/" + call + "/suggestion/staging")
                    .POST(HttpRequest.BodyPublishers.ofString("{\"proposals\":[\"ADMIT\"]}")));
        }
        if (step.deed() == Deed.EDIT_CALL) {
            return editCall(step);
        }
        if (INVITATIONS.contains(step.deed())) {
            Known invitation = pick(invited, step.first());
            return invitation == null ? null : aboutInvitation(invitation, step);
        }
        if (step.deed() == Deed.CANCEL_OFFER) {
            return cancelOffer(step);
        }
        if (step.deed() == Deed.ACCEPT_OFFER || step.deed() == Deed.DECLINE_OFFER) {
            return answerOffer(step);
        }
        Known one = pick(known, step.first());
        if (one == null) {
            return null;
        }
        return switch (step.deed()) {
            case ADMIT -> decide(one, Map.of("decision", "ADMIT"));
            case ADMIT_IN_BUCKET ->
                decide(one, Map.of("decision", "ADMIT", "bucket", CODES.get(step.second() % CODES.size())));
            case WAITLIST -> decide(one, Map.of("decision", "WAITLIST"));
            case STAGE ->
                send(asOrganiser("/api/v1/admin/applications/" + one.id() + "/staged-decision")
                        .PUT(HttpRequest.BodyPublishers.ofString(
                                text(Map.of("decision", staged(step), "reasonCode", "OTHER", "replace", true)))));
            case DECLINE -> decide(one, Map.of("decision", "DECLINE", "reasonCode", "OTHER"));
            case WITHDRAW -> byLink(one, "/api/v1/self-service/withdrawal");
            case WITHDRAW_FOR ->
                send(asOrganiser("/api/v1/admin/applications/" + one.id() + "/withdrawal")
                        .POST(HttpRequest.BodyPublishers.ofString("{}")));
            case TAKE_WITHDRAWAL_BACK ->
                send(asOrganiser("/api/v1/admin/applications/" + one.id() + "/withdrawal")
                        .DELETE());
            case ERASE -> byLink(one, "/api/v1/self-service/erasure");
            case CHECK_IN -> atTheDoor("/check-ins", Map.of("applicationId", one.id()));
            case UNDO_CHECK_IN ->
                send(asOrganiser(door() + "/check-ins/" + one.id()).DELETE());
            case WALK_IN ->
                atTheDoor(
                        "/walk-ins",
                        Map.of(
                                "givenName", "Ana",
                                "familyName", "Sousa",
                                "organisation", "Cluster",
                                "country", "PT",
                                "applicationId", one.id()));
            case SUBSTITUTE -> substitute(one, step);
            default -> throw new IllegalStateException("every deed is listed");
        };
    }

    private String door() {
        return "/api/v1/desk/calls/" + call + "/days/" + world.today();
    }

    private HttpResponse<String> atTheDoor(String what, Map<String, Object> body)
            throws IOException, InterruptedException {
        return send(asOrganiser(door() + what).POST(HttpRequest.BodyPublishers.ofString(text(body))));
    }

    /**
     * All buckets at once, each with as many seats as are held when somebody looks and some more; one of those that nobody needs is left out at
     * times. None is handed back any more.
     */
    private HttpResponse<String> editCall(Step step) throws IOException, InterruptedException {
        Map<String, Integer> held = new HashMap<>();
        for (JsonNode bucket : read("/api/v1/admin/calls/" + call + "/seats").path("buckets")) {
            held.put(bucket.get("code").textValue(), bucket.get("held").intValue());
        }
        Map<String, Integer> promised = new HashMap<>();
        for (JsonNode city : read("/api/v1/admin/calls/" + call + "/delegations")) {
            int used = city.get("limit").intValue() - city.get("free").intValue();
            String code = "CITY:" + city.get("cityId").textValue();
            promised.put(code, Math.max(0, used - held.getOrDefault(code, 0)));
        }
        List<Map<String, Object>> buckets = new ArrayList<>();
        int drawn = step.first();
        for (String code : CODES) {
            // now and then fewer than are promised, which is refused
            int kept = step.second() % 4 == 0 ? 0 : promised.getOrDefault(code, 0);
            int seats = held.getOrDefault(code, 0) + kept + drawn % 3;
            if (seats > 0 || code.equals("OPEN")) {
                buckets.add(Map.of("code", code, "label", code, "limit", seats));
            }
            drawn /= 3;
        }
        Map<String, Object> changed = new HashMap<>(definition);
        changed.put("buckets", buckets);
        return put("/api/v1/admin/calls/" + call, changed);
    }

    private JsonNode read(String path) throws IOException, InterruptedException {
        return json.readTree(send(asOrganiser(path).GET()).body());
    }

    /** All that is staged, or what is for some people: often the plan is too large for the room. */
    private HttpResponse<String> release(Step step) throws IOException, InterruptedException {
        List<String> some = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Known one = pick(known, step.first() + i);
            if (one != null) {
                some.add(one.id());
            }
        }
        HttpResponse<String> answer = send(asOrganiser("/api/v1/admin/calls/" + call + "/releases")
                .POST(HttpRequest.BodyPublishers.ofString(
                        text(step.second() % 3 == 0 ? Map.of() : Map.of("applicationIds", some)))));
        if (answer.statusCode() == 201) {
            admittedByReleases.addAndGet(json.readTree(answer.body())
                    .path("release")
                    .path("admitted")
                    .intValue());
        }
        return answer;
    }

    private HttpResponse<String> apply(Step step) throws IOException, InterruptedException {
        int person = step.first() % PEOPLE;
        Map<String, Object> application = Registrations.application(call);
        application.put("email", address(person, step));
        application.put("contributor", person % 5 == 0);
        switch (person % 3) {
            case 0 -> application.put("cityId", "porto");
            case 1 -> application.put("cityId", "bilbao");
            default -> application.remove("cityId");
        }
        HttpResponse<String> answer =
                send(request("/api/v1/applications").POST(HttpRequest.BodyPublishers.ofString(text(application))));
        if (answer.statusCode() == 201) {
            UUID id = UUID.fromString(json.readTree(answer.body()).get("id").textValue());
            String link = world.linkOf(id);
            // who has a live application gets a receipt that belongs to nothing
            if (link != null) {
                synchronized (known) {
                    known.add(new Known(id.toString(), link));
                }
            }
        }
        return answer;
    }

    /** A table of four people who follow each other, in any order, so that two tables often have some of them in common. */
    private HttpResponse<String> bringIn(Step step) throws IOException, InterruptedException {
        StringBuilder table = new StringBuilder(
                "given_name,family_name,email,organisation,city_id,country,profile,contributor,motivation\n");
        for (int i = 0; i < 4; i++) {
            int person = (step.first() + (step.second() % 2 == 0 ? i : 4 - i)) % PEOPLE;
            table.append("Ana,Sousa,").append(address(person, step)).append(",Cluster,");
            table.append(person % 3 == 0 ? "porto" : person % 3 == 1 ? "bilbao" : "");
            table.append(",PT,EXPERT,").append(person % 5 == 0).append(",Why not\n");
        }
        HttpResponse<String> answer =
                send(asOrganiser("/api/v1/admin/calls/" + call + "/application-imports?mode=lines")
                        .setHeader("Content-Type", "text/csv")
                        .POST(HttpRequest.BodyPublishers.ofString(table.toString())));
        if (answer.statusCode() == 201) {
            for (JsonNode line : json.readTree(answer.body()).get("lines")) {
                if (line.get("outcome").textValue().equals("CREATED")) {
                    String id = line.get("applicationId").textValue();
                    String link = world.linkOf(UUID.fromString(id));
                    synchronized (known) {
                        known.add(new Known(id, link));
                    }
                }
            }
        }
        return answer;
    }

    private static String staged(Step step) {
        return step.second() % 4 == 0 ? "WAITLIST" : "ADMIT";
    }

    private HttpResponse<String> answerOffer(Step step) throws IOException, InterruptedException {
        JsonNode offer = anOpenOffer(step.first());
        if (offer == null) {
            return null;
        }
        String link = world.linkOf(UUID.fromString(offer.get("applicationId").textValue()));
        String answer = step.deed() == Deed.ACCEPT_OFFER ? "acceptance" : "refusal";
        return send(request("/api/v1/self-service/waiting-list/" + answer)
                .header("Application-Link", link)
                .POST(HttpRequest.BodyPublishers.ofString(
                        text(Map.of("offerId", offer.get("id").textValue())))));
    }

    private HttpResponse<String> cancelOffer(Step step) throws IOException, InterruptedException {
        JsonNode offer = anOpenOffer(step.first());
        return offer == null
                ? null
                : send(asOrganiser("/api/v1/admin/calls/" + call + "/waiting-list/offers/"
                                + offer.get("id").textValue() + "/cancellation")
                        .POST(HttpRequest.BodyPublishers.noBody()));
    }

    private JsonNode anOpenOffer(int number) throws IOException, InterruptedException {
        HttpResponse<String> open = send(asOrganiser("/api/v1/admin/calls/" + call + "/waiting-list/offers?state=OPEN")
                .GET());
        JsonNode items = json.readTree(open.body()).path("items");
        return items.isEmpty() ? null : items.get(number % items.size());
    }

    private HttpResponse<String> invite(Step step) throws IOException, InterruptedException {
        String city = step.first() % 2 == 0 ? "porto" : "bilbao";
        HttpResponse<String> answer = send(asMember(city, "/api/v1/partner/calls/" + call + "/invitations")
                .POST(HttpRequest.BodyPublishers.ofString(
                        text(Map.of("cityId", city, "email", address(step.second() % PEOPLE, step))))));
        rememberInvitation(answer);
        return answer;
    }

    private HttpResponse<String> substitute(Known one, Step step) throws IOException, InterruptedException {
        return substitute("/applications/" + one.id(), step);
    }

    private HttpResponse<String> substitute(String first, Step step) throws IOException, InterruptedException {
        HttpResponse<String> answer = asTheCityConcerned(
                "/api/v1/partner/calls/" + call + first + "/substitutions",
                request -> request.POST(HttpRequest.BodyPublishers.ofString(
                        text(Map.of("email", address(step.second() % PEOPLE, step))))));
        rememberInvitation(answer);
        return answer;
    }

    /** Each city sees its own people only. */
    private HttpResponse<String> asTheCityConcerned(String path, UnaryOperator<HttpRequest.Builder> how)
            throws IOException, InterruptedException {
        HttpResponse<String> answer = send(how.apply(asMember("porto", path)));
        return answer.statusCode() == 404 ? send(how.apply(asMember("bilbao", path))) : answer;
    }

    private HttpResponse<String> aboutInvitation(Known invitation, Step step) throws IOException, InterruptedException {
        return switch (step.deed()) {
            case ACCEPT_INVITATION -> acceptInvitation(invitation);
            case REFUSE_INVITATION ->
                send(request("/api/v1/invitation/refusal")
                        .header("Invitation-Link", invitation.link())
                        .POST(HttpRequest.BodyPublishers.noBody()));
            case TAKE_BACK_INVITATION ->
                asTheCityConcerned(
                        "/api/v1/partner/calls/" + call + "/invitations/" + invitation.id(),
                        HttpRequest.Builder::DELETE);
            default -> substitute("/invitations/" + invitation.id(), step);
        };
    }

    private void rememberInvitation(HttpResponse<String> answer) throws IOException {
        if (answer.statusCode() == 201) {
            String id = json.readTree(answer.body()).get("id").textValue();
            synchronized (invited) {
                invited.add(new Known(id, world.invitationOf(UUID.fromString(id))));
            }
        }
    }

    private HttpResponse<String> acceptInvitation(Known invitation) throws IOException, InterruptedException {
        Map<String, Object> person = Registrations.application(call);
        List.of("callId", "email", "cityId").forEach(person::remove);
        HttpResponse<String> answer = send(request("/api/v1/invitation/acceptance")
                .header("Invitation-Link", invitation.link())
                .POST(HttpRequest.BodyPublishers.ofString(text(person))));
        if (answer.statusCode() < 300) {
            UUID id = world.applicationOf(UUID.fromString(invitation.id()));
            if (id != null) {
                String link = world.linkOf(id);
                synchronized (known) {
                    known.add(new Known(id.toString(), link));
                }
            }
        }
        return answer;
    }

    /** Who is one person is so however the address is written. */
    private String address(int person, Step step) {
        String address = "person-" + person + "-of-" + call + "@example.org";
        return (step.first() + step.second()) % 2 == 0 ? address : address.toUpperCase(Locale.ROOT);
    }

    private static Known pick(List<Known> all, int number) {
        synchronized (all) {
            // the younger half: most of the older ones are withdrawn and cannot be decided any more
            int half = (all.size() + 1) / 2;
            return all.isEmpty() ? null : all.get(all.size() - 1 - number % half);
        }
    }

    private HttpResponse<String> decide(Known one, Map<String, Object> decision)
            throws IOException, InterruptedException {
        return send(asOrganiser("/api/v1/admin/applications/" + one.id() + "/decisions")
                .POST(HttpRequest.BodyPublishers.ofString(text(decision))));
    }

    private HttpResponse<String> put(String path, Map<String, Object> body) throws IOException, InterruptedException {
        return send(asOrganiser(path).PUT(HttpRequest.BodyPublishers.ofString(text(body))));
    }

    private HttpResponse<String> byLink(Known one, String path) throws IOException, InterruptedException {
        return send(request(path).header("Application-Link", one.link()).POST(HttpRequest.BodyPublishers.noBody()));
    }

    private HttpRequest.Builder asOrganiser(String path) {
        return request(path).header("Authorization", "Bearer " + organiser).header("If-Match", "*");
    }

    private HttpRequest.Builder asMember(String city, String path) {
        return request(path).header("Authorization", "Bearer " + members.get(city));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(service.resolve(path)).header("Content-Type", "application/json");
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private String text(Map<String, Object> body) {
        try {
            return json.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Steps that were neither done nor refused. */
    List<String> failures() {
        synchronized (failures) {
            return List.copyOf(failures);
        }
    }

    /** How often each deed got which answer. */
    Map<Deed, Map<Integer, Integer>> answers() {
        synchronized (answers) {
            return new EnumMap<>(answers);
        }
    }

    /** How many people have been given a seat by a release. */
    int admittedByReleases() {
        return admittedByReleases.get();
    }

    /** How often a deed got this answer. */
    int answered(Deed deed, int status) {
        return answers().getOrDefault(deed, Map.of()).getOrDefault(status, 0);
    }
}
