package io.github.vaultrenderer.app.settings;

import io.github.vaultrenderer.RenderJob;
import io.github.vaultrenderer.VaultRenderer;
import io.github.vaultrenderer.auth.KubernetesLogin;
import io.github.vaultrenderer.failure.ConfigurationException;
import io.github.vaultrenderer.http.VaultEndpoint;
import io.github.vaultrenderer.spring.RendererSettings;
import io.github.vaultrenderer.spring.VaultRendererProperties;
import io.github.vaultrenderer.template.TemplateEngine;
import io.github.vaultrenderer.template.TemplatePermissions;
import io.github.vaultrenderer.template.freemarker.FreeMarkerEngine;
import io.github.vaultrenderer.template.gotemplate.GoTemplateEngine;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Our own settings: {@code vault-renderer.*} properties from every place where Spring Boot looks for them, and below them
 * the {@code VAULT_*} variables that every Vault user knows.
 */
public final class NativeSettings {

    private static final String PREFIX = "vault-renderer.";

    /** What a property is when nobody set it but one of these variables is. */
    private static final Map<String, String> VARIABLES = Map.ofEntries(
            Map.entry("VAULT_ADDR", "address"),
            Map.entry("VAULT_NAMESPACE", "namespace"),
            Map.entry("VAULT_ROLE", "role"),
            Map.entry("VAULT_K8S_MOUNT_PATH", "mount-path"),
            Map.entry("SERVICE_ACCOUNT_PATH", "service-account-token-file"),
            Map.entry("VAULT_TOKEN", "token"),
            Map.entry("VAULT_CAPEM", "tls.ca-pem"),
            Map.entry("VAULT_CACERT", "tls.ca-file"),
            Map.entry("VAULT_CAPATH", "tls.ca-folder"),
            Map.entry("VAULT_TLS_SERVER_NAME", "tls.server-name"),
            Map.entry("VAULT_CLIENT_CERT", "tls.client-certificate"),
            Map.entry("VAULT_CLIENT_KEY", "tls.client-key"));

    private NativeSettings() {}

    /**
     * The plan that the properties make.
     *
     * @param arguments Spring's own: {@code --name=value}
     * @throws ConfigurationException when a setting is missing or wrong
     */
    public static RenderPlan plan(List<String> arguments, VaultVariables variables) {
        RendererSettings settings = settings(arguments, variables);
        List<RenderJob> jobs = settings.jobs();
        List<RenderPlan.Work> work = new ArrayList<>();
        jobs.forEach(job -> work.add(new RenderPlan.Work(job, null)));
        return new RenderPlan(() -> renderer(settings, variables), work, tokenFiles(variables, jobs.isEmpty()));
    }

    /**
     * What {@code login} has to do.
     *
     * @param arguments the flags of {@link LoginPlan.Output}, and Spring's own: {@code --name=value}
     * @throws ConfigurationException when a setting is missing or wrong, or no role is set
     */
    public static LoginPlan login(List<String> arguments, VaultVariables variables) {
        LoginPlan.Output output = LoginPlan.Output.of(arguments);
        RendererSettings settings = settings(output.others(), variables);
        VaultEndpoint endpoint = variables.behindProxy(settings.connection().endpoint());
        if (!(settings.connection().login() instanceof KubernetesLogin login)) {
            throw new ConfigurationException(
                    "no role is set, so that there is nothing to log in as",
                    "Set VAULT_ROLE (or vault-renderer.role) to a role of the Kubernetes auth method.");
        }
        RenderPlan.TokenFiles files = asksForTokenFiles(variables) ? AuthenticatorSettings.tokenFiles(variables) : null;
        return new LoginPlan(() -> renderer(settings, variables).build(), endpoint, login, files, output);
    }

    private static VaultRenderer.Builder renderer(RendererSettings settings, VaultVariables variables) {
        VaultRenderer.Builder renderer = settings.renderer()
                .vault(variables.behindProxy(settings.connection().endpoint()))
                .environment(variables.environment()::get);
        return PermissionsVariable.isIn(variables) ? renderer.engines(engines(variables)) : renderer;
    }

    private static List<TemplateEngine> engines(VaultVariables variables) {
        return List.of(
                GoTemplateEngine.strict(PermissionsVariable.addTo(TemplatePermissions.none(), variables)),
                new FreeMarkerEngine());
    }

    private static RendererSettings settings(List<String> arguments, VaultVariables variables) {
        Map<String, Object> defaults = defaults(variables);
        boolean files = ConfigFiles.mayBe(arguments, variables.environment(), Path.of(""));
        if (!files) {
            Optional<VaultRendererProperties> plain = PlainSettings.read(
                    arguments, variables.environment(), System.getProperties().stringPropertyNames(), defaults);
            if (plain.isPresent()) {
                return RendererSettings.of(plain.get());
            }
        }
        return RendererSettings.of(BootEnvironment.of(arguments, variables.environment(), defaults, files));
    }

    /**
     * Without a template, this is the authenticator's container, which names its own variables; a run that has neither was
     * forgotten to be configured, and must not look as if it had worked.
     */
    private static RenderPlan.@Nullable TokenFiles tokenFiles(VaultVariables variables, boolean nothingToRender) {
        boolean asked = asksForTokenFiles(variables);
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

    private static boolean asksForTokenFiles(VaultVariables variables) {
        return variables.get("TOKEN_DEST_PATH").isPresent()
                || variables.get("ACCESSOR_DEST_PATH").isPresent();
    }

    private static Map<String, Object> defaults(VaultVariables variables) {
        Map<String, Object> defaults = new HashMap<>();
        for (Map.Entry<String, String> known : VARIABLES.entrySet()) {
            variables.get(known.getKey()).ifPresent(value -> defaults.put(PREFIX + known.getValue(), value));
        }
        defaults.put(PREFIX + "tls.skip-verify", String.valueOf(variables.skipVerify()));
        return defaults;
    }
}
