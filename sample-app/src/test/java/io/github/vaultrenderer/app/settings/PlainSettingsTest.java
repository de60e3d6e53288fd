package io.github.vaultrenderer.app.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vaultrenderer.spring.VaultRendererProperties;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.ConfigurableEnvironment;

/** What is read without Boot is what Boot reads. */
class PlainSettingsTest {

    private static final Map<String, String> POD = Map.of(
            "VAULT_RENDERER_ADDRESS", "https://vault:8200",
            "VAULT_RENDERER_TLS_CA_FILE", "/vault/ca/vault_ca_file",
            "VAULT_RENDERER_JOBS_0_TEMPLATE", "/templates/index.html.ftl",
            "VAULT_RENDERER_JOBS_0_DESTINATION", "/conf/index.html",
            "VAULT_RENDERER_JOBS_0_MODE", "0644",
            "VAULT_RENDERER_JOBS_1_TEMPLATE", "b.ctmpl",
            "VAULT_RENDERER_JOBS_1_DESTINATION", "b",
            "VAULT_RENDERER_TIMEOUT", "30s",
            "VAULT_RENDERER_LOG_LEVEL", "debug",
            "HOME", "${HOME}");

    private static final List<String> PROPERTIES = List.of(
            "address",
            "namespace",
            "role",
            "mount-path",
            "service-account-token-file",
            "token",
            "token-file",
            "tls.ca-pem",
            "tls.ca-file",
            "tls.server-name",
            "tls.skip-verify",
            "tls.client-certificate",
            "tls.client-key",
            "timeout",
            "connect-timeout",
            "max-in-flight",
            "limits.output-size",
            "limits.time",
            "jobs[0].template",
            "jobs[0].destination",
            "jobs[0].mode",
            "jobs[0].owner",
            "jobs[0].backup",
            "jobs[0].create-folders",
            "jobs[0].left-delimiter",
            "jobs[1].template",
            "jobs[1].engine");

    private static final List<String> VALUES = List.of(
            "x",
            "/a/b",
            "true",
            "false",
            "5s",
            "250ms",
            "10MB",
            "512KB",
            "1GB",
            "MB",
            "2m",
            "1h",
            "12",
            "0640",
            "",
            " x ",
            "${HOME}",
            "file:/a",
            "on",
            "[[",
            "https://vault:8200",
            "-1",
            "1000",
            "PT3S");

    record Setting(String property, String value, int spelling) {

        boolean isArgument() {
            return spelling % 2 == 0;
        }

        String name() {
            return switch (spelling) {
                case 0 -> "--vault-renderer." + property;
                case 2 -> "--vaultRenderer." + property;
                case 4 -> "--vault-renderer." + property.replace("-", "");
                case 1 -> variable("VAULT_RENDERER_", "_");
                case 3 -> variable("VAULTRENDERER_", "");
                default -> variable("VAULT_RENDERER_", "_").toLowerCase(Locale.ROOT);
            };
        }

        private String variable(String prefix, String dash) {
            return prefix
                    + property.replace("-", dash)
                            .replace('.', '_')
                            .replace("[", "_")
                            .replace("]", "")
                            .toUpperCase(Locale.ROOT);
        }
    }

    @Test
    void readsAPodsSettings() {
        Optional<VaultRendererProperties> plain = PlainSettings.read(
                List.of("--vault-renderer.role=reader"),
                POD,
                Set.of("user.dir"),
                Map.of("vault-renderer.namespace", "n"));

        assertThat(plain).isPresent();
        assertThat(plain)
                .usingRecursiveComparison()
                .isEqualTo(boot(List.of("--vault-renderer.role=reader"), POD, Map.of("vault-renderer.namespace", "n")));
    }

    @Test
    void leavesWhatIsUnusualToBoot() {
        for (String argument : List.of(
                "--vaultRenderer.role=x",
                "--vault-renderer.role=${x}",
                "--vault-renderer.role=",
                "--vault-renderer.role",
                "--vault-renderer.jobs[1].template=gap",
                "--vault-renderer.timeout=1h30m",
                "--vault-renderer.token-file=file:/x",
                "--vault-renderer.unknown=x")) {
            assertThat(PlainSettings.read(List.of(argument), Map.of(), Set.of(), Map.of()))
                    .as(argument)
                    .isEmpty();
        }
    }

    @Test
    void leavesSystemPropertiesToBoot() {
        assertThat(PlainSettings.read(List.of(), POD, Set.of("vaultrenderer.role"), Map.of()))
                .isEmpty();
    }

    @Property(tries = 400)
    void readsWhatBootReads(@ForAll("settings") List<Setting> settings) {
        List<String> arguments = new ArrayList<>();
        Map<String, String> variables = new HashMap<>();
        for (Setting setting : settings) {
            if (setting.isArgument()) {
                arguments.add(setting.name() + "=" + setting.value());
            } else {
                variables.put(setting.name(), setting.value());
            }
        }

        Optional<VaultRendererProperties> plain = PlainSettings.read(arguments, variables, Set.of(), Map.of());

        Statistics.label("read without Boot")
                .collect(plain.isPresent())
                .coverage(coverage -> coverage.check(true).percentage(share -> share > 20));
        if (plain.isPresent()) {
            assertThat(plain).isEqualTo(boot(arguments, variables, Map.of()));
        }
    }

    /** Mostly in the documented spelling, as everything else is left to Boot at once. */
    @Provide
    Arbitrary<List<Setting>> settings() {
        Arbitrary<Integer> spelling =
                Arbitraries.frequencyOf(Tuple.of(20, Arbitraries.of(0, 1)), Tuple.of(1, Arbitraries.of(2, 3, 4, 5)));
        return Combinators.combine(Arbitraries.of(PROPERTIES), Arbitraries.of(VALUES), spelling)
                .as(Setting::new)
                .list()
                .ofMaxSize(4);
    }

    /** Empty where Boot finds a value wrong. */
    private static Optional<VaultRendererProperties> boot(
            List<String> arguments, Map<String, String> variables, Map<String, Object> defaults) {
        ConfigurableEnvironment environment = BootEnvironment.of(arguments, variables, defaults, false);
        ConfigurationPropertySources.attach(environment);
        try {
            return Optional.of(Binder.get(environment).bindOrCreate("vault-renderer", VaultRendererProperties.class));
        } catch (BindException wrong) {
            return Optional.empty();
        }
    }
}
