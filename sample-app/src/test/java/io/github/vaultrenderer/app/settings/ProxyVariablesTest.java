package io.github.vaultrenderer.app.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vaultrenderer.failure.ConfigurationException;
import io.github.vaultrenderer.http.ProxyServer;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProxyVariablesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
                    https://vault:8200         | HTTPS_PROXY | http://proxy:3128  | proxy:3128
                    https://vault:8200         | https_proxy | http://proxy:3128  | proxy:3128
                    https://vault:8200         | HTTPS_PROXY | proxy:3128         | proxy:3128
                    https://vault:8200         | HTTPS_PROXY | proxy              | proxy:80
                    https://vault:8200         | HTTPS_PROXY | socks5://proxy     | proxy:1080
                    https://vault:8200         | HTTP_PROXY  | http://proxy:3128  | -
                    http://vault:8200          | HTTP_PROXY  | http://proxy:3128  | proxy:3128
                    http://vault:8200          | HTTPS_PROXY | http://proxy:3128  | -
                    https://127.0.0.1:8200     | HTTPS_PROXY | http://proxy:3128  | -
                    https://127.9.9.9:8200     | HTTPS_PROXY | http://proxy:3128  | -
                    https://[::1]:8200         | HTTPS_PROXY | http://proxy:3128  | -
                    https://LOCALHOST:8200     | HTTPS_PROXY | http://proxy:3128  | -
                    """)
    void takesTheVariableOfTheScheme(URI address, String variable, String value, String proxy) {
        assertThat(proxyFor(address, Map.of(variable, value))).isEqualTo(proxy);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    https://vault.example.com       | *                        | no
                    https://vault.example.com       | vault.example.com        | no
                    https://VAULT.example.com       | Vault.Example.COM        | no
                    https://vault.example.com       | example.com              | no
                    https://example.com             | example.com              | no
                    https://example.com             | .example.com             | yes
                    https://vault.example.com       | .example.com             | no
                    https://vault.example.com       | *.example.com            | no
                    https://myexample.com           | example.com              | yes
                    https://vault.example.com       | com.example, ,x          | yes
                    https://vault.example.com       | x , vault.example.com    | no
                    https://vault.example.com:8200  | example.com:8200         | no
                    https://vault.example.com:8200  | example.com:443          | yes
                    https://vault.example.com       | example.com:443          | no
                    https://10.1.2.3:8200           | 10.0.0.0/8               | no
                    https://11.1.2.3:8200           | 10.0.0.0/8               | yes
                    https://10.1.2.3:8200           | 10.1.2.3                 | no
                    https://10.1.2.3:8200           | 10.1.2.3:8200            | no
                    https://10.1.2.3:8200           | 10.1.2.3:443             | yes
                    https://10.1.2.3:8200           | 10.1.2.4                 | yes
                    https://10.1.2.3:8200           | 10.1.2.3/33              | yes
                    https://10.1.2.3:8200           | 10.1.2.3/x               | yes
                    https://10.1.2.3:8200           | 10.1.2                   | yes
                    https://10.1.2.3:8200           | fd00::/8                 | yes
                    https://[fd00::1]:8200          | fd00::/8                 | no
                    https://[fd00::1]:8200          | fd00::1                  | no
                    https://[fd00::1]:8200          | [fd00::1]:8200           | no
                    https://[fd00::1]:8200          | [fd00::1]:8201           | yes
                    https://vault                   | :443                     | yes
                    """)
    void leavesOutWhatNoProxyNames(URI address, String exceptions, String proxied) {
        Map<String, String> environment = new HashMap<>(Map.of("HTTPS_PROXY", "proxy:3128", "NO_PROXY", exceptions));
        String expected = proxied.equals("yes") ? "proxy:3128" : null;
        assertThat(proxyFor(address, environment)).isEqualTo(expected);

        environment.put("no_proxy", environment.remove("NO_PROXY"));
        assertThat(proxyFor(address, environment)).isEqualTo(expected);
    }

    @Test
    void readsAPasswordAndDoesNotShowIt() {
        ProxyServer proxy = ProxyVariables.proxyFor(
                URI.create("https://vault:8200"), Map.of("HTTPS_PROXY", "http://me:s3%40cr:et@proxy:3128"));

        assertThat(proxy).isNotNull();
        assertThat(proxy.user()).isEqualTo("me");
        assertThat(proxy.password().reveal()).isEqualTo("s3@cr:et");
        assertThat(proxy.toString()).doesNotContain("s3");
    }

    @ParameterizedTest
    @CsvSource({"https://me:s3cret@proxy", "ftp://proxy", "socks5://me:s3cret@proxy", "a b"})
    void refusesWhatItCannotUse(String value) {
        assertThatThrownBy(() -> proxyFor(URI.create("https://vault:8200"), Map.of("HTTPS_PROXY", value)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("HTTPS_PROXY")
                .hasMessageNotContaining("s3cret");
    }

    private static String proxyFor(URI address, Map<String, String> environment) {
        ProxyServer proxy = ProxyVariables.proxyFor(address, environment);
        return proxy == null ? null : proxy.host() + ":" + proxy.port();
    }
}
