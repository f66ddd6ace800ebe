package com.spendtracker.e2e.http;

import com.spendtracker.e2e.stack.TokenForge;
import java.time.Duration;
import java.util.function.Function;

/** Each way of not having a valid token. */
@SuppressWarnings("ImmutableEnumChecker") // the functions below hold no state
enum Forgery {
    NO_HEADER("No token at all", _ -> ""),
    EMPTY_TOKEN("An empty token", _ -> "Bearer "),
    GARBAGE("Letters and dots for a token", _ -> "Bearer abc.def.ghi"),
    NOT_A_TOKEN_AT_ALL("Semicolons for a token", _ -> "Bearer ;;;"),
    LONG_GARBAGE("Eight kilobytes for a token", _ -> "Bearer " + "a".repeat(8_000)),
    BASIC_AUTHENTICATION(
            "A right name and password for a token", _ -> "Basic am9obi5kb2VAZXhhbXBsZS5jb206cGFzc3dvcmQxMjM="),
    UNSIGNED("A token signed with none", forge -> bearer(forge.unsigned("none"))),
    UNSIGNED_IN_ODD_CASE("A token signed with nOnE", forge -> bearer(forge.unsigned("nOnE"))),
    HMAC_OF_PUBLIC_KEY_TEXT(
            "A token signed with the text of the public key", forge -> bearer(forge.hmacOfPublicKeyText())),
    HMAC_OF_PUBLIC_KEY_BYTES(
            "A token signed with the bytes of the public key", forge -> bearer(forge.hmacOfPublicKeyBytes())),
    HMAC_OF_PUBLIC_JWK("A token signed with the published JWK", forge -> bearer(forge.hmacOfPublicJwk())),
    EXPIRED("A token that has ended", forge -> bearer(forge.expired(Duration.ofMinutes(5)))),
    WITHOUT_EXPIRY("A token that never ends", forge -> bearer(forge.withoutExpiry())),
    NOT_YET_VALID("A token of tomorrow", forge -> bearer(forge.notYetValid())),
    WRONG_ISSUER("A token of another issuer", forge -> bearer(forge.issuedBy("https://evil.example"))),
    NO_ISSUER("A token of no issuer", forge -> bearer(forge.issuedBy(null))),
    WRONG_AUDIENCE("A token for another product", forge -> bearer(forge.meantFor("another-product"))),
    NO_AUDIENCE("A token for nobody in particular", forge -> bearer(forge.meantFor(null))),
    NO_SUBJECT("A token of nobody", forge -> bearer(forge.speakingFor(null))),
    SUBJECT_THAT_IS_NO_USER_ID("A token with SQL for its user", forge -> bearer(forge.speakingFor("1 or 1=1"))),
    WRONG_TYPE("A token of another type", forge -> bearer(forge.ofType("JWT"))),
    CHANGED_SUBJECT("A token changed to another user", forge -> bearer(forge.changedSubject(1_000_000))),
    CHANGED_SIGNATURE("A token with a bit of its signature turned", forge -> bearer(forge.changedSignature())),
    ZERO_SIGNATURE("A token with a signature of zeros", forge -> bearer(forge.zeroSignature())),
    WITHOUT_SIGNATURE("A token whose signature was cut off", forge -> bearer(forge.withoutSignature())),
    UNKNOWN_KEY("A token of an unknown key", forge -> bearer(forge.ofUnknownKey())),
    UNKNOWN_KEY_UNDER_KNOWN_NAME(
            "A token of an unknown key under a known name", forge -> bearer(forge.ofUnknownKeyUnderKnownName())),
    EMBEDDED_KEY("A token that brings its own key", forge -> bearer(forge.ofEmbeddedKey()));

    private final String title;
    private final Function<TokenForge, String> authorization;

    Forgery(String title, Function<TokenForge, String> authorization) {
        this.title = title;
        this.authorization = authorization;
    }

    /** What it is, as the beginning of a sentence. */
    String title() {
        return title;
    }

    /** The Authorization header, empty where there is none. */
    String authorization(TokenForge forge) {
        return authorization.apply(forge);
    }

    private static String bearer(String token) {
        return "Bearer " + token;
    }
}
