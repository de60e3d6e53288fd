package io.github.vaultrenderer.auth;

import io.github.vaultrenderer.redact.Sensitive;

/** What proves who a pod is. */
@FunctionalInterface
public interface PodIdentity {

    /**
     * The service-account token (a JWT) as it is now. Read anew at each call: the kubelet replaces a projected token
     * long before it expires.
     *
     * @throws LoginException when there is none
     */
    Sensitive token();
}
