package io.github.vaultrenderer.template.gotemplate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.vaultrenderer.template.FixedContext;
import io.github.vaultrenderer.template.RenderLimits;
import io.github.vaultrenderer.template.TemplateException;
import io.github.vaultrenderer.template.TemplatePermissions;
import io.github.vaultrenderer.template.TemplateSource;
import io.github.vaultrenderer.test.RealServers;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** sockaddr beside consul-template's, with the addresses of the machine that the test runs on. */
class SockaddrIT {

    private static final List<String> SOURCES =
            List.of("GetAllInterfaces", "GetDefaultInterfaces", "GetPrivateInterfaces", "GetPublicInterfaces", ".");

    private static final List<String> FILTERS = List.of(
            "include \"type\" \"ip\"",
            "include \"type\" \"IPv4\"",
            "include \"type\" \"ipv4|ipv6\"",
            "exclude \"type\" \"IPv6\"",
            "exclude \"type\" \"ipv4|ipv6\"",
            "include \"flags\" \"up\"",
            "include \"flags\" \"up|broadcast\"",
            "include \"flag\" \"forwardable\"",
            "include \"flags\" \"forwardable|up\"",
            "include \"flags\" \"loopback\"",
            "include \"flags\" \"multicast\"",
            "include \"flags\" \"point-to-point\"",
            "include \"flags\" \"global unicast\"",
            "include \"flags\" \"link-local unicast\"",
            "include \"flags\" \"link-local multicast|unspecified|interface-local multicast\"",
            "exclude \"flags\" \"down\"",
            "exclude \"flags\" \"loopback|up\"",
            "include \"rfc\" \"6890\"",
            "include \"RFCs\" \"1918|4193\"",
            "exclude \"rfc\" \"1918|6890\"",
            "include \"rfc\" \"4291\"",
            "include \"network\" \"10.0.0.0/8\"",
            "include \"network\" \"fe80::/10|192.0.2.0/24\"",
            "exclude \"network\" \"127.0.0.0/8\"",
            "include \"name\" \"^(eth|cni)\"",
            "exclude \"name\" \"lo\"",
            "include \"address\" \"^1\"",
            "include \"size\" \"24\"",
            "include \"size\" \"64\"",
            "include \"port\" \"0\"",
            "sort \"address\"",
            "sort \"-address\"",
            "sort \"name\"",
            "sort \"-name,type\"",
            "sort \"+type,-size\"",
            "sort \"size\"",
            "sort \"private,name\"",
            "sort \"-private\"",
            "sort \"default,-type,size,+address\"",
            "sort \"-default\"",
            "sort \"port\"",
            "limit 2",
            "limit 100",
            "offset 1",
            "offset -1",
            "offset 100",
            "unique \"name\"",
            "sort \"name\" | unique \"address\"",
            "include \"nope\" \"x\"",
            "include \"type\" \"nope\"",
            "include \"flags\" \"nope\"",
            "include \"rfc\" \"1\"",
            "include \"rfc\" \"x\"",
            "include \"network\" \"x\"",
            "include \"name\" \"(\"",
            "include \"size\" \"33\"",
            "sort \"nope\"",
            "unique \"nope\"",
            "include \"type\" \"ipv4\" | math \"address\" \"+256\"",
            "include \"type\" \"ipv4\" | math \"address\" \"-1\"",
            "include \"type\" \"ipv6\" | math \"address\" \"+5\"",
            "include \"type\" \"ipv4\" | math \"network\" \"+2\"",
            "include \"type\" \"ipv4\" | math \"network\" \"-2\"",
            "include \"type\" \"ipv4\" | math \"network\" \"+70000\"",
            "include \"type\" \"ipv6\" | math \"network\" \"+2\"",
            "include \"type\" \"ipv6\" | math \"network\" \"-2\"",
            "math \"mask\" \"24\"",
            "math \"mask\" \"8\"",
            "math \"mask\" \"200\"",
            "math \"network\" \"2\"",
            "math \"nope\" \"+2\"");

    private static final List<String> ENDS = List.of(
            "join \"string\" \" \"",
            "join \"flags\" \" \"",
            "attr \"address\"",
            "join \"octets\" \";\"",
            "join \"size\" \" \"",
            "len",
            "print");

    private static final List<String> ATTRIBUTES = List.of(
            "name",
            "flags",
            "host",
            "address",
            "port",
            "netmask",
            "network",
            "mask_bits",
            "binary",
            "hex",
            "first_usable",
            "last_usable",
            "octets",
            "size",
            "broadcast",
            "uint32",
            "uint128",
            "string",
            "type",
            "TYPE",
            "path",
            "nope");

    private static List<String> expressions() {
        List<String> expressions = new ArrayList<>(List.of(
                "GetPrivateIP",
                "GetPrivateIPs",
                "GetPublicIP",
                "GetPublicIPs",
                "GetInterfaceIP \"eth0\"",
                "GetInterfaceIP \"lo\"",
                "GetInterfaceIPs \"eth0\"",
                "GetInterfaceIPs \".\"",
                "GetInterfaceIP \"nope\"",
                "GetInterfaceIP \"(\"",
                "GetInterfaceIP",
                "range GetAllInterfaces }}{{ .Name }}/{{ .Index }}/{{ .MTU }}/{{ .Flags }}/{{ attr \"type\" . }};{{ end",
                "with $a := GetAllInterfaces | include \"type\" \"IP\" | sort \"+type,+address\" }}{{ len $a }} {{ index $a 0 }}{{ end",
                "nope",
                "",
                "GetAllInterfaces | attr \"address\" | printf \"%q\"",
                "if GetPublicIP }}yes{{ else }}no{{ end"));
        for (String source : SOURCES) {
            for (String filter : FILTERS) {
                for (String end : ENDS) {
                    expressions.add(source + " | " + filter + " | " + end);
                }
            }
        }
        for (String type : List.of("ipv4", "ipv6")) {
            for (String attribute : ATTRIBUTES) {
                expressions.add(
                        "GetAllInterfaces | include \"type\" \"" + type + "\" | join \"" + attribute + "\" \" \"");
            }
        }
        return expressions;
    }

    @Test
    void findsTheSameAddresses() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(RealServers.variable("CTMPL_ORACLE_BIN")).start();
        List<String> differences = new ArrayList<>();
        try (BufferedWriter cases = process.outputWriter();
                BufferedReader results = process.inputReader()) {
            for (String expression : expressions()) {
                String template = "{{ sockaddr " + ConformanceCases.JSON.writeValueAsString(expression) + " }}";
                cases.write(ConformanceCases.JSON.writeValueAsString(Map.of("template", template)));
                cases.newLine();
                cases.flush();
                ConformanceCases.Outcome theirs =
                        ConformanceCases.Outcome.of(ConformanceCases.JSON.readTree(results.readLine()));
                ConformanceCases.Outcome ours = ours(template);
                if (!ours.equals(theirs)) {
                    differences.add(template + "\n  theirs: " + theirs + "\n  ours:   " + ours);
                }
            }
        }
        assertThat(process.waitFor()).isZero();
        assertThat(differences).isEmpty();
    }

    private static ConformanceCases.Outcome ours(String template) {
        try {
            String output = GoTemplateEngine.compatible()
                    .with(TemplatePermissions.none().seeingNetworkInterfaces())
                    .compile(TemplateSource.of("t", template))
                    .render(FixedContext.limited(RenderLimits.DEFAULT))
                    .output()
                    .reveal();
            return new ConformanceCases.Outcome(output, false, false);
        } catch (TemplateException failure) {
            return new ConformanceCases.Outcome(null, true, false);
        }
    }
}
