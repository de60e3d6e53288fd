package io.github.vaultrenderer.template.gotemplate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Arbitrary pipelines: calls of every function, with arguments that are mostly of the right kinds, within one another. */
final class GeneratedExpressions {

    private static final String LIST = "/differential/functions.txt";

    /** Calls that leave something behind in the rendering, or find what others left. */
    private static final List<String> KEEPING = List.of(
            "scratch.Set \"k\" $x",
            "scratch.SetX \"k\" 2",
            "scratch.Get \"k\"",
            "scratch.Key \"k\"",
            "scratch.Key \"nope\"",
            "scratch.MapSet \"m\" \"a\" $y",
            "scratch.MapSetX \"m\" \"a\" 1",
            "scratch.MapValues \"m\"",
            "sprig_set $s.Data \"added\" $x",
            "$s.Data.added",
            "envOrDefault \"NOPE\" \"d\"",
            "mustEnv \"NOPE\"",
            "executeTemplate \"a\" $x",
            "executeTemplate \"nope\"",
            "secret \"secret/nope\"",
            "secret \"/secret/org1%2Fapp%31?x=%zz#part\"",
            "secret \"secret/org1/app1%\"",
            "(secret \"secret/nope\").Data.x",
            "secrets \"secret/org1\" | join \",\"",
            "timestamp \"MST -0700\"",
            "len timestamp",
            "timestamp 1",
            "timestamp \"\" \"\"",
            "sprig_ago \"x\"",
            "secret \"secret/nope\" \"a=b\"",
            "secret \"secret/nope\" \"ab\"",
            "secret",
            "secrets \"secret/nope\"",
            "pkiCert \"pki/issue/nope\" \"common_name=a\"",
            "(pkiCert \"pki/issue/nope\" \"common_name=a\").Cert",
            "env \"NOPE\"",
            "env 1",
            "mustEnv \"A_SPECIFIC_VAR\"",
            "executeTemplate \"b\"",
            "executeTemplate \"a\" 1 2",
            "executeTemplate \"a\" . | len",
            "scratch.MapSet \"k\" \"a\" 1",
            "scratch.MapValues \"nope\"",
            "scratch.Get 1",
            "sprig_bcrypt \"p\" | len",
            "sprig_htpasswd \"u\" \"p\" | len",
            "sprig_htpasswd \"u:v\" \"p\"",
            "sprig_derivePassword 1 \"long\" \"password\" \"user\" \"example.com\"",
            "sprig_derivePassword 1 \"nope\" \"password\" \"user\" \"example.com\"",
            "sprig_genPrivateKey \"ecdsa\" | regexMatch \"BEGIN EC PRIVATE KEY\"",
            "sprig_genPrivateKey \"ed25519\" | regexMatch \"BEGIN PRIVATE KEY\"",
            "sprig_genPrivateKey \"nope\"",
            "(sprig_genCAWithKey \"ca\" 3 (sprig_genPrivateKey \"ed25519\")).Cert | sprig_trunc 27",
            "sprig_genCAWithKey \"ca\" 3 \"nope\"",
            "(sprig_genSelfSignedCertWithKey \"cn\" (sprig_list \"10.0.0.1\") nil 3 (sprig_genPrivateKey \"ecdsa\")).Key | sprig_trunc 30",
            "sprig_buildCustomCert \"x\" \"y\"",
            "key \"never\" | nope",
            "(index (sprig_list (sprig_dict \"a\" (sprig_dict \"b\" 1))) 0).a.b",
            "sprig_list.x",
            "scratch.Nope",
            "$s.LeaseID",
            "$s.Renewable",
            "$s.Auth.ClientToken",
            "$s.Data.map.z | toUpper");

