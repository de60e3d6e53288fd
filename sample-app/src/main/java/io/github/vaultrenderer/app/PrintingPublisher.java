package io.github.vaultrenderer.app;

import io.github.vaultrenderer.render.AtomicFilePublisher;
import io.github.vaultrenderer.render.FilePublisher;
import io.github.vaultrenderer.render.OutputFile;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * Prints what would be written, secrets and all, in consul-template's form, and writes nothing.
 *
 * @param out where
 * @see <a href="https://github.com/hashicorp/consul-template/blob/v0.41.1/renderer/renderer.go">consul-template, Render</a>
 */
record PrintingPublisher(PrintStream out) implements FilePublisher {

    @Override
    public Set<Path> publish(List<OutputFile> files) {
        for (OutputFile file : files) {
            if (!AtomicFilePublisher.upToDate(file)) {
                byte[] heading = ("> " + file.path() + "\n").getBytes(StandardCharsets.UTF_8);
                byte[] content = file.content().bytes();
                out.write(heading, 0, heading.length);
                out.write(content, 0, content.length);
            }
        }
        out.flush();
        return Set.of();
    }
}
