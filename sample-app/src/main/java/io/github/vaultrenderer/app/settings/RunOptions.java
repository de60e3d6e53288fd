package io.github.vaultrenderer.app.settings;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a run goes about its work.
 *
 * @param extent how much of it is done
 * @param text what to say on standard output before; empty for nothing
 * @param notes what to log before, as warnings
 * @param logging what to log, how and where; {@code null} for what was there from the start
 * @param pidFile where the number of the process stands while it runs; {@code null} for nowhere
 * @param keepConnections whether a connection to Vault serves several requests
 * @param killedExit whether a signal ends us with consul-template's exit code for that, and not with the system's
 * @param successor the program to run when everything is done, whose exit code is ours; {@code null} for none
 */
public record RunOptions(
        Extent extent,
        String text,
        List<String> notes,
        @Nullable LogSettings logging,
        @Nullable Path pidFile,
        boolean keepConnections,
        boolean killedExit,
        @Nullable ExternalCommand successor) {

    /** All of it, and nothing besides. */
    public static final RunOptions USUAL =
            new RunOptions(Extent.EVERYTHING, "", List.of(), null, null, true, false, null);

    public RunOptions {
        notes = List.copyOf(notes);
    }

    /** How much is done. */
    public enum Extent {
        /** Everything: files are written, commands are run. */
        EVERYTHING,
        /** What would be written is printed instead; no command is run. */
        PRINT,
        /** Templates are parsed, and executed as far as that goes without asking Vault. Nothing is written. */
        PARSE
    }

    RunOptions saying(String text) {
        return new RunOptions(extent, text, notes, logging, pidFile, keepConnections, killedExit, successor);
    }
}
