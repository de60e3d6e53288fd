package io.github.vaultrenderer.template.gotemplate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vaultrenderer.secrets.Lease;
import io.github.vaultrenderer.secrets.Secret;
import io.github.vaultrenderer.secrets.SecretQuery;
import io.github.vaultrenderer.secrets.VaultNumber;
import io.github.vaultrenderer.template.RenderContext;
import io.github.vaultrenderer.template.TemplateSource;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A secret with a login and a wrapping in JSON, YAML and TOML. The records of all other cases have secrets without; what is
 * expected here is what consul-template's engine wrote.
 */
class EncodedSecretTest {

    private static final Map<String, Object> LOGIN =
            Map.of("client_token", "tok", "accessor", "acc", "lease_duration", new VaultNumber("5"), "renewable", true);

    private static final Map<String, Object> WHOLE_LOGIN = Map.of(
            "client_token",
            "tok",
            "accessor",
            "acc",
            "policies",
            List.of("p", "q"),
            "metadata",
            Map.of("m", "n"),
            "lease_duration",
            new VaultNumber("5"),
            "renewable",
            true);

    private static final String JSON_AUTH = """
            {"ClientToken":"tok","Accessor":"acc","Policies":["p","q"],"Metadata":{"m":"n"},"LeaseDuration":5,"Renewable":true}""";

    private static final String JSON_WRAP_INFO = """
            {"Token":"wt","TTL":300,"CreationTime":"1970-01-01T00:00:00Z","WrappedAccessor":"wa"}""";

    private static final String YAML_AUTH = """
            clienttoken: tok
            accessor: acc
            policies:
            - p
            - q
            metadata:
              m: "n"
            leaseduration: 5
            renewable: true""";

    private static final String YAML_WRAP_INFO = """
            token: wt
            ttl: 300
            creationtime: 1970-01-01T00:00:00Z
            wrappedaccessor: wa""";

    private static final String YAML = """
            requestid: ""
            leaseid: ""
            leaseduration: 0
            renewable: false
            data:
              k: 1
            warnings: []
            auth:
            %s
            wrapinfo:
            %s""".formatted(
            YAML_AUTH.indent(2).stripTrailing(), YAML_WRAP_INFO.indent(2).stripTrailing());

    private static final String TOML = """
            RequestID = ""
            LeaseID = ""
            LeaseDuration = 0
            Renewable = false

            [Data]
              k = 1

            [Auth]
              ClientToken = "tok"
              Accessor = "acc"
              Policies = ["p", "q"]
              LeaseDuration = 5
              Renewable = true
              [Auth.Metadata]
                m = "n"

            [WrapInfo]
              Token = "wt"
              TTL = 300
              CreationTime = 1970-01-01T00:00:00Z
              WrappedAccessor = "wa\"""";

    static List<List<String>> whole() {
        return List.of(
                List.of("toJSON .Auth", JSON_AUTH),
                List.of("toJSON .WrapInfo", JSON_WRAP_INFO),
                List.of("toJSON (sprig_list .Auth .WrapInfo)", "[" + JSON_AUTH + "," + JSON_WRAP_INFO + "]"),
                List.of("sprig_toJson .Auth", JSON_AUTH),
                List.of(
                        "toJSON .",
                        "{\"RequestID\":\"\",\"LeaseID\":\"\",\"LeaseDuration\":0,\"Renewable\":false,\"Data\":{\"k\":1},"
                                + "\"Warnings\":null,\"Auth\":" + JSON_AUTH + ",\"WrapInfo\":" + JSON_WRAP_INFO + "}"),
                List.of("toYAML .Auth", YAML_AUTH),
                List.of("toYAML .WrapInfo", YAML_WRAP_INFO),
                List.of("toYAML .", YAML),
                List.of("toTOML .", TOML));
    }

    @ParameterizedTest
    @MethodSource("whole")
    void writesFieldsInTheOrderOfTheirDeclaration(List<String> expected) {
        assertThat(render(expected.get(0), WHOLE_LOGIN)).isEqualTo(expected.get(1));
    }

    @Test
    void whatALoginHasNotIsNil() {
        assertThat(render("toJSON .Auth", LOGIN))
                .isEqualTo("{\"ClientToken\":\"tok\",\"Accessor\":\"acc\",\"Policies\":null,\"Metadata\":null,"
                        + "\"LeaseDuration\":5,\"Renewable\":true}");
        assertThat(render("toYAML .Auth", LOGIN)).contains("policies: []\nmetadata: {}\n");
        assertThat(render("toTOML .Auth", LOGIN))
                .isEqualTo("ClientToken = \"tok\"\nAccessor = \"acc\"\nLeaseDuration = 5\nRenewable = true");
        assertThat(render("printf \"%#v\" .Auth", LOGIN))
                .isEqualTo("&dependency.SecretAuth{ClientToken:\"tok\", Accessor:\"acc\", Policies:[]string(nil), "
                        + "Metadata:map[string]string(nil), LeaseDuration:5, Renewable:true}");
    }

    private static String render(String expression, Map<String, ?> login) {
        String template = "{{ with secret \"secret/a\" }}{{ " + expression + " }}{{ end }}";
        return new String(
                GoTemplateEngine.compatible()
                        .compile(TemplateSource.of("", template))
                        .render(new OneSecret(login))
                        .output()
                        .bytes(),
                StandardCharsets.UTF_8);
    }

    /** Knows a secret that has everything. */
    private record OneSecret(Map<String, ?> login) implements RenderContext {
        @Override
        public Secret recall(SecretQuery query) {
            Map<String, @Nullable Object> wrapInfo = Map.of(
                    "token",
                    "wt",
                    "ttl",
                    new VaultNumber("300"),
                    "creation_time",
                    "1970-01-01T00:00:00Z",
                    "wrapped_accessor",
                    "wa");
            return new Secret(
                    "secret/a",
                    Map.of("k", new VaultNumber("1")),
                    Secret.Layout.FLAT,
                    Lease.NONE,
                    "",
                    List.of(),
                    Map.copyOf(login),
                    wrapInfo);
        }

        @Override
        public @Nullable String env(String name) {
            return null;
        }

        @Override
        public InstantSource clock() {
            return InstantSource.fixed(Instant.EPOCH);
        }
    }
}
