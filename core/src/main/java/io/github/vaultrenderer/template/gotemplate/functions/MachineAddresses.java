package io.github.vaultrenderer.template.gotemplate.functions;

import io.github.vaultrenderer.template.gotemplate.exec.FunctionException;
import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The addresses that this machine, or its pod, has.
 *
 * @see <a href="https://www.kernel.org/doc/Documentation/ABI/testing/sysfs-class-net">/sys/class/net</a>
 */
final class MachineAddresses {

    private static final Path ROUTES = Path.of("/proc/net/route");
    private static final Path DEVICES = Path.of("/sys/class/net");
    private static final Set<String> RUNNING = Set.of("up", "unknown");
    private static final String ANY = "00000000";
    private static final int MASK_COLUMN = 7;

    private MachineAddresses() {}

    /** All of them, by interface; IPv4 before IPv6. */
    static List<InterfaceAddress> all() throws FunctionException {
        try {
            List<NetworkInterface> interfaces =
                    new ArrayList<>(Collections.list(NetworkInterface.getNetworkInterfaces()));
            interfaces.sort(Comparator.comparingInt(NetworkInterface::getIndex));
            List<InterfaceAddress> all = new ArrayList<>();
            for (NetworkInterface each : interfaces) {
                addAddresses(each, all);
            }
            return all;
        } catch (SocketException unknown) {
            throw FunctionException.failed("the network interfaces cannot be listed");
        }
    }

    private static void addAddresses(NetworkInterface from, List<InterfaceAddress> all) throws SocketException {
        Set<String> flags = flags(from);
        String hardware = hardware(from);
        int mtu = from.getMTU();
        for (java.net.InterfaceAddress each :
                inLinuxOrder(from.getInterfaceAddresses(), java.net.InterfaceAddress::getAddress)) {
            IpNetwork ip = IpNetwork.of(each.getAddress().getAddress(), each.getNetworkPrefixLength());
            all.add(new InterfaceAddress(ip, from.getName(), from.getIndex(), mtu, hardware, flags));
        }
    }

    /**
     * An interface's addresses as Linux lists them to Go: IPv4 as they were added, then IPv6 from the widest scope to the
     * narrowest. Java has them the other way round, and those of IPv6 in no order that can be told.
     *
     * @see <a href="https://github.com/torvalds/linux/blob/master/net/ipv6/addrconf.c">ipv6_link_dev_addr</a>
     */
    static <T> List<T> inLinuxOrder(List<T> inJavaOrder, Function<T, InetAddress> address) {
        List<T> addresses = new ArrayList<>(inJavaOrder);
        Collections.reverse(addresses);
        addresses.sort(Comparator.comparingInt(each -> rank(address.apply(each))));
        return addresses;
    }

    private static int rank(InetAddress address) {
        if (address instanceof Inet4Address) {
            return 0;
        }
        if (address.isLinkLocalAddress() || address.isLoopbackAddress()) {
            return 3;
        }
        return address.isSiteLocalAddress() ? 2 : 1;
    }

    /** For Java, an interface without a carrier is down; Linux itself tells more. */
    private static Set<String> flags(NetworkInterface of) throws SocketException {
        try {
            int bits = Integer.decode(line(of, "flags"));
            boolean up = (bits & 1) != 0;
            Set<String> flags = new LinkedHashSet<>();
            add(flags, "up", up);
            add(flags, "broadcast", (bits & 2) != 0);
            add(flags, "loopback", (bits & 8) != 0);
            add(flags, "pointtopoint", (bits & 0x10) != 0);
            add(flags, "multicast", (bits & 0x1000) != 0);
            add(flags, "running", up && RUNNING.contains(line(of, "operstate")));
            return flags;
        } catch (IOException | NumberFormatException notLinux) {
            return flagsAsJavaKnows(of);
        }
    }

    private static String line(NetworkInterface of, String file) throws IOException {
        return Files.readString(DEVICES.resolve(of.getName()).resolve(file)).trim();
    }

    private static Set<String> flagsAsJavaKnows(NetworkInterface of) throws SocketException {
        Set<String> flags = new LinkedHashSet<>();
        add(flags, "up", of.isUp());
        add(flags, "broadcast", !of.isLoopback() && !of.isPointToPoint());
        add(flags, "loopback", of.isLoopback());
        add(flags, "pointtopoint", of.isPointToPoint());
        add(flags, "multicast", of.supportsMulticast());
        add(flags, "running", of.isUp());
        return flags;
    }

    private static void add(Set<String> flags, String flag, boolean set) {
        if (set) {
            flags.add(flag);
        }
    }

    private static String hardware(NetworkInterface of) throws SocketException {
        byte[] address = of.getHardwareAddress();
        return address == null ? "" : HexFormat.ofDelimiter(":").formatHex(address);
    }

    /**
     * The name of the interface that the default route leads through; {@code null} when there is none.
     *
     * @see <a href="https://man7.org/linux/man-pages/man5/proc_pid_net.5.html">/proc/net/route</a>
     */
    static @Nullable String defaultInterface() {
        try {
            for (String line : Files.readAllLines(ROUTES)) {
                String[] columns = line.trim().split("\\s+", -1);
                if (columns.length > MASK_COLUMN && columns[1].equals(ANY) && columns[MASK_COLUMN].equals(ANY)) {
                    return columns[0];
                }
            }
            return null;
        } catch (IOException notLinux) {
            return null;
        }
    }
}
