package eu.urbact.infocus.deploy.acceptance;

import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** From the ticket in the mail through the door to the certificate, on a workshop that takes place today. */
@Order(15)
class DoorIT {

    private static final Pattern TICKET = Pattern.compile("http://localhost:\\d+/desk/t/[A-Za-z0-9_-]+");

    @Test
    void theTicketInTheMailOpensTheDoorAndTheCertificateFollows() {
        Desk desk = Desk.of("door", Map.of("CITY:porto", 2, "OPEN", 1), "2016-10-10", "2016-10-19");
        String address = UUID.randomUUID() + "@door.example.org";
        Desk.apply(desk.application("Quellenfinder", address, "porto")).expect(201);
        String organiser = Tokens.of("organiser");
        Desk.decide(desk.applications(organiser).get(0), "ADMIT", organiser).expect(200);

        JsonNode mail = Mails.awaited(address, 2);
        Matcher ticket = TICKET.matcher(mail.path("text").asText());
        assertThat(ticket.find()).isTrue();
        assertThat(mail.path("html").asText()).contains("src=\"cid:ticket@infocus\"");

        try (Site phone = Site.open(Site.NARROW).signIn("desk")) {
            assertThat(phone.page().url()).endsWith("/desk/");
            assertThat(phone.go("/org/")).isEqualTo(403);
            phone.go(ticket.group());
            phone.assertAccessible();
            phone.assertFitsAndShowsTheFunding();
            phone.page()
                    .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("Check in for .*")))
                    .press("Enter");
            assertThat(phone.text()).contains("Test Quellenfinder is in,");

            phone.go("/desk/w/" + desk.slug());
            phone.assertAccessible();
            phone.page()
                    .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(Pattern.compile("Check in.*")))
                    .first()
                    .press("Enter");
            phone.page().getByLabel("Name, organisation or code").fill("quellenf");
            phone.page().getByLabel("Name, organisation or code").press("Enter");
            assertThat(phone.text()).contains("1 found", "In since");
            phone.assertAccessible();
            phone.assertFitsAndShowsTheFunding();
        }
        String link = Mails.link(mail);
        assertThat(Api.get(link + "/ticket").expect(200).body()).contains("ticket-code", "Certificate (PDF)");
        assertThat(Api.get(link + "/certificate").expect(200).type()).isEqualTo("application/pdf");
    }
}
