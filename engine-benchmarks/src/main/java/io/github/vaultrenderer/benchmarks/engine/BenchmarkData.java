package io.github.vaultrenderer.benchmarks.engine;

import io.github.vaultrenderer.secrets.Secret;
import io.github.vaultrenderer.secrets.SecretQuery;
import io.github.vaultrenderer.secrets.VaultNumber;
import io.github.vaultrenderer.template.RenderContext;
import io.github.vaultrenderer.template.TemplateSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The benchmarks' templates, and the one secret that they read: the same as in {@code engine_test.go}. */
final class BenchmarkData implements RenderContext {

    static final List<String> NAMES = List.of("small", "medium", "large");

    private static final int FEW = 8;
    private static final int MANY = 10_000;

    private final Secret secret = Secret.of(
            "secret/org1/app1",
            Map.of(
                    "user", "app",
                    "password", "s3cr3t \"quoted\"",
                    "host", "db.example.org",
                    "port", new VaultNumber("5432"),
                    "workers", new VaultNumber("4"),
                    "enabled", true,
                    "few", elements(FEW),
                    "many", elements(MANY)));

    private static List<Object> elements(int count) {
        List<Object> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            all.add(Map.of(
                    "name", "service-" + i,
                    "host", "10.0." + i / 250 + "." + i % 250,
                    "port", new VaultNumber(Integer.toString(8000 + i % 1000)),
                    "enabled", i % 3 == 0,
                    "tags", List.of("blue", "zone-" + i % 7, "tier-1")));
        }
        return all;
    }

    static TemplateSource template(String name) throws IOException {
        try (InputStream stream = BenchmarkData.class.getResourceAsStream("/templates/" + name + ".ctmpl")) {
            byte[] text = Objects.requireNonNull(stream, name).readAllBytes();
            return TemplateSource.of(name, new String(text, StandardCharsets.UTF_8));
        }
    }

    @Override
    public Secret recall(SecretQuery query) {
        return secret;
    }

    @Override
    public @Nullable String env(String name) {
        return null;
    }

    @Override
    public InstantSource clock() {
        return InstantSource.system();
    }
}
