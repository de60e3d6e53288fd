package io.github.vaultrenderer.app;

/** What {@code vault-renderer --help} prints. */
final class HelpText {

    static final String TEXT = """
            Usage: vault-renderer [SUBCOMMAND] [--vault-renderer.NAME=VALUE ...]

            Logs in to Vault with the pod's service-account token, reads secrets, renders them
            through templates, leaves the files, and ends.

            Subcommands:
            """ + subcommands() + """

            Options of login, which prints no token unless it is told to:
              --print-token   print the token, and nothing else
              --print-curl    print the same login as a curl command, which names the service-account
                              token by its file
              --dry-run       send nothing; only print
            Without the first, and without TOKEN_DEST_PATH, the token is revoked again.

            Settings come as arguments, as environment variables (VAULT_ADDR, VAULT_CACERT, VAULT_ROLE,
            VAULT_RENDERER_JOBS_0_TEMPLATE, VAULT_RENDERER_JOBS_0_DESTINATION, ...) or in application.yaml;
            docs/settings.md lists them.

            The same program answers to the names consul-template and vault-kubernetes-authenticator,
            as a file's name or as the first argument, and takes their arguments and variables then.
            Flags such as -once are taken as consul-template's without its name, too.
            """;

    private HelpText() {}

    private static String subcommands() {
        StringBuilder lines = new StringBuilder();
        for (Subcommand subcommand : Subcommand.values()) {
            lines.append("  ").append(subcommand.word());
            lines.append(" ".repeat(8 - subcommand.word().length()));
            lines.append(subcommand.summary()).append('\n');
        }
        return lines.toString();
    }
}
