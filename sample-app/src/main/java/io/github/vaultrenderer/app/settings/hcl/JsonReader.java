package io.github.vaultrenderer.app.settings.hcl;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/** Reads JSON as the HCL that it stands for: an object is a block, and so is each object of a list that holds no others. */
final class JsonReader {

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(HclParser.MOST_NESTING)
                    .build())
            .build();

    private final JsonParser parser;

    private JsonReader(JsonParser parser) {
        this.parser = parser;
    }

    static HclNode.Body parse(String text) throws HclException {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text)) {
            JsonReader reader = new JsonReader(parser);
            parser.nextToken();
            HclNode.Body body = reader.body();
            if (parser.nextToken() != null) {
                throw new HclException(reader.position(), "something after the end of the JSON");
            }
            return body;
        } catch (JacksonException wrong) {
            // Its message quotes the text, in which any word may be a secret.
            throw new HclException(position(wrong.getLocation()), "this begins like JSON ({), and is none here");
        }
    }

    private HclNode.Body body() {
        Position start = position();
        List<HclNode.Item> items = new ArrayList<>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            List<Token> keys = List.of(new Token(TokenType.TEXT, parser.currentName(), position()));
            parser.nextToken();
            HclNode value = value();
            List<HclNode> blocks =
                    value instanceof HclNode.Array array && areBlocks(array) ? array.nodes() : List.of(value);
            for (HclNode each : blocks) {
                items.add(new HclNode.Item(keys, each));
            }
        }
        return new HclNode.Body(start, items);
    }

    private static boolean areBlocks(HclNode.Array array) {
        for (HclNode node : array.nodes()) {
            if (!(node instanceof HclNode.Body)) {
                return false;
            }
        }
        return !array.nodes().isEmpty();
    }

    private HclNode value() {
        return switch (parser.currentToken()) {
            case START_OBJECT -> body();
            case START_ARRAY -> array();
            case VALUE_TRUE, VALUE_FALSE -> literal(TokenType.TRUTH, parser.getString());
            case VALUE_NUMBER_INT -> literal(TokenType.WHOLE, parser.getString());
            case VALUE_NUMBER_FLOAT -> literal(TokenType.REAL, parser.getString());
            case VALUE_NULL -> literal(TokenType.TEXT, "");
            default -> literal(TokenType.TEXT, parser.getString());
        };
    }

    private HclNode array() {
        Position start = position();
        List<HclNode> nodes = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            nodes.add(value());
        }
        return new HclNode.Array(start, nodes);
    }

    private HclNode literal(TokenType type, @Nullable String text) {
        return new HclNode.Literal(new Token(type, text == null ? "" : text, position()));
    }

    private Position position() {
        return position(parser.currentTokenLocation());
    }

    private static Position position(@Nullable TokenStreamLocation location) {
        return location == null ? new Position(1, 1) : new Position(location.getLineNr(), location.getColumnNr());
    }
}
