package io.github.vaultrenderer.template.gotemplate.functions;

import io.github.vaultrenderer.template.gotemplate.exec.GoList;
import java.util.List;

/** How many elements Go has reserved for a slice. */
final class GoCapacity {

    private GoCapacity() {}

    static int of(List<?> list) {
        int length = list.size();
        boolean exact = list instanceof GoList || Integer.bitCount(length) <= 1;
        return exact ? length : Integer.highestOneBit(length) << 1;
    }
}
