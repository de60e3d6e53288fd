package io.github.vaultrenderer.app.settings;

import io.github.vaultrenderer.VaultRenderer;
import io.github.vaultrenderer.auth.VaultLogin;
import io.github.vaultrenderer.http.VaultEndpoint;
import java.nio.file.Path;
import java.util.List;

/** The settings of vault-kubernetes-authenticator: environment variables only, and nothing to render. */
public final class AuthenticatorSettings {

    private static final Path DEFAULT_FOLDER = Path.of("/var/run/secrets/vaultproject.io");

    private AuthenticatorSettings() {}

    /**
     * The plan that logs in and leaves the token.
     *
     * @throws io.github.vaultrenderer.failure.ConfigurationException when {@code VAULT_ROLE} is not set, or a variable
     *     is wrong
     */
    public static RenderPlan plan(VaultVariables variables) {
        VaultEndpoint endpoint = variables.endpoint();
        VaultLogin login = variables.login(variables.get("VAULT_ROLE").orElse(""));
        return new RenderPlan(
                () -> VaultRenderer.builder().vault(endpoint).login(login), List.of(), tokenFiles(variables));
    }

    /**
     * Where the token goes. The accessor has a default place beside the token's default place only: who moves the token
     * elsewhere seldom has a writable folder there.
     */
    static RenderPlan.TokenFiles tokenFiles(VaultVariables variables) {
        Path token = variables.path("TOKEN_DEST_PATH").orElse(null);
        Path accessor = variables.path("ACCESSOR_DEST_PATH").orElse(null);
        if (token == null && accessor == null) {
            accessor = DEFAULT_FOLDER.resolve(".vault-accessor");
        }
        return new RenderPlan.TokenFiles(token == null ? DEFAULT_FOLDER.resolve(".vault-token") : token, accessor);
    }
}
