package io.github.vaultrenderer.template.gotemplate.functions;

import io.github.vaultrenderer.template.gotemplate.exec.FunctionException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Calculates with addresses, as go-sockaddr's {@code math} does. */
final class AddressMath {

    private AddressMath() {}

    static List<InterfaceAddress> apply(String operation, String value, List<InterfaceAddress> addresses)
            throws FunctionException {
        List<InterfaceAddress> results = new ArrayList<>();
        for (InterfaceAddress each : addresses) {
            IpNetwork result = switch (operation.toLowerCase(Locale.ROOT)) {
                case "address" -> each.ip().at(each.ip().address().add(signed(value, each.ip())));
                case "network" -> inNetwork(each.ip(), signed(value, each.ip()));
                case "mask" -> masked(each.ip(), unsigned(value));
                default -> throw FunctionException.failed("there is no operation of that name");
            };
            results.add(each.with(result));
        }
        return results;
    }

    /** Counts from the network's first address, and backwards from its last one; what is too much wraps around. */
    private static IpNetwork inNetwork(IpNetwork ip, BigInteger steps) {
        BigInteger hosts = ip.size().subtract(BigInteger.ONE);
        if (ip.isV4() ? steps.signum() >= 0 : steps.signum() > 0) {
            return ip.at(ip.network().add(steps.and(hosts)));
        }
        return ip.at(ip.last().subtract(steps.negate().subtract(BigInteger.ONE).and(hosts)));
    }

    private static IpNetwork masked(IpNetwork ip, long prefix) throws FunctionException {
        if (prefix > ip.bits()) {
            throw FunctionException.failed("a network of an address cannot be of that size");
        }
        IpNetwork masked = new IpNetwork(ip.address(), ip.bits(), (int) prefix);
        return new IpNetwork(masked.network(), ip.bits(), Math.min((int) prefix, ip.prefix()));
    }

    private static BigInteger signed(String text, IpNetwork ip) throws FunctionException {
        String trimmed = text.stripLeading();
        if (!trimmed.startsWith("+") && !trimmed.startsWith("-")) {
            throw FunctionException.failed("a sign (+ or -) is required");
        }
        BigInteger number = number(text);
        if (number.bitLength() >= (ip.isV4() ? 33 : Long.SIZE)) {
            throw FunctionException.failed("the number is too large");
        }
        return number;
    }

    /** A number without a sign. */
    static long unsigned(String text) throws FunctionException {
        BigInteger number = number(text);
        if (text.startsWith("+") || text.startsWith("-") || number.bitLength() >= Integer.SIZE) {
            throw FunctionException.failed("not a number of bits");
        }
        return number.longValue();
    }

    private static BigInteger number(String text) throws FunctionException {
        try {
            return new BigInteger(text);
        } catch (NumberFormatException wrong) {
            // Its message would quote the text.
            throw FunctionException.failed("not a number");
        }
    }
}
