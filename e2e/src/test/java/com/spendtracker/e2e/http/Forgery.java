package com.spendtracker.e2e.http;

import com.spendtracker.e2e.stack.TokenForge;
import java.time.Duration;
import java.util.function.Function;

/** Each way of not having a valid token. */
@SuppressWarnings("ImmutableEnumChecker") // the functions below hold no state
enum Forgery {
    NO_HEADER(_ -> ""),
    EMPTY_TOKEN(_ -> "Bearer "),
    GARBAGE(_ -> "Bearer abc.def.ghi"),
    NOT_A_TOKEN_AT_ALL(_ -> "Bearer ;;;"),
    LONG_GARBAGE(_ -> "Bearer " + "a".repeat(8_000)),
    BASIC_AUTHENTICATION(_ -> "Basic am9obi5kb2VAZXhhbXBsZS5jb206cGFzc3dvcmQxMjM="),
    UNSIGNED(forge -> bearer(forge.unsigned("none"))),
    UNSIGNED_IN_ODD_CASE(forge -> bearer(forge.unsigned("nOnE"))),
    HMAC_OF_PUBLIC_KEY_TEXT(forge -> bearer(forge.hmacOfPublicKeyText())),
    HMAC_OF_PUBLIC_KEY_BYTES(forge -> bearer(forge.hmacOfPublicKeyBytes())),
    HMAC_OF_PUBLIC_JWK(forge -> bearer(forge.hmacOfPublicJwk())),
    EXPIRED(forge -> bearer(forge.expired(Duration.ofMinutes(5)))),
    WITHOUT_EXPIRY(forge -> bearer(forge.withoutExpiry())),
    NOT_YET_VALID(forge -> bearer(forge.notYetValid())),
    WRONG_ISSUER(forge -> bearer(forge.issuedBy("https://evil.example"))),
    NO_ISSUER(forge -> bearer(forge.issuedBy(null))),
    WRONG_AUDIENCE(forge -> bearer(forge.meantFor("another-product"))),
    NO_AUDIENCE(forge -> bearer(forge.meantFor(null))),
    NO_SUBJECT(forge -> bearer(forge.speakingFor(null))),
    SUBJECT_THAT_IS_NO_USER_ID(forge -> bearer(forge.speakingFor("1 or 1=1"))),
    WRONG_TYPE(forge -> bearer(forge.ofType("JWT"))),
    CHANGED_SUBJECT(forge -> bearer(forge.changedSubject(1_000_000))),
    CHANGED_SIGNATURE(forge -> bearer(forge.changedSignature())),
    ZERO_SIGNATURE(forge -> bearer(forge.zeroSignature())),
    WITHOUT_SIGNATURE(forge -> bearer(forge.withoutSignature())),
    UNKNOWN_KEY(forge -> bearer(forge.ofUnknownKey())),
    UNKNOWN_KEY_UNDER_KNOWN_NAME(forge -> bearer(forge.ofUnknownKeyUnderKnownName())),
    EMBEDDED_KEY(forge -> bearer(forge.ofEmbeddedKey()));

    private final Function<TokenForge, String> authorization;

    Forgery(Function<TokenForge, String> authorization) {
        this.authorization = authorization;
    }

    /** The Authorization header, empty where there is none. */
    String authorization(TokenForge forge) {
        return authorization.apply(forge);
    }

    private static String bearer(String token) {
        return "Bearer " + token;
    }
}
