package io.github.vaultrenderer.template.gotemplate.exec;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/** A slice of another element type than {@code interface {}}: {@code []string}, say. Immutable. */
public final class GoList extends AbstractList<@Nullable Object> implements RandomAccess {

    private final String elementType;
    private final List<@Nullable Object> elements;

    /**
     * A slice of those elements.
     *
     * @param elementType the name of their type in Go
     */
    public GoList(String elementType, List<? extends @Nullable Object> elements) {
        this.elementType = elementType;
        this.elements = Collections.unmodifiableList(new ArrayList<>(elements));
    }

    /** A {@code []string}. */
    public static GoList ofStrings(List<String> elements) {
        return new GoList("string", elements);
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
