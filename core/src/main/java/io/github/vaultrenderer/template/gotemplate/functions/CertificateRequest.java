package io.github.vaultrenderer.template.gotemplate.functions;

import io.github.vaultrenderer.template.gotemplate.exec.FunctionException;
import io.github.vaultrenderer.template.gotemplate.parse.GoText;
import io.github.vaultrenderer.template.gotemplate.parse.Runes;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a certificate is to say. The encoding is that of X.509 version 3.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5280">RFC 5280</a>
 */
final class CertificateRequest {

    private static final int SERIAL_BITS = 128;
    private static final int KEY_ID_BYTES = 20;
    private static final int UTF8 = 0x0C;
    private static final int PRINTABLE = 0x13;
    private static final int SHORT_TIME = 0x17;
    private static final int LONG_TIME = 0x18;
    private static final int KEY_ID = 0x80;
    private static final int DNS = 0x82;
    private static final int IP = 0x87;
    private static final int LAST_SHORT_YEAR = 2049;
    private static final long DAY = Duration.ofDays(1).toNanos();
    private static final byte[] VERSION_3 = Der.tagged(0, Der.integer(BigInteger.TWO));
    private static final byte[] SERVERS_AND_CLIENTS =
            Der.sequence(Der.identifier(43, 6, 1, 5, 5, 7, 3, 1), Der.identifier(43, 6, 1, 5, 5, 7, 3, 2));

    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("yyMMddHHmmss'Z'", Locale.ROOT);
    private static final DateTimeFormatter LONG = DateTimeFormatter.ofPattern("yyyyMMddHHmmss'Z'", Locale.ROOT);

    /** The common name, encoded. */
    private final byte[] name;

    /** Further names, encoded. */
    private final List<byte[]> others;

    private final Instant from;
    private final Instant until;

    /** Whether it may sign others. */
    private final boolean authority;

    private CertificateRequest(byte[] name, List<byte[]> others, Instant from, Instant until, boolean authority) {
        this.name = name;
        this.others = others;
        this.from = from;
        this.until = until;
        this.authority = authority;
    }

    static CertificateRequest of(
            String name, List<?> addresses, List<?> names, long days, boolean authority, Instant now)
            throws FunctionException {
        List<byte[]> ips = new ArrayList<>();
        for (Object address : addresses) {
            byte[] bytes = address instanceof String text ? IpAddress.parse(text) : null;
            if (bytes == null) {
                throw FunctionException.failed("error parsing ip: not an address");
            }
            ips.add(Der.value(IP, bytes));
        }
        List<byte[]> others = new ArrayList<>();
        for (Object each : names) {
            if (!(each instanceof String text) || text.chars().anyMatch(c -> c > 0x7F)) {
                throw FunctionException.failed("error processing alternate dns name: not an ASCII string");
            }
            others.add(Der.value(DNS, GoText.bytes(text)));
        }
        others.addAll(ips);
        return new CertificateRequest(subject(name), others, now, now.plusNanos(days * DAY), authority);
    }

    private static byte[] subject(String name) throws FunctionException {
        if (name.isEmpty()) {
            return Der.sequence();
        }
        if (!Runes.valid(name)) {
            throw FunctionException.failed("a certificate's name has to be valid UTF-8");
        }
        boolean printable = name.chars()
                .allMatch(c -> (c < 0x80 && Character.isLetterOrDigit(c)) || " '()+,-./:=?".indexOf(c) >= 0);
        byte[] value = Der.value(printable ? PRINTABLE : UTF8, GoText.bytes(name));
        return Der.sequence(Der.set(Der.sequence(Der.identifier(85, 4, 3), value)));
    }

    GoCertificate selfSigned(SigningKey key) throws FunctionException {
        return issue(name, null, key, key);
    }

    GoCertificate signedBy(X509Certificate issuer, SigningKey issuerKey, SigningKey key) throws FunctionException {
        if (!issuer.getPublicKey().equals(issuerKey.publicKey())) {
            throw FunctionException.failed("the private key is not that of the certificate that signs");
        }
        byte[] issuerName = issuer.getSubjectX500Principal().getEncoded();
        byte[] id = issuer.getExtensionValue("2.5.29.14");
        boolean other = !Arrays.equals(issuerName, name);
        return issue(issuerName, id == null || !other ? null : Der.content(Der.content(id)), issuerKey, key);
    }

