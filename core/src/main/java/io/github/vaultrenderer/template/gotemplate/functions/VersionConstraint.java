package io.github.vaultrenderer.template.gotemplate.functions;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import io.github.vaultrenderer.template.gotemplate.exec.FunctionException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One comparison of a constraint on versions.
 *
 * @param operator how to compare
 * @param version what to compare with; a part that was left out, or an x, is 0
 * @param parts how many of the three numbers count
 */
record VersionConstraint(String operator, SemanticVersion version, int parts) {

    private static final String OPERATOR = "=||!=|>|<|>=|=>|<=|=<|~|~>|\\^";
    private static final String VERSION = "v?([0-9|x|X|\\*]+)(\\.[0-9|x|X|\\*]+)?(\\.[0-9|x|X|\\*]+)?"
            + "(-([0-9A-Za-z\\-]+(\\.[0-9A-Za-z\\-]+)*))?(\\+([0-9A-Za-z\\-]+(\\.[0-9A-Za-z\\-]+)*))?";
    private static final Pattern ONE = Pattern.compile("^\\s*(" + OPERATOR + ")\\s*(" + VERSION + ")\\s*$");
    private static final Pattern EACH = Pattern.compile("(" + OPERATOR + ")\\s*(" + VERSION + ")");
    private static final Pattern RANGE = Pattern.compile("\\s*(" + VERSION + ")\\s+-\\s+(" + VERSION + ")\\s*");
    private static final Pattern ALL = Pattern.compile("^(\\s*(" + OPERATOR + ")\\s*(" + VERSION
            + ")\\s*)((?:\\s+|,\\s*)(" + OPERATOR + ")\\s*(" + VERSION + ")\\s*)*$");
    private static final int RANGE_END = 11;
    private static final int PRERELEASE = 6;
    private static final int EXACT = 3;

    /** Alternatives, each of which is met when all its comparisons are. */
    static List<List<VersionConstraint>> parse(String text) throws FunctionException {
        List<List<VersionConstraint>> alternatives = new ArrayList<>();
        for (String alternative : ranges(text).split("\\|\\|", -1)) {
            if (!ALL.matcher(alternative).find()) {
                throw improper();
            }
            List<VersionConstraint> constraints = new ArrayList<>();
            Matcher matcher = EACH.matcher(alternative);
            while (matcher.find()) {
                constraints.add(one(matcher.group()));
            }
            alternatives.add(constraints);
        }
        return alternatives;
    }

    /** Writes {@code 1.2 - 2.3} as two comparisons. */
    private static String ranges(String text) {
        String rewritten = text;
        Matcher matcher = RANGE.matcher(text);
        while (matcher.find()) {
            int at = rewritten.indexOf(matcher.group());
            rewritten = rewritten.substring(0, at)
                    + ">= " + matcher.group(1) + ", <= " + matcher.group(RANGE_END) + " "
                    + rewritten.substring(at + matcher.group().length());
        }
        return rewritten;
    }

    private static VersionConstraint one(String text) throws FunctionException {
        Matcher matcher = ONE.matcher(text);
        if (!matcher.find()) {
            throw improper();
        }
        String[] numbers = {matcher.group(3), part(matcher.group(4)), part(matcher.group(5))};
        int parts = 0;
        StringBuilder version = new StringBuilder();
        while (parts < EXACT && !isAny(numbers[parts])) {
            version.append(parts == 0 ? "" : ".").append(numbers[parts++]);
        }
        for (int i = parts; i < EXACT; i++) {
            version.append(i == 0 ? "0" : ".0");
        }
        String end = parts == EXACT
                ? text(matcher.group(PRERELEASE)) + text(matcher.group(PRERELEASE + 3))
                : text(matcher.group(PRERELEASE));
        try {
            return new VersionConstraint(
                    matcher.group(1), SemanticVersion.parse(version.append(end).toString()), parts);
        } catch (FunctionException malformed) {
            throw FunctionException.failed("constraint parser error");
        }
    }

    private static String part(@Nullable String group) {
        return group == null ? "" : group.substring(1);
    }

    private static String text(@Nullable String group) {
        return group == null ? "" : group;
    }

    private static boolean isAny(String part) {
        return part.isEmpty() || part.equals("x") || part.equals("X") || part.equals("*");
    }

    private static FunctionException improper() {
        return FunctionException.failed("improper constraint");
    }

    /** Whether a version meets it. A prerelease only meets what names one. */
    boolean accepts(SemanticVersion other) {
        boolean unwanted = !other.prerelease().isEmpty() && version.prerelease().isEmpty();
        if (operator.equals("!=")) {
            return parts == EXACT ? other.compareTo(version) != 0 : !unwanted && differs(other);
        }
        if (unwanted) {
            return false;
        }
        return switch (operator) {
            case ">" -> isGreater(other);
            case "<" -> other.compareTo(version) < 0;
            case ">=", "=>" -> other.compareTo(version) >= 0;
            case "<=", "=<" -> isNotGreater(other);
            case "~", "~>" -> isNear(other);
            case "^" -> isCompatible(other);
            default -> parts == EXACT ? other.compareTo(version) == 0 : isNear(other);
        };
    }

    private boolean differs(SemanticVersion other) {
        if (other.major() != version.major()) {
            return true;
        }
        if (parts == 1) {
            return false;
        }
        if (other.minor() != version.minor()) {
            return true;
        }
        if (parts == 0) {
            return other.patch() != version.patch() || other.compareTo(version) != 0;
        }
        return SemanticVersion.comparePrereleases(other.prerelease(), version.prerelease()) != 0;
    }

    private boolean isGreater(SemanticVersion other) {
        int major = Long.compareUnsigned(other.major(), version.major());
        if (parts == EXACT || (parts == 0 && major == 0)) {
            return other.compareTo(version) > 0;
        }
        return major > 0 || (major == 0 && parts == 2 && Long.compareUnsigned(other.minor(), version.minor()) > 0);
    }

    private boolean isNotGreater(SemanticVersion other) {
        if (parts == EXACT) {
            return other.compareTo(version) <= 0;
        }
        int major = Long.compareUnsigned(other.major(), version.major());
        return major < 0 || (major == 0 && (parts == 1 || Long.compareUnsigned(other.minor(), version.minor()) <= 0));
    }

    /** Of the same minor version, or of the same major one when no other is named. */
    private boolean isNear(SemanticVersion other) {
        if (other.compareTo(version) < 0) {
            return false;
        }
        boolean zero = version.major() == 0 && version.minor() == 0 && version.patch() == 0;
        if (zero && parts != 1 && parts != 2) {
            return true;
        }
        return other.major() == version.major() && (parts == 1 || other.minor() == version.minor());
    }

    /** With the same leftmost number that is not 0. */
    private boolean isCompatible(SemanticVersion other) {
        if (other.compareTo(version) < 0) {
            return false;
        }
        if (version.major() != 0 || parts == 1) {
            return other.major() == version.major();
        }
        if (other.major() != 0) {
            return false;
        }
        if (version.minor() != 0 || parts == 2) {
            return other.minor() == version.minor();
        }
        return other.minor() == 0 && other.patch() == version.patch();
    }
}
