package io.github.vaultrenderer.template.gotemplate.parse;

/**
 * Go's {@code complex128}: the value of {@code 2i} and of {@code 1+2i}.
 *
 * @see <a href="https://go.dev/ref/spec#Imaginary_literals">The Go specification, imaginary literals</a>
 */
public record GoComplex(double real, double imaginary) {

    /** Whether it is 0, and so counts as false. Zeros are equal whatever their signs. */
    public boolean isZero() {
        return real == 0 && imaginary == 0;
    }

    /** What Go's {@code ==} says: zeros are equal whatever their signs, which is not so for {@link #equals}. */
    public boolean isSame(GoComplex other) {
        return real == other.real && imaginary == other.imaginary;
    }
}
