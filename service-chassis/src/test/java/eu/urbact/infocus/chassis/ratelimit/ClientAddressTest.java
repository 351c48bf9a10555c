package eu.urbact.infocus.chassis.ratelimit;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ClientAddressTest {

    private final ClientAddress addresses = new ClientAddress(List.of("127.0.0.0/8", "10.1.0.7", "fd00::/8"));

    @Test
    void what_a_stranger_writes_into_the_header_is_not_believed() {
        assertThat(addresses.source("203.0.113.9", List.of("198.51.100.1"))).isEqualTo("203.0.113.9");
        assertThat(addresses.source("10.1.0.8", List.of("198.51.100.1"))).isEqualTo("10.1.0.8");
    }

    @Test
    void a_trusted_proxy_says_who_asked_it() {
        assertThat(addresses.source("127.0.0.1", List.of("198.51.100.1"))).isEqualTo("198.51.100.1");
        assertThat(addresses.source("fd00::1", List.of("198.51.100.1"))).isEqualTo("198.51.100.1");
        assertThat(addresses.source("127.0.0.1", List.of())).isEqualTo("127.0.0.1");
    }

    @Test
    void from_right_to_left_the_first_that_is_no_proxy_counts() {
        assertThat(addresses.source("10.1.0.7", List.of("192.0.2.66, 198.51.100.1, 127.0.0.3")))
                .isEqualTo("198.51.100.1");
        assertThat(addresses.source("10.1.0.7", List.of("192.0.2.66", "198.51.100.1", "127.0.0.3")))
                .isEqualTo("198.51.100.1");
    }

    @Test
    void nonsense_ends_the_chain() {
        assertThat(addresses.source("127.0.0.1", List.of("198.51.100.1, unknown")))
                .isEqualTo("127.0.0.1");
        assertThat(addresses.source("127.0.0.1", List.of("localhost"))).isEqualTo("127.0.0.1");
        assertThat(addresses.source("127.0.0.1", List.of(""))).isEqualTo("127.0.0.1");
    }

    @Test
    void all_addresses_of_one_subscriber_are_one_source() {
        String one = addresses.source("2001:db8:1:2:3:4:5:6", List.of());
        assertThat(addresses.source("2001:db8:1:2:ffff::1", List.of())).isEqualTo(one);
        assertThat(addresses.source("2001:db8:1:3::1", List.of())).isNotEqualTo(one);
    }

    @Test
    void a_setting_that_is_no_network_stops_the_start() {
        assertThatThrownBy(() -> new ClientAddress(List.of("portal.example.org")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ClientAddress(List.of("10.0.0.0/99")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
