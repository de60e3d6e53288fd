package io.github.vaultrenderer.app.settings.hcl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What HashiCorp's own decoder said of some hundred texts, and what we say. */
class HclReaderTest {

    private static final int VERDICTS = 800;

    /** A text in Go's quotes, and the JSON of what it is decoded to, or {@code error}. */
    record Verdict(String quoted, String decoded) {}

    static List<Verdict> verdicts() throws IOException {
        return rows("verdicts.tsv");
    }

    private static List<Verdict> rows(String resource) throws IOException {
        List<Verdict> rows = new ArrayList<>();
        try (InputStream stream = Objects.requireNonNull(HclReaderTest.class.getResourceAsStream(resource))) {
            for (String line : new String(stream.readAllBytes(), StandardCharsets.UTF_8).split("\n", -1)) {
                int tab = line.indexOf('\t');
                if (tab > 0) {
                    rows.add(new Verdict(line.substring(0, tab), line.substring(tab + 1)));
                }
            }
        }
        return rows;
    }

    @Test
    void hasAllVerdicts() throws IOException {
        assertThat(verdicts()).hasSizeGreaterThanOrEqualTo(VERDICTS);
    }

    @ParameterizedTest
    @MethodSource("verdicts")
    void decodesAsHashiCorp(Verdict verdict) throws IOException {
        Map<String, String> deviations = new HashMap<>();
        rows("deviations.tsv").forEach(row -> deviations.put(row.quoted(), row.decoded()));
        String expected = deviations.getOrDefault(verdict.quoted(), verdict.decoded());
        assertThat(decoded(unquoted(verdict.quoted())))
                .isEqualTo(expected.equals("error") ? expected : canonical(parsed(expected)));
    }

    @Test
    void deviatesOnlyWhereItMust() throws IOException {
        Map<String, String> verdicts = new HashMap<>();
        verdicts().forEach(row -> verdicts.put(row.quoted(), row.decoded()));
        assertThat(rows("deviations.tsv"))
                .isNotEmpty()
                .allSatisfy(row ->
                        assertThat(verdicts.get(row.quoted())).isNotNull().isNotEqualTo(row.decoded()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a = 1\\n b = \\n       | 3:1 | a value, not the end
            a {\\n  b = 1\\n       | 3:1 | the } of a block
            a = [1 2]            | 1:8 | , or ] in a list
            a = "x               | 1:5 | a string that does not end
            a = "\\\\q"            | 1:7 | a backslash that begins no escape
            a = <<E\\nx\\nE         | 1:5 | a heredoc that does not end
            a = 08               | 1:5 | an octal one with an 8 or 9
            /* x                 | 1:1 | a comment that does not end
            a = x                | 1:5 | a string stands in quotes
            a b = 1              | 1:5 | a name with labels begins a block
            é = 1 = 2            | 1:7 | the name of a setting
            a = "x" a = {}       | 1:13 | a setting that was a string before
            {"a": 1,}            | 1:9 | this begins like JSON
            """)
    void tellsThePlace(String text, String place, String message) {
        String lines = text.replace("\\n", "\n").replace("\\\\", "\\");
        assertThatThrownBy(() -> HclReader.read(lines.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOfSatisfying(HclException.class, wrong -> {
                    assertThat(wrong).hasMessageContaining(message);
                    assertThat(wrong.position()).hasToString(place);
                });
    }

    @Test
    void countsLinesBeforeBytesThatAreNoText() {
        assertThatThrownBy(() -> HclReader.read(new byte[] {'#', '\n', ' ', (byte) 0xFF}))
                .isInstanceOfSatisfying(
                        HclException.class,
                        wrong -> assertThat(wrong.position()).isEqualTo(new Position(2, 2)));
    }

    @ParameterizedTest
    @CsvSource({"a=[, ]", "a {, }", "{\"a\":, }"})
    void endsBeforeTheStackDoes(String open, String close) {
        String deep = open.repeat(20_000) + close.repeat(20_000);
        assertThatThrownBy(() -> HclReader.read(deep.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(HclException.class);
    }

    @Test
    void showsNoValueInMessages() {
        for (String text :
                List.of("token = s.hunter2", "token \"s.hunter2\"", "token = \"s.hunter2", "{\"token\": s.hunter2}")) {
            assertThatThrownBy(() -> HclReader.read(text.getBytes(StandardCharsets.UTF_8)))
                    .isInstanceOf(HclException.class)
                    .hasMessageNotContaining("hunter2");
        }
    }

    private static String decoded(byte[] text) {
        try {
            return canonical(json(HclReader.read(text)));
        } catch (HclException wrong) {
            return "error";
        }
    }

    private static JsonNode parsed(String json) {
        return JsonMapper.shared().readTree(json);
    }

    /** Go writes 2.0 as 2, and sorts keys. */
    private static String canonical(JsonNode node) {
        if (node.isObject()) {
            List<String> members = new ArrayList<>();
            node.propertyStream().forEach(member -> members.add(member.getKey() + "=" + canonical(member.getValue())));
            members.sort(null);
            return members.toString();
        }
        if (node.isArray()) {
            return node.valueStream().map(HclReaderTest::canonical).toList().toString();
        }
        return node.isNumber() ? String.valueOf(node.asDouble()) : node.toString();
    }

    private static JsonNode json(HclValue value) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        if (value instanceof HclValue.Text text) {
            return nodes.stringNode(text.value());
        }
        if (value instanceof HclValue.Whole whole) {
            return nodes.numberNode(whole.value());
        }
        if (value instanceof HclValue.Real real) {
            return nodes.numberNode(real.value());
        }
        if (value instanceof HclValue.Truth truth) {
            return nodes.booleanNode(truth.value());
        }
        if (value instanceof HclValue.Structure structure) {
            ObjectNode object = nodes.objectNode();
            structure.members().forEach((name, member) -> object.set(name, json(member.value())));
            return object;
        }
        List<? extends HclValue> all =
                value instanceof HclValue.Items items ? items.values() : ((HclValue.Blocks) value).structures();
        ArrayNode array = nodes.arrayNode();
        all.forEach(each -> array.add(json(each)));
        return array;
    }

    /** The bytes of a text in Go's quotes, of whose escapes only those are used that stand here. */
    private static byte[] unquoted(String quoted) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 1; i < quoted.length() - 1; i++) {
            char character = quoted.charAt(i);
            if (character == '\\') {
                character = quoted.charAt(++i);
                switch (character) {
                    case 'n' -> character = '\n';
                    case 't' -> character = '\t';
                    case 'r' -> character = '\r';
                    case 'x' -> {
                        character = (char) Integer.parseInt(quoted.substring(i + 1, i + 3), 16);
                        i += 2;
                    }
                    default -> assertThat(character).isIn('"', '\\');
                }
            }
            bytes.write(character);
        }
        return bytes.toByteArray();
    }
}
