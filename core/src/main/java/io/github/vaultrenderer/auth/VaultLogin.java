package io.github.vaultrenderer.auth;

import io.github.vaultrenderer.http.Deadline;
import io.github.vaultrenderer.http.VaultHttp;

/** A way to a Vault token. */
public interface VaultLogin {

    /**
     * Gets a token.
     *
     * @param http reaches Vault
     * @param deadline when to give up
     * @throws io.github.vaultrenderer.failure.RendererException when there is none to be had
     */
    VaultToken login(VaultHttp http, Deadline deadline);

    /** Whether another login can help when a token was refused: not when it gives the same token again. */
    boolean repeatable();
}
