package io.github.vaultrenderer.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vaultrenderer.failure.RendererException;
import io.github.vaultrenderer.secrets.Lease;
import io.github.vaultrenderer.secrets.Secret;
import io.github.vaultrenderer.secrets.SecretQuery;
import io.github.vaultrenderer.secrets.VaultNumber;
import io.github.vaultrenderer.template.RenderLimits;
import io.github.vaultrenderer.template.TemplateEngine;
import io.github.vaultrenderer.template.TemplatePermissions;
import io.github.vaultrenderer.template.TemplateSource;
import io.github.vaultrenderer.template.freemarker.FreeMarkerEngine;
import io.github.vaultrenderer.template.gotemplate.GoTemplateEngine;
import io.github.vaultrenderer.template.gotemplate.functions.Functions;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Values that no failure may tell: planted in nested data, in a key, in a token and in what is written, and given to every
 * function there is, in every place. Renderings that succeed prove nothing, and are not counted.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CanaryTest {

    /** Its words are in no function's name and no message. */
    private static final String SHORT = "c4n4ry\"<&>'\\é\nzw31t3-l1n3 + /?";

    /** Long, as messages cut long values off in the middle, where nothing finds them any more. */
    private static final String LONG = "l0ngc4n4ry-".repeat(40);

    private static final String KEY = "-----BEGIN EC PRIVATE KEY-----\n" + "MHcCAQEEc4n4ryk3yAAABBBBCCCC".repeat(2)
            + "\nsEc0ndl1n3c4n4ry==\n-----END EC PRIVATE KEY-----\n";
    private static final String TOKEN = "hvs.c4n4ryT0k3n";
    private static final String NUMBER = "8675309123";

    private static final Map<String, @Nullable Object> DATA = Map.of(
            "s",
            SHORT,
            "long",
            LONG,
            "n",
            new VaultNumber(NUMBER),
            "deep",
            Map.of("list", List.of(SHORT, Map.of("k", LONG))));

    private static final String NATIVE = """
            secret secrets pkiCert file env mustEnv envOrDefault executeTemplate plugin sockaddr writeToFile scratch
            base64Decode base64Encode base64URLDecode base64URLEncode contains containsAll containsAny containsNone
            containsNotAll in explodeMap mergeMap mergeMapWithOverride indent loop join trim trimPrefix trimSuffix trimSpace
            parseBool parseFloat parseInt parseJSON parseUint parseYAML regexReplaceAll regexMatch replaceAll sha256Hex md5sum
            hmacSHA256Hex timestamp toLower toUpper toTitle toJSON toJSONPretty toUnescapedJSON toUnescapedJSONPretty toTOML
            toYAML split splitToMap add subtract multiply divide modulo minimum maximum spew_dump spew_printf spew_sdump
            spew_sprintf key keyOrDefault ls service nomadVar explode byKey
            and or not len index slice print printf println html js urlquery eq ne lt le gt ge call
            """;

    private static final String SPRIG = """
            hello ago duration durationRound must_date_modify mustDateModify mustToDate toDate unixEpoch abbrev abbrevboth
            trunc trim upper lower title untitle substr repeat trimall trimAll trimSuffix trimPrefix nospace initials swapcase
            shuffle snakecase camelcase kebabcase wrap wrapWith contains hasPrefix hasSuffix quote squote cat indent nindent
            replace plural sha1sum sha256sum sha512sum adler32sum toString atoi int64 int float64 seq toDecimal split splitList
            splitn toStrings until untilStep add1 add sub div mod mul randInt add1f addf subf divf mulf biggest max min maxf
            minf ceil floor round join sortAlpha default empty coalesce all any compact mustCompact fromJson toJson
            toPrettyJson toRawJson mustFromJson mustToJson mustToPrettyJson mustToRawJson ternary deepCopy mustDeepCopy typeOf
            typeIs typeIsLike kindOf kindIs deepEqual base dir clean ext isAbs osBase osClean osDir osExt osIsAbs b64enc b64dec
            b32enc b32dec tuple list dict get set unset hasKey pluck keys pick omit merge mergeOverwrite mustMerge
            mustMergeOverwrite values append mustAppend prepend mustPrepend first mustFirst rest mustRest last mustLast
            initial mustInitial reverse mustReverse uniq mustUniq without mustWithout has mustHas slice mustSlice concat dig
            chunk mustChunk bcrypt htpasswd genPrivateKey derivePassword buildCustomCert genCA genCAWithKey genSelfSignedCert
            genSelfSignedCertWithKey genSignedCert genSignedCertWithKey encryptAES decryptAES semver semverCompare fail
            regexMatch mustRegexMatch regexFindAll mustRegexFindAll regexFind mustRegexFind regexReplaceAll mustRegexReplaceAll
            regexReplaceAllLiteral mustRegexReplaceAllLiteral regexSplit mustRegexSplit regexQuoteMeta urlParse urlJoin
            """;

    /** Of the functions that take seconds, one call each proves as much. */
    private static final List<String> SLOW = List.of(
            "sprig_bcrypt",
            "sprig_htpasswd",
            "sprig_genPrivateKey",
            "sprig_derivePassword",
            "sprig_genCA",
            "sprig_genSelfSignedCert");

    private static final List<String> ARGUMENTS = List.of("$s", "$long", "$n", "$m", "$l", "1", "\"x\"");

    private int failures;

    static Stream<String> functions() {
        return Stream.concat(
                Stream.of(NATIVE.trim().split("\\s+")),
                Stream.of(SPRIG.trim().split("\\s+")).map(name -> "sprig_" + name));
    }

    @Test
    void knowsTheFunctions() {
        assertThat(functions())
                .hasSizeGreaterThan(270)
                .doesNotHaveDuplicates()
                .allSatisfy(name -> assertThat(
                                Functions.all(TemplatePermissions.none()).find(name) != null
                                        || List.of("and", "or").contains(name))
                        .as(name)
                        .isTrue());
    }

    @ParameterizedTest
    @MethodSource("functions")
    void noFunctionOfGoTemplatesTellsItsArguments(String function) {
        for (List<String> arguments : combinations(SLOW.contains(function) ? 1 : 3)) {
            String call = function + " " + String.join(" ", arguments);
            tellsNothing("t.ctmpl", withValues("{{ " + call + " }}"));
        }
    }

    @Test
    void theCallsAboveDoFail() {
        noFunctionOfGoTemplatesTellsItsArguments("parseInt");
        noFunctionOfGoTemplatesTellsItsArguments("mustEnv");
        assertThat(failures).isGreaterThan(100);
    }

    @AfterAll
    void someFailed() {
        assertThat(failures).isPositive();
    }

    /** Messages that name what they were given, in the forms in which templates pass values on. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "$s",
                "$long",
                "(printf \"%v\" $n)",
                "(printf \"%v\" $m)",
                "(printf \"%#v\" $s)",
                "(printf \"%q\" $s)",
                "(printf \"%q\" $long)",
                "(base64Encode $s)",
                "(base64URLEncode $s)",
                "(base64Encode $long)",
                "(sprig_b64enc $s)",
                "(urlquery $s)",
                "(toJSON $s)",
                "(toJSON $m)",
                "(toJSONPretty $m)",
                "(toUnescapedJSON $s)",
                "(toYAML $m)",
                "(toTOML $m)",
                "(sprig_quote $s)",
                "(sprig_squote $s)",
                "(html $s)",
                "(js $s)",
                "(indent 3 $s)",
                "(printf \"prefix-%s-suffix\" $s)",
                "(index (split \"\\n\" $s) 1)",
                "$key",
                "(base64Encode $key)",
                "(index (split \"\\n\" $key) 1)",
                "$token",
                "(base64Encode $token)"
            })
    void noNameTellsTheValueItIsMadeOf(String value) {
        for (String call : List.of(
                "mustEnv %s",
                "sprig_fail %s",
                "plugin %s",
                "file %s",
                "executeTemplate %s",
                "secret (print \"secret/\" %s)",
                "secret \"kv/written\" (print \"k=\" %s) | parseInt",
                "secret \"kv/refused\" (print \"k=\" %s)",
                "index $m %s \"x\"",
                "index $m.deep %s | parseInt",
                "scratch.Get %s | parseInt",
                "template %s",
                "pkiCert \"pki/refused\" (print \"k=\" %s)")) {
            if (!call.startsWith("template")) {
                tellsNothing("t.ctmpl", withValues("{{ " + call.formatted(value) + " }}"));
            }
        }
        assertThat(failures).isPositive();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '~', textBlock = """
                    t.ctmpl ¦ {{ (secret "kv/written" "k=c4n4ry-in-the-template-itself").Data.nope.x }}
                    t.ctmpl ¦ {{ with secret "kv/written" "k=c4n4ry-in-the-template-itself" "other-name=0123456789012345678901234567890c4n4ry" }}{{ .Nope }}{{ end }}
                    t.ctmpl ¦ {{ (secret "kv/written" "other-name=01234567890123456789012345678901234567890123456789c4n4ry").Nope }}
                    t.ctmpl ¦ {{ secret "kv/refused" "k=c4n4ry-in-the-template-itself" }}
                    t.ctmpl ¦ {{ secret "kv/refused" "c4n4ry" }}
                    t.ctmpl ¦ {{ (secret "kv/written" "k=v").Auth.ClientToken | mustEnv }}
                    t.ctmpl ¦ {{ (secret "kv/written" "k=v").Auth | parseInt }}
                    t.ctmpl ¦ {{ (secret "kv/written" "k=v").WrapInfo.Token | mustEnv }}
                    t.ctmpl ¦ {{ (secret "kv/written" "k=v").WrapInfo.WrappedAccessor | parseInt }}
                    t.ctmpl ¦ {{ (secret "kv/written" "k=v").WrapInfo | toJSON | parseInt }}
                    t.ctmpl ¦ {{ (secret "kv/written" "k=v").WrapInfo | parseInt }}
                    t.ftl   ¦ ${secret('kv/written', {'k': 'v'}).wrap_info.token?number}
                    t.ftl   ¦ ${secret('kv/written', {'k': 'c4n4ry-in-the-template-itself'}).nope}
                    t.ftl   ¦ ${secret('kv/refused', {'k': 'c4n4ry-in-the-template-itself', 'l': ['c4n4ry-in-a-list', {'m': 'c4n4ry-in-a-map'}]}).nope}
                    t.ftl   ¦ <#if secret('kv/written', {'k': '0123456789012345678901234567890123456789c4n4ry-in-the-template-itself'}).auth>x</#if>
                    t.ftl   ¦ ${secret('kv/written', {'k': 'v'}).auth.client_token?number}
                    t.ftl   ¦ ${secret('kv/written', {'k': 'v'}).auth}
                    """)
    void noFailureTellsWhatWasWrittenNorATokenThatCameOfIt(String name, String template) {
        assertThat(tellsNothing(name, template)).as("it fails").isTrue();
    }

    static Stream<String> builtIns() {
        return Stream.of(
                "number",
                "boolean",
                "date",
                "time",
                "datetime",
                "date.iso",
                "datetime('yyyy')",
                "eval",
                "eval_json",
                "interpret",
                "new",
                "new()",
                "api",
                "size",
                "keys",
                "values",
                "first",
                "last",
                "string.x",
                "c",
                "abs",
                "round",
                "chunk(2)",
                "join(1)",
                "sort",
                "sort_by('x')",
                "seq_contains(1)",
                "seq_index_of(1)",
                "substring(100000)",
                "substring('x')",
                "index_of(1)",
                "left_pad('x')",
                "replace('a')",
                "matches('(')",
                "split(1)",
                "then(1, 2)",
                "switch(1, 2)",
                "is_nothing",
                "nope",
                "number_to_date",
                "node_name",
                "parent",
                "children",
                "root",
                "iso_utc",
                "long",
                "byte",
                "int",
                "float",
                "double",
                "with_args(1)",
                "map(1)",
                "filter(1)",
                "min",
                "max",
                "min_by",
                "absolute_template_name",
                "no_esc",
                "esc",
                "markup_string",
                "truncate('x')",
                "truncate(-1)",
                "has_api",
                "url(1)",
                "url('nope')",
                "date('nope')",
                "number?string('#,,;')",
                "lower_abc",
                "counter",
                "index",
                "item_cycle");
    }

    @ParameterizedTest
    @MethodSource("builtIns")
    void noBuiltInOfFreeMarkerTellsWhatItIsOf(String builtIn) {
        for (String value : List.of("s", "long", "n", "deep", "deep.list", "deep.list[1]")) {
            String expression = "secret('kv/canary')." + value;
            tellsNothing("t.ftl", "${" + expression + "?" + builtIn + "}");
            tellsNothing("t.ftl", "<#assign v = " + expression + ">${v?" + builtIn + "}");
            tellsNothing("t.ftl", "<#list " + expression + "?" + builtIn + " as x>${x}</#list>");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${v + 1 - 1}",
                "${-v}",
                "${v * 2}",
                "${v.x}",
                "${v.x.y}",
                "${v[1].x}",
                "${v['x']}",
                "${v[v]}",
                "${m[v]}",
                "${m[v].x}",
                "${v()}",
                "${v(1)}",
                "${v(v)}",
                "<#if v></#if>",
                "<#if v == 1></#if>",
                "<#if v lt 1></#if>",
                "<#list v as x>${x}</#list>",
                "<#list v as k, x>${x}</#list>",
                "<@v/>",
                "<#include v>",
                "<#import v as x>",
                "<#setting locale=v>",
                "<#setting number_format=v>${1}",
                "<#setting time_zone=v>",
                "<#stop v>",
                "${.vars[v]}",
                "${secret(v).x}",
                "${secret('secret/' + v).x}",
                "${secrets(v)?size}",
                "${env(v)}",
                "${secret('kv/refused', v)}",
                "${secret('kv/refused', {'k': v})}",
                "${secret('kv/refused', {v: 'k'}).x}",
                "${pkiCert('pki/refused', {'k': v})}",
                "<#switch v><#case 1>${x}</#switch>",
                "<#visit v>",
                "<#recurse v>",
                "${v[0..'x']}",
                "${1..v}",
                "${v!x.y}",
                "${v?json_string?number}",
                "${v?url?number}",
                "${v?html?number}",
                "${v?j_string?number}",
                "${v?js_string?number}",
                "${base64Encode(v)?number}",
                "${toJSON(v)?number}",
                "${toYAML(v)?number}",
                "${parseJSON(v)}",
                "${parseYAML(v).x}",
                "${parseInt(v)}",
                "${parseBool(v)}",
                "${regexMatch(v, 'x')}",
                "${regexReplaceAll('x', v, v)?number}",
                "${indent(v, v)}",
                "${timestamp(v)?number}",
                "${split(v, 1)}",
                "${mergeMap(v, v)}",
                "${splitToMap(v, v, v).x}",
                "<#attempt>${v?number}<#recover>${.error?number}</#attempt>",
                "<#return v>",
                "<#nested v>",
                "<#fallback>",
                "<#macro x a></#macro><@x b=v/>",
                "<#function f a><#return a.x></#function>${f(v)}",
                "<#local x = v>",
                "<#global x = v>${x.y}",
                "<#escape x as x?number>${v}</#escape>",
                "<#outputformat v></#outputformat>",
                "<#autoesc>${v?no_esc}</#autoesc>",
                "<#noparse>${v}</#noparse>${v?number}",
                "<#ftl>${v}",
                "${v?number?c}"
            })
    void noExpressionOfFreeMarkerTellsItsValues(String expression) {
        for (String value : List.of("s", "long", "n", "deep", "deep.list")) {
            tellsNothing(
                    "t.ftl",
                    "<#assign m = secret('kv/canary')><#assign v = secret('kv/canary')." + value + ">" + expression);
        }
    }

    private static String withValues(String call) {
        return "{{ with secret \"kv/canary\" }}{{ $m := .Data.data }}{{ $s := $m.s }}{{ $long := $m.long }}{{ $n := $m.n }}"
                + "{{ $l := $m.deep.list }}{{ with pkiCert \"pki/issue/web\" \"common_name=a\" }}{{ $key := .Key }}"
                + "{{ with secret \"kv/token\" \"a=b\" }}{{ $token := .Auth.ClientToken }}" + call
                + "{{ end }}{{ end }}{{ end }}";
    }

    private static List<List<String>> combinations(int most) {
        List<List<String>> all = new ArrayList<>(List.of(List.of()));
        int from = 0;
        for (int length = 1; length <= most; length++) {
            int to = all.size();
            for (int i = from; i < to; i++) {
                // Three in a row are tried with fewer: most functions take no more than two.
                for (String argument : length < 3 ? ARGUMENTS : List.of("$s", "$m", "1")) {
                    List<String> longer = new ArrayList<>(all.get(i));
                    longer.add(argument);
                    all.add(longer);
                }
            }
            from = to;
        }
        return all;
    }

    /** Renders; a failure must not tell. Gives whether it failed. */
    private boolean tellsNothing(String name, String template) {
        TemplateEngine engine = name.endsWith(".ftl")
                ? new FreeMarkerEngine()
                : GoTemplateEngine.strict()
                        .with(TemplatePermissions.none()
                                .readingFiles()
                                .executingPlugins()
                                .seeingNetworkInterfaces());
        RenderPass pass = new RenderPass(
                CanaryTest::answer,
                1,
                variable -> null,
                InstantSource.fixed(Instant.EPOCH),
                RenderLimits.DEFAULT.time(Duration.ofSeconds(10)),
                RenderPass.RENEWAL_THRESHOLD);
        try {
            pass.render(List.of(new RenderPass.Task(engine.compile(TemplateSource.of(name, template)), null)));
            return false;
        } catch (RendererException failure) {
            failures++;
            String told = failure.getMessage() + "\n" + failure.action() + "\n" + failure;
            assertThat(failure.getCause()).as(template).isNull();
            for (String form : forms()) {
                assertThat(told.toLowerCase(Locale.ROOT)).as(template).doesNotContain(form.toLowerCase(Locale.ROOT));
            }
            return true;
        }
    }

    private static List<String> forms() {
        List<String> forms = new ArrayList<>(List.of("c4n4ry", "zw31t3", NUMBER, "MHcCAQEE", "T0k3n", "sEc0ndl1n3"));
        for (String value : List.of(SHORT, LONG, KEY, TOKEN, NUMBER)) {
            byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
            forms.add(Base64.getEncoder().withoutPadding().encodeToString(bytes));
            forms.add(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
            forms.add(URLEncoder.encode(value, StandardCharsets.UTF_8));
        }
        return forms;
    }

    private static Secret answer(SecretQuery query) {
        return switch (query.path()) {
            case "kv/canary" ->
                new Secret(query.path(), Map.of("data", DATA), Secret.Layout.KV2, Lease.NONE, "", List.of());
            case "kv/written", "kv/token" ->
                new Secret(
                        query.path(),
                        Map.of(),
                        Secret.Layout.FLAT,
                        Lease.NONE,
                        "",
                        List.of(),
                        new HashMap<>(Map.of("client_token", TOKEN, "accessor", "c4n4ry-accessor")),
                        new HashMap<>(Map.of("token", TOKEN, "wrapped_accessor", "c4n4ry-accessor")));
            case "pki/issue/web" ->
                Secret.of(query.path(), Map.of("cert", "certificate", "key", KEY, "ca", "", "caChain", List.of()));
            case "kv/refused", "pki/refused" -> throw refusal(query);
            default -> throw refusal(SecretQuery.read(query.path()));
        };
    }

    /** As Vault refuses, quoting what it was sent. */
    private static RendererException refusal(SecretQuery query) {
        String sent = query instanceof SecretQuery.Write write
                ? write.payload().reveal().toString()
                : "";
        return new Refused(query + ": 400: cannot parse " + sent);
    }

    private static final class Refused extends RendererException {

        private static final long serialVersionUID = 1L;

        Refused(String message) {
            super(io.github.vaultrenderer.failure.FailureKind.CONFIGURATION, message, "none");
        }

        @Override
        protected RendererException copy(String message, String action) {
            return new Refused(message);
        }
    }
}
