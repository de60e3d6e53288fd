package io.github.vaultrenderer.template.gotemplate.functions;

import io.github.vaultrenderer.template.gotemplate.exec.Function;
import io.github.vaultrenderer.template.gotemplate.exec.FunctionException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** sprig's functions on versions. */
final class SprigVersions {

    private SprigVersions() {}

    static @Nullable Function find(String name) {
        return switch (name) {
            case "sprig_semver" -> PureFunction.exactly(name, 1, a -> SemanticVersion.parse(a.text(0)));
            case "sprig_semverCompare" -> PureFunction.exactly(name, 2, a -> meets(a.text(0), a.text(1)));
            default -> null;
        };
    }

    private static boolean meets(String constraint, String version) throws FunctionException {
        List<List<VersionConstraint>> alternatives = VersionConstraint.parse(constraint);
        SemanticVersion parsed = SemanticVersion.parse(version);
        return alternatives.stream()
                .anyMatch(constraints -> constraints.stream().allMatch(each -> each.accepts(parsed)));
    }
}
