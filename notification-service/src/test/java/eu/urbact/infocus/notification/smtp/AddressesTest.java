package eu.urbact.infocus.notification.smtp;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class AddressesTest {

    @ParameterizedTest
    @CsvSource({
        "ana.silva@example.org, a***@e***.org",
        "a@b.co.uk, a***@b***.uk",
        "a@localhost, a***@l***",
        "nonsense, ***",
        "@example.org, ***",
        "ana@, ***",
        ", ***"
    })
    void aMaskIsEnoughToRecogniseAndTooLittleToWriteTo(String address, String mask) {
        assertThat(Addresses.mask(address)).isEqualTo(mask);
    }

    @Test
    void aReplyIsOneShortLineWithoutAddresses() {
        assertThat(Addresses.withoutAddresses("550-5.1.1 <ana@example.org>\r\n550 user=ana@example.org, unknown\r\n"))
                .isEqualTo("550-5.1.1 <***@***> 550 ***@***, unknown");
        assertThat(Addresses.withoutAddresses("x".repeat(900))).hasSize(500);
        assertThat(Addresses.withoutAddresses(null)).isEmpty();
    }

    @Test
    void ordinaryAddressesAreUsable() {
        assertThat(Addresses.isPlain("ana.silva+infocus@cm-porto.example.org")).isTrue();
        assertThat(Addresses.isPlain("o'brien@example.org")).isTrue();
        assertThat(Addresses.isPlain("x".repeat(300) + "@example.org")).isFalse();
        assertThat(Addresses.isPlain(null)).isFalse();
    }
}
