package io.github.vaultrenderer.template.gotemplate.functions;

import io.github.vaultrenderer.template.gotemplate.parse.GoText;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;

/**
 * A password for a site that is made from one master password.
 *
 * @see <a href="https://masterpassword.app/masterpassword-algorithm.pdf">The Master Password algorithm</a>
 */
final class DerivedPassword {

    private static final String SCOPE = "com.lyndir.masterpassword";
    private static final int COST = 32_768;
    private static final int BLOCKS = 8;
    private static final int LANES = 2;
    private static final int KEY_BYTES = 64;

    private static final Map<String, List<String>> SHAPES = Map.of(
            "maximum", List.of("anoxxxxxxxxxxxxxxxxx", "axxxxxxxxxxxxxxxxxno"),
            "long",
                    List.of(
                            "CvcvnoCvcvCvcv",
                            "CvcvCvcvnoCvcv",
                            "CvcvCvcvCvcvno",
                            "CvccnoCvcvCvcv",
                            "CvccCvcvnoCvcv",
                            "CvccCvcvCvcvno",
                            "CvcvnoCvccCvcv",
                            "CvcvCvccnoCvcv",
                            "CvcvCvccCvcvno",
                            "CvcvnoCvcvCvcc",
                            "CvcvCvcvnoCvcc",
                            "CvcvCvcvCvccno",
                            "CvccnoCvccCvcv",
                            "CvccCvccnoCvcv",
                            "CvccCvccCvcvno",
                            "CvcvnoCvccCvcc",
                            "CvcvCvccnoCvcc",
                            "CvcvCvccCvccno",
                            "CvccnoCvcvCvcc",
                            "CvccCvcvnoCvcc",
                            "CvccCvcvCvccno"),
            "medium", List.of("CvcnoCvc", "CvcCvcno"),
            "short", List.of("Cvcn"),
            "basic", List.of("aaanaaan", "aannaaan", "aaannaaa"),
            "pin", List.of("nnnn"));

    private static final String LETTERS = "AEIOUaeiouBCDFGHJKLMNPQRSTVWXYZbcdfghjklmnpqrstvwxyz";

    private static final Map<Character, String> CHARACTERS = Map.of(
            'V', "AEIOU",
            'C', "BCDFGHJKLMNPQRSTVWXYZ",
            'v', "aeiou",
            'c', "bcdfghjklmnpqrstvwxyz",
            'A', "AEIOUBCDFGHJKLMNPQRSTVWXYZ",
            'a', LETTERS,
            'n', "0123456789",
            'o', "@&%?,=[]_:-+*$#!'^~;()/.",
            'x', LETTERS + "0123456789!@#$%^&*()");

    private DerivedPassword() {}

    static String of(int counter, String kind, String password, String user, String site) {
        List<String> shapes = SHAPES.get(kind);
        if (shapes == null) {
            return "cannot find password template " + kind;
        }
        byte[] key = new Scrypt(COST, BLOCKS, LANES)
                .key(GoText.bytes(password), prefixed(user, 0).array(), KEY_BYTES);
        byte[] message = prefixed(site, Integer.BYTES).putInt(counter).array();
        byte[] seed = Hmac.sha256(key).doFinal(message);
        String shape = shapes.get((seed[0] & 0xFF) % shapes.size());
        StringBuilder derived = new StringBuilder();
        for (int i = 0; i < shape.length(); i++) {
            String characters = CHARACTERS.getOrDefault(shape.charAt(i), "");
            derived.append(characters.charAt((seed[i + 1] & 0xFF) % characters.length()));
        }
        return derived.toString();
    }

    private static ByteBuffer prefixed(String text, int room) {
        byte[] bytes = GoText.bytes(text);
        return ByteBuffer.allocate(SCOPE.length() + Integer.BYTES + bytes.length + room)
                .put(GoText.bytes(SCOPE))
                .putInt(bytes.length)
                .put(bytes);
    }
}
