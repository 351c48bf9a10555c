package eu.urbact.infocus.deploy.acceptance;

import java.util.Map;

import com.microsoft.playwright.Page;
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
