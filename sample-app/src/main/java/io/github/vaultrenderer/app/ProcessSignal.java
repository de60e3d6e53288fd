package io.github.vaultrenderer.app;

import io.github.vaultrenderer.app.settings.consultemplate.Signal;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * Sends signals to processes. The JDK itself has TERM and KILL only; for all others there has to be a shell, whose {@code
 * kill} is a part of it. Loaded only when a signal ends a run that has a program running.
 *
 * @see <a href="https://pubs.opengroup.org/onlinepubs/9799919799/utilities/kill.html">POSIX, kill</a>
 */
final class ProcessSignal {

    private static final Log LOG = LogFactory.getLog(ProcessSignal.class);
    private static final int SECONDS_FOR_KILL = 5;

    private ProcessSignal() {}

    /** Sends it to each. Where that is not possible, TERM is sent in its place. */
    static void send(Signal signal, List<ProcessHandle> processes) {
        switch (signal) {
            case SIGNULL -> {}
            case SIGTERM -> processes.forEach(ProcessHandle::destroy);
            case SIGKILL -> processes.forEach(ProcessHandle::destroyForcibly);
            default -> {
                if (!sentByShell(signal, processes)) {
                    LOG.warn("there is no shell to send " + signal + " with: SIGTERM is sent");
                    processes.forEach(ProcessHandle::destroy);
                }
            }
        }
    }

    private static boolean sentByShell(Signal signal, List<ProcessHandle> processes) {
        StringBuilder line = new StringBuilder("kill -").append(signal.number());
        for (ProcessHandle process : processes) {
            line.append(' ').append(process.pid());
        }
        for (String shell : ExternalProcess.SHELLS) {
            try {
                Process kill = new ProcessBuilder(shell, "-c", line.toString())
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
                // What it says of processes that ended meanwhile does not matter.
                kill.waitFor(SECONDS_FOR_KILL, TimeUnit.SECONDS);
                return true;
            } catch (IOException noShell) {
                LOG.debug(shell + " is no shell that can be started");
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return true;
            }
        }
        return false;
    }
}
