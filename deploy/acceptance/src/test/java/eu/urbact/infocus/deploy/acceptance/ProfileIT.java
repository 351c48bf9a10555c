package eu.urbact.infocus.deploy.acceptance;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** A city writes the profile of one of its clusters in browsers without scripts, and the organisers publish it. */
@Order(16)
class ProfileIT {

    private static final String OURS = "/partner/clusters/mobinov";

    @Test
    void aCityWritesAProfileAndTheOrganisersPublishIt() {
        try (Site porto = Site.openWithoutScripts(Site.NARROW).signIn("porto");
                Site organiser = Site.openWithoutScripts(Site.WIDE).signIn("organiser")) {
            porto.go("/partner/clusters");
            press(porto, "Take over MOBINOV");
            assertThat(porto.text()).contains("Begun. Nobody but your city's people sees it.");

            porto.go(OURS + "/edit/organisation");
            fill(porto, "Year of establishment", "soon");
            press(porto, "Save");
            assertThat(porto.text()).contains("Year of establishment: enter a whole number");
            fill(porto, "Year of establishment", "2016");
            fill(porto, "Whom to ask", "Secretariat <of");
            fill(porto, "Contact person", "Person of Porto");
            press(porto, "Save");
            assertThat(porto.text())
                    .contains(
                            "Whom to ask: must be one line of plain text, without <, > and characters that cannot be shown");
            fill(porto, "Whom to ask", "Secretariat");
            press(porto, "Save");
            assertThat(porto.text()).contains("Saved.", "Everything that is needed is there.");
            assertThat(organiser.go("/org/clusters/mobinov")).isEqualTo(404);

            press(porto, "Submit for review");
            assertThat(porto.text()).contains("Submitted. The organisers review it");
            organiser.go("/org/clusters/mobinov");
            assertThat(organiser.text()).contains("Contact person, not published: Person of Porto", "Secretariat");
            press(organiser, "Publish");
            assertThat(organiser.text()).contains("Published. Everybody can see it.");

            porto.go("/en/clusters/mobinov");
            assertThat(porto.text()).contains("Written by its city, which confirmed it on", "Secretariat");
            assertThat(porto.source()).doesNotContain("Person of Porto");
            porto.assertFitsAndShowsTheFunding();
        }
    }

    private static void fill(Site site, String label, String value) {
        site.page()
                .getByLabel(label, new Page.GetByLabelOptions().setExact(true))
                .fill(value);
    }

    private static void press(Site site, String button) {
        site.page()
                .getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .press("Enter");
    }
}
