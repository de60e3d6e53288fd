package io.github.vaultrenderer.template.gotemplate.exec;

/** How one operand is to be printed: flags, width, precision. */
final class Directive {

    private boolean plus;
    private boolean minus;
    private boolean sharp;
    private boolean space;
    private boolean zero;
    private boolean goSyntax;
    private boolean fieldNames;
    private int width = -1;
    private int precision = -1;

    /** Takes a flag; {@code false} when the character is none. */
    boolean flag(char c) {
        switch (c) {
            case '+' -> plus = true;
            case '-' -> minus = true;
            case '#' -> sharp = true;
            case ' ' -> space = true;
            case '0' -> zero = true;
            default -> {
                return false;
            }
        }
        return true;
    }

    /** A negative width asks for what {@code -} does. */
    void width(int width) {
        if (width < 0) {
            minus = true;
            zero = false;
        }
        this.width = Math.abs(width);
    }

    void precision(int precision) {
        this.precision = precision;
    }

    /** {@code #} and {@code +} mean something else for {@code %v}, and for the {@code %w} of errors. */
    Directive forVerb(int verb) {
        if (verb == 'v' || verb == 'w') {
            goSyntax = sharp;
            fieldNames = plus || sharp;
            sharp = false;
            plus = false;
        }
        return this;
    }

    /** The same, that shows a sign. */
    Directive withPlus() {
        Directive copy = new Directive();
        copy.plus = true;
        copy.minus = minus;
        copy.sharp = sharp;
        copy.space = space;
        copy.zero = zero;
        copy.goSyntax = goSyntax;
        copy.width = width;
        copy.precision = precision;
        return copy;
    }

    boolean plus() {
        return plus;
    }

    boolean sharp() {
        return sharp;
    }

    boolean space() {
        return space;
    }

    boolean left() {
        return minus;
    }

    /** Whether zeros fill up on the left. */
    boolean zeros() {
        return zero && !minus;
    }

    boolean goSyntax() {
        return goSyntax;
    }

    /** Whether structs are printed with the names of their fields. */
    boolean fieldNames() {
        return fieldNames;
    }

    boolean hasWidth() {
        return width >= 0;
    }

    int width() {
        return Math.max(0, width);
    }

    boolean hasPrecision() {
        return precision >= 0;
    }

    int precision() {
        return precision;
    }
}
