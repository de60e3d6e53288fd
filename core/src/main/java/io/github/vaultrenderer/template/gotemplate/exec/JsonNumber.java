package io.github.vaultrenderer.template.gotemplate.exec;

import io.github.vaultrenderer.secrets.VaultNumber;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A number from Vault with the methods that Go's {@code json.Number} has: {@code {{ .Data.port.Int64 }}}.
 *
 * @see <a href="https://pkg.go.dev/encoding/json#Number">Go package encoding/json</a>
 */
record JsonNumber(VaultNumber number) implements GoObject {

    @Override
    public String type() {
        return "json.Number";
    }

    @Override
    public boolean isStringer() {
        return true;
    }

    @Override
    public Signature signature(String method) {
        return switch (method) {
            case "String", "Int64", "Float64" -> Signature.NO_ARGUMENTS;
            default -> Signature.NO_METHOD;
        };
    }

    @Override
    public Object call(String method, List<@Nullable Object> arguments) throws FunctionException {
        return switch (method) {
            case "String" -> number.text();
            case "Int64" -> int64();
            case "Float64" -> float64();
            default -> throw FunctionException.wrongCall("can't evaluate field " + method + " in type json.Number");
        };
    }

    private GoInteger int64() throws FunctionException {
        try {
            return new GoInteger(GoInteger.Type.INT64, Long.parseLong(number.text()));
        } catch (NumberFormatException otherNumber) {
            throw FunctionException.failed("the number is no int64");
        }
    }

    private Double float64() throws FunctionException {
        double value;
        try {
            value = Double.parseDouble(number.text());
        } catch (NumberFormatException part) {
            throw FunctionException.failed("the number is no float64");
        }
        if (Double.isInfinite(value)) {
            throw FunctionException.failed("the number is beyond a float64");
        }
        return value;
    }

    @Override
    public String toString() {
        return number.text();
    }
}
