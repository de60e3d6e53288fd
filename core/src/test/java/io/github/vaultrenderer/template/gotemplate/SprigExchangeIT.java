package io.github.vaultrenderer.template.gotemplate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vaultrenderer.test.RealServers;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What one engine encrypts, the other decrypts; what keys and certificates one makes, the other signs with. */
class SprigExchangeIT {

    private static final List<String> KEYS = List.of("rsa", "ecdsa", "ed25519");

    @Test
    void eachTakesWhatTheOtherMakes() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(RealServers.variable("CTMPL_ORACLE_BIN")).start();
        try (BufferedWriter cases = process.outputWriter();
                BufferedReader results = process.inputReader()) {
            UnaryOperator<String> theirs = template -> ask(cases, results, template);
            exchange(SprigExchangeIT::ours, theirs);
            exchange(theirs, SprigExchangeIT::ours);
        }
        assertThat(process.waitFor()).isZero();
    }

    private static void exchange(UnaryOperator<String> maker, UnaryOperator<String> taker) {
        String encrypted = maker.apply("{{ sprig_encryptAES \"pw\" \"a text\" }}");
        assertThat(taker.apply("{{ sprig_decryptAES \"pw\" \"" + encrypted + "\" }}"))
                .isEqualTo("a text");
        JsonNode made = ConformanceCases.JSON.readTree(maker.apply("{{ sprig_genCA \"ca\" 36500 | sprig_toJson }}"));
        String authority =
                "(sprig_buildCustomCert \"" + base64(made.get("Cert")) + "\" \"" + base64(made.get("Key")) + "\")";
        for (String kind : KEYS) {
            String key = maker.apply("{{ sprig_genPrivateKey \"" + kind + "\" }}");
            String signed = "(sprig_genSignedCertWithKey \"leaf\" nil nil 1 " + authority + " `" + key + "`)";
            assertThat(taker.apply("{{ " + signed + ".Key }}")).isEqualTo(key);
            assertThat(taker.apply("{{ " + signed + ".Cert }}")).startsWith("-----BEGIN CERTIFICATE-----");
        }
    }

    private static String base64(JsonNode text) {
        return Base64.getEncoder().encodeToString(text.asString().getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    }

    private static String ours(String template) {
        return Objects.requireNonNull(ConformanceCases.ours(template).output());
    }

    private static String ask(BufferedWriter cases, BufferedReader results, String template) {
        try {
            cases.write(ConformanceCases.JSON.writeValueAsString(java.util.Map.of("template", template)));
            cases.newLine();
            cases.flush();
            return Objects.requireNonNull(
                    ConformanceCases.Outcome.of(ConformanceCases.JSON.readTree(results.readLine()))
                            .output());
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }
}
