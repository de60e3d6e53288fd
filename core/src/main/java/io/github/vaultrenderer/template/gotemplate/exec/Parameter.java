package io.github.vaultrenderer.template.gotemplate.exec;

import io.github.vaultrenderer.template.gotemplate.parse.GoComplex;
import io.github.vaultrenderer.template.gotemplate.parse.Node;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The Go type of a function's parameter, and what can be given for it.
 *
 * @param type the type's name in Go
 * @param kind how values and literals are checked
 * @param nil what the function gets for nil; {@code null} when no nil is of this type
 * @see <a href="https://pkg.go.dev/text/template#hdr-Arguments">Go text/template, arguments</a>
 */
public record Parameter(String type, Kind kind, @Nullable Object nil) {

    /** {@code interface {}}, and Go's {@code reflect.Value}: any value, nil too. */
    public static final Parameter ANY = new Parameter("interface {}", Kind.ANY, null);

    private static final double LONG_END = 0x1p63;
    private static final long LOW_BITS = 0xFFFF_FFFFL;

    /** How values and literals are checked. */
    public enum Kind {
        /** Anything goes. */
        ANY,
        /** A {@code bool}. */
        BOOL,
        /** An {@code int}, also of a literal such as {@code 2.0}. */
        INT,
        /** An unsigned integer, also of such a literal; it is a {@code uint32}. */
        UINT,
        /** A {@code float64}, also of a literal such as {@code 2}. */
        FLOAT,
        /** A {@code string}. */
        STRING,
        /** A {@code []interface {}}. */
        LIST,
        /** A {@code []string}. */
        TEXTS,
        /** A {@code map[string]interface {}}. */
        MAP,
        /** A value whose type has the parameter's name. No literal is one. */
        NAMED,
        /** A value whose type has the parameter's name, which is a kind of integer: also of a literal. */
        NAMED_INT
    }

    boolean isAny() {
        return kind == Kind.ANY;
    }

    /** Whether a value that is no literal can be given. */
    boolean accepts(Object value) {
        return switch (kind) {
            case ANY -> true;
            case BOOL -> value instanceof Boolean;
            case INT -> value instanceof Long;
            case FLOAT -> value instanceof Double;
            case STRING -> value instanceof String;
            case LIST -> value instanceof List<?> && !(value instanceof GoList);
            case TEXTS -> value instanceof GoList list && list.elementType().equals("string");
            case MAP -> value instanceof Map<?, ?> && !(value instanceof GoMap);
            case UINT, NAMED, NAMED_INT -> Values.type(value).equals(type);
        };
    }

    /** What a literal is for this parameter, where any type will not do; {@code null} when it cannot be given. */
    @Nullable
    Object literal(Node.Constant literal) {
        Object value = literal.value();
        return switch (kind) {
            case BOOL -> value instanceof Boolean ? value : null;
            case INT, NAMED_INT -> integer(value);
            case UINT -> unsigned(value, literal.source());
            case FLOAT -> real(value);
            case STRING -> value instanceof String ? value : null;
            case ANY, LIST, TEXTS, MAP, NAMED -> null;
        };
    }

    /** What Go says of a literal, of this source, that cannot be given. */
    String refusal(String source) {
        String wanted = switch (kind) {
            case BOOL, STRING -> type;
            case INT, NAMED_INT -> "integer";
            case UINT -> "unsigned integer";
            case FLOAT -> "float";
            case ANY, LIST, TEXTS, MAP, NAMED -> "";
        };
        return wanted.isEmpty()
                ? "can't handle " + source + " for arg of type " + type
                : "expected " + wanted + "; found " + source;
    }

    /** A number whose value is integral, whatever it looks like. */
    private static @Nullable Long integer(Object value) {
        if (value instanceof Long number) {
            return number;
        }
        Double real = value instanceof Double || value instanceof GoComplex ? real(value) : null;
        if (real == null || real != Math.rint(real) || real < -LONG_END || real >= LONG_END) {
            return null;
        }
        return (long) (double) real;
    }

    /** A float that a literal is: of a complex one, when it has no imaginary part. */
    private static @Nullable Double real(Object value) {
        if (value instanceof Double real) {
            return real;
        }
        if (value instanceof GoComplex complex) {
            return complex.imaginary() == 0 ? (Double) complex.real() : null;
        }
        return value instanceof Number number ? (Double) number.doubleValue() : null;
    }

    /** To Go, an integer with a plus has a sign. Higher bits than the type has are lost. */
    private static @Nullable GoInteger unsigned(Object value, String source) {
        if (value instanceof Long number && number > 0 && source.startsWith("+")) {
            return null;
        }
        Double real = real(value);
        if (real == null || real != Math.rint(real) || real < 0 || real >= 2 * LONG_END) {
            return null;
        }
        long bits = value instanceof Number number && !(value instanceof Double)
                ? number.longValue()
                : new BigDecimal(real).toBigInteger().longValue();
        return new GoInteger(GoInteger.Type.UINT32, bits & LOW_BITS);
    }

    @Override
    public String toString() {
        return type;
    }
}
