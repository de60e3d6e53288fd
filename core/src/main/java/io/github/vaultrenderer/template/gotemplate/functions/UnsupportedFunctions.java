package io.github.vaultrenderer.template.gotemplate.functions;

import io.github.vaultrenderer.template.gotemplate.exec.Function;
import io.github.vaultrenderer.template.gotemplate.exec.FunctionException;
import org.jspecify.annotations.Nullable;

/**
 * Names that Go or consul-template know and this engine does not have. A template that names one parses, and fails with
 * a word when it gets there: it may never get there.
 */
final class UnsupportedFunctions {

    private UnsupportedFunctions() {}

    static @Nullable Function find(String name) {
        return switch (name) {
            case "datacenters",
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
                    "explode" ->
                failing(name + " asks Consul, which this renderer does not: put the value in Vault and use secret");
            case "nomadService", "nomadServices", "nomadVar", "nomadVarExists", "nomadVarList", "nomadVarListSafe" ->
                failing(name + " asks Nomad, which this renderer does not: put the value in Vault and use secret");
            default -> null;
        };
    }

    private static Function failing(String reason) {
        return (execution, values) -> {
            throw FunctionException.failed(reason);
        };
    }
}
