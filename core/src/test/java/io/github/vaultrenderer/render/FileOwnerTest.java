package io.github.vaultrenderer.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.vaultrenderer.redact.Sensitive;
import io.github.vaultrenderer.render.FilePlacement.Inherited;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that are given away, which only root may do. */
class FileOwnerTest {

    private Path file;

    @BeforeEach
    void prepare(@TempDir Path folder) {
        assumeTrue("root".equals(System.getProperty("user.name")), "skipped: only root may give files away");
        file = folder.resolve("f");
    }

    @ParameterizedTest
    @CsvSource({
        "101,  33,       101,  33",
        "101,  '',       101,  0",
        "'',   33,       0,    33",
        "-1,   33,       0,    33",
        "daemon, daemon, 1,    1",
        "54321, 54322,   54321, 54322",
    })
    void givesTheFileAway(String user, String group, int uid, int gid) throws IOException {
        FilePlacement placement = FilePlacement.OWNER_ONLY.ownedBy(new FileOwner(user, group));

        assertThat(publish("x", placement)).isTrue();
        assertThat(owner()).isEqualTo(uid + ":" + gid);
        assertThat(mode(file)).isEqualTo("rw-------");
        assertThat(publish("x", placement)).as("it is there just so").isFalse();

        Files.setAttribute(file, "unix:uid", 77);
        Files.setAttribute(file, "unix:gid", 77);
        assertThat(publish("x", placement)).as("somebody else's").isTrue();
        assertThat(owner()).isEqualTo(uid + ":" + gid);
    }

    @ParameterizedTest
    @CsvSource({"NOTHING, 0:0", "OWNER, 55:66", "OWNER_AND_MODE, 55:66"})
    void takesOverTheOwnerOfTheFileThatItReplaces(Inherited inherited, String owner) throws IOException {
        Files.writeString(file, "old");
        Files.setAttribute(file, "unix:uid", 55);
        Files.setAttribute(file, "unix:gid", 66);

        publish("new", placement(inherited, "0600"));

        assertThat(owner()).isEqualTo(owner);
    }

    @Test
    void anOwnerThatIsSetComesBeforeTheOneThatWasThere() throws IOException {
        Files.writeString(file, "old");
        Files.setAttribute(file, "unix:uid", 55);
        Files.setAttribute(file, "unix:gid", 66);

        publish("new", FilePlacement.COMPATIBLE.ownedBy(new FileOwner("7", "")));

        assertThat(owner()).isEqualTo("7:66");
    }

    private String owner() throws IOException {
        return Files.getAttribute(file, "unix:uid") + ":" + Files.getAttribute(file, "unix:gid");
    }

    private boolean publish(String content, FilePlacement placement) {
        return !new AtomicFilePublisher()
                .publish(List.of(new OutputFile(file, Sensitive.of(content), placement)))
                .isEmpty();
    }

    private static FilePlacement placement(Inherited inherited, String mode) {
        return new FilePlacement(FileMode.of(mode), inherited, FileOwner.UNCHANGED, false, true);
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
