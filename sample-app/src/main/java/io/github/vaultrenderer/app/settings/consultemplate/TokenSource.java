package io.github.vaultrenderer.app.settings.consultemplate;

import io.github.vaultrenderer.redact.Sensitive;
import java.nio.file.Path;

/** Where the Vault token comes from: the first of these that was given, in the order in which they stand here. */
public sealed interface TokenSource {

    /**
     * A file that somebody else keeps up to date ({@code vault_agent_token_file}). When it is given, no other place counts,
     * even if it is not there.
     *
     * @param file the file; may hold a token or a wrapped one as JSON
     */
    record AgentFile(Path file) implements TokenSource {}

    /**
     * The token itself ({@code token}, {@code VAULT_TOKEN}).
     *
     * @param token the token; not empty
     */
    record Given(Sensitive token) implements TokenSource {}

    /**
     * The file that {@code vault login} leaves in the home folder, which is there and not empty.
     *
     * @param file the file
     */
    record HomeFile(Path file) implements TokenSource {}

    /** None: the Kubernetes login is left, if there is a role for it. */
    record None() implements TokenSource {}
}
