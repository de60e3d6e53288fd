package io.github.vaultrenderer.app.settings.hcl;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever the text: it is read, or refused with its place; and what was written is what is read. */
class HclFuzzTest {

    private static final Position NOWHERE = new Position(0, 0);

    @Property
    void readsOrRefusesAnyBytes(@ForAll byte[] bytes) {
        assertThat(isReadOrRefused(bytes)).isTrue();
    }

    @Property(tries = 5000)
    void readsOrRefusesAnyWords(@ForAll("words") List<String> words) {
        assertThat(isReadOrRefused(String.join("", words).getBytes(StandardCharsets.UTF_8)))
                .isTrue();
    }

    @Property(tries = 2000)
    void readsWhatIsWritten(@ForAll("bodies") Map<String, HclValue> members) throws HclException {
        StringBuilder text = new StringBuilder();
        members.forEach((name, value) ->
                text.append(name).append(" = ").append(written(value)).append('\n'));
        HclValue.Structure read = HclReader.read(text.toString().getBytes(StandardCharsets.UTF_8));
        Map<String, HclValue> values = new LinkedHashMap<>();
        read.members().forEach((name, member) -> values.put(name, placeless(member.value())));
        assertThat(values).isEqualTo(members);
    }

    @Provide
    Arbitrary<List<String>> words() {
        return Arbitraries.of(
                        "a",
                        "\"b\"",
                        " ",
                        "\n",
                        "=",
                        "{",
                        "}",
                        "[",
                        "]",
                        ",",
                        "\"",
                        "\\",
                        "$",
                        "${",
                        "<<E\n",
                        "<<-E\n",
                        "E\n",
                        "  E\n",
                        "#",
                        "//",
                        "/*",
                        "*/",
                        "0",
                        "08",
                        "0x",
                        "1",
                        "-",
                        ".",
                        "e",
                        "true",
                        "\u00e9",
                        "\uD83D\uDE00",
                        ":",
                        "null",
                        "\r\n",
                        "\u0000")
                .list()
                .ofMaxSize(25);
    }

    @Provide
    Arbitrary<Map<String, HclValue>> bodies() {
        return Arbitraries.maps(names(), values(2)).ofMaxSize(4);
    }

    private static Arbitrary<String> names() {
        return Arbitraries.strings()
                .withCharRange('a', 'z')
                .ofMinLength(1)
                .ofMaxLength(5)
                .filter(name -> !name.equals("true") && !name.equals("false"));
    }

    private static Arbitrary<HclValue> values(int depth) {
        Arbitrary<HclValue> texts = Arbitraries.strings()
                .ofMaxLength(12)
                .filter(HclFuzzTest::isWritable)
                .map(text -> new HclValue.Text(text, NOWHERE));
        Arbitrary<HclValue> wholes = Arbitraries.longs().map(whole -> new HclValue.Whole(whole, NOWHERE));
        Arbitrary<HclValue> reals =
                Arbitraries.doubles().between(-1e9, 1e9).map(real -> new HclValue.Real(real, NOWHERE));
        Arbitrary<HclValue> truths = Arbitraries.of(true, false).map(truth -> new HclValue.Truth(truth, NOWHERE));
        if (depth == 0) {
            return Arbitraries.oneOf(texts, wholes, reals, truths);
        }
        Arbitrary<HclValue> lists = values(depth - 1)
                .list()
                .ofMaxSize(3)
                .filter(list -> list.stream().noneMatch(HclValue.Blocks.class::isInstance))
                .map(list -> new HclValue.Items(list, NOWHERE));
        Arbitrary<HclValue> blocks =
                Arbitraries.maps(names(), values(depth - 1)).ofMaxSize(3).map(HclFuzzTest::block);
        return Arbitraries.oneOf(texts, wholes, reals, truths, lists, blocks);
    }

    /** HCL has no way to write half a character, nor the one that it keeps for itself. */
    private static boolean isWritable(String text) {
        return text.chars().noneMatch(each -> each == 0xE123 || Character.isSurrogate((char) each));
    }

    private static HclValue block(Map<String, HclValue> values) {
        Map<String, HclValue.Member> members = new LinkedHashMap<>();
        values.forEach((name, value) -> members.put(name, new HclValue.Member(NOWHERE, value)));
        return new HclValue.Blocks(List.of(new HclValue.Structure(members, NOWHERE)), NOWHERE);
    }

    private static String written(HclValue value) {
        if (value instanceof HclValue.Text text) {
            return quoted(text.value());
        }
        if (value instanceof HclValue.Items items) {
            List<String> all = new ArrayList<>();
            items.values().forEach(each -> all.add(written(each)));
            return "[" + String.join(", ", all) + "]";
        }
        if (value instanceof HclValue.Blocks blocks) {
            StringBuilder text = new StringBuilder("{ ");
            blocks.structures()
                    .get(0)
                    .members()
                    .forEach((name, member) -> text.append(name)
                            .append(" = ")
                            .append(written(member.value()))
                            .append(' '));
            return text.append("}").toString();
        }
        if (value instanceof HclValue.Whole whole) {
            return String.valueOf(whole.value());
        }
        return value instanceof HclValue.Real real
                ? String.valueOf(real.value())
                : String.valueOf(((HclValue.Truth) value).value());
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(each -> {
            if (each < ' ' || each == '"' || each == '\\' || each == '$') {
                quoted.append(String.format("\\%03o", each));
            } else {
                quoted.appendCodePoint(each);
            }
        });
        return quoted.append('"').toString();
    }

    private static HclValue placeless(HclValue value) {
        if (value instanceof HclValue.Text text) {
            return new HclValue.Text(text.value(), NOWHERE);
        }
        if (value instanceof HclValue.Whole whole) {
            return new HclValue.Whole(whole.value(), NOWHERE);
        }
        if (value instanceof HclValue.Real real) {
            return new HclValue.Real(real.value(), NOWHERE);
        }
        if (value instanceof HclValue.Truth truth) {
            return new HclValue.Truth(truth.value(), NOWHERE);
        }
        if (value instanceof HclValue.Items items) {
            return new HclValue.Items(
                    items.values().stream().map(HclFuzzTest::placeless).toList(), NOWHERE);
        }
        Map<String, HclValue> members = new LinkedHashMap<>();
        ((HclValue.Blocks) value)
                .structures()
                .get(0)
                .members()
                .forEach((name, member) -> members.put(name, placeless(member.value())));
        return block(members);
    }

    /** Anything else that is thrown fails the test. */
    private static boolean isReadOrRefused(byte[] bytes) {
        try {
            return HclReader.read(bytes).members() != null;
        } catch (HclException refused) {
            return refused.position().line() > 0 && refused.getMessage() != null;
        }
    }
}
