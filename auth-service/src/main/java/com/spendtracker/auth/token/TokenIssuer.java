package com.spendtracker.auth.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.spendtracker.auth.encryption.UnreadableException;
import com.spendtracker.support.problem.ProblemException;
import com.spendtracker.support.problem.ProblemType;
import com.spendtracker.support.security.AccessTokenClaims;
import com.spendtracker.support.security.AccessTokenProperties;
import com.spendtracker.support.security.AccessTokenValidators;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Makes access tokens: JWTs (RFC 9068) signed with ES256. */
@Component
class TokenIssuer {
    private final SigningKeys keys;
    private final AccessTokenProperties audience;
    private final TokenProperties properties;
    private final Clock clock;

    TokenIssuer(SigningKeys keys, AccessTokenProperties audience, TokenProperties properties, Clock clock) {
        this.keys = keys;
        this.audience = audience;
        this.properties = properties;
        this.clock = clock;
    }

    /** A signed token, in compact form, that speaks for them from now on; 503 if the signing key can't be read. */
    Mono<AccessToken> issue(TokenSubject subject) {
        return keys.current()
                .onErrorMap(UnreadableException.class, _ -> unavailable())
                .map(key -> new AccessToken(sign(key, claims(subject)), properties.lifetime()));
    }

    private static ProblemException unavailable() {
        return ProblemException.of(
                ProblemType.UNAVAILABLE,
                "Nobody can sign in right now. Whoever runs this server finds why in its log.");
    }

    private JWTClaimsSet claims(TokenSubject subject) {
        Instant now = clock.instant();
        return new JWTClaimsSet.Builder()
                .issuer(audience.issuer())
                .audience(audience.audience())
                .subject(Long.toString(subject.userId()))
                .jwtID(UUID.randomUUID().toString())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(properties.lifetime())))
                // A claim that is null is left out.
                .claim(AccessTokenClaims.SESSION, Objects.toString(subject.sessionId(), null))
                .claim(AccessTokenClaims.SCOPE, subject.scope())
                .build();
    }

    private static String sign(ECKey key, JWTClaimsSet claims) {
        SignedJWT token = new SignedJWT(header(key), claims);
        try {
            token.sign(new ECDSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException("The signing key " + key.getKeyID() + " can't sign", e);
        }
        return token.serialize();
    }

    private static JWSHeader header(ECKey key) {
        return new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(new JOSEObjectType(AccessTokenValidators.TYPE))
                .keyID(key.getKeyID())
                .build();
    }
}
