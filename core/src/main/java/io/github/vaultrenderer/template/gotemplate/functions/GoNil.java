package io.github.vaultrenderer.template.gotemplate.functions;

import io.github.vaultrenderer.template.gotemplate.exec.GoList;
import io.github.vaultrenderer.template.gotemplate.exec.NilPointer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Go's slices and maps that are nil: empty like others, but {@code null} in JSON. They are told by their identity. */
final class GoNil {

    /** A {@code []interface {}(nil)}. */
    static final List<@Nullable Object> ANY = Collections.unmodifiableList(new ArrayList<>());

    /** A {@code []string(nil)}. */
    static final GoList STRINGS = GoList.ofStrings(List.of());

    /** A {@code map[string]interface {}(nil)}. */
    static final Map<String, @Nullable Object> MAP = Collections.unmodifiableMap(new TreeMap<>());

    private GoNil() {}

    @SuppressWarnings("ReferenceEquality") // What is empty and not nil is equal to these.
    static boolean isNil(@Nullable Object value) {
        return value == ANY || value == STRINGS || value == MAP || value instanceof NilPointer;
    }

    static boolean isNilMap(@Nullable Object value) {
        return isNil(value) && value instanceof Map<?, ?>;
    }
}
