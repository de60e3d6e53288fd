package io.github.vaultrenderer.template.gotemplate.functions;

import io.github.vaultrenderer.template.gotemplate.exec.GoList;
import java.util.List;

/** How many elements Go has reserved for a slice. */
final class GoCapacity {

    private GoCapacity() {}

    static int of(List<?> list) {
        int length = list.size();
        // Sprig's ranges of integers grow one by one, as lists of any type do; others are made as long as they become.
        boolean made = list instanceof GoList typed && !typed.elementType().equals("int");
        boolean exact = made || Integer.bitCount(length) <= 1;
        return exact ? length : Integer.highestOneBit(length) << 1;
    }
}
