package io.github.vaultrenderer.test;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Signs service-account tokens as a cluster's API server does.
 *
 * @see <a href="https://kubernetes.io/docs/reference/access-authn-authz/service-accounts-admin/#bound-service-account-tokens">
 *     Bound service account tokens</a>
 */
public final class ServiceAccountIssuer {

    /** The issuer and audience of tokens that are made without naming any: a cluster's usual ones. */
    public static final String ISSUER = "https://kubernetes.default.svc.cluster.local";

    private final KeyPair key;

    private ServiceAccountIssuer(KeyPair key) {
        this.key = key;
    }

    /**
     * What a token says.
     *
     * @param namespace the service account's namespace
     * @param serviceAccount its name
     * @param uid its identifier
     * @param audiences whom the token is for
     * @param issued when it is made
     * @param lifetime how long it is good
     */
    public record Claims(
            String namespace,
            String serviceAccount,
            String uid,
            List<String> audiences,
            Instant issued,
            Duration lifetime) {

        public Claims {
            audiences = List.copyOf(audiences);
        }

        /** An hour's token for the cluster itself. */
        public static Claims of(String namespace, String serviceAccount) {
            String uid = UUID.nameUUIDFromBytes(
                            (namespace + "/" + serviceAccount).getBytes(java.nio.charset.StandardCharsets.UTF_8))
                    .toString();
            return new Claims(namespace, serviceAccount, uid, List.of(ISSUER), Instant.now(), Duration.ofHours(1));
        }

        /** The same for other audiences. */
        public Claims forAudiences(String... audiences) {
            return new Claims(namespace, serviceAccount, uid, List.of(audiences), issued, lifetime);
        }

        /** The same, issued at another time. */
        public Claims issuedAt(Instant issued) {
            return new Claims(namespace, serviceAccount, uid, audiences, issued, lifetime);
        }
    }

    /** A new issuer with a key of its own. */
    public static ServiceAccountIssuer create() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return new ServiceAccountIssuer(generator.generateKeyPair());
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("this Java runtime has no RSA", failure);
        }
    }

    /** An hour's token for a service account. */
    public String token(String namespace, String serviceAccount) {
        return token(Claims.of(namespace, serviceAccount));
    }

    /** A token that says that. */
    public String token(Claims claims) {
        Map<String, Object> set = Map.of(
                "iss", ISSUER,
                "sub", "system:serviceaccount:" + claims.namespace + ":" + claims.serviceAccount,
                // A list always, as Kubernetes writes it; Vault takes nothing else.
                "aud", claims.audiences,
                "iat", claims.issued.getEpochSecond(),
                "nbf", claims.issued.getEpochSecond(),
                "exp", claims.issued.plus(claims.lifetime).getEpochSecond(),
                "kubernetes.io",
                        Map.of(
                                "namespace",
                                claims.namespace,
                                "serviceaccount",
                                Map.of("name", claims.serviceAccount, "uid", claims.uid)));
        JWSObject jwt = new JWSObject(new JWSHeader(JWSAlgorithm.RS256), new Payload(Json.text(set)));
        try {
            jwt.sign(new RSASSASigner(key.getPrivate()));
        } catch (JOSEException failure) {
            throw new IllegalStateException("cannot sign a token", failure);
        }
        return jwt.serialize();
    }

    /** Puts a token in a file, as the kubelet does. */
    public Path writeToken(Path file, String namespace, String serviceAccount) {
        try {
            return Files.writeString(file, token(namespace, serviceAccount));
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot write the token", failure);
        }
    }

    /** The public key, in PEM form, as a Kubernetes auth method takes it in {@code pem_keys}. */
    public String publicKeyPem() {
        return "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(key.getPublic().getEncoded())
                + "\n-----END PUBLIC KEY-----\n";
    }

    /** Whether this issuer signed a token. */
    boolean signed(SignedJWT jwt) {
        try {
            return jwt.verify(new RSASSAVerifier((RSAPublicKey) key.getPublic()));
        } catch (JOSEException notVerifiable) {
            return false;
        }
    }

    static SignedJWT parsed(String token) throws ParseException {
        return SignedJWT.parse(token);
    }
}
