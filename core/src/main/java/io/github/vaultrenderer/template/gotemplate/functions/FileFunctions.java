package io.github.vaultrenderer.template.gotemplate.functions;

import io.github.vaultrenderer.template.TemplatePermissions;
import io.github.vaultrenderer.template.gotemplate.exec.Execution;
import io.github.vaultrenderer.template.gotemplate.exec.Executor;
import io.github.vaultrenderer.template.gotemplate.exec.Function;
import io.github.vaultrenderer.template.gotemplate.exec.FunctionException;
import io.github.vaultrenderer.template.gotemplate.parse.GoText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** consul-template's functions that read and write files. */
final class FileFunctions {

    private final TemplatePermissions permissions;

    private FileFunctions(TemplatePermissions permissions) {
        this.permissions = permissions;
    }

    static @Nullable Function find(TemplatePermissions permissions, String name) {
        FileFunctions functions = new FileFunctions(permissions);
        return switch (name) {
            case "file" -> functions::file;
            case "writeToFile" -> functions::writeToFile;
            default -> null;
        };
    }

    private Object file(Execution execution, List<@Nullable Object> values) throws FunctionException {
        String name = Arguments.exactly(1, "file", values).text(0);
        if (!permissions.readFiles()) {
            throw Forbidden.setting("file", "readFiles", "put the text in Vault and use secret");
        }
        return name.isEmpty() ? "" : read(name);
    }

    private String read(String name) throws FunctionException {
        try {
            Path path = Path.of(GoText.decode(name));
            Path sandbox = permissions.sandbox();
            // The real path: neither a link nor .. leads out of the sandbox.
            Path real = path.toRealPath();
            if (sandbox != null && !real.startsWith(sandbox.toRealPath())) {
                throw FunctionException.failed("'" + name + "' is outside of sandbox");
            }
            try (InputStream stream = Files.newInputStream(real)) {
                byte[] bytes = stream.readNBytes(Executor.LONGEST_OUTPUT + 1);
                if (bytes.length > Executor.LONGEST_OUTPUT) {
                    throw FunctionException.failed("'" + name + "' is longer than an output can be");
                }
                return new String(bytes, StandardCharsets.ISO_8859_1);
            }
        } catch (IOException | InvalidPathException failure) {
            throw FunctionException.failed(
                    "'" + name + "' cannot be read: " + failure.getClass().getSimpleName());
        }
    }

    private Object writeToFile(Execution execution, List<@Nullable Object> values) throws FunctionException {
        Arguments arguments = Arguments.atLeast(4, "writeToFile", values);
        List<String> texts = arguments.textsFrom(0);
        if (!permissions.writeFiles()) {
            throw Forbidden.setting("writeToFile", "writeFiles", "make the text a template of its own");
        }
        if (texts.size() != 5 && texts.size() != 6) {
            throw FunctionException.failed(
                    "writeToFile: want path, user, group, permissions, flags if any, and content");
        }
        // While a secret is missing, the content is not what it will be.
        if (execution.missing().isEmpty()) {
            FileWrite.of(texts).run();
        }
        return "";
    }
}
