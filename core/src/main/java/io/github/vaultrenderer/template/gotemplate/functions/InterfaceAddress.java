package io.github.vaultrenderer.template.gotemplate.functions;

import io.github.vaultrenderer.template.gotemplate.exec.FunctionException;
import io.github.vaultrenderer.template.gotemplate.exec.GoObject;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An address of a network interface, as go-sockaddr's {@code IfAddr}.
 *
 * @param ip the address
 * @param name the interface's name
 * @param index the interface's number
 * @param mtu its largest packet
 * @param hardware its hardware address; empty for none
 * @param flags its flags, as Go names them, in Go's order
 */
record InterfaceAddress(IpNetwork ip, String name, int index, int mtu, String hardware, Set<String> flags)
        implements GoObject {

    @Override
    public String type() {
        return "sockaddr.IfAddr";
    }

    @Override
    public @Nullable Object call(String method, List<@Nullable Object> arguments) throws FunctionException {
        return switch (method) {
            case "Name" -> name;
            case "Index" -> (long) index;
            case "MTU" -> (long) mtu;
            case "HardwareAddr" -> hardware;
            case "Flags" -> flagText();
            default -> throw FunctionException.wrongCall("can't evaluate field " + method + " in type " + type());
        };
    }

    /** An attribute of the address, or of its interface. */
    String attribute(String attribute) throws FunctionException {
        String lower = attribute.toLowerCase(Locale.ROOT);
        String value = switch (lower) {
            case "name" -> name;
            case "flags" -> flagText();
            default -> ip.attribute(lower);
        };
        if (value == null) {
            throw FunctionException.failed("there is no attribute of that name");
        }
        return value;
    }

    /** The same interface with another address. */
    InterfaceAddress with(IpNetwork other) {
        return new InterfaceAddress(other, name, index, mtu, hardware, flags);
    }

    private String flagText() {
        return flags.isEmpty() ? "0" : String.join("|", flags);
    }

    @Override
    public String toString() {
        return ip + " {" + index + " " + mtu + " " + name + " " + hardware + " " + flagText() + "}";
    }
}
