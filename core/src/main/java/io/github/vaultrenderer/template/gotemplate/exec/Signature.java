package io.github.vaultrenderer.template.gotemplate.exec;

import org.jspecify.annotations.Nullable;

/**
 * What a function takes. Go looks at each argument by the type of its parameter before it evaluates the next one.
 *
 * @see <a href="https://pkg.go.dev/reflect#Type">Go package reflect, In and IsVariadic</a>
 */
public final class Signature {

    /** Any number of arguments of any type: the function looks at them itself. */
    public static final Signature UNCHECKED = variadic(Parameter.ANY);

    /** Of what is no method, but a field or nothing: Go evaluates no argument of it. */
    public static final Signature NO_METHOD = of();

    /** A method without parameters. */
    public static final Signature NO_ARGUMENTS = of();

    private final Parameter[] fixed;
    private final @Nullable Parameter rest;

    private Signature(Parameter[] fixed, @Nullable Parameter rest) {
        this.fixed = fixed;
        this.rest = rest;
    }

    /** As many arguments as there are parameters. */
    public static Signature of(Parameter... parameters) {
        return new Signature(parameters.clone(), null);
    }

    /** The last parameter is that of any number of arguments. */
    public static Signature variadic(Parameter... parameters) {
        Parameter[] fixed = new Parameter[parameters.length - 1];
        System.arraycopy(parameters, 0, fixed, 0, fixed.length);
        return new Signature(fixed, parameters[fixed.length]);
    }

    /** Whether it can be called with so many arguments. */
    boolean takes(int arguments) {
        return rest == null ? arguments == fixed.length : arguments >= fixed.length;
    }

    /** How many arguments it wants, in Go's words. */
    String wanted() {
        return rest == null ? Integer.toString(fixed.length) : "at least " + fixed.length;
    }

    boolean isVariadic() {
        return rest != null;
    }

    /** The parameter of an argument, counted from 0. */
    Parameter parameter(int argument) {
        return rest != null && argument >= fixed.length ? rest : fixed[argument];
    }

    /** The parameters' types as Go writes them. */
    @Override
    public String toString() {
        StringBuilder out = new StringBuilder();
        for (Parameter parameter : fixed) {
            out.append(out.isEmpty() ? "" : ", ").append(parameter);
        }
        if (rest != null) {
            out.append(out.isEmpty() ? "..." : ", ...").append(rest);
        }
        return out.toString();
    }
}
