package io.github.vaultrenderer.benchmarks.engine;

import io.github.vaultrenderer.template.CompiledTemplate;
import io.github.vaultrenderer.template.Rendering;
import io.github.vaultrenderer.template.TemplateSource;
import io.github.vaultrenderer.template.gotemplate.GoTemplateEngine;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Parses and renders one template, over and over. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class EngineBenchmark {

    /** The template's name. */
    @Param({"small", "medium", "large"})
    public String template;

    private final GoTemplateEngine engine = GoTemplateEngine.compatible();
    private final BenchmarkData data = new BenchmarkData();
    private TemplateSource source;
    private CompiledTemplate compiled;

    /** Reads the template. */
    @Setup
    public void read() throws IOException {
        source = BenchmarkData.template(template);
        compiled = engine.compile(source);
    }

    /** Parses it. */
    @Benchmark
    public CompiledTemplate parse() {
        return engine.compile(source);
    }

    /** Renders it. */
    @Benchmark
    public Rendering render() {
        return compiled.render(data);
    }
}
