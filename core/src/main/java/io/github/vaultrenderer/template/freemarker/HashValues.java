package io.github.vaultrenderer.template.freemarker;

import freemarker.template.TemplateBooleanModel;
import freemarker.template.TemplateHashModelEx;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateModelIterator;
import freemarker.template.TemplateNumberModel;
import freemarker.template.TemplateScalarModel;
import freemarker.template.TemplateSequenceModel;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A hash of a template as what is sent to Vault: {@code {'common_name': 'app.org1.svc'}}. */
final class HashValues {

    private boolean pending;

    private HashValues() {}

    /**
     * The values of a hash.
     *
     * @return {@code null} when one of them hangs from a secret that is pending
     */
    static @Nullable Map<String, Object> of(String function, @Nullable Object model) throws TemplateModelException {
        if (PendingModel.isPending(model)) {
            return null;
        }
        if (!(model instanceof TemplateHashModelEx hash)) {
            throw new TemplateModelException(function + " wants a hash of what to send as its second argument");
        }
        HashValues values = new HashValues();
        Map<String, Object> map = values.map(hash);
        return values.pending ? null : map;
    }

    private Map<String, Object> map(TemplateHashModelEx hash) throws TemplateModelException {
        Map<String, Object> map = new TreeMap<>();
        for (TemplateModelIterator names = hash.keys().iterator(); names.hasNext(); ) {
            String name = ((TemplateScalarModel) names.next()).getAsString();
            map.put(name, value(hash.get(name)));
        }
        return map;
    }

    private Object value(@Nullable TemplateModel model) throws TemplateModelException {
        if (PendingModel.isPending(model)) {
            pending = true;
            return "";
        }
        if (model instanceof SecretModels.Digits digits) {
            return digits.number();
        }
        if (model instanceof TemplateNumberModel number) {
            return new BigDecimal(number.getAsNumber().toString());
        }
        if (model instanceof TemplateScalarModel text) {
            return text.getAsString();
        }
        if (model instanceof TemplateBooleanModel bool) {
            return bool.getAsBoolean();
        }
        if (model instanceof TemplateHashModelEx hash) {
            return map(hash);
        }
        if (model instanceof TemplateSequenceModel sequence) {
            List<Object> list = new ArrayList<>();
            for (int i = 0; i < sequence.size(); i++) {
                list.add(value(sequence.get(i)));
            }
            return list;
        }
        throw new TemplateModelException("a value of this kind, or none, cannot be sent to Vault");
    }
}
