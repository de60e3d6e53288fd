package io.github.vaultrenderer.app.settings.consultemplate;

import java.util.ArrayList;
import java.util.List;

/** What {@code -h} prints. Every flag of consul-template stands in it, also those without a meaning here. */
final class Usage {

    static final String TEXT = """
            Usage: consul-template -once [flags]

              Renders templates with secrets from Vault, and ends. A flag has one dash or two; its value follows after = or
              a blank, but for one that is true or false only after =. Files, CT_LOCAL_CONFIG and flags are laid one over
              the other in this order. Durations are written as 250ms, 5s or 1h.

            What to do:

              -config=<path>                 a configuration file, or a folder of them; may be repeated
              -template=<in:out[:command]>   a template, its file, and what to run when that changed; may be repeated
              -once                          render all templates and end; this or -parse-only is required
              -dry                           print what would be written, and write nothing
              -parse-only                    check the settings and templates, and ask nothing of Vault
              -v, -version                   print the version and end
              -h, -help                      print this and end

            Templates:

              -default-left-delimiter=<text>     what begins an action, in place of two braces
              -default-right-delimiter=<text>    what ends one
              -template-error-fatal=<bool>       whether a template's error ends the run; over what templates say

            Vault:

              -vault-addr=<url>                  where it is (VAULT_ADDR)
              -vault-token=<token>               the token (VAULT_TOKEN); better in a file, as all see the arguments
              -vault-agent-token-file=<path>     a file with the token, which an agent keeps up to date
              -vault-unwrap-token                the token is a wrapped one
              -vault-retry                       repeat requests that failed
              -vault-retry-attempts=<number>     how often; 0 for ever
              -vault-retry-backoff=<duration>    the first wait, doubled for each further one
              -vault-retry-max-backoff=<duration>    the longest wait; 0 for any
              -vault-ssl                         whether the flags below count
              -vault-ssl-verify                  check the server's certificate
              -vault-ssl-ca-cert=<path>          a file with certificate authorities (VAULT_CACERT)
              -vault-ssl-ca-path=<path>          a folder with certificate authorities (VAULT_CAPATH)
              -vault-ssl-cert=<path>             our certificate
              -vault-ssl-key=<path>              its key
              -vault-ssl-server-name=<name>      the name in the server's certificate
              -vault-transport-dial-timeout=<duration>   how long a connection may take to come about
              -vault-transport-disable-keep-alives       a connection for each request
              -vault-transport-max-conns-per-host=<number>    0 for any

            Logs:

              -log-level=<level>                 trace, debug, info, warn or err (CT_LOG)
              -log-file=<path>                   log there too
              -log-rotate-bytes=<number>
              -log-rotate-duration=<duration>
              -log-rotate-max-files=<number>
              -pid-file=<path>                   write the number of the process there while it runs

            A program to run when all is rendered; its exit code is ours:

              -exec=<command>
              -exec-env-pristine                 it sees only the variables of -exec-env-custom
              -exec-env-custom=<name=value>      one more variable; may be repeated
              -exec-env-allowlist=<pattern>      the variables that it sees; may be repeated
              -exec-env-denylist=<pattern>       … and those that it does not; may be repeated

            Read, checked, and without a meaning to a run with -once:

              -exec-kill-signal=<signal>
              -exec-kill-timeout=<duration>
              -exec-reload-signal=<signal>
              -exec-splay=<duration>
              -kill-signal=<signal>
              -reload-signal=<signal>
              -syslog
              -syslog-facility=<facility>
              -syslog-name=<name>
              -vault-client-user-agent=<text>
              -vault-default-lease-duration=<duration>
              -vault-renew-token
              -vault-transport-dial-keep-alive=<duration>
              -vault-transport-max-idle-conns-per-host=<number>
              -vault-transport-tls-handshake-timeout=<duration>
              -wait=<min[:max]>

            Read, checked, and without a meaning here, as there is no Consul:

              -consul-addr=<address>
              -consul-auth=<username[:password]>
              -consul-token=<token>
              -consul-token-file=<path>
              -consul-retry
              -consul-retry-attempts=<number>
              -consul-retry-backoff=<duration>
              -consul-retry-max-backoff=<duration>
              -consul-ssl
              -consul-ssl-verify
              -consul-ssl-ca-cert=<path>
              -consul-ssl-ca-path=<path>
              -consul-ssl-cert=<path>
              -consul-ssl-key=<path>
              -consul-ssl-server-name=<name>
              -consul-transport-dial-keep-alive=<duration>
              -consul-transport-dial-timeout=<duration>
              -consul-transport-disable-keep-alives
              -consul-transport-max-idle-conns-per-host=<number>
              -consul-transport-tls-handshake-timeout=<duration>
              -dedup
              -max-stale=<duration>
              -retry=<duration>
            """;

    private Usage() {}

    /** The flags' names, without dashes. */
    static List<String> flags() {
        List<String> flags = new ArrayList<>();
        for (String line : TEXT.split("\n", -1)) {
            String words = line.strip();
            while (words.startsWith("-")) {
                flags.add(words.substring(1, end(words)));
                words = words.substring(end(words)).replaceFirst("^, ", "");
            }
        }
        return flags;
    }

    private static int end(String words) {
        int end = 1;
        while (end < words.length() && (Character.isLetter(words.charAt(end)) || words.charAt(end) == '-')) {
            end++;
        }
        return end;
    }
}
