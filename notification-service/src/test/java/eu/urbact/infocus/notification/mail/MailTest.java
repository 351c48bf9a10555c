package eu.urbact.infocus.notification.mail;

import java.time.Instant;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import eu.urbact.infocus.notification.template.MailTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class MailTest {

    private static final Instant NOW = Instant.parse("2016-10-10T08:00:00Z");

    private final Occasion occasion =
            new Occasion(MailTemplate.APPLICATION_ADMITTED, new UUID(1, 1), new UUID(2, 2), 3, null, NOW);

    @Test
    void theMessageIdComesFromTheOccasionAndTellsNothing() {
        assertThat(occasion.messageId("infocus.example"))
                .isEqualTo(occasion.messageId("infocus.example"))
                .matches("<[0-9a-f]{32}@infocus\\.example>")
                .doesNotContain("admitted");
        Occasion secondAdmission = new Occasion(
                MailTemplate.APPLICATION_ADMITTED, occasion.applicationId(), occasion.workshopId(), 5, null, NOW);
        assertThat(secondAdmission.dedupeKey()).isNotEqualTo(occasion.dedupeKey());
    }

    @Test
    void aLateAnswerBringsNobodyBackWhoWasErased() {
        Mail mail = new Mail(UUID.randomUUID(), occasion, "infocus.example", NOW, NOW);
        mail.addressTo("zofia@example.org", "en");
        assertThat(mail.maskedAddress()).hasValue("z***@e***.org");
        mail.forgetRecipient(NOW);
        mail.addressTo("zofia@example.org", "en");
        assertThat(mail.maskedAddress()).isEmpty();
        assertThat(mail.smtpReply()).isEmpty();
    }

    @Test
    void aWaitingMailCanNeitherBeSentNorResentNorConfirmed() {
        Mail mail = new Mail(UUID.randomUUID(), occasion, "infocus.example", NOW, NOW);
        assertThat(mail.state()).isEqualTo(MailState.QUEUED);
        assertThat(mail.mayBeResent()).isFalse();
        assertThat(mail.mayBeConfirmed()).isFalse();
        assertThatIllegalStateException().isThrownBy(() -> mail.sent("250 ok", NOW));
        assertThatIllegalStateException().isThrownBy(() -> mail.failed("550 no", NOW));
        assertThatIllegalStateException().isThrownBy(() -> mail.unclear("?", NOW));
        assertThatIllegalStateException().isThrownBy(() -> mail.recipientGone(NOW));
        assertThatIllegalStateException().isThrownBy(() -> mail.release(NOW));
        assertThatIllegalStateException().isThrownBy(() -> mail.resend(NOW));
        assertThatIllegalStateException().isThrownBy(() -> mail.confirmed(NOW));
        assertThat(mail.isHeldBy(UUID.randomUUID())).isFalse();
    }
}
