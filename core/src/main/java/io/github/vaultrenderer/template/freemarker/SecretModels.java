package io.github.vaultrenderer.template.freemarker;

import freemarker.template.SimpleNumber;
import freemarker.template.SimpleScalar;
import freemarker.template.TemplateBooleanModel;
import freemarker.template.TemplateCollectionModel;
import freemarker.template.TemplateHashModelEx;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelIterator;
import freemarker.template.TemplateNumberModel;
import freemarker.template.TemplateSequenceModel;
import io.github.vaultrenderer.secrets.VaultNumber;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Vault's values as FreeMarker's. */
final class SecretModels {

    private SecretModels() {}

    /** The model of a value; {@code null}, which FreeMarker calls missing, for Vault's null. */
    @SuppressWarnings("unchecked")
    static @Nullable TemplateModel of(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return new Hash((Map<String, @Nullable Object>) map);
        }
        if (value instanceof List<?> list) {
            return new Sequence(list);
        }
        if (value instanceof Boolean bool) {
            return bool ? TemplateBooleanModel.TRUE : TemplateBooleanModel.FALSE;
        }
        if (value instanceof VaultNumber number) {
            return new Digits(number);
        }
        if (value instanceof Number number) {
            return new SimpleNumber(number);
        }
        return value == null ? null : new SimpleScalar(value.toString());
    }

    /** A number that is printed with the digits that Vault sent, and counts as what they mean. */
    record Digits(VaultNumber number) implements TemplateNumberModel {
        @Override
        public Number getAsNumber() {
            return new BigDecimal(number.text());
        }
    }

    private static final class Hash implements TemplateHashModelEx {

        private final Map<String, @Nullable Object> map;

        Hash(Map<String, @Nullable Object> map) {
            this.map = map;
        }

        @Override
        public @Nullable TemplateModel get(String key) {
            return of(map.get(key));
        }

        @Override
        public boolean isEmpty() {
            return map.isEmpty();
        }

        @Override
        public int size() {
            return map.size();
        }

        @Override
        public TemplateCollectionModel keys() {
            return () -> new Models(map.keySet());
        }

        @Override
        public TemplateCollectionModel values() {
            return () -> new Models(map.values());
        }
    }

    private record Sequence(List<?> list) implements TemplateSequenceModel {
        @Override
        public @Nullable TemplateModel get(int index) {
            return index >= 0 && index < list.size() ? of(list.get(index)) : null;
        }

        @Override
        public int size() {
            return list.size();
        }
    }

    private static final class Models implements TemplateModelIterator {

        private final Iterator<? extends @Nullable Object> iterator;

        Models(Collection<? extends @Nullable Object> values) {
            this.iterator = values.iterator();
        }

        @Override
        public @Nullable TemplateModel next() {
            return of(iterator.next());
        }

        @Override
        public boolean hasNext() {
            return iterator.hasNext();
        }
    }
}
