package io.github.vaultrenderer.test;

/**
 * A request that the embedded Vault got. Holds no token and no body.
 *
 * @param method the HTTP method
 * @param path the path behind {@code /v1/}
 * @param namespace the namespace header; empty when there was none
 * @param status the status that was answered; 0 when the connection was dropped
 */
public record RecordedRequest(String method, String path, String namespace, int status) {}
