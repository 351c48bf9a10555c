package eu.urbact.infocus.deploy.acceptance;

import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** One person's way through the platform, by keyboard: reads, applies, is admitted, gets mails, withdraws. With scripts and without. */
@Order(10)
class JourneyIT {

    private static final String APPLY = "/en/w/frankfurt-2016/apply";

    @ParameterizedTest(name = "with scripts: {0}")
    @ValueSource(booleans = {true, false})
    void fromTheProgrammeToAPlaceAndBack(boolean scripts) {
        String family = "Sá Nogueira " + UUID.randomUUID().toString().replaceAll("[^a-f]", "");
        String address = UUID.randomUUID() + "@journey.example.org";
        try (Site visitor = window(scripts, Site.NARROW);
                Site organiser = window(scripts, Site.WIDE)) {
            readTheProgramme(visitor);
            apply(visitor, family, address);

            JsonNode received = Mails.awaited(address, 1);
            assertThat(received.path("text").asText()).contains("Ana");
            assertThat(received.path("html").asText()).contains("Ana").containsIgnoringCase("<html");
            String link = Mails.link(received);

            organiser.signIn("organiser");
            int free = freeSeats(organiser, family);
            admit(organiser, family);
            assertThat(freeSeats(organiser, family)).isEqualTo(free - 1);

            JsonNode admitted = Mails.awaited(address, 2);
            assertThat(Mails.link(admitted)).isEqualTo(link);
            visitor.go(link);
            assertThat(visitor.text()).contains("Admitted", "You have a place");
            visitor.assertAccessible();

            withdraw(visitor);
            Mails.awaited(address, 3);
            assertThat(freeSeats(organiser, family)).isEqualTo(free);
            assertThat(organiser.text()).contains("Withdrawn");
        }
    }

    private static Site window(boolean scripts, int width) {
        return scripts ? Site.open(width) : Site.openWithoutScripts(width);
    }

    private static void readTheProgramme(Site visitor) {
        visitor.go("/");
        visitor.page().getByRole(AriaRole.LINK, named("Read the programme")).press("Enter");
        assertThat(visitor.text())
                .contains("Thursday 24 November 2016", "Panel discussion with cluster managers", "14:15", "CET");
        visitor.page().getByRole(AriaRole.LINK, named("Call for participation")).press("Enter");
        visitor.page().getByRole(AriaRole.LINK, named("Apply for a place")).press("Enter");
        visitor.page().waitForURL("**" + APPLY);
    }

    private static void apply(Site visitor, String family, String address) {
        Page page = visitor.page();
        page.getByLabel("Given name").fill("Ana");
        page.getByLabel("Family name").fill(family);
        page.getByLabel("E-mail address").fill(address);
        page.getByLabel("Organisation").fill("Agência do Porto");
        page.getByLabel("Country", new Page.GetByLabelOptions().setExact(true)).selectOption("PT");
        next(page, "Taking part");
        page.getByLabel("Cluster manager").press(" ");
        page.getByLabel("Partner city you come for").selectOption("porto");
        next(page, "What you bring");
        page.getByLabel("What would you bring").fill("Ten years with the port’s logistics cluster.");
        page.getByLabel("Panel").press(" ");
        page.getByRole(AriaRole.BUTTON, button("Save and go back")).press("Enter");
        assertThat(page.getByLabel("Cluster manager").isChecked()).isTrue();
        next(page, "What you bring");
        assertThat(page.getByLabel("Panel").isChecked()).isTrue();
        visitor.assertAccessible();
        next(page, "Check your answers");
        assertThat(visitor.text()).contains("Ana " + family, "Portugal", "Porto", "Ten years with the port’s");
        visitor.assertAccessible();
        visitor.assertFitsAndShowsTheFunding();
        page.getByLabel("I have read the privacy notice").press(" ");
        page.getByRole(AriaRole.BUTTON, button("Send application")).press("Enter");
        page.waitForURL("**/applied");
        assertThat(visitor.text()).contains("Your application has arrived");
    }

    private static void next(Page page, String heading) {
        page.getByRole(AriaRole.BUTTON, button("Save and continue")).press("Enter");
        PlaywrightAssertions.assertThat(page.locator("h1")).hasText(heading);
    }

    private static int freeSeats(Site organiser, String family) {
        organiser.go("/org/w/frankfurt-2016/admission");
        organiser.page().getByLabel("Name, organisation or address").fill(family);
        organiser.page().getByRole(AriaRole.BUTTON, button("Show")).press("Enter");
        organiser.page().locator("text=1–1 of 1").waitFor();
        return Integer.parseInt(organiser.page().locator(".seats-total strong").innerText());
    }

    private static void admit(Site organiser, String family) {
        Page page = organiser.page();
        page.getByRole(AriaRole.BUTTON, button("Admit Ana " + family)).press("Enter");
        page.locator("text=Admitted. The seat is taken").waitFor();
        assertThat(page.locator("tbody").innerText()).contains("Admitted");
        organiser.assertAccessible();
    }

    private static void withdraw(Site visitor) {
        visitor.page()
                .getByRole(AriaRole.LINK, named("Withdraw my application"))
                .press("Enter");
        assertThat(visitor.text()).contains("Your place becomes free at once");
        visitor.assertAccessible();
        visitor.page().getByRole(AriaRole.BUTTON, button("Yes, withdraw")).press("Enter");
        assertThat(visitor.text()).contains("has been withdrawn", "Withdrawn");
    }

    @Test
    void mistakesAreExplainedAndNothingIsLost() {
        try (Site visitor = Site.open(Site.NARROW)) {
            visitor.go(APPLY);
            Page page = visitor.page();
            page.getByLabel("Given name").fill("<script>alert(1)</script>");
            page.getByLabel("E-mail address").fill("nobody@nowhere@example");
            page.getByLabel("Organisation").fill("=cmd()");
            page.getByRole(AriaRole.BUTTON, button("Save and continue")).press("Enter");

            Locator summary = page.locator("#error-summary");
            PlaywrightAssertions.assertThat(summary).isFocused();
            assertThat(page.title()).startsWith("Error:");
            assertThat(page.getByLabel("Given name").inputValue()).isEqualTo("<script>alert(1)</script>");
            assertThat(page.getByLabel("Organisation").inputValue()).isEqualTo("=cmd()");
            Locator links = summary.locator("a");
            PlaywrightAssertions.assertThat(links).hasCount(5);
            for (int i = 0; i < 5; i++) {
                String field = links.nth(i).getAttribute("href");
                links.nth(i).click();
                PlaywrightAssertions.assertThat(page.locator(field)).isFocused();
            }
            visitor.assertAccessible();
            visitor.assertFitsAndShowsTheFunding();
        }
    }

    @Test
    void sendingTwiceIsOneApplication() {
        String address = UUID.randomUUID() + "@journey.example.org";
        try (Site visitor = Site.open(Site.WIDE)) {
            visitor.go(APPLY);
            apply(visitor, "Twice", address);
            // what was sent is not there to be sent again
            visitor.page().goBack();
            assertThat(visitor.page().getByLabel("Family name").inputValue()).isEmpty();
        }
        Mails.awaited(address, 1);
        String organiser = Tokens.of("organiser");
        assertThat(Api.get(
                                Platform.get().url("registration") + "/api/v1/admin/applications?q="
                                        + Api.encode(address),
                                "Authorization",
                                organiser)
                        .expect(200)
                        .json()
                        .path("total")
                        .asInt())
                .isEqualTo(1);
        assertThat(Mails.to(address)).hasSize(1);
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    private static Page.GetByRoleOptions button(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }
}
