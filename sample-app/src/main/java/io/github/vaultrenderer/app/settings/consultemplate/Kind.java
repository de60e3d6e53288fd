package io.github.vaultrenderer.app.settings.consultemplate;

/** What a setting takes. */
enum Kind {
    TEXT,
    /** A text that is never shown. */
    SECRET,
    TRUTH,
    WHOLE,
    REAL,
    DURATION,
    SIGNAL,
    /** A file's permissions. */
    MODE,
    /** A list of texts. */
    WORDS,
    BLOCK,
    /** A block, or {@code "min:max"}. */
    WAIT,
    /** A block, or an address as it was written before there was one. */
    CONSUL,
    /** Any number of blocks, each a template. */
    TEMPLATES
}
