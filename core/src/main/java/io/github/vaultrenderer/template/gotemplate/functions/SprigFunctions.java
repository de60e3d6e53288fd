package io.github.vaultrenderer.template.gotemplate.functions;

import io.github.vaultrenderer.template.gotemplate.exec.Function;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * sprig's functions, under the names and of the choice that consul-template has: none reads the environment, the clock or
 * a name server, but for those that tell how long ago a time was.
 *
 * @see <a href="https://masterminds.github.io/sprig/">sprig</a>
 */
final class SprigFunctions {

    private SprigFunctions() {}

    static Map<String, Function> functions() {
        Map<String, Function> functions = new LinkedHashMap<>();
        functions.putAll(SprigStrings.functions());
        functions.putAll(SprigCases.functions());
        functions.putAll(SprigWrap.functions());
        functions.putAll(SprigMath.functions());
        functions.putAll(SprigLists.functions());
        functions.putAll(SprigDicts.functions());
        functions.putAll(SprigDefaults.functions());
        functions.putAll(SprigRegex.functions());
        functions.putAll(SprigEncodings.functions());
        functions.putAll(SprigPaths.functions());
        functions.putAll(SprigTimes.functions());
        functions.putAll(SprigVersions.functions());
        functions.putAll(SprigCrypto.functions());
        functions.putAll(SprigCertificates.functions());
        return Collections.unmodifiableMap(functions);
    }
}
