package io.github.vaultrenderer.template;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What templates may do besides reading secrets and computing. Who writes a template gets no more than this from it.
 *
 * @param readFiles whether {@code file} reads files
 * @param sandbox the folder that these have to be in, links followed; {@code null} for any
 * @param writeFiles whether {@code writeToFile} writes files
 * @param plugins whether templates execute programs
 * @param networkInterfaces whether {@code sockaddr} shows the machine's network interfaces and addresses
 * @param ownCredentials whether {@code env} shows the renderer's own credentials, such as {@code VAULT_TOKEN}
 * @param deniedFunctions names of functions that fail when they are called; {@code *} stands for any characters
 */
public record TemplatePermissions(
        boolean readFiles,
        @Nullable Path sandbox,
        boolean writeFiles,
        boolean plugins,
        boolean networkInterfaces,
        boolean ownCredentials,
        List<String> deniedFunctions) {

    private static final Set<String> CREDENTIALS = Set.of(
            "VAULT_TOKEN",
            "VAULT_K8S_SERVICE_ACCOUNT_TOKEN",
            "VAULT_UNWRAP_TOKEN",
            "VAULT_CLIENT_KEY",
            "VAULT_SECRET_ID");

    public TemplatePermissions {
        deniedFunctions = List.copyOf(deniedFunctions);
    }

    /** None. */
    public static TemplatePermissions none() {
        return new TemplatePermissions(false, null, false, false, false, false, List.of());
    }

    /**
     * What consul-template permits: files can be read and written, programs executed, the machine's network interfaces seen.
     * Not the renderer's own credentials, which no page needs.
     */
    public static TemplatePermissions compatible() {
        return none().readingFiles().writingFiles().executingPlugins().seeingNetworkInterfaces();
    }

    /** These, and any file can be read. */
    public TemplatePermissions readingFiles() {
        return new TemplatePermissions(
                true, null, writeFiles, plugins, networkInterfaces, ownCredentials, deniedFunctions);
    }

    /** These, and files below a folder can be read. */
    public TemplatePermissions readingFilesIn(Path folder) {
        return new TemplatePermissions(
                true, folder, writeFiles, plugins, networkInterfaces, ownCredentials, deniedFunctions);
    }

    /** These, and files can be written. */
    public TemplatePermissions writingFiles() {
        return new TemplatePermissions(
                readFiles, sandbox, true, plugins, networkInterfaces, ownCredentials, deniedFunctions);
    }

    /** These, and programs can be executed. */
    public TemplatePermissions executingPlugins() {
        return new TemplatePermissions(
                readFiles, sandbox, writeFiles, true, networkInterfaces, ownCredentials, deniedFunctions);
    }

    /** These, and the machine's network interfaces can be seen. */
    public TemplatePermissions seeingNetworkInterfaces() {
        return new TemplatePermissions(readFiles, sandbox, writeFiles, plugins, true, ownCredentials, deniedFunctions);
    }

    /** These, and the renderer's own credentials can be seen. */
    public TemplatePermissions seeingOwnCredentials() {
        return new TemplatePermissions(
                readFiles, sandbox, writeFiles, plugins, networkInterfaces, true, deniedFunctions);
    }

    /** These less some functions; {@code *} in a name stands for any characters. */
    public TemplatePermissions denying(List<String> functions) {
        return new TemplatePermissions(
                readFiles, sandbox, writeFiles, plugins, networkInterfaces, ownCredentials, functions);
    }

    /** Whether an environment variable is a credential that templates do not get to see. */
    public boolean hidesVariable(String name) {
        return !ownCredentials && CREDENTIALS.contains(name.toUpperCase(Locale.ROOT));
    }

    /** Whether calls of a function fail. */
    public boolean denies(String function) {
        for (String glob : deniedFunctions) {
            if (matches(glob, function)) {
                return true;
            }
        }
        return false;
    }

    private static boolean matches(String glob, String name) {
        String[] parts = glob.split("\\*", -1);
        if (parts.length == 1) {
            return glob.equals(name);
        }
        String last = parts[parts.length - 1];
        if (!name.startsWith(parts[0]) || !name.endsWith(last)) {
            return false;
        }
        int from = parts[0].length();
        for (int i = 1; i < parts.length - 1; i++) {
            int at = name.indexOf(parts[i], from);
            if (at < 0) {
                return false;
            }
            from = at + parts[i].length();
        }
        return from <= name.length() - last.length();
    }
}
