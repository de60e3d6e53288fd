package io.github.vaultrenderer.test;

import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A Vault for the tests of one class, with TLS and {@link VaultScenario}: started before the first of them, closed after the
 * last. In a field that is not static it needs {@code @TestInstance(PER_CLASS)}.
 *
 * <pre>{@code
 * @RegisterExtension
 * static final VaultExtension VAULT = VaultExtension.embedded();
 * }</pre>
 */
public final class VaultExtension implements BeforeAllCallback, AfterAllCallback {

    /** The common name of the authority that signs its certificate. */
    public static final String AUTHORITY = "contract-ca";

    private final Supplier<? extends VaultBuilder<?>> builder;
    private final TestCertificates certificates;
    private final @Nullable TestCertificates clients;
    private @Nullable VaultServer server;
    private @Nullable VaultScenario scenario;

    private VaultExtension(
            Supplier<? extends VaultBuilder<?>> builder,
            TestCertificates certificates,
            @Nullable TestCertificates clients) {
        this.builder = builder;
        this.certificates = certificates;
        this.clients = clients;
    }

    /** An {@link EmbeddedVault}. */
    public static VaultExtension embedded() {
        return new VaultExtension(EmbeddedVault::builder, TestCertificates.create(AUTHORITY), null);
    }

    /** A {@link VaultProcess}; without its program the tests are skipped, or fail, as {@link RealServers} says. */
    public static VaultExtension real() {
        return new VaultExtension(
                () -> VaultProcess.builder(RealServers.vault()), TestCertificates.create(AUTHORITY), null);
    }

    /** The same, that refuses clients which show no certificate of that authority. */
    public VaultExtension requiringClients(TestCertificates clients) {
        return new VaultExtension(builder, certificates, clients);
    }

    /** The same with this certificate. */
    public VaultExtension with(TestCertificates certificates) {
        return new VaultExtension(builder, certificates, clients);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        VaultBuilder<?> settings = builder.get();
        settings.tls(certificates);
        if (clients != null) {
            settings.requiringClients(clients);
        }
        server = settings.start();
        scenario = VaultScenario.in(server);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (scenario != null) {
            scenario.close();
        }
        if (server != null) {
            server.close();
        }
    }

    /** The Vault. */
    public VaultServer server() {
        return Objects.requireNonNull(server, "the Vault is there while the class's tests run");
    }

    /** What is set up in it. */
    public VaultScenario scenario() {
        return Objects.requireNonNull(scenario, "the Vault is there while the class's tests run");
    }

    /** Sets up more. */
    public VaultAdmin admin() {
        return server().admin();
    }
}
