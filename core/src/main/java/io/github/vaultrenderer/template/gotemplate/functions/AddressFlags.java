package io.github.vaultrenderer.template.gotemplate.functions;

import io.github.vaultrenderer.template.gotemplate.exec.FunctionException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * The flags that addresses are chosen by: those of interfaces, all of which have to be set, and properties of addresses, of
 * which the first that holds is enough.
 *
 * @param interfaces flags of interfaces; none of them to be set is no flag either
 * @param byInterface whether flags of interfaces were named
 * @param properties of addresses
 */
record AddressFlags(Set<String> interfaces, boolean byInterface, Set<String> properties) {

    static AddressFlags of(String names) throws FunctionException {
        Set<String> interfaces = new HashSet<>();
        Set<String> properties = new HashSet<>();
        boolean byInterface = false;
        for (String name : names.toLowerCase(Locale.ROOT).split("\\|", -1)) {
            switch (name) {
                case "up", "broadcast" -> {
                    interfaces.add(name);
                    byInterface = true;
                }
                case "point-to-point" -> {
                    interfaces.add("pointtopoint");
                    byInterface = true;
                }
                case "down" -> {
                    interfaces.remove("up");
                    byInterface = true;
                }
                case "loopback", "multicast" -> {
                    interfaces.add(name);
                    properties.add(name);
                    byInterface = true;
                }
                case "forwardable",
                        "global unicast",
                        "interface-local multicast",
                        "link-local multicast",
                        "link-local unicast",
                        "unspecified" -> properties.add(name);
                default -> throw FunctionException.failed("there is no flag of that name");
            }
        }
        return new AddressFlags(interfaces, byInterface, properties);
    }

    boolean match(InterfaceAddress address) throws FunctionException {
        if (byInterface && address.flags().containsAll(interfaces)) {
            return true;
        }
        for (String property : properties) {
            if (has(address.ip(), property)) {
                return true;
            }
        }
        return false;
    }

    private static boolean has(IpNetwork ip, String property) throws FunctionException {
        InetAddress address = address(ip);
        return switch (property) {
            case "forwardable" ->
                !KnownNetworks.of(KnownNetworks.NOT_FORWARDABLE).contain(ip);
            case "global unicast" ->
                !address.isAnyLocalAddress()
                        && !address.isLoopbackAddress()
                        && !address.isMulticastAddress()
                        && !address.isLinkLocalAddress()
                        && !ip.text(ip.address()).equals("255.255.255.255");
            case "interface-local multicast" -> !ip.isV4() && address.isMCNodeLocal();
            case "link-local multicast" -> address.isMCLinkLocal();
            case "link-local unicast" -> address.isLinkLocalAddress();
            case "loopback" -> address.isLoopbackAddress();
            case "multicast" -> address.isMulticastAddress();
            default -> address.isAnyLocalAddress();
        };
    }

    private static InetAddress address(IpNetwork ip) throws FunctionException {
        try {
            return InetAddress.getByAddress(ip.bytes(ip.address()));
        } catch (UnknownHostException impossible) {
            throw FunctionException.failed("not an IP address");
        }
    }
}
