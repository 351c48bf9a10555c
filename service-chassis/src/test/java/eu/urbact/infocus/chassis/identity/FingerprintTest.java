package eu.urbact.infocus.chassis.identity;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FingerprintTest {

    @Test
    void it_is_sha_256_of_the_text_in_utf_8() {
        assertThat(Fingerprint.of("abc")).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assertThat(Fingerprint.of("Łódź", 4)).isEqualTo("bc8847fc");
    }

    @Test
    void texts_are_put_behind_one_another() {
        Fingerprint fingerprint = new Fingerprint();
        fingerprint.add("a");
        fingerprint.add("bc");
        assertThat(fingerprint.hex(32)).isEqualTo(Fingerprint.of("abc"));
    }

    @Test
    void what_is_read_is_forgotten() {
        Fingerprint fingerprint = new Fingerprint();
        fingerprint.add("other");
        fingerprint.hex(1);
        fingerprint.add("abc");
        assertThat(fingerprint.hex(8)).isEqualTo("ba7816bf8f01cfea");
    }
}
