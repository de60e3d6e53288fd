package io.github.vaultrenderer.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What consul-template 0.41.1 asks Vault for, seen on a real one. */
class KvMountsTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
                    kv/app,              kv/data/app
                    kv/a/b,              kv/data/a/b
                    kv/data/app,         kv/data/app
                    kv/metadata/app,     kv/metadata/app
                    kv/subkeys/app,      kv/subkeys/app
                    kv/data,             kv/data/data
                    kv/metadata,         kv/data/metadata
                    kv/subkeys,          kv/data/subkeys
                    kv/datax/y,          kv/data/datax/y
                    kv,                  kv/data
                    """)
    void putsDataBehindTheMountUnlessItIsThere(String path, String asked) {
        assertThat(new KvMounts.Mount("kv/", true).pathOf(path, "data")).isEqualTo(asked);
        assertThat(new KvMounts.Mount("kv/", false).pathOf(path, "data")).isEqualTo(path);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    kv/app,              kv/metadata/app
                    kv/metadata/app,     kv/metadata/app
                    kv/metadata,         kv/metadata
                    kv/data/app,         kv/metadata/data/app
                    kv/data,             kv/metadata/data
                    kv,                  kv/metadata
                    """)
    void putsMetadataBehindTheMountForLists(String path, String asked) {
        assertThat(new KvMounts.Mount("kv/", true).pathOf(path, "metadata")).isEqualTo(asked);
    }
}
