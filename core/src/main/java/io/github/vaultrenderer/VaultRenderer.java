package io.github.vaultrenderer;

import io.github.vaultrenderer.auth.TokenKeeper;
import io.github.vaultrenderer.auth.VaultLogin;
import io.github.vaultrenderer.auth.VaultToken;
import io.github.vaultrenderer.failure.ConfigurationException;
import io.github.vaultrenderer.failure.RendererException;
import io.github.vaultrenderer.http.ClientLimits;
import io.github.vaultrenderer.http.Deadline;
import io.github.vaultrenderer.http.JdkVaultHttp;
import io.github.vaultrenderer.http.RetryPolicy;
import io.github.vaultrenderer.http.RetryingVaultHttp;
import io.github.vaultrenderer.http.VaultEndpoint;
import io.github.vaultrenderer.http.VaultHttp;
import io.github.vaultrenderer.redact.Sensitive;
import io.github.vaultrenderer.render.AtomicFilePublisher;
import io.github.vaultrenderer.render.FallibleTemplate;
import io.github.vaultrenderer.render.FilePublisher;
import io.github.vaultrenderer.render.RenderPass;
import io.github.vaultrenderer.secrets.SecretSource;
import io.github.vaultrenderer.secrets.VaultSecretSource;
import io.github.vaultrenderer.template.CompiledTemplate;
import io.github.vaultrenderer.template.RenderLimits;
import io.github.vaultrenderer.template.TemplateEngine;
import io.github.vaultrenderer.template.TemplateSource;
import io.github.vaultrenderer.template.freemarker.FreeMarkerEngine;
import io.github.vaultrenderer.template.gotemplate.GoTemplateEngine;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Renders templates with secrets from Vault into files.
 *
 * <pre>{@code
 * try (var renderer = VaultRenderer.builder()
 *         .vault(VaultEndpoint.of("https://vault:8200").trusting(Path.of("/ca/vault.pem")))
 *         .login(KubernetesLogin.asRole("org1-app1-reader"))
 *         .build()) {
 *     renderer.render(RenderJob.from(Path.of("/templates/index.html.ctmpl")).to(Path.of("/conf/index.html")));
 * }
 * }</pre>
 *
 * <p>Thread-safe. Nothing is asked of Vault before the first rendering. Every failure is a {@link RendererException}.
 */
public final class VaultRenderer implements AutoCloseable {

    /** Long enough for a revocation, short enough for a process that wants to end. */
    private static final Duration TIME_TO_CLOSE = Duration.ofSeconds(2);

    private final Function<Deadline, SecretSource> source;
    private final @Nullable TokenKeeper tokens;
    private final List<TemplateEngine> engines;
    private final FilePublisher publisher;
    private final UnaryOperator<@Nullable String> environment;
    private final InstantSource clock;
    private final Duration total;
    private final int concurrency;
    private final RenderLimits limits;
    private final double renewal;

    private VaultRenderer(Builder builder, Function<Deadline, SecretSource> source, @Nullable TokenKeeper tokens) {
        this.source = source;
        this.tokens = tokens;
        this.engines = List.copyOf(builder.engines);
        this.publisher = builder.publisher;
        this.environment = builder.environment;
        this.clock = builder.clock;
        this.total = builder.retry.total();
        this.concurrency = builder.concurrency();
        this.limits = builder.limits;
        this.renewal = builder.renewal;
    }

    /** Configures a renderer. */
    public static Builder builder() {
        return new Builder();
    }

    /** A renderer over another source than Vault, for tests: it needs no network. */
    public static VaultRenderer using(SecretSource source) {
        return builder().secrets(source).build();
    }

    /**
     * Renders jobs as one set: either every file is written, or none.
     *
     * @throws RendererException for the first failure
     */
    public RenderReport render(RenderJob... jobs) {
        return render(List.of(jobs));
    }

