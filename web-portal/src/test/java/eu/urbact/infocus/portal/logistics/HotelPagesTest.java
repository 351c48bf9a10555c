package eu.urbact.infocus.portal.logistics;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import eu.urbact.infocus.portal.testing.Answers;
import eu.urbact.infocus.portal.testing.Browser;
import eu.urbact.infocus.portal.testing.Browser.Reply;
import eu.urbact.infocus.portal.testing.Neighbours;
import eu.urbact.infocus.portal.testing.StubKeycloak.Person;

import static org.assertj.core.api.Assertions.assertThat;

/** A person's room, and the organisers' hotels. */
@QuarkusTest
@QuarkusTestResource(Neighbours.class)
class HotelPagesTest {

    private static final String MINE = "/en/my/token/hotel";
    private static final String OWN_PATH = "/api/v1/self-service/hotel";
    private static final String DESK = "/org/w/frankfurt-2016/hotels";
    private static final String ADMIN = "/api/v1/admin/calls/call-1";

    private static final String NIGHTS = """
            [{"roomType":"SINGLE","night":"2016-11-23","rooms":10,"free":4,"priceCents":8900},
             {"roomType":"SINGLE","night":"2016-11-24","rooms":10,"free":0,"priceCents":8900}]""";

    private static final String OWN = """
            {"workshopSlug":"frankfurt-2016","workshopTitle":"Clusters","startsAt":"2016-11-23T12:30:00Z","endsAt":"2016-11-25T13:00:00Z",
             "zone":"Europe/Berlin","open":true,"hotels":[{"id":"h-1","name":"Hotel <Main>","address":"Street 1","category":"Comfort",
             "releaseAt":"2016-11-03T17:00:00Z","nights":%s}]}""".formatted(NIGHTS);

    private static final String CONFIRMED = OWN.substring(0, OWN.length() - 1) + """
            ,"request":{"state":"CONFIRMED","roomType":"SINGLE","checkIn":"2016-11-23","checkOut":"2016-11-25","othersWelcome":true,"hotelId":"h-1",
             "priceCents":17800,"answer":"Breakfast <included>."}}""";

    private static final String HOTEL = """
            {"id":"h-1","name":"Hotel <Main>","address":"Street 1","category":"Comfort","releaseAt":"2016-11-03T17:00:00Z","zone":"Europe/Berlin",
             "nights":%s,"version":3}""".formatted(NIGHTS);

    private static final String ROOM = """
            {"id":"r-1","applicationId":"app-1","givenName":"Ana","familyName":"Sá <b>","state":"REQUESTED","roomType":"SINGLE",
             "checkIn":"2016-11-23","checkOut":"2016-11-25","requestedAt":"2016-10-11T08:00:00Z","version":1}""";

    @BeforeEach
    void services() {
        Answers.frankfurt();
        Neighbours.REGISTRATION.get(OWN_PATH, OWN);
        Neighbours.REGISTRATION.get(ADMIN + "/hotels", "[" + HOTEL + "]");
        Neighbours.REGISTRATION.get(ADMIN + "/hotels/h-1", HOTEL);
        Neighbours.REGISTRATION.get(
                ADMIN + "/logistics/settings", "{\"zone\":\"Europe/Berlin\",\"frozen\":false,\"version\":0}");
        Neighbours.REGISTRATION.get(
                ADMIN + "/hotels/confirmation", "{\"confirmation\":\"BY_ORGANISERS\",\"version\":0}");
        Neighbours.REGISTRATION.get(ADMIN + "/hotels/pick-up", """
                {"zone":"Europe/Berlin","requestedAnywhere":2,"nights":[{"hotelId":"h-1","hotelName":"Hotel <Main>","roomType":"SINGLE","night":"2016-11-23",
                 "contingent":10,"requested":3,"confirmed":6,"givenBack":0,"free":4,"percent":60,"priceCents":8900}]}""");
        requests("REQUESTED", false);
    }

