package eu.urbact.infocus.chassis.validation;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class WebAddressTest {

    @Test
    void an_address_is_kept_with_its_beginning_in_small_letters() {
        assertThat(WebAddress.of("HTTPS://Example.org:8443/A?b=C#d")).contains("https://Example.org:8443/A?b=C#d");
    }

    @Test
    void other_letters_in_the_name_of_the_site_are_kept_as_the_network_knows_them() {
        assertThat(WebAddress.of("https://łódź.example/ł")).contains("https://xn--d-uga0v4h.example/ł");
    }

    @Test
    void an_address_has_at_most_500_characters() {
        String start = "https://example.org/";
        assertThat(WebAddress.of(start + "x".repeat(480))).isPresent();
        assertThat(WebAddress.of(start + "x".repeat(481))).isEmpty();
    }

    @Test
    void an_address_has_at_most_500_characters_also_as_it_is_kept() {
        String start = "https://łódź.example/";
        assertThat(WebAddress.of(start + "x".repeat(470))).map(String::length).contains(500);
        assertThat(WebAddress.of(start + "x".repeat(471))).isEmpty();
    }

    @Test
    void ports_go_up_to_65535() {
        assertThat(WebAddress.of("https://example.org:65535/")).isPresent();
        assertThat(WebAddress.of("https://example.org:65536/")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example",
                "https://example./",
                "https://.example/",
                "https://127.0.0.1/",
                "https://[::1]/",
                "https://[fe80::1.2.3.4]/",
                "https://me@example.org/",
                "https://me:pw@example.org/",
                "https://straße.example/",
                "https:///example.org",
                "https://example.org/a b",
                "https://example.org/\uD800",
                "mailto:me@example.org",
                ""
            })
    void what_leads_nowhere_or_says_too_much_is_none(String text) {
        assertThat(WebAddress.of(text)).isEmpty();
    }

    @Test
    void only_the_name_of_the_site_may_make_two_of_it() {
        assertThat(WebAddress.mayBeTwo("https://straße.example/")).isTrue();
        assertThat(WebAddress.mayBeTwo("https://example.org/straße")).isFalse();
        assertThat(WebAddress.mayBeTwo("straße")).isFalse();
        assertThat(WebAddress.mayBeTwo(null)).isFalse();
    }
}
