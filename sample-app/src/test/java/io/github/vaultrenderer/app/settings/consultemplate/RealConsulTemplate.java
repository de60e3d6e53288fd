package io.github.vaultrenderer.app.settings.consultemplate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.json.JsonMapper;

/** consul-template itself, which tells its final configuration when it logs at debug. */
final class RealConsulTemplate {

    private static final String MARK = "final config: ";
    private static final long PATIENCE_SECONDS = 60;

    private final String program;

    RealConsulTemplate(String program) {
        this.program = program;
    }

    Verdict verdict(ConfigCase each, Path folder) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(program));
        command.addAll(each.arguments());
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().putAll(each.environment());
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException("consul-template did not end: " + each);
        }
        return new Verdict(process.exitValue(), values(output));
    }

    private static Map<String, String> values(String output) {
        int mark = output.indexOf(MARK);
        if (mark < 0) {
            return Map.of();
        }
        String json = output.substring(mark + MARK.length(), output.indexOf('\n', mark));
        return FinalValues.of(JsonMapper.shared().readTree(json));
    }
}
