package io.github.vaultrenderer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.vaultrenderer.RenderReport.Outcome;
import io.github.vaultrenderer.RenderReport.RenderedFile;
import io.github.vaultrenderer.failure.FailureKind;
import io.github.vaultrenderer.failure.RendererException;
import io.github.vaultrenderer.secrets.SecretSource;
import io.github.vaultrenderer.template.TemplateSource;
import io.github.vaultrenderer.template.gotemplate.GoTemplateEngine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionalJobsTest {

    private static final String GOOD = "{{ with secret \"secret/a\" }}{{ .Data.k }}{{ end }}";

    @TempDir
    Path folder;

    private final VaultRenderer renderer =
            VaultRenderer.using(SecretSource.of(Map.of("secret/a", Map.of("k", "hunter2"))));

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    {{ if }}                                                             | TEMPLATE
                    {{ with secret "secret/a" }}{{ index .Data.k 99 }}{{ end }}          | TEMPLATE
                    {{ with secret "secret/a" }}{{ .Data.nope }}{{ end }}                | NOT_FOUND
                    {{ with secret "secret/absent" }}{{ .Data.k }}{{ end }}              | NOT_FOUND
                    """)
    void anOptionalJobFailsAlone(String template, FailureKind kind) {
        RenderReport report = renderer.render(
                job("bad", template).optionally(),
                job("good", GOOD),
                job("also", GOOD).optionally());

        assertThat(report.files())
                .extracting(RenderedFile::outcome)
                .containsExactly(Outcome.FAILED, Outcome.WRITTEN, Outcome.WRITTEN);
        assertThat(folder.resolve("bad")).doesNotExist();
        assertThat(folder.resolve("good")).hasContent("hunter2");
        assertThat(folder.resolve("also")).hasContent("hunter2");
        RendererException failure = report.files().get(0).failure();
        assertThat(failure).isNotNull();
        assertThat(failure.kind()).isEqualTo(kind);
    }

    @Test
    void itsFailureTellsNoSecret() {
        RenderReport report = renderer.render(job("bad", "{{ with secret \"secret/a\" }}{{ mustEnv .Data.k }}{{ end }}")
                .optionally());

        RendererException failure = report.files().get(0).failure();
        assertThat(failure).isNotNull();
        assertThat(failure.getMessage()).contains("mustEnv").doesNotContain("hunter2");
    }

    @Test
    void aFileThatCannotBeWrittenFailsAloneToo() throws java.io.IOException {
        Files.writeString(folder.resolve("plain"), "");

        RenderReport report = renderer.render(job("plain/below", "x").optionally(), job("good", "y"));

        assertThat(report.files()).extracting(RenderedFile::outcome).containsExactly(Outcome.FAILED, Outcome.WRITTEN);
    }

    @Test
    void aRequiredJobFailsAll() {
        assertThatThrownBy(() -> renderer.render(job("good", GOOD).optionally(), job("bad", "{{ if }}")))
                .isInstanceOf(RendererException.class);
        assertThat(folder.resolve("good")).doesNotExist();
    }

    @Test
    void aJobCanHaveAnEngineOfItsOwn() {
        String template = "{{ with secret \"secret/a\" }}{{ .Data.nope }}{{ end }}";

        renderer.render(job("f", template).engine(GoTemplateEngine.compatible()));

        assertThat(folder.resolve("f")).hasContent("<no value>");
    }

    private RenderJob job(String name, String template) {
        return RenderJob.from(TemplateSource.of(name.replace('/', '-') + ".ctmpl", template))
                .to(folder.resolve(name));
    }
}
