package eu.urbact.infocus.deploy.acceptance;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Sixty people are decided about by keyboard alone, in one sitting; then everybody is told at once. */
@Order(16)
class PlanIT {

    private static final int PEOPLE = 60;
    private static final String[] KEYS = {"a", "a", "w", "d"};
    private static final String REGISTRATION = Platform.get().url("registration");

    @Test
    void sixtyDecisionsByKeyboardTakeLessThanFiveMinutes() {
        Desk desk = Desk.of("plan", Map.of("CITY:porto", 5, "OPEN", 30));
        String domain = UUID.randomUUID() + ".example.org";
        for (int i = 0; i < PEOPLE; i++) {
            // names are made of letters
            String name = "Person " + (char) ('A' + i / 26) + (char) ('a' + i % 26);
            Desk.apply(desk.application(name, "p" + i + "@" + domain, i % 6 == 0 ? "porto" : null))
                    .expect(201);
        }
        String organiser = Tokens.of("organiser");
        String plan = "/org/w/" + desk.slug() + "/plan";
        try (Site site = Site.open(Site.WIDE).signIn("organiser")) {
            Page page = site.page();
            site.go(plan + "?staged=NONE");
            site.assertAccessible();
            Instant start = Instant.now();
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Go through them one by one"))
                    .press("Enter");
            page.waitForURL(url -> url.contains("/plan/people/"));
            for (int i = 0; i < PEOPLE; i++) {
                String before = page.url();
                String key = KEYS[i % KEYS.length];
                page.keyboard().press(key);
                if (key.equals("d")) {
                    // nobody is declined without a reason that somebody has chosen
                    assertThat(page.evaluate("document.activeElement.id")).isEqualTo("reasonCode");
                    page.keyboard().press("ArrowDown");
                    page.keyboard().press("Enter");
                }
                page.waitForURL(url -> !url.equals(before));
            }
            Duration taken = Duration.between(start, Instant.now());
            System.out.printf("%d decisions were staged by keyboard in %d s%n", PEOPLE, taken.toSeconds());
            assertThat(taken).isLessThan(Duration.ofMinutes(5));
            assertThat(site.text()).contains("That was the last person of the list.", "Nothing matches.");

            // nobody has been told, and no seat is taken
            assertThat(desk.seats(organiser).path("held").asInt()).isZero();
            assertThat(outcomes(desk, organiser)).isEqualTo(Map.of("ADMIT", 30, "WAITLIST", 15, "DECLINE", 15));

            undoAndTurnOff(site, plan);
            site.go(plan + "/release");
            site.assertAccessible();
            assertThat(site.text()).contains("You have a place: ", "[the link to their own page]");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Release and send 59 mails"))
                    .press("Enter");
            page.waitForLoadState();
            assertThat(site.text()).contains("Released: 29 admitted, 15 on the waiting list, 15 declined.");
            assertThat(desk.seats(organiser).path("held").asInt()).isEqualTo(29);
            keyWithoutAButton(site, plan);
        }
    }

    /** One decision is taken back by a key; keys that are typed into a field, or turned off, do nothing. */
    private static void undoAndTurnOff(Site site, String plan) {
        Page page = site.page();
        site.go(plan + "?staged=ADMIT");
        page.locator("[data-row] a").first().press("Enter");
        page.waitForURL(url -> url.contains("/plan/people/"));
        site.assertAccessible();
        String person = page.url();
        page.keyboard().press("c");
        page.keyboard().type("wad");
        assertThat(page.inputValue("#text")).isEqualTo("wad");
        page.locator("h1").focus();
        page.keyboard().press("?");
        page.locator("#keys-on").press("Space");
        page.locator("h1").focus();
        // a key that works presses a button before anything else happens, and the next page comes later
        page.evaluate("document.addEventListener('click', () => window.pressed = true, true)");
        page.keyboard().press("u");
        assertThat(page.evaluate("window.pressed === true")).isEqualTo(false);
        assertThat(page.url()).isEqualTo(person);
        page.locator("#keys-on").press("Space");
        page.locator("h1").focus();
        page.keyboard().press("u");
        page.waitForURL(url -> url.contains("done=UNDONE"));
        assertThat(site.text()).contains("Taken back. Nothing is staged for this person.");
    }

    /** Whoever has a place cannot be admitted: the page says so when the key is pressed, until the next one is. */
    private static void keyWithoutAButton(Site site, String plan) {
        Page page = site.page();
        site.go(plan + "?state=ADMITTED");
        page.locator("[data-row] a").first().press("Enter");
        page.waitForURL(url -> url.contains("/plan/people/"));
        String person = page.url();
        page.locator("h1").focus();
        page.keyboard().press("a");
        assertThat(page.locator("#keys-said").textContent())
                .endsWith(" has a place already: there is nothing to admit.");
        page.keyboard().press("x");
        assertThat(page.locator("#keys-said").textContent()).isEmpty();
        assertThat(page.url()).isEqualTo(person);
    }

    private static Map<String, Integer> outcomes(Desk desk, String organiser) {
        Map<String, Integer> outcomes = new java.util.HashMap<>();
        JsonNode plan = Api.get(
                        REGISTRATION + "/api/v1/admin/calls/" + desk.callId() + "/plan", "Authorization", organiser)
                .expect(200)
                .json();
        plan.path("outcomes")
                .forEach(outcome -> outcomes.put(
                        outcome.path("decision").asText(),
                        outcome.path("recipients").asInt()));
        return outcomes;
    }
}
