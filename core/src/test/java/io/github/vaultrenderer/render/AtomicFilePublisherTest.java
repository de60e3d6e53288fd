package io.github.vaultrenderer.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vaultrenderer.redact.Sensitive;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFilePublisherTest {

    private final AtomicFilePublisher publisher = new AtomicFilePublisher();

    @TempDir
    Path folder;

    @Test
    void writesFilesWithTheirModesAndMakesFolders() throws IOException {
        Path secret = folder.resolve("a/b/secret.conf");
        Path open = folder.resolve("index.html");

        assertThat(publisher.publish(
                        List.of(file(secret, "s", FileMode.OWNER_ONLY), file(open, "page", FileMode.WORLD_READABLE))))
                .containsExactly(secret, open);

        assertThat(secret).hasContent("s");
        assertThat(mode(secret)).isEqualTo("rw-------");
        assertThat(mode(open)).isEqualTo("rw-r--r--");
        assertThat(names(folder)).containsExactlyInAnyOrder("a", "index.html");
    }

    @Test
    void doesNotTouchWhatIsUpToDate() throws IOException {
        Path path = folder.resolve("f");
        publisher.publish(List.of(file(path, "same", FileMode.OWNER_ONLY)));
        FileTime longAgo = FileTime.from(Instant.EPOCH);
        Files.setLastModifiedTime(path, longAgo);

        assertThat(publisher.publish(List.of(file(path, "same", FileMode.OWNER_ONLY))))
                .isEmpty();
        assertThat(Files.getLastModifiedTime(path)).isEqualTo(longAgo);
        assertThat(publisher.publish(List.of(file(path, "same", FileMode.WORLD_READABLE))))
                .containsExactly(path);
        assertThat(publisher.publish(List.of(file(path, "else", FileMode.WORLD_READABLE))))
                .containsExactly(path);
    }

    @Test
    void writesNothingWhenOneFileCannotBeWritten() throws IOException {
        Path good = folder.resolve("good");
        Files.writeString(good, "old");
        Path blocked = folder.resolve("plain-file/below");
        Files.writeString(folder.resolve("plain-file"), "");

        assertThatThrownBy(() -> publisher.publish(
                        List.of(file(good, "new", FileMode.OWNER_ONLY), file(blocked, "x", FileMode.OWNER_ONLY))))
                .isInstanceOf(OutputException.class)
                .hasMessageContaining(blocked.toString());

        assertThat(good).hasContent("old");
        assertThat(names(folder)).containsExactlyInAnyOrder("good", "plain-file");
    }

    @Test
    void refusesAFolderAsDestinationBeforeWritingAnything() throws IOException {
        Path target = Files.createDirectory(folder.resolve("folder"));
        Path other = folder.resolve("other");

        assertThatThrownBy(() -> publisher.publish(
                        List.of(file(other, "x", FileMode.OWNER_ONLY), file(target, "x", FileMode.OWNER_ONLY))))
                .isInstanceOf(OutputException.class)
                .hasMessageContaining("it is a folder");
        assertThat(names(folder)).containsExactly("folder");
    }

    @Test
    void writesIntoAFolderBehindALink() throws IOException {
        Path real = Files.createDirectory(folder.resolve("real"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), real);

        publisher.publish(List.of(file(link.resolve("f"), "x", FileMode.OWNER_ONLY)));

        assertThat(real.resolve("f")).hasContent("x");
    }

    @Test
    void replacesALinkAndNotWhatItPointsTo() throws IOException {
        Path victim = Files.writeString(folder.resolve("victim"), "untouched");
        Path link = Files.createSymbolicLink(folder.resolve("link"), victim);

        publisher.publish(List.of(file(link, "mine", FileMode.OWNER_ONLY)));

        assertThat(victim).hasContent("untouched");
        assertThat(link).hasContent("mine");
        assertThat(Files.isSymbolicLink(link)).isFalse();
    }

    private static OutputFile file(Path path, String content, FileMode mode) {
        return new OutputFile(path, Sensitive.of(content), mode);
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
