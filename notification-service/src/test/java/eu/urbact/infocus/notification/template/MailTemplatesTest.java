package eu.urbact.infocus.notification.template;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import io.quarkus.qute.Engine;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.runtime.StartupEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import eu.urbact.infocus.chassis.calendar.CityNames;
import eu.urbact.infocus.notification.recipient.Recipient;
import eu.urbact.infocus.notification.smtp.MailerConfig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class MailTemplatesTest {

    private static final Path FILES = Path.of("src", "main", "resources", "templates", "mail");

    private final Map<String, String> files = new HashMap<>();

    @Test
    void withAllTemplatesTheServiceStarts() {
        templates().requireAll(new StartupEvent());
    }

    @Test
    void aMissingTemplateStopsTheStart() {
        MailTemplates templates = templates();
        files.remove("mail/application-admitted.html");
        assertThatIllegalStateException()
                .isThrownBy(() -> templates.requireAll(new StartupEvent()))
                .withMessageContaining("mail/application-admitted.html");
    }

    @Test
    void aTemplateThatPrintsWhatDoesNotExistStopsTheStart() {
        MailTemplates templates = templates();
        files.put("mail/application-declined.txt", "{mail.link} {mail.hotel}");
        assertThatThrownBy(() -> templates.requireAll(new StartupEvent())).hasMessageContaining("hotel");
    }

    @Test
    void aTemplateWithoutThePersonsLinkStopsTheStart() {
        MailTemplates templates = templates();
        files.put("mail/application-declined.txt", "Sorry.");
        assertThatIllegalStateException()
                .isThrownBy(() -> templates.requireAll(new StartupEvent()))
                .withMessageContaining("application-declined");
    }

    @Test
    void aTicketIsInTheMailThatGrantsThePlaceAndInNoOther() throws Exception {
        String ticket = "https://infocus.example/desk/t/AQFXreYaAHAAgAAAAAAAABEAAAABxyz";
        Recipient plain = recipient("T", "2016-11-23T11:30:00Z", "2016-11-25T14:00:00Z", "Europe/Berlin");
        Recipient recipient = new Recipient(
                plain.applicationId(),
                plain.name(),
                plain.givenName(),
                plain.address(),
                plain.language(),
                plain.link(),
                plain.workshop(),
                "ADMITTED",
                null,
                ticket);

        MailContent admitted = templates().render(MailTemplate.APPLICATION_ADMITTED, recipient, null);

        assertThat(admitted.text()).contains(ticket);
        // whatever the call promises, the mail says nothing else
        assertThat(admitted.text())
                .containsPattern(
                        "Unless the call says that a place includes them, .* yourself: http\\S+/en/w/[a-z0-9-]+/call");
        assertThat(admitted.html()).containsPattern("Unless <a href=\"http\\S+/en/w/[a-z0-9-]+/call\"");
        assertThat(admitted.html())
                .contains("src=\"cid:ticket@infocus\"", ticket)
                .doesNotContain("src=\"http");
        BufferedImage image =
                ImageIO.read(new ByteArrayInputStream(admitted.image().png()));
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        assertThat(new QRCodeReader()
                        .decode(new BinaryBitmap(new HybridBinarizer(
                                new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels))))
                        .getText())
                .isEqualTo(ticket);
        MailContent other = templates().render(MailTemplate.APPLICATION_WITHDRAWN, recipient, null);
        assertThat(other.image()).isNull();
        assertThat(other.html()).doesNotContain(ticket);
        MailContent without = templates().render(MailTemplate.APPLICATION_ADMITTED, plain, null);
        assertThat(without.image()).isNull();
        assertThat(without.html()).doesNotContain("cid:");
    }

    @Test
    void aOneDayWorkshopPrintsItsDayOnceAndWhateverZoneItIsIn() {
        Recipient porto = recipient("A ".repeat(80), "2017-03-30T08:00:00Z", "2017-03-30T16:30:00Z", "Europe/Lisbon");
        MailContent content = templates().render(MailTemplate.APPLICATION_ADMITTED, porto, null);
        assertThat(content.text()).contains("When: Thursday 30 March 2017, 09:00 WEST to 17:30 WEST\n");
        assertThat(content.text()).contains("Where: Porto");
        assertThat(content.subject()).hasSizeLessThan(120).endsWith("…");
    }

    @Test
    void eachEndSaysTheZonesNameOfItsOwnDate() {
        Recipient recipient = recipient("T", "2016-10-28T11:30:00Z", "2016-10-30T14:00:00Z", "Europe/Berlin");
        assertThat(templates()
                        .render(MailTemplate.APPLICATION_RECEIVED, recipient, null)
                        .text())
                .contains("When: Friday 28 October 2016, 13:30 CEST to Sunday 30 October 2016, 15:00 CET\n");
    }

    @Test
    void citiesAreNamedAsTheyAreWritten() {
        assertThat(CityNames.of("bielsko-biala")).isEqualTo("Bielsko-Biała");
        assertThat(CityNames.of("frankfurt")).isEqualTo("Frankfurt");
        assertThat(CityNames.of("novi-sad")).isEqualTo("Novi Sad");
    }

    @Test
    void withoutAHostCityNoPlaceIsPrinted() {
        Recipient somewhere = new Recipient(
                UUID.randomUUID(),
                "Ana Silva",
                "Ana",
                "ana@example.org",
                null,
                "https://portal.example/en/my/token",
                new Recipient.Workshop(
                        "w",
                        "T",
                        null,
                        Instant.parse("2017-03-30T08:00:00Z"),
                        Instant.parse("2017-03-30T16:30:00Z"),
                        "UTC"),
                "SUBMITTED",
                null);
        assertThat(templates()
                        .render(MailTemplate.APPLICATION_RECEIVED, somewhere, null)
                        .text())
                .doesNotContain("Where:");
    }

    @ParameterizedTest
    @CsvSource({
        "APPLICATION_ADMITTED, ADMITTED, true",
        "APPLICATION_WAITLISTED, WAITLISTED, true",
        "APPLICATION_DECLINED, DECLINED, true",
        "APPLICATION_WAITLISTED, ADMITTED, false",
        "APPLICATION_WAITLISTED, OFFERED, false",
        "APPLICATION_ADMITTED, DECLINED, false",
        "APPLICATION_ADMITTED, WITHDRAWN, false",
        "APPLICATION_DECLINED, , false",
        "APPLICATION_RECEIVED, ADMITTED, false",
        "APPLICATION_REPEATED, ADMITTED, false",
        "APPLICATION_WITHDRAWN, WITHDRAWN, false"
    })
    void aNoteIsPrintedInTheMailOfItsOwnDecisionOnly(MailTemplate template, String stateNow, boolean printed) {
        Recipient recipient = recipient(
                "T", "2017-03-30T08:00:00Z", "2017-03-30T16:30:00Z", "Europe/Lisbon", stateNow, "Bring your slides.");
        MailContent content = templates().render(template, recipient, null);
        assertThat(content.text().contains("Bring your slides.")).isEqualTo(printed);
        assertThat(content.html().contains("Bring your slides.")).isEqualTo(printed);
    }

    @Test
    void everyFactOfAnApplicationHasItsTemplateAndItsCode() {
        // one mail for each fact, and none for two
        List<MailTemplate> ofFacts = Arrays.stream(MailTemplate.values())
                .filter(template -> template != MailTemplate.PLACE_GIVEN_UP)
                .toList();
        assertThat(MailTemplate.eventTypes()).hasSameSizeAs(ofFacts).doesNotContainNull();
        assertThat(MailTemplate.forEvent("eu.urbact.infocus.registration.application-admitted.v1"))
                .contains(MailTemplate.APPLICATION_ADMITTED);
        assertThat(MailTemplate.forEvent("eu.urbact.infocus.registration.call-opened.v1"))
                .isEmpty();
        for (MailTemplate template : MailTemplate.values()) {
            assertThat(MailTemplate.forCode(template.code())).contains(template);
        }
    }

    @Test
    void whatOrganisersAreToldNamesNobodyAndHoldsNoLinkOfThePerson() {
        Recipient recipient = recipient("T", "2017-03-30T08:00:00Z", "2017-03-30T16:30:00Z", "Europe/Lisbon");
        MailContent content = templates().render(MailTemplate.PLACE_GIVEN_UP, recipient, null);

        for (String form : List.of(content.subject(), content.text(), content.html())) {
            assertThat(form)
                    .doesNotContain(
                            recipient.name(),
                            recipient.givenName() + ",",
                            recipient.address(),
                            recipient.link(),
                            "whoever has it",
                            "applied with this address");
        }
        assertThat(content.html()).contains(">Open the application</a>");
        assertThat(content.text())
                .contains("The application, for organisers who are signed in:")
                .contains("Dear organisers,", "https://portal.example/org/applications/" + recipient.applicationId())
                .contains("You get this message because this address is the organisers'.");
        assertThat(content.html()).contains("/org/applications/" + recipient.applicationId());
    }

    @Test
    void anOfferSaysUntilWhenInTheVenuesTime() {
        Recipient recipient = recipient("T", "2017-03-30T08:00:00Z", "2017-03-30T16:30:00Z", "Europe/Lisbon");
        MailContent offer =
                templates().render(MailTemplate.SEAT_OFFERED, recipient, null, Instant.parse("2017-03-27T09:30:00Z"));
        assertThat(offer.text()).contains("Please answer before Monday 27 March 2017, 10:30 WEST.");
        assertThat(offer.html()).contains("Please answer before Monday 27 March 2017, 10:30 WEST.");
        for (String form : List.of(offer.text(), offer.html())) {
            assertThat(form).contains("You are then offered another place only if the organisers put you first.");
        }
    }

    @Test
    void anOfferThatEndsEarlierThanItWasSaidToSaysWhy() {
        Recipient recipient = recipient("T", "2017-03-30T08:00:00Z", "2017-03-30T16:30:00Z", "Europe/Lisbon");
        Instant end = Instant.parse("2017-03-27T09:30:00Z");
        MailContent earlier =
                templates().render(MailTemplate.SEAT_OFFERED, recipient, MailTemplates.BROUGHT_FORWARD, end);
        MailContent first = templates().render(MailTemplate.SEAT_OFFERED, recipient, null, end);
        String why =
                "The workshop begins earlier than planned, so you have less time to answer than we wrote to you before.";
        for (String form : List.of(earlier.text(), earlier.html())) {
            assertThat(form)
                    .contains(why, "Please answer before Monday 27 March 2017, 10:30 WEST.")
                    .doesNotContain("has become free");
        }
        for (String form : List.of(first.text(), first.html())) {
            assertThat(form).contains("A place has become free").doesNotContain("earlier than planned");
        }
    }

    @Test
    void anInvitationThatEndsEarlierThanItWasSaidToIsNoUsualReminder() {
        Recipient recipient = recipient("T", "2017-03-30T08:00:00Z", "2017-03-30T16:30:00Z", "Europe/Lisbon");
        Instant end = Instant.parse("2017-03-27T09:30:00Z");
        MailContent earlier =
                templates().render(MailTemplate.INVITATION_REMINDER, recipient, MailTemplates.BROUGHT_FORWARD, end);
        MailContent usual = templates().render(MailTemplate.INVITATION_REMINDER, recipient, null, end);
        assertThat(earlier.subject()).isEqualTo("Your invitation ends earlier: T");
        assertThat(usual.subject()).isEqualTo("Your invitation is still open: T");
        for (String form : List.of(earlier.text(), earlier.html().replaceAll("</?strong>", ""))) {
            assertThat(form)
                    .contains(
                            "You have less time to answer than we wrote to you before",
                            "The invitation ends on Monday 27 March 2017, 10:30 WEST. From then on it cannot be answered.")
                    .doesNotContain("Please answer before", "still open");
        }
        assertThat(earlier.html()).contains("<title>Your invitation ends earlier</title>");
        assertThat(headings(earlier)).containsExactly("Your invitation ends earlier");
        assertThat(headings(usual)).containsExactly("Your invitation is still open");
        for (String form : List.of(usual.text(), usual.html().replaceAll("</?strong>", ""))) {
            assertThat(form)
                    .contains("Please answer before Monday 27 March 2017, 10:30 WEST.")
                    .doesNotContain("less time");
        }
    }

    @Test
    void anInvitationThatIsOverWhenItIsWrittenAboutAsksForNoAnswer() {
        Recipient recipient = recipient("T", "2017-03-30T08:00:00Z", "2017-03-30T16:30:00Z", "Europe/Lisbon");
        Instant end = Instant.parse("2017-03-27T09:30:00Z");
        MailContent closed = templates("2017-03-27T09:30:00Z")
                .render(MailTemplate.INVITATION_REMINDER, recipient, MailTemplates.BROUGHT_FORWARD, end);
        MailContent late =
                templates("2017-03-27T09:30:00Z").render(MailTemplate.INVITATION_REMINDER, recipient, null, end);
        for (MailContent mail : List.of(closed, late)) {
            assertThat(mail.subject()).isEqualTo("Your invitation has ended: T");
            assertThat(headings(mail)).containsExactly("Your invitation has ended");
            for (String form : List.of(mail.text(), mail.html().replaceAll("</?strong>", ""))) {
                assertThat(form)
                        .contains("and it cannot be answered any more.", "You need not do anything.", recipient.link())
                        .doesNotContain(
                                "What comes next", "accept", "decline", "Please answer", "less time", "ends on");
            }
        }
        for (String form : List.of(closed.text(), closed.html())) {
            // the end that it was given may lie before the moment in which the person was invited
            assertThat(form)
                    .contains("The invitation has ended, and", "The call was closed earlier than planned")
                    .doesNotContain("27 March");
        }
        for (String form : List.of(late.text(), late.html())) {
            assertThat(form.replaceAll("</?strong>", ""))
                    .contains("The invitation ended on Monday 27 March 2017, 10:30 WEST, and")
                    .doesNotContain("closed earlier");
        }
        MailContent inTime = templates("2017-03-27T09:29:59.999Z")
                .render(MailTemplate.INVITATION_REMINDER, recipient, MailTemplates.BROUGHT_FORWARD, end);
        assertThat(inTime.subject()).isEqualTo("Your invitation ends earlier: T");
        for (String form : List.of(inTime.text(), inTime.html())) {
            assertThat(form).contains("What comes next:").doesNotContain("ended on", "You need not do anything");
        }
    }

    @Test
    void whoHasAnsweredTheirInvitationBeforeTheMailAboutItGoesOutIsNotAskedToAnswer() {
        Instant end = Instant.parse("2017-03-27T09:30:00Z");
        for (String state : List.of("ACCEPTED", "DECLINED")) {
            Recipient recipient =
                    recipient("T", "2017-03-30T08:00:00Z", "2017-03-30T16:30:00Z", "Europe/Lisbon", state, null);
            for (String reason : Arrays.asList(null, MailTemplates.BROUGHT_FORWARD)) {
                for (String now : List.of("2017-03-27T09:29:59Z", "2017-03-27T09:30:00Z")) {
                    MailContent reminder =
                            templates(now).render(MailTemplate.INVITATION_REMINDER, recipient, reason, end);
                    assertThat(reminder.subject()).isEqualTo("You have answered your invitation: T");
                    assertThat(headings(reminder)).containsExactly("You have answered your invitation");
                    for (String form : List.of(reminder.text(), reminder.html())) {
                        assertThat(form)
                                .contains(
                                        "This mail was to remind you of it, and you have answered in the meantime.",
                                        "You need not do anything.",
                                        recipient.link())
                                .doesNotContain("no answer", "Please answer", "What comes next", "ended", "less time");
                    }
                }
            }
            MailContent moved = templates().render(MailTemplate.INVITATION_MOVED, recipient, null);
            for (String form : List.of(moved.text(), moved.html())) {
                assertThat(form)
                        .contains("You have answered your invitation. If you have accepted and cannot come then")
                        .doesNotContain("still open", "please decline");
            }
        }
        Recipient silent =
                recipient("T", "2017-03-30T08:00:00Z", "2017-03-30T16:30:00Z", "Europe/Lisbon", "INVITED", null);
        assertThat(templates()
                        .render(MailTemplate.INVITATION_REMINDER, silent, null, end)
                        .text())
                .contains("has no answer from you yet", "Please answer before");
        assertThat(templates()
                        .render(MailTemplate.INVITATION_MOVED, silent, null)
                        .text())
                .contains("your invitation is still open");
    }

    @Test
    void anInvitationThatIsHandedOverAfterItsEndSaysThatItHasEnded() {
        Recipient recipient = recipient("T", "2017-03-30T08:00:00Z", "2017-03-30T16:30:00Z", "Europe/Lisbon");
        Instant end = Instant.parse("2017-03-27T09:30:00Z");
        MailContent late = templates("2017-03-27T09:30:00Z").render(MailTemplate.INVITATION, recipient, null, end);
        assertThat(late.subject()).isEqualTo("Your invitation has ended: T");
        assertThat(headings(late)).containsExactly("Your invitation has ended");
        for (String form : List.of(late.text(), late.html().replaceAll("</?strong>", ""))) {
            assertThat(form)
                    .contains(
                            "The invitation ended on Monday 27 March 2017, 10:30 WEST, and it cannot be answered any more.",
                            "You need not do anything. If you would have liked to come, please ask your city.",
                            recipient.link())
                    .doesNotContain("What comes next", "accept", "decline", "Please answer", "would like you");
        }
        MailContent inTime =
                templates("2017-03-27T09:29:59.999Z").render(MailTemplate.INVITATION, recipient, null, end);
        assertThat(inTime.subject()).isEqualTo("You are invited: T");
        assertThat(headings(inTime)).containsExactly("You are invited");
        for (String form : List.of(inTime.text(), inTime.html().replaceAll("</?strong>", ""))) {
            assertThat(form)
                    .contains(
                            "Please answer before Monday 27 March 2017, 10:30 WEST. After that the invitation has ended.",
                            "What comes next: open your invitation.")
                    .doesNotContain("ended on", "need not do anything");
        }
    }

    @Test
    void anOfferThatIsHandedOverAfterItsEndAsksForNoAnswer() {
        Recipient recipient = recipient("T", "2017-03-30T08:00:00Z", "2017-03-30T16:30:00Z", "Europe/Lisbon");
        Instant end = Instant.parse("2017-03-27T09:30:00Z");
        MailContent late = templates("2017-03-27T09:30:00Z").render(MailTemplate.SEAT_OFFERED, recipient, null, end);
        MailContent earlier = templates("2017-03-27T09:30:00Z")
                .render(MailTemplate.SEAT_OFFERED, recipient, MailTemplates.BROUGHT_FORWARD, end);
        for (MailContent mail : List.of(late, earlier)) {
            assertThat(mail.subject()).isEqualTo("A place was held for you: T");
            assertThat(headings(mail)).containsExactly("A place was held for you");
            for (String form : List.of(mail.text(), mail.html())) {
                assertThat(form)
                        .contains(
                                "was held for you until Monday 27 March 2017, 10:30 WEST, and it cannot be accepted any more.",
                                "You need not do anything. If you did not accept it by then, it is held for you no longer.",
                                recipient.link())
                        .doesNotContain("Please answer", "is held for you,", "can accept", "decline", "put you first");
            }
        }
        for (String form : List.of(late.text(), late.html())) {
            assertThat(form)
                    .contains("A place had become free, and you were next on the waiting list.")
                    .doesNotContain("less time");
        }
        for (String form : List.of(earlier.text(), earlier.html())) {
            assertThat(form)
                    .contains("so you had less time to answer than we wrote to you before.")
                    .doesNotContain("had become free");
        }
        MailContent inTime =
                templates("2017-03-27T09:29:59.999Z").render(MailTemplate.SEAT_OFFERED, recipient, null, end);
        assertThat(inTime.subject()).isEqualTo("A place is held for you: T");
        assertThat(headings(inTime)).containsExactly("A place is held for you");
        for (String form : List.of(inTime.text(), inTime.html())) {
            assertThat(form)
                    .contains("Please answer before Monday 27 March 2017, 10:30 WEST.")
                    .doesNotContain("was held", "need not do anything");
        }
    }

    @Test
    void whoIsPutOnTheListAfterTheWorkshopIsPromisedNoPlace() {
        Recipient recipient = recipient(
                "T", "2017-03-30T08:00:00Z", "2017-03-30T16:30:00Z", "Europe/Lisbon", "WAITLISTED", "Thank you.");
        MailContent after =
                templates("2017-03-30T16:30:00Z").render(MailTemplate.APPLICATION_WAITLISTED, recipient, null);
        assertThat(after.subject()).isEqualTo("You are written down as having waited for a place: T");
        assertThat(headings(after)).containsExactly("You are written down as having waited for a place");
        for (String form : List.of(after.text(), after.html())) {
            assertThat(form)
                    .contains("The workshop is over.", "You need not do anything.", "Thank you.", recipient.link())
                    .doesNotContain("What comes next", "still give you", "book travel", "withdraw", "waiting-list");
        }
        MailContent before =
                templates("2017-03-30T16:29:59.999Z").render(MailTemplate.APPLICATION_WAITLISTED, recipient, null);
        assertThat(before.subject()).isEqualTo("You are on the waiting list: T");
        for (String form : List.of(before.text(), before.html())) {
            assertThat(form)
                    .contains("the organisers may still give you a place", "Please do not book travel", "Thank you.")
                    .doesNotContain("is over", "written down");
        }
    }

    @Test
    void whoGetsAPlaceAfterTheWorkshopIsWrittenDownAndPlansNoJourney() {
        Recipient plain = recipient("T", "2017-03-30T08:00:00Z", "2017-03-30T16:30:00Z", "Europe/Lisbon");
        Recipient recipient = new Recipient(
                plain.applicationId(),
                plain.name(),
                plain.givenName(),
                plain.address(),
                plain.language(),
                plain.link(),
                plain.workshop(),
                "ADMITTED",
                "Thank you.",
                "https://infocus.example/desk/t/AQFX");
        MailTemplates over = templates("2017-03-30T16:30:00Z");
        MailContent after = over.render(MailTemplate.APPLICATION_ADMITTED, recipient, null);
        MailContent afterByCity = over.render(MailTemplate.APPLICATION_ADMITTED, recipient, MailTemplates.BY_CITY);
        for (MailContent mail : List.of(after, afterByCity)) {
            assertThat(mail.subject()).isEqualTo("You are written down as having had a place: T");
            assertThat(headings(mail)).containsExactly("You are written down as having had a place");
            assertThat(mail.image()).isNull();
            for (String form : List.of(mail.text(), mail.html())) {
                assertThat(form)
                        .contains("The workshop is over.", "You need not do anything.", "Thank you.")
                        .doesNotContain("Good news", "journey", "withdraw", "icket", "desk/t/");
            }
        }
        assertThat(after.text())
                .contains(
                        "The organisers have granted you a place afterwards, so you are written down as having had one.");
        assertThat(afterByCity.html())
                .contains("as having had a place at it, because your city has nominated you for one of its own.");
        MailContent before =
                templates("2017-03-30T16:29:59.999Z").render(MailTemplate.APPLICATION_ADMITTED, recipient, null);
        assertThat(before.subject()).isEqualTo("You have a place: T");
        assertThat(before.image()).isNotNull();
        for (String form : List.of(before.text(), before.html())) {
            assertThat(form)
                    .contains("Good news", "You can plan your journey now.")
                    .doesNotContain("written down");
        }
    }

    @Test
    void nobodysCalendarGetsWhatIsOver() {
        Recipient recipient = recipient("T", "2017-03-30T08:00:00Z", "2017-03-30T16:30:00Z", "Europe/Lisbon");
        UUID workshop = new UUID(2, 2);
        Instant told = Instant.parse("2017-03-30T16:00:00Z");
        assertThat(new PlaceCalendar(mailer(), clock("2017-03-30T16:29:59.999Z"))
                        .of(MailTemplate.APPLICATION_ADMITTED, workshop, recipient, false, told))
                .isPresent();
        assertThat(new PlaceCalendar(mailer(), clock("2017-03-30T16:30:00Z"))
                        .of(MailTemplate.APPLICATION_ADMITTED, workshop, recipient, false, told))
                .isEmpty();
    }

    @Test
    void whoSharedARoomIsToldWhetherItStaysTheirs() {
        Recipient recipient = recipient("T", "2017-03-30T08:00:00Z", "2017-03-30T16:30:00Z", "Europe/Lisbon");
        MailContent kept = templates().render(MailTemplate.HOTEL_SHARING_ENDED, recipient, null);
        MailContent lost = templates().render(MailTemplate.HOTEL_SHARING_ENDED, recipient, MailTemplates.TAKEN_BACK);
        assertThat(kept.subject()).isEqualTo("Whoever was to share your hotel room does not come: T");
        assertThat(lost.subject()).isEqualTo("No bed is kept for you in a shared hotel room any more: T");
        for (String form : List.of(kept.text(), kept.html())) {
            assertThat(form)
                    .contains("Your room, or your request for one, stays yours.")
                    .doesNotContain("no bed", "does not count");
        }
        for (String form : List.of(lost.text(), lost.html())) {
            assertThat(form)
                    .contains(
                            "So you have no bed in it, and your answer that you need no room does not count any more.")
                    .doesNotContain("your request for one");
        }
    }

    @Test
    void aNewLinkSaysWhetherItWasAskedForOrTheAddressCorrected() {
        Recipient recipient = recipient("T", "2017-03-30T08:00:00Z", "2017-03-30T16:30:00Z", "Europe/Lisbon");
        MailContent asked = templates().render(MailTemplate.APPLICATION_LINK_RENEWED, recipient, null);
        MailContent corrected =
                templates().render(MailTemplate.APPLICATION_LINK_RENEWED, recipient, MailTemplates.ADDRESS_CORRECTED);
        assertThat(asked.subject()).isEqualTo("Your new link; the old ones have stopped: T");
        assertThat(corrected.subject()).isEqualTo("We write to this address from now on: T");
        assertThat(headings(corrected)).containsExactly("We write to this address from now on");
        for (String form : List.of(asked.text(), asked.html())) {
            assertThat(form)
                    .contains("have asked for a new link", "because somebody applied with this address.")
                    .doesNotContain("corrected", "have entered this address");
        }
        for (String form : List.of(corrected.text(), corrected.html())) {
            assertThat(form)
                    .contains("From now on we write to this address.", recipient.link())
                    .contains("because the organisers have entered this address for an application.")
                    .doesNotContain("asked for a new link", "somebody applied", "delete what we have");
        }
    }

    @Test
    void whoHadARoomIsToldThatItIsGoneAndWhoHadNoneIsNot() {
        Recipient recipient = recipient("T", "2017-03-30T08:00:00Z", "2017-03-30T16:30:00Z", "Europe/Lisbon");
        MailContent none = templates().render(MailTemplate.HOTEL_REFUSED, recipient, null);
        MailContent back = templates().render(MailTemplate.HOTEL_REFUSED, recipient, MailTemplates.TAKEN_BACK);
        assertThat(none.subject()).isEqualTo("We have no hotel room for you: T");
        assertThat(headings(none)).containsExactly("We have no hotel room for you");
        assertThat(back.subject()).isEqualTo("Your hotel room is no longer confirmed: T");
        assertThat(headings(back)).containsExactly("Your hotel room is no longer confirmed");
        for (String form : List.of(none.text(), none.html())) {
            assertThat(form)
                    .contains("You have asked for a hotel room. We have none for you:")
                    .doesNotContain("confirmed", "any more");
        }
        for (String form : List.of(back.text(), back.html())) {
            assertThat(form)
                    .contains(
                            "A hotel room was confirmed for you. We had to take it back:",
                            "The room is not yours any more.")
                    .doesNotContain("We have none for you");
        }
        for (MailContent content : List.of(none, back)) {
            assertThat(content.text()).contains("Your place at the workshop stays yours.");
        }
    }

    private static List<String> headings(MailContent content) {
        return Pattern.compile("<h1[^>]*>(.*?)</h1>")
                .matcher(content.html())
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    @Test
    void whatTheCityHasBroughtAboutIsToldSo() {
        Recipient recipient = recipient("T", "2017-03-30T08:00:00Z", "2017-03-30T16:30:00Z", "Europe/Lisbon");
        MailContent replaced = templates().render(MailTemplate.APPLICATION_WITHDRAWN, recipient, MailTemplates.BY_CITY);
        MailContent withdrawn = templates().render(MailTemplate.APPLICATION_WITHDRAWN, recipient, null);
        MailContent nominated = templates().render(MailTemplate.APPLICATION_ADMITTED, recipient, MailTemplates.BY_CITY);
        MailContent admitted = templates().render(MailTemplate.APPLICATION_ADMITTED, recipient, null);
        for (String form : List.of(replaced.text(), replaced.html())) {
            assertThat(form)
                    .contains("Your city sends somebody else to this workshop in your place.")
                    .doesNotContain("If it was not you who withdrew");
        }
        for (String form : List.of(withdrawn.text(), withdrawn.html())) {
            assertThat(form).contains("If it was not you who withdrew").doesNotContain("Your city");
        }
        for (String form : List.of(nominated.text(), nominated.html())) {
            assertThat(form)
                    .contains("because your city has nominated you for one of its own")
                    .doesNotContain("the organisers have granted");
        }
        for (String form : List.of(admitted.text(), admitted.html())) {
            assertThat(form).contains("the organisers have granted you a place").doesNotContain("your city");
        }
        MailContent again = templates().render(MailTemplate.APPLICATION_RECEIVED, recipient, MailTemplates.BY_CITY);
        MailContent first = templates().render(MailTemplate.APPLICATION_RECEIVED, recipient, null);
        assertThat(again.subject()).startsWith("Your city has nominated you");
        for (String form : List.of(again.text(), again.html())) {
            assertThat(form)
                    .contains("now the organisers decide about your application again", "This is not a place yet.")
                    .doesNotContain("Thank you for applying");
        }
        for (String form : List.of(first.text(), first.html())) {
            assertThat(form).contains("Thank you for applying").doesNotContain("Your city", "waiting list");
        }
    }

    @Test
    void whoHadAPlaceIsToldThatItIsTakenBackAndWhatGoesWithIt() {
        Recipient recipient = recipient("T", "2017-03-30T08:00:00Z", "2017-03-30T16:30:00Z", "Europe/Lisbon");
        String gone =
                "Your ticket is not valid any more. A hotel room that was kept for you here, and places at meals, visits and buses, are given back, and what you told us about your journey and your needs is deleted. Please cancel what you have booked yourself.";
        MailContent declined =
                templates().render(MailTemplate.APPLICATION_DECLINED, recipient, "ROOM_FULL", null, true);
        assertThat(declined.subject()).isEqualTo("You no longer have a place: T");
        assertThat(headings(declined)).containsExactly("You no longer have a place");
        for (String form : List.of(declined.text(), declined.html())) {
            assertThat(form)
                    .contains(
                            "We are sorry: the organisers have taken back the place that you had at this workshop.",
                            gone,
                            "There were more applications than the room has places.")
                    .doesNotContain("interest in this workshop", "cannot offer you a place");
        }
        MailContent waits = templates().render(MailTemplate.APPLICATION_WAITLISTED, recipient, null, null, true);
        assertThat(waits.subject()).isEqualTo("You no longer have a place, and are on the waiting list: T");
        for (String form : List.of(waits.text(), waits.html())) {
            assertThat(form)
                    .contains(
                            "The organisers have taken back the place that you had at this workshop and put you on the waiting list.",
                            gone,
                            "the organisers may still give you a place")
                    .doesNotContain("have read your application");
        }
        MailContent withdrawn = templates().render(MailTemplate.APPLICATION_WITHDRAWN, recipient, null, null, true);
        for (String form : List.of(withdrawn.text(), withdrawn.html())) {
            assertThat(form)
                    .contains(
                            "Your application for this workshop is withdrawn, and the place that you had can go to somebody else.",
                            gone);
        }
        MailContent replaced =
                templates().render(MailTemplate.APPLICATION_WITHDRAWN, recipient, MailTemplates.BY_CITY, null, true);
        for (String form : List.of(replaced.text(), replaced.html())) {
            assertThat(form)
                    .contains("is withdrawn, and the place that you had is not yours any more.", gone)
                    .doesNotContain("take the withdrawal back");
        }
    }

    @Test
    void whoHadNoneLosesNothing() {
        Recipient recipient = recipient("T", "2017-03-30T08:00:00Z", "2017-03-30T16:30:00Z", "Europe/Lisbon");
        MailContent declined = templates().render(MailTemplate.APPLICATION_DECLINED, recipient, "OTHER");
        assertThat(declined.subject()).isEqualTo("We cannot offer you a place: T");
        MailContent withdrawn = templates().render(MailTemplate.APPLICATION_WITHDRAWN, recipient, null);
        for (String form : List.of(declined.text(), declined.html(), withdrawn.text(), withdrawn.html())) {
            assertThat(form).doesNotContain("place that you had", "ticket", "given back", "Why");
        }
        assertThat(withdrawn.text()).contains("Your application for this workshop is withdrawn.");
    }

    @Test
    void whoIsPutOnTheListIsToldWhy() {
        Recipient recipient = recipient("T", "2017-03-30T08:00:00Z", "2017-03-30T16:30:00Z", "Europe/Lisbon");
        MailContent full = templates().render(MailTemplate.APPLICATION_WAITLISTED, recipient, "ROOM_FULL");
        assertThat(full.text()).contains("Why: There were more applications than the room has places.");
        assertThat(full.html())
                .contains("<strong>Why:</strong> There were more applications than the room has places.");
        for (String saysNothing : Arrays.asList(null, "OTHER")) {
            MailContent waits = templates().render(MailTemplate.APPLICATION_WAITLISTED, recipient, saysNothing);
            assertThat(waits.text() + waits.html()).doesNotContain("Why");
        }
    }

    @Test
    void whatOrganisersHaveEnteredForSomebodyIsToldSoWithTheirNote() {
        Recipient recipient = recipient(
                "T", "2017-03-30T08:00:00Z", "2017-03-30T16:30:00Z", "Europe/Lisbon", "WITHDRAWN", "Get well soon.");
        MailContent entered =
                templates().render(MailTemplate.APPLICATION_WITHDRAWN, recipient, MailTemplates.BY_ORGANISERS);
        for (String form : List.of(entered.text(), entered.html())) {
            assertThat(form)
                    .contains(
                            "The organisers have entered that you cannot come to this workshop. So your application is withdrawn.",
                            "If you can come after all, answer this mail at once: until the workshop is over the organisers can take the withdrawal back, and then decide anew about a place.",
                            "Get well soon.")
                    .doesNotContain("If it was not you who", "Your city");
        }
        MailContent own = templates().render(MailTemplate.APPLICATION_WITHDRAWN, recipient, null);
        for (String form : List.of(own.text(), own.html())) {
            assertThat(form)
                    .contains("If it was not you who withdrew, or it was a mistake, answer this mail at once")
                    .doesNotContain("Get well soon.", "have entered");
        }
    }

    @Test
    void whoseApplicationStandsAgainIsToldThatItIsNoPlace() {
        Recipient recipient =
                recipient("T", "2017-03-30T08:00:00Z", "2017-03-30T16:30:00Z", "Europe/Lisbon", "SUBMITTED", " ");
        MailContent again =
                templates().render(MailTemplate.APPLICATION_RECEIVED, recipient, MailTemplates.STANDS_AGAIN);
        assertThat(again.subject()).isEqualTo("Your application stands again: T");
        assertThat(headings(again)).containsExactly("Your application stands again");
        for (String form : List.of(again.text(), again.html())) {
            assertThat(form)
                    .contains(
                            "The organisers have taken the withdrawal of your application back.",
                            "This is not a place.",
                            "the organisers decide about your application anew")
                    .doesNotContain("Thank you for applying");
        }
        MailContent first = templates().render(MailTemplate.APPLICATION_RECEIVED, recipient, null);
        assertThat(first.text())
                .contains(
                        "As long as the call is open and nobody has decided, you can change your application on your own page.")
                .doesNotContain("stands again");
    }

    @Test
    void anOfferThatEndsTheListIsNotPassedOn() {
        Recipient recipient = recipient("T", "2017-03-30T08:00:00Z", "2017-03-30T16:30:00Z", "Europe/Lisbon");
        Instant cutOff = Instant.parse("2017-03-28T08:00:00Z");
        MailContent last =
                templates().render(MailTemplate.OFFER_LAPSED, recipient, MailTemplates.NO_MORE_OFFERS, cutOff);
        for (String form : List.of(last.text(), last.html())) {
            assertThat(form)
                    .contains("nobody on the waiting list is offered a place any more")
                    .doesNotContain("next person", "still on the waiting list");
        }
        MailContent other = templates().render(MailTemplate.OFFER_LAPSED, recipient, null, cutOff);
        for (String form : List.of(other.text(), other.html())) {
            assertThat(form)
                    .contains("so it is held for you no longer", "You are still on the waiting list")
                    .doesNotContain("any more", "next person");
        }
    }

    @Test
    void anOfferPromisesNothingAboutTheNextPersonForTheListMayHaveEndedByThen() {
        Recipient recipient = recipient("T", "2017-03-30T08:00:00Z", "2017-03-30T16:30:00Z", "Europe/Lisbon");
        MailContent offered =
                templates().render(MailTemplate.SEAT_OFFERED, recipient, null, Instant.parse("2017-03-30T08:00:00Z"));
        for (String form : List.of(offered.text(), offered.html())) {
            assertThat(form)
                    .contains("If you have not by then, it is held for you no longer.")
                    .doesNotContain("next person");
        }
    }

    @Test
    void whoeverWaitsIsToldTheRule() {
        Recipient recipient = recipient("T", "2017-03-30T08:00:00Z", "2017-03-30T16:30:00Z", "Europe/Lisbon");
        MailContent waits = templates().render(MailTemplate.APPLICATION_WAITLISTED, recipient, null);
        assertThat(waits.text()).contains("https://portal.example/en/w/w/waiting-list");
        assertThat(waits.html()).contains("href=\"https://portal.example/en/w/w/waiting-list\"");
    }

    @Test
    void nobodyIsNamedInALogLine() {
        Recipient somebody = recipient("T", "2017-03-30T08:00:00Z", "2017-03-30T16:30:00Z", "Europe/Lisbon");
        assertThat(somebody.toString()).doesNotContain("Ana", "example.org", "token");
        assertThat(templates()
                        .render(MailTemplate.APPLICATION_ADMITTED, somebody, null)
                        .toString())
                .doesNotContain("Ana");
    }

    private static Recipient recipient(String title, String startsAt, String endsAt, String zone) {
        return recipient(title, startsAt, endsAt, zone, "ADMITTED", " ");
    }

    private static Recipient recipient(
            String title, String startsAt, String endsAt, String zone, String state, String note) {
        return new Recipient(
                UUID.randomUUID(),
                "Ana Silva",
                "Ana",
                "ana@example.org",
                null,
                "https://portal.example/en/my/token",
                new Recipient.Workshop("w", title, "porto", Instant.parse(startsAt), Instant.parse(endsAt), zone),
                state,
                note);
    }

    private MailTemplates templates() {
        return templates("2016-10-10T08:00:00Z");
    }

    /** The same engine settings as the service's, reading from the map that each test may spoil. */
    private MailTemplates templates(String now) {
        try (var paths = Files.list(FILES)) {
            paths.forEach(path -> files.put("mail/" + path.getFileName(), read(path)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Engine engine = Engine.builder()
                .addDefaults()
                .addValueResolver(new ReflectionValueResolver())
                .strictRendering(true)
                .addLocator(id -> Optional.ofNullable(files.get(id)).map(Located::new))
                .build();
        return new MailTemplates(engine, mailer(), clock(now));
    }

    private static MailerConfig mailer() {
        return new MailerConfig() {
            @Override
            public String fromAddress() {
                return "workshops@infocus.example";
            }

            @Override
            public String fromName() {
                return "InFocus network";
            }

            @Override
            public Optional<String> replyTo() {
                return Optional.empty();
            }

            @Override
            public Optional<String> organisersAddress() {
                return Optional.empty();
            }
        };
    }

    private static Clock clock(String now) {
        return Clock.fixed(Instant.parse(now), ZoneOffset.UTC);
    }

    private static String read(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Located(String content) implements io.quarkus.qute.TemplateLocator.TemplateLocation {
        @Override
        public java.io.Reader read() {
            return new java.io.StringReader(content);
        }

        @Override
        public Optional<io.quarkus.qute.Variant> getVariant() {
            return Optional.of(io.quarkus.qute.Variant.forContentType(io.quarkus.qute.Variant.TEXT_PLAIN));
        }
    }
}
