package io.github.vaultrenderer.template.gotemplate.functions;

import io.github.vaultrenderer.template.gotemplate.exec.FunctionException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.EdECPrivateKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Arrays;

/**
 * A private key as PEM, with the public key that belongs to it.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8017#appendix-A.1.2">RFC 8017, RSA keys</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5915">RFC 5915, keys of elliptic curves</a>
 */
final class SigningKey {

    private static final String PKCS8 = "PRIVATE KEY";
    private static final byte[] RSA = Der.sequence(Der.identifier(42, 840, 113549, 1, 1, 1), Der.NULL);
    private static final byte[] EC = Der.identifier(42, 840, 10045, 2, 1);
    private static final byte[] ED25519 = Der.identifier(43, 101, 112);
    private static final byte[] VERSION_0 = Der.integer(BigInteger.ZERO);

    private final KeyPair pair;

    private SigningKey(KeyPair pair) {
        this.pair = pair;
    }

    /** A new RSA key. */
    static SigningKey rsa(int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(bits);
            return new SigningKey(generator.generateKeyPair());
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java has RSA", missing);
        }
    }

    static SigningKey of(KeyPair pair) {
        return new SigningKey(pair);
    }

    static SigningKey parse(String text) throws FunctionException {
        Pem pem = Pem.parse(text);
        try {
            return new SigningKey(
                    switch (pem.type()) {
                        case PKCS8 -> pair(pem.der());
                        case "RSA " + PKCS8 -> pair(Der.sequence(VERSION_0, RSA, Der.octets(pem.der())));
                        case "EC " + PKCS8 -> pair(wrapped(pem.der()));
                        default -> throw FunctionException.failed("no private key that can sign in the PEM block");
                    });
        } catch (GeneralSecurityException | IllegalArgumentException malformed) {
            throw FunctionException.failed("malformed private key");
        }
    }

    /** A key of an elliptic curve with the name of its curve in front. */
    private static byte[] wrapped(byte[] der) throws GeneralSecurityException {
        for (byte[] element : Der.elements(der)) {
            if (element[0] == (byte) 0xA0) {
                return Der.sequence(VERSION_0, Der.sequence(EC, Der.content(element)), Der.octets(der));
            }
        }
        throw new GeneralSecurityException("no curve");
    }

    private static KeyPair pair(byte[] pkcs8) throws GeneralSecurityException {
        byte[][] elements = Der.elements(pkcs8);
        byte[] algorithm = Der.elements(elements[1])[0];
        String name = Arrays.equals(algorithm, EC) ? "EC" : Arrays.equals(algorithm, ED25519) ? "Ed25519" : "RSA";
        PrivateKey key = KeyFactory.getInstance(name).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
        return new KeyPair(publicKey(key), key);
    }

    private static PublicKey publicKey(PrivateKey key) throws GeneralSecurityException {
        if (key instanceof RSAPrivateCrtKey rsa) {
            return KeyFactory.getInstance("RSA")
                    .generatePublic(new RSAPublicKeySpec(rsa.getModulus(), rsa.getPublicExponent()));
        }
        if (key instanceof ECPrivateKey curve) {
            return CurvePoint.publicKey(curve);
        }
        byte[] seed = ((EdECPrivateKey) key).getBytes().orElseThrow(GeneralSecurityException::new);
        KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
        generator.initialize(255, new FixedRandom(seed));
        return generator.generateKeyPair().getPublic();
    }

    /** Gives the bytes of a key that is there already: Java computes the public key of a new private key only. */
    private static final class FixedRandom extends SecureRandom {

        private static final long serialVersionUID = 1L;

        private final byte[] fixed;

        FixedRandom(byte[] fixed) {
            this.fixed = fixed.clone();
        }

        @Override
        public void nextBytes(byte[] bytes) {
            System.arraycopy(fixed, 0, bytes, 0, bytes.length);
        }
    }

    PrivateKey privateKey() {
        return pair.getPrivate();
    }

    PublicKey publicKey() {
        return pair.getPublic();
    }

    /** The private key in the form that each kind of keys had first. */
    String pem() throws FunctionException {
        PrivateKey key = pair.getPrivate();
        if (key instanceof RSAPrivateCrtKey rsa) {
            return new Pem("RSA " + PKCS8, rsaKey(rsa)).text();
        }
        if (key instanceof ECPrivateKey curve) {
            return new Pem("EC " + PKCS8, CurvePoint.key(curve, pair.getPublic())).text();
        }
        return new Pem(PKCS8, key.getEncoded()).text();
    }

    private static byte[] rsaKey(RSAPrivateCrtKey key) {
        return Der.sequence(
                VERSION_0,
                Der.integer(key.getModulus()),
                Der.integer(key.getPublicExponent()),
                Der.integer(key.getPrivateExponent()),
                Der.integer(key.getPrimeP()),
                Der.integer(key.getPrimeQ()),
                Der.integer(key.getPrimeExponentP()),
                Der.integer(key.getPrimeExponentQ()),
                Der.integer(key.getCrtCoefficient()));
    }
}
