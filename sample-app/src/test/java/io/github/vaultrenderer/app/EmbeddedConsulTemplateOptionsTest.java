package io.github.vaultrenderer.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vaultrenderer.test.EmbeddedVault;
import io.github.vaultrenderer.test.VaultExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The contract, and what only a Vault can show that fails on demand and counts. */
class EmbeddedConsulTemplateOptionsTest extends ConsulTemplateOptionsContract {

    EmbeddedConsulTemplateOptionsTest() {
        super(VaultExtension.embedded());
    }

    @AfterEach
    void heal() {
        embedded().faults().clear();
    }

    @ParameterizedTest
    @CsvSource({"retry { enabled = false }, 1", "retry { attempts = 3 backoff = \"1ms\" max_backoff = \"2ms\" }, 4"})
    void repeatsWhatCanPassAsOftenAsToldTo(String settings, int requests) {
        // What the client library repeats by itself is not what is counted here.
        set("VAULT_MAX_RETRIES", "0");
        embedded().faults().respond(500, 1000);
        embedded().clearRequests();

        assertThat(fetch(settings)).isEqualTo(14);
        assertThat(errors()).contains("500");
        assertThat(embedded().requests()).hasSize(requests);
    }

    @Test
    void doesNotRepeatWhatIsForbidden() {
        embedded().clearRequests();

        assertThat(fetch("token = \"hvs.dead\" retry { attempts = 0 }")).isEqualTo(14);
        assertThat(embedded().requests()).hasSize(1);
    }

    private EmbeddedVault embedded() {
        return (EmbeddedVault) vault.server();
    }
}
