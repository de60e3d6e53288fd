package io.github.vaultrenderer.template.freemarker;

import freemarker.template.TemplateBooleanModel;
import freemarker.template.TemplateCollectionModel;
import freemarker.template.TemplateHashModelEx;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateModelIterator;
import freemarker.template.TemplateNumberModel;
import freemarker.template.TemplateScalarModel;
import freemarker.template.TemplateSequenceModel;
import io.github.vaultrenderer.template.gotemplate.exec.GoFormat;
import io.github.vaultrenderer.template.gotemplate.exec.GoInteger;
import io.github.vaultrenderer.template.gotemplate.parse.GoText;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** FreeMarker's values as the Go template engine's, and back. */
final class EngineValues {

    private EngineValues() {}

    /** A model's value, for a function of the other engine. */
    static @Nullable Object of(@Nullable TemplateModel model) throws TemplateModelException {
        if (model == null) {
            return null;
        }
        if (model instanceof SecretModels.Digits digits) {
            return digits.number();
        }
        if (model instanceof TemplateNumberModel number) {
            return number(new BigDecimal(number.getAsNumber().toString()));
        }
        if (model instanceof TemplateScalarModel text) {
            return GoText.encode(text.getAsString());
        }
        if (model instanceof TemplateBooleanModel bool) {
            return bool.getAsBoolean();
        }
        if (model instanceof TemplateHashModelEx hash) {
            return map(hash);
        }
        if (model instanceof TemplateSequenceModel sequence) {
            List<@Nullable Object> list = new ArrayList<>();
            for (int i = 0; i < sequence.size(); i++) {
                list.add(of(sequence.get(i)));
            }
            return list;
        }
        throw new TemplateModelException("a value of this kind cannot be given to this function");
    }

    private static Object number(BigDecimal number) {
        try {
            return number.longValueExact();
        } catch (ArithmeticException noInteger) {
            return number.doubleValue();
        }
    }

    private static Map<String, @Nullable Object> map(TemplateHashModelEx hash) throws TemplateModelException {
        Map<String, @Nullable Object> map = new TreeMap<>();
        TemplateCollectionModel keys = hash.keys();
        for (TemplateModelIterator names = keys.iterator(); names.hasNext(); ) {
            String name = ((TemplateScalarModel) names.next()).getAsString();
            map.put(GoText.encode(name), of(hash.get(name)));
        }
        return map;
    }

    /** A function's result with real texts and numbers; a map's keys become texts, as FreeMarker knows no others. */
    static @Nullable Object decoded(@Nullable Object value) {
        if (value instanceof String text) {
            return GoText.decode(text);
        }
        if (value instanceof GoInteger integer) {
            return new BigInteger(integer.toString());
        }
        if (value instanceof List<?> list) {
            List<@Nullable Object> decoded = new ArrayList<>();
            list.forEach(element -> decoded.add(decoded(element)));
            return decoded;
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> decoded = new LinkedHashMap<>();
            map.forEach((key, element) -> decoded.put(GoText.decode(GoFormat.print(key)), decoded(element)));
            return decoded;
        }
        return value;
    }
}
