package io.github.vaultrenderer.template.gotemplate.functions;

import io.github.vaultrenderer.template.gotemplate.exec.Function;
import org.jspecify.annotations.Nullable;

/**
 * sprig's functions, under the names and of the choice that consul-template has: none reads the environment, the clock or
 * a name server, but for those that tell how long ago a time was.
 *
 * @see <a href="https://masterminds.github.io/sprig/">sprig</a>
 */
final class SprigFunctions {

    private static final String PREFIX = "sprig_";

    private SprigFunctions() {}

    static @Nullable Function find(String name) {
        if (!name.startsWith(PREFIX)) {
            return null;
        }
        Function function = onTexts(name);
        if (function == null) {
            function = onCollections(name);
        }
        return function == null ? onOthers(name) : function;
    }

    private static @Nullable Function onTexts(String name) {
        Function function = SprigStrings.find(name);
        if (function == null) {
            function = SprigCases.find(name);
        }
        if (function == null) {
            function = SprigWrap.find(name);
        }
        if (function == null) {
            function = SprigRegex.find(name);
        }
        return function == null ? SprigEncodings.find(name) : function;
    }

    private static @Nullable Function onCollections(String name) {
        Function function = SprigDefaults.find(name);
        if (function == null) {
            function = SprigLists.find(name);
        }
        return function == null ? SprigDicts.find(name) : function;
    }

    private static @Nullable Function onOthers(String name) {
        Function function = SprigMath.find(name);
        if (function == null) {
            function = SprigPaths.find(name);
        }
        if (function == null) {
            function = SprigTimes.find(name);
        }
        if (function == null) {
            function = SprigVersions.find(name);
        }
        if (function == null) {
            function = SprigCrypto.find(name);
        }
        return function == null ? SprigCertificates.find(name) : function;
    }
}