    /** Methods of what functions give, with their arguments. */
    private static final List<String> METHODS_OF_TIMES = List.of(
            "Year",
            "Month",
            "Day",
            "Weekday",
            "YearDay",
            "Hour",
            "Nanosecond",
            "Unix",
            "UnixMilli",
            "UnixNano",
            "UTC",
            "Local",
            "IsZero",
            "String",
            "GoString",
            "Nope",
            "ISOWeek",
            "Month.String",
            "UTC.Year",
            "AddDate 1 2 30",
            "AddDate 0 -14 0",
            "AddDate 1",
            "Add 5000000000",
            "Add \"1h\"",
            "Format \"Jan 2 15:04 MST\"",
            "Format $x",
            "Before (sprig_toDate \"2006-01-02\" \"2024-03-01\")",
            "Equal .",
            "Compare (sprig_toDate \"2006-01-02\" \"2020-01-01\")",
            "Sub (sprig_toDate \"2006-01-02\" \"2020-01-01\")",
            "Year 1");

    private static final List<String> METHODS_OF_VERSIONS = List.of(
            "Major",
            "Minor",
            "Patch",
            "Prerelease",
            "Metadata",
            "Original",
            "String",
            "IncMajor",
            "IncMinor",
            "IncPatch",
            "IncPatch.Original",
            "SetPrerelease \"rc.2\"",
            "SetPrerelease \"01\"",
            "SetPrerelease \"_\"",
            "SetMetadata \"b.1\"",
            "SetMetadata \"\"",
            "Value",
            "Compare (sprig_semver \"v1.3\")",
            "LessThan (sprig_semver \"1.2.3-rc.2\")",
            "GreaterThanEqual (sprig_semver \"1\")",
            "Equal 1",
            "Compare",
            "Nope");

    private static final List<String> METHODS_OF_NUMBERS = List.of("Int64", "Float64", "String", "Nope", "Int64 1");

    private final List<Signature> signatures = signatures().toList();
    private final Map<String, Arbitrary<String>> known = new HashMap<>();

    /**
     * A function's name, the kinds of its arguments, what its value is piped to at once, which may be nothing, and the kind
     * of the value.
     */
    record Signature(String name, List<String> arguments, String then, String value) {
        static Signature of(String line) {
            String[] sides = line.split(" -> ", -1);
            String[] pipes = sides[0].split("(?= \\| )", 2);
            List<String> words = new ArrayList<>(List.of(pipes[0].strip().split("\\s+", -1)));
            String name = words.remove(0);
            return new Signature(name, words, pipes.length > 1 ? pipes[1] : "", sides[1].strip());
        }
    }

    static Stream<Signature> signatures() {
        return ConformanceCases.resource(LIST)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(Signature::of);
    }

    /** A pipeline with calls within one another, so deep. */
    Arbitrary<String> pipeline(int depth) {
        return known(
                "pipeline " + depth,
                () -> Arbitraries.frequencyOf(
                        Tuple.of(30, Arbitraries.of(signatures).flatMap(signature -> call(signature, depth))),
                        Tuple.of(6, Arbitraries.of(signatures).flatMap(signature -> piped(signature, depth))),
                        Tuple.of(4, value("*", depth)),
                        Tuple.of(
                                1,
                                Combinators.combine(
                                                value("*", depth),
                                                Arbitraries.of(
                                                        "print",
                                                        "not",
                                                        "printf \"%v\"",
                                                        "println 1",
                                                        "toJSON",
                                                        "sprig_toString",
                                                        "1"))
                                        .as((value, function) -> value + " | " + function)),
                        Tuple.of(1, Arbitraries.of(KEEPING)),
                        Tuple.of(1, method()),
                        Tuple.of(1, value("s", depth).map(value -> value + " "))));
    }

    private static Arbitrary<String> method() {
        Arbitrary<String> times = Combinators.combine(GeneratedValues.of("T"), Arbitraries.of(METHODS_OF_TIMES))
                .as((time, method) -> time + "." + method);
        Arbitrary<String> versions = Combinators.combine(GeneratedValues.of("sv"), Arbitraries.of(METHODS_OF_VERSIONS))
                .as((version, method) -> "(sprig_semver " + version + ")." + method);
        Arbitrary<String> numbers = Arbitraries.of(METHODS_OF_NUMBERS).map("$s.Data.n."::concat);
        return Arbitraries.frequencyOf(Tuple.of(3, times), Tuple.of(2, versions), Tuple.of(1, numbers));
    }

