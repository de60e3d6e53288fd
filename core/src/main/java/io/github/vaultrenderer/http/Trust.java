package io.github.vaultrenderer.http;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Which server certificates are accepted. The first source that is set counts, in the order of the components: PEM text,
 * file, folder; with none of them, the Java runtime's certificate authorities.
 *
 * @param caPem certificate authorities as PEM text
 * @param caFile a PEM file with certificate authorities
 * @param caFolder a folder of PEM files
 * @param serverName the name that the certificate has to carry, when it is not the address's host
 * @param verify {@code false} accepts any certificate: for experiments only
 */
public record Trust(
        @Nullable String caPem,
        @Nullable Path caFile,
        @Nullable Path caFolder,
        @Nullable String serverName,
        boolean verify) {

    /** The Java runtime's certificate authorities. */
    public static final Trust SYSTEM = new Trust(null, null, null, null, true);

    /** The same with certificate authorities from PEM text. */
    public Trust withCaPem(String pem) {
        return new Trust(pem, caFile, caFolder, serverName, verify);
    }

    /** The same with certificate authorities from a PEM file. */
    public Trust withCaFile(Path file) {
        return new Trust(caPem, file, caFolder, serverName, verify);
    }

    /** The same with certificate authorities from the PEM files in a folder. */
    public Trust withCaFolder(Path folder) {
        return new Trust(caPem, caFile, folder, serverName, verify);
    }

    /** The same, expecting another name in the certificate. */
    public Trust withServerName(String name) {
        return new Trust(caPem, caFile, caFolder, name, verify);
    }

    /** The same, accepting any certificate. */
    public Trust withoutVerification() {
        return new Trust(caPem, caFile, caFolder, serverName, false);
    }
}
