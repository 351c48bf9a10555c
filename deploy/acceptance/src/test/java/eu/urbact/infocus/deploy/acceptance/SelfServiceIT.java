package eu.urbact.infocus.deploy.acceptance;

import java.util.UUID;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What a person does behind their personal link: changes what they sent, makes the link anew when it is lost, has it sent again. */
@Order(11)
class SelfServiceIT {

    @Test
    void theLinkIsEnoughAndCanBeTakenFromWhoeverFoundIt() {
        String address = UUID.randomUUID() + "@self-service.example.org";
        Desk.apply(Desk.frankfurt().application("Before", address, "porto")).expect(201);
        String link = Mails.link(Mails.awaited(address, 1));
        try (Site visitor = Site.open(Site.NARROW)) {
            Page page = visitor.page();
            visitor.go(link);
            assertThat(visitor.text()).contains("What comes next", "The call closes", "Change my application");
            visitor.assertAccessible();
            visitor.assertFitsAndShowsTheFunding();

            page.getByRole(AriaRole.LINK, link("Change my application")).press("Enter");
            visitor.assertAccessible();
            visitor.assertFitsAndShowsTheFunding();
            page.getByLabel("Family name").fill("After");
            page.getByRole(AriaRole.BUTTON, button("Save changes")).press("Enter");
            assertThat(visitor.text()).contains("Your changes are saved.", "After");

            visitor.go(link + "/new-link");
            visitor.assertAccessible();
            page.getByRole(AriaRole.BUTTON, button("Make a new link")).press("Enter");
            assertThat(visitor.text()).contains("The old links have stopped working");
            assertThat(visitor.go(link)).isEqualTo(404);
            String next = Mails.link(Mails.awaited(address, 2));
            assertThat(next).isNotEqualTo(link);
            assertThat(visitor.go(next)).isEqualTo(200);

            visitor.go("/en/my");
            page.getByLabel("E-mail address").fill(address);
            page.getByRole(AriaRole.BUTTON, button("Send the link")).press("Enter");
            assertThat(visitor.text()).contains("Look into your mail");
            assertThat(Mails.link(Mails.awaited(address, 3))).isEqualTo(next);
        }
    }

    private static Page.GetByRoleOptions link(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    private static Page.GetByRoleOptions button(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }
}
