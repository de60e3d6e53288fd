package io.github.vaultrenderer.template.gotemplate.functions;

import io.github.vaultrenderer.template.gotemplate.exec.FunctionException;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * An IP address with the size of its network. Equal ones are of one kind.
 *
 * @param address the address as a number
 * @param bits 32 or 128: how many bits an address of its kind has
 * @param prefix how many of them are the network's
 */
record IpNetwork(BigInteger address, int bits, int prefix) {

    private static final int V4 = 32;
    private static final int V6 = 128;
    private static final int GROUP = 16;

    /** Of an address's bytes. */
    static IpNetwork of(byte[] address, int prefix) {
        return new IpNetwork(new BigInteger(1, address), address.length * Byte.SIZE, prefix);
    }

    /** Reads {@code 10.0.0.0/8}, or an address without the network. */
    static IpNetwork parse(String text) throws FunctionException {
        int slash = text.indexOf('/');
        byte[] address = IpAddress.parse(slash < 0 ? text : text.substring(0, slash));
        if (address == null) {
            throw FunctionException.failed("not an IP address or network");
        }
        // Java makes an IPv4 address of the IPv6 addresses that stand for one.
        boolean v6 = text.indexOf(':') >= 0;
        BigInteger number = new BigInteger(1, address);
        if (v6 && address.length * Byte.SIZE == V4) {
            number = number.or(BigInteger.valueOf(0xFFFF).shiftLeft(V4));
        }
        int bits = v6 ? V6 : V4;
        int prefix = slash < 0 ? bits : prefix(text.substring(slash + 1), bits);
        return new IpNetwork(number, bits, prefix);
    }

    private static int prefix(String text, int bits) throws FunctionException {
        if (text.isEmpty() || text.length() > 3 || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw FunctionException.failed("not the size of a network");
        }
        int prefix = Integer.parseInt(text);
        if (prefix > bits) {
            throw FunctionException.failed("not the size of a network");
        }
        return prefix;
    }

    boolean isV4() {
        return bits == V4;
    }

    /** The address with all bits that an address can have. */
    private BigInteger all() {
        return BigInteger.ONE.shiftLeft(bits).subtract(BigInteger.ONE);
    }

    BigInteger mask() {
        return all().shiftRight(bits - prefix).shiftLeft(bits - prefix);
    }

    BigInteger network() {
        return address.and(mask());
    }

    BigInteger last() {
        return network().or(all().andNot(mask()));
    }

    BigInteger firstUsable() {
        return isV4() && prefix < V4 - 1 ? network().add(BigInteger.ONE) : network();
    }

    BigInteger lastUsable() {
        return isV4() && prefix < V4 - 1 ? last().subtract(BigInteger.ONE) : last();
    }

    /** The number of its addresses. */
    BigInteger size() {
        return BigInteger.ONE.shiftLeft(bits - prefix);
    }

    boolean contains(IpNetwork other) {
        return bits == other.bits && network().compareTo(other.network()) <= 0 && last().compareTo(other.last()) >= 0;
    }

    /** The same network around another address, which is cut to the bits that there are. */
    IpNetwork at(BigInteger other) {
        return new IpNetwork(other.and(all()), bits, prefix);
    }

    byte[] bytes(BigInteger number) {
        byte[] raw = number.toByteArray();
        byte[] bytes = new byte[bits / Byte.SIZE];
        int length = Math.min(raw.length, bytes.length);
        System.arraycopy(raw, raw.length - length, bytes, bytes.length - length, length);
        return bytes;
    }

    /** A number of its kind as an address is written: the longest run of zeros is left out of an IPv6 address. */
    String text(BigInteger number) {
        byte[] bytes = bytes(number);
        if (isV4() || isMapped(bytes)) {
            StringJoiner parts = new StringJoiner(".");
            for (byte each : Arrays.copyOfRange(bytes, bytes.length - 4, bytes.length)) {
                parts.add(String.valueOf(each & 0xFF));
            }
            return parts.toString();
        }
        int[] groups = new int[V6 / GROUP];
        for (int i = 0; i < groups.length; i++) {
            groups[i] = ((bytes[2 * i] & 0xFF) << Byte.SIZE) | (bytes[2 * i + 1] & 0xFF);
        }
        return text(groups);
    }

    private static boolean isMapped(byte[] bytes) {
        boolean mapped = bytes.length == V6 / Byte.SIZE && bytes[10] == -1 && bytes[11] == -1;
        for (int i = 0; i < 10 && mapped; i++) {
            mapped = bytes[i] == 0;
        }
        return mapped;
    }

    private static String text(int[] groups) {
        int from = -1;
        int length = 1;
        for (int i = 0; i < groups.length; i++) {
            int run = 0;
            while (i + run < groups.length && groups[i + run] == 0) {
                run++;
            }
            if (run > length) {
                from = i;
                length = run;
            }
        }
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < groups.length; i++) {
            if (i == from) {
                out.append("::");
                i += length - 1;
            } else {
                out.append(i > 0 && i != from + length ? ":" : "").append(Integer.toHexString(groups[i]));
            }
        }
        return out.toString();
    }

    /** An attribute of an address; {@code null} when it has none of that name. */
    @Nullable
    String attribute(String name) {
        return switch (name) {
            case "address", "host" -> text(address);
            case "port" -> "0";
            case "netmask" -> text(mask());
            case "network" -> text(network());
            case "mask_bits" -> String.valueOf(prefix);
            case "binary" -> padded(address.toString(2), bits);
            case "hex" -> padded(address.toString(16), bits / 4);
            case "first_usable" -> text(firstUsable());
            case "last_usable" -> text(lastUsable());
            case "octets" -> octets();
            case "size" -> size().toString();
            case "broadcast" -> isV4() ? text(last()) : null;
            case "uint32" -> isV4() ? address.toString() : null;
            case "uint128" -> isV4() ? null : address.toString();
            case "string" -> toString();
            case "type" -> isV4() ? "IPv4" : "IPv6";
            default -> null;
        };
    }

    private String octets() {
        StringJoiner octets = new StringJoiner(" ");
        for (byte each : bytes(address)) {
            octets.add(String.valueOf(each & 0xFF));
        }
        return octets.toString();
    }

    private static String padded(String digits, int length) {
        return "0".repeat(length - digits.length()) + digits;
    }

    @Override
    public String toString() {
        return prefix == bits ? text(address) : text(address) + "/" + prefix;
    }
}
