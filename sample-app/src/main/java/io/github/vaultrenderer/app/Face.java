package io.github.vaultrenderer.app;

import io.github.vaultrenderer.failure.FailureKind;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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

    private static final Set<String> HELP = Set.of("-h", "--help");

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

    /**
     * The face that arguments are for: the one that the first names. Behind our own name, or without one, flags such as
     * {@code -once} are meant for consul-template: its image passes them to it, as ours does to us. Our own arguments are
     * words, or have a dot in their names.
     */
    static Face of(List<String> arguments) {
        Face named = arguments.isEmpty() ? RENDERER : named(arguments.get(0)).orElse(RENDERER);
        int own = isNamed(arguments) ? 1 : 0;
        boolean flag = arguments.size() > own && isFlag(arguments.get(own));
        return named == RENDERER && flag ? CONSUL_TEMPLATE : named;
    }

    /** Whether the first argument is a face's name, and not for the face itself. */
    static boolean isNamed(List<String> arguments) {
        return !arguments.isEmpty() && named(arguments.get(0)).isPresent();
    }

    /** The face that an argument names, as a command or as the path of one: an executable file passes its own path. */
    private static Optional<Face> named(String argument) {
        int slash = argument.lastIndexOf('/');
        String name = argument.substring(slash + 1);
        for (Face face : values()) {
            if (face.command.equals(name)) {
                return Optional.of(face);
            }
        }
        return Optional.empty();
    }

    private static boolean isFlag(String argument) {
        int equals = argument.indexOf('=');
        String name = equals < 0 ? argument : argument.substring(0, equals);
        return name.startsWith("-") && name.indexOf('.') < 0 && !HELP.contains(name);
    }
}
