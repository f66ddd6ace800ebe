package com.spendtracker.support.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/** Makes access tokens, good ones and such as an attacker would try. */
final class TokenForge {
    final ECKey key = newKey();

    static ECKey newKey() {
        try {
            return new ECKeyGenerator(Curve.P_256).keyIDFromThumbprint(true).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    static JWTClaimsSet.Builder goodClaims() {
        Instant now = Instant.now();
        return new JWTClaimsSet.Builder()
                .issuer("spend-tracker")
                .audience("spend-tracker")
                .subject("42")
                .jwtID(UUID.randomUUID().toString())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(30, ChronoUnit.MINUTES)));
    }

    String good() {
        return signed(claims -> claims);
    }

    String signed(UnaryOperator<JWTClaimsSet.Builder> change) {
        return signedBy(
                key, AccessTokenValidators.TYPE, change.apply(goodClaims()).build());
    }

    String signedBy(ECKey signer, String type, JWTClaimsSet claims) {
        try {
            return sign(header(JWSAlgorithm.ES256, type), claims, new ECDSASigner(signer));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Good claims under a header that is wrong in one way. */
    String signedWith(ECKey signer, UnaryOperator<JWSHeader.Builder> change) {
        JWSHeader.Builder header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(new JOSEObjectType(AccessTokenValidators.TYPE))
                .keyID(key.getKeyID());
        try {
            return sign(change.apply(header).build(), goodClaims().build(), new ECDSASigner(signer));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Signed with a stranger's key, which the header offers in some way. */
    String broughtAlong(BiFunction<ECKey, JWSHeader.Builder, JWSHeader.Builder> offer) {
        ECKey own = newKey();
        return signedWith(own, header -> offer.apply(own.toPublicJWK(), header.keyID(own.getKeyID())));
    }

    String hmacWith(byte[] secret) {
        try {
            return sign(
                    header(JWSAlgorithm.HS256, AccessTokenValidators.TYPE),
                    goodClaims().build(),
                    new MACSigner(secret));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    static String unsigned() {
        return new PlainJWT(goodClaims().build()).serialize();
    }

    private JWSHeader header(JWSAlgorithm algorithm, String type) {
        return new JWSHeader.Builder(algorithm)
                .type(new JOSEObjectType(type))
                .keyID(key.getKeyID())
                .build();
    }

    private static String sign(JWSHeader header, JWTClaimsSet claims, JWSSigner signer) throws JOSEException {
        SignedJWT token = new SignedJWT(header, claims);
        token.sign(signer);
        return token.serialize();
    }
}
