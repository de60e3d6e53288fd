package io.github.vaultrenderer.app.settings.consultemplate;

import java.util.List;

/**
 * Which variables a program sees.
 *
 * @param pristine whether it sees only {@code custom} (false)
 * @param custom further variables, each {@code name=value}; neither list below counts for them
 * @param allowlist patterns as of Go's {@code filepath.Match}: if there are any, only variables that one matches are seen
 * @param denylist … and variables that one of these matches never are
 */
public record ExecEnvironment(boolean pristine, List<String> custom, List<String> allowlist, List<String> denylist) {

    public ExecEnvironment {
        custom = List.copyOf(custom);
        allowlist = List.copyOf(allowlist);
        denylist = List.copyOf(denylist);
    }
}
