package io.github.vaultrenderer.template.gotemplate.functions;

import io.github.vaultrenderer.template.gotemplate.exec.FunctionException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Orders addresses as go-sockaddr's {@code sort} does. Its comparisons do not make one order of all addresses: an IPv4 and
 * an IPv6 address are equal by address. So they are inserted one by one, as Go's sort does with no more than twelve.
 */
final class AddressOrder {

    private AddressOrder() {}

    /** One comparison; zero leaves it to the next. */
    @FunctionalInterface
    private interface Criterion {
        int compare(InterfaceAddress first, InterfaceAddress second) throws FunctionException;
    }

    static List<InterfaceAddress> sorted(String criteria, List<InterfaceAddress> addresses) throws FunctionException {
        List<Criterion> chain = new ArrayList<>();
        for (String each : criteria.split(",", -1)) {
            chain.add(criterion(each.trim().toLowerCase(Locale.ROOT)));
        }
        List<InterfaceAddress> sorted = new ArrayList<>();
        for (InterfaceAddress address : addresses) {
            int at = sorted.size();
            while (at > 0 && compare(chain, address, sorted.get(at - 1)) < 0) {
                at--;
            }
            sorted.add(at, address);
        }
        return sorted;
    }

    private static int compare(List<Criterion> chain, InterfaceAddress first, InterfaceAddress second)
            throws FunctionException {
        for (Criterion criterion : chain) {
            int order = criterion.compare(first, second);
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private static Criterion criterion(String name) throws FunctionException {
        boolean descending = name.startsWith("-");
        Criterion ascending = ascending(descending || name.startsWith("+") ? name.substring(1) : name);
        return descending ? (first, second) -> -ascending.compare(first, second) : ascending;
    }

    private static Criterion ascending(String name) throws FunctionException {
        return switch (name) {
            case "address" ->
                (first, second) -> sameKind(first, second)
                        ? first.ip().address().compareTo(second.ip().address())
                        : 0;
            case "name" -> (first, second) -> Integer.signum(first.name().compareTo(second.name()));
            // No interface's address has a port.
            case "port" -> (first, second) -> 0;
            case "size" ->
                (first, second) -> sameKind(first, second)
                        ? Integer.compare(first.ip().prefix(), second.ip().prefix())
                        : 0;
            case "type" ->
                (first, second) ->
                        Integer.compare(first.ip().bits(), second.ip().bits());
            case "private" -> byPrivacy();
            case "default" -> byDefault();
            default -> throw FunctionException.failed("there is no order of that name");
        };
    }

    private static boolean sameKind(InterfaceAddress first, InterfaceAddress second) {
        return first.ip().bits() == second.ip().bits();
    }

    private static Criterion byPrivacy() throws FunctionException {
        KnownNetworks special = KnownNetworks.of("6890");
        return (first, second) -> {
            boolean one = special.contain(first.ip());
            if (!sameKind(first, second)) {
                return one ? -1 : 0;
            }
            return Boolean.compare(special.contain(second.ip()), one);
        };
    }

    private static Criterion byDefault() {
        String name = MachineAddresses.defaultInterface();
        return (first, second) ->
                Boolean.compare(second.name().equals(name), first.name().equals(name));
    }
}
