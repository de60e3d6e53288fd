package io.github.vaultrenderer.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vaultrenderer.failure.RendererException;
import io.github.vaultrenderer.redact.Sensitive;
import io.github.vaultrenderer.render.FilePlacement.Inherited;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How files are put in place, beside what {@link AtomicFilePublisherTest} shows of sets of them. */
class FilePlacementTest {

    private final AtomicFilePublisher publisher = new AtomicFilePublisher();

    private Path folder;
    private Path file;

    @BeforeEach
    void prepare(@TempDir Path empty) {
        folder = empty;
        file = folder.resolve("f");
    }

    /** {@code there} is what the file has before, {@code -} for no file. */
    @ParameterizedTest
    @CsvSource({
        "NOTHING,        0600, -,         rw-------",
        "NOTHING,        0440, rw-rw-rw-, r--r-----",
        "OWNER,          0440, rw-rw-rw-, r--r-----",
        "OWNER,          0640, -,         rw-r-----",
        "OWNER_AND_MODE, 0644, -,         rw-r--r--",
        "OWNER_AND_MODE, 0644, rw-rw----, rw-rw----",
        "OWNER_AND_MODE, 0644, r--------, r--------",
    })
    void theModeIsTheFilesOwnOrTheOneThatItTakesOver(Inherited inherited, String mode, String there, String afterwards)
            throws IOException {
        if (!there.equals("-")) {
            Files.writeString(file, "old");
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(there));
        }

        assertThat(publish("new", placement(inherited, mode))).isTrue();

        assertThat(file).hasContent("new");
        assertThat(mode(file)).isEqualTo(afterwards);
    }

    @ParameterizedTest
    @CsvSource({"OWNER_AND_MODE, false", "OWNER, true", "NOTHING, true"})
    void anotherModeIsAChangeUnlessItIsKept(Inherited inherited, boolean changed) throws IOException {
        Files.writeString(file, "same");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));

        assertThat(publish("same", placement(inherited, "0600"))).isEqualTo(changed);
        assertThat(mode(file)).isEqualTo(changed ? "rw-------" : "rw-rw-rw-");
    }

    @Test
    void anExplicitModeIsNotInherited() {
        assertThat(FilePlacement.COMPATIBLE.with(FileMode.OWNER_ONLY).inherited())
                .isEqualTo(Inherited.OWNER);
        assertThat(FilePlacement.OWNER_ONLY.with(FileMode.WORLD_READABLE).inherited())
                .isEqualTo(Inherited.NOTHING);
    }

    @Test
    void keepsWhatWasThereUnderASecondNameOfItsInode() throws IOException {
        FilePlacement placement = FilePlacement.OWNER_ONLY.withBackup();

        publish("one", placement);
        assertThat(contents()).isEqualTo("{f=one}");

        Object inode = Files.getAttribute(file, "unix:ino");
        publish("two", placement);
        assertThat(contents()).isEqualTo("{f=two, f.bak=one}");
        assertThat(Files.getAttribute(folder.resolve("f.bak"), "unix:ino")).isEqualTo(inode);

        publish("three", placement);
        assertThat(contents()).isEqualTo("{f=three, f.bak=two}");

        publish("three", placement);
        assertThat(contents()).as("nothing changed").isEqualTo("{f=three, f.bak=two}");
    }

    @Test
    void aBackupStandsAsideWhereThereIsNothingToKeep() throws IOException {
        Files.writeString(folder.resolve("f.bak"), "before");

        publish("new", FilePlacement.OWNER_ONLY.withBackup());

        // As the original does: the name .bak is that of the file before this one, and there was none.
        assertThat(contents()).isEqualTo("{f=new, f.old.bak=before}");
    }

    @Test
    void makesFoldersThatOthersCanEnterUnlessToldNotTo() throws IOException {
        file = folder.resolve("a/b/f");
        FilePlacement into = FilePlacement.OWNER_ONLY.intoExistingFolders();

        assertThatThrownBy(() -> publish("x", into))
                .isInstanceOf(OutputException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("parent directory is missing");
        assertThat(folder).isEmptyDirectory();

        publish("x", FilePlacement.OWNER_ONLY);
        assertThat(mode(file.getParent())).startsWith("rwx").endsWith("r-x");
        assertThat(publish("y", into)).isTrue();
    }

    @Test
    void aFileWithoutANameIsAnError() {
        file = Path.of("");

        assertThatThrownBy(() -> publish("x", FilePlacement.COMPATIBLE))
                .isInstanceOf(OutputException.class)
                .hasMessageContaining("missing destination");
    }

    @ParameterizedTest
    @CsvSource({"no-such-user, ''", "'', no-such-group"})
    void anUnknownNameIsAnErrorThatLeavesTheOldFile(String user, String group) throws IOException {
        Files.writeString(file, "old");

        assertThatThrownBy(() -> publish("new", FilePlacement.OWNER_ONLY.ownedBy(new FileOwner(user, group))))
                .isInstanceOfSatisfying(
                        RendererException.class,
                        failure -> assertThat(failure.action()).contains("numeric id"))
                .hasMessageContaining(user + ":" + group)
                .hasMessageContaining("no user or group of that name");
        assertThat(contents()).isEqualTo("{f=old}");
    }

    @Test
    void whoOwnsItAlreadyNeedsNoRightToGiveItAway() throws IOException {
        String user = Files.getAttribute(folder, "unix:uid").toString();
        String group = Files.getAttribute(folder, "unix:gid").toString();
        FilePlacement placement = FilePlacement.OWNER_ONLY.ownedBy(new FileOwner(user, group));

        assertThat(publish("x", placement)).isTrue();
        assertThat(publish("x", placement)).isFalse();
    }

    private static FilePlacement placement(Inherited inherited, String mode) {
        return new FilePlacement(FileMode.of(mode), inherited, FileOwner.UNCHANGED, false, true);
    }

    private boolean publish(String content, FilePlacement placement) {
        return !publisher
                .publish(List.of(new OutputFile(file, Sensitive.of(content), placement)))
                .isEmpty();
    }

    private String contents() throws IOException {
        TreeMap<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path each : files.toList()) {
                contents.put(each.getFileName().toString(), Files.readString(each));
            }
        }
        return contents.toString();
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
