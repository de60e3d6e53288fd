package io.github.vaultrenderer.template.gotemplate.exec;

/** How a statement ended. */
enum Flow {
    NEXT,
    BREAK,
    CONTINUE
}
