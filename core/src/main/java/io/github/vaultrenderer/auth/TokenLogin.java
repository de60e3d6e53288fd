package io.github.vaultrenderer.auth;

import io.github.vaultrenderer.http.Deadline;
import io.github.vaultrenderer.http.VaultHttp;
import io.github.vaultrenderer.redact.Sensitive;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A token that is there already: no login happens. It may stand in the JSON object that Vault Agent writes for a wrapped
 * one.
 */
public final class TokenLogin implements VaultLogin {

    private final Source source;

    private TokenLogin(Source source) {
        this.source = source;
    }

    private interface Source {
        Sensitive read();
    }

    /** A token as it is. */
    public static TokenLogin of(Sensitive token) {
        return new TokenLogin(() -> token(token.reveal(), "the Vault token", "Set it, or leave it out for a login."));
    }

    /** The token in a file, read when it is needed. */
    public static TokenLogin fromFile(Path file) {
        return new TokenLogin(() -> read(file));
    }

    /**
     * No token at all, for runs that may get by without: who needs one learns then that there is none.
     *
     * @param message which places were looked at
     * @param action where to put one
     */
    public static TokenLogin missing(String message, String action) {
        return new TokenLogin(() -> {
            throw LoginException.identity(message, action);
        });
    }

    /** The token that is wrapped in this one, which can be had once. */
    public VaultLogin unwrapping() {
        return new UnwrappingLogin(this);
    }

    @Override
    public VaultToken login(VaultHttp http, Deadline deadline) {
        return VaultToken.given(source.read());
    }

    @Override
    public boolean repeatable() {
        return false;
    }

    private static Sensitive read(Path file) {
        try {
            return token(Files.readString(file), "the token file " + file, "Let a login write it first.");
        } catch (IOException unreadable) {
            throw LoginException.identity(
                    "cannot read the Vault token in " + file + " ("
                            + unreadable.getClass().getSimpleName() + ")",
                    "Let a login write it first, where this container can read it.");
        }
    }

    private static Sensitive token(String text, String origin, String action) {
        String token = WrapInfo.token(text);
        if (token.isEmpty()) {
            throw LoginException.identity(
                    origin + (text.isBlank() ? " is empty" : " is a JSON object without a token"), action);
        }
        return Sensitive.of(token);
    }
}
