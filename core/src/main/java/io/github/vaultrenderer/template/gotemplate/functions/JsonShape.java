package io.github.vaultrenderer.template.gotemplate.functions;

import org.jspecify.annotations.Nullable;

/** An object that JSON has in another shape. */
interface JsonShape {

    /** What is written in its place. */
    @Nullable
    Object json();
}
