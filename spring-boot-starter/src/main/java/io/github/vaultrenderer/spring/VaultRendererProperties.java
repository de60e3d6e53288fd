package io.github.vaultrenderer.spring;

import io.github.vaultrenderer.auth.KubernetesLogin;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The settings of the renderer.
 *
 * @param address Vault's address, for example {@code https://vault:8200}. Without it, no renderer is made
 * @param namespace the Vault namespace (Enterprise)
 * @param role the role that the Kubernetes login asks for. Without it, a token has to be given
 * @param mountPath where Vault's Kubernetes auth method is mounted, without {@code auth/}
 * @param serviceAccountTokenFile the file with the pod's service-account token
 * @param token a Vault token to use in place of a login
 * @param tokenFile a file with a Vault token to use in place of a login
 * @param tls how Vault's certificate is checked
 * @param timeout the time for everything that one rendering asks of Vault, retries included
 * @param connectTimeout the time for a connection to Vault to be there
 * @param readTimeout the time for an answer of Vault to come
 * @param maxInFlight how many requests to Vault may be under way at the same time
 * @param limits how much each rendering of a template may cost; {@code null} for the defaults
 * @param renderOnStartup whether the jobs are rendered while the application starts, before its own beans are made
 * @param jobs the templates to render and where to
 */
@ConfigurationProperties(VaultRendererProperties.PREFIX)
public record VaultRendererProperties(
        @Nullable String address,
        @Nullable String namespace,
        @Nullable String role,
        @DefaultValue(KubernetesLogin.DEFAULT_MOUNT_PATH) String mountPath,

        @DefaultValue(Defaults.SERVICE_ACCOUNT_TOKEN_FILE) Path serviceAccountTokenFile,

        @Nullable String token,
        @Nullable Path tokenFile,
        @DefaultValue Tls tls,
        @DefaultValue(Defaults.TIMEOUT) Duration timeout,
        @DefaultValue(Defaults.CONNECT_TIMEOUT) Duration connectTimeout,
        @DefaultValue(Defaults.READ_TIMEOUT) Duration readTimeout,
        @DefaultValue(Defaults.MAX_IN_FLIGHT) int maxInFlight,
        @Nullable Limits limits,
        @DefaultValue("false") boolean renderOnStartup,
        @DefaultValue List<Job> jobs) {

    static final String PREFIX = "vault-renderer";

    /**
     * What counts where nobody sets a property, written as it would be set: for the binder, and for whoever reads the
     * properties without it. Constants all, so that using them loads no class.
     */
    public static final class Defaults {

        /** Where Kubernetes mounts a pod's token. */
        public static final String SERVICE_ACCOUNT_TOKEN_FILE = "/var/run/secrets/kubernetes.io/serviceaccount/token";
        /** The time for everything that one rendering asks of Vault. */
        public static final String TIMEOUT = "60s";
        /** The time for a connection. */
        public static final String CONNECT_TIMEOUT = "5s";
        /** The time for an answer. */
        public static final String READ_TIMEOUT = "60s";
        /** Requests at the same time. */
        public static final String MAX_IN_FLIGHT = "32";
        /** The most output of a template. */
        public static final String OUTPUT_SIZE = "64MB";
        /** The longest that one pass over a template may take. */
        public static final String RENDERING_TIME = "1m";
        /** A file's permissions. */
        public static final String MODE = "0600";
        /** Whether missing folders are made. */
        public static final String CREATE_FOLDERS = "true";
        /** What opens an action of a Go template. */
        public static final String LEFT_DELIMITER = "{{";
        /** What closes it. */
        public static final String RIGHT_DELIMITER = "}}";

        private Defaults() {}
    }

    /**
     * How Vault's certificate is checked. Of the three sources of certificate authorities the first that is set counts;
     * with none, the Java runtime's.
     *
     * @param caPem certificate authorities as PEM text
     * @param caFile a PEM file with certificate authorities
     * @param caFolder a folder of such files
     * @param serverName the name that the certificate has to carry, when it is not the address's host
     * @param skipVerify whether any certificate is accepted: for experiments only
     * @param clientCertificate a PEM file with the certificate to show a Vault that asks for one
     * @param clientKey a PEM file with its private key; the same file when it is not set
     */
    public record Tls(
            @Nullable String caPem,
            @Nullable Path caFile,
            @Nullable Path caFolder,
            @Nullable String serverName,
            @DefaultValue("false") boolean skipVerify,
            @Nullable Path clientCertificate,
            @Nullable Path clientKey) {}

    /**
     * How much one pass over one template may cost.
     *
     * @param outputSize the most bytes of output; in FreeMarker, characters
     * @param time the longest that it may take; waiting for Vault is not part of it
     */
    public record Limits(
            @DefaultValue(Defaults.OUTPUT_SIZE) DataSize outputSize,
            @DefaultValue(Defaults.RENDERING_TIME) Duration time) {}

    /**
     * A template to render.
     *
     * @param template the template's file; its extension chooses the engine
     * @param destination the file to write
     * @param mode the file's permissions, in octal
     * @param owner the file's user, a name or a numeric id; empty for the program's own
     * @param group the file's group, a name or a numeric id; empty for what its folder gives
     * @param backup whether the file that is replaced stays as {@code <name>.bak}
     * @param createFolders whether missing folders above it are made
     * @param engine the template engine, {@code go} or {@code freemarker}, whatever the extension
     * @param leftDelimiter what opens an action, for Go templates
     * @param rightDelimiter what closes it
     */
    public record Job(
            @Nullable Path template,
            @Nullable Path destination,
            @DefaultValue(Defaults.MODE) String mode,
            @DefaultValue("") String owner,
            @DefaultValue("") String group,
            @DefaultValue("false") boolean backup,
            @DefaultValue(Defaults.CREATE_FOLDERS) boolean createFolders,
            @Nullable String engine,
            @DefaultValue(Defaults.LEFT_DELIMITER) String leftDelimiter,
            @DefaultValue(Defaults.RIGHT_DELIMITER) String rightDelimiter) {}

    /** Names what is set, without the values: a token may be among them. */
    @Override
    public String toString() {
        return "VaultRendererProperties[address=" + address + ", role=" + role + ", jobs=" + jobs.size() + "]";
    }
}
