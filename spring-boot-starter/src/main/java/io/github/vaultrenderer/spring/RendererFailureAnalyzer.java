package io.github.vaultrenderer.spring;

import io.github.vaultrenderer.failure.RendererException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows a failed rendering at start-up as what failed and what to do, in place of a stack trace. */
final class RendererFailureAnalyzer extends AbstractFailureAnalyzer<RendererException> {

    @Override
    protected FailureAnalysis analyze(Throwable root, RendererException failure) {
        return new FailureAnalysis(failure.getMessage(), failure.action(), failure);
    }
}
