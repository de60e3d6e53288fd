package io.github.vaultrenderer.template.gotemplate.functions;

import io.github.vaultrenderer.template.gotemplate.exec.Function;
import io.github.vaultrenderer.template.gotemplate.exec.FunctionException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Names that Go or consul-template know and this engine does not have. A template that names one parses, and fails with
 * a word when it gets there: it may never get there.
 */
final class UnsupportedFunctions {

    private static final Set<String> CONSUL = Set.of(
            "datacenters",
            "exportedServices",
            "importedServices",
            "key",
            "keyExists",
            "keyOrDefault",
            "ls",
            "safeLs",
            "node",
            "nodes",
            "partitions",
            "peerings",
            "service",
            "services",
            "connect",
            "tree",
            "safeTree",
            "caRoots",
            "caLeaf",
            "byKey",
            "byPort",
            "byTag",
            "byMeta",
            "explode");

    private static final Set<String> NOMAD =
            Set.of("nomadService", "nomadServices", "nomadVar", "nomadVarExists", "nomadVarList", "nomadVarListSafe");

    private UnsupportedFunctions() {}

    static Map<String, Function> functions() {
        Map<String, Function> functions = new HashMap<>();
        CONSUL.forEach(name -> functions.put(
                name,
                failing(name + " asks Consul, which this renderer does not: put the value in Vault and use secret")));
        NOMAD.forEach(name -> functions.put(
                name,
                failing(name + " asks Nomad, which this renderer does not: put the value in Vault and use secret")));
        return functions;
    }

    private static Function failing(String reason) {
        return (execution, values) -> {
            throw FunctionException.failed(reason);
        };
    }
}
