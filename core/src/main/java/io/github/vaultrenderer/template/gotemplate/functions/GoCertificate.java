package io.github.vaultrenderer.template.gotemplate.functions;

import io.github.vaultrenderer.template.gotemplate.exec.FunctionException;
import io.github.vaultrenderer.template.gotemplate.exec.GoObject;
import io.github.vaultrenderer.template.gotemplate.exec.GoStruct;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A certificate and its private key, both as PEM. */
final class GoCertificate implements GoObject {

    private final String certificate;
    private final String key;

    GoCertificate(String certificate, String key) {
        this.certificate = certificate;
        this.key = key;
    }

    String certificate() {
        return certificate;
    }

    String key() {
        return key;
    }

    @Override
    public String type() {
        return "sprig.certificate";
    }

    @Override
    public @Nullable Object call(String method, List<@Nullable Object> values) throws FunctionException {
        return switch (method) {
            case "Cert" -> certificate;
            case "Key" -> key;
            default -> throw FunctionException.wrongCall("can't evaluate field " + method + " in type " + type());
        };
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof GoCertificate that && certificate.equals(that.certificate) && key.equals(that.key);
    }

    @Override
    public int hashCode() {
        return certificate.hashCode();
    }

    /** What a template prints, the key too. */
    @Override
    public Object underlying() {
        return GoStruct.of(type(), "Cert", certificate, "Key", key);
    }
}
