package io.github.vaultrenderer.http;

import java.nio.file.Path;

/**
 * What we show a Vault that asks its clients for a certificate.
 *
 * @param certificate a PEM file with our certificate, and those between it and its authority after it
 * @param key a PEM file with its private key, not encrypted: PKCS#8, PKCS#1 (RSA) or SEC 1 (EC). May be the same file
 */
public record ClientCertificate(Path certificate, Path key) {}