    /**
     * Renders jobs as one set: either every file is written, or none. Only {@linkplain RenderJob#optional optional} jobs
     * succeed and fail by themselves.
     *
     * @throws RendererException for the first failure
     */
    public RenderReport render(List<RenderJob> jobs) {
        List<CompiledTemplate> templates = new ArrayList<>();
        List<RenderPass.Task> tasks = new ArrayList<>();
        for (RenderJob job : jobs) {
            // Before Vault is asked for anything: a typing error should not cost a login.
            CompiledTemplate template = job.optional() ? new FallibleTemplate(() -> compile(job)) : compile(job);
            if (!job.optional()) {
                publisher.check(job.destination());
            }
            templates.add(template);
            tasks.add(new RenderPass.Task(template, job.destination()));
        }
        RenderPass pass = pass();
        return new Publication(publisher, pass, jobs, templates).of(pass.render(tasks));
    }

    /**
     * Parses the jobs' templates, and executes each as far as that goes without asking Vault. Writes nothing.
     *
     * @throws RendererException for the first that fails
     */
    public void check(List<RenderJob> jobs) {
        List<CompiledTemplate> templates = new ArrayList<>();
        jobs.forEach(job -> templates.add(compile(job)));
        pass().check(templates);
    }

    /**
     * Renders a template and writes nothing.
     *
     * @throws RendererException when it cannot be rendered
     */
    public Sensitive renderText(TemplateSource template) {
        CompiledTemplate compiled = engine(template.name(), null).compile(template);
        return pass().render(List.of(new RenderPass.Task(compiled, null)))
                .outputs()
                .get(0);
    }

    /**
     * Logs in, or gives the token of an earlier login that is still good. The token is the caller's from then on:
     * {@link #close} leaves it alone.
     *
     * @throws RendererException when Vault refuses, or cannot be reached in time
     */
    public VaultToken login() {
        VaultToken token = tryLogin();
        Objects.requireNonNull(tokens).needed();
        return token;
    }

    /**
     * Logs in to see whether Vault lets us. Unlike that of {@link #login}, the token stays the renderer's: {@link #close}
     * revokes it.
     *
     * @throws RendererException when Vault refuses, or cannot be reached in time
     */
    public VaultToken tryLogin() {
        if (tokens == null) {
            throw new ConfigurationException("this renderer has no Vault to log in to", "Give it a VaultEndpoint.");
        }
        return tokens.current(deadline());
    }

    /**
     * Revokes the token that the login made, unless a lease of a secret that was read hangs from it: the files would hold
     * dead credentials then.
     */
    @Override
    public void close() {
        if (tokens != null) {
            tokens.revoke(Deadline.in(TIME_TO_CLOSE, clock));
        }
    }

    private Deadline deadline() {
        return Deadline.in(total, clock);
    }

    private RenderPass pass() {
        return new RenderPass(source.apply(deadline()), concurrency, environment, clock, limits, renewal);
    }

    private CompiledTemplate compile(RenderJob job) {
        TemplateSource template = TemplateFiles.load(job.template());
        if (job.engine() instanceof RenderJob.Engine.Own own) {
            return own.engine().compile(template);
        }
        String wanted = job.engine() instanceof RenderJob.Engine.Named named ? named.name() : null;
        return engine(template.name(), wanted).compile(template);
    }

    private TemplateEngine engine(String template, @Nullable String wanted) {
        return engines.stream()
                .filter(engine -> wanted == null
                        ? engine.supports(template)
                        : engine.name().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new ConfigurationException(
                        wanted == null
                                ? "no template engine for " + template
                                : "no template engine is called \"" + wanted + "\"",
                        "Use .ctmpl or .tmpl for Go templates and .ftl for FreeMarker, or name one of the engines: "
                                + engines.stream().map(TemplateEngine::name).collect(Collectors.joining(", "))));
    }

    /** Configures a {@link VaultRenderer}; mistakes are found by {@link #build()}. */
    public static final class Builder {

        private @Nullable VaultEndpoint endpoint;
        private @Nullable VaultHttp http;
        private @Nullable VaultLogin login;
        private @Nullable SecretSource secrets;
        private RetryPolicy retry = RetryPolicy.DEFAULT;
        private List<TemplateEngine> engines = List.of(GoTemplateEngine.strict(), new FreeMarkerEngine());
        private FilePublisher publisher = new AtomicFilePublisher();
        private UnaryOperator<@Nullable String> environment = System::getenv;
        private InstantSource clock = InstantSource.system();
        private RenderLimits limits = RenderLimits.DEFAULT;
        private double renewal = RenderPass.RENEWAL_THRESHOLD;
        private String wrapTtl = "";

