package io.github.vaultrenderer.app.settings.consultemplate;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A program to run.
 *
 * @param enabled when not set: whether there is a command
 * @param command a single text is one for a shell, several are the program and its arguments; empty for none. A text in a
 *     file is divided at its commas, as consul-template does
 * @param environment which variables it sees
 * @param killSignal what asks it to end; {@code null} where it is not set ({@code null}, which is SIGINT in
 *     consul-template)
 * @param killTimeout how long it may take to end before it is killed (30s)
 * @param reloadSignal what tells it that files changed; {@code null} to end it and start it again ({@code null})
 * @param splay the longest random time to wait before either (0)
 * @param timeout how long it may run; zero for ever (of a template's command: {@code command_timeout}, then 30s; else zero,
 *     whatever is set, as in consul-template)
 */
public record ExecConfig(
        boolean enabled,
        List<String> command,
        ExecEnvironment environment,
        @Nullable Signal killSignal,
        Duration killTimeout,
        @Nullable Signal reloadSignal,
        Duration splay,
        Duration timeout) {

    public ExecConfig {
        command = List.copyOf(command);
    }
}
