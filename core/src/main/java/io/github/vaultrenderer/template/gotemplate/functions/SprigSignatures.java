package io.github.vaultrenderer.template.gotemplate.functions;

import static io.github.vaultrenderer.template.gotemplate.exec.Parameter.ANY;
import static io.github.vaultrenderer.template.gotemplate.functions.Signatures.BOOL;
import static io.github.vaultrenderer.template.gotemplate.functions.Signatures.INT;
import static io.github.vaultrenderer.template.gotemplate.functions.Signatures.LIST;
import static io.github.vaultrenderer.template.gotemplate.functions.Signatures.MAP;
import static io.github.vaultrenderer.template.gotemplate.functions.Signatures.TEXT;

import io.github.vaultrenderer.template.gotemplate.exec.Parameter;
import io.github.vaultrenderer.template.gotemplate.exec.Parameter.Kind;
import io.github.vaultrenderer.template.gotemplate.exec.Signature;
import org.jspecify.annotations.Nullable;

/** What sprig's functions take, by Go's reflection. A test compares each with what Go says. */
final class SprigSignatures {

    static final Parameter TIME = new Parameter("time.Time", Kind.NAMED, null);

    private static final Parameter CERTIFICATE = new Parameter("sprig.certificate", Kind.NAMED, null);
    private static final Parameter FLOAT = new Parameter("float64", Kind.FLOAT, null);
    private static final Parameter COUNTER = new Parameter("uint32", Kind.UINT, null);

    private SprigSignatures() {}

