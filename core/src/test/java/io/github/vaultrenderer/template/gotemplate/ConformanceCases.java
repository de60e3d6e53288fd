package io.github.vaultrenderer.template.gotemplate;

import io.github.vaultrenderer.secrets.Lease;
import io.github.vaultrenderer.secrets.Secret;
import io.github.vaultrenderer.secrets.SecretQuery;
import io.github.vaultrenderer.secrets.VaultNumber;
import io.github.vaultrenderer.template.RenderContext;
import io.github.vaultrenderer.template.Rendering;
import io.github.vaultrenderer.template.TemplateException;
import io.github.vaultrenderer.template.gotemplate.parse.Runes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The templates that are compared with consul-template, the data that they see, and how ours renders them. */
final class ConformanceCases {

    /** A generated template can give more than Jackson takes by itself. */
    static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxStringLength(Integer.MAX_VALUE)
                            .build())
                    .build())
            .enable(tools.jackson.databind.DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private static final String FOLDER = "/conformance/";

    private ConformanceCases() {}

    /**
     * What an engine made of a template: one of the three is there.
     *
     * @param output what it rendered
     * @param failed whether it gave an error
     * @param missing whether it only named secrets that it does not know
     */
    record Outcome(@Nullable String output, boolean failed, boolean missing) {
        static Outcome of(JsonNode result) {
            return new Outcome(
                    result.has("output") ? result.get("output").asString() : null,
                    result.has("error"),
                    result.has("missing"));
        }
    }

    /** The files of recorded answers. */
    private static final List<String> FILES = List.of(
            "consul-template-0.41.1.jsonl",
            "consul-template-0.41.1-functions.jsonl",
            "consul-template-0.41.1-language.jsonl",
            "consul-template-0.41.1-sprig.jsonl",
            "generated.jsonl",
            "values.jsonl",
            "counterexamples.jsonl");

    static Stream<JsonNode> recorded() {
        return FILES.stream().flatMap(ConformanceCases::recorded);
    }

    static Stream<JsonNode> recorded(String file) {
        return text(file).lines().map(JSON::readTree);
    }

    static RenderContext context() {
        return new Data(data());
    }

    static JsonNode data() {
        return JSON.readTree(text("data.json"));
    }

    static Outcome ours(String template) {
        return answer(TemplateCase.of(template)).outcome();
    }

    /** What our engine made of a case, and its error if that is what it made. */
    record Answer(Outcome outcome, @Nullable TemplateException failure) {}

    static Answer answer(TemplateCase asked) {
        try {
            Rendering rendering = asked.engine().compile(asked.source()).render(context());
            return rendering.complete()
                    ? new Answer(new Outcome(text(rendering.output().bytes()), false, false), null)
                    : new Answer(new Outcome(null, false, true), null);
        } catch (TemplateException failure) {
            return new Answer(new Outcome(null, true, false), failure);
        }
    }

    /** The output as Go's encoder of JSON shows it: a U+FFFD for each byte that is no UTF-8. */
    private static String text(byte[] output) {
        return Runes.decode(new String(output, StandardCharsets.ISO_8859_1));
    }

    static String text(String resource) {
        return resource(FOLDER + resource);
    }

    static String resource(String path) {
        try (InputStream stream = ConformanceCases.class.getResourceAsStream(path)) {
            return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private record Data(JsonNode data) implements RenderContext {
        @Override
        public @Nullable Secret recall(SecretQuery query) {
            if (query instanceof SecretQuery.ListKeys) {
                JsonNode names = data.path("lists").path(query.path());
                return names.isMissingNode() ? null : Secret.of(query.path(), Map.of("keys", list(names)));
            }
            JsonNode secret = data.path("secrets").path(query.path());
            if (secret.isMissingNode()) {
                return null;
            }
            return new Secret(query.path(), map(secret), Secret.Layout.FLAT, Lease.NONE, "", List.of());
        }

        @Override
        public @Nullable String env(String name) {
            return data.path("env").path(name).asStringOpt().orElse(null);
        }

        @Override
        public InstantSource clock() {
            return InstantSource.fixed(Instant.EPOCH);
        }

        private static Map<String, @Nullable Object> map(JsonNode node) {
            Map<String, @Nullable Object> map = new LinkedHashMap<>();
            node.properties().forEach(entry -> map.put(entry.getKey(), value(entry.getValue())));
            return map;
        }

        private static List<@Nullable Object> list(JsonNode node) {
            return node.valueStream().map(Data::value).toList();
        }

        private static @Nullable Object value(JsonNode node) {
            if (node.isObject()) {
                return map(node);
            }
            if (node.isArray()) {
                return list(node);
            }
            if (node.isNumber()) {
                return new VaultNumber(node.decimalValue().toPlainString());
            }
            return node.isNull() ? null : node.isBoolean() ? (Object) node.asBoolean() : node.asString();
        }
    }
}