    /** Something to range over. */
    Arbitrary<String> rangeable(int depth) {
        return known(
                "rangeable " + depth,
                () -> Arbitraries.frequencyOf(
                        Tuple.of(
                                2,
                                Arbitraries.of(
                                        "3",
                                        "0",
                                        "-1",
                                        "(parseInt \"2\")",
                                        "(parseUint \"2\")",
                                        "nil",
                                        "\"text\"",
                                        "true",
                                        "2.5")),
                        Tuple.of(6, Arbitraries.of("L", "M", "S", "N").flatMap(kind -> value(kind, depth))),
                        Tuple.of(1, value("*", depth))));
    }

    /** An operand of a kind, mostly. */
    Arbitrary<String> value(String kind, int depth) {
        return known(kind + " " + depth, () -> {
            Arbitrary<String> plain = GeneratedValues.of(kind);
            if (depth == 0) {
                return plain;
            }
            List<Signature> giving = signatures.stream()
                    .filter(each -> each.value().equals(kind))
                    .toList();
            Arbitrary<String> calls = giving.isEmpty()
                    ? plain
                    : Arbitraries.of(giving)
                            .flatMap(each -> call(each, depth - 1))
                            .map(call -> "(" + call + ")");
            return Arbitraries.frequencyOf(
                    Tuple.of(60, plain),
                    Tuple.of(30, calls),
                    Tuple.of(1, Arbitraries.lazyOf(() -> value("*", depth - 1))),
                    Tuple.of(1, Arbitraries.lazyOf(() -> pipeline(depth - 1)).map(inner -> "(" + inner + ")")),
                    Tuple.of(1, Arbitraries.lazyOf(() -> pipeline(depth - 1)).map(inner -> "(" + inner + ").a")));
        });
    }

    private Arbitrary<String> call(Signature signature, int depth) {
        return arguments(signature, depth).map(arguments -> joined(signature.name(), arguments) + signature.then());
    }

    /** A call whose last argument is piped in. */
    private Arbitrary<String> piped(Signature signature, int depth) {
        return arguments(signature, depth)
                .map(arguments -> arguments.isEmpty()
                        ? "1 | " + signature.name()
                        : arguments.get(arguments.size() - 1) + " | "
                                + joined(signature.name(), arguments.subList(0, arguments.size() - 1))
                                + signature.then());
    }

    private static String joined(String name, List<String> arguments) {
        return arguments.isEmpty() ? name : name + " " + String.join(" ", arguments);
    }

    private Arbitrary<List<String>> arguments(Signature signature, int depth) {
        Arbitrary<List<String>> all = Arbitraries.just(List.of());
        for (String kind : signature.arguments()) {
            boolean many = kind.endsWith("...");
            Arbitrary<String> one = value(many ? kind.substring(0, kind.length() - 3) : kind, depth);
            Arbitrary<List<String>> next = many ? one.list().ofMaxSize(3) : one.map(List::of);
            all = Combinators.combine(all, next).as(GeneratedExpressions::concatenated);
        }
        return Arbitraries.frequencyOf(
                Tuple.of(60, all),
                Tuple.of(
                        1,
                        Combinators.combine(all, value("*", depth))
                                .as((some, more) -> concatenated(some, List.of(more)))),
                Tuple.of(1, all.map(some -> some.isEmpty() ? some : some.subList(0, some.size() - 1))));
    }

    private static List<String> concatenated(List<String> first, List<String> second) {
        List<String> both = new ArrayList<>(first);
        both.addAll(second);
        return both;
    }

    private Arbitrary<String> known(String key, Supplier<Arbitrary<String>> made) {
        Arbitrary<String> arbitrary = known.get(key);
        if (arbitrary == null) {
            arbitrary = made.get();
            known.put(key, arbitrary);
        }
        return arbitrary;
    }
}
