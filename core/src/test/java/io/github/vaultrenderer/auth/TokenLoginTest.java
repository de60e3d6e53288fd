package io.github.vaultrenderer.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vaultrenderer.http.Deadline;
import io.github.vaultrenderer.http.VaultHttp;
import io.github.vaultrenderer.redact.Sensitive;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenLoginTest {

    private static final VaultHttp NOBODY = (request, deadline) -> {
        throw new AssertionError("nothing is to be asked of Vault");
    };

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    hvs.a                                        | hvs.a
                    ~ hvs.a ~                                    | hvs.a
                    {"token":"hvs.a"}                            | hvs.a
                    {"Token":" hvs.a ", "ttl":1}                 | hvs.a
                    {"x":{"token":"no"}, "token":"hvs.a"}        | hvs.a
                    {"x":["token","no"], "token":"hvs.a"}        | hvs.a
                    {no json                                     | {no json
                    """)
    void takesATokenAsItIsAndOutOfVaultAgentsJson(String text, String token) throws IOException {
        Path file = Files.writeString(folder.resolve("t"), text + "\n");

        assertThat(login(TokenLogin.of(Sensitive.of(text)))).isEqualTo(token);
        assertThat(login(TokenLogin.fromFile(file))).isEqualTo(token);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    ~ ~              | is empty
                    {}               | is a JSON object without a token
                    {"token":""}     | is a JSON object without a token
                    {"token":{}}     | is a JSON object without a token
                    """)
    void refusesAnEmptyOne(String text, String reason) throws IOException {
        Path file = Files.writeString(folder.resolve("t"), text);

        assertThatThrownBy(() -> login(TokenLogin.fromFile(file)))
                .isInstanceOf(LoginException.class)
                .hasMessage("the token file " + file + " " + reason);
    }

    @Test
    void aMissingTokenIsToldWhenItIsNeeded() {
        TokenLogin missing = TokenLogin.missing("nowhere", "somewhere");

        assertThatThrownBy(() -> login(missing))
                .isInstanceOf(LoginException.class)
                .hasMessage("nowhere");
    }

    private static String login(TokenLogin login) {
        return login.login(NOBODY, new Deadline(() -> Instant.EPOCH, Instant.EPOCH))
                .value()
                .reveal();
    }
}
