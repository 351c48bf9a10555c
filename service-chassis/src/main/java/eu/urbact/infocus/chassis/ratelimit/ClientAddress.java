package eu.urbact.infocus.chassis.ratelimit;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Where a request comes from, as far as it can be believed. Each proxy adds the address it was asked from at the right end of
 * {@code X-Forwarded-For}; so from right to left, the first address that is no trusted proxy is the client's. Everything left of it
 * may be invented.
 */
final class ClientAddress {

    private static final int IPV4_BYTES = 4;

    /** Providers give a subscriber 2^64 addresses; they count as one source. */
    private static final int IPV6_NETWORK_BYTES = 8;

    private final Networks trusted;

    ClientAddress(List<String> trustedProxies) {
        this.trusted = new Networks(trustedProxies);
    }

    /**
     * The source that is counted: an IPv4 address, or the network of an IPv6 address.
     *
     * @param peer who has opened the connection
     * @param forwardedFor the values of the header, in their order
     */
    String source(String peer, List<String> forwardedFor) {
        Optional<InetAddress> direct = Networks.address(peer);
        if (direct.isEmpty()) {
            return peer;
        }
        InetAddress client = direct.get();
        List<String> hops = forwardedFor.stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .toList();
        for (int i = hops.size() - 1; i >= 0 && trusted.hold(client); i--) {
            Optional<InetAddress> hop = Networks.address(hops.get(i));
            if (hop.isEmpty()) {
                break;
            }
            client = hop.get();
        }
        byte[] bytes = client.getAddress();
        return bytes.length == IPV4_BYTES
                ? client.getHostAddress()
                : Networks.address(Arrays.copyOf(Arrays.copyOf(bytes, IPV6_NETWORK_BYTES), bytes.length))
                        .getHostAddress();
    }
}
