package io.github.vaultrenderer.template.gotemplate.functions;

import io.github.vaultrenderer.template.gotemplate.exec.FunctionException;
import java.io.IOException;
import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.ECFieldFp;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.EllipticCurve;

/** Keys of elliptic curves over prime fields. Java does not compute the public key of a private one. */
final class CurvePoint {

    private static final BigInteger TWO = BigInteger.TWO;
    private static final BigInteger THREE = BigInteger.valueOf(3);

    private CurvePoint() {}

    static PublicKey publicKey(ECPrivateKey key) throws GeneralSecurityException {
        ECParameterSpec parameters = key.getParams();
        ECPoint sum = ECPoint.POINT_INFINITY;
        for (int bit = key.getS().bitLength() - 1; bit >= 0; bit--) {
            sum = add(parameters.getCurve(), sum, sum);
            sum = key.getS().testBit(bit) ? add(parameters.getCurve(), sum, parameters.getGenerator()) : sum;
        }
        return KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(sum, parameters));
    }

    private static ECPoint add(EllipticCurve curve, ECPoint first, ECPoint second) {
        if (first.equals(ECPoint.POINT_INFINITY)) {
            return second;
        }
        if (second.equals(ECPoint.POINT_INFINITY)) {
            return first;
        }
        BigInteger prime = ((ECFieldFp) curve.getField()).getP();
        BigInteger rise;
        BigInteger run;
        if (first.equals(second)) {
            rise = first.getAffineX().pow(2).multiply(THREE).add(curve.getA());
            run = first.getAffineY().multiply(TWO);
        } else if (first.getAffineX().equals(second.getAffineX())) {
            return ECPoint.POINT_INFINITY;
        } else {
            rise = second.getAffineY().subtract(first.getAffineY());
            run = second.getAffineX().subtract(first.getAffineX());
        }
        BigInteger slope = rise.multiply(run.modInverse(prime)).mod(prime);
        BigInteger x = slope.pow(2)
                .subtract(first.getAffineX())
                .subtract(second.getAffineX())
                .mod(prime);
        BigInteger y = slope.multiply(first.getAffineX().subtract(x))
                .subtract(first.getAffineY())
                .mod(prime);
        return new ECPoint(x, y);
    }

    /** The private key with its curve and the public key. */
    static byte[] key(ECPrivateKey key, PublicKey publicKey) throws FunctionException {
        try {
            AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
            parameters.init(key.getParams());
            byte[] bits = Der.elements(publicKey.getEncoded())[1];
            return Der.sequence(
                    Der.integer(BigInteger.ONE),
                    Der.octets(padded(key)),
                    Der.tagged(0, parameters.getEncoded()),
                    Der.tagged(1, bits));
        } catch (GeneralSecurityException | IOException unknown) {
            throw FunctionException.failed("a curve without a name");
        }
    }

    private static byte[] padded(ECPrivateKey key) {
        int length = (key.getParams().getOrder().bitLength() + Byte.SIZE - 1) / Byte.SIZE;
        byte[] digits = Der.unsigned(key.getS());
        byte[] padded = new byte[length];
        System.arraycopy(digits, 0, padded, length - digits.length, digits.length);
        return padded;
    }
}
