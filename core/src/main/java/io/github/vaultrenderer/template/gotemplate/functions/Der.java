package io.github.vaultrenderer.template.gotemplate.functions;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Values of ASN.1 as bytes: a tag, the length and the content.
 *
 * @see <a href="https://www.itu.int/rec/T-REC-X.690">ITU-T X.690</a>
 */
final class Der {

    static final byte[] NULL = {5, 0};
    static final byte[] TRUE = {1, 1, -1};

    private static final int INTEGER = 0x02;
    private static final int BITS = 0x03;
    private static final int OCTETS = 0x04;
    private static final int IDENTIFIER = 0x06;
    private static final int SEQUENCE = 0x30;
    private static final int SET = 0x31;
    private static final int SHORT_LENGTH = 0x80;
    private static final int CONTEXT = 0xA0;

    private Der() {}

    static byte[] value(int tag, byte[]... contents) {
        int length = Arrays.stream(contents).mapToInt(content -> content.length).sum();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(tag);
        if (length < SHORT_LENGTH) {
            out.write(length);
        } else {
            byte[] size = unsigned(BigInteger.valueOf(length));
            out.write(SHORT_LENGTH | size.length);
            out.writeBytes(size);
        }
        for (byte[] content : contents) {
            out.writeBytes(content);
        }
        return out.toByteArray();
    }

    static byte[] sequence(byte[]... contents) {
        return value(SEQUENCE, contents);
    }

    static byte[] set(byte[]... contents) {
        return value(SET, contents);
    }

    static byte[] octets(byte[] content) {
        return value(OCTETS, content);
    }

    /** Bits, of which the last byte leaves so many unused. */
    static byte[] bits(int unused, byte[] content) {
        return value(BITS, new byte[] {(byte) unused}, content);
    }

    static byte[] integer(BigInteger value) {
        return value(INTEGER, value.toByteArray());
    }

    /** A value with a tag of its own around it. */
    static byte[] tagged(int number, byte[] content) {
        return value(CONTEXT | number, content);
    }

    /** An object identifier by its numbers, of which the first two are one. */
    static byte[] identifier(int... numbers) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int number : numbers) {
            for (int shift = 28; shift >= 0; shift -= 7) {
                if (number >>> shift != 0 || shift == 0) {
                    out.write(((number >>> shift) & 0x7F) | (shift > 0 ? 0x80 : 0));
                }
            }
        }
        return value(IDENTIFIER, out.toByteArray());
    }

    /** A number that is not negative, without a byte for the sign. */
    static byte[] unsigned(BigInteger value) {
        byte[] bytes = value.toByteArray();
        return bytes.length > 1 && bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
    }

    /** The values within a sequence, each with its tag and length. */
    static byte[][] elements(byte[] sequence) {
        List<byte[]> elements = new ArrayList<>();
        int[] outer = bounds(sequence, 0);
        int at = outer[0];
        while (at < outer[1]) {
            int end = bounds(sequence, at)[1];
            elements.add(Arrays.copyOfRange(sequence, at, end));
            at = end;
        }
        return elements.toArray(byte[][]::new);
    }

    static byte[] content(byte[] value) {
        int[] bounds = bounds(value, 0);
        return Arrays.copyOfRange(value, bounds[0], bounds[1]);
    }

    /** Where the content of the value that begins there starts and ends. */
    private static int[] bounds(byte[] data, int at) {
        if (at + 2 > data.length) {
            throw new IllegalArgumentException("truncated");
        }
        int first = data[at + 1] & 0xFF;
        int sizeBytes = first < SHORT_LENGTH ? 0 : first - SHORT_LENGTH;
        int start = at + 2 + sizeBytes;
        if (sizeBytes > 3 || start > data.length) {
            throw new IllegalArgumentException("truncated");
        }
        int length = sizeBytes == 0 ? first : new BigInteger(1, Arrays.copyOfRange(data, at + 2, start)).intValue();
        if (length > data.length - start) {
            throw new IllegalArgumentException("truncated");
        }
        return new int[] {start, start + length};
    }
}