    /** What the function of that name takes; {@code null} when there is none of that name. */
    static @Nullable Signature of(String name) {
        return switch (name) {
            case "sprig_add1",
                    "sprig_add1f",
                    "sprig_ago",
                    "sprig_ceil",
                    "sprig_compact",
                    "sprig_deepCopy",
                    "sprig_duration",
                    "sprig_durationRound",
                    "sprig_empty",
                    "sprig_first",
                    "sprig_float64",
                    "sprig_floor",
                    "sprig_initial",
                    "sprig_int",
                    "sprig_int64",
                    "sprig_kindOf",
                    "sprig_last",
                    "sprig_mustCompact",
                    "sprig_mustDeepCopy",
                    "sprig_mustFirst",
                    "sprig_mustInitial",
                    "sprig_mustLast",
                    "sprig_mustRest",
                    "sprig_mustReverse",
                    "sprig_mustToJson",
                    "sprig_mustToPrettyJson",
                    "sprig_mustToRawJson",
                    "sprig_mustUniq",
                    "sprig_rest",
                    "sprig_reverse",
                    "sprig_sortAlpha",
                    "sprig_toDecimal",
                    "sprig_toJson",
                    "sprig_toPrettyJson",
                    "sprig_toRawJson",
                    "sprig_toString",
                    "sprig_toStrings",
                    "sprig_typeOf",
                    "sprig_uniq" -> Signature.of(ANY);
            case "sprig_biggest",
                    "sprig_default",
                    "sprig_divf",
                    "sprig_max",
                    "sprig_maxf",
                    "sprig_min",
                    "sprig_minf",
                    "sprig_mul",
                    "sprig_mulf",
                    "sprig_mustSlice",
                    "sprig_mustWithout",
                    "sprig_slice",
                    "sprig_subf",
                    "sprig_without" -> Signature.variadic(ANY, ANY);
            case "sprig_add",
                    "sprig_addf",
                    "sprig_all",
                    "sprig_any",
                    "sprig_cat",
                    "sprig_coalesce",
                    "sprig_concat",
                    "sprig_dict",
                    "sprig_dig",
                    "sprig_list",
                    "sprig_quote",
                    "sprig_squote",
                    "sprig_tuple" -> Signature.variadic(ANY);
            case "sprig_append",
                    "sprig_deepEqual",
                    "sprig_div",
                    "sprig_has",
                    "sprig_mod",
                    "sprig_mustAppend",
                    "sprig_mustHas",
                    "sprig_mustPrepend",
                    "sprig_mustPush",
                    "sprig_prepend",
                    "sprig_push",
                    "sprig_sub" -> Signature.of(ANY, ANY);
            case "sprig_adler32sum",
                    "sprig_atoi",
                    "sprig_b32dec",
                    "sprig_b32enc",
                    "sprig_b64dec",
                    "sprig_b64enc",
                    "sprig_base",
                    "sprig_bcrypt",
                    "sprig_camelcase",
                    "sprig_clean",
                    "sprig_dir",
                    "sprig_ext",
                    "sprig_fail",
                    "sprig_fromJson",
                    "sprig_genPrivateKey",
                    "sprig_initials",
                    "sprig_isAbs",
                    "sprig_kebabcase",
                    "sprig_lower",
                    "sprig_mustFromJson",
                    "sprig_nospace",
                    "sprig_osBase",
                    "sprig_osClean",
                    "sprig_osDir",
                    "sprig_osExt",
                    "sprig_osIsAbs",
                    "sprig_regexQuoteMeta",
                    "sprig_semver",
                    "sprig_sha1sum",
                    "sprig_sha256sum",
                    "sprig_sha512sum",
                    "sprig_shuffle",
                    "sprig_snakecase",
                    "sprig_swapcase",
                    "sprig_title",
                    "sprig_trim",
                    "sprig_untitle",
                    "sprig_upper",
                    "sprig_urlParse" -> Signature.of(TEXT);
            case "sprig_buildCustomCert",
                    "sprig_contains",
                    "sprig_decryptAES",
                    "sprig_encryptAES",
                    "sprig_hasPrefix",
                    "sprig_hasSuffix",
                    "sprig_htpasswd",
                    "sprig_mustRegexFind",
                    "sprig_mustRegexMatch",
                    "sprig_mustToDate",
                    "sprig_regexFind",
                    "sprig_regexMatch",
                    "sprig_semverCompare",
                    "sprig_split",
                    "sprig_splitList",
                    "sprig_toDate",
                    "sprig_trimAll",
                    "sprig_trimPrefix",
                    "sprig_trimSuffix",
                    "sprig_trimall" -> Signature.of(TEXT, TEXT);
            case "sprig_urlJoin", "sprig_values" -> Signature.of(MAP);
            case "sprig_abbrev", "sprig_indent", "sprig_nindent", "sprig_repeat", "sprig_trunc", "sprig_wrap" ->
                Signature.of(INT, TEXT);
            case "sprig_hello" -> Signature.of();
            case "sprig_mustRegexReplaceAll",
                    "sprig_mustRegexReplaceAllLiteral",
                    "sprig_regexReplaceAll",
                    "sprig_regexReplaceAllLiteral",
                    "sprig_replace" -> Signature.of(TEXT, TEXT, TEXT);
            case "sprig_abbrevboth", "sprig_substr" -> Signature.of(INT, INT, TEXT);
            case "sprig_chunk", "sprig_mustChunk" -> Signature.of(INT, ANY);
            case "sprig_derivePassword" -> Signature.of(COUNTER, TEXT, TEXT, TEXT, TEXT);
            case "sprig_genCA" -> Signature.of(TEXT, INT);
            case "sprig_genCAWithKey", "sprig_splitn" -> Signature.of(TEXT, INT, TEXT);
            case "sprig_genSelfSignedCert" -> Signature.of(TEXT, LIST, LIST, INT);
            case "sprig_genSelfSignedCertWithKey" -> Signature.of(TEXT, LIST, LIST, INT, TEXT);
            case "sprig_genSignedCert" -> Signature.of(TEXT, LIST, LIST, INT, CERTIFICATE);
            case "sprig_genSignedCertWithKey" -> Signature.of(TEXT, LIST, LIST, INT, CERTIFICATE, TEXT);
            case "sprig_get", "sprig_hasKey", "sprig_unset" -> Signature.of(MAP, TEXT);
            case "sprig_join", "sprig_kindIs", "sprig_typeIs", "sprig_typeIsLike" -> Signature.of(TEXT, ANY);
            case "sprig_keys" -> Signature.variadic(MAP);
            case "sprig_merge", "sprig_mergeOverwrite", "sprig_mustMerge", "sprig_mustMergeOverwrite" ->
                Signature.variadic(MAP, MAP);
            case "sprig_mustDateModify", "sprig_must_date_modify" -> Signature.of(TEXT, TIME);
            case "sprig_mustRegexFindAll",
                    "sprig_mustRegexSplit",
                    "sprig_plural",
                    "sprig_regexFindAll",
                    "sprig_regexSplit" -> Signature.of(TEXT, TEXT, INT);
            case "sprig_omit", "sprig_pick" -> Signature.variadic(MAP, TEXT);
            case "sprig_pluck" -> Signature.variadic(TEXT, MAP);
            case "sprig_randInt" -> Signature.of(INT, INT);
            case "sprig_round" -> Signature.variadic(ANY, INT, FLOAT);
            case "sprig_seq" -> Signature.variadic(INT);
            case "sprig_set" -> Signature.of(MAP, TEXT, ANY);
            case "sprig_ternary" -> Signature.of(ANY, ANY, BOOL);
            case "sprig_unixEpoch" -> Signature.of(TIME);
            case "sprig_until" -> Signature.of(INT);
            case "sprig_untilStep" -> Signature.of(INT, INT, INT);
            case "sprig_wrapWith" -> Signature.of(INT, TEXT, TEXT);
            default -> null;
        };
    }
}