        private Builder() {}

        /** Where Vault is. */
        public Builder vault(VaultEndpoint endpoint) {
            this.endpoint = endpoint;
            return this;
        }

        /** How Vault is reached, in place of the usual client; retries are added to it. */
        public Builder http(VaultHttp http) {
            this.http = http;
            return this;
        }

        /** How to get a token. */
        public Builder login(VaultLogin login) {
            this.login = login;
            return this;
        }

        /** Another source of secrets in place of Vault. */
        public Builder secrets(SecretSource secrets) {
            this.secrets = secrets;
            return this;
        }

        /** When to try again, and the time for everything; {@link RetryPolicy#DEFAULT} by default. */
        public Builder retry(RetryPolicy retry) {
            this.retry = retry;
            return this;
        }

        /** The template engines, in the order in which they are asked whether a template is theirs. */
        public Builder engines(List<? extends TemplateEngine> engines) {
            this.engines = List.copyOf(engines);
            return this;
        }

        /** Writes the files. */
        public Builder publisher(FilePublisher publisher) {
            this.publisher = publisher;
            return this;
        }

        /** The environment that templates see; the process's own by default. */
        public Builder environment(UnaryOperator<@Nullable String> environment) {
            this.environment = environment;
            return this;
        }

        /** How much each rendering of a template may cost; {@link RenderLimits#DEFAULT} by default. */
        public Builder limits(RenderLimits limits) {
            this.limits = limits;
            return this;
        }

        /**
         * The part of a certificate's life, from 0 to 1, after which {@code pkiCert} has another one issued; {@value
         * RenderPass#RENEWAL_THRESHOLD} by default.
         */
        public Builder renewCertificatesAfter(double part) {
            this.renewal = part;
            return this;
        }

        /**
         * Has Vault keep each secret for who has its wrapping token, which templates see in its place as {@code .WrapInfo};
         * by default, they see the secrets.
         *
         * @param ttl how long the tokens are good: seconds, or a duration such as {@code 5m}; empty for the secrets
         * @see <a href="https://developer.hashicorp.com/vault/docs/concepts/response-wrapping">Response wrapping</a>
         */
        public Builder wrapSecrets(String ttl) {
            this.wrapTtl = ttl;
            return this;
        }

        /** Tells the time. */
        public Builder clock(InstantSource clock) {
            this.clock = clock;
            return this;
        }

        /**
         * The renderer.
         *
         * @throws ConfigurationException when Vault's address or the login is missing, or a setting is wrong
         */
        public VaultRenderer build() {
            SecretSource fixed = secrets;
            if (fixed != null) {
                return new VaultRenderer(this, deadline -> fixed, null);
            }
            VaultHttp vault = new RetryingVaultHttp(
                    client(), retry, RandomGenerator.getDefault(), RetryingVaultHttp.Pause.sleeping());
            TokenKeeper tokens = new TokenKeeper(vault, required(login));
            VaultSecretSource source =
                    new VaultSecretSource(vault, tokens, Deadline.in(Duration.ZERO, clock)).wrapping(wrapTtl);
            return new VaultRenderer(this, source::until, tokens);
        }

        private VaultHttp client() {
            if (http != null) {
                return http;
            }
            if (endpoint == null) {
                throw new ConfigurationException(
                        "Vault's address is not set", "Set VAULT_ADDR (or vault-renderer.address).");
            }
            return new JdkVaultHttp(endpoint);
        }

        private int concurrency() {
            return Objects.requireNonNullElse(endpoint == null ? null : endpoint.limits(), ClientLimits.DEFAULT)
                    .inFlight();
        }

        private static VaultLogin required(@Nullable VaultLogin login) {
            if (login == null) {
                throw new ConfigurationException(
                        "there is no way to get a Vault token",
                        "Set VAULT_ROLE (or vault-renderer.role) for a Kubernetes login, or VAULT_TOKEN.");
            }
            return login;
        }
    }
}
