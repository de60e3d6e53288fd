package io.github.vaultrenderer.render;

import io.github.vaultrenderer.failure.ConfigurationException;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;

/**
 * A file's permissions, as {@code chmod} writes them.
 *
 * @param bits from 0 to 0777
 */
public record FileMode(int bits) {

    /** Readable and writable by the owner alone: ours unless told otherwise. */
    public static final FileMode OWNER_ONLY = new FileMode(0600);
    /** Readable by everybody: consul-template's default. */
    public static final FileMode WORLD_READABLE = new FileMode(0644);

    private static final int MOST = 0777;
    private static final int DIGITS = 3;

    /**
     * Checks it.
     *
     * @throws IllegalArgumentException when it is not from 0 to 0777
     */
    public FileMode {
        if (bits < 0 || bits > MOST) {
            throw new IllegalArgumentException("a file mode is from 0 to 0777");
        }
    }

    /**
     * Reads octal digits.
     *
     * @param octal for example {@code 0640} or {@code 640}
     * @throws ConfigurationException when it is none
     */
    public static FileMode of(String octal) {
        int first = octal.length() == DIGITS + 1 && octal.charAt(0) == '0' ? 1 : 0;
        if (octal.length() - first == DIGITS && octalDigits(octal)) {
            return new FileMode(Integer.parseInt(octal, 8));
        }
        throw new ConfigurationException(
                "not a file mode: " + octal, "Write permissions as three octal digits, for example 0640.");
    }

    /** The permissions as Java knows them. */
    public Set<PosixFilePermission> permissions() {
        Set<PosixFilePermission> permissions = EnumSet.noneOf(PosixFilePermission.class);
        PosixFilePermission[] all = PosixFilePermission.values();
        // Declared from owner-read to others-execute, as the bits stand.
        for (int i = 0; i < all.length; i++) {
            if ((bits & (0400 >> i)) != 0) {
                permissions.add(all[i]);
            }
        }
        return permissions;
    }

    private static boolean octalDigits(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '7') {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        String digits = Integer.toOctalString(bits);
        return "0000".substring(digits.length()) + digits;
    }
}
