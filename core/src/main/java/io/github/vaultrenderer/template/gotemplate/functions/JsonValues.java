package io.github.vaultrenderer.template.gotemplate.functions;

import io.github.vaultrenderer.template.gotemplate.exec.FunctionException;
import io.github.vaultrenderer.template.gotemplate.parse.GoText;
import io.github.vaultrenderer.template.gotemplate.parse.Runes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;

/** JSON as Go reads it into an {@code interface{}}: every number is a {@code float64}. */
final class JsonValues {

    private static final int DEEPEST = 2_000;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxNumberLength(Integer.MAX_VALUE)
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private JsonValues() {}

    static @Nullable Object read(String text) throws FunctionException {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), Runes.decode(text))) {
            if (parser.nextToken() == null) {
                throw FunctionException.failed("unexpected end of JSON input");
            }
            Object value = value(parser);
            if (parser.nextToken() != null) {
                throw malformed(parser.currentTokenLocation());
            }
            return value;
        } catch (UnexpectedEndOfInputException truncated) {
            throw FunctionException.failed("unexpected end of JSON input");
        } catch (JacksonException malformed) {
            // Its message quotes the data.
            throw malformed(malformed.getLocation());
        }
    }

    private static FunctionException malformed(@Nullable TokenStreamLocation location) {
        return FunctionException.failed("invalid JSON"
                + (location == null ? "" : " at line " + location.getLineNr() + ", column " + location.getColumnNr()));
    }

    private static @Nullable Object value(JsonParser parser) throws FunctionException {
        JsonToken token = parser.currentToken();
        return switch (token) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> array(parser);
            case VALUE_STRING -> string(parser.getString());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser.getString());
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> null;
        };
    }

    private static Map<String, @Nullable Object> object(JsonParser parser) throws FunctionException {
        Map<String, @Nullable Object> object = new TreeMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = string(parser.currentName());
            parser.nextToken();
            object.put(name, value(parser));
        }
        return object;
    }

    private static List<@Nullable Object> array(JsonParser parser) throws FunctionException {
        List<@Nullable Object> array = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            array.add(value(parser));
        }
        return array;
    }

    /** A string; half a surrogate pair, which an escape can make, is no character. */
    private static String string(String text) {
        int[] points = text.codePoints()
                .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? Runes.ERROR : c)
                .toArray();
        return GoText.encode(new String(points, 0, points.length));
    }

    private static Double number(String digits) throws FunctionException {
        double value = Double.parseDouble(digits);
        if (Double.isInfinite(value)) {
            throw FunctionException.failed("a JSON number is larger than a float64");
        }
        return value;
    }
}
