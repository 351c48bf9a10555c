package eu.urbact.infocus.deploy.acceptance;

import java.util.List;
import java.util.Map;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Organisers change a call, two at once; somebody is writing an application when it closes. */
@Order(15)
class CallEditorIT {

    @Test
    void aCallIsChangedAskedAndClosedWhileSomebodyWrites() {
        Desk desk = Desk.of("editor", Map.of("OPEN", 3, "CITY:porto", 2));
        String call = "/org/w/" + desk.slug() + "/call";
        try (Site one = Site.open(Site.WIDE).signIn("organiser");
                Site other = Site.open(Site.WIDE).signIn("organiser");
                Site visitor = Site.open(Site.NARROW)) {
            one.go(call + "/edit");
            other.go(call + "/edit");

            one.page().getByLabel("Seats in the room").fill("4");
            press(one, "Save the call");
            assertThat(one.text()).contains("The groups of seats hold 5 seats, the room 4.");
            one.page().getByLabel("Seats in the room").fill("6");
            press(one, "Add a question");
            one.page().getByLabel("Question", exactly()).fill("What would you show?");
            one.page().getByLabel("Why it is asked").fill("To fill the stands.");
            press(one, "Save the call");
            assertThat(one.text()).contains("The call has been changed", "What would you show?");
            one.assertAccessible();

            other.page().getByLabel("Who can apply").fill("Whoever has a stand.");
            press(other, "Save the call");
            assertThat(other.text()).contains("It was you who changed this call");
            assertThat(other.page().getByLabel("Who can apply").inputValue()).isEqualTo("Whoever has a stand.");

            visitor.go("/en/w/" + desk.slug() + "/apply");
            visitor.page().getByLabel("Given name").fill("Ana");
            press(visitor, "Save and continue");
            assertThat(visitor.text()).contains("Enter your family name");
            one.go(call);
            one.page().getByText("Close it before its time").press("Enter");
            press(one, "Close the call now");
            assertThat(one.text()).contains("The call is closed");
            visitor.page().getByLabel("Family name").fill("Sá");
            press(visitor, "Save and continue");
            assertThat(visitor.text())
                    .contains("The call closed while you were writing", "Ana Sá", "ask them whether they take yours");
            visitor.assertAccessible();
            visitor.assertFitsAndShowsTheFunding();
        }
    }

    /** The browser would send a date that lacks one of its parts as none at all. */
    @Test
    void aDateThatIsHalfTypedDoesNotDeleteTheOneThatIsStored() {
        Desk desk = Desk.of("half", Map.of("CITY:porto", 2, "OPEN", 1));
        String edit = "/org/w/" + desk.slug() + "/call/edit";
        try (Site organiser = Site.open(Site.NARROW).signIn("organiser")) {
            organiser.go(edit);
            Locator date = handBack(organiser);
            date.fill("2016-11-15");
            press(organiser, "Save the call");
            assertThat(organiser.text()).contains("The call has been changed");

            organiser.go(edit);
            organiser.page().getByLabel("Who can apply").fill("Whoever has a stand.");
            for (String part : List.of("Delete", "ArrowRight Delete")) {
                date.focus();
                for (String key : part.split(" ")) {
                    organiser.page().keyboard().press(key);
                }
                press(organiser, "Save the call");
                assertRefused(
                        organiser,
                        edit,
                        date.getAttribute("id"),
                        "Seats of porto – Unused seats are handed back on: enter day, month and year of a date that exists");
            }
            assertThat(organiser.page().getByLabel("Who can apply").inputValue())
                    .isEqualTo("Whoever has a stand.");
            organiser.page().locator("#error-summary a").press("Enter");
            PlaywrightAssertions.assertThat(date).isFocused();
            date.fill("2016-11-16");
            press(organiser, "Save the call");
            assertThat(organiser.text()).contains("The call has been changed");
            organiser.go(edit);
            assertThat(date.inputValue()).isEqualTo("2016-11-16");

            String meetings = "/org/w/" + desk.slug() + "/meetings";
            organiser.go(meetings);
            Locator start = organiser.page().getByLabel("First slot begins");
            start.fill("2016-12-01T10:00");
            press(organiser, "Save");
            assertThat(organiser.text()).contains("The room is arranged.");
            start.focus();
            organiser.page().keyboard().press("Delete");
            press(organiser, "Save");
            assertRefused(
                    organiser,
                    meetings + "?done=room",
                    "startsAt",
                    "First slot begins (time of the venue): enter day, month and year of a date that exists, with hours and minutes");
        }
        try (Site organiser = Site.openWithoutScripts(Site.WIDE).signIn("organiser")) {
            organiser.go(edit);
            handBack(organiser).focus();
            organiser.page().keyboard().press("Delete");
            press(organiser, "Save the call");
            assertThat(organiser.page().url()).endsWith(edit);
            organiser.go(edit);
            assertThat(handBack(organiser).inputValue()).isEqualTo("2016-11-16");
            organiser.page().getByLabel("Who can apply").fill("Everybody again.");
            press(organiser, "Save the call");
            assertThat(organiser.text()).contains("The call has been changed");
        }
    }

    /** The page says what is wrong as it says it of everything else, and once only. */
    private static void assertRefused(Site site, String path, String field, String message) {
        // said once all fields have been told, a moment after the key; a summary from before may still stand there
        PlaywrightAssertions.assertThat(site.page().locator("#error-summary")).isFocused();
        assertThat(site.page().url()).endsWith(path);
        assertThat(site.page().locator("#error-summary li").allInnerTexts()).containsExactly(message);
        assertThat(site.page().title()).startsWith("Error: ").doesNotStartWith("Error: Error: ");
        Locator wrong = site.page().locator("#" + field);
        assertThat(wrong.getAttribute("aria-invalid")).isEqualTo("true");
        assertThat(wrong.getAttribute("aria-describedby").split(" ")).containsOnlyOnce(field + "-error");
        assertThat(site.page().locator("#" + field + "-error").textContent()).isEqualTo("Error: " + message);
        assertThat(wrong.evaluate("field => field.validity.badInput")).isEqualTo(true);
        site.assertAccessible();
        site.assertFitsAndShowsTheFunding();
    }

    private static Locator handBack(Site site) {
        return site.page()
                .getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName("Seats of porto"))
                .getByLabel("Unused seats are handed back on");
    }

    private static void press(Site site, String button) {
        site.page()
                .getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .press("Enter");
    }

    private static Page.GetByLabelOptions exactly() {
        return new Page.GetByLabelOptions().setExact(true);
    }
}
