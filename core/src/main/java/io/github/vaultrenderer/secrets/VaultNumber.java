package io.github.vaultrenderer.secrets;

import java.util.Objects;

/**
 * A JSON number with the digits that Vault sent: {@code 1.10} stays {@code 1.10}, which no Java number type does.
 *
 * @param text the number as JSON has it
 */
public record VaultNumber(String text) {

    public VaultNumber {
        Objects.requireNonNull(text, "text");
    }

    @Override
    public String toString() {
        return text;
    }
}
