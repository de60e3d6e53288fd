package io.github.vaultrenderer.template.gotemplate.exec;

import io.github.vaultrenderer.secrets.Secret;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A struct as Go's {@code fmt} and go-spew look into it.
 *
 * @param type its type in Go, no pointer
 * @param fields its fields in the order of their declaration, hidden ones too
 */
public record GoStruct(String type, Map<String, @Nullable Object> fields) {

    private static final String POINTER = "*";
    private static final List<String> SECRET =
            List.of("RequestID", "LeaseID", "LeaseDuration", "Renewable", "Data", "Warnings", "Auth", "WrapInfo");

    /** A struct of those fields: a name, its value, the next name, and so on. */
    public static GoStruct of(String type, @Nullable Object... fields) {
        Map<String, @Nullable Object> named = new LinkedHashMap<>();
        for (int i = 0; i < fields.length; i += 2) {
            named.put(String.valueOf(fields[i]), fields[i + 1]);
        }
        return new GoStruct(type, named);
    }

    /** The fields of a secret. */
    static GoStruct of(Secret secret) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        for (String name : SECRET) {
            try {
                fields.put(name, Values.field(secret, name));
            } catch (FunctionException impossible) {
                throw new IllegalStateException("a secret has the field " + name, impossible);
            }
        }
        if (!secret.wrapInfo().isEmpty()) {
            fields.put("WrapInfo", GoPointer.to("*dependency.SecretWrapInfo", secret.wrapInfo()));
        }
        return new GoStruct("dependency.Secret", fields);
    }

    /** Whether a type of that name is a pointer. */
    public static boolean isPointer(String type) {
        return type.startsWith(POINTER);
    }

    /** What a value of a type with fields or methods is made of; {@code null} for other values, and for opaque ones. */
    public static @Nullable Object underlying(@Nullable Object value) {
        if (value instanceof Secret secret) {
            return of(secret);
        }
        return value instanceof GoObject object ? object.underlying() : value instanceof GoStruct ? value : null;
    }

    /** The struct that a template prints: what a pointer points to, unless its type says itself how it is printed. */
    public static @Nullable Object printable(@Nullable Object value) {
        if (value instanceof Secret secret) {
            return of(secret);
        }
        boolean looksInto = value instanceof GoObject object && isPointer(object.type()) && !object.isStringer();
        return looksInto && underlying(value) instanceof GoStruct struct ? struct : value;
    }
}
