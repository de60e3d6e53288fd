package io.github.vaultrenderer.template.gotemplate.functions;

import io.github.vaultrenderer.secrets.Secret;
import io.github.vaultrenderer.template.gotemplate.exec.FunctionException;
import io.github.vaultrenderer.template.gotemplate.exec.SecretAuth;
import io.github.vaultrenderer.template.gotemplate.exec.Values;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A secret's fields, as encoders of Go structs see them: in the order of their declaration. */
final class SecretFields {

    private static final List<String> NAMES =
            List.of("RequestID", "LeaseID", "LeaseDuration", "Renewable", "Data", "Warnings", "Auth", "WrapInfo");

    private SecretFields() {}

    static Map<String, @Nullable Object> of(Secret secret) throws FunctionException {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        for (String name : NAMES) {
            Object value = name.equals("WrapInfo") ? wrapInfo(secret) : Values.field(secret, name);
            if (value instanceof SecretAuth auth) {
                value = auth.fields();
            }
            // No warnings are a nil slice in Go.
            fields.put(name, value instanceof List<?> list && list.isEmpty() ? null : value);
        }
        return fields;
    }

    private static @Nullable Object wrapInfo(Secret secret) throws FunctionException {
        return secret.wrapInfo().isEmpty() ? null : new SecretWrapInfo(secret.wrapInfo()).fields();
    }
}
