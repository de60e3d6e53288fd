package io.github.vaultrenderer.failure;

/** A setting that is missing, malformed or contradicts another one; found before anything is asked of Vault. */
public final class ConfigurationException extends RendererException {

    private static final long serialVersionUID = 1L;

    /**
     * @param message which setting is wrong, and how
     * @param action what to set instead
     */
    public ConfigurationException(String message, String action) {
        super(FailureKind.CONFIGURATION, message, action);
    }

    @Override
    protected RendererException copy(String message, String action) {
        return new ConfigurationException(message, action);
    }
}
