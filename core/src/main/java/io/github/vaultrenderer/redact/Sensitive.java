package io.github.vaultrenderer.redact;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Objects;

/**
 * Bytes that must not be seen: a token, or a file's content. Prints as {@code [redacted]}; {@link #reveal()} and
 * {@link #bytes()} are the only ways out, so that a search for their callers shows every place where a secret is used.
 */
public final class Sensitive {

    private final byte[] bytes;

    private Sensitive(byte[] bytes) {
        this.bytes = bytes;
    }

    /** A secret text. */
    public static Sensitive of(String text) {
        return new Sensitive(Objects.requireNonNull(text, "text").getBytes(StandardCharsets.UTF_8));
    }

    /** Secret bytes; the array is copied. */
    public static Sensitive of(byte[] bytes) {
        return new Sensitive(bytes.clone());
    }

    /** The secret as text, read as UTF-8. */
    public String reveal() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** A copy of the secret's bytes. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** The number of bytes. */
    public int length() {
        return bytes.length;
    }

    /** Whether both hold the same bytes; the time it takes does not depend on where they differ. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Sensitive that && MessageDigest.isEqual(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return bytes.length;
    }

    @Override
    public String toString() {
        return "[redacted]";
    }
}
