package io.github.vaultrenderer.template.gotemplate.functions;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import io.github.vaultrenderer.template.gotemplate.exec.FunctionException;
import io.github.vaultrenderer.template.gotemplate.exec.GoObject;
import io.github.vaultrenderer.template.gotemplate.exec.GoStruct;
import io.github.vaultrenderer.template.gotemplate.exec.NilPointer;
import io.github.vaultrenderer.template.gotemplate.exec.Parameter;
import io.github.vaultrenderer.template.gotemplate.exec.Signature;
import java.math.BigInteger;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A version as the semver library reads it: one or two numbers are enough.
 *
 * @param major the first number, unsigned
 * @param minor the second
 * @param patch the third
 * @param prerelease what follows a dash
 * @param metadata what follows a plus
 * @param original the text that it was read from
 * @param pointer whether it is a pointer in Go
 * @see <a href="https://pkg.go.dev/github.com/Masterminds/semver/v3">Go package semver</a>
 */
record SemanticVersion(
        long major, long minor, long patch, String prerelease, String metadata, String original, boolean pointer)
        implements GoObject, JsonShape, Comparable<SemanticVersion> {

    private static final String IDENTIFIERS = "([0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*)";
    private static final Pattern PATTERN = Pattern.compile(
            "v?([0-9]+)(?:\\.([0-9]+))?(?:\\.([0-9]+))?(?:-" + IDENTIFIERS + ")?(?:\\+" + IDENTIFIERS + ")?");
    // An empty part is allowed where one is set, and not where a version is read.
    private static final Pattern IDENTIFIER = Pattern.compile("[0-9A-Za-z-]*(?:\\.[0-9A-Za-z-]*)*");
    private static final Pattern NUMBER = Pattern.compile("[0-9]+");

    /** Go finds these at a pointer only, which the next version is not. */
    private static final Set<String> POINTER_METHODS =
            Set.of("Original", "Compare", "Equal", "LessThan", "LessThanEqual", "GreaterThan", "GreaterThanEqual");

    /** Of nil, which Go takes here, no method gives anything but an error. */
    private static final Parameter POINTER = new Parameter("*semver.Version", Parameter.Kind.NAMED, NilPointer.VERSION);

    /** The version without any field set. */
    static final SemanticVersion NONE = new SemanticVersion(0, 0, 0, "", "", "", true);

    static SemanticVersion parse(String text) throws FunctionException {
        Matcher matcher = PATTERN.matcher(text);
        if (!matcher.matches()) {
            throw FunctionException.failed("Invalid Semantic Version");
        }
        String prerelease = textOf(matcher.group(4));
        checkPrerelease(prerelease);
        return new SemanticVersion(
                number(matcher.group(1)),
                number(matcher.group(2)),
                number(matcher.group(3)),
                prerelease,
                textOf(matcher.group(5)),
                text,
                true);
    }

    private static void checkPrerelease(String text) throws FunctionException {
        for (String part : text.split("\\.", -1)) {
            if (NUMBER.matches(part) && part.length() > 1 && part.startsWith("0")) {
                throw FunctionException.failed("Version segment starts with 0");
            }
        }
    }

    private static String textOf(@Nullable String group) {
        return group == null ? "" : group;
    }

    private static long number(@Nullable String digits) throws FunctionException {
        try {
            return digits == null ? 0 : Long.parseUnsignedLong(digits);
        } catch (NumberFormatException tooLarge) {
            throw FunctionException.failed("Error parsing version segment");
        }
    }

    @Override
    public boolean isStringer() {
        return true;
    }

    @Override
    public String type() {
        return pointer ? "*semver.Version" : "semver.Version";
    }

    @Override
    public Signature signature(String method) {
        if (!pointer && POINTER_METHODS.contains(method)) {
            return Signature.NO_METHOD;
        }
        return switch (method) {
            case "Compare", "Equal", "LessThan", "LessThanEqual", "GreaterThan", "GreaterThanEqual" ->
                Signature.of(POINTER);
            case "SetPrerelease", "SetMetadata" -> Signature.of(Signatures.TEXT);
            case "Major",
                    "Minor",
                    "Patch",
                    "Prerelease",
                    "Metadata",
                    "Original",
                    "String",
                    "Value",
                    "IncMajor",
                    "IncMinor",
                    "IncPatch" -> Signature.NO_ARGUMENTS;
            default -> Signature.NO_METHOD;
        };
    }

    @Override
    public @Nullable Object call(String method, List<@Nullable Object> values) throws FunctionException {
        if (!pointer && POINTER_METHODS.contains(method)) {
            throw noField(method);
        }
        return switch (method) {
            case "Major" -> Numbers.uint64(major);
            case "Minor" -> Numbers.uint64(minor);
            case "Patch" -> Numbers.uint64(patch);
            case "Prerelease" -> prerelease;
            case "Metadata" -> metadata;
            case "Original" -> original;
            case "String", "Value" -> toString();
            case "SetPrerelease" ->
                withPrerelease(Arguments.exactly(1, method, values).text(0));
            case "SetMetadata" ->
                withMetadata(Arguments.exactly(1, method, values).text(0));
            case "IncMajor" -> next(major + 1, 0, 0);
            case "IncMinor" -> next(major, minor + 1, 0);
            case "IncPatch" -> next(major, minor, prerelease.isEmpty() ? patch + 1 : patch);
            case "Compare" -> (long) compareTo(other(method, values));
            case "Equal" -> compareTo(other(method, values)) == 0;
            case "LessThan" -> compareTo(other(method, values)) < 0;
            case "LessThanEqual" -> compareTo(other(method, values)) <= 0;
            case "GreaterThan" -> compareTo(other(method, values)) > 0;
            case "GreaterThanEqual" -> compareTo(other(method, values)) >= 0;
            default -> throw noField(method);
        };
    }

    private FunctionException noField(String name) {
        return FunctionException.wrongCall("can't evaluate field " + name + " in type " + type());
    }

    private static SemanticVersion other(String method, List<@Nullable Object> values) throws FunctionException {
        if (Arguments.exactly(1, method, values).get(0) instanceof SemanticVersion other && other.pointer) {
            return other;
        }
        throw FunctionException.failed("a version is compared with nil");
    }

    private SemanticVersion withPrerelease(String text) throws FunctionException {
        if (!text.isEmpty() && !IDENTIFIER.matches(text)) {
            throw FunctionException.failed("Invalid Prerelease string");
        }
        checkPrerelease(text);
        return unpointed(text, metadata);
    }

    private SemanticVersion withMetadata(String text) throws FunctionException {
        if (!text.isEmpty() && !IDENTIFIER.matches(text)) {
            throw FunctionException.failed("Invalid Metadata string");
        }
        return unpointed(prerelease, text);
    }

    private SemanticVersion unpointed(String otherPrerelease, String otherMetadata) {
        SemanticVersion other = new SemanticVersion(major, minor, patch, otherPrerelease, otherMetadata, "", false);
        String prefix = original.startsWith("v") ? "v" : "";
        return new SemanticVersion(major, minor, patch, otherPrerelease, otherMetadata, prefix + other, false);
    }

    private SemanticVersion next(long nextMajor, long nextMinor, long nextPatch) {
        SemanticVersion next = new SemanticVersion(nextMajor, nextMinor, nextPatch, "", "", "", false);
        String prefix = original.startsWith("v") ? "v" : "";
        return new SemanticVersion(nextMajor, nextMinor, nextPatch, "", "", prefix + next, false);
    }

    @Override
    public Object underlying() {
        return GoStruct.of(
                "semver.Version",
                "major",
                Numbers.uint64(major),
                "minor",
                Numbers.uint64(minor),
                "patch",
                Numbers.uint64(patch),
                "pre",
                prerelease,
                "metadata",
                metadata,
                "original",
                original);
    }

    @Override
    public Object json() {
        return toString();
    }

    @Override
    public int compareTo(SemanticVersion other) {
        int order = Long.compareUnsigned(major, other.major);
        order = order != 0 ? order : Long.compareUnsigned(minor, other.minor);
        order = order != 0 ? order : Long.compareUnsigned(patch, other.patch);
        return order != 0 ? order : comparePrereleases(prerelease, other.prerelease);
    }

    /** A release comes after what precedes it; numbers come before texts. */
    static int comparePrereleases(String first, String second) {
        if (first.isEmpty() || second.isEmpty()) {
            return Boolean.compare(first.isEmpty(), second.isEmpty());
        }
        String[] left = first.split("\\.", -1);
        String[] right = second.split("\\.", -1);
        int order = 0;
        for (int i = 0; order == 0 && i < Math.min(left.length, right.length); i++) {
            order = compareParts(left[i], right[i]);
        }
        return order != 0 ? order : Integer.compare(left.length, right.length);
    }

    private static int compareParts(String first, String second) {
        boolean number = NUMBER.matches(first);
        boolean otherNumber = NUMBER.matches(second);
        if (number && otherNumber) {
            return Integer.signum(new BigInteger(first).compareTo(new BigInteger(second)));
        }
        return number == otherNumber ? Integer.signum(first.compareTo(second)) : number ? -1 : 1;
    }

    @Override
    public String toString() {
        return Long.toUnsignedString(major)
                + "."
                + Long.toUnsignedString(minor)
                + "."
                + Long.toUnsignedString(patch)
                + (prerelease.isEmpty() ? "" : "-" + prerelease)
                + (metadata.isEmpty() ? "" : "+" + metadata);
    }
}
