package io.github.vaultrenderer.template.gotemplate.exec;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The variables of a template, as a stack: the newest of a name counts, and a block's go with it. */
final class Scope {

    /** A nil that was an element: printed it is nothing, but a field of it is an error, which a field of nothing is not. */
    static final Object NIL_ELEMENT = new Object();

    /** What is found for a variable that is nowhere declared. The parser takes one that is assigned to for declared. */
    static final Object UNDEFINED = new Object();

    private static final int FIRST_CAPACITY = 8;

    private String[] names = new String[FIRST_CAPACITY];
    private @Nullable Object[] values = new @Nullable Object[FIRST_CAPACITY];
    private int size;

    Scope(@Nullable Object root) {
        declare("$", root);
    }

    /** A value as expressions have it. */
    static @Nullable Object known(@Nullable Object value) {
        return NIL_ELEMENT.equals(value) ? null : value;
    }

    void declare(String name, @Nullable Object value) {
        if (size == names.length) {
            names = Arrays.copyOf(names, 2 * size);
            values = Arrays.copyOf(values, 2 * size);
        }
        names[size] = name;
        values[size++] = value;
    }

    /** Gives the newest variable of that name another value; {@code false} when there is none. */
    boolean assign(String name, @Nullable Object value) {
        int found = find(name);
        if (found >= 0) {
            values[found] = value;
        }
        return found >= 0;
    }

    /** Gives the newest variable, or the one that many before it, another value. */
    void replaceNewest(int before, @Nullable Object value) {
        values[size - 1 - before] = value;
    }

    /** The value of the newest variable of that name, {@link #UNDEFINED} when there is none. */
    @Nullable
    Object get(String name) {
        int found = find(name);
        return found < 0 ? UNDEFINED : values[found];
    }

    int mark() {
        return size;
    }

    void pop(int mark) {
        size = mark;
    }

    private int find(String name) {
        for (int i = size - 1; i >= 0; i--) {
            if (names[i].equals(name)) {
                return i;
            }
        }
        return -1;
    }
}
