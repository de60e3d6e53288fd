package io.github.vaultrenderer.template.gotemplate.exec;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/** A slice of another element type than {@code interface {}}: {@code []string}, say. Immutable. */
public final class GoList extends AbstractList<@Nullable Object> implements RandomAccess, TypedNil {

    private final String elementType;
    private final List<@Nullable Object> elements;
    private final boolean nil;

    /**
     * A slice of those elements.
     *
     * @param elementType the name of their type in Go
     */
    public GoList(String elementType, List<? extends @Nullable Object> elements) {
        this(elementType, elements, false);
    }

    private GoList(String elementType, List<? extends @Nullable Object> elements, boolean nil) {
        this.nil = nil;
        this.elementType = elementType;
        this.elements = Collections.unmodifiableList(new ArrayList<>(elements));
    }

    /** A {@code []string}. */
    public static GoList ofStrings(List<String> elements) {
        return new GoList("string", elements);
    }

    /** A slice that is nil. */
    public static GoList nil(String elementType) {
        return new GoList(elementType, List.of(), true);
    }

    @Override
    public boolean isNil() {
        return nil;
    }

    /** The name of the elements' type in Go. */
    public String elementType() {
        return elementType;
    }

    @Override
    public @Nullable Object get(int index) {
        return elements.get(index);
    }

    @Override
    public int size() {
        return elements.size();
    }
}
