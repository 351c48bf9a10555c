package eu.urbact.infocus.notification.smtp;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import eu.urbact.infocus.notification.smtp.Delivery.Outcome;

import static org.assertj.core.api.Assertions.assertThat;

class DeliveryPolicyTest {

    @ParameterizedTest
    @CsvSource({
        "CONNECT, -1, NOT_YET",
        "CONNECT, 421, NOT_YET",
        "CONNECT, 554, NOT_YET",
        "CONNECT, 535, NOT_YET",
        "SENDER, -1, NOT_YET",
        "SENDER, 451, NOT_YET",
        "SENDER, 553, REFUSED",
        "RECIPIENT, -1, NOT_YET",
        "RECIPIENT, 450, NOT_YET",
        "RECIPIENT, 550, REFUSED",
        "CONTENT, -1, NOT_YET",
        "CONTENT, 354, NOT_YET",
        "CONTENT, 552, REFUSED",
        "FINAL_DOT, 250, ACCEPTED",
        "FINAL_DOT, 252, ACCEPTED",
        "FINAL_DOT, 421, NOT_YET",
        "FINAL_DOT, 452, NOT_YET",
        "FINAL_DOT, 554, REFUSED",
        "FINAL_DOT, 354, UNKNOWN",
        "FINAL_DOT, -1, UNKNOWN",
        "FINAL_DOT, 0, UNKNOWN",
        "FINAL_DOT, 999, UNKNOWN"
    })
    void onlyTheFinalDotLeavesAnythingUnknown(SmtpPhase phase, int reply, Outcome expected) {
        assertThat(DeliveryPolicy.judge(phase, reply)).isEqualTo(expected);
    }
}
