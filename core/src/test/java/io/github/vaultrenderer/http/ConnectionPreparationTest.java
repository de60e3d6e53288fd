package io.github.vaultrenderer.http;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import io.github.vaultrenderer.failure.ConfigurationException;
import io.github.vaultrenderer.test.KeyType;
import io.github.vaultrenderer.test.TestCertificates;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ConnectionPreparationTest {

    @ParameterizedTest
    @EnumSource
    void makesAHelloForEachKindOfAuthority(KeyType keys) {
        Path authority = TestCertificates.create("prepared-ca", keys).caFile();

        assertThatNoException().isThrownBy(() -> ConnectionPreparation.handshake(Trust.SYSTEM.withCaFile(authority)));
    }

    @Test
    void makesAHelloForTheRuntimesAuthorities() {
        assertThatNoException().isThrownBy(() -> ConnectionPreparation.handshake(Trust.SYSTEM));
    }

    @Test
    void saysWhenAuthoritiesCannotBeRead() {
        Trust trust = Trust.SYSTEM.withCaFile(Path.of("no/such/file"));

        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> ConnectionPreparation.handshake(trust))
                .withMessageContaining("no/such/file");
    }
}
