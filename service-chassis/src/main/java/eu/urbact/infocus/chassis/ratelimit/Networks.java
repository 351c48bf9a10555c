package eu.urbact.infocus.chassis.ratelimit;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;

import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import io.netty.util.NetUtil;

/** Some networks, and whether an address belongs to one of them. Never asks a name server. */
final class Networks {

    private final List<IpSubnetFilterRule> networks;

    /** @throws IllegalArgumentException for what is neither an address nor a network */
    Networks(List<String> networks) {
        this.networks = networks.stream().map(Networks::parse).toList();
    }

    boolean hold(InetAddress address) {
        InetSocketAddress socket = new InetSocketAddress(address, 0);
        return networks.stream().anyMatch(network -> network.matches(socket));
    }

    /** The address that these characters spell; empty for a name or nonsense. */
    static Optional<InetAddress> address(String text) {
        byte[] bytes = NetUtil.createByteArrayFromIpAddressString(text.strip());
        if (bytes == null) {
            return Optional.empty();
        }
        return Optional.of(address(bytes));
    }

    /** The address that has these bytes. */
    static InetAddress address(byte[] bytes) {
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("an address has 4 or 16 bytes", e);
        }
    }

    private static IpSubnetFilterRule parse(String network) {
        String[] parts = network.strip().split("/", 2);
        InetAddress address = address(parts[0])
                .orElseThrow(() -> new IllegalArgumentException("neither an address nor a network: " + network));
        int bits = parts.length == 2 ? Integer.parseInt(parts[1]) : address.getAddress().length * 8;
        return new IpSubnetFilterRule(address, bits, IpFilterRuleType.ACCEPT);
    }
}
