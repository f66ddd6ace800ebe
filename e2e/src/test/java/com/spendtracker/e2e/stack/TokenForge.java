package com.spendtracker.e2e.stack;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Makes access tokens of every kind, true and false ones, with the stack's own private key where that is needed. */
public final class TokenForge {
    private static final String ISSUER = "spend-tracker";
    private static final String AUDIENCE = "spend-tracker";
    private static final JOSEObjectType ACCESS_TOKEN = new JOSEObjectType("at+jwt");
    private static final Duration LIFETIME = Duration.ofMinutes(5);
    private static final int PEM_LINE_LENGTH = 64;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final ECKey key;
    private final String subject;

    /** A forge for this user's tokens, with the key that signs in the stack. */
    public TokenForge(Stack stack, DemoUser user) {
        this.key = activeKey(stack);
        this.subject = Long.toString(stack.ledger().userId(user));
    }

    /** What the auth-service itself would issue. */
    public String valid() {
        return signed(claims());
    }

    /** Ended this long ago. */
    public String expired(Duration ago) {
        Instant end = Instant.now().minus(ago);
        return signed(claims().issueTime(Date.from(end.minus(LIFETIME))).expirationTime(Date.from(end)));
    }

    /** Never ends. */
    public String withoutExpiry() {
        return signed(claims().expirationTime(null));
    }

    public String notYetValid() {
        return signed(claims().notBeforeTime(Date.from(Instant.now().plus(LIFETIME))));
    }

    public String issuedBy(@Nullable String issuer) {
        return signed(claims().issuer(issuer));
    }

    public String meantFor(@Nullable String audience) {
        return signed(claims().audience(audience));
    }

    public String speakingFor(@Nullable String otherSubject) {
        return signed(claims().subject(otherSubject));
    }

    /** Signed, but of another type: an ID token, say. */
    public String ofType(String type) {
        return sign(header(key.getKeyID()).type(new JOSEObjectType(type)).build(), claims(), signer(key));
    }

    /** A valid token with another user's id written over its own. */
    public String changedSubject(long otherUser) {
        String[] parts = parts(valid());
        String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        parts[1] = encode(claims.replace("\"sub\":\"" + subject + "\"", "\"sub\":\"" + otherUser + "\"")
                .getBytes(StandardCharsets.UTF_8));
        return String.join(".", parts);
    }

    /** A valid token with one bit of its signature turned. */
    public String changedSignature() {
        String[] parts = parts(valid());
        byte[] signature = Base64.getUrlDecoder().decode(parts[2]);
        signature[0] ^= 1;
        parts[2] = encode(signature);
        return String.join(".", parts);
    }

    /** A valid token with a signature of zeros, which a careless ECDSA takes for true (CVE-2022-21449). */
    public String zeroSignature() {
        String[] parts = parts(valid());
        parts[2] = encode(new byte[Base64.getUrlDecoder().decode(parts[2]).length]);
        return String.join(".", parts);
    }

    /** A valid token without its signature. */
    public String withoutSignature() {
        String token = valid();
        return token.substring(0, token.lastIndexOf('.') + 1);
    }

    /** Unsigned, and says so. */
    public String unsigned(String algorithm) {
        String header = "{\"alg\":\"" + algorithm + "\",\"typ\":\"at+jwt\",\"kid\":\"" + key.getKeyID() + "\"}";
        return encode(header.getBytes(StandardCharsets.UTF_8)) + "." + parts(valid())[1] + ".";
    }

    /** Signed with a key that the stack does not know, under its own name. */
    public String ofUnknownKey() {
        ECKey own = newKey("unknown");
        return sign(header(own.getKeyID()).build(), claims(), signer(own));
    }

    /** Signed with a key that the stack does not know, under the name of the one it does. */
    public String ofUnknownKeyUnderKnownName() {
        return sign(header(key.getKeyID()).build(), claims(), signer(newKey(key.getKeyID())));
    }

