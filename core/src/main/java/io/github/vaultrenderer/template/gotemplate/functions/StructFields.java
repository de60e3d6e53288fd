package io.github.vaultrenderer.template.gotemplate.functions;

import io.github.vaultrenderer.secrets.Secret;
import io.github.vaultrenderer.template.gotemplate.exec.FunctionException;
import io.github.vaultrenderer.template.gotemplate.exec.GoStruct;
import io.github.vaultrenderer.template.gotemplate.exec.NilPointer;
import io.github.vaultrenderer.template.gotemplate.exec.SecretAuth;
import io.github.vaultrenderer.template.gotemplate.exec.Values;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The exported fields of Go's structs, as encoders see them: in the order of their declaration. */
final class StructFields {

    private static final List<String> SECRET =
            List.of("RequestID", "LeaseID", "LeaseDuration", "Renewable", "Data", "Warnings", "Auth", "WrapInfo");

    private StructFields() {}

    /** Whether a value is such a struct: one of a type that encoders have no other form for. */
    static boolean has(@Nullable Object value) {
        return value instanceof Secret
                || value instanceof SecretAuth
                || value instanceof SecretWrapInfo
                || value instanceof GoCertificate
                || value instanceof PemEncoded
                || value instanceof Scratch;
    }

    /** The fields of one that has them; none of another value, nor of the scratch, which hides its own. */
    static Map<String, @Nullable Object> of(@Nullable Object value) throws FunctionException {
        if (value instanceof Secret secret) {
            return of(secret);
        }
        if (value instanceof Scratch) {
            return Map.of();
        }
        return GoStruct.underlying(value) instanceof GoStruct struct ? struct.fields() : Map.of();
    }

    private static Map<String, @Nullable Object> of(Secret secret) throws FunctionException {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        for (String name : SECRET) {
            fields.put(name, name.equals("WrapInfo") ? wrapInfo(secret) : Values.field(secret, name));
        }
        return fields;
    }

    private static Object wrapInfo(Secret secret) {
        return secret.wrapInfo().isEmpty() ? NilPointer.WRAP_INFO : new SecretWrapInfo(secret.wrapInfo());
    }
}
