package io.github.vaultrenderer.auth;

import io.github.vaultrenderer.http.Deadline;
import io.github.vaultrenderer.http.VaultHttp;
import io.github.vaultrenderer.redact.Sensitive;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A token that is there already: no login happens. */
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
        return new TokenLogin(() -> token);
    }

    /** The token in a file, read when it is needed. */
    public static TokenLogin fromFile(Path file) {
        return new TokenLogin(() -> read(file));
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
            String token = Files.readString(file).strip();
            if (!token.isEmpty()) {
                return Sensitive.of(token);
            }
            throw LoginException.identity("the token file " + file + " is empty", "Let a login write it first.");
        } catch (IOException unreadable) {
            throw LoginException.identity(
                    "cannot read the Vault token in " + file + " ("
                            + unreadable.getClass().getSimpleName() + ")",
                    "Let a login write it first, where this container can read it.");
        }
    }
}
