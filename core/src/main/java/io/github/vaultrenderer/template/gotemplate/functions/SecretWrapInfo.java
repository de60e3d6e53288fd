package io.github.vaultrenderer.template.gotemplate.functions;

import io.github.vaultrenderer.template.gotemplate.exec.FunctionException;
import io.github.vaultrenderer.template.gotemplate.exec.GoObject;
import io.github.vaultrenderer.template.gotemplate.exec.GoStruct;
import io.github.vaultrenderer.template.gotemplate.parse.GoText;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The token that has a wrapped answer, with the fields that consul-template's type has.
 *
 * @param info Vault's own description
 * @see <a href="https://developer.hashicorp.com/vault/docs/concepts/response-wrapping#response-wrapping-tokens">Response
 *     wrapping tokens</a>
 */
record SecretWrapInfo(Map<String, @Nullable Object> info) implements GoObject {

    private static final List<String> NAMES = List.of("Token", "TTL", "CreationTime", "WrappedAccessor");

    @Override
    public String type() {
        return "*dependency.SecretWrapInfo";
    }

    @Override
    public Object call(String method, List<@Nullable Object> arguments) throws FunctionException {
        return field(method);
    }

    private Object field(String name) throws FunctionException {
        return switch (name) {
            case "Token" -> text("token");
            case "TTL" -> Long.valueOf(String.valueOf(info.getOrDefault("ttl", "0")));
            case "CreationTime" -> time(text("creation_time"));
            case "WrappedAccessor" -> text("wrapped_accessor");
            default -> throw FunctionException.wrongCall("can't evaluate field " + name + " in type " + type());
        };
    }

    /** All fields, in the order in which the type declares them. */
    Map<String, @Nullable Object> fields() throws FunctionException {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        for (String name : NAMES) {
            fields.put(name, field(name));
        }
        return fields;
    }

    private String text(String name) {
        return info.get(name) instanceof String text ? GoText.encode(text) : "";
    }

    private static GoTime time(String text) {
        try {
            OffsetDateTime time = OffsetDateTime.parse(text);
            Instant instant = time.toInstant();
            return time.getOffset().equals(ZoneOffset.UTC)
                    ? GoTime.utc(instant)
                    : new GoTime(instant, time.getOffset().getTotalSeconds(), "", GoTime.Place.FIXED);
        } catch (DateTimeException none) {
            return GoTime.ZERO;
        }
    }

    /** What a template prints, the token too. */
    @Override
    public Object underlying() {
        try {
            return new GoStruct("dependency.SecretWrapInfo", fields());
        } catch (FunctionException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Shows no token. */
    @Override
    public String toString() {
        return "<wrapped token>";
    }
}