    @Test
    void showsHotelsAndTheFormWithTheWorkshopsDays() {
        Reply page = new Browser().open(MINE);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text())
                .contains("Hotel <Main>", "€\u00a089.00, 4 left", "none left", "Thursday 3 November 2016, 18:00 CET");
        assertThat(page.body()).contains("value=\"2016-11-23\"", "value=\"2016-11-25\"");
    }

    @Test
    void asksAndKeepsTheInputWhenRefused() {
        Neighbours.REGISTRATION.reply("PUT", OWN_PATH + "/request", 422, """
                {"status":422,"title":"No such room is kept in all of these nights","detail":"No hotel that you would take keeps such a room in all of these nights. See which rooms are kept in which nights."}""");
        Map<String, String> wish = new LinkedHashMap<>(
                Map.of("hotel", "h-1", "roomType", "DOUBLE", "checkIn", "2016-11-22", "checkOut", "2016-11-25"));
        Reply refused = new Browser().submit(MINE, MINE, wish);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text())
                .contains(
                        "No hotel that you would take keeps such a room in all of these nights. See which rooms are kept in which nights.");
        assertThat(refused.body()).contains("value=\"2016-11-22\"", "<option value=\"DOUBLE\" selected>");
        wish.put("checkIn", "");
        Reply wrong = new Browser().submit(MINE, MINE, wish);
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.text()).contains("From: enter the day on which you come");
        Neighbours.REGISTRATION.reply("PUT", OWN_PATH + "/request", 200, OWN);
        wish.put("checkIn", "2016-11-23");
        wish.put("others", "yes");
        assertThat(new Browser().submit(MINE, MINE, wish).status()).isEqualTo(303);
        assertThat(Neighbours.REGISTRATION
                        .requests(OWN_PATH + "/request")
                        .get(1)
                        .body())
                .isEqualTo(
                        "{\"roomType\":\"DOUBLE\",\"checkIn\":\"2016-11-23\",\"checkOut\":\"2016-11-25\",\"preferredHotelId\":\"h-1\",\"othersWelcome\":true,\"sharesWith\":null}");
    }

    @Test
    void aConfirmedRoomIsShownWithItsPriceAndCanBeCancelled() {
        Neighbours.REGISTRATION.get(OWN_PATH, CONFIRMED);
        Neighbours.REGISTRATION.reply("DELETE", OWN_PATH + "/request", 200, OWN);
        Browser browser = new Browser();
        Reply page = browser.open(MINE);
        assertThat(page.text()).contains("Confirmed", "€\u00a0178.00, paid at the hotel", "Breakfast <included>.");
        assertThat(page.body()).doesNotContain("id=\"ask\"");
        assertThat(browser.submit(MINE, MINE + "/cancel", Map.of()).status()).isEqualTo(303);
        Neighbours.REGISTRATION.reply("PUT", OWN_PATH + "/no-room-needed", 409, """
                {"status":409,"title":"A room is confirmed already","detail":"A room is confirmed already. Cancel it first, or ask for another room instead."}""");
        Reply refused = browser.submit(MINE, MINE + "/none", Map.of());
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text())
                .contains("A room is confirmed already. Cancel it first, or ask for another room instead.");
    }

    @Test
    void aRequestThatWaitsNamesTheWantedHotel() {
        Neighbours.REGISTRATION.get(
                OWN_PATH,
                CONFIRMED
                        .replace("\"CONFIRMED\"", "\"REQUESTED\"")
                        .replace("\"hotelId\":\"h-1\"", "\"preferredHotelId\":\"h-1\",\"hotelId\":null"));
        assertThat(new Browser().open(MINE).text()).contains("Hotel Hotel <Main>, or another one");
    }

    @Test
    void anotherRoomIsAskedForWhileTheOldOneIsKept() {
        Neighbours.REGISTRATION.get(OWN_PATH, CONFIRMED);
        Browser browser = new Browser();
        assertThat(browser.open(MINE).text())
                .contains("Ask for another room", "Your room stays yours until the other one is confirmed.")
                .doesNotContain("I need no room");
        Neighbours.REGISTRATION.reply("PUT", OWN_PATH + "/change", 200, CONFIRMED);
        Reply asked = browser.submit(
                MINE,
                MINE,
                Map.of("hotel", "", "roomType", "DOUBLE", "checkIn", "2016-11-23", "checkOut", "2016-11-25"));
        assertThat(asked.status()).isEqualTo(303);
        assertThat(Neighbours.REGISTRATION.requests(OWN_PATH + "/change").get(0).body())
                .contains("\"roomType\":\"DOUBLE\"", "\"preferredHotelId\":null");
        assertThat(Neighbours.REGISTRATION.requests(OWN_PATH + "/request")).isEmpty();

        Neighbours.REGISTRATION.get(OWN_PATH, CONFIRMED.replace("\"state\":\"CONFIRMED\"", """
                "state":"CONFIRMED","change":{"roomType":"DOUBLE","checkIn":"2016-11-24","checkOut":"2016-11-25","preferredHotelId":"h-1","othersWelcome":true}"""));
        Reply waiting = browser.open(MINE);
        assertThat(waiting.text())
                .contains(
                        "You have asked for another room instead",
                        "Hotel <Main> or another hotel. Your room above is kept for you");
        assertThat(waiting.body()).contains("value=\"2016-11-24\"");
        Neighbours.REGISTRATION.reply("DELETE", OWN_PATH + "/change", 200, CONFIRMED);
        assertThat(browser.submit(MINE, MINE + "/keep", Map.of()).status()).isEqualTo(303);
        assertThat(browser.step(MINE + "/keep").status()).isEqualTo(303);
    }

    @Test
    void aDoubleRoomIsAskedForWithWhoSharesIt() {
        Neighbours.REGISTRATION.reply("PUT", OWN_PATH + "/request", 409, """
                {"status":409,"type":"urn:infocus:problem:room-shared","title":"The other person has asked for this room","detail":"One of you is enough."}""");
        Browser browser = new Browser();
        Map<String, String> wish = new LinkedHashMap<>(
                Map.of("hotel", "", "roomType", "SINGLE", "checkIn", "2016-11-23", "checkOut", "2016-11-25"));
        wish.put("sharesWith", "João <b>");
        Reply alone = browser.submit(MINE, MINE, wish);
        assertThat(alone.status()).isEqualTo(422);
        assertThat(alone.text()).contains("Choose a double room, or leave empty who shares it");
        assertThat(alone.body()).contains("href=\"#sharesWith\"", "value=\"João &lt;b&gt;\"");
        wish.put("roomType", "DOUBLE");
        Reply refused = browser.submit(MINE, MINE, wish);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text()).contains("One of you is enough.");
        Neighbours.REGISTRATION.reply("PUT", OWN_PATH + "/request", 422, """
                {"status":422,"errors":[{"field":"request.request.sharesWith","message":"size must be between 0 and 200"}]}""");
        Reply tooLong = browser.submit(MINE, MINE, wish);
        assertThat(tooLong.status()).isEqualTo(422);
        assertThat(tooLong.text()).contains("Who shares the room: must be at most 200 characters long");
        Neighbours.REGISTRATION.reply("PUT", OWN_PATH + "/request", 200, OWN);
        assertThat(browser.submit(MINE, MINE, wish).status()).isEqualTo(303);
        assertThat(Neighbours.REGISTRATION
                        .requests(OWN_PATH + "/request")
                        .get(2)
                        .body())
                .contains("\"roomType\":\"DOUBLE\"", "\"sharesWith\":\"João <b>\"");
        assertThat(browser.open(MINE).text())
                .contains("Somebody else has asked for a double room for both of you.")
                .doesNotContain("Who shares your room?");
    }

    @Test
    void whoSleepsInTheRoomOfSomebodyElseSaysSo() {
        Browser browser = new Browser();
        assertThat(browser.open(MINE).body())
                .contains("action=\"" + MINE + "/none\"", "action=\"" + MINE + "/shared\"");
        String said = OWN.substring(0, OWN.length() - 1)
                + ",\"request\":{\"state\":\"NOT_NEEDED\",\"othersWelcome\":false,\"inOthersRoom\":true}}";
        Neighbours.REGISTRATION.reply("PUT", OWN_PATH + "/in-others-room", 200, said);
        assertThat(browser.submit(MINE, MINE + "/shared", Map.of()).status()).isEqualTo(303);
        assertThat(Neighbours.REGISTRATION.requests(OWN_PATH + "/in-others-room"))
                .hasSize(1);
        assertThat(Neighbours.REGISTRATION.requests(OWN_PATH + "/no-room-needed"))
                .isEmpty();
        String again =
                "Make sure that they have named you with their request: only then do we ask you again when that room goes.";
        Neighbours.REGISTRATION.get(OWN_PATH, said);
        assertThat(browser.open(MINE).text()).contains("No room needed", again);
        Neighbours.REGISTRATION.get(OWN_PATH, said.replace("\"inOthersRoom\":true", "\"inOthersRoom\":false"));
        assertThat(browser.open(MINE).text()).contains("No room needed").doesNotContain(again);
        assertThat(browser.step(MINE + "/shared").status()).isEqualTo(303);
    }

    @Test
    void whoSharesAConfirmedDoubleRoomIsShownAndSaid() {
        assertThat(new Browser().open(MINE).body()).doesNotContain("/hotel/sharing");
        Neighbours.REGISTRATION.get(OWN_PATH, CONFIRMED);
        assertThat(new Browser().open(MINE).body()).doesNotContain("/hotel/sharing");
        String shared = CONFIRMED
                .replace("SINGLE\",\"checkIn\"", "DOUBLE\",\"checkIn\"")
                .replace(
                        "\"state\":\"CONFIRMED\"",
                        "\"state\":\"CONFIRMED\",\"sharesWith\":\"João <b>\",\"change\":{\"roomType\":\"DOUBLE\","
                                + "\"checkIn\":\"2016-11-24\",\"checkOut\":\"2016-11-25\",\"sharesWith\":\"Ana\"}");
        Neighbours.REGISTRATION.get(OWN_PATH, shared);
        Browser browser = new Browser();
        Reply page = browser.open(MINE);
        assertThat(page.text())
                .contains(
                        "Shared with João <b>",
                        "Double room, shared with Ana, Thursday 24 November 2016",
                        "If you cancel, whoever shares the room with you has none either.");
        assertThat(page.body())
                .contains("name=\"roommate\" type=\"text\" value=\"João &lt;b&gt;\"", "type=\"text\" value=\"Ana\"");
        Neighbours.REGISTRATION.reply("PUT", OWN_PATH + "/shares-with", 422, """
                {"status":422,"errors":[{"field":"share.request.sharesWith","message":"must not contain markup"}]}""");
        Reply wrong = browser.submit(MINE, MINE + "/sharing", Map.of("roommate", "<i>Rui</i>"));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body()).contains("href=\"#roommate\"", "value=\"&lt;i&gt;Rui&lt;/i&gt;\"");
        Neighbours.REGISTRATION.reply("PUT", OWN_PATH + "/shares-with", 200, shared);
        assertThat(browser.submit(MINE, MINE + "/sharing", Map.of("roommate", " Rui "))
                        .status())
                .isEqualTo(303);
        browser.submit(MINE, MINE + "/sharing", Map.of("roommate", ""));
        assertThat(Neighbours.REGISTRATION.requests(OWN_PATH + "/shares-with"))
                .extracting(request -> request.body())
                .endsWith("{\"sharesWith\":\"Rui\"}", "{\"sharesWith\":null}");
        assertThat(browser.step(MINE + "/sharing").status()).isEqualTo(303);
    }

    @Test
    void organisersSeeWhoSharesAndWhenThatIsOneRoomTooMany() {
        requests("""
                {"id":"r-1","applicationId":"app-1","givenName":"Ana","familyName":"Sá","state":"CONFIRMED","roomType":"DOUBLE",
                 "checkIn":"2016-11-23","checkOut":"2016-11-25","hotelId":"h-1","version":1,"sharesWith":"João <b>","sharesWithRequestId":"r-2",
                 "change":{"roomType":"DOUBLE","checkIn":"2016-11-24","checkOut":"2016-11-25","othersWelcome":true,"sharesWith":"Rui"}}""", """
                {"id":"r-2","applicationId":"app-2","givenName":"João","familyName":"Reis","state":"CONFIRMED","roomType":"DOUBLE",
                 "checkIn":"2016-11-23","checkOut":"2016-11-25","hotelId":"h-1","version":1,"sharesWith":"ana@home.example","sharesWithName":"Ana Sá"}""");
        Reply page = new Browser().signedInAs(Person.ORGANISER).open(DESK);
        assertThat(page.text())
                .contains(
                        "Hotel <Main> . Shared with João <b>",
                        "Hotel <Main> . Shared with Ana Sá",
                        "any hotel, shared with Rui. The confirmed room is kept",
                        "Whoever is named there wants or has a room of their own. Two people who share need one: see the other request")
                .contains("shares_with says who sleeps in a double room too: a name, and never a mail address")
                .doesNotContain("ana@home.example");
        assertThat(page.body()).contains("href=\"#request-r-2\"", "id=\"request-r-2\"");
    }

    @Test
    void whoeverIsNotAskedIsToldSo() {
        Neighbours.REGISTRATION.reply("GET", OWN_PATH, 409, """
                {"type":"urn:infocus:problem:no-hotels","status":409,"title":"There are no rooms to ask for"}""");
        Reply page = new Browser().open(MINE);
        assertThat(page.status()).isEqualTo(409);
        assertThat(page.text()).contains("No rooms are kept for this workshop");
        Neighbours.REGISTRATION.reply("GET", OWN_PATH, 404, "{}");
        assertThat(new Browser().open(MINE).text()).contains("This link does not work");
    }

    @Test
    void organisersSeePickUpAndDecide() {
        Browser organiser = new Browser().signedInAs(Person.ORGANISER);
        Reply page = organiser.open(DESK);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text())
                .contains(
                        "60 %",
                        "2 wait for a room in any hotel",
                        "would like Hotel <Main> or another one",
                        "1 request waits for your decision. 4 room nights are free. Rooms are kept until Thursday 3 November 2016, 18:00 CET . Whoever still waits then is told that there is no room.");
        Neighbours.REGISTRATION.get(
                ADMIN + "/hotels",
                "[" + HOTEL + "," + HOTEL.replace("h-1", "h-2").replace("2016-11-03T17:00:00Z", "2016-11-05T17:00:00Z")
                        + "]");
        assertThat(organiser.open(DESK).text())
                .contains(
                        "The first rooms go back on Thursday 3 November 2016, 18:00 CET , the last ones on Saturday 5 November 2016, 18:00 CET .");
        Neighbours.REGISTRATION.get(
                ADMIN + "/hotels",
                "[" + HOTEL.replace("\"version\":3", "\"releasedAt\":\"2016-11-03T17:00:00Z\",\"version\":3") + "]");
        assertThat(organiser.open(DESK).text()).doesNotContain("for your decision");
        Neighbours.REGISTRATION.get(ADMIN + "/hotels", "[" + HOTEL + "]");
        Neighbours.REGISTRATION.reply("POST", ADMIN + "/hotel-requests/r-1/decision", 409, """
                {"status":409,"title":"No such room is free","detail":"Hotel <Main> has no single room free on 24 November 2016."}""");
        Reply full = organiser.submit(
                DESK,
                DESK + "/requests/r-1",
                Map.of("decision", "confirm", "hotel", "h-1", "version", "1", "answer", "Late <arrival>"));
        assertThat(full.status()).isEqualTo(409);
        assertThat(full.body()).contains("\nLate &lt;arrival&gt;</textarea>");
        assertThat(full.text()).contains("Hotel <Main> has no single room free on 24 November 2016.");
        assertThat(Neighbours.REGISTRATION
                        .requests(ADMIN + "/hotel-requests/r-1/decision")
                        .get(0)
                        .body())
                .isEqualTo("{\"decision\":\"CONFIRM\",\"hotelId\":\"h-1\",\"answer\":\"Late <arrival>\"}");
        assertThat(new Browser().signedInAs(Person.PORTO).open(DESK).status()).isEqualTo(403);
    }

    @Test
    void onlyHotelsThatKeepSuchARoomAreOffered() {
        String doubles = HOTEL.replace("h-1", "h-2")
                .replace("Hotel <Main>", "Doubles only")
                .replace("SINGLE", "DOUBLE");
        Neighbours.REGISTRATION.get(ADMIN + "/hotels", "[" + doubles + "," + HOTEL + "]");
        assertThat(new Browser().signedInAs(Person.ORGANISER).open(DESK).body())
                .contains("<option value=\"h-1\" selected>", "value=\"confirm\"")
                .doesNotContain("<option value=\"h-2\"");
        Neighbours.REGISTRATION.get(ADMIN + "/hotels", "[" + doubles + "]");
        assertThat(new Browser().signedInAs(Person.ORGANISER).open(DESK).body())
                .contains("No hotel keeps such a room in all of these nights.", "value=\"refuse\"")
                .doesNotContain("<option value=\"h-2\"", "value=\"confirm\"");
    }

    @Test
    void aRefusedDecisionKeepsTheChosenHotelAndTheNote() {
        Neighbours.REGISTRATION.get(ADMIN + "/hotels", "[" + HOTEL + "," + HOTEL.replace("h-1", "h-2") + "]");
        Neighbours.REGISTRATION.reply("POST", ADMIN + "/hotel-requests/r-1/decision", 422, """
                {"status":422,"errors":[{"field":"decide.request.answer","message":"size must be between 0 and 500"}]}""");
        Browser organiser = new Browser().signedInAs(Person.ORGANISER);
        assertThat(organiser.open(DESK).body()).contains("<option value=\"h-1\" selected>");
        Map<String, String> decision =
                Map.of("decision", "confirm", "hotel", "h-2", "version", "1", "answer", "x".repeat(501));
        Reply refused = organiser.submit(DESK, DESK + "/requests/r-1", decision);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("Your note or answer: must be at most 500 characters long");
        assertThat(refused.body())
                .contains("href=\"#answer-r-1\"", "x".repeat(501) + "</textarea>", "<option value=\"h-2\" selected>")
                .doesNotContain("<option value=\"h-1\" selected>");
        Neighbours.REGISTRATION.reply("POST", ADMIN + "/hotel-requests/r-1/decision", 412, """
                {"status":412,"by":"the applicant","at":"2016-10-12T09:30:00Z"}""");
        Reply stale = organiser.submit(DESK, DESK + "/requests/r-1", decision);
        assertThat(stale.status()).isEqualTo(412);
        assertThat(stale.text())
                .contains("Nothing was saved. The applicant was quicker, 12 Oct 2016, 11:30 CEST.")
                .doesNotContain("Somebody else");
        assertThat(stale.body()).contains("<option value=\"h-2\" selected>", "x".repeat(501) + "</textarea>");
    }

    @Test
    void whoeverWaitsForADecisionStandsOnThePageHoweverManyHaveAnswered() {
        String answered = """
                {"items":[{"id":"r-7","applicationId":"app-7","givenName":"Eva","familyName":"Kos","state":"NOT_NEEDED","version":1}],
                 "page":%s,"size":200,"total":430}""";
        Neighbours.REGISTRATION.get(ADMIN + "/hotel-requests", answered.formatted(0));
        Neighbours.REGISTRATION.get(ADMIN + "/hotel-requests", "page=2", answered.formatted(2));
        Browser organiser = new Browser().signedInAs(Person.ORGANISER);

        Reply page = organiser.open(DESK);

        assertThat(page.text())
                .containsSubsequence("Requests", "Ana Sá <b>", "Rooms and answers", "Eva Kos", "Page 1 of 3")
                .doesNotContain("that have waited longest");
        assertThat(page.body()).contains("href=\"" + DESK + "?page=1#others\"", "value=\"confirm\"");
        assertThat(organiser.open(DESK + "?page=2").text()).contains("Ana Sá <b>", "Page 3 of 3");
        Neighbours.REGISTRATION.get(
                ADMIN + "/hotel-requests",
                "state=REQUESTED",
                list(List.of(ROOM)).replace("\"total\":1", "\"total\":230"));
        assertThat(organiser.open(DESK).text())
                .contains(
                        "230 requests wait for your decision.",
                        "The 1 that have waited longest, of 230. The others follow as these are decided.");
    }

    @Test
    void aStaleHotelShowsWhatIsSavedNowAndCanBeSavedAgain() {
        Browser organiser = new Browser().signedInAs(Person.ORGANISER);
        Map<String, String> hotel = entered(organiser.open(DESK + "/h-1"));
        Neighbours.REGISTRATION.reply("PUT", ADMIN + "/hotels/h-1", 412, """
                {"type":"urn:infocus:problem:stale","status":412,"by":"maria","yourself":false,"at":"2016-10-12T09:30:00Z"}""");
        Neighbours.REGISTRATION.change(ADMIN + "/hotels/h-1", saved -> saved.replace("\"version\":3", "\"version\":4")
                .replace("\"rooms\":10,\"free\":4", "\"rooms\":12,\"free\":4")
                .replace("[{", """
                        [{"roomType":"DOUBLE","night":"2016-12-01","rooms":2,"free":2,"priceCents":9900},{"""));

        Reply stale = organiser.post(DESK + "/h-1", hotel);

        assertThat(stale.status()).isEqualTo(412);
        assertThat(stale.text())
                .containsSubsequence(
                        "Nothing was saved. maria was quicker, 12 Oct 2016, 11:30 CEST.",
                        "Price category: saved now is “Comfort”",
                        "Night of 23 November 2016 – Single rooms: saved now is “12”",
                        "Night of 1 December 2016 – Double rooms: saved now is “2”",
                        "Night of 1 December 2016 – Price of a double room: saved now is “99.00”")
                .doesNotContain("Name: saved", "Day: saved");
        assertThat(stale.body()).contains("value=\"Plain\"", "id=\"doubles-2016-12-01\"");
        Neighbours.REGISTRATION.reply("PUT", ADMIN + "/hotels/h-1", 200, HOTEL);
        hotel.putAll(Browser.fill(stale, Map.of()));
        hotel.put("night", "2016-11-23");
        assertThat(organiser.post(DESK + "/h-1", hotel).status()).isEqualTo(303);
        assertThat(Neighbours.REGISTRATION.last("PUT", ADMIN + "/hotels/h-1").header("If-Match"))
                .isEqualTo("\"v4\"");
    }

    @Test
    void whatWasEnteredAboutAHotelThatIsGoneIsKept() {
        Browser organiser = new Browser().signedInAs(Person.ORGANISER);
        Map<String, String> hotel = entered(organiser.open(DESK + "/h-1"));
        Neighbours.REGISTRATION.reply("PUT", ADMIN + "/hotels/h-1", 404, "{\"status\":404}");

        Reply gone = organiser.post(DESK + "/h-1", hotel);

        assertThat(gone.status()).isEqualTo(409);
        assertThat(gone.text())
                .contains(
                        "Hotel <Main> has been removed since you opened this page. Nothing was saved; your entries are below.")
                .doesNotContain("Remove it");
        assertThat(gone.body()).contains("value=\"Plain\"", "action=\"" + DESK + "/new\"");
    }

    private static Map<String, String> entered(Reply form) {
        Map<String, String> hotel = Browser.fill(
                form,
                Map.of(
                        "name",
                        "Hotel <Main>",
                        "address",
                        "Street 1",
                        "category",
                        "Plain",
                        "date",
                        "2016-11-03",
                        "time",
                        "18:00",
                        "night",
                        "2016-11-23"));
        hotel.put("singles-2016-11-23", "10");
        hotel.put("singlePrice-2016-11-23", "89.00");
        return hotel;
    }

    @Test
    void aHotelThatNobodyHasAskedForIsRemoved() {
        Browser organiser = new Browser().signedInAs(Person.ORGANISER);
        assertThat(organiser.open(DESK + "/new").text()).doesNotContain("Remove it", "keeps the price");
        assertThat(organiser.open(DESK + "/h-1").text())
                .contains("Remove it", "Possible as long as nobody has asked for a room in it.")
                .contains("Whoever has a room keeps the price that was confirmed.");
        Neighbours.REGISTRATION.reply("DELETE", ADMIN + "/hotels/h-1", 409, """
                {"status":409,"title":"Somebody has asked for this hotel","detail":"2 people have asked for a room in it."}""");
        Reply used = organiser.submit(DESK + "/h-1", DESK + "/h-1/removal", Map.of());
        assertThat(used.status()).isEqualTo(409);
        assertThat(used.text()).contains("2 people have asked for a room in it.");
        assertThat(Neighbours.REGISTRATION
                        .requests("DELETE", ADMIN + "/hotels/h-1")
                        .get(0)
                        .header("If-Match"))
                .isEqualTo("\"v3\"");
        Neighbours.REGISTRATION.reply("DELETE", ADMIN + "/hotels/h-1", 204, "");
        Reply removed = organiser.submit(DESK + "/h-1", DESK + "/h-1/removal", Map.of());
        assertThat(removed.status()).isEqualTo(303);
        assertThat(removed.header("Location")).endsWith(DESK + "?done=saved");
        // a second click
        Neighbours.REGISTRATION.reply("DELETE", ADMIN + "/hotels/h-1", 404, "{\"status\":404}");
        assertThat(organiser
                        .submit(DESK + "/h-1", DESK + "/h-1/removal", Map.of())
                        .header("Location"))
                .endsWith(DESK + "?done=saved");
        assertThat(organiser.step(DESK + "/h-1/removal").status()).isEqualTo(303);
        assertThat(new Browser()
                        .signedInAs(Person.PORTO)
                        .step(DESK + "/h-1/removal")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void oneIsOne() {
        Neighbours.REGISTRATION.get(ADMIN + "/hotels/pick-up", """
                {"zone":"Europe/Berlin","requestedAnywhere":1,"nights":[{"hotelId":"h-1","hotelName":"Main","roomType":"SINGLE","night":"2016-11-23",
                 "contingent":10,"requested":3,"confirmed":9,"givenBack":0,"free":1,"percent":90,"priceCents":8900}]}""");
        assertThat(new Browser().signedInAs(Person.ORGANISER).open(DESK).text())
                .contains(
                        "1 room night is free.",
                        "1 waits for a room in any hotel, or in one that keeps no such room; this is not in the column");
    }

    @Test
    void anUntouchedReleaseTimeStaysWhatItIs() {
        String twice = HOTEL.replace("2016-11-03T17:00:00Z", "2016-10-30T01:30:00Z");
        Neighbours.REGISTRATION.get(ADMIN + "/hotels/h-1", twice);
        Neighbours.REGISTRATION.reply("PUT", ADMIN + "/hotels/h-1", 200, twice);
        Browser organiser = new Browser().signedInAs(Person.ORGANISER);
        Map<String, String> changes = new LinkedHashMap<>(Map.of(
                "name", "New", "address", "Street 1", "category", "Comfort", "date", "2016-10-30", "time", "02:30"));
        changes.put("night", "2016-11-23");
        changes.put("singles-2016-11-23", "10");
        changes.put("singlePrice-2016-11-23", "89.00");
        organiser.submit(DESK + "/h-1", DESK + "/h-1", changes);
        assertThat(Neighbours.REGISTRATION
                        .requests("PUT", ADMIN + "/hotels/h-1")
                        .get(0)
                        .body())
                .contains("\"releaseAt\":\"2016-10-30T02:30:00+01:00\"");
        changes.putAll(Map.of("date", "2017-03-26", "time", "02:30"));
        Reply skipped = organiser.submit(DESK + "/h-1", DESK + "/h-1", changes);
        assertThat(skipped.status()).isEqualTo(422);
        assertThat(skipped.text()).contains("Choose another time: clocks go forward over this one.");
    }

    @Test
    void aPriceWithoutRoomsIsNotDroppedAndDaysAreWritten() {
        Browser organiser = new Browser().signedInAs(Person.ORGANISER);
        Map<String, String> hotel = new LinkedHashMap<>(Map.of(
                "name", "New", "address", "Street 2", "category", "Plain", "date", "2016-11-03", "time", "18:00"));
        hotel.put("night", "2016-11-23");
        hotel.put("singles-2016-11-23", "1001");
        hotel.put("singlePrice-2016-11-23", "");
        hotel.put("doubles-2016-11-23", "");
        hotel.put("doublePrice-2016-11-23", "120");
        Reply wrong = organiser.submit(DESK + "/new", DESK + "/new", hotel);
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.text())
                .contains(
                        "Enter a whole number of single rooms up to 1,000 for 23 November 2016, or nothing",
                        "Enter the price of a single room for 23 November 2016, such as 90.00",
                        "Enter how many double rooms are kept on 23 November 2016, or take the price away");
        assertThat(wrong.body()).contains("href=\"#doubles-2016-11-23\"", "value=\"120\"");
        assertThat(Neighbours.REGISTRATION.requests("POST", ADMIN + "/hotels")).isEmpty();
    }

    @Test
    void aBlockThatIsDownLeavesTheRest() {
        Neighbours.REGISTRATION.reply("GET", ADMIN + "/hotel-requests", 500, "{}");
        Reply page = new Browser().signedInAs(Person.ORGANISER).open(DESK);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).contains("60 %");
    }

    @Test
    void hotelsAreWrittenDownNightByNight() {
        Browser organiser = new Browser().signedInAs(Person.ORGANISER);
        Reply empty = organiser.open(DESK + "/new");
        assertThat(empty.text()).contains("Night of Tuesday 22 November 2016", "Night of Friday 25 November 2016");
        Reply filled = organiser.open(DESK + "/h-1");
        assertThat(filled.body()).contains("value=\"89.00\"", "value=\"10\"");
        Map<String, String> hotel = new LinkedHashMap<>(Map.of(
                "name", "New", "address", "Street 2", "category", "Plain", "date", "2016-11-03", "time", "18:00"));
        hotel.put("night", "2016-11-23");
        hotel.put("singles-2016-11-23", "5");
        hotel.put("singlePrice-2016-11-23", "a lot");
        Reply wrong = organiser.submit(DESK + "/new", DESK + "/new", hotel);
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body()).contains("value=\"a lot\"", "value=\"New\"");
        hotel.put("singlePrice-2016-11-23", "89,5");
        Neighbours.REGISTRATION.reply("POST", ADMIN + "/hotels", 201, HOTEL);
        assertThat(organiser.submit(DESK + "/new", DESK + "/new", hotel).status())
                .isEqualTo(303);
        assertThat(Neighbours.REGISTRATION
                        .requests("POST", ADMIN + "/hotels")
                        .get(0)
                        .body())
                .contains(
                        "\"releaseAt\":\"2016-11-03T18:00:00+01:00\"",
                        "{\"roomType\":\"SINGLE\",\"night\":\"2016-11-23\",\"rooms\":5,\"priceCents\":8950}");
    }

    @Test
    void timesStayWhatTheyAreWhenTheCallHasAnotherZoneThanTheVenue() {
        String porto =
                HOTEL.replace("2016-11-03T17:00:00Z", "2016-11-03T18:00:00Z").replace("Europe/Berlin", "Europe/Lisbon");
        Neighbours.REGISTRATION.get(ADMIN + "/hotels/h-1", porto);
        Neighbours.REGISTRATION.get(
                ADMIN + "/logistics/settings", "{\"zone\":\"Europe/Lisbon\",\"frozen\":false,\"version\":0}");
        Neighbours.REGISTRATION.reply("PUT", ADMIN + "/hotels/h-1", 200, porto);
        Neighbours.REGISTRATION.reply("POST", ADMIN + "/hotels", 201, porto);
        Browser organiser = new Browser().signedInAs(Person.ORGANISER);
        Reply form = organiser.open(DESK + "/h-1");
        assertThat(form.text()).contains("Local time of Lisbon.");
        assertThat(form.body()).contains("value=\"2016-11-03\"", "value=\"18:00\"");
        Map<String, String> unchanged = new LinkedHashMap<>(Map.of(
                "name", "Main", "address", "Street 1", "category", "Comfort", "date", "2016-11-03", "time", "18:00"));
        unchanged.put("singles-2016-11-23", "10");
        unchanged.put("singlePrice-2016-11-23", "89.00");
        unchanged.put("night", "2016-11-23");
        assertThat(organiser.submit(DESK + "/h-1", DESK + "/h-1", unchanged).status())
                .isEqualTo(303);
        assertThat(Neighbours.REGISTRATION
                        .requests("PUT", ADMIN + "/hotels/h-1")
                        .get(0)
                        .body())
                .contains("\"releaseAt\":\"2016-11-03T18:00:00Z\"");
        assertThat(organiser.submit(DESK + "/new", DESK + "/new", unchanged).status())
                .isEqualTo(303);
        assertThat(Neighbours.REGISTRATION
                        .requests("POST", ADMIN + "/hotels")
                        .get(0)
                        .body())
                .contains("\"releaseAt\":\"2016-11-03T18:00:00Z\"");
        unchanged.put("zone", "Nowhere");
        Reply lost = organiser.submit(DESK + "/h-1", DESK + "/h-1", unchanged);
        assertThat(lost.status()).isEqualTo(422);
        assertThat(lost.text()).contains("Open this page again");
    }

    @Test
    void whoSharedARoomSeesWhatBecomesOfIt() {
        String shared = CONFIRMED
                .replace("SINGLE\",\"checkIn\"", "DOUBLE\",\"checkIn\"")
                .replace("\"state\":\"CONFIRMED\"", "\"state\":\"CONFIRMED\",\"sharingEnded\":true");
        String kept = "Whoever was to share the room with you does not come.";
        String lost = "The double room in which you were to sleep is not there for you any more.";
        Neighbours.REGISTRATION.get(OWN_PATH, shared);
        assertThat(new Browser().open(MINE).text())
                .contains(
                        "Confirmed",
                        kept + " The room stays yours, at the same price. Say who else shares it, ask for a single room"
                                + " below, or leave it as it is.")
                .doesNotContain(lost);
        Neighbours.REGISTRATION.get(OWN_PATH, shared.replace("CONFIRMED", "REQUESTED"));
        assertThat(new Browser().open(MINE).text()).contains(kept + " Your request stays as it is.");
        String gone = OWN.substring(0, OWN.length() - 1)
                + ",\"request\":{\"state\":\"CANCELLED\",\"othersWelcome\":false,\"sharingEnded\":true}}";
        Neighbours.REGISTRATION.get(OWN_PATH, gone);
        assertThat(new Browser().open(MINE).text())
                .contains("To be answered again", lost, "Please ask for a room below, or say that you need none.")
                .doesNotContain(kept, "Cancelled");
        Neighbours.REGISTRATION.get(OWN_PATH, gone.replace("\"open\":true", "\"open\":false"));
        assertThat(new Browser().open(MINE).text()).contains(lost, "Please look for a room yourself.");
        Neighbours.REGISTRATION.get(OWN_PATH, gone.replace("\"sharingEnded\":true", "\"sharingEnded\":false"));
        assertThat(new Browser().open(MINE).text()).contains("Cancelled").doesNotContain(lost, kept);

        requests("""
                {"id":"r-1","applicationId":"app-1","givenName":"Ana","familyName":"Sá","state":"CONFIRMED","roomType":"DOUBLE",
                 "checkIn":"2016-11-23","checkOut":"2016-11-25","hotelId":"h-1","requestedAt":"2016-10-11T08:00:00Z","version":1,
                 "sharingEnded":true}""");
        assertThat(new Browser().signedInAs(Person.ORGANISER).open(DESK).text())
                .contains("Whoever was to share it does not come. Ana has been told by mail, and has the room alone.");
    }

    @Test
    void thePickUpIsPassedOnAsAFile() {
        Neighbours.REGISTRATION.reply("GET", ADMIN + "/hotels/pick-up/table", 200, "text/csv", "hotel\r\nMain\r\n");
        Browser organiser = new Browser().signedInAs(Person.ORGANISER);
        assertThat(organiser.open(DESK).body())
                .contains("href=\"" + DESK + "/pick-up.xlsx\"", "href=\"" + DESK + "/pick-up.csv\"");
        Reply list = organiser.open(DESK + "/pick-up.csv");
        assertThat(list.status()).isEqualTo(200);
        assertThat(list.header("Content-Disposition")).isEqualTo("attachment; filename=\"pick-up.csv\"");
        assertThat(list.body()).isEqualTo("hotel\r\nMain\r\n");
    }

    @Test
    void theRoomingListIsPassedOn() {
        Neighbours.REGISTRATION.reply("GET", ADMIN + "/hotels/rooming-list", 200, "text/csv", "hotel\r\nMain\r\n");
        Reply list = new Browser().signedInAs(Person.ORGANISER).open(DESK + "/rooming-list.csv");
        assertThat(list.status()).isEqualTo(200);
        assertThat(list.header("Content-Disposition")).isEqualTo("attachment; filename=\"rooming-list.csv\"");
        assertThat(list.header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void eachHotelGetsTheListOfItsOwnGuests() {
        Neighbours.REGISTRATION.reply("GET", ADMIN + "/hotels/rooming-list", 200, "text/csv", "hotel\r\nMain\r\n");
        Browser organiser = new Browser().signedInAs(Person.ORGANISER);
        Reply desk = organiser.open(DESK);
        assertThat(desk.text())
                .contains("Rooming list for this hotel, with names: XLSX for Hotel <Main> · CSV for Hotel <Main>");
        assertThat(desk.body())
                .contains("href=\"" + DESK + "/h-1/rooming-list.xlsx\"", "href=\"" + DESK + "/h-1/rooming-list.csv\"");
        Reply list = organiser.open(DESK + "/h-1/rooming-list.csv");
        assertThat(list.status()).isEqualTo(200);
        assertThat(list.header("Content-Disposition"))
                .isEqualTo("attachment; filename=\"rooming-list-of-one-hotel.csv\"");
        assertThat(list.header("Cache-Control")).isEqualTo("no-store");
        assertThat(Neighbours.REGISTRATION
                        .requests(ADMIN + "/hotels/rooming-list")
                        .get(0)
                        .query())
                .contains("hotel=h-1", "format=csv");
    }

    @Test
    void nightsOfDaysBeforeAMoveAreToldApart() {
        String moved = CONFIRMED
                .replace("\"priceCents\":8900", "\"priceCents\":8900,\"tooFar\":true")
                .replace("\"state\":\"CONFIRMED\"", "\"state\":\"CONFIRMED\",\"outside\":true")
                .replace("2016-11-23T12:30:00Z", "2017-01-16T12:30:00Z")
                .replace("2016-11-25T13:00:00Z", "2017-01-18T13:00:00Z");
        Neighbours.REGISTRATION.get(OWN_PATH, moved);
        assertThat(new Browser().open(MINE).text())
                .contains(
                        "The workshop is not on these days.",
                        "It begins on Monday 16 January 2017, 13:30 CET",
                        "Cancel this room, or ask for other nights below.",
                        "too far from the days of the workshop to be asked for")
                .doesNotContain("4 left");
        Neighbours.REGISTRATION.get(OWN_PATH, CONFIRMED);
        assertThat(new Browser().open(MINE).text())
                .contains("4 left")
                .doesNotContain("The workshop is not on these days.");
        Neighbours.REGISTRATION.get(
                ADMIN + "/hotels",
                "[" + HOTEL.replace("\"priceCents\":8900", "\"priceCents\":8900,\"tooFar\":true") + "]");
        requests("REQUESTED", true);
        assertThat(new Browser().signedInAs(Person.ORGANISER).open(DESK).text())
                .contains(
                        "The workshop is not on these days. Refuse with a note, so that Ana can ask for other nights.",
                        "No hotel keeps such a room in all of these nights.",
                        "Some of its nights are more than two weeks away from the workshop.");
    }

    @Test
    void aHotelThatHasReleasedItsRoomsIsNotOffered() {
        Neighbours.REGISTRATION.get(
                OWN_PATH, OWN.replace("\"address\":\"Street 1\"", "\"address\":\"Street 1\",\"released\":true"));
        Reply page = new Browser().open(MINE);
        assertThat(page.text())
                .contains("The rooms have gone back to the hotel.")
                .doesNotContain("Rooms are kept until", "none left");
        assertThat(page.body()).doesNotContain("<option value=\"h-1\"");
    }

    @Test
    void organisersTakeAConfirmedRoomBackAndSeeNobodyWhoHasCancelled() {
        Browser organiser = new Browser().signedInAs(Person.ORGANISER);
        assertThat(organiser.open(DESK).text()).doesNotContain("Take the room back");
        requests("CANCELLED", false);
        assertThat(organiser.open(DESK).text())
                .contains("Nobody has said anything about a room yet.")
                .doesNotContain("Ana");
        requests("CONFIRMED", true);
        assertThat(organiser.open(DESK).text())
                .contains(
                        "The workshop is not on these days. Take the room back, or ask Ana which nights are needed now.",
                        "Take the room back from Ana Sá <b>",
                        "Somebody else can have the room.");
        Neighbours.REGISTRATION.get(
                ADMIN + "/hotels",
                "[" + HOTEL.replace("\"version\":3", "\"version\":3,\"releasedAt\":\"2016-11-03T17:00:10Z\"") + "]");
        assertThat(organiser.open(DESK).text())
                .contains("the room is the hotel's again, and nobody else can have it here.")
                .doesNotContain("Somebody else can have the room.");
        String decision = ADMIN + "/hotel-requests/r-1/decision";
        Neighbours.REGISTRATION.reply("POST", decision, 409, """
                {"status":409,"title":"No room is confirmed","detail":"There is no room to take back."}""");
        Map<String, String> sent = Map.of("decision", "take-back", "version", "1", "answer", "Ask <again>");
        Reply refused = organiser.submit(DESK, DESK + "/requests/r-1", sent);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text()).contains("There is no room to take back.", "Ask <again>");
        Neighbours.REGISTRATION.reply("POST", decision, 200, "{\"id\":\"r-1\",\"state\":\"REFUSED\",\"version\":2}");
        assertThat(organiser.submit(DESK, DESK + "/requests/r-1", sent).status())
                .isEqualTo(303);
        assertThat(Neighbours.REGISTRATION.requests(decision).get(1).body())
                .isEqualTo("{\"decision\":\"TAKE_BACK\",\"hotelId\":null,\"answer\":\"Ask <again>\"}");
    }

    private static void requests(String state, boolean outside) {
        requests("""
                {"id":"r-1","applicationId":"app-1","givenName":"Ana","familyName":"Sá <b>","organisation":"R&D","state":"%s","roomType":"SINGLE",
                 "checkIn":"2016-11-23","checkOut":"2016-11-25","preferredHotelId":"h-1","hotelId":"h-1","othersWelcome":true,"requestedAt":"2016-10-11T08:00:00Z",
                 "version":1,"outside":%s}""".formatted(state, outside));
    }

    /** As registration answers: all of them, and those that wait for a decision. */
    private static void requests(String... all) {
        Neighbours.REGISTRATION.get(ADMIN + "/hotel-requests", list(List.of(all)));
        Neighbours.REGISTRATION.get(
                ADMIN + "/hotel-requests",
                "state=REQUESTED",
                list(Stream.of(all)
                        .filter(one -> one.contains("\"REQUESTED\"") || one.contains("\"change\""))
                        .toList()));
    }

    private static String list(List<String> items) {
        return "{\"items\":[" + String.join(",", items) + "],\"page\":0,\"size\":200,\"total\":" + items.size() + "}";
    }
}
