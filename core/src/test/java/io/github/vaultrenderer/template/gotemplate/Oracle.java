package io.github.vaultrenderer.template.gotemplate;

import io.github.vaultrenderer.test.RealServers;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** consul-template's own engine, as a process that answers one template after another. */
final class Oracle implements AutoCloseable {

    private static final int LONGEST_SECONDS = 5;
    private static final ScheduledExecutorService PATIENCE = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "oracle");
        thread.setDaemon(true);
        return thread;
    });

    private final ObjectNode question = (ObjectNode) ConformanceCases.data();
    private Process process;
    private BufferedWriter cases;
    private BufferedReader results;

    Oracle() throws IOException {
        process = start();
        cases = process.outputWriter();
        results = process.inputReader();
    }

    private static Process start() throws IOException {
        return new ProcessBuilder(RealServers.variable("CTMPL_ORACLE_BIN"))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /**
     * What it says to a case over the data of all cases: {@code output}, {@code error} or {@code missing}; nothing of
     * these when the template ends its process, as one that puts a map into itself does, or takes it for ever.
     */
    JsonNode answer(TemplateCase asked) throws IOException {
        asked.putInto(question);
        cases.write(ConformanceCases.JSON.writeValueAsString(question));
        cases.newLine();
        cases.flush();
        Process answering = process;
        ScheduledFuture<?> end = PATIENCE.schedule(answering::destroyForcibly, LONGEST_SECONDS, TimeUnit.SECONDS);
        String line = line();
        end.cancel(false);
        if (line != null) {
            return ConformanceCases.JSON.readTree(line);
        }
        restart();
        return ConformanceCases.JSON.createObjectNode();
    }

    /** The next line; {@code null} when the process ended, which closes what is read from it when it is made to. */
    private @Nullable String line() {
        try {
            return results.readLine();
        } catch (IOException ended) {
            return null;
        }
    }

    /** Goes on with a new process. */
    void restart() throws IOException {
        end();
        process = start();
        cases = process.outputWriter();
        results = process.inputReader();
    }

    private void end() throws IOException {
        process.destroy();
        try {
            cases.close();
        } catch (IOException ended) {
            // There was nobody left to read what it had to say.
        }
        results.close();
    }

    @Override
    public void close() throws IOException {
        end();
    }
}
