package io.github.vaultrenderer.template.gotemplate.exec;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A token that Vault made, with the fields that consul-template's type has.
 *
 * @param auth Vault's own description
 */
public record SecretAuth(Map<String, @Nullable Object> auth) implements GoObject {

    private static final List<String> NAMES =
            List.of("ClientToken", "Accessor", "Policies", "Metadata", "LeaseDuration", "Renewable");

    @Override
    public String type() {
        return "*dependency.SecretAuth";
    }

    @Override
    public @Nullable Object call(String method, List<@Nullable Object> arguments) throws FunctionException {
        return switch (method) {
            case "ClientToken" -> text("client_token");
            case "Accessor" -> text("accessor");
            case "Policies" -> policies();
            case "Metadata" -> metadata();
            case "LeaseDuration" -> Long.valueOf(String.valueOf(auth.getOrDefault("lease_duration", "0")));
            case "Renewable" -> Boolean.TRUE.equals(auth.get("renewable"));
            default -> throw FunctionException.wrongCall("can't evaluate field " + method + " in type " + type());
        };
    }

    /** All fields, in the order in which the type declares them. */
    public Map<String, @Nullable Object> fields() throws FunctionException {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        for (String name : NAMES) {
            fields.put(name, call(name, List.of()));
        }
        return fields;
    }

    @Override
    public Object underlying() {
        try {
            return new GoStruct("dependency.SecretAuth", fields());
        } catch (FunctionException impossible) {
            throw new IllegalStateException("a token has all fields", impossible);
        }
    }

    private String text(String name) {
        return auth.get(name) instanceof String text ? text : "";
    }

    // What is empty is nil: consul-template only takes over what Vault said.

    private GoList policies() {
        return auth.get("policies") instanceof List<?> list && !list.isEmpty()
                ? GoList.ofStrings(list.stream().map(String::valueOf).toList())
                : GoList.nil("string");
    }

    private GoMap metadata() {
        return Values.fromVault(auth.get("metadata")) instanceof Map<?, ?> map && !map.isEmpty()
                ? new GoMap("string", "string", map)
                : GoMap.nil("string", "string");
    }

    @Override
    public String toString() {
        return "<token>";
    }
}
