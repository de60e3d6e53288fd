package io.github.vaultrenderer.template.gotemplate.exec;

import io.github.vaultrenderer.secrets.VaultNumber;
import io.github.vaultrenderer.template.gotemplate.parse.GoText;
import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/** A list from Vault as a {@code []interface {}}, whose elements become the engine's when they are asked for. */
final class VaultList extends AbstractList<@Nullable Object> implements RandomAccess {

    private static final int SHORT = 16;

    private final List<?> source;
    private final @Nullable Object[] elements;

    VaultList(List<?> source) {
        this.source = source;
        this.elements = new @Nullable Object[source.size()];
    }

    /** Whether a list, a short one, is the engine's as it is. */
    static boolean isPlain(List<?> list) {
        if (list.size() > SHORT) {
            return false;
        }
        for (int i = 0; i < list.size(); i++) {
            Object element = list.get(i);
            boolean plain = element instanceof String text
                    ? GoText.isAscii(text)
                    : element == null || element instanceof Boolean || element instanceof VaultNumber;
            if (!plain) {
                return false;
            }
        }
        return true;
    }

    @Override
    public @Nullable Object get(int index) {
        Object element = elements[index];
        if (element == null) {
            element = Values.fromVault(source.get(index));
            elements[index] = element;
        }
        return element;
    }

    @Override
    public int size() {
        return elements.length;
    }
}
