package io.github.vaultrenderer.http;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Which server certificates are accepted, and which one is shown to the server. The first source that is set counts, in the
 * order of the components: PEM text, file, folder; with none of them, the Java runtime's certificate authorities. What they
 * name is read when a renderer is built; what cannot be read is a {@link
 * io.github.vaultrenderer.failure.ConfigurationException} then.
 *
 * @param caPem certificate authorities as PEM text
 * @param caFile a PEM file with certificate authorities
 * @param caFolder a folder of PEM files
 * @param serverName the name that the certificate has to carry, when it is not the address's host
 * @param verify {@code false} accepts any certificate: for experiments only
 * @param client what to show a server that asks for a certificate; {@code null} for none
 */
public record Trust(
        @Nullable String caPem,
        @Nullable Path caFile,
        @Nullable Path caFolder,
        @Nullable String serverName,
        boolean verify,
        @Nullable ClientCertificate client) {

    /** The Java runtime's certificate authorities. */
    public static final Trust SYSTEM = new Trust(null, null, null, null, true);

    /** Rules for the server's certificate alone. */
    public Trust(
            @Nullable String caPem,
            @Nullable Path caFile,
            @Nullable Path caFolder,
            @Nullable String serverName,
            boolean verify) {
        this(caPem, caFile, caFolder, serverName, verify, null);
    }

    /** Whether the Java runtime's certificate authorities count. */
    boolean system() {
        return caPem == null && caFile == null && caFolder == null;
    }

    /** The same with certificate authorities from PEM text. */
    public Trust withCaPem(String pem) {
        return new Trust(pem, caFile, caFolder, serverName, verify, client);
    }

    /** The same with certificate authorities from a PEM file. */
    public Trust withCaFile(Path file) {
        return new Trust(caPem, file, caFolder, serverName, verify, client);
    }

    /** The same with certificate authorities from the PEM files in a folder. */
    public Trust withCaFolder(Path folder) {
        return new Trust(caPem, caFile, folder, serverName, verify, client);
    }

    /** The same, expecting another name in the certificate. */
    public Trust withServerName(String name) {
        return new Trust(caPem, caFile, caFolder, name, verify, client);
    }

    /** The same, accepting any certificate. */
    public Trust withoutVerification() {
        return new Trust(caPem, caFile, caFolder, serverName, false, client);
    }

    /** The same, showing this certificate to a server that asks for one. */
    public Trust withClient(ClientCertificate certificate) {
        return new Trust(caPem, caFile, caFolder, serverName, verify, certificate);
    }
}
