package io.github.vaultrenderer.template.gotemplate.functions;

import io.github.vaultrenderer.template.gotemplate.exec.FunctionException;
import java.util.HexFormat;

/** A part of a URL, and the characters that stand in it unescaped besides letters and digits. */
enum UrlPart {
    /** The path. */
    PATH("$&+,/:;=@"),
    /** A user's name or password. */
    USER("$&+,;="),
    /** The host. */
    HOST("!$&'()*+,;=:[]<>\""),
    /** The zone of an IPv6 address. */
    ZONE("!$&'()*+,;=:[]<>\""),
    /** The fragment. */
    FRAGMENT("$&+,/:;=?@!()*");

    private static final int ASCII = 0x80;
    private static final int ESCAPE = 3;
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private final String plain;

    UrlPart(String plain) {
        this.plain = plain;
    }

    static boolean isUnreserved(int c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || "-_.~".indexOf(c) >= 0;
    }

    private boolean isPlain(int c) {
        return isUnreserved(c) || plain.indexOf(c) >= 0;
    }

    String escape(String text) {
        StringBuilder out = new StringBuilder();
        text.chars().forEach(c -> out.append(isPlain(c) ? String.valueOf((char) c) : "%" + HEX.toHexDigits((byte) c)));
        return out.toString();
    }

    String unescape(String text) throws FunctionException {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '%') {
                out.append(escaped(text, i));
                i += ESCAPE - 1;
            } else if ((this == HOST || this == ZONE) && c < ASCII && !isPlain(c)) {
                throw GoUrl.failure("invalid character in host name");
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    private char escaped(String text, int at) throws FunctionException {
        boolean hex = at + 2 < text.length()
                && HexFormat.isHexDigit(text.charAt(at + 1))
                && HexFormat.isHexDigit(text.charAt(at + 2));
        if (!hex) {
            throw GoUrl.failure("invalid URL escape");
        }
        char c = (char) HexFormat.fromHexDigits(text, at + 1, at + ESCAPE);
        boolean forbidden =
                (this == HOST && c < ASCII && c != '%') || (this == ZONE && c != '%' && c != ' ' && !HOST.isPlain(c));
        if (forbidden) {
            throw GoUrl.failure("invalid URL escape");
        }
        return c;
    }
}
