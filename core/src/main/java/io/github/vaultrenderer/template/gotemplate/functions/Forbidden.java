package io.github.vaultrenderer.template.gotemplate.functions;

import io.github.vaultrenderer.template.gotemplate.exec.FunctionException;

/** What templates may not do, and what would let them. */
final class Forbidden {

    private Forbidden() {}

    static FunctionException setting(String function, String permission, String advice) {
        return FunctionException.failed(function + " is not allowed: set the template permission " + permission
                + " if you trust who writes the templates, or " + advice);
    }
}
