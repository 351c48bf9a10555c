package eu.urbact.infocus.deploy.acceptance;

import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** A person looks at what is kept about them, takes it along, and is forgotten: in registration, in the mail log, and for the desk. */
@Order(16)
class OwnDataIT {

    @Test
    void whoWantsToBeForgottenIs() {
        Desk desk = Desk.of("forgotten", Map.of("CITY:porto", 2, "OPEN", 1));
        String address = UUID.randomUUID() + "@forgotten.example.org";
        Desk.apply(desk.application("Vergissmeinnicht", address, "porto")).expect(201);
        String organiser = Tokens.of("organiser");
        String id = desk.applications(organiser).get(0).path("id").asText();
        String link = Mails.link(Mails.awaited(address, 1));
        String path = link.substring(link.indexOf("/en/my/"));

        JsonNode file = Api.get(link + "/data/download").expect(200).json();
        assertThat(file.path("sections").path("application").path("email").asText())
                .isEqualTo(address);

        try (Site phone = Site.open(Site.NARROW)) {
            phone.go(path);
            press(phone, AriaRole.LINK, "See what we keep about you");
            assertThat(phone.text()).contains("Motivation", "To decide about your application");
            phone.assertAccessible();
            phone.assertFitsAndShowsTheFunding();
            press(phone, AriaRole.LINK, "Erase my data");
            phone.assertAccessible();
            phone.assertFitsAndShowsTheFunding();
            press(phone, AriaRole.BUTTON, "Yes, erase my data");
            assertThat(phone.text()).contains("Your data are erased");
            assertThat(phone.go(path)).isEqualTo(404);
        }

        assertThat(desk.applications(organiser).toString())
                .contains("(erased)", "WITHDRAWN")
                .doesNotContain("Vergissmeinnicht");
        JsonNode mail = Eventually.get(
                "the mail log without an address",
                () -> Api.get(
                                Platform.get().url("notification") + "/api/v1/admin/mails?application=" + id,
                                "Authorization",
                                organiser)
                        .expect(200)
                        .json()
                        .path("items"),
                mails -> mails.size() == 2
                        && mails.get(1).path("address").isMissingNode()
                        && mails.get(0).path("state").asText().equals("RECIPIENT_GONE"));
        assertThat(mail.get(1).path("state").asText()).isEqualTo("SENT");
        assertThat(Mails.to(address)).hasSize(1);
    }

    private static void press(Site site, AriaRole role, String name) {
        site.page().getByRole(role, new Page.GetByRoleOptions().setName(name)).press("Enter");
    }
}
