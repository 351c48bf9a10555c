package eu.urbact.infocus.deploy.acceptance;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ForcedColors;
import com.microsoft.playwright.options.Media;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Every page, for every role, on a phone and on a desk: axe finds nothing, nothing scrolls sideways, the funding is in view. */
@Order(20)
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock(value = Platform.PARTS, mode = ResourceAccessMode.READ)
class AccessibilityIT {

    private static final List<String> PUBLIC = List.of(
            "/en/",
            "/en/network",
            "/en/workshops",
            "/en/w/frankfurt-2016",
            "/en/w/frankfurt-2016/programme",
            "/en/w/frankfurt-2016/call",
            "/en/w/frankfurt-2016/waiting-list",
            "/en/w/frankfurt-2016/apply",
            "/en/w/frankfurt-2016/applied",
            "/en/clusters",
            "/en/clusters?city=porto&q=no-such-cluster",
            "/en/clusters?page=1",
            "/en/clusters?view=map",
            "/en/clusters/alpha-rlh",
            "/en/cities/compare",
            "/en/cities/compare?city=porto&city=torino&city=bordeaux",
            "/en/open-data",
            "/en/cities",
            "/en/cities/bilbao",
            "/en/matrix",
            "/en/regions/basque-country/matrix",
            "/en/regions/basque-country/matrix?clusters=network&transpose=true",
            "/en/regions/basque-country/diversification",
            "/en/clusters/gaia/partners",
            "/en/clusters/gaia/partners/minalogic",
            "/en/network/matches?lens=cross-innovation",
            "/en/model",
            "/en/accessibility",
            "/en/privacy",
            "/en/legal",
            "/en/signed-out",
            "/en/my",
            "/en/my?sent=again",
            "/en/erased");

    private static final List<String> NOTHING_THERE = List.of(
            "/en/my/no-such-link",
            "/en/my/no-such-link/data",
            "/en/my/no-such-link/correct",
            "/en/invitation/no-such-link",
            "/en/my/no-such-link/ticket",
            "/en/my/no-such-link/answers",
            "/en/my/no-such-link/certificate",
            "/en/my/no-such-link/logistics",
            "/en/my/no-such-link/hotel",
            "/en/my/no-such-link/meetings",
            "/en/no-such-page");

