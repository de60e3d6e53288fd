package io.github.vaultrenderer.template.gotemplate.functions;

import io.github.vaultrenderer.template.TemplatePermissions;
import io.github.vaultrenderer.template.gotemplate.exec.Execution;
import io.github.vaultrenderer.template.gotemplate.exec.Executor;
import io.github.vaultrenderer.template.gotemplate.exec.Function;
import io.github.vaultrenderer.template.gotemplate.exec.FunctionException;
import io.github.vaultrenderer.template.gotemplate.parse.GoText;
import io.github.vaultrenderer.template.gotemplate.parse.Runes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** consul-template's functions that ask the machine: other programs, and network interfaces. */
final class ProcessFunctions {

    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final TemplatePermissions permissions;

    private ProcessFunctions(TemplatePermissions permissions) {
        this.permissions = permissions;
    }

    static @Nullable Function find(TemplatePermissions permissions, String name) {
        return switch (name) {
            case "plugin" -> new ProcessFunctions(permissions)::plugin;
            case "sockaddr" -> SockaddrFunctions.sockaddr(permissions);
            default -> null;
        };
    }

    private Object plugin(Execution execution, List<@Nullable Object> values) throws FunctionException {
        List<String> texts = Arguments.atLeast(1, "plugin", values).textsFrom(0);
        if (!permissions.plugins()) {
            throw Forbidden.setting("plugin", "plugins", "put the value in Vault and use secret");
        }
        // While a secret is missing, the arguments are not what they will be.
        if (texts.get(0).isEmpty() || !execution.missing().isEmpty()) {
            return "";
        }
        List<String> command = new ArrayList<>();
        command.add(GoText.decode(texts.get(0)));
        texts.stream()
                .skip(1)
                .map(Runes::trimSpace)
                .filter(text -> !text.isEmpty())
                .map(GoText::decode)
                .forEach(command::add);
        return Runes.trimSpace(run("plugin " + texts.get(0), command));
    }

    private static String run(String name, List<String> command) throws FunctionException {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            process.getOutputStream().close();
            ProcessOutput output = ProcessOutput.of(process.getInputStream());
            if (!process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw FunctionException.failed(name + " did not finish in " + LONGEST.toSeconds() + "s");
            }
            if (process.exitValue() != 0) {
                throw FunctionException.failed(name + " ended with exit status " + process.exitValue());
            }
            return output.text();
        } catch (IOException failure) {
            throw FunctionException.failed(name + " cannot be executed");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw FunctionException.failed(name + " was interrupted");
        }
    }

    /** What a process prints, read while it runs: it would wait for ever for a reader of a full pipe. */
    private static final class ProcessOutput {

        private final Thread reader;
        private byte[] bytes = {};

        private ProcessOutput(InputStream stream) {
            this.reader = new Thread(() -> read(stream), "plugin-output");
        }

        static ProcessOutput of(InputStream stream) {
            ProcessOutput output = new ProcessOutput(stream);
            output.reader.setDaemon(true);
            output.reader.start();
            return output;
        }

        private void read(InputStream stream) {
            try (stream) {
                bytes = stream.readNBytes(Executor.LONGEST_OUTPUT);
            } catch (IOException closed) {
                // The process ended, and with it what it had to say.
            }
        }

        String text() throws InterruptedException {
            reader.join(LONGEST.toMillis());
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
    }
}
