package io.github.vaultrenderer.template.gotemplate.functions;

import com.google.re2j.Pattern;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;

/** IP addresses as texts, which never ask a name server. */
final class IpAddress {

    private static final Pattern V4 = Pattern.compile(
            "(?:(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])\\.){3}(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])");

    private IpAddress() {}

    static boolean isV6(String text) {
        return text.indexOf(':') >= 0 && text.indexOf('%') < 0 && bytes("[" + text + "]") != null;
    }

    /** The address's bytes; {@code null} when it is none. */
    static byte @Nullable [] parse(String text) {
        if (V4.matches(text)) {
            return bytes(text);
        }
        return isV6(text) ? bytes("[" + text + "]") : null;
    }

    /** In brackets, Java takes it for an address only. */
    private static byte @Nullable [] bytes(String literal) {
        try {
            return InetAddress.getByName(literal).getAddress();
        } catch (UnknownHostException malformed) {
            return null;
        }
    }
}
