package io.github.vaultrenderer.spring;

import io.github.vaultrenderer.auth.VaultLogin;
import io.github.vaultrenderer.http.VaultEndpoint;
import org.springframework.boot.autoconfigure.service.connection.ConnectionDetails;

/** Where Vault is and how to get a token there: from properties unless a bean of this type says otherwise. */
public interface VaultConnectionDetails extends ConnectionDetails {

    /** Where Vault is. */
    VaultEndpoint endpoint();

    /** How to get a token. */
    VaultLogin login();
}
