package io.github.vaultrenderer.template.gotemplate.functions;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.github.vaultrenderer.template.gotemplate.exec.FunctionException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Which addresses {@code include} keeps, and {@code exclude} leaves out. Of several networks, RFCs or types, each is asked
 * for every address in turn, as go-sockaddr does: an address that is in one of two is both in and out.
 *
 * @see <a href="https://pkg.go.dev/github.com/hashicorp/go-sockaddr/template">go-sockaddr, template</a>
 */
final class AddressFilter {

    private final boolean including;
    private final List<InterfaceAddress> chosen = new ArrayList<>();

    private AddressFilter(boolean including) {
        this.including = including;
    }

    /** Whether an address is one. */
    @FunctionalInterface
    private interface Test {
        boolean of(InterfaceAddress address) throws FunctionException;
    }

    static List<InterfaceAddress> apply(
            boolean including, String selector, String parameter, List<InterfaceAddress> addresses)
            throws FunctionException {
        AddressFilter filter = new AddressFilter(including);
        switch (selector.toLowerCase(Locale.ROOT)) {
            case "address" -> {
                Pattern pattern = pattern(parameter);
                filter.choose(
                        addresses, each -> pattern.matcher(each.ip().toString()).find());
            }
            case "name" -> {
                Pattern pattern = pattern(parameter);
                filter.choose(addresses, each -> pattern.matcher(each.name()).find());
            }
            case "port" -> {
                Pattern pattern = pattern(parameter);
                filter.choose(addresses, each -> pattern.matcher("0").find());
            }
            case "size" -> {
                long size = AddressMath.unsigned(parameter);
                filter.choose(addresses, each -> hasPrefix(each, size));
            }
            case "flag", "flags" -> {
                AddressFlags flags = AddressFlags.of(parameter);
                filter.choose(addresses, flags::match);
            }
            case "network" -> filter.chooseByEach(parameter, addresses, AddressFilter::inNetwork);
            case "rfc", "rfcs" -> filter.chooseByEach(parameter, addresses, AddressFilter::ofRfc);
            case "type" -> filter.chooseByType(parameter, addresses);
            default -> throw FunctionException.failed("there is no filter of that name");
        }
        return filter.chosen;
    }

    private void choose(List<InterfaceAddress> addresses, Test test) throws FunctionException {
        for (InterfaceAddress each : addresses) {
            if (test.of(each) == including) {
                chosen.add(each);
            }
        }
    }

    /** Makes the test that a word stands for, or fails when it stands for none. */
    @FunctionalInterface
    private interface TestOfWord {
        Test of(String word) throws FunctionException;
    }

    private void chooseByEach(String words, List<InterfaceAddress> addresses, TestOfWord tests)
            throws FunctionException {
        for (String word : words.split("\\|", -1)) {
            choose(addresses, tests.of(word));
        }
    }

    private void chooseByType(String words, List<InterfaceAddress> addresses) throws FunctionException {
        String[] types = words.toLowerCase(Locale.ROOT).split("\\|", -1);
        for (String type : types) {
            if (!Set.of("ip", "ipv4", "ipv6", "unix").contains(type)) {
                throw FunctionException.failed("there is no type of that name");
            }
        }
        for (InterfaceAddress each : addresses) {
            for (String type : types) {
                choose(List.of(each), address -> isOfType(address, type));
            }
        }
    }

    private static boolean isOfType(InterfaceAddress address, String type) {
        return type.equals("ip") || type.equals(address.ip().isV4() ? "ipv4" : "ipv6");
    }

    private static Test inNetwork(String word) throws FunctionException {
        IpNetwork network = IpNetwork.parse(word);
        return address -> network.contains(address.ip());
    }

    private static Test ofRfc(String word) throws FunctionException {
        KnownNetworks networks = KnownNetworks.of(word);
        return address -> networks.contain(address.ip());
    }

    private static boolean hasPrefix(InterfaceAddress address, long size) throws FunctionException {
        if (size > address.ip().bits()) {
            throw FunctionException.failed("a network of an address cannot be of that size");
        }
        return address.ip().prefix() == size;
    }

    private static Pattern pattern(String text) throws FunctionException {
        try {
            return Pattern.compile(text);
        } catch (PatternSyntaxException wrong) {
            throw FunctionException.failed("not a regular expression");
        }
    }
}
