package io.github.vaultrenderer.app.settings.consultemplate;

/** What is worth logging, as consul-template names it. */
public enum LogLevel {
    TRACE,
    DEBUG,
    INFO,
    WARN,
    ERR
}
