package io.github.vaultrenderer.app;

import io.github.vaultrenderer.test.VaultScenario;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where the program runs in a test: a folder, the variables that a manifest would set, and what the last run said. */
final class Pod {

    private final Path folder;
    private final Map<String, String> environment = new HashMap<>();
    private RendererProcess last = new RendererProcess(0, "", "");

    private Pod(Path folder) {
        this.folder = folder;
    }

    /** With no variables. */
    static Pod bare(Path folder) {
        return new Pod(folder);
    }

    /** With the service account's token in a file, and the variables for Vault's address and role in it. */
    static Pod in(Path folder, VaultScenario scenario) {
        Pod pod = new Pod(folder);
        pod.identify(scenario);
        return pod;
    }

    /** Adds what {@link #in} has. */
    void identify(VaultScenario scenario) {
        scenario.issuer().writeToken(token(), VaultScenario.NAMESPACE, VaultScenario.SERVICE_ACCOUNT);
        environment.put("VAULT_ADDR", scenario.vault().address().toString());
        environment.put(
                "VAULT_CACERT", scenario.vault().caCertificate().orElseThrow().toString());
        environment.put("VAULT_ROLE", VaultScenario.ROLE);
        environment.put("SERVICE_ACCOUNT_PATH", token().toString());
    }

    /** The service account's token. */
    Path token() {
        // A name that a shell has to be careful with.
        return file("the pod's identity");
    }

    Path folder() {
        return folder;
    }

    /** A file in the folder, there or not. */
    Path file(String name) {
        return folder.resolve(name);
    }

    /** Puts a file into the folder. */
    Path write(String name, String content) {
        try {
            return Files.writeString(file(name), content);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** A file's permissions, as {@code rw-r--r--}. */
    String mode(String name) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(file(name)));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The names of what is in the folder, in their order. */
    List<String> names() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The variables as they are set now. */
    Map<String, String> environment() {
        return environment;
    }

    /** Sets a variable; {@code null} unsets it. */
    void set(String variable, @Nullable String value) {
        if (value == null) {
            environment.remove(variable);
        } else {
            environment.put(variable, value);
        }
    }

    void unset(String variable) {
        environment.remove(variable);
    }

    /** The file that the kubelet would read; the program writes it where it is there. */
    Path terminationLog() {
        return file("termination-log");
    }

    /** Runs the program in this JVM, and gives its exit code. */
    int run(List<String> arguments) {
        last = RendererProcess.here(environment, arguments, terminationLog());
        return last.exitCode();
    }

    int run(String... arguments) {
        return run(List.of(arguments));
    }

    /** The last run's standard output. */
    String output() {
        return last.output();
    }

    /** The last run's standard error. */
    String errors() {
        return last.errors();
    }
}
