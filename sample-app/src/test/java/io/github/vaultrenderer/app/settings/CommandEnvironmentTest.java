package io.github.vaultrenderer.app.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandEnvironmentTest {

    private static final Map<String, String> OURS = Map.of("HOME", "/", "VAULT_ADDR", "a", "VAULT_TOKEN", "t");

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    false | ~~            | ~~          | {ADDED=1, HOME=/, VAULT_ADDR=a, VAULT_TOKEN=t}
                    true  | ~~            | ~~          | {ADDED=1}
                    true  | HOME          | ~~          | {ADDED=1}
                    false | HOME VAULT_*  | ~~          | {ADDED=1, HOME=/, VAULT_ADDR=a, VAULT_TOKEN=t}
                    false | VAULT_*       | *_TOKEN     | {ADDED=1, VAULT_ADDR=a}
                    false | ~~            | * ADDED     | {ADDED=1}
                    """)
    void showsACommandWhatItMaySee(boolean pristine, String allowed, String denied, String seen) {
        CommandEnvironment environment =
                new CommandEnvironment(pristine, list(allowed), list(denied), Map.of("ADDED", "1"));

        assertThat(new TreeMap<>(environment.of(OURS))).hasToString(seen);
    }

    /** Recorded from {@code filepath.Match} of Go 1.26. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    abc      | abc   | true
                    abc      | abcd  | false
                    *        | ~~    | true
                    *        | a/b   | false
                    a*c      | abbc  | true
                    a*c*     | abcd  | true
                    a*b?c    | abxbc | false
                    a?       | a     | false
                    ?        | /     | false
                    [a-c]x   | bx    | true
                    [^a-c]x  | bx    | false
                    [^a-c]x  | dx    | true
                    [a       | a     | false
                    []a]     | ]     | false
                    [-]      | -     | false
                    [x-]     | x     | false
                    [\\-x] | -     | true
                    [a-\\c] | b    | true
                    \\*    | *     | true
                    \\*    | a     | false
                    a\\    | a     | false
                    [\\]   | a     | false
                    """)
    void matchesNamesAsGoDoes(String pattern, String name, boolean matches) {
        assertThat(NamePattern.matches(pattern, name)).isEqualTo(matches);
    }

    private static List<String> list(String words) {
        return words.isEmpty() ? List.of() : List.of(words.split(" "));
    }
}