    /** Signed with a key that the token itself brings along. */
    public String ofEmbeddedKey() {
        ECKey own = newKey(key.getKeyID());
        return sign(header(key.getKeyID()).jwk(own.toPublicJWK()).build(), claims(), signer(own));
    }

    /** HS256 with the text of the public key, as a PEM file, for a secret. */
    public String hmacOfPublicKeyText() {
        String body = Base64.getMimeEncoder(PEM_LINE_LENGTH, new byte[] {'\n'})
                .encodeToString(publicKey().getEncoded());
        return hmac(("-----BEGIN PUBLIC KEY-----\n" + body + "\n-----END PUBLIC KEY-----\n")
                .getBytes(StandardCharsets.US_ASCII));
    }

    /** HS256 with the bytes of the public key, as DER, for a secret. */
    public String hmacOfPublicKeyBytes() {
        return hmac(publicKey().getEncoded());
    }

    /** HS256 with the public key, as the JWK that is published, for a secret. */
    public String hmacOfPublicJwk() {
        return hmac(key.toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8));
    }

    private String hmac(byte[] secret) {
        try {
            JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.HS256)
                    .type(ACCESS_TOKEN)
                    .keyID(key.getKeyID())
                    .build();
            return sign(header, claims(), new MACSigner(secret));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private String signed(JWTClaimsSet.Builder claims) {
        return sign(header(key.getKeyID()).build(), claims, signer(key));
    }

    private JWTClaimsSet.Builder claims() {
        Instant now = Instant.now();
        return new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience(AUDIENCE)
                .subject(subject)
                .jwtID(UUID.randomUUID().toString())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(LIFETIME)));
    }

    private static JWSHeader.Builder header(String kid) {
        return new JWSHeader.Builder(JWSAlgorithm.ES256).type(ACCESS_TOKEN).keyID(kid);
    }

    private static String sign(JWSHeader header, JWTClaimsSet.Builder claims, JWSSigner signer) {
        SignedJWT token = new SignedJWT(header, claims.build());
        try {
            token.sign(signer);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return token.serialize();
    }

    private static JWSSigner signer(ECKey key) {
        try {
            return new ECDSASigner(key);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ECKey newKey(String kid) {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID(kid).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private PublicKey publicKey() {
        try {
            return key.toPublicKey();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ECKey activeKey(Stack stack) {
        awaitKeys(stack);
        return stack.database()
                .query(
                        "select public_jwk, private_key from auth.signing_keys where state = 'active'",
                        row -> withPrivatePart(parse(row.getString(1)), row.getString(2), stack.keyEncryptionKey()))
                .getFirst();
    }

    /** Stored is the base64 of nonce, ciphertext and tag. */
    private static ECKey withPrivatePart(ECKey publicKey, String stored, String secret) {
        try {
            byte[] bytes = Base64.getDecoder().decode(stored);
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(
                    Cipher.DECRYPT_MODE,
                    new SecretKeySpec(Base64.getDecoder().decode(secret), "AES"),
                    new GCMParameterSpec(TAG_BITS, bytes, 0, NONCE_BYTES));
            cipher.updateAAD(publicKey.getKeyID().getBytes(StandardCharsets.UTF_8));
            byte[] d = cipher.doFinal(bytes, NONCE_BYTES, bytes.length - NONCE_BYTES);
            return new ECKey.Builder(publicKey).d(Base64URL.encode(d)).build();
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalStateException("The stack's signing key can't be read with its KEY_ENCRYPTION_KEY", e);
        }
    }

    /** A new stack makes its first key when somebody asks for one. */
    private static void awaitKeys(Stack stack) {
        try {
            JWKSet.load(stack.auth().resolve("/.well-known/jwks.json").toURL());
        } catch (IOException | ParseException e) {
            throw new IllegalStateException("The auth-service does not publish its keys", e);
        }
    }

    private static ECKey parse(String jwk) {
        try {
            return ECKey.parse(jwk);
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String[] parts(String token) {
        return List.of(token.split("\\.", -1)).toArray(String[]::new);
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
