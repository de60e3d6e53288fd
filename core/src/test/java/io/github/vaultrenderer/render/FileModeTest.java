package io.github.vaultrenderer.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vaultrenderer.failure.ConfigurationException;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileModeTest {

    @ParameterizedTest
    @CsvSource({
        "0600, rw-------",
        "644, rw-r--r--",
        "0440, r--r-----",
        "0777, rwxrwxrwx",
        "0000, ---------",
        "0751, rwxr-x--x"
    })
    void readsOctal(String octal, String permissions) {
        assertThat(PosixFilePermissions.toString(FileMode.of(octal).permissions()))
                .isEqualTo(permissions);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "rw-", "0800", "99", "07777", "-600"})
    void refusesWhatIsNone(String text) {
        assertThatThrownBy(() -> FileMode.of(text)).isInstanceOf(ConfigurationException.class);
    }
}
