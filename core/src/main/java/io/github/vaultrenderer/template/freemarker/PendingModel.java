package io.github.vaultrenderer.template.freemarker;

import freemarker.core.CommonMarkupOutputFormat;
import freemarker.core.CommonTemplateMarkupOutputModel;
import freemarker.template.TemplateHashModel;
import freemarker.template.TemplateModel;
import org.jspecify.annotations.Nullable;

/**
 * Stands for a secret that has not been fetched yet, and for everything in it. It can be printed, as nothing, and
 * joined to text, so that a pass gets on to the next secret. Whatever would decide something by it fails, which ends
 * the pass: no secret is fetched on a guess.
 */
final class PendingModel extends CommonTemplateMarkupOutputModel<PendingModel> implements TemplateHashModel {

    static final PendingModel INSTANCE = new PendingModel();

    private static final Format FORMAT = new Format();

    private PendingModel() {
        super("", "");
    }

    static boolean isPending(@Nullable Object value) {
        return value instanceof PendingModel;
    }

    @Override
    public CommonMarkupOutputFormat<PendingModel> getOutputFormat() {
        return FORMAT;
    }

    @Override
    public TemplateModel get(String key) {
        return this;
    }

    @Override
    public boolean isEmpty() {
        return false;
    }

    /** Markup is FreeMarker's only kind of value that can be printed and joined but not compared. */
    private static final class Format extends CommonMarkupOutputFormat<PendingModel> {

        @Override
        public String getName() {
            return "pending";
        }

        @Override
        public @Nullable String getMimeType() {
            return null;
        }

        @Override
        public void output(String textToEsc, java.io.Writer out) {}

        @Override
        public String escapePlainText(String plainTextContent) {
            return "";
        }

        @Override
        public boolean isLegacyBuiltInBypassed(String builtInName) {
            return false;
        }

        @Override
        public boolean isAutoEscapedByDefault() {
            return false;
        }

        @Override
        protected PendingModel newTemplateMarkupOutputModel(String plainText, String markup) {
            return INSTANCE;
        }
    }
}
