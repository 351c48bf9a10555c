package eu.urbact.infocus.notification.mail;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import jakarta.inject.Inject;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.persistence.EntityManager;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import net.fortuna.ical4j.data.CalendarBuilder;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import eu.urbact.infocus.chassis.testing.Contracts;
import eu.urbact.infocus.chassis.testing.DatabaseTraces;
import eu.urbact.infocus.chassis.testing.Topics;
import eu.urbact.infocus.chassis.testing.WithEmbeddedServers;
import eu.urbact.infocus.notification.template.MailTemplate;
import eu.urbact.infocus.notification.testing.RegistrationFacts;
import eu.urbact.infocus.notification.testing.RegistrationStub;
import eu.urbact.infocus.notification.testing.WithNeighbours;

import static org.assertj.core.api.Assertions.assertThat;

/** From the fact on the topic to the mail in the box, on real servers. */
@QuarkusTest
@WithEmbeddedServers
@WithNeighbours
class MailPathTest {

    private static GreenMail mailServer;
    private static RegistrationStub registration;

    @Inject
    QueueMail queueMail;

    @Inject
    PurgeDeliveryLog purgeDeliveryLog;

    @Inject
    EntityManager entityManager;

    @Inject
    Clock clock;

    @Inject
    DataSource dataSource;

    @BeforeAll
    static void startNeighbours() throws IOException {
        int port = ConfigProvider.getConfig().getValue("infocus.smtp.port", Integer.class);
        mailServer = new GreenMail(new ServerSetup(port, "localhost", ServerSetup.PROTOCOL_SMTP));
        mailServer.start();
        registration = RegistrationStub.start();
    }

    @AfterAll
    static void stopNeighbours() {
        registration.close();
        mailServer.stop();
    }

    @AfterEach
    void repair() {
        registration.down(false);
    }

