package eu.urbact.infocus.deploy.acceptance;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** From the place in the room to the place on the bus and the room in the hotel, without scripts, and back by withdrawing. */
@Order(16)
class StayIT {

    @Test
    void whoeverHasAPlaceTakesTheBusAndARoomAndGivesBothBackByWithdrawing() {
        Desk desk = Desk.of("stay", Map.of("CITY:porto", 1, "OPEN", 1), "2016-11-23", "2016-11-25");
        String organiser = Tokens.of("organiser");
        String call = Platform.get().url("registration") + "/api/v1/admin/calls/" + desk.callId();
        Api.post(
                        call + "/logistics/options",
                        Map.of(
                                "kind",
                                "BUS",
                                "title",
                                "Bus of the test",
                                "startsAt",
                                "2016-11-24T08:15:00Z",
                                "companionsWelcome",
                                false,
                                "placeLimit",
                                1),
                        "Authorization",
                        organiser)
                .expect(201);
        Api.put(
                        call + "/logistics/settings",
                        Map.of("freezeAt", "2016-11-16T17:00:00Z"),
                        "Authorization",
                        organiser,
                        "If-Match",
                        "*")
                .expect(200);
        Api.post(
                        call + "/hotels",
                        Map.of(
                                "name",
                                "Hotel of the test",
                                "address",
                                "Here",
                                "category",
                                "Plain",
                                "releaseAt",
                                "2016-11-03T17:00:00Z",
                                "nights",
                                List.of(night("2016-11-23"), night("2016-11-24"))),
                        "Authorization",
                        organiser)
                .expect(201);
        Api.put(
                        call + "/hotels/confirmation",
                        Map.of("confirmation", "AUTOMATIC"),
                        "Authorization",
                        organiser,
                        "If-Match",
                        "*")
                .expect(200);
        String address = UUID.randomUUID() + "@stay.example.org";
        Desk.apply(desk.application("Bettensucher", address, "porto")).expect(201);
        Desk.decide(desk.applications(organiser).get(0), "ADMIT", organiser).expect(200);
        String link = Mails.link(Mails.awaited(address, 2)).replaceFirst("^http://[^/]+", "");

        String room = "/org/w/" + desk.slug();
        List<String> lists = Stream.of(
                        "/logistics", "/logistics/travel", "/logistics/people", "/logistics/open", "/hotels")
                .map(page -> room + page)
                .toList();
        try (Site visitor = Site.open(Site.NARROW)) {
            for (String page : List.of(
                    "",
                    "/logistics",
                    "/logistics/travel",
                    "/logistics/choices",
                    "/logistics/needs",
                    "/logistics/photos",
                    "/hotel",
                    "/meetings")) {
                assertThat(visitor.go(link + page)).as(page).isEqualTo(200);
                visitor.assertAccessible();
                visitor.assertFitsAndShowsTheFunding();
            }
        }
        try (Site phone = Site.openWithoutScripts(Site.NARROW)) {
            phone.go(link + "/logistics/choices");
            phone.page().getByLabel("I come along").check();
            press(phone, "Save");
            assertThat(phone.text()).contains("Saved.", "Bus of the test");
            phone.go(link + "/hotel");
            press(phone, "Ask for this room");
            assertThat(phone.text()).contains("Confirmed", "Hotel of the test", "€\u00a0180.00");
            Mails.awaited(address, 3);
            assertThat(taken(call, organiser)).containsExactly(1, 1, 1);
            phone.go(link + "/meetings");
            phone.page()
                    .locator("details:has(#offers-software-engineering) > summary")
                    .click();
            phone.page().locator("#offers-software-engineering").check();
            press(phone, "Save");
            assertThat(phone.text()).contains("Saved.");
            // the lists with somebody in them
            try (Site reader = Site.open(Site.WIDE).signIn("organiser")) {
                read(reader, lists);
                assertThat(reader.go(room + "/logistics/people")).isEqualTo(200);
                assertThat(reader.text()).contains("Bettensucher");
                assertThat(reader.go(room + "/logistics/open")).isEqualTo(200);
                assertThat(reader.text()).contains("Bettensucher");
            }
            phone.go(link + "/withdraw");
            press(phone, "Yes, withdraw");
            assertThat(phone.text()).contains("has been withdrawn");
            assertThat(taken(call, organiser)).containsExactly(0, 0, 0);
        }
        try (Site reader = Site.open(Site.WIDE).signIn("organiser")) {
            // and without anybody
            read(reader, lists);
            read(
                    reader,
                    List.of("/org/applications/"
                            + desk.applications(organiser).get(0).path("id").asText() + "/withdrawal/back"));
            assertThat(reader.page()
                            .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Yes, take it back"))
                            .count())
                    .isEqualTo(1);
        }
    }

    private static void read(Site reader, List<String> pages) {
        for (String page : pages) {
            assertThat(reader.go(page)).as(page).isEqualTo(200);
            reader.assertAccessible();
            reader.assertFitsAndShowsTheFunding();
        }
    }

    /** Places on the bus, then rooms by night. */
    private static List<Integer> taken(String call, String organiser) {
        List<Integer> taken = new java.util.ArrayList<>();
        for (JsonNode option : Api.get(call + "/logistics/options", "Authorization", organiser)
                .expect(200)
                .json()) {
            taken.add(option.path("taken").asInt());
        }
        for (JsonNode night : Api.get(call + "/hotels/pick-up", "Authorization", organiser)
                .expect(200)
                .json()
                .path("nights")) {
            taken.add(night.path("confirmed").asInt());
        }
        return taken;
    }

    private static Map<String, Object> night(String date) {
        return Map.of("roomType", "SINGLE", "night", date, "rooms", 1, "priceCents", 9_000);
    }

    private static void press(Site site, String button) {
        site.page()
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button))
                .first()
                .click();
    }
}
