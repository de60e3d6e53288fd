package io.github.vaultrenderer.template.gotemplate.functions;

import io.github.vaultrenderer.secrets.Secret;
import io.github.vaultrenderer.secrets.SecretQuery;
import io.github.vaultrenderer.template.gotemplate.exec.Execution;
import io.github.vaultrenderer.template.gotemplate.exec.Function;
import io.github.vaultrenderer.template.gotemplate.exec.FunctionException;
import io.github.vaultrenderer.template.gotemplate.exec.GoList;
import io.github.vaultrenderer.template.gotemplate.exec.Values;
import io.github.vaultrenderer.template.gotemplate.parse.GoText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** consul-template's functions that ask Vault. */
final class VaultFunctions {

    private VaultFunctions() {}

    static @Nullable Function find(String name) {
        return switch (name) {
            case "secret" -> VaultFunctions::secret;
            case "secrets" -> VaultFunctions::secrets;
            default -> null;
        };
    }

    private static @Nullable Object secret(Execution execution, List<@Nullable Object> values)
            throws FunctionException {
        if (values.isEmpty()) {
            return null;
        }
        Arguments arguments = new Arguments("secret", values);
        if (values.size() > 1) {
            throw FunctionException.failed("the form of secret that writes is not supported");
        }
        String path = GoText.decode(arguments.text(0));
        return path.isBlank() ? null : execution.recall(SecretQuery.read(path));
    }

    private static Object secrets(Execution execution, List<@Nullable Object> values) throws FunctionException {
        String path = GoText.decode(Arguments.exactly(1, "secrets", values).text(0));
        Secret keys = path.isBlank() ? null : execution.recall(SecretQuery.list(path));
        Object names = keys == null ? null : Values.fromVault(keys.values().get("keys"));
        return names instanceof List<?> list
                ? GoList.ofStrings(
                        list.stream().map(String.class::cast).sorted().toList())
                : GoList.ofStrings(List.of());
    }
}
