package io.github.vaultrenderer.template.freemarker;

import freemarker.core.Environment;
import freemarker.template.TemplateException;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Processes a template on a thread of its own, which can be given up: neither a loop without output nor a regular
 * expression that backtracks for ever could be ended otherwise.
 */
final class BoundedRun implements Runnable {

    private final Environment environment;
    private @Nullable Throwable failure;

    private BoundedRun(Environment environment) {
        this.environment = environment;
    }

    /** The time was up, or the renderer was told to stop. */
    static final class TooLong extends Exception {

        private static final long serialVersionUID = 1L;

        private final boolean stopped;

        TooLong(boolean stopped) {
            this.stopped = stopped;
        }

        boolean stopped() {
            return stopped;
        }
    }

    /**
     * Processes it.
     *
     * @throws TooLong when it was not done in that time; it is told to stop, and ends at its next loop
     */
    static void of(Environment environment, Duration longest) throws TooLong, TemplateException, IOException {
        BoundedRun run = new BoundedRun(environment);
        Thread thread = new Thread(run, "vault-renderer-template");
        thread.setDaemon(true);
        thread.start();
        try {
            // Zero would wait for ever.
            thread.join(Math.max(1, longest.toMillis()));
        } catch (InterruptedException stopped) {
            thread.interrupt();
            Thread.currentThread().interrupt();
            throw new TooLong(true);
        }
        if (thread.isAlive()) {
            thread.interrupt();
            throw new TooLong(false);
        }
        run.rethrow();
    }

    @Override
    public void run() {
        try {
            environment.process();
        } catch (TemplateException | IOException | RuntimeException | Error thrown) {
            failure = thrown;
        }
    }

    private void rethrow() throws TemplateException, IOException {
        if (failure instanceof TemplateException thrown) {
            throw thrown;
        }
        if (failure instanceof IOException thrown) {
            throw thrown;
        }
        if (failure instanceof Error thrown) {
            throw thrown;
        }
        if (failure instanceof RuntimeException thrown) {
            throw thrown;
        }
    }
}
