package io.github.vaultrenderer.app.settings.consultemplate;

/** What the arguments ask for. */
public sealed interface Invocation {

    /**
     * {@code -h}: to print the flags and end well, before any file is read.
     *
     * @param text what to print on standard output
     */
    record Help(String text) implements Invocation {}

    /**
     * {@code -v}: to print the version. All settings were read and found right first, as consul-template does.
     *
     * @param config the settings
     */
    record Version(ConsulTemplateConfig config) implements Invocation {}

    /**
     * To run.
     *
     * @param config the settings
     */
    record Run(ConsulTemplateConfig config) implements Invocation {}
}
