package io.github.vaultrenderer.template.gotemplate.functions;

import io.github.vaultrenderer.template.gotemplate.exec.FunctionException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The networks that an RFC sets aside, of those that go-sockaddr knows.
 *
 * @param networks the networks
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6890">RFC 6890, special-purpose IP address registries</a>
 */
record KnownNetworks(List<IpNetwork> networks) {

    /** What no router passes on. */
    static final String NOT_FORWARDABLE = "4294967295";

    static KnownNetworks of(String rfc) throws FunctionException {
        String texts = texts(rfc);
        if (texts == null) {
            throw FunctionException.failed("the networks of that RFC are not known");
        }
        List<IpNetwork> networks = new ArrayList<>();
        for (String text : texts.split(" ", -1)) {
            networks.add(IpNetwork.parse(text));
        }
        return new KnownNetworks(networks);
    }

    boolean contain(IpNetwork address) {
        for (IpNetwork network : networks) {
            if (network.contains(address)) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable String texts(String rfc) {
        return switch (rfc) {
            case "919" -> "255.255.255.255/32";
            case "1112", "3171" -> "224.0.0.0/4";
            case "1122" -> "0.0.0.0/8 127.0.0.0/8";
            case "1918" -> "10.0.0.0/8 172.16.0.0/12 192.168.0.0/16";
            case "2544" -> "198.18.0.0/15";
            case "2765" -> "::ffff:0:0/96";
            case "2928" -> "2001::/16";
            case "3056" -> "2002::/16";
            case "3068" -> "192.88.99.0/24 2002:c058:6301::/120";
            case "3330" ->
                "0.0.0.0/8 10.0.0.0/8 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.2.0/24 192.88.99.0/24"
                        + " 192.168.0.0/16 198.18.0.0/15 224.0.0.0/4 240.0.0.0/4";
            case "3849" -> "2001:db8::/32";
            case "3927" -> "169.254.0.0/16";
            case "4038" -> "0:0:0:0:0:ffff::/96";
            case "4193" -> "fc00::/7";
            case "4291" -> "::/128 ::1/128 ::/96 ::ffff:0:0/96 fe80::/10 fec0::/10 ff00::/8";
            case "4380" -> "2001::/32";
            case "4773" -> "2001::/23";
            case "4843" -> "2001:10::/28";
            case "5180" -> "2001:200::/48";
            case "5735" -> "192.0.2.0/24 198.51.100.0/24 203.0.113.0/24 198.18.0.0/15";
            case "5737" -> "192.0.2.0/24 198.51.100.0/24 203.0.113.0/24";
            case "6052" -> "64:ff9b::/96";
            case "6333", "7335" -> "192.0.0.0/29";
            case "6598" -> "100.64.0.0/10";
            case "6666" -> "100::/64";
            case "6890" ->
                "0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.2.0/24"
                        + " 192.88.99.0/24 192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 240.0.0.0/4"
                        + " 255.255.255.255/32 ::1/128 ::/128 64:ff9b::/96 ::ffff:0:0/96 100::/64 2001::/16 2002::/16"
                        + " fc00::/7 fe80::/10";
            case NOT_FORWARDABLE ->
                "0.0.0.0/8 127.0.0.0/8 169.254.0.0/16 192.0.0.0/24 192.0.2.0/24 198.51.100.0/24 203.0.113.0/24"
                        + " 240.0.0.0/4 255.255.255.255/32 ::1/128 ::/128 ::ffff:0:0/96 2001:db8::/32 2001:10::/28"
                        + " fe80::/10";
            default -> null;
        };
    }
}
