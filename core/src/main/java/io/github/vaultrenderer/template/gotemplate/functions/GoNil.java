package io.github.vaultrenderer.template.gotemplate.functions;

import io.github.vaultrenderer.template.gotemplate.exec.GoList;
import io.github.vaultrenderer.template.gotemplate.exec.NilMap;
import io.github.vaultrenderer.template.gotemplate.exec.TypedNil;
import java.util.AbstractList;
import java.util.List;
import java.util.Map;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/** Go's slices and maps that are nil: empty like others, but {@code null} in JSON. */
final class GoNil {

    /** A {@code []interface {}(nil)}. */
    static final List<@Nullable Object> ANY = new NilList();

    /** A {@code []string(nil)}. */
    static final GoList STRINGS = GoList.nil("string");

    /** A {@code map[string]interface {}(nil)}. */
    static final Map<String, @Nullable Object> MAP = NilMap.INSTANCE;

    private GoNil() {}

    static boolean isNil(@Nullable Object value) {
        return value instanceof TypedNil typed && typed.isNil();
    }

    static boolean isNilMap(@Nullable Object value) {
        return isNil(value) && value instanceof Map<?, ?>;
    }

    private static final class NilList extends AbstractList<@Nullable Object> implements RandomAccess, TypedNil {
        @Override
        public @Nullable Object get(int index) {
            throw new IndexOutOfBoundsException(index);
        }

        @Override
        public int size() {
            return 0;
        }

        @Override
        public boolean isNil() {
            return true;
        }
    }
}
