package io.github.vaultrenderer.template.gotemplate.functions;

import at.favre.lib.crypto.bcrypt.BCrypt;
import at.favre.lib.crypto.bcrypt.LongPasswordStrategies;
import io.github.vaultrenderer.template.gotemplate.exec.Function;
import io.github.vaultrenderer.template.gotemplate.exec.FunctionException;
import io.github.vaultrenderer.template.gotemplate.parse.GoText;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** sprig's functions that encrypt, and hash and derive passwords. */
final class SprigCrypto {

    private static final int BCRYPT_COST = 10;
    private static final int LONGEST_PASSWORD = 72;
    private static final int KEY_BYTES = 32;
    private static final int BLOCK = 16;

    private SprigCrypto() {}

    static @Nullable Function find(String name) {
        return switch (name) {
            case "sprig_bcrypt" -> PureFunction.exactly(name, 1, a -> bcrypt(a.text(0)));
            case "sprig_htpasswd" -> PureFunction.exactly(name, 2, a -> htpasswd(a.text(0), a.text(1)));
            case "sprig_encryptAES" -> PureFunction.exactly(name, 2, a -> encrypt(a.text(0), a.text(1)));
            case "sprig_decryptAES" -> PureFunction.exactly(name, 2, a -> decrypt(a.text(0), a.text(1)));
            case "sprig_derivePassword" -> PureFunction.exactly(name, 5, SprigCrypto::derivePassword);
            default -> null;
        };
    }

    private static String bcrypt(String password) {
        byte[] bytes = GoText.bytes(password);
        if (bytes.length > LONGEST_PASSWORD) {
            return "failed to encrypt string with bcrypt: bcrypt: password length exceeds 72 bytes";
        }
        // The library would count the zero behind the password too.
        byte[] hash = BCrypt.with(LongPasswordStrategies.none()).hash(BCRYPT_COST, bytes);
        return new String(hash, StandardCharsets.US_ASCII);
    }

    private static String htpasswd(String user, String password) {
        return user.contains(":") ? "invalid username: " + user : user + ":" + bcrypt(password);
    }

    private static String encrypt(String password, String text) {
        if (text.isEmpty()) {
            return "";
        }
        byte[] vector = new byte[BLOCK];
        new SecureRandom().nextBytes(vector);
        try {
            byte[] encrypted = cipher(Cipher.ENCRYPT_MODE, "AES/CBC/PKCS5Padding", password, vector)
                    .doFinal(GoText.bytes(text));
            byte[] all = Arrays.copyOf(vector, BLOCK + encrypted.length);
            System.arraycopy(encrypted, 0, all, BLOCK, encrypted.length);
            return Base64.getEncoder().encodeToString(all);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java has AES", missing);
        }
    }

    private static String decrypt(String password, String encoded) throws FunctionException {
        if (encoded.isEmpty()) {
            return "";
        }
        Decoded decoded = GoBase64.decode(encoded);
        if (!decoded.problem().isEmpty()) {
            throw FunctionException.failed(decoded.problem());
        }
        byte[] all = GoText.bytes(decoded.text());
        if (all.length <= BLOCK || all.length % BLOCK != 0) {
            throw FunctionException.failed("what is to be decrypted has to be whole blocks of " + BLOCK + " bytes");
        }
        try {
            // Go looks at the last byte of the padding only.
            byte[] padded = cipher(Cipher.DECRYPT_MODE, "AES/CBC/NoPadding", password, Arrays.copyOf(all, BLOCK))
                    .doFinal(all, BLOCK, all.length - BLOCK);
            int length = padded.length - (padded[padded.length - 1] & 0xFF);
            if (length < 0) {
                throw FunctionException.failed("it was encrypted with another password");
            }
            return new String(padded, 0, length, StandardCharsets.ISO_8859_1);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java has AES", missing);
        }
    }

    private static Cipher cipher(int mode, String name, String password, byte[] vector)
            throws GeneralSecurityException {
        byte[] key = Arrays.copyOf(GoText.bytes(password), KEY_BYTES);
        Cipher cipher = Cipher.getInstance(name);
        cipher.init(mode, new SecretKeySpec(key, "AES"), new IvParameterSpec(vector));
        return cipher;
    }

    private static String derivePassword(Arguments arguments) throws FunctionException {
        return DerivedPassword.of(
                (int) arguments.unsigned(0),
                arguments.text(1),
                arguments.text(2),
                arguments.text(3),
                arguments.text(4));
    }
}
