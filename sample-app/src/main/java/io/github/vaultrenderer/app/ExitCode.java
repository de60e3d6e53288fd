package io.github.vaultrenderer.app;

/**
 * The exit codes beside those of {@link io.github.vaultrenderer.failure.FailureKind}.
 *
 * @see <a href="https://github.com/hashicorp/consul-template/blob/main/cli.go">consul-template's exit codes</a>
 */
final class ExitCode {

    static final int DONE = 0;
    /** A fault of this program itself. */
    static final int UNEXPECTED = 1;

    /** A signal ended the run. */
    static final int CONSUL_TEMPLATE_KILLED = 12;

    static final int CONSUL_TEMPLATE_ARGUMENTS = 13;
    static final int CONSUL_TEMPLATE_RUN = 14;
    static final int CONSUL_TEMPLATE_CONFIGURATION = 15;
    /** consul-template has no such code: it would stay and watch. */
    static final int CONSUL_TEMPLATE_UNSUPPORTED = 16;

    private ExitCode() {}
}
