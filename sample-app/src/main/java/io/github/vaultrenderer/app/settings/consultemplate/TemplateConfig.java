package io.github.vaultrenderer.app.settings.consultemplate;

import java.util.List;

/**
 * One template. Empty texts are settings that were not made.
 *
 * @param place where it stands, for messages: {@code file:line:column}, {@code CT_LOCAL_CONFIG:line:column} or the flag
 * @param source the template's file; empty when {@code contents} is not
 * @param contents the template itself; empty when {@code source} is not
 * @param destination the file to write; may be empty with {@code -dry} and {@code -parse-only}
 * @param createDestinationFolders whether folders above it are made (true)
 * @param permissions the file's mode, twelve bits; 0 for that of the file that is there, else 0644 (0)
 * @param user its owner, name or number ({@code user}, else {@code uid}); empty or -1 for no change
 * @param group its group, name or number ({@code group}, else {@code gid}); empty or -1 for no change
 * @param backup whether the file before is kept with {@code .bak} after its name (false)
 * @param delimiters of this template; empty ones are those of all
 * @param failOnMissingKey whether a key that is not there is an error ({@code error_on_missing_key}; false)
 * @param fatal whether an error in it ends the run, or is logged ({@code error_fatal}, else {@code template_error_fatal}; true)
 * @param deniedFunctions names of functions that it may not call ({@code function_denylist}, {@code function_blacklist})
 * @param sandboxPath the folder that {@code file} may read in; empty for all
 * @param exec what to run when the file changed ({@code exec}, else {@code command}); not enabled without a command
 * @param quiescence how long to wait for changes to end
 */
public record TemplateConfig(
        String place,
        String source,
        String contents,
        String destination,
        boolean createDestinationFolders,
        int permissions,
        String user,
        String group,
        boolean backup,
        Delimiters delimiters,
        boolean failOnMissingKey,
        boolean fatal,
        List<String> deniedFunctions,
        String sandboxPath,
        ExecConfig exec,
        WaitConfig quiescence) {

    public TemplateConfig {
        deniedFunctions = List.copyOf(deniedFunctions);
    }
}