    private GoCertificate issue(byte[] issuer, byte @Nullable [] issuerId, SigningKey issuerKey, SigningKey key)
            throws FunctionException {
        String algorithm = algorithm(issuerKey.publicKey());
        byte[] identifier = identifier(algorithm);
        byte[] body = Der.sequence(
                VERSION_3,
                Der.integer(new BigInteger(SERIAL_BITS, new SecureRandom())),
                identifier,
                issuer,
                Der.sequence(time(from), time(until)),
                name,
                key.publicKey().getEncoded(),
                Der.tagged(3, extensions(key.publicKey(), issuerId)));
        try {
            Signature signature = Signature.getInstance(algorithm);
            signature.initSign(issuerKey.privateKey());
            signature.update(body);
            byte[] certificate = Der.sequence(body, identifier, Der.bits(0, signature.sign()));
            return new GoCertificate(new Pem("CERTIFICATE", certificate).text(), key.pem());
        } catch (GeneralSecurityException unsupported) {
            throw FunctionException.failed("error creating certificate: a key that cannot sign");
        }
    }

    private static byte[] time(Instant instant) {
        boolean brief = instant.atOffset(ZoneOffset.UTC).getYear() <= LAST_SHORT_YEAR;
        String text = (brief ? SHORT : LONG).format(instant.atOffset(ZoneOffset.UTC));
        return Der.value(brief ? SHORT_TIME : LONG_TIME, text.getBytes(StandardCharsets.US_ASCII));
    }

    private static String algorithm(PublicKey key) {
        if (key instanceof RSAPublicKey) {
            return "SHA256withRSA";
        }
        if (key instanceof ECPublicKey curve) {
            int bits = curve.getParams().getOrder().bitLength();
            return bits <= 256 ? "SHA256withECDSA" : bits <= 384 ? "SHA384withECDSA" : "SHA512withECDSA";
        }
        return "Ed25519";
    }

    private static byte[] identifier(String algorithm) {
        return switch (algorithm) {
            case "SHA256withRSA" -> Der.sequence(Der.identifier(42, 840, 113549, 1, 1, 11), Der.NULL);
            case "SHA256withECDSA" -> Der.sequence(Der.identifier(42, 840, 10045, 4, 3, 2));
            case "SHA384withECDSA" -> Der.sequence(Der.identifier(42, 840, 10045, 4, 3, 3));
            case "SHA512withECDSA" -> Der.sequence(Der.identifier(42, 840, 10045, 4, 3, 4));
            default -> Der.sequence(Der.identifier(43, 101, 112));
        };
    }

    private byte[] extensions(PublicKey key, byte @Nullable [] issuerId) {
        List<byte[]> extensions = new ArrayList<>();
        // Digital signatures and the encryption of keys; for an authority, certificates too.
        byte[] usage = authority ? Der.bits(2, new byte[] {(byte) 0xA4}) : Der.bits(5, new byte[] {(byte) 0xA0});
        extensions.add(extension(15, true, usage));
        extensions.add(extension(37, false, SERVERS_AND_CLIENTS));
        extensions.add(extension(19, true, authority ? Der.sequence(Der.TRUE) : Der.sequence()));
        if (authority) {
            extensions.add(extension(14, false, Der.octets(keyId(key))));
        }
        if (issuerId != null) {
            extensions.add(extension(35, false, Der.sequence(Der.value(KEY_ID, issuerId))));
        }
        if (!others.isEmpty()) {
            boolean only = Arrays.equals(name, Der.sequence());
            extensions.add(extension(17, only, Der.sequence(others.toArray(byte[][]::new))));
        }
        return Der.sequence(extensions.toArray(byte[][]::new));
    }

    private static byte[] extension(int number, boolean critical, byte[] value) {
        byte[] identifier = Der.identifier(85, 29, number);
        return critical
                ? Der.sequence(identifier, Der.TRUE, Der.octets(value))
                : Der.sequence(identifier, Der.octets(value));
    }

    /** The start of a hash of the public key. */
    private static byte[] keyId(PublicKey key) {
        byte[] bits = Der.content(Der.elements(key.getEncoded())[1]);
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(Arrays.copyOfRange(bits, 1, bits.length));
            return Arrays.copyOf(hash, KEY_ID_BYTES);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }
}
