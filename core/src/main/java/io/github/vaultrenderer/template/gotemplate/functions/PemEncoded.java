package io.github.vaultrenderer.template.gotemplate.functions;

import io.github.vaultrenderer.secrets.Secret;
import io.github.vaultrenderer.template.gotemplate.exec.FunctionException;
import io.github.vaultrenderer.template.gotemplate.exec.GoList;
import io.github.vaultrenderer.template.gotemplate.exec.GoObject;
import io.github.vaultrenderer.template.gotemplate.exec.GoStruct;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What {@code pkiCert} gives: a certificate, its key and its authorities, all in PEM. {@code Data} gives the same again. */
record PemEncoded(String certificate, String key, String authority, GoList chain) implements GoObject {

    static PemEncoded of(Secret issued) {
        Map<String, @Nullable Object> values = issued.values();
        List<?> chain = values.get("caChain") instanceof List<?> list ? list : List.of();
        return new PemEncoded(
                String.valueOf(values.get("cert")),
                String.valueOf(values.get("key")),
                String.valueOf(values.get("ca")),
                new GoList("string", chain));
    }

    @Override
    public String type() {
        return "dependency.PemEncoded";
    }

    @Override
    public Object call(String method, List<@Nullable Object> arguments) throws FunctionException {
        return switch (method) {
            case "Cert" -> certificate;
            case "Key" -> key;
            case "CA" -> authority;
            case "CAChain" -> chain;
            case "Data" -> this;
            default -> throw FunctionException.wrongCall("can't evaluate field " + method + " in type " + type());
        };
    }

    /** What a template prints, the key too. */
    @Override
    public Object underlying() {
        return GoStruct.of(type(), "Cert", certificate, "Key", key, "CA", authority, "CAChain", chain);
    }

    /** Shows no key. */
    @Override
    public String toString() {
        return type();
    }
}
