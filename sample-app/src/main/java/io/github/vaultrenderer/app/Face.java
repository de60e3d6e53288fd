package io.github.vaultrenderer.app;

import io.github.vaultrenderer.failure.FailureKind;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** Which program this one is called as: itself, or one of the two that it replaces. */
enum Face {
    /** Ours: every kind of failure has its own exit code. */
    RENDERER("vault-renderer") {
        @Override
        int exitCode(FailureKind kind) {
            return kind.exitCode();
        }
    },
    /** consul-template, with its exit codes. */
    CONSUL_TEMPLATE("consul-template") {
        @Override
        int exitCode(FailureKind kind) {
            return ExitCode.CONSUL_TEMPLATE_RUN;
        }
    },
    /** vault-kubernetes-authenticator, which fails with 1 whatever happened. */
    AUTHENTICATOR("vault-kubernetes-authenticator") {
        @Override
        int exitCode(FailureKind kind) {
            return ExitCode.UNEXPECTED;
        }
    };

    private final String command;

    Face(String command) {
        this.command = command;
    }

    /** The program's name on the PATH. */
    String command() {
        return command;
    }

    /** The exit code of a run that failed. */
    abstract int exitCode(FailureKind kind);

    /** The face that an argument names, as a command or as the path of one: an executable file passes its own path. */
    static Optional<Face> named(String argument) {
        Path name = Path.of(argument).getFileName();
        return Arrays.stream(values())
                .filter(face -> name != null && face.command.equals(name.toString()))
                .findFirst();
    }
}
