package io.github.vaultrenderer.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vaultrenderer.app.settings.LogSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RotatingLogFileTest {

    private Path folder;
    private Instant now = Instant.ofEpochSecond(1_700_000_000L);

    @BeforeEach
    void prepare(@TempDir Path empty) {
        folder = empty;
    }

    @ParameterizedTest
    @CsvSource({
        "log,        log-1700000000000000000.log",
        "log.txt,    log-1700000000000000000.txt",
        "a.b.log,    a.b-1700000000000000000.log",
    })
    void isNamedAfterItsBeginning(String name, String file) throws IOException {
        try (RotatingLogFile log = begin(name, 0, 0)) {
            log.append("line");
        }

        assertThat(contents()).containsOnly(Map.entry(file, "line\n"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(file))))
                .startsWith("rw-")
                .endsWith("---");
    }

    @Test
    void aNewOneIsBegunWhenItIsLargeEnough() throws IOException {
        try (RotatingLogFile log = begin("log", 8, 0)) {
            for (String line : new String[] {"one", "two", "three", "four"}) {
                log.append(line);
                now = now.plusSeconds(1);
            }
        }

        assertThat(contents().values()).containsExactly("one\ntwo\n", "three\nfour\n");
    }

    @Test
    void aNewOneIsBegunWhenItIsOldEnough() throws IOException {
        try (RotatingLogFile log = begin("log", 0, 0)) {
            log.append("one");
            now = now.plus(Duration.ofMinutes(59));
            log.append("two");
            now = now.plus(Duration.ofMinutes(1));
            log.append("three");
        }

        assertThat(contents().values()).containsExactly("one\ntwo\n", "three\n");
    }

    /** As the original counts: those that are kept, and the new one. */
    @ParameterizedTest
    @CsvSource({"0, 5", "1, 2", "2, 3", "9, 5", "-1, 1"})
    void keepsAsManyAsItIsToldTo(int kept, int left) throws IOException {
        Files.writeString(folder.resolve("other.log"), "not ours");
        for (int i = 0; i < 5; i++) {
            begin("log", 0, kept).close();
            now = now.plusSeconds(1);
        }

        assertThat(contents()).hasSize(left + 1).containsEntry("other.log", "not ours");
    }

    @Test
    void saysWhenItCannotBegin() {
        assertThatThrownBy(() -> begin("no/log", 0, 0))
                .isInstanceOf(RunFailed.class)
                .hasMessageContaining(folder.resolve("no/log").toString());
    }

    private RotatingLogFile begin(String name, long mostBytes, int kept) {
        return RotatingLogFile.begin(
                new LogSettings.File(folder.resolve(name), mostBytes, Duration.ofHours(1), kept), () -> now);
    }

    private Map<String, String> contents() throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                contents.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return contents;
    }
}
