package io.github.vaultrenderer.template.gotemplate.functions;

import io.github.vaultrenderer.template.gotemplate.exec.Function;
import io.github.vaultrenderer.template.gotemplate.exec.FunctionException;
import java.util.List;
import java.util.Map;

/** sprig's functions on versions. */
final class SprigVersions {

    private SprigVersions() {}

    static Map<String, Function> functions() {
        return Map.ofEntries(
                PureFunction.entry("sprig_semver", 1, a -> SemanticVersion.parse(a.text(0))),
                PureFunction.entry("sprig_semverCompare", 2, a -> meets(a.text(0), a.text(1))));
    }

    private static boolean meets(String constraint, String version) throws FunctionException {
        List<List<VersionConstraint>> alternatives = VersionConstraint.parse(constraint);
        SemanticVersion parsed = SemanticVersion.parse(version);
        return alternatives.stream()
                .anyMatch(constraints -> constraints.stream().allMatch(each -> each.accepts(parsed)));
    }
}
