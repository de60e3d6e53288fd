package io.github.vaultrenderer.template.gotemplate.functions;

import io.github.vaultrenderer.secrets.Secret;
import io.github.vaultrenderer.secrets.SecretQuery;
import io.github.vaultrenderer.template.gotemplate.exec.Execution;
import io.github.vaultrenderer.template.gotemplate.exec.Function;
import io.github.vaultrenderer.template.gotemplate.exec.FunctionException;
import io.github.vaultrenderer.template.gotemplate.exec.GoList;
import io.github.vaultrenderer.template.gotemplate.exec.NilPointer;
import io.github.vaultrenderer.template.gotemplate.exec.Values;
import io.github.vaultrenderer.template.gotemplate.parse.GoText;
import io.github.vaultrenderer.template.gotemplate.parse.Runes;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * consul-template's functions that ask Vault.
 *
 * @see <a href="https://github.com/hashicorp/consul-template/blob/main/docs/templating-language.md#secret">consul-template,
 *     templating language</a>
 */
final class VaultFunctions {

    private VaultFunctions() {}

    static @Nullable Function find(String name) {
        return switch (name) {
            case "secret" -> VaultFunctions::secret;
            case "secrets" -> VaultFunctions::secrets;
            case "pkiCert" -> VaultFunctions::pkiCert;
            default -> null;
        };
    }

    private static @Nullable Object secret(Execution execution, List<@Nullable Object> values)
            throws FunctionException {
        if (values.isEmpty()) {
            return null;
        }
        List<String> texts = new Arguments("secret", values).textsFrom(0);
        String path = path("secret", texts);
        // Any argument more makes it a write, an empty one too.
        if (texts.size() == 1) {
            return described(execution, execution.recall(read(execution, texts.get(0))));
        }
        Secret answer = execution.recall(SecretQuery.write(path, pairs("secret", texts)));
        return answer != null && answer.layout() == Secret.Layout.NOTHING
                ? NilPointer.SECRET
                : described(execution, answer);
    }

    /** consul-template takes what is read for a URL: it may be escaped, and ends at a {@code #}. */
    private static SecretQuery.Read read(Execution execution, String text) throws FunctionException {
        String trimmed = SecretQuery.withoutSlashes(Runes.trimSpace(text));
        if (isPlain(trimmed)) {
            return new SecretQuery.Read(trimmed, Map.of());
        }
        GoUrl url = GoUrl.parse(trimmed);
        String path = GoText.decode(url.path());
        String query = GoText.decode(url.query());
        if (!trimmed.equals(url.path()) && isCutSecret(execution, GoText.decode(trimmed), path, query)) {
            return new SecretQuery.Read(GoText.decode(trimmed), Map.of());
        }
        return SecretQuery.read(path, query);
    }

    /** Whether nothing in it means anything in a URL, as in nearly every path. */
    private static boolean isPlain(String path) {
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            if (c <= ' ' || c >= 0x7F || "%#?:*".indexOf(c) >= 0) {
                return false;
            }
        }
        return true;
    }

    /** Whether a path was made of a secret that is in none of its parts any more: messages could not hide what is left. */
    private static boolean isCutSecret(Execution execution, String text, String path, String query) {
        return execution.tellsASecret(text) && !execution.tellsASecret(path) && !execution.tellsASecret(query);
    }

    private static @Nullable Secret described(Execution execution, @Nullable Secret answer) {
        if (answer != null && !answer.wrapInfo().isEmpty()) {
            execution.describeWrapping(answer, new SecretWrapInfo(answer.wrapInfo()));
        }
        return answer;
    }

    private static @Nullable Object pkiCert(Execution execution, List<@Nullable Object> values)
            throws FunctionException {
        if (values.isEmpty()) {
            return null;
        }
        List<String> texts = new Arguments("pkiCert", values).textsFrom(0);
        Secret certificate =
                execution.recall(SecretQuery.issueCertificate(path("pkiCert", texts), pairs("pkiCert", texts)));
        return certificate == null ? null : PemEncoded.of(certificate);
    }

    private static String path(String function, List<String> texts) throws FunctionException {
        String path = GoText.decode(texts.get(0));
        if (SecretQuery.read(path).path().isEmpty()) {
            throw FunctionException.wrongCall(function + ": the path is empty");
        }
        return path;
    }

    /** The {@code name=value} behind the path. */
    private static Map<String, String> pairs(String function, List<String> texts) throws FunctionException {
        Map<String, String> pairs = new TreeMap<>();
        for (String text : texts.subList(1, texts.size())) {
            if (text.isEmpty()) {
                continue;
            }
            int equals = text.indexOf('=');
            if (equals < 0) {
                // A wrong call's message shows no arguments: they may be what nobody must see.
                throw FunctionException.wrongCall(function + ": an argument behind the path is not k=v pair");
            }
            pairs.put(
                    GoText.decode(Runes.trimSpace(text.substring(0, equals))),
                    GoText.decode(Runes.trimSpace(text.substring(equals + 1))));
        }
        return pairs;
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
