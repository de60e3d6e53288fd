package io.github.vaultrenderer.template.gotemplate.functions;

import io.github.vaultrenderer.template.gotemplate.exec.Execution;
import io.github.vaultrenderer.template.gotemplate.exec.Function;
import io.github.vaultrenderer.template.gotemplate.exec.FunctionException;
import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.security.AlgorithmParameterGenerator;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.DSAPrivateKey;
import java.security.interfaces.DSAPublicKey;
import java.security.spec.DSAGenParameterSpec;
import java.security.spec.DSAParameterSpec;
import java.security.spec.ECGenParameterSpec;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** sprig's functions that make private keys and certificates. */
final class SprigCertificates {

    private static final int LONG_RSA = 4096;
    private static final int RSA = 2048;
    private static final int DSA = 2048;
    private static final int DSA_PRIME = 256;

    private SprigCertificates() {}

    static @Nullable Function find(String name) {
        return switch (name) {
            case "sprig_genPrivateKey" -> PureFunction.exactly(name, 1, a -> privateKey(a.text(0)));
            case "sprig_buildCustomCert" -> PureFunction.exactly(name, 2, a -> custom(a.text(0), a.text(1)));
            case "sprig_genCA" ->
                issuing(name, 2, (now, a) -> request(now, a, 1, true).selfSigned(SigningKey.rsa(RSA)));
            case "sprig_genCAWithKey" ->
                issuing(name, 3, (now, a) -> request(now, a, 1, true).selfSigned(SigningKey.parse(a.text(2))));
            case "sprig_genSelfSignedCert" ->
                issuing(name, 4, (now, a) -> request(now, a, 3, false).selfSigned(SigningKey.rsa(RSA)));
            case "sprig_genSelfSignedCertWithKey" ->
                issuing(name, 5, (now, a) -> request(now, a, 3, false).selfSigned(SigningKey.parse(a.text(4))));
            case "sprig_genSignedCert" -> issuing(name, 5, (now, a) -> signed(now, a, null));
            case "sprig_genSignedCertWithKey" -> issuing(name, 6, (now, a) -> signed(now, a, a.text(5)));
            default -> null;
        };
    }

    /** Makes a certificate that is valid from now on. */
    @FunctionalInterface
    private interface Issuing {
        GoCertificate of(Execution execution, Arguments arguments) throws FunctionException;
    }

    private static Function issuing(String name, int arguments, Issuing issuing) {
        return (execution, values) -> issuing.of(execution, Arguments.exactly(arguments, name, values));
    }

    private static CertificateRequest request(Execution execution, Arguments arguments, int days, boolean authority)
            throws FunctionException {
        List<?> addresses = days > 1 ? arguments.anyList(1) : List.of();
        List<?> names = days > 1 ? arguments.anyList(2) : List.of();
        return CertificateRequest.of(
                arguments.text(0), addresses, names, arguments.integer(days), authority, execution.now());
    }

    private static GoCertificate signed(Execution execution, Arguments arguments, @Nullable String key)
            throws FunctionException {
        if (!(arguments.get(4) instanceof GoCertificate authority)) {
            throw FunctionException.wrongCall("wrong type for value; expected sprig.certificate");
        }
        CertificateRequest request = request(execution, arguments, 3, false);
        X509Certificate issuer = certificate(Pem.parse(authority.certificate()));
        SigningKey issuerKey = SigningKey.parse(authority.key());
        return request.signedBy(issuer, issuerKey, key == null ? SigningKey.rsa(RSA) : SigningKey.parse(key));
    }

    private static X509Certificate certificate(Pem pem) throws FunctionException {
        try {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(pem.der()));
        } catch (GeneralSecurityException malformed) {
            throw FunctionException.failed("error parsing certificate");
        }
    }

    private static GoCertificate custom(String certificate, String key) throws FunctionException {
        String certificateText = decoded("certificate", certificate);
        String keyText = decoded("private key", key);
        certificate(Pem.parse(certificateText));
        if (Pem.parse(keyText).type().equals("DSA PRIVATE KEY")) {
            requireDsa(Pem.parse(keyText).der());
        } else {
            SigningKey.parse(keyText);
        }
        return new GoCertificate(certificateText, keyText);
    }

    private static String decoded(String what, String encoded) throws FunctionException {
        Decoded decoded = GoBase64.decode(encoded);
        if (!decoded.problem().isEmpty()) {
            throw FunctionException.failed("unable to decode base64 " + what);
        }
        return decoded.text();
    }

    private static void requireDsa(byte[] der) throws FunctionException {
        try {
            if (Der.elements(der).length == 6) {
                return;
            }
        } catch (IllegalArgumentException malformed) {
            // Said below.
        }
        throw FunctionException.failed("malformed private key");
    }

    private static String privateKey(String kind) throws FunctionException {
        try {
            return switch (kind) {
                case "", "rsa" -> SigningKey.rsa(LONG_RSA).pem();
                case "dsa" -> dsa();
                case "ecdsa" -> {
                    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
                    generator.initialize(new ECGenParameterSpec("secp256r1"));
                    yield SigningKey.of(generator.generateKeyPair()).pem();
                }
                case "ed25519" ->
                    SigningKey.of(KeyPairGenerator.getInstance("Ed25519").generateKeyPair())
                            .pem();
                default -> "Unknown type " + kind;
            };
        } catch (GeneralSecurityException missing) {
            throw FunctionException.failed("this Java has no keys of that kind");
        }
    }

    private static String dsa() throws GeneralSecurityException {
        AlgorithmParameterGenerator parameters = AlgorithmParameterGenerator.getInstance("DSA");
        parameters.init(new DSAGenParameterSpec(DSA, DSA_PRIME));
        KeyPairGenerator generator = KeyPairGenerator.getInstance("DSA");
        generator.initialize(parameters.generateParameters().getParameterSpec(DSAParameterSpec.class));
        KeyPair pair = generator.generateKeyPair();
        DSAPrivateKey key = (DSAPrivateKey) pair.getPrivate();
        byte[] der = Der.sequence(
                Der.integer(BigInteger.ZERO),
                Der.integer(key.getParams().getP()),
                Der.integer(key.getParams().getQ()),
                Der.integer(key.getParams().getG()),
                Der.integer(((DSAPublicKey) pair.getPublic()).getY()),
                Der.integer(key.getX()));
        return new Pem("DSA PRIVATE KEY", der).text();
    }
}
