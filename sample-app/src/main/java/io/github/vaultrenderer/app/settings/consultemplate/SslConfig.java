package io.github.vaultrenderer.app.settings.consultemplate;

/**
 * How to trust the server, and how to be trusted by it. Empty texts are settings that were not made.
 *
 * @param enabled whether any of the others counts. A file's {@code ssl { enabled = false }} does not change it:
 *     consul-template's own default is laid above the files. {@code -vault-ssl=false} and {@code CT_LOCAL_CONFIG} do (true)
 * @param verify whether the server's certificate is checked ({@code VAULT_SKIP_VERIFY} says the contrary; true)
 * @param certificate a file with our certificate ({@code VAULT_CLIENT_CERT})
 * @param key a file with its key ({@code VAULT_CLIENT_KEY})
 * @param caCertificate a file with certificate authorities ({@code VAULT_CACERT})
 * @param caBytes certificate authorities as PEM text ({@code VAULT_CACERT_BYTES})
 * @param caPath a folder with certificate authorities ({@code VAULT_CAPATH})
 * @param serverName the name that the server's certificate has to carry ({@code VAULT_TLS_SERVER_NAME})
 */
public record SslConfig(
        boolean enabled,
        boolean verify,
        String certificate,
        String key,
        String caCertificate,
        String caBytes,
        String caPath,
        String serverName) {}
