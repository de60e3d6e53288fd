package io.github.vaultrenderer.app.settings;

/**
 * Patterns of names as Go's {@code filepath.Match} knows them: <code>*</code> for any characters but a slash, {@code ?} for
 * one, <code>[a-z]</code> and <code>[^a-z]</code> for one of a class, and a backslash before a character that means itself.
 * A malformed pattern matches nothing, as consul-template leaves its errors unread.
 *
 * @see <a href="https://pkg.go.dev/path/filepath#Match">Go, filepath.Match</a>
 */
final class NamePattern {

    private static final int MALFORMED = -1;

    private final String pattern;
    private final String name;

    private NamePattern(String pattern, String name) {
        this.pattern = pattern;
        this.name = name;
    }

    static boolean matches(String pattern, String name) {
        return new NamePattern(pattern, name).matches(0, 0);
    }

    private boolean matches(int p, int n) {
        if (p == pattern.length()) {
            return n == name.length();
        }
        if (pattern.charAt(p) == '*') {
            return matches(p + 1, n) || (n < name.length() && name.charAt(n) != '/' && matches(p, n + 1));
        }
        if (n == name.length()) {
            return false;
        }
        int next = one(p, name.charAt(n));
        return next > 0 && matches(next, n + 1);
    }

    /** Where the pattern goes on after one element that takes this character; {@link #MALFORMED} when it does not. */
    private int one(int p, char character) {
        return switch (pattern.charAt(p)) {
            case '?' -> character == '/' ? MALFORMED : p + 1;
            case '[' -> ofClass(p + 1, character);
            case '\\' -> p + 1 < pattern.length() && pattern.charAt(p + 1) == character ? p + 2 : MALFORMED;
            default -> pattern.charAt(p) == character ? p + 1 : MALFORMED;
        };
    }

    private int ofClass(int start, char character) {
        boolean negated = start < pattern.length() && pattern.charAt(start) == '^';
        int p = negated ? start + 1 : start;
        boolean found = false;
        for (boolean first = true; p < pattern.length() && (first || pattern.charAt(p) != ']'); first = false) {
            int low = escaped(p);
            if (low == MALFORMED) {
                return MALFORMED;
            }
            int high = low;
            if (low + 1 < pattern.length() && pattern.charAt(low + 1) == '-') {
                high = escaped(low + 2);
                if (high == MALFORMED) {
                    return MALFORMED;
                }
            }
            found |= pattern.charAt(low) <= character && character <= pattern.charAt(high);
            p = high + 1;
        }
        return p < pattern.length() && found != negated ? p + 1 : MALFORMED;
    }

    /** Where the character of a class stands that begins here, behind its backslash if it has one. */
    private int escaped(int p) {
        if (p >= pattern.length() || pattern.charAt(p) == '-' || pattern.charAt(p) == ']') {
            return MALFORMED;
        }
        if (pattern.charAt(p) != '\\') {
            return p;
        }
        return p + 1 < pattern.length() ? p + 1 : MALFORMED;
    }
}
