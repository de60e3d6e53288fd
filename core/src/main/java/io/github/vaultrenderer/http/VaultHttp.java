package io.github.vaultrenderer.http;

/** Sends requests to Vault. Implementations may be called from several threads at once. */
@FunctionalInterface
public interface VaultHttp {

    /**
     * Sends a request.
     *
     * @param request what to ask
     * @param deadline when to give up
     * @return Vault's answer, of a status below 400
     * @throws VaultHttpException for any other status, and when there was no answer
     */
    VaultResponse send(VaultRequest request, Deadline deadline);
}
