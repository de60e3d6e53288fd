package io.github.vaultrenderer.http;

import java.math.BigDecimal;

/** A number with the digits that the JSON text had; no Java number type keeps those of {@code 1.10} and {@code 1e3}. */
public final class JsonNumber extends Number {

    private static final long serialVersionUID = 1L;

    private final String text;

    JsonNumber(String text) {
        this.text = text;
    }

    @Override
    public int intValue() {
        return (int) longValue();
    }

    @Override
    public long longValue() {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException fractionalOrLarge) {
            return new BigDecimal(text).longValue();
        }
    }

    @Override
    public float floatValue() {
        return Float.parseFloat(text);
    }

    @Override
    public double doubleValue() {
        return Double.parseDouble(text);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof JsonNumber that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** The number as it was written. */
    @Override
    public String toString() {
        return text;
    }
}
