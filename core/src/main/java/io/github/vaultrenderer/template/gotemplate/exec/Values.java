package io.github.vaultrenderer.template.gotemplate.exec;

import io.github.vaultrenderer.secrets.Secret;
import io.github.vaultrenderer.secrets.VaultNumber;
import io.github.vaultrenderer.template.gotemplate.parse.GoComplex;
import io.github.vaultrenderer.template.gotemplate.parse.GoText;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What Go's reflection says of a value. */
public final class Values {

    private Values() {}

    /** Whether a value counts as true: anything that is not zero, empty or nil. */
    public static boolean truth(@Nullable Object value) {
        if (value instanceof Boolean bool) {
            return bool;
        }
        if (value instanceof String text) {
            return !text.isEmpty();
        }
        if (value instanceof VaultNumber number) {
            return !number.text().isEmpty();
        }
        if (value instanceof Long number) {
            return number != 0;
        }
        if (value instanceof Double number) {
            return number != 0;
        }
        if (value instanceof GoInteger number) {
            return number.bits() != 0;
        }
        if (value instanceof GoComplex number) {
            return !number.isZero();
        }
        if (value instanceof List<?> list) {
            return !list.isEmpty();
        }
        if (value instanceof Map<?, ?> map) {
            return !map.isEmpty();
        }
        return value != null && !(value instanceof TypedNil typed && typed.isNil());
    }

    /** The name of a value's type in Go. */
    public static String type(@Nullable Object value) {
        if (value instanceof Boolean) {
            return "bool";
        }
        if (value instanceof String) {
            return "string";
        }
        if (value instanceof VaultNumber) {
            return "json.Number";
        }
        if (value instanceof Long) {
            return "int";
        }
        if (value instanceof Double) {
            return "float64";
        }
        if (value instanceof GoInteger integer) {
            return integer.type().goName();
        }
        if (value instanceof GoComplex) {
            return "complex128";
        }
        if (value instanceof GoChannel) {
            return "<-chan int64";
        }
        if (value instanceof GoList list) {
            return "[]" + list.elementType();
        }
        if (value instanceof List<?>) {
            return "[]interface {}";
        }
        if (value instanceof GoMap map) {
            return "map[" + map.keyType() + "]" + map.elementType();
        }
        if (value instanceof Map<?, ?>) {
            return "map[string]interface {}";
        }
        if (value instanceof GoObject object) {
            return object.type();
        }
        if (value instanceof GoStruct struct) {
            return struct.type();
        }
        if (value instanceof GoPointer pointer) {
            return pointer.type();
        }
        if (value instanceof GoFormatter formatter) {
            return formatter.type();
        }
        return value instanceof Secret ? "*dependency.Secret" : "<nil>";
    }

    /** A value from Vault as the engine's: texts become Go strings, what is in maps and lists too when it is asked for. */
    public static @Nullable Object fromVault(@Nullable Object value) {
        if (value instanceof String text) {
            return GoText.encode(text);
        }
        if (value instanceof Map<?, ?> map) {
            return new VaultMap(map);
        }
        return value instanceof List<?> list ? new VaultList(list) : value;
    }

    /** A secret's data: to consul-template, an answer whose data are empty has none. */
    static Object data(Secret secret) {
        return secret.data().isEmpty() ? NilMap.INSTANCE : new VaultMap(secret.data());
    }

    /**
     * A field of a secret, named as consul-template's type names it, but for {@code WrapInfo}; see {@link
     * Execution#wrapInfo}.
     *
     * @throws FunctionException when it has no such field
     */
    public static @Nullable Object field(Secret secret, String name) throws FunctionException {
        return switch (name) {
            case "Data" -> data(secret);
            case "RequestID" -> GoText.encode(secret.requestId());
            case "LeaseID" -> GoText.encode(secret.lease().id());
            case "LeaseDuration" -> secret.lease().duration().toSeconds();
            case "Renewable" -> secret.lease().renewable();
            case "Warnings" ->
                secret.warnings().isEmpty()
                        ? GoList.nil("string")
                        : GoList.ofStrings(
                                secret.warnings().stream().map(GoText::encode).toList());
            case "Auth" -> secret.auth().isEmpty() ? NilPointer.AUTH : new SecretAuth(secret.auth());
            // Of a wrapped answer, functions say what it is.
            case "WrapInfo" -> NilPointer.WRAP_INFO;
            default -> throw FunctionException.failed("can't evaluate field " + name + " in type *dependency.Secret");
        };
    }
}
