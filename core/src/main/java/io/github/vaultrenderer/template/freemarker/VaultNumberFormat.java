package io.github.vaultrenderer.template.freemarker;

import freemarker.core.Environment;
import freemarker.core.TemplateNumberFormat;
import freemarker.core.TemplateNumberFormatFactory;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateNumberModel;
import java.math.BigDecimal;
import java.util.Locale;

/** Prints a number as Vault sent it; one that the template computed, in plain digits. */
final class VaultNumberFormat extends TemplateNumberFormatFactory {

    static final String NAME = "vault";

    private static final Format FORMAT = new Format();

    @Override
    public TemplateNumberFormat get(String parameters, Locale locale, Environment environment) {
        return FORMAT;
    }

    private static final class Format extends TemplateNumberFormat {

        @Override
        public String formatToPlainText(TemplateNumberModel model) throws TemplateModelException {
            if (model instanceof SecretModels.Digits digits) {
                return digits.number().text();
            }
            BigDecimal number = new BigDecimal(model.getAsNumber().toString());
            // Zero keeps its scale when stripped of zeros.
            return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
        }

        @Override
        public boolean isLocaleBound() {
            return false;
        }

        @Override
        public String getDescription() {
            return "the digits that Vault sent";
        }
    }
}