    @ParameterizedTest
    @ValueSource(ints = {Site.NARROW, Site.WIDE})
    void everybodysPages(int width) {
        try (Site visitor = Site.open(width)) {
            check(visitor, PUBLIC, 200);
            check(visitor, NOTHING_THERE, 404);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {Site.NARROW, Site.WIDE})
    void searchesThatTheDirectoryDoesNotTake(int width) {
        try (Site visitor = Site.open(width)) {
            check(
                    visitor,
                    List.of("/en/clusters?city=no-such-city&q=laser", "/en/clusters/gaia/partners?city=no-such-city"),
                    422);
        }
    }

    @Test
    void inTheDark() {
        try (Site visitor = Site.openInTheDark(Site.WIDE)) {
            check(
                    visitor,
                    List.of("/en/", "/en/w/frankfurt-2016/programme", "/en/w/frankfurt-2016/apply", "/en/clusters"),
                    200);
            visitor.signIn("organiser");
            check(visitor, List.of("/org/w/frankfurt-2016/admission", applicationOf("porto")), 200);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {Site.NARROW, Site.WIDE})
    void organisersPages(int width) {
        String application = applicationOf("porto");
        try (Site organiser = Site.open(width).signIn("organiser")) {
            check(
                    organiser,
                    List.of(
                            "/org/",
                            "/org/w/frankfurt-2016/admission",
                            "/org/w/frankfurt-2016/admission?q=nobody-has-this-name",
                            "/org/w/frankfurt-2016/import",
                            "/org/w/frankfurt-2016/suggestion",
                            "/org/w/frankfurt-2016/waiting-list",
                            "/org/w/frankfurt-2016/meetings",
                            "/org/w/frankfurt-2016/call",
                            "/org/w/frankfurt-2016/call/edit",
                            "/org/w/frankfurt-2016/call/preview",
                            "/org/w/frankfurt-2016/call/preview/you",
                            "/org/w/frankfurt-2016/call/preview/taking-part",
                            "/org/w/frankfurt-2016/call/preview/motivation",
                            "/org/w/frankfurt-2016/call/preview/check",
                            "/org/w/frankfurt-2016/plan",
                            "/org/w/frankfurt-2016/plan/release",
                            application.replace("/org/applications/", "/org/w/frankfurt-2016/plan/people/"),
                            "/org/w/frankfurt-2016/door",
                            application,
                            application + "/history",
                            application + "/erasure",
                            application + "/new-link",
                            application + "/withdrawal",
                            application + "/withdrawal/back",
                            application + "/address",
                            "/org/w/frankfurt-2016/delegations",
                            "/org/mails",
                            "/org/clusters",
                            "/org/clusters?state=STALE",
                            "/org/clusters/hcp",
                            "/org/reference-data",
                            "/org/withdrawn-clusters",
                            "/org/withdrawn-clusters?q=photonics",
                            "/org/withdrawn-clusters/gaia",
                            "/org/w/frankfurt-2016/attendance",
                            "/org/w/frankfurt-2016/logistics",
                            "/org/w/frankfurt-2016/logistics/options/new",
                            "/org/w/frankfurt-2016/logistics/travel",
                            "/org/w/frankfurt-2016/logistics/people",
                            "/org/w/frankfurt-2016/logistics/open",
                            "/org/w/frankfurt-2016/hotels",
                            "/org/w/frankfurt-2016/hotels/new",
                            "/en/w/frankfurt-2016/programme",
                            "/signout"),
                    200);
            check(organiser, List.of("/partner/"), 403);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {Site.NARROW, Site.WIDE})
    void partnersPages(int width) {
        String application = applicationOf("porto").replace("/org/", "/partner/");
        try (Site partner = Site.open(width).signIn("porto")) {
            check(
                    partner,
                    List.of(
                            "/partner/",
                            "/partner/?state=DECLINED",
                            "/partner/cooperations",
                            "/partner/cooperations/new?from=hcp&to=gaia",
                            "/partner/clusters",
                            "/partner/clusters/hcp",
                            "/partner/clusters/ticept",
                            "/partner/clusters/ticept/edit/about",
                            "/partner/clusters/ticept/edit/organisation",
                            "/partner/clusters/ticept/edit/competences",
                            "/partner/clusters/ticept/edit/markets",
                            "/partner/clusters/ticept/edit/strategy",
                            "/partner/clusters/ticept/eccp",
                            "/partner/clusters/ticept/preview",
                            "/partner/clusters/ticept/history",
                            "/partner/clusters/ticept/offers",
                            application,
                            "/partner/w/frankfurt-2016/delegation",
                            application.replace("/applications/", "/w/frankfurt-2016/delegation/applications/")
                                    + "/substitute",
                            "/en/w/frankfurt-2016/programme"),
                    200);
            check(partner, List.of("/org/"), 403);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {Site.NARROW, Site.WIDE})
    void pagesOfTheDoor(int width) {
        try (Site desk = Site.open(width).signIn("desk")) {
            check(
                    desk,
                    List.of(
                            "/desk/",
                            "/desk/w/frankfurt-2016",
                            "/desk/w/frankfurt-2016/2016-11-23",
                            "/desk/w/frankfurt-2016/2016-11-23/list"),
                    200);
            check(desk, List.of("/desk/t/no-such-ticket"), 404);
            check(desk, List.of("/org/"), 403);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {Site.NARROW, Site.WIDE})
    void theInvitedPersonsPageAndTheirCitysDelegation(int width) {
        Desk desk = Desk.of("invited", Map.of("CITY:torino", 1));
        String address = UUID.randomUUID() + "@accessible.example.org";
        Api.post(
                        Platform.get().url("registration") + "/api/v1/partner/calls/" + desk.callId() + "/invitations",
                        Map.of("cityId", "torino", "email", address, "message", "Please come."),
                        "Authorization",
                        Tokens.of("torino"),
                        "Idempotency-Key",
                        UUID.randomUUID().toString())
                .expect(201);
        String link = Mails.link(Mails.awaited(address, 1));
        try (Site invited = Site.open(width)) {
            assertThat(invited.go(link.substring(link.indexOf("/en/invitation/"))))
                    .isEqualTo(200);
            invited.assertAccessible();
            invited.assertFitsAndShowsTheFunding();
        }
        try (Site partner = Site.open(width).signIn("torino")) {
            check(partner, List.of("/partner/w/" + desk.slug() + "/delegation"), 200);
            assertThat(partner.text()).contains("Invite somebody else");
        }
    }

    /** Pages that have much more on them when people wait, are offered a seat, have one, and when organisers have prepared something. */
    @Test
    void pagesWithSomethingOnThem() {
        Desk desk = Desk.of("full", Map.of("CITY:porto", 1, "CITY:torino", 1, "OPEN", 1));
        String organiser = Tokens.of("organiser");
        String call = Platform.get().url("registration") + "/api/v1/admin/calls/" + desk.callId();
        List<String> links = new ArrayList<>();
        for (String city : List.of("porto", "porto", "porto", "torino")) {
            String address = UUID.randomUUID() + "@accessible.example.org";
            Desk.apply(desk.application("Full", address, city)).expect(201);
            links.add(Mails.link(Mails.awaited(address, 1)).replaceFirst("^http://[^/]+", ""));
        }
        List<JsonNode> people = desk.applications(organiser);
        people.sort(Comparator.comparing(person -> person.path("appliedAt").asText()));
        Desk.decide(people.get(0), "ADMIT", organiser).expect(200);
        Desk.decide(people.get(1), "WAITLIST", organiser).expect(200);
        Desk.decide(people.get(2), "WAITLIST", organiser).expect(200);
        Api.put(
                        call + "/waiting-list/settings",
                        Map.of("running", true, "offerHours", 72, "cutOffHours", 48),
                        "Authorization",
                        organiser,
                        "If-Match",
                        "*")
                .expect(200);
        Eventually.so(
                "a seat is offered",
                () -> Api.get(call + "/waiting-list/offers?state=OPEN", "Authorization", organiser)
                                .json()
                                .path("total")
                                .asInt()
                        == 1);
        Api.post(
                        call + "/suggestion/staging",
                        Map.of("proposals", List.of("ADMIT")),
                        "Authorization",
                        organiser,
                        "If-Match",
                        "*")
                .expect(201);
        String bus = Api.post(
                        call + "/logistics/options",
                        Map.of(
                                "kind",
                                "BUS",
                                "title",
                                "Bus of the test",
                                "startsAt",
                                "2016-12-01T08:15:00Z",
                                "companionsWelcome",
                                false,
                                "placeLimit",
                                1),
                        "Authorization",
                        organiser)
                .expect(201)
                .json()
                .path("id")
                .asText();
        try (Site visitor = Site.open(Site.NARROW)) {
            check(visitor, List.of(links.get(0) + "/ticket", links.get(0) + "/correct"), 200);
            check(
                    visitor,
                    List.of(
                            links.get(1) + "/waiting-list",
                            links.get(1) + "/waiting-list/accept",
                            links.get(1) + "/waiting-list/decline",
                            links.get(2) + "/waiting-list"),
                    200);
        }
        try (Site reader = Site.open(Site.NARROW).signIn("organiser")) {
            String pages = "/org/w/" + desk.slug();
            check(
                    reader,
                    List.of(pages + "/suggestion", pages + "/logistics/options/" + bus, pages + "/waiting-list"),
                    200);
            assertThat(reader.text()).contains("Full", "Take back");
        }
    }

    @Test
    void aNameWithoutASpacePushesNothingAside() {
        Desk desk = Desk.of("unbroken", Map.of("CITY:porto", 2, "OPEN", 1), "2016-10-10", "2016-10-19");
        String organiser = Tokens.of("organiser");
        Map<String, Object> application =
                desk.application("X".repeat(90), UUID.randomUUID() + "@accessible.example.org", "porto");
        application.put("givenName", "W".repeat(90));
        application.put("organisation", "Y".repeat(150));
        Desk.apply(application).expect(201);
        Desk.decide(desk.applications(organiser).get(0), "ADMIT", organiser).expect(200);
        String day = "/desk/w/" + desk.slug() + "/2016-10-10";
        try (Site phone = Site.open(Site.NARROW).signIn("desk")) {
            check(phone, List.of(day, day + "/list"), 200);
            phone.go(day);
            phone.page().getByLabel("Name, organisation or code").fill("xxx");
            phone.page().getByLabel("Name, organisation or code").press("Enter");
            assertThat(phone.text()).contains("1 found");
            phone.assertAccessible();
            phone.assertFitsAndShowsTheFunding();

            // as wide as a sheet of A4 between its margins: what does not fit is not on the paper
            phone.page().setViewportSize(680, 960);
            phone.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            phone.go(day + "/list");
            assertThat(phone.page().evaluate("document.documentElement.scrollWidth <= 680"))
                    .isEqualTo(true);
        }
        try (Site narrow = Site.open(Site.NARROW).signIn("organiser")) {
            String pages = "/org/w/" + desk.slug();
            narrow.go(pages + "/plan");
            narrow.page().getByLabel("Name of the view").fill("V".repeat(60));
            button(narrow, "Keep it").press("Enter");
            assertThat(narrow.text()).contains("Your views are saved.");
            check(narrow, List.of(pages + "/admission", pages + "/plan", pages + "/attendance"), 200);
        }
    }

    @Test
    void wordsThatAreLongerThanTheWindowBreak() {
        String word = "W".repeat(80);
        Desk desk = Desk.of("long-words", Map.of("CITY:porto", 2));
        String call = "/org/w/" + desk.slug() + "/call";
        try (Site narrow = Site.open(Site.NARROW).signIn("organiser")) {
            narrow.go(call + "/edit");
            button(narrow, "Add a question").press("Enter");
            Page page = narrow.page();
            page.locator("#bucket-0-label").fill(word);
            page.locator("#question-0-label").fill(word);
            page.locator("#question-0-purpose").fill("To know.");
            page.locator("#question-0-retentionDays").fill("30");
            button(narrow, "Save the call").press("Enter");
            assertThat(narrow.text()).contains("The call has been changed.");
            check(narrow, List.of(call, call + "/edit", call + "/preview/check", "/en/clusters?q=" + word), 200);
            assertThat(narrow.text()).contains("Words: " + word);
            narrow.go(call + "/edit");
            assertThat(narrow.text()).contains("Remove the seats of " + word);
            narrow.go(call + "/preview/check");
            assertThat(narrow.text()).contains(word);
        }
    }

    @Test
    void theFocusIsNeverBehindWhatStaysInSightOfAMatrix() {
        try (Site visitor = Site.open(Site.WIDE)) {
            for (String matrix : List.of("/matrix", "/matrix?clusters=network")) {
                visitor.go("/en/regions/basque-country" + matrix);
                visitor.page().locator(".scroll-matrix").focus();
                assertThat(hiddenStops(visitor, "Tab"))
                        .as("hidden on the way forwards")
                        .isEmpty();
                assertThat(hiddenStops(visitor, "Shift+Tab"))
                        .as("hidden on the way back")
                        .isEmpty();
            }
        }
    }

    /** Presses a key as long as the focus stays in the matrix; returns what had the focus and could not be seen. */
    private static List<String> hiddenStops(Site site, String key) {
        List<String> hidden = new ArrayList<>();
        int stops = 0;
        site.page().keyboard().press(key);
        while (Boolean.TRUE.equals(site.page().evaluate("!!document.activeElement.closest('table.matrix')"))) {
            stops++;
            Object name = site.page().evaluate("""
                    () => {
                      const stop = document.activeElement;
                      const seen = [...stop.getClientRects()].some(box => [.1, .5, .9].some(across => [.1, .5, .9].some(down => {
                        const top = document.elementFromPoint(box.left + across * box.width, box.top + down * box.height);
                        return top && stop.contains(top);
                      })));
                      return seen ? null : stop.textContent;
                    }""");
            if (name != null) {
                hidden.add((String) name);
            }
            site.page().keyboard().press(key);
        }
        assertThat(stops).as("stops in the matrix").isGreaterThan(50);
        site.page().keyboard().press(key.equals("Tab") ? "Shift+Tab" : "Tab");
        return hidden;
    }

    @Test
    void whatATickChangesIsSaidAndWhatWasOpenedStaysOpen() {
        Desk desk = Desk.of("said", Map.of("OPEN", 1));
        for (String name : List.of("Said First", "Said Second")) {
            Desk.apply(desk.application(name, UUID.randomUUID() + "@accessible.example.org", null))
                    .expect(201);
        }
        try (Site narrow = Site.open(Site.NARROW).signIn("organiser")) {
            Page page = narrow.page();
            narrow.go("/org/w/" + desk.slug() + "/plan");
            Locator said = page.locator("#said");
            Locator balance = page.locator("#room details.fold");
            assertThat(said.textContent()).isEmpty();
            assertThat(balance.evaluate("block => block.open")).isEqualTo(false);
            balance.locator("summary").press("Enter");
            page.locator(".tick").first().press("Space");
            PlaywrightAssertions.assertThat(said).hasText("With them: 1 of 1 seats taken");
            PlaywrightAssertions.assertThat(balance).hasAttribute("open", "");
            page.locator(".tick").last().press("Space");
            PlaywrightAssertions.assertThat(said).hasText("With them: 2 of 1 seats taken, 1 too many");
            PlaywrightAssertions.assertThat(balance).hasAttribute("open", "");
            balance.locator("summary").press("Enter");
            page.locator(".tick").last().press("Space");
            PlaywrightAssertions.assertThat(said).hasText("With them: 1 of 1 seats taken");
            assertThat(balance.evaluate("block => block.open")).isEqualTo(false);

            narrow.go("/org/w/" + desk.slug() + "/admission");
            page.locator(".filters > summary").press("Enter");
            page.locator("#state").selectOption("DECLINED");
            PlaywrightAssertions.assertThat(said).hasText("0 applications");
            page.locator("#state").selectOption("SUBMITTED");
            PlaywrightAssertions.assertThat(said).hasText("2 applications");
        }
    }

    @Test
    void withColoursOfTheirOwnPeopleKnowTheCurrentItemOfTheNavigation() {
        try (Site visitor = Site.open(Site.WIDE)) {
            visitor.page().emulateMedia(new Page.EmulateMediaOptions().setForcedColors(ForcedColors.ACTIVE));
            visitor.go("/en/clusters");
            Object current = line(visitor, "nav.main a[aria-current]");
            assertThat(line(visitor, "nav.main li:first-child a"))
                    .isEqualTo(visitor.page().evaluate("getComputedStyle(document.body).backgroundColor"))
                    .isNotEqualTo(current);
        }
    }

    private static Object line(Site site, String item) {
        return site.page().locator(item).evaluate("item => getComputedStyle(item).borderBottomColor");
    }

    @Test
    void paperSaysWhichPageOfAListItIsAndKeepsALabelWithItsFigure() {
        try (Site visitor = Site.open(Site.WIDE)) {
            Page page = visitor.page();
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            visitor.go("/en/clusters?view=map");
            assertThat(page.locator(".pager").innerText().strip()).isEqualTo("Page 1 of 2");
            assertThat(page.locator(".pager a").isVisible()).isFalse();
            visitor.go("/en/w/frankfurt-2016/call");
            assertThat(page.locator(".facts > div").first().evaluate("fact => getComputedStyle(fact).breakInside"))
                    .isEqualTo("avoid");
        }
    }

    private static Locator button(Site site, String name) {
        return site.page()
                .getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static void check(Site site, List<String> paths, int status) {
        for (String path : paths) {
            assertThat(site.go(path))
                    .as(() -> path + "; the portal says " + Platform.get().complaints("portal"))
                    .isEqualTo(status);
            site.assertAccessible();
            site.assertLinksSayWhereTheyLead();
            site.assertFitsAndShowsTheFunding();
        }
    }

    /** The page of somebody who applies for a city. */
    private static String applicationOf(String city) {
        Desk desk = Desk.frankfurt();
        String address = UUID.randomUUID() + "@accessible.example.org";
        Desk.apply(desk.application("Accessible", address, city)).expect(201);
        return "/org/applications/"
                + Api.get(
                                Platform.get().url("registration") + "/api/v1/admin/applications?q="
                                        + Api.encode(address),
                                "Authorization",
                                Tokens.of("organiser"))
                        .expect(200)
                        .json()
                        .path("items")
                        .get(0)
                        .path("id")
                        .asText();
    }
}
