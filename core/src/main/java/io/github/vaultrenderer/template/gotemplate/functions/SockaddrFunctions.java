package io.github.vaultrenderer.template.gotemplate.functions;

import io.github.vaultrenderer.template.TemplateException;
import io.github.vaultrenderer.template.TemplatePermissions;
import io.github.vaultrenderer.template.TemplateSource;
import io.github.vaultrenderer.template.gotemplate.exec.Execution;
import io.github.vaultrenderer.template.gotemplate.exec.Executor;
import io.github.vaultrenderer.template.gotemplate.exec.Function;
import io.github.vaultrenderer.template.gotemplate.exec.FunctionException;
import io.github.vaultrenderer.template.gotemplate.exec.GoList;
import io.github.vaultrenderer.template.gotemplate.parse.GoText;
import io.github.vaultrenderer.template.gotemplate.parse.TemplateTree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code sockaddr}: a template language within the template language, whose functions find the machine's addresses.
 *
 * @see <a href="https://pkg.go.dev/github.com/hashicorp/go-sockaddr/template">go-sockaddr, template</a>
 */
final class SockaddrFunctions {

    private static final String ELEMENT = "sockaddr.IfAddr";

    private SockaddrFunctions() {}

    static Function sockaddr(TemplatePermissions permissions) {
        return (execution, values) -> {
            List<String> texts = new Arguments("sockaddr", values).textsFrom(0);
            if (!permissions.networkInterfaces()) {
                throw Forbidden.setting(
                        "sockaddr",
                        "networkInterfaces",
                        "pass the address as an environment variable (in Kubernetes by the downward API, status.podIP)"
                                + " and use env");
            }
            return evaluate(execution, String.join(" ", texts));
        };
    }

    /** All addresses are the dot with which the expression begins. */
    private static String evaluate(Execution execution, String expression) throws FunctionException {
        Map<String, Function> named = new HashMap<>();
        TemplateSource source = TemplateSource.of(
                "sockaddr", GoText.decode("{{ with GetAllInterfaces }}{{ " + expression + " }}{{ end }}"));
        try {
            TemplateTree tree =
                    TemplateTree.parse(source, name -> named.computeIfAbsent(name, SockaddrFunctions::find) != null);
            return new Executor(tree, named, Executor.MissingKey.ERROR, execution.apart()).run();
        } catch (TemplateException failure) {
            throw FunctionException.failed(GoText.encode(String.valueOf(failure.getMessage())));
        }
    }

    private static @Nullable Function find(String name) {
        return switch (name) {
            case "GetAllInterfaces" -> (execution, values) -> list(name, values, MachineAddresses.all());
            case "GetDefaultInterfaces" -> (execution, values) -> list(name, values, ofDefaultRoute());
            case "GetPrivateInterfaces" -> (execution, values) -> list(name, values, reachable(true));
            case "GetPublicInterfaces" -> (execution, values) -> list(name, values, reachable(false));
            case "GetPrivateIP" -> (execution, values) -> first(name, values, reachable(true));
            case "GetPublicIP" -> (execution, values) -> first(name, values, reachable(false));
            case "GetPrivateIPs" -> (execution, values) -> ips(name, values, privateAddresses());
            case "GetPublicIPs" -> (execution, values) -> ips(name, values, publicAddresses());
            case "GetInterfaceIP" -> SockaddrFunctions::interfaceIp;
            case "GetInterfaceIPs" -> SockaddrFunctions::interfaceIps;
            default -> ofList(name);
        };
    }

    /** The functions that take addresses as their last argument, and mostly give addresses again. */
    private static @Nullable Function ofList(String name) {
        return switch (name) {
            case "include", "exclude" ->
                (execution, values) -> {
                    Arguments given = Arguments.exactly(3, name, values);
                    return list(AddressFilter.apply(
                            name.equals("include"), given.text(0), given.text(1), addresses(given, 2)));
                };
            case "sort" ->
                (execution, values) -> {
                    Arguments given = Arguments.exactly(2, name, values);
                    return list(AddressOrder.sorted(given.text(0), addresses(given, 1)));
                };
            case "math" ->
                (execution, values) -> {
                    Arguments given = Arguments.exactly(3, name, values);
                    return list(AddressMath.apply(given.text(0), given.text(1), addresses(given, 2)));
                };
            case "attr" -> SockaddrFunctions::attribute;
            case "join" -> SockaddrFunctions::join;
            case "limit" -> SockaddrFunctions::limit;
            case "offset" -> SockaddrFunctions::offset;
            case "unique" -> SockaddrFunctions::unique;
            default -> GoBuiltins.find(name);
        };
    }

    private static List<InterfaceAddress> ofDefaultRoute() throws FunctionException {
        String name = MachineAddresses.defaultInterface();
        if (name == null) {
            throw FunctionException.failed("no default interface found");
        }
        return MachineAddresses.all().stream()
                .filter(address -> address.name().equals(name))
                .toList();
    }

    private static List<InterfaceAddress> reachable(boolean privately) throws FunctionException {
        List<InterfaceAddress> addresses = MachineAddresses.all();
        addresses = AddressFilter.apply(true, "flags", "forwardable", addresses);
        addresses = AddressFilter.apply(true, "flags", "up", addresses);
        addresses = AddressOrder.sorted("default,type,size", addresses);
        return AddressFilter.apply(privately, "rfc", "6890", addresses);
    }

