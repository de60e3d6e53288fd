package io.github.vaultrenderer.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaceTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    vault-renderer                                | RENDERER        | true
                    /usr/local/bin/vault-renderer                 | RENDERER        | true
                    /usr/local/bin/vault-renderer login           | RENDERER        | true
                    /usr/local/bin/vault-renderer -once           | CONSUL_TEMPLATE | true
                    vault-renderer --vault-renderer.role=app      | RENDERER        | true
                    vault-renderer --help                         | RENDERER        | true
                    consul-template                               | CONSUL_TEMPLATE | true
                    consul-template -h                            | CONSUL_TEMPLATE | true
                    /bin/consul-template -once                    | CONSUL_TEMPLATE | true
                    vault-kubernetes-authenticator                | AUTHENTICATOR   | true
                    vault-kubernetes-authenticator -x             | AUTHENTICATOR   | true
                    -once                                         | CONSUL_TEMPLATE | false
                    --once -template=a:b                          | CONSUL_TEMPLATE | false
                    -template=/in/a.ctmpl:/out/a.conf             | CONSUL_TEMPLATE | false
                    -config /etc/consul-template                  | CONSUL_TEMPLATE | false
                    --vault-renderer.role=app -once               | RENDERER        | false
                    --spring.config.location=/etc                 | RENDERER        | false
                    login consul-template                         | RENDERER        | false
                    watch                                         | RENDERER        | false
                    --help                                        | RENDERER        | false
                    -h                                            | RENDERER        | false
                    """)
    void isToldByTheFirstArgument(String arguments, Face face, boolean named) {
        List<String> all = List.of(arguments.split(" "));

        assertThat(Face.of(all)).isEqualTo(face);
        assertThat(Face.isNamed(all)).isEqualTo(named);
    }

    @Test
    void isOurOwnWithoutAny() {
        assertThat(Face.of(List.of())).isEqualTo(Face.RENDERER);
        assertThat(Face.isNamed(List.of())).isFalse();
    }
}
