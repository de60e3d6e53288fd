package io.github.vaultrenderer.template.gotemplate.functions;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.util.Arrays;
import javax.crypto.Mac;

/**
 * The scrypt function, which makes keys from passwords at a cost of time and memory. Java has none.
 *
 * @param cost how many blocks are kept: a power of two
 * @param blocks a block's size, in 128 bytes
 * @param lanes how often it is done
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7914">RFC 7914</a>
 */
record Scrypt(int cost, int blocks, int lanes) {

    private static final int SALSA_INTS = 16;
    private static final int SALSA_DOUBLE_ROUNDS = 4;

    /** Which words a quarter of a round works on: first by column, then by row. */
    private static final int[][] QUARTERS = {
        {0, 4, 8, 12},
        {5, 9, 13, 1},
        {10, 14, 2, 6},
        {15, 3, 7, 11},
        {0, 1, 2, 3},
        {5, 6, 7, 4},
        {10, 11, 8, 9},
        {15, 12, 13, 14}
    };

    byte[] key(byte[] password, byte[] salt, int length) {
        Mac mac = Hmac.sha256(password);
        int laneInts = 2 * blocks * SALSA_INTS;
        byte[] mixed = pbkdf2(mac, salt, lanes * laneInts * Integer.BYTES);
        IntBuffer words = ByteBuffer.wrap(mixed).order(ByteOrder.LITTLE_ENDIAN).asIntBuffer();
        int[] lane = new int[laneInts];
        for (int i = 0; i < lanes; i++) {
            words.get(i * laneInts, lane);
            mix(lane);
            words.put(i * laneInts, lane);
        }
        return pbkdf2(mac, mixed, length);
    }

    /** PBKDF2 with one iteration; Java's takes characters for a password, not bytes. */
    private static byte[] pbkdf2(Mac mac, byte[] salt, int length) {
        ByteBuffer out = ByteBuffer.allocate(length + mac.getMacLength());
        for (int block = 1; out.position() < length; block++) {
            mac.update(salt);
            out.put(mac.doFinal(ByteBuffer.allocate(Integer.BYTES).putInt(block).array()));
        }
        return Arrays.copyOf(out.array(), length);
    }

    private void mix(int[] lane) {
        int[][] kept = new int[cost][];
        for (int i = 0; i < cost; i++) {
            kept[i] = lane.clone();
            mixBlocks(lane);
        }
        for (int i = 0; i < cost; i++) {
            xor(lane, kept[lane[lane.length - SALSA_INTS] & (cost - 1)]);
            mixBlocks(lane);
        }
    }

    private void mixBlocks(int[] lane) {
        int[] shuffled = new int[lane.length];
        int[] x = Arrays.copyOfRange(lane, lane.length - SALSA_INTS, lane.length);
        for (int i = 0; i < 2 * blocks; i++) {
            for (int j = 0; j < SALSA_INTS; j++) {
                x[j] ^= lane[i * SALSA_INTS + j];
            }
            salsa(x);
            int place = i / 2 + (i % 2) * blocks;
            System.arraycopy(x, 0, shuffled, place * SALSA_INTS, SALSA_INTS);
        }
        System.arraycopy(shuffled, 0, lane, 0, lane.length);
    }

    private static void xor(int[] target, int[] other) {
        for (int i = 0; i < target.length; i++) {
            target[i] ^= other[i];
        }
    }

    private static void salsa(int[] x) {
        int[] start = x.clone();
        for (int i = 0; i < SALSA_DOUBLE_ROUNDS; i++) {
            for (int[] q : QUARTERS) {
                x[q[1]] ^= Integer.rotateLeft(x[q[0]] + x[q[3]], 7);
                x[q[2]] ^= Integer.rotateLeft(x[q[1]] + x[q[0]], 9);
                x[q[3]] ^= Integer.rotateLeft(x[q[2]] + x[q[1]], 13);
                x[q[0]] ^= Integer.rotateLeft(x[q[3]] + x[q[2]], 18);
            }
        }
        for (int i = 0; i < x.length; i++) {
            x[i] += start[i];
        }
    }
}
