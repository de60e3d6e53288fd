package io.github.vaultrenderer.template.gotemplate.functions;

import static io.github.vaultrenderer.template.gotemplate.exec.Parameter.ANY;

import io.github.vaultrenderer.template.gotemplate.exec.Parameter;
import io.github.vaultrenderer.template.gotemplate.exec.Parameter.Kind;
import io.github.vaultrenderer.template.gotemplate.exec.Signature;
import org.jspecify.annotations.Nullable;

/**
 * What Go's own functions and consul-template's take, by Go's reflection. A test compares each with what Go says.
 *
 * @see <a href="https://github.com/hashicorp/consul-template/blob/v0.41.1/template/template.go">consul-template, funcMap</a>
 */
final class Signatures {

    static final Parameter TEXT = new Parameter("string", Kind.STRING, null);
    static final Parameter INT = new Parameter("int", Kind.INT, null);
    static final Parameter BOOL = new Parameter("bool", Kind.BOOL, null);
    static final Parameter LIST = new Parameter("[]interface {}", Kind.LIST, GoNil.ANY);
    static final Parameter TEXTS = new Parameter("[]string", Kind.TEXTS, GoNil.STRINGS);
    static final Parameter MAP = new Parameter("map[string]interface {}", Kind.MAP, GoNil.MAP);

    /** Options of a merge, which no template has: nil is all that can be given. */
    private static final Parameter MERGE_OPTION = new Parameter("func(*mergo.Config)", Kind.NAMED, GoNil.MAP);

    private static final Parameter KEY_PAIRS = new Parameter("[]*dependency.KeyPair", Kind.NAMED, GoNil.ANY);
    private static final Parameter SERVICES = new Parameter("[]*dependency.HealthService", Kind.NAMED, GoNil.ANY);

    /** What a function takes that is not permitted. */
    static final Signature DISABLED = Signature.variadic(TEXT);

    private Signatures() {}

    /** What the function of that name takes; {@code null} when there is none of that name. */
    static @Nullable Signature of(String name) {
        return switch (name) {
            case "not",
                    "len",
                    "byPort",
                    "byTag",
                    "toJSON",
                    "toJSONPretty",
                    "toTOML",
                    "toUnescapedJSON",
                    "toUnescapedJSONPretty",
                    "toYAML" -> Signature.of(ANY);
            case "index", "slice", "call", "eq" -> Signature.variadic(ANY, ANY);
            case "print", "println", "html", "js", "urlquery", "loop", "nomadService", "spew_dump", "spew_sdump" ->
                Signature.variadic(ANY);
            case "printf", "executeTemplate", "spew_printf", "spew_sprintf" -> Signature.variadic(TEXT, ANY);
            case "ne",
                    "lt",
                    "le",
                    "gt",
                    "ge",
                    "add",
                    "contains",
                    "divide",
                    "in",
                    "maximum",
                    "minimum",
                    "modulo",
                    "multiply",
                    "subtract" -> Signature.of(ANY, ANY);
            case "base64Decode",
                    "base64Encode",
                    "base64URLDecode",
                    "base64URLEncode",
                    "env",
                    "file",
                    "key",
                    "keyExists",
                    "ls",
                    "md5sum",
                    "mustEnv",
                    "nomadVar",
                    "nomadVarExists",
                    "parseBool",
                    "parseFloat",
                    "parseInt",
                    "parseJSON",
                    "parseUint",
                    "parseYAML",
                    "safeLs",
                    "safeTree",
                    "secrets",
                    "sha256Hex",
                    "toLower",
                    "toTitle",
                    "toUpper",
                    "tree",
                    "trimSpace" -> Signature.of(TEXT);
            case "byKey", "explode" -> Signature.of(KEY_PAIRS);
            case "byMeta" -> Signature.of(TEXT, SERVICES);
            case "caLeaf",
                    "caRoots",
                    "connect",
                    "exportedServices",
                    "node",
                    "nodes",
                    "nomadServices",
                    "nomadVarList",
                    "nomadVarListSafe",
                    "peerings",
                    "pkiCert",
                    "secret",
                    "service",
                    "services",
                    "sockaddr",
                    "timestamp" -> Signature.variadic(TEXT);
            case "containsAll", "containsAny", "containsNone", "containsNotAll" -> Signature.of(LIST, ANY);
            case "datacenters" -> Signature.variadic(BOOL);
            case "envOrDefault",
                    "hmacSHA256Hex",
                    "keyOrDefault",
                    "regexMatch",
                    "split",
                    "trim",
                    "trimPrefix",
                    "trimSuffix" -> Signature.of(TEXT, TEXT);
            case "explodeMap" -> Signature.of(MAP);
            case "indent" -> Signature.of(INT, TEXT);
            case "join" -> Signature.of(TEXT, TEXTS);
            case "mergeMap" -> Signature.variadic(MAP, MAP, MERGE_OPTION);
            case "mergeMapWithOverride" -> Signature.of(MAP, MAP);
            case "partitions", "scratch" -> Signature.of();
            case "plugin" -> Signature.variadic(TEXT, TEXT);
            case "regexReplaceAll", "replaceAll", "splitToMap" -> Signature.of(TEXT, TEXT, TEXT);
            case "writeToFile" -> Signature.variadic(TEXT, TEXT, TEXT, TEXT, TEXT);
            default -> name.startsWith("sprig_") ? SprigSignatures.of(name) : null;
        };
    }
}