    @ParameterizedTest
    @EnumSource(
            value = MailTemplate.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"PLACE_GIVEN_UP", "HOTEL_REQUESTS_WAITING", "LOGISTICS_CHANGES_WAITING"})
    void eachFactBecomesOneMail(MailTemplate template) throws Exception {
        UUID application = UUID.randomUUID();
        String address = "zofia." + template.code() + "@example.org";
        registration.knows(application, "Zofia Łęcka", "Zofia", address);
        template.decision().ifPresent(state -> registration.decided(application, state, "Bring your <slides>."));

        RegistrationFacts.tell(template, application, 1);

        JsonNode entry = DeliveryLogReader.await(application, MailState.SENT);
        assertThat(entry.path("template").asText()).isEqualTo(template.code());
        assertThat(entry.path("address").asText()).isEqualTo("z***@e***.org");
        assertThat(entry.path("attempts").asInt()).isEqualTo(1);
        assertThat(entry.path("reply").asText()).startsWith("250");
        assertThat(entry.path("language").asText()).isEqualTo("en");

        List<MimeMessage> mails = mailsTo(address);
        assertThat(mails).hasSize(1);
        MimeMessage mail = mails.get(0);
        assertThat(mail.getSubject()).isEqualTo(subject(template));
        assertThat(mail.getMessageID()).isEqualTo(entry.path("messageId").asText());
        assertThat(((InternetAddress) mail.getAllRecipients()[0]).getPersonal()).isEqualTo("Zofia Łęcka");
        assertThat(mail.getReplyTo()[0].toString()).contains("frankfurt@infocus.example");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mail.getHeader("List-Unsubscribe")).isNull();

        String text = part(mail, 0, "text/plain");
        String html = part(mail, 1, "text/html");
        keep(template.code(), text, html);
        for (String content : List.of(text, html)) {
            assertThat(content)
                    .contains("Dear Zofia,")
                    .contains("When: Wednesday 23 November 2016, 13:30 CET to Friday 25 November 2016, 15:00 CET")
                    .contains("Where: Frankfurt")
                    .contains("co-financed by the European Union")
                    .contains("InFocus network")
                    .doesNotContain("English only")
                    .doesNotContain("NOT_FOUND", "{mail", "{#", "null");
        }
        if (template == MailTemplate.INVITATION_REVOKED) {
            // its link opens nothing any more
            assertThat(text + html).doesNotContain(RegistrationStub.linkOf(application), "Keep this link", "href=");
        } else {
            assertThat(text).contains(RegistrationStub.linkOf(application));
            assertThat(html).contains(RegistrationStub.linkOf(application));
        }
        assertThat(text).contains("Clusters & smart specialisation in Frankfurt");
        assertThat(html).contains("Clusters &amp; smart specialisation in Frankfurt");
        assertThat(html).doesNotContain("<img", "<script", "src=").contains("<html lang=\"en\">");
        switch (template) {
            case APPLICATION_RECEIVED -> assertThat(text).contains("This is not a place yet.");
            case APPLICATION_ADMITTED ->
                assertThat(text).contains("granted you a place").contains("Bring your <slides>.");
            case APPLICATION_WAITLISTED -> assertThat(text).contains("You do not have a place at the moment.");
            case APPLICATION_DECLINED ->
                assertThat(text).contains("Why: There were more applications than the room has places.");
            case APPLICATION_WITHDRAWN -> assertThat(text).contains("is withdrawn");
            case APPLICATION_REPEATED ->
                assertThat(text)
                        .contains("yours already exists")
                        .contains("You can change it there while the call is open and nobody has decided.")
                        .doesNotContain("ithdraw");
            case SEAT_OFFERED ->
                assertThat(text)
                        .contains(
                                "Please answer before Tuesday 1 November 2016, 13:00 CET.",
                                "You are then offered another place only if the organisers put you first.");
            case OFFER_LAPSED ->
                assertThat(text).contains("A place was held for you until Tuesday 1 November 2016, 13:00 CET.");
            case OFFER_CANCELLED ->
                assertThat(text)
                        .contains(
                                "have taken back the offer",
                                "you are offered another place only if the organisers put you first");
            case APPLICATION_LINK -> assertThat(text).contains("has asked for the link to your application");
            case APPLICATION_LINK_RENEWED -> assertThat(text).contains("All links you had before have stopped working");
            case INVITATION ->
                assertThat(text)
                        .contains("invites you to one of its reserved seats")
                        .contains(
                                "Please answer before Tuesday 1 November 2016, 13:00 CET. After that the invitation has ended.");
            case INVITATION_REMINDER ->
                assertThat(text)
                        .contains("has no answer from you yet")
                        .contains(
                                "Please answer before Tuesday 1 November 2016, 13:00 CET. After that the invitation has ended.");
            case INVITATION_REVOKED -> assertThat(text).contains("has taken back its invitation");
            case LOGISTICS_CHANGE_DECIDED -> assertThat(text).contains("It shows what the organisers decided");
            case APPLICANT_MOVED ->
                assertThat(text)
                        .contains("Your application stays as it is.")
                        .contains("look at when and where the workshop is before you accept it");
            case INVITATION_MOVED ->
                assertThat(text)
                        .contains("has invited you to come to this workshop")
                        .contains("Your invitation:")
                        .contains("Until when you can answer stands on its page");
            case PLACE_MOVED ->
                assertThat(text)
                        .contains("takes place at another time or in another place than we told you before")
                        .contains("Your place is kept for you.");
            case LOGISTICS_OPTION_CHANGED ->
                assertThat(text)
                        .contains("has another name, another time or another meeting point")
                        .contains(
                                "change your choice there, or take your request back. Once the lists are closed you can ask the organisers for another.");
            case LOGISTICS_ANSWER_DUE ->
                assertThat(text)
                        .contains("something from you is still missing, or was said for other days")
                        .contains("Please answer before Tuesday 1 November 2016, 13:00 CET.");
            case HOTEL_CONFIRMED -> assertThat(text).contains("A hotel room is confirmed for you.");
            case HOTEL_REFUSED -> assertThat(text).contains("please look for one yourself");
            case HOTEL_CHANGE_REFUSED -> assertThat(text).contains("the room that was confirmed before is still yours");
            case HOTEL_SHARING_ENDED ->
                assertThat(text)
                        .contains("They have no place at the workshop, and are not on the list for the hotel any more.")
                        .contains("Your room, or your request for one, stays yours.");
            case PLACE_GIVEN_UP, HOTEL_REQUESTS_WAITING, LOGISTICS_CHANGES_WAITING ->
                throw new AssertionError("goes to organisers");
            case HOTEL_ANSWER_DUE ->
                assertThat(text)
                        .contains("or say that you need none, or that you sleep in the room of somebody else.")
                        .contains(
                                "Please answer before Tuesday 1 November 2016, 13:00 CET. Your own page says until when each hotel keeps its rooms.");
        }
        assertThat(html).doesNotContain("<slides>");
        if (template == MailTemplate.APPLICATION_ADMITTED) {
            assertThat(html).contains("Bring your &lt;slides&gt;.");
        }
        if (template == MailTemplate.PLACE_MOVED) {
            assertThat(calendar(mail, "REQUEST"))
                    .contains("METHOD:REQUEST", "STATUS:CONFIRMED", "UID:workshop-" + new UUID(2, 2));
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = MailTemplate.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"PLACE_GIVEN_UP", "HOTEL_REQUESTS_WAITING", "LOGISTICS_CHANGES_WAITING"})
    void theProducersOwnExamplesBecomeMails(MailTemplate template) {
        String fact = template.eventType().substring("eu.urbact.infocus.registration.".length());
        JsonNode example = Contracts.ofService("registration-service").example(fact);
        assertThat(example.path("type").asText()).isEqualTo(template.eventType());
        // the same fact about another application, so that it is the first of its key here
        UUID application = UUID.randomUUID();
        String data = ((ObjectNode) example.path("data"))
                .put("applicationId", application.toString())
                .toString();
        registration.knows(application, "Example Person", "Example", "example." + template.code() + "@example.org");
        Topics.send(RegistrationFacts.TOPIC, application.toString(), template.eventType(), UUID.randomUUID(), 1, data);
        JsonNode entry = DeliveryLogReader.await(application, MailState.SENT);
        assertThat(entry.path("template").asText()).isEqualTo(template.code());
        assertThat(entry.path("workshopId").asText())
                .isEqualTo(example.path("data").path("workshopId").asText());
        assertThat(mailsTo("example." + template.code() + "@example.org")).hasSize(1);
    }

    @Test
    void theSameFactTwiceIsOneMail() {
        UUID application = UUID.randomUUID();
        UUID event = UUID.randomUUID();
        registration.knows(application, "Twice Told", "Twice", "twice@example.org");
        RegistrationFacts.tell(MailTemplate.APPLICATION_RECEIVED, application, 1, event);
        RegistrationFacts.tell(MailTemplate.APPLICATION_RECEIVED, application, 1, event);
        DeliveryLogReader.await(application, MailState.SENT);
        // and past the inbox, by the mail's own key
        queueMail.queue(
                new Occasion(MailTemplate.APPLICATION_RECEIVED, application, new UUID(2, 2), 1, null, Instant.EPOCH));
        RegistrationFacts.tell(MailTemplate.APPLICATION_WITHDRAWN, application, 2);

        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> DeliveryLogReader.of(application).stream()
                                .filter(mail -> mail.path("state").asText().equals("SENT"))
                                .count()
                        == 2);
        assertThat(mailsTo("twice@example.org")).hasSize(2);
        assertThat(DeliveryLogReader.of(application)).hasSize(2);
    }

    @Test
    void whoeverGetsAPlaceAtOnceIsNotToldBeforeThatThereIsNone() {
        UUID application = UUID.randomUUID();
        registration.knows(application, "At Once", "At", "at.once@example.org");
        RegistrationFacts.tellThat("admissionFollows", MailTemplate.APPLICATION_RECEIVED, application, "SUBMITTED");
        RegistrationFacts.tell(MailTemplate.APPLICATION_ADMITTED, application, 2);
        DeliveryLogReader.await(application, MailState.SENT);
        assertThat(DeliveryLogReader.of(application))
                .singleElement()
                .satisfies(mail -> assertThat(mail.path("template").asText()).isEqualTo("application-admitted"));
        assertThat(mailsTo("at.once@example.org")).hasSize(1);
    }

    @Test
    void whoseOfferEndsEarlierThanItWasSaidToIsTold() throws Exception {
        UUID application = UUID.randomUUID();
        registration.knows(application, "Brought Forward", "Brought", "brought.forward@example.org");
        RegistrationFacts.tellThat("broughtForward", MailTemplate.SEAT_OFFERED, application, "OFFERED");
        DeliveryLogReader.await(application, MailState.SENT);
        assertThat(part(mailsTo("brought.forward@example.org").get(0), 0, "text/plain"))
                .contains("The workshop begins earlier than planned, so you have less time to answer");
    }

    @Test
    void whoIsWrittenToAtAnotherAddressFromNowOnGetsTheLinkThere() throws Exception {
        UUID application = UUID.randomUUID();
        registration.knows(application, "Right Address", "Right", "right.address@example.org");
        RegistrationFacts.tellThat("addressCorrected", MailTemplate.APPLICATION_LINK_RENEWED, application, "ADMITTED");
        DeliveryLogReader.await(application, MailState.SENT);
        MimeMessage mail = mailsTo("right.address@example.org").get(0);
        assertThat(mail.getSubject()).startsWith("We write to this address from now on: ");
        assertThat(part(mail, 0, "text/plain"))
                .contains("The organisers have corrected the e-mail address of your application")
                .doesNotContain("have asked for a new link");
    }

    @Test
    void whoseRoomIsTakenBackIsTold() throws Exception {
        UUID application = UUID.randomUUID();
        registration.knows(application, "Without Room", "Without", "without.room@example.org");
        RegistrationFacts.tellThat("takenBack", MailTemplate.HOTEL_REFUSED, application, "ADMITTED");
        DeliveryLogReader.await(application, MailState.SENT);
        assertThat(part(mailsTo("without.room@example.org").get(0), 0, "text/plain"))
                .contains("A hotel room was confirmed for you. We had to take it back");
    }

    @Test
    void whoseBedInASharedRoomIsGoneIsTold() throws Exception {
        UUID application = UUID.randomUUID();
        registration.knows(application, "Without Bed", "Without", "without.bed@example.org");
        RegistrationFacts.tellThat("takenBack", MailTemplate.HOTEL_SHARING_ENDED, application, "ADMITTED");
        DeliveryLogReader.await(application, MailState.SENT);
        MimeMessage mail = mailsTo("without.bed@example.org").get(0);
        assertThat(mail.getSubject()).startsWith("No bed is kept for you in a shared hotel room any more: ");
        assertThat(part(mail, 0, "text/plain"))
                .contains("your answer that you need no room does not count any more")
                .doesNotContain("stays yours, ");
    }

    @Test
    void whomACityReplacesIsTold() throws Exception {
        UUID application = UUID.randomUUID();
        registration.knows(application, "Re Placed", "Re", "replaced@example.org");
        RegistrationFacts.tellThat("byCity", MailTemplate.APPLICATION_WITHDRAWN, application, "WITHDRAWN");
        DeliveryLogReader.await(application, MailState.SENT);
        assertThat(part(mailsTo("replaced@example.org").get(0), 0, "text/plain"))
                .contains("Your city sends somebody else to this workshop in your place.");
    }

    @Test
    void whatOrganisersEnterAndTakeBackIsTold() throws Exception {
        UUID sick = UUID.randomUUID();
        registration.knows(sick, "Cannot Come", "Cannot", "cannot@example.org");
        registration.decided(sick, "WITHDRAWN", "Get well soon.");
        RegistrationFacts.tellThat("byOrganisers", MailTemplate.APPLICATION_WITHDRAWN, sick, "WITHDRAWN");
        DeliveryLogReader.await(sick, MailState.SENT);
        assertThat(part(mailsTo("cannot@example.org").get(0), 0, "text/plain"))
                .contains("The organisers have entered that you cannot come to this workshop.", "Get well soon.");
        UUID back = UUID.randomUUID();
        registration.knows(back, "Back Again", "Back", "back@example.org");
        RegistrationFacts.tellThat("withdrawalTakenBack", MailTemplate.APPLICATION_RECEIVED, back, "SUBMITTED");
        DeliveryLogReader.await(back, MailState.SENT);
        assertThat(mailsTo("back@example.org").get(0).getSubject()).startsWith("Your application stands again: ");
    }

    @Test
    void organisersLearnWhenSomebodyWithAPlaceWithdrawsAndTheCalendarsOfThatPersonToo() throws Exception {
        UUID application = UUID.randomUUID();
        registration.knows(application, "Gone Again", "Gone", "gone@example.org");
        appliesWaitsGetsAPlaceAndWithdraws(application);
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> mailsTo("gone@example.org").size() == 4
                        && toOrganisers(application).size() == 1);
        MimeMessage told = toOrganisers(application).get(0);
        assertThat(told.getSubject()).isEqualTo(subject(MailTemplate.PLACE_GIVEN_UP));
        assertThat(part(told, 0, "text/plain") + part(told, 1, "text/html"))
                .doesNotContain("Gone", "gone@", RegistrationStub.linkOf(application));
        assertThat(((MimeMultipart) told.getContent()).getCount()).isEqualTo(2);

        List<MimeMessage> mails = mailsTo("gone@example.org");
        assertThat(((MimeMultipart) mails.get(1).getContent()).getCount()).isEqualTo(2);
        String in = calendar(mails.get(2), "REQUEST");
        String out = calendar(mails.get(3), "CANCEL");
        assertThat(in)
                .contains(
                        "METHOD:REQUEST",
                        "STATUS:CONFIRMED",
                        "DTSTART;TZID=Europe/Berlin:20161123T133000",
                        "SUMMARY:Clusters & smart specialisation in Frankfurt",
                        "URL:http://portal.example/en/w/frankfurt-2016",
                        "LOCATION:Frankfurt")
                .doesNotContain(".token");
        assertThat(out).contains("METHOD:CANCEL", "STATUS:CANCELLED").doesNotContain(".token");
        assertThat(line(out, "UID:"))
                .isEqualTo(line(in, "UID:"))
                .isEqualTo("workshop-" + new UUID(2, 2) + "@infocus.urbact.eu");
        assertThat(Integer.parseInt(line(out, "SEQUENCE:"))).isGreaterThan(Integer.parseInt(line(in, "SEQUENCE:")));
        for (String text : List.of(in, out)) {
            assertThat(new CalendarBuilder()
                            .build(new StringReader(text))
                            .validate()
                            .hasErrors())
                    .isFalse();
            assertThat(text.replace("\r\n ", ""))
                    .contains("ATTENDEE;PARTSTAT=ACCEPTED;RSVP=FALSE:mailto:gone@example.org");
        }
    }

    @Test
    void whatWasSoLaterCountsInCalendarsHoweverLateAndCloseTheMailsAreQueued() throws Exception {
        UUID application = UUID.randomUUID();
        registration.knows(application, "To And Fro", "To", "fro@example.org");
        Instant granted = Instant.parse("2016-10-10T08:00:00Z");
        RegistrationFacts.tell(MailTemplate.APPLICATION_ADMITTED, application, 1, granted);
        RegistrationFacts.tell(MailTemplate.APPLICATION_WAITLISTED, application, 2, granted.plusSeconds(60));
        RegistrationFacts.tell(MailTemplate.APPLICATION_ADMITTED, application, 3, granted.plusSeconds(61));
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> mailsTo("fro@example.org").size() == 3);

        // half seconds since the beginning of 2010
        int first = 2
                * (int) (granted.getEpochSecond()
                        - Instant.parse("2010-01-01T00:00:00Z").getEpochSecond());
        List<MimeMessage> mails = mailsTo("fro@example.org");
        assertThat(line(calendar(mails.get(0), "REQUEST"), "SEQUENCE:")).isEqualTo(String.valueOf(first));
        assertThat(line(calendar(mails.get(1), "CANCEL"), "SEQUENCE:")).isEqualTo(String.valueOf(first + 121));
        String again = calendar(mails.get(2), "REQUEST");
        assertThat(line(again, "SEQUENCE:")).isEqualTo(String.valueOf(first + 122));
        assertThat(line(again, "DTSTAMP:")).isEqualTo("20161010T080101Z");
    }

    @Test
    void theVenueIsNamedAsSoonAsItIsKnownAndTheNextMailMovesTheEntryThere() throws Exception {
        UUID application = UUID.randomUUID();
        registration.knows(application, "Moves Along", "Moves", "moves@example.org");
        RegistrationFacts.tell(MailTemplate.APPLICATION_RECEIVED, application, 1);
        RegistrationFacts.tell(MailTemplate.APPLICATION_ADMITTED, application, 2);
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> mailsTo("moves@example.org").size() == 2);
        registration.venue(application, "Harbour <house>", "Quay 2, Frankfurt am Main");
        RegistrationFacts.tell(MailTemplate.PLACE_MOVED, application, 3);
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> mailsTo("moves@example.org").size() == 3);

        MimeMessage before = mailsTo("moves@example.org").get(1);
        MimeMessage moved = mailsTo("moves@example.org").get(2);
        String in = calendar(before, "REQUEST");
        String there = calendar(moved, "REQUEST").replace("\r\n ", "");
        assertThat(line(in, "LOCATION:")).isEqualTo("Frankfurt");
        assertThat(line(there, "LOCATION:")).isEqualTo("Harbour <house>\\, Quay 2\\, Frankfurt am Main");
        assertThat(line(there, "UID:")).isEqualTo(line(in, "UID:"));
        assertThat(part(before, 0, "text/plain")).contains("Where: Frankfurt\r\n");
        assertThat(part(moved, 0, "text/plain")).contains("Where: Harbour <house>, Quay 2, Frankfurt am Main");
        assertThat(part(moved, 1, "text/html")).contains("Where: Harbour &lt;house&gt;, Quay 2, Frankfurt am Main");
    }

    @Test
    void organisersLearnThatAPlaceIsFreeWhenSomebodyErasesThemselvesAndNothingAboutThePerson() throws Exception {
        UUID application = UUID.randomUUID();
        registration.knows(application, "Gone Forever", "Forever", "forever@example.org");
        RegistrationFacts.tell(MailTemplate.APPLICATION_RECEIVED, application, 1);
        RegistrationFacts.tell(MailTemplate.APPLICATION_ADMITTED, application, 2);
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> mailsTo("forever@example.org").size() == 2);
        registration.forgets(application);
        RegistrationFacts.tell(MailTemplate.APPLICATION_WITHDRAWN, application, 3);

        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> aboutNobody().size() == 1
                        && DeliveryLogReader.of(application).stream()
                                .anyMatch(mail -> mail.path("state").asText().equals("RECIPIENT_GONE")));
        MimeMessage told = aboutNobody().get(0);
        assertThat(told.getSubject()).isEqualTo(subject(MailTemplate.PLACE_GIVEN_UP));
        String text = part(told, 0, "text/plain");
        String html = part(told, 1, "text/html");
        String list = "http://portal\\.example/org/w/frankfurt-2016/admission";
        assertThat(text).containsPattern("At the admission desk, for organisers who are signed in:\\R" + list + "\\R");
        assertThat(html).containsPattern("<a href=\"" + list + "\" [^>]*>Open the admission desk</a>");
        assertThat(text + html)
                .contains("the application has been withdrawn")
                .doesNotContain("Forever", "forever@", application.toString());
        assertThat(mailsTo("forever@example.org")).hasSize(2);
    }

    @Test
    void organisersLearnThatRequestsForRoomsWait() throws Exception {
        UUID call = UUID.randomUUID();
        registration.knowsOrganisers(call, "3 requests wait, and 12 room nights are free.");
        JsonNode example = Contracts.ofService("registration-service").example("hotel-requests-waiting.v1");
        String data = ((ObjectNode) example.path("data"))
                .put("callId", call.toString())
                .toString();
        Topics.send(
                RegistrationFacts.TOPIC,
                call.toString(),
                MailTemplate.HOTEL_REQUESTS_WAITING.eventType(),
                UUID.randomUUID(),
                1,
                data);
        DeliveryLogReader.await(call, MailState.SENT);
        List<MimeMessage> told = mailsTo("organisers@infocus.example").stream()
                .filter(mail -> text(mail).contains("/org/w/frankfurt-2016/hotels"))
                .toList();
        assertThat(told).hasSize(1);
        assertThat(told.get(0).getSubject()).isEqualTo(subject(MailTemplate.HOTEL_REQUESTS_WAITING));
        for (String form : List.of(part(told.get(0), 0, "text/plain"), part(told.get(0), 1, "text/html"))) {
            assertThat(form)
                    .contains(
                            "Dear organisers,",
                            "3 requests wait, and 12 room nights are free.",
                            "Thursday 3 November 2016, 18:00 CET",
                            "http://portal.example/org/w/frankfurt-2016/hotels")
                    .doesNotContain("{mail", "{#", "null", "English only");
        }
    }

    @Test
    void organisersLearnThatRequestsForOtherPlacesWait() throws Exception {
        UUID call = UUID.randomUUID();
        registration.knowsOrganisers(call, "0 requests wait, and 0 room nights are free.");
        JsonNode example = Contracts.ofService("registration-service").example("logistics-changes-waiting.v1");
        String data = ((ObjectNode) example.path("data"))
                .put("callId", call.toString())
                .toString();
        Topics.send(
                RegistrationFacts.TOPIC,
                call.toString(),
                MailTemplate.LOGISTICS_CHANGES_WAITING.eventType(),
                UUID.randomUUID(),
                1,
                data);
        DeliveryLogReader.await(call, MailState.SENT);
        List<MimeMessage> told = mailsTo("organisers@infocus.example").stream()
                .filter(mail -> text(mail).contains("/org/w/frankfurt-2016/logistics"))
                .toList();
        assertThat(told).hasSize(1);
        assertThat(told.get(0).getSubject()).isEqualTo(subject(MailTemplate.LOGISTICS_CHANGES_WAITING));
        for (String form : List.of(part(told.get(0), 0, "text/plain"), part(told.get(0), 1, "text/html"))) {
            assertThat(form)
                    .contains(
                            "Dear organisers,",
                            "were frozen when people with a place at this workshop asked for other meals, visits or buses",
                            "Thursday 24 November 2016, 08:15 CET",
                            "http://portal.example/org/w/frankfurt-2016/logistics")
                    // what is counted for rooms belongs into another mail
                    .doesNotContain("room nights", "hotels page", "{mail", "{#", "null", "English only");
        }
    }

    @Test
    void whoHadNoPlaceTakesNothingOutOfACalendarAndOrganisersAreLeftInPeace() throws Exception {
        UUID never = UUID.randomUUID();
        registration.knows(never, "Never In", "Never", "never@example.org");
        RegistrationFacts.tell(MailTemplate.APPLICATION_WAITLISTED, never, 1);
        RegistrationFacts.tell(MailTemplate.APPLICATION_WITHDRAWN, never, 2);
        UUID changed = UUID.randomUUID();
        registration.knows(changed, "Changed Mind", "Changed", "changed@example.org");
        RegistrationFacts.tell(MailTemplate.APPLICATION_ADMITTED, changed, 1);
        RegistrationFacts.tell(MailTemplate.APPLICATION_WAITLISTED, changed, 2);
        RegistrationFacts.tell(MailTemplate.APPLICATION_WITHDRAWN, changed, 3);
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> mailsTo("never@example.org").size() == 2
                        && mailsTo("changed@example.org").size() == 3);

        assertThat(((MimeMultipart) mailsTo("never@example.org").get(1).getContent()).getCount())
                .isEqualTo(2);
        // the decision took the place, so that mail takes the entry out, and the withdrawal has nothing left to tell
        calendar(mailsTo("changed@example.org").get(1), "CANCEL");
        assertThat(mailsTo("changed@example.org").get(1).getSubject())
                .startsWith("You no longer have a place, and are on the waiting list: ");
        for (int form : List.of(0, 1)) {
            assertThat(part(mailsTo("changed@example.org").get(1), form, form == 0 ? "text/plain" : "text/html"))
                    .contains("The organisers have taken back the place that you had at this workshop");
        }
        assertThat(part(mailsTo("changed@example.org").get(2), 0, "text/plain"))
                .doesNotContain("the place that you had");
        assertThat(((MimeMultipart) mailsTo("changed@example.org").get(2).getContent()).getCount())
                .isEqualTo(2);
        assertThat(toOrganisers(never)).isEmpty();
        assertThat(toOrganisers(changed)).isEmpty();
        assertThat(DeliveryLogReader.of(changed)).hasSize(3);
    }

    @Test
    void mailsAboutOneApplicationArriveInTheOrderOfItsFacts() throws MessagingException {
        UUID application = UUID.randomUUID();
        registration.knows(application, "In Order", "In", "order@example.org");
        appliesWaitsGetsAPlaceAndWithdraws(application);
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> mailsTo("order@example.org").size() == 4);
        List<MimeMessage> mails = mailsTo("order@example.org");
        assertThat(List.of(
                        mails.get(0).getSubject(),
                        mails.get(1).getSubject(),
                        mails.get(2).getSubject(),
                        mails.get(3).getSubject()))
                .containsExactly(
                        subject(MailTemplate.APPLICATION_RECEIVED),
                        subject(MailTemplate.APPLICATION_WAITLISTED),
                        subject(MailTemplate.APPLICATION_ADMITTED),
                        subject(MailTemplate.APPLICATION_WITHDRAWN));
    }

    @Test
    void aMailThatComesLateDoesNotCarryTheNoteOfALaterDecision() throws MessagingException, IOException {
        UUID application = UUID.randomUUID();
        registration.knows(application, "Late Reader", "Late", "late@example.org");
        registration.decided(application, "ADMITTED", "A place became free for you.");
        RegistrationFacts.tell(MailTemplate.APPLICATION_WAITLISTED, application, 1);
        RegistrationFacts.tell(MailTemplate.APPLICATION_ADMITTED, application, 2);
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> mailsTo("late@example.org").size() == 2);
        assertThat(part(mailsTo("late@example.org").get(0), 0, "text/plain"))
                .contains("You do not have a place at the moment.")
                .doesNotContain("A place became free for you.");
        assertThat(part(mailsTo("late@example.org").get(1), 0, "text/plain")).contains("A place became free for you.");
    }

    @Test
    void whileTheLookUpIsDownMailsWaitAndAreThenSentOnce() {
        UUID application = UUID.randomUUID();
        registration.knows(application, "Patient Person", "Patient", "patient@example.org");
        registration.down(true);
        registration.answers().clear();
        RegistrationFacts.tell(MailTemplate.APPLICATION_RECEIVED, application, 1);

        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> registration.answers().size() >= 4);
        assertThat(registration.answers()).containsOnly(503);
        assertThat(DeliveryLogReader.of(application).get(0).path("attempts").asInt())
                .isZero();
        assertThat(mailsTo("patient@example.org")).isEmpty();

        registration.down(false);
        JsonNode entry = DeliveryLogReader.await(application, MailState.SENT);
        assertThat(entry.path("attempts").asInt()).isEqualTo(1);
        assertThat(mailsTo("patient@example.org")).hasSize(1);
    }

    @Test
    void aPersonWhoWasErasedGetsNoMail() {
        UUID application = UUID.randomUUID();
        RegistrationFacts.tell(MailTemplate.APPLICATION_RECEIVED, application, 1);
        JsonNode entry = DeliveryLogReader.await(application, MailState.RECIPIENT_GONE);
        assertThat(entry.path("attempts").asInt()).isZero();
        assertThat(entry.path("address").isMissingNode()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"application-erased.v1,applicationId", "invitation-forgotten.v1,invitationId"})
    void whoIsErasedIsForgottenHereToo(String fact, String key) {
        UUID application = UUID.randomUUID();
        UUID other = UUID.randomUUID();
        for (UUID id : List.of(application, other)) {
            registration.knows(id, "Erasmus Vergissmeinnicht", "Erasmus", "vergissmeinnicht@example.org");
            RegistrationFacts.tell(MailTemplate.APPLICATION_RECEIVED, id, 1);
            DeliveryLogReader.await(id, MailState.SENT);
        }
        JsonNode example = Contracts.ofService("registration-service").example(fact);
        String data = ((ObjectNode) example.path("data"))
                .put(key, application.toString())
                .toString();
        Topics.send(
                RegistrationFacts.TOPIC,
                application.toString(),
                example.path("type").asText(),
                UUID.randomUUID(),
                2,
                data);

        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() ->
                        DeliveryLogReader.of(application).get(0).path("address").isMissingNode());
        JsonNode entry = DeliveryLogReader.of(application).get(0);
        assertThat(entry.path("reply").isMissingNode()).isTrue();
        assertThat(entry.path("state").asText()).isEqualTo("SENT");
        assertThat(entry.path("template").asText()).isEqualTo("application-received");
        assertThat(DeliveryLogReader.of(other).get(0).path("address").asText()).isEqualTo("v***@e***.org");
        assertThat(DatabaseTraces.of(dataSource, "vergissmeinnicht", "Erasmus")).isEmpty();
    }

    @Test
    void afterNinetyDaysNobodyCanTellFromTheLogWhereAMailWent() {
        UUID old = UUID.randomUUID();
        UUID recent = UUID.randomUUID();
        for (UUID id : List.of(old, recent)) {
            registration.knows(id, "Long Ago", "Long", "longago@example.org");
            RegistrationFacts.tell(MailTemplate.APPLICATION_RECEIVED, id, 1);
            DeliveryLogReader.await(id, MailState.SENT);
        }
        endedDaysAgo(old, 91);
        endedDaysAgo(recent, 89);

        assertThat(purgeDeliveryLog.purge()).isEqualTo(1);

        JsonNode entry = DeliveryLogReader.of(old).get(0);
        assertThat(entry.path("address").isMissingNode()).isTrue();
        assertThat(entry.path("reply").isMissingNode()).isTrue();
        assertThat(entry.path("state").asText()).isEqualTo("SENT");
        assertThat(DeliveryLogReader.of(recent).get(0).path("address").asText()).isEqualTo("l***@e***.org");
        assertThat(purgeDeliveryLog.purge()).isZero();
    }

    private void endedDaysAgo(UUID application, int days) {
        QuarkusTransaction.requiringNew().run(() -> entityManager
                .createNativeQuery("update mail set finished_at = :at where application_id = :id")
                .setParameter("at", clock.instant().minus(Duration.ofDays(days)))
                .setParameter("id", application)
                .executeUpdate());
    }

    @Test
    void aPersonWithAnotherLanguageIsToldThatItComesInEnglish() throws MessagingException, IOException {
        UUID application = UUID.randomUUID();
        registration.knows(application, "Zofia Łęcka", "Zofia", "polski@example.org", "pl-PL");
        RegistrationFacts.tell(MailTemplate.APPLICATION_RECEIVED, application, 1);
        DeliveryLogReader.await(application, MailState.SENT);
        MimeMessage mail = mailsTo("polski@example.org").get(0);
        assertThat(part(mail, 0, "text/plain")).contains("(This message is available in English only.)");
        assertThat(part(mail, 1, "text/html")).contains("This message is available in English only.");
        assertThat(mail.getHeader("Content-Language")).containsExactly("en");
    }

    @Test
    void aNameThatWouldInjectAHeaderOrMarkupDoesNeither() throws MessagingException, IOException {
        UUID application = UUID.randomUUID();
        registration.knows(
                application,
                "Eve\r\nBcc: victim@example.org\r\n\r\nBuy!",
                "<script>alert(1)</script>",
                "eve@example.org");
        RegistrationFacts.tell(MailTemplate.APPLICATION_RECEIVED, application, 1);
        DeliveryLogReader.await(application, MailState.SENT);
        assertThat(mailsTo("victim@example.org")).isEmpty();
        MimeMessage mail = mailsTo("eve@example.org").get(0);
        assertThat(mail.getAllRecipients()).hasSize(1);
        assertThat(part(mail, 1, "text/html")).doesNotContain("<script>").contains("&lt;script&gt;");
    }

    @Test
    void anAddressThatCarriesACommandFails() {
        UUID application = UUID.randomUUID();
        registration.knows(application, "Eve", "Eve", "eve@example.org>\r\nRCPT TO:<victim@example.org");
        RegistrationFacts.tell(MailTemplate.APPLICATION_RECEIVED, application, 1);
        JsonNode entry = DeliveryLogReader.await(application, MailState.FAILED);
        assertThat(entry.toString()).doesNotContain("victim", "eve@");
        assertThat(mailsTo("victim@example.org")).isEmpty();
    }

    @Test
    void whatBecameOfAMailIsToldWithoutNamingAnybody() {
        UUID application = UUID.randomUUID();
        registration.knows(application, "Planted Canary", "Planted", "canary@example.org");
        RegistrationFacts.tell(MailTemplate.APPLICATION_RECEIVED, application, 1);
        JsonNode entry = DeliveryLogReader.await(application, MailState.SENT);
        String mailId = entry.path("id").asText();

        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> !Topics.read("infocus.notification.v1", mailId)
                .isEmpty());
        Topics.Delivered fact = Topics.read("infocus.notification.v1", mailId).get(0);
        assertThat(fact.type()).isEqualTo("eu.urbact.infocus.notification.mail-sent.v1");
        Contracts.ofThisService().assertValid(fact.type(), fact.value());
        assertThat(fact.value()).contains(application.toString(), "application-received");
        assertThat(Topics.read("infocus.notification.v1"))
                .noneMatch(any -> any.value().contains("Planted") || any.value().contains("canary"));
    }

    private static String subject(MailTemplate template) {
        return template.headline() + ": Clusters & smart specialisation in Frankfurt";
    }

    private static void appliesWaitsGetsAPlaceAndWithdraws(UUID application) {
        RegistrationFacts.tell(MailTemplate.APPLICATION_RECEIVED, application, 1);
        RegistrationFacts.tell(MailTemplate.APPLICATION_WAITLISTED, application, 2);
        RegistrationFacts.tell(MailTemplate.APPLICATION_ADMITTED, application, 3);
        RegistrationFacts.tell(MailTemplate.APPLICATION_WITHDRAWN, application, 4);
    }

    private static List<MimeMessage> toOrganisers(UUID application) {
        return mailsTo("organisers@infocus.example").stream()
                .filter(mail -> text(mail).contains("/org/applications/" + application))
                .toList();
    }

    private static List<MimeMessage> aboutNobody() {
        return mailsTo("organisers@infocus.example").stream()
                .filter(mail -> text(mail).contains("/org/w/frankfurt-2016/admission"))
                .toList();
    }

    private static String text(MimeMessage mail) {
        try {
            return part(mail, 0, "text/plain");
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String calendar(MimeMessage mail, String method) throws Exception {
        BodyPart part = ((MimeMultipart) mail.getContent()).getBodyPart(2);
        assertThat(part.getContentType()).isEqualToIgnoringCase("text/calendar; charset=UTF-8; method=" + method);
        return new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static String line(String text, String begin) {
        return text.lines()
                .filter(line -> line.startsWith(begin))
                .map(line -> line.substring(begin.length()))
                .findFirst()
                .orElseThrow();
    }

    private static List<MimeMessage> mailsTo(String address) {
        return Arrays.stream(mailServer.getReceivedMessages())
                .filter(mail -> addresses(mail).contains(address))
                .toList();
    }

    private static List<String> addresses(MimeMessage mail) {
        try {
            return Arrays.stream(mail.getAllRecipients())
                    .map(recipient -> ((InternetAddress) recipient).getAddress())
                    .toList();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String part(MimeMessage mail, int index, String type) throws MessagingException, IOException {
        BodyPart part = ((MimeMultipart) mail.getContent()).getBodyPart(index);
        assertThat(part.getContentType()).isEqualToIgnoringCase(type + "; charset=UTF-8");
        return (String) part.getContent();
    }

    /** For eyes: target/mails holds what people get. */
    private static void keep(String name, String text, String html) throws IOException {
        Path directory = Files.createDirectories(Path.of("target", "mails"));
        Files.writeString(directory.resolve(name + ".txt"), text);
        Files.writeString(directory.resolve(name + ".html"), html);
    }
}
