package io.github.vaultrenderer.template.gotemplate.functions;

import io.github.vaultrenderer.template.gotemplate.exec.FunctionException;
import io.github.vaultrenderer.template.gotemplate.exec.GoMap;
import io.github.vaultrenderer.template.gotemplate.functions.YamlScalars.Scalar;
import io.github.vaultrenderer.template.gotemplate.parse.GoText;
import io.github.vaultrenderer.template.gotemplate.parse.Runes;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeId;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;

/** YAML as Go's yaml.v2 reads it into an {@code interface{}}. The library parses, and yaml.v2's rules give the values. */
final class YamlReader {

    private static final int DEEPEST = 1_000;
    private static final int LONGEST = 64 * 1024 * 1024;

    /** Of so many values, aliases may not make more than nearly all: a text of a few lines can mean billions. */
    private static final int MANY = 1_000;

    private static final int MANY_ALIASED = 100;
    private static final double MOST_ALIASED = 0.99;
    private static final int MOST = 4_000_000;

    /** What the library's resolver says of a plain scalar without a tag. */
    private static final Tag PLAIN = new Tag("plain");

    private final Set<Node> open = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private int decoded;
    private int aliased;
    private int aliases;

    private YamlReader() {}

    static @Nullable Object read(String text) throws FunctionException {
        LoaderOptions options = new LoaderOptions();
        options.setNestingDepthLimit(DEEPEST);
        options.setCodePointLimit(LONGEST);
        options.setMaxAliasesForCollections(Integer.MAX_VALUE);
        try {
            Composer composer = new Composer(
                    new ParserImpl(new StreamReader(Runes.decode(text)), options), new PlainResolver(), options);
            // Of several documents, the first counts.
            return composer.checkNode() ? new YamlReader().value(composer.getNode()) : null;
        } catch (MarkedYAMLException malformed) {
            // Its message quotes the data.
            throw FunctionException.failed("yaml: "
                    + (malformed.getProblemMark() == null
                            ? "malformed"
                            : "malformed at line " + (malformed.getProblemMark().getLine() + 1)));
        } catch (YAMLException malformed) {
            throw FunctionException.failed("yaml: malformed, too long or too deep");
        }
    }

    private @Nullable Object value(Node node) throws FunctionException {
        boolean alias = !seen.add(node);
        if (!open.add(node)) {
            throw FunctionException.failed("yaml: an anchor's value contains itself");
        }
        aliases += alias ? 1 : 0;
        decoded++;
        aliased += aliases > 0 ? 1 : 0;
        if (decoded > MOST || (aliased > MANY_ALIASED && decoded > MANY && aliased > MOST_ALIASED * decoded)) {
            throw FunctionException.failed("yaml: document contains excessive aliasing");
        }
        Object value = node instanceof ScalarNode scalar
                ? scalar(scalar)
                : node instanceof SequenceNode sequence ? sequence(sequence) : mapping((MappingNode) node);
        aliases -= alias ? 1 : 0;
        open.remove(node);
        return value;
    }

    private List<@Nullable Object> sequence(SequenceNode node) throws FunctionException {
        List<@Nullable Object> list = new ArrayList<>();
        for (Node element : node.getValue()) {
            list.add(value(element));
        }
        return list;
    }

    private GoMap mapping(MappingNode node) throws FunctionException {
        Map<@Nullable Object, @Nullable Object> map = new LinkedHashMap<>();
        fill(map, node);
        return new GoMap("interface {}", "interface {}", YamlKeys.sorted(map));
    }

    /** yaml.v2 merges where it meets the merge key: what stands before is overwritten, what follows overwrites. */
    private void fill(Map<@Nullable Object, @Nullable Object> map, MappingNode node) throws FunctionException {
        for (NodeTuple entry : node.getValue()) {
            if (isMerge(entry.getKeyNode())) {
                merge(map, entry.getValueNode());
                continue;
            }
            Object key = value(entry.getKeyNode());
            if (key instanceof Map<?, ?> || key instanceof List<?>) {
                throw FunctionException.failed("yaml: a map's key is a map or list");
            }
            map.put(key, value(entry.getValueNode()));
        }
    }

    private static boolean isMerge(Node node) {
        return node instanceof ScalarNode scalar
                && scalar.getValue().equals("<<")
                && (scalar.getTag().equals(PLAIN) || scalar.getTag().equals(Tag.MERGE));
    }

    private void merge(Map<@Nullable Object, @Nullable Object> map, Node node) throws FunctionException {
        List<Node> sources = new ArrayList<>(
                node instanceof SequenceNode list && !seen.contains(node) ? list.getValue() : List.of(node));
        // The first of several counts most.
        Collections.reverse(sources);
        for (Node source : sources) {
            if (!(source instanceof MappingNode mapping)) {
                throw FunctionException.failed("yaml: map merge requires map or sequence of maps as the value");
            }
            GoMap merged = (GoMap) value(mapping);
            if (merged != null) {
                map.putAll(merged);
            }
        }
    }

    private static @Nullable Object scalar(ScalarNode node) throws FunctionException {
        Tag tag = node.getTag();
        String text = GoText.encode(node.getValue());
        if (tag.equals(PLAIN)) {
            return YamlScalars.resolve(text).value();
        }
        if (tag.equals(Tag.BINARY)) {
            return binary(text);
        }
        YamlScalars.Type wanted = tag.equals(Tag.BOOL)
                ? YamlScalars.Type.BOOL
                : tag.equals(Tag.INT)
                        ? YamlScalars.Type.INT
                        : tag.equals(Tag.FLOAT)
                                ? YamlScalars.Type.FLOAT
                                : tag.equals(Tag.NULL)
                                        ? YamlScalars.Type.NULL
                                        : tag.equals(Tag.TIMESTAMP)
                                                ? YamlScalars.Type.TIMESTAMP
                                                : YamlScalars.Type.STRING;
        return wanted == YamlScalars.Type.STRING ? text : tagged(wanted, YamlScalars.resolve(text));
    }

    private static @Nullable Object tagged(YamlScalars.Type wanted, Scalar scalar) throws FunctionException {
        if (wanted == scalar.type()) {
            return scalar.value();
        }
        if (wanted == YamlScalars.Type.FLOAT && scalar.value() instanceof Long number) {
            return (double) number;
        }
        throw FunctionException.failed("yaml: cannot decode a scalar as the type that its tag says");
    }

    private static String binary(String text) throws FunctionException {
        try {
            String clean = text.replace("\n", "").replace("\r", "");
            return new String(Base64.getDecoder().decode(GoText.bytes(clean)), StandardCharsets.ISO_8859_1);
        } catch (IllegalArgumentException malformed) {
            throw FunctionException.failed("yaml: !!binary value contains invalid base64 data");
        }
    }

    /** Leaves what plain scalars mean to {@link YamlScalars}. */
    private static final class PlainResolver extends Resolver {
        @Override
        protected void addImplicitResolvers() {}

        @Override
        public Tag resolve(NodeId kind, String value, boolean implicit) {
            return switch (kind) {
                case sequence -> Tag.SEQ;
                case mapping -> Tag.MAP;
                default -> implicit ? PLAIN : Tag.STR;
            };
        }
    }
}
