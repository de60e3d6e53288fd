package io.github.vaultrenderer.app.settings;

import io.github.vaultrenderer.failure.ConfigurationException;
import io.github.vaultrenderer.template.TemplatePermissions;

/**
 * What {@code VAULT_RENDERER_TEMPLATE_PERMISSIONS} adds to what Go templates may do: the names of {@link
 * TemplatePermissions}' own, divided by commas.
 */
final class PermissionsVariable {

    private static final String NAME = "VAULT_RENDERER_TEMPLATE_PERMISSIONS";

    private PermissionsVariable() {}

    /** Whether it is set. */
    static boolean isIn(VaultVariables variables) {
        return variables.get(NAME).isPresent();
    }

    /**
     * The permissions, and those that the variable adds.
     *
     * @throws ConfigurationException when it names one that there is not
     */
    static TemplatePermissions addTo(TemplatePermissions permissions, VaultVariables variables) {
        TemplatePermissions all = permissions;
        for (String name : variables.get(NAME).orElse("").split(",", -1)) {
            all = with(all, name.strip());
        }
        return all;
    }

    private static TemplatePermissions with(TemplatePermissions permissions, String name) {
        return switch (name) {
            case "" -> permissions;
            case "readFiles" -> permissions.readingFiles();
            case "writeFiles" -> permissions.writingFiles();
            case "plugins" -> permissions.executingPlugins();
            case "networkInterfaces" -> permissions.seeingNetworkInterfaces();
            case "ownCredentials" -> permissions.seeingOwnCredentials();
            default ->
                throw new ConfigurationException(
                        NAME + " names a permission that there is not: " + name,
                        "Use readFiles, writeFiles, plugins, networkInterfaces and ownCredentials, divided by commas.");
        };
    }
}
