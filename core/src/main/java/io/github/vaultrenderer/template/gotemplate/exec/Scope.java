package io.github.vaultrenderer.template.gotemplate.exec;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The variables in sight: the newest of a name counts, and a block's go with it. */
final class Scope {

    private final List<Entry> entries = new ArrayList<>();

    private static final class Entry {
        private final String name;
        private @Nullable Object value;

        Entry(String name, @Nullable Object value) {
            this.name = name;
            this.value = value;
        }
    }

    Scope(@Nullable Object root) {
        declare("$", root);
    }

    void declare(String name, @Nullable Object value) {
        entries.add(new Entry(name, value));
    }

    void assign(String name, @Nullable Object value) {
        find(name).value = value;
    }

    @Nullable
    Object get(String name) {
        return find(name).value;
    }

    int mark() {
        return entries.size();
    }

    void pop(int mark) {
        while (entries.size() > mark) {
            entries.remove(entries.size() - 1);
        }
    }

    private Entry find(String name) {
        for (int i = entries.size() - 1; i >= 0; i--) {
            if (entries.get(i).name.equals(name)) {
                return entries.get(i);
            }
        }
        throw new IllegalStateException("the parser let an undefined variable pass");
    }
}
