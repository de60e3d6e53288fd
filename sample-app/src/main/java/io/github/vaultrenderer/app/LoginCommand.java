package io.github.vaultrenderer.app;

import io.github.vaultrenderer.VaultRenderer;
import io.github.vaultrenderer.app.settings.LoginPlan;
import io.github.vaultrenderer.app.settings.RenderPlan.TokenFiles;
import io.github.vaultrenderer.auth.VaultToken;
import java.io.PrintStream;
import java.time.Duration;

/**
 * Logs in and renders nothing. Standard output gets what was asked for and nothing else, so that a shell can take it; a
 * summary without the token when nothing was. A token that nobody was to get is revoked.
 */
final class LoginCommand {

    private final PrintStream output;

    LoginCommand(PrintStream output) {
        this.output = output;
    }

    void run(LoginPlan plan) {
        LoginPlan.Output wanted = plan.output();
        // Before the login: the command is wanted most when that fails.
        if (wanted.curl()) {
            output.println(LoginCurl.of(plan.endpoint(), plan.login()));
        }
        if (!wanted.dryRun()) {
            logIn(plan);
        } else if (!wanted.curl()) {
            output.println("would log in" + where(plan));
        }
    }

    private void logIn(LoginPlan plan) {
        TokenFiles files = plan.tokenFiles();
        boolean printed = plan.output().token();
        try (VaultRenderer renderer = plan.renderer().get()) {
            VaultToken token = printed || files != null ? renderer.login() : renderer.tryLogin();
            if (files != null) {
                RendererCommand.leaveToken(token, files);
            }
            if (printed) {
                output.println(token.value().reveal());
            } else if (!plan.output().curl()) {
                summarize(plan, token);
            }
        }
    }

    private void summarize(LoginPlan plan, VaultToken token) {
        TokenFiles files = plan.tokenFiles();
        output.println("logged in" + where(plan));
        output.println("  accessor: " + (token.accessor().isEmpty() ? "none (a batch token)" : token.accessor()));
        output.println("  lifetime: " + lifetime(token.ttl()) + (token.renewable() ? ", renewable" : ""));
        output.println("  token:    " + (files == null ? "revoked, as nothing was to get it" : "in " + files.token()));
    }

    private static String where(LoginPlan plan) {
        return " at " + plan.endpoint().address() + " (auth/" + plan.login().mountPath() + ") as role "
                + plan.login().role();
    }

    private static String lifetime(Duration ttl) {
        return ttl.isZero() ? "without an end" : ttl.toSeconds() + " s";
    }
}
