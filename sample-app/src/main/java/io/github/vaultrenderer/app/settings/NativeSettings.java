package io.github.vaultrenderer.app.settings;

import io.github.vaultrenderer.RenderJob;
import io.github.vaultrenderer.VaultRenderer;
import io.github.vaultrenderer.failure.ConfigurationException;
import io.github.vaultrenderer.spring.RenderJobs;
import io.github.vaultrenderer.spring.VaultRendererAutoConfiguration;
import io.github.vaultrenderer.spring.VaultRendererCustomizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Our own settings: {@code vault-renderer.*} properties from every place where Spring Boot looks for them, and below them
 * the {@code VAULT_*} variables that every Vault user knows.
 */
public final class NativeSettings {

    private static final String PREFIX = "vault-renderer.";

    private NativeSettings() {}

    /** What the renderer app wires: the starter, and nothing that Boot could find besides. */
    @SpringBootConfiguration(proxyBeanMethods = false)
    @ImportAutoConfiguration(VaultRendererAutoConfiguration.class)
    static class Wiring {}

    /**
     * The plan that the properties make.
     *
     * @param arguments Spring's own: {@code --name=value}
     * @throws ConfigurationException when a setting is missing or wrong
     */
    public static RenderPlan plan(List<String> arguments, VaultVariables variables) {
        SpringApplication application = new SpringApplication(Wiring.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setBannerMode(Banner.Mode.OFF);
        application.setLogStartupInfo(false);
        application.setRegisterShutdownHook(false);
        application.setLazyInitialization(true);
        application.setDefaultProperties(defaults(variables));
        application.addInitializers(context -> context.getBeanFactory()
                .registerSingleton("environment-of-templates", (VaultRendererCustomizer)
                        builder -> builder.environment(variables.environment()::get)));
        ConfigurableApplicationContext context = application.run(arguments.toArray(String[]::new));
        List<RenderJob> jobs = context.getBean(RenderJobs.class).jobs();
        List<RenderPlan.Work> work = new ArrayList<>();
        jobs.forEach(job -> work.add(new RenderPlan.Work(job, "")));
        return new RenderPlan(() -> renderer(context), work, tokenFiles(variables, jobs.isEmpty()));
    }

    private static VaultRenderer renderer(ConfigurableApplicationContext context) {
        return context.getBeanProvider(VaultRenderer.class).getIfAvailable(() -> {
            throw new ConfigurationException(
                    "Vault's address is not set", "Set VAULT_ADDR (or vault-renderer.address).");
        });
    }

    /**
     * Without a template, this is the authenticator's container, which names its own variables; a run that has neither was
     * forgotten to be configured, and must not look as if it had worked.
     */
    private static RenderPlan.@org.jspecify.annotations.Nullable TokenFiles tokenFiles(
            VaultVariables variables, boolean nothingToRender) {
        boolean asked = variables.get("TOKEN_DEST_PATH").isPresent()
                || variables.get("ACCESSOR_DEST_PATH").isPresent();
        if (!asked && !nothingToRender) {
            return null;
        }
        if (asked || variables.get("VAULT_ROLE").isPresent()) {
            return AuthenticatorSettings.tokenFiles(variables);
        }
        throw new ConfigurationException(
                "there is nothing to do: no template is configured, and no file for a token",
                "Set vault-renderer.jobs[0].template and .destination (VAULT_RENDERER_JOBS_0_TEMPLATE, …), or"
                        + " TOKEN_DEST_PATH to log in only.");
    }

    private static Map<String, Object> defaults(VaultVariables variables) {
        Map<String, Object> defaults = new HashMap<>();
        Map.of(
                        "VAULT_ADDR", "address",
                        "VAULT_NAMESPACE", "namespace",
                        "VAULT_ROLE", "role",
                        "VAULT_K8S_MOUNT_PATH", "mount-path",
                        "SERVICE_ACCOUNT_PATH", "service-account-token-file",
                        "VAULT_TOKEN", "token",
                        "VAULT_CAPEM", "tls.ca-pem",
                        "VAULT_CACERT", "tls.ca-file",
                        "VAULT_CAPATH", "tls.ca-folder",
                        "VAULT_TLS_SERVER_NAME", "tls.server-name")
                .forEach((variable, property) ->
                        variables.get(variable).ifPresent(value -> defaults.put(PREFIX + property, value)));
        defaults.put(PREFIX + "tls.skip-verify", String.valueOf(variables.skipVerify()));
        return defaults;
    }
}