    private static List<InterfaceAddress> privateAddresses() throws FunctionException {
        List<InterfaceAddress> addresses = AddressOrder.sorted("type,size", MachineAddresses.all());
        addresses = AddressFilter.apply(true, "rfc", "6890", addresses);
        return AddressFilter.apply(false, "rfc", KnownNetworks.NOT_FORWARDABLE, addresses);
    }

    private static List<InterfaceAddress> publicAddresses() throws FunctionException {
        List<InterfaceAddress> addresses = AddressOrder.sorted("type,size", MachineAddresses.all());
        return AddressFilter.apply(false, "rfc", "6890", addresses);
    }

    private static Object interfaceIp(Execution execution, List<@Nullable Object> values) throws FunctionException {
        String name = Arguments.exactly(1, "GetInterfaceIP", values).text(0);
        List<InterfaceAddress> addresses = AddressFilter.apply(true, "name", name, MachineAddresses.all());
        addresses = AddressFilter.apply(true, "flag", "forwardable", addresses);
        return first("GetInterfaceIP", List.of(), AddressOrder.sorted("type,size", addresses));
    }

    private static Object interfaceIps(Execution execution, List<@Nullable Object> values) throws FunctionException {
        String name = Arguments.exactly(1, "GetInterfaceIPs", values).text(0);
        List<InterfaceAddress> addresses = AddressFilter.apply(true, "name", name, MachineAddresses.all());
        return ips("GetInterfaceIPs", List.of(), AddressOrder.sorted("type,size", addresses));
    }

    private static Object attribute(Execution execution, List<@Nullable Object> values) throws FunctionException {
        Arguments given = Arguments.exactly(2, "attr", values);
        if (given.get(1) instanceof InterfaceAddress address) {
            return address.attribute(given.text(0));
        }
        List<InterfaceAddress> addresses = addresses(given, 1);
        return addresses.isEmpty() ? "" : addresses.get(0).attribute(given.text(0));
    }

    private static Object join(Execution execution, List<@Nullable Object> values) throws FunctionException {
        Arguments given = Arguments.exactly(3, "join", values);
        List<String> attributes = new ArrayList<>();
        for (InterfaceAddress address : addresses(given, 2)) {
            attributes.add(address.attribute(given.text(0)));
        }
        return String.join(given.text(1), attributes);
    }

    private static Object limit(Execution execution, List<@Nullable Object> values) throws FunctionException {
        Arguments given = Arguments.exactly(2, "limit", values);
        List<InterfaceAddress> addresses = addresses(given, 1);
        long most = given.integer(0);
        if (most < 0) {
            throw FunctionException.wrongCall("a limit must not be negative");
        }
        return list(addresses.subList(0, (int) Math.min(most, addresses.size())));
    }

    private static Object offset(Execution execution, List<@Nullable Object> values) throws FunctionException {
        Arguments given = Arguments.exactly(2, "offset", values);
        List<InterfaceAddress> addresses = addresses(given, 1);
        long offset = given.integer(0);
        if (Math.abs(offset) > addresses.size()) {
            throw FunctionException.failed("unable to seek past the end of the interface array");
        }
        return list(addresses.subList((int) (offset < 0 ? addresses.size() + offset : offset), addresses.size()));
    }

    /** Leaves out those that are like the one before. */
    private static Object unique(Execution execution, List<@Nullable Object> values) throws FunctionException {
        Arguments given = Arguments.exactly(2, "unique", values);
        boolean byName = given.text(0).equalsIgnoreCase("name");
        boolean byAddress = given.text(0).equalsIgnoreCase("address");
        List<InterfaceAddress> unique = new ArrayList<>();
        String last = "";
        for (InterfaceAddress address : addresses(given, 1)) {
            if (!byName && !byAddress) {
                throw FunctionException.failed("unique is by address or name");
            }
            String key = byName ? address.name() : address.ip().toString();
            if (!key.equals(last)) {
                unique.add(address);
            }
            last = key;
        }
        return list(unique);
    }

    private static List<InterfaceAddress> addresses(Arguments given, int index) throws FunctionException {
        List<InterfaceAddress> addresses = new ArrayList<>();
        for (Object each : given.list(index)) {
            if (!(each instanceof InterfaceAddress address)) {
                throw FunctionException.wrongCall("wrong type for value; expected sockaddr.IfAddrs");
            }
            addresses.add(address);
        }
        return addresses;
    }

    private static Object list(String name, List<@Nullable Object> values, List<InterfaceAddress> addresses)
            throws FunctionException {
        Arguments.exactly(0, name, values);
        return list(addresses);
    }

    private static GoList list(List<InterfaceAddress> addresses) {
        return new GoList(ELEMENT, addresses);
    }

    private static String first(String name, List<@Nullable Object> values, List<InterfaceAddress> addresses)
            throws FunctionException {
        Arguments.exactly(0, name, values);
        return addresses.isEmpty() ? "" : addresses.get(0).attribute("address");
    }

    private static String ips(String name, List<@Nullable Object> values, List<InterfaceAddress> addresses)
            throws FunctionException {
        Arguments.exactly(0, name, values);
        List<String> ips = new ArrayList<>();
        for (InterfaceAddress address : addresses) {
            ips.add(address.attribute("address"));
        }
        return String.join(" ", ips);
    }
}
