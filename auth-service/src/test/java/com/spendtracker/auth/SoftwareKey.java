package com.spendtracker.auth;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A device with one passkey on it, which can also be made to answer what no honest device would. */
final class SoftwareKey {
    static final int PRESENT = 0x01;
    static final int VERIFIED = 0x04;
    static final int SYNCABLE = 0x08;
    static final int SYNCED = 0x10;
    private static final int WITH_KEY = 0x40;

    private static final int COORDINATE_BYTES = 32;
    /** The start of a public key of P-256 for ES256 in CBOR, up to its x and from there to its y (RFC 9052). */
    private static final byte[] COSE_X = {(byte) 0xa5, 1, 2, 3, 0x26, 0x20, 1, 0x21, 0x58, COORDINATE_BYTES};

    private static final byte[] COSE_Y = {0x22, 0x58, COORDINATE_BYTES};

    private final byte[] id = new byte[16];
    private final KeyPair pair;

    String origin = "http://localhost:8501";
    String relyingParty = "localhost";
    int flags = PRESENT | VERIFIED | SYNCABLE | SYNCED;
    int count;
    /** Whom it belongs to, in base64url, as the options said when it was made; null for a device that does not say. */
    @Nullable
    String handle;

    SoftwareKey() {
        new SecureRandom().nextBytes(id);
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            pair = generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    String id() {
        return text(id);
    }

    /** What a browser answers for it to somebody who adds it: RegistrationResponseJSON. */
    Map<String, Object> create(Map<String, Object> options) {
        handle = (String) ((Map<?, ?>) Objects.requireNonNull(options.get("user"))).get("id");
        byte[] device = device(flags | WITH_KEY, attestedCredential());
        byte[] attestation = join(
                cbor("a363666d74646e6f6e656761747453746d74a068"), // {"fmt": "none", "attStmt": {}, …
                "authData".getBytes(StandardCharsets.US_ASCII),
                new byte[] {0x58, (byte) device.length},
                device);
        return credential(Map.of(
                "clientDataJSON",
                text(clientData("webauthn.create", options)),
                "attestationObject",
                text(attestation),
                "transports",
                List.of("internal")));
    }

    /** What a browser answers for it to somebody who signs in: AuthenticationResponseJSON. */
    Map<String, Object> get(Map<String, Object> options) {
        byte[] client = clientData("webauthn.get", options);
        byte[] device = device(flags, new byte[0]);
        Map<String, String> response = new HashMap<>(Map.of(
                "clientDataJSON",
                text(client),
                "authenticatorData",
                text(device),
                "signature",
                text(sign(join(device, sha256(client))))));
        if (handle != null) {
            response.put("userHandle", handle);
        }
        return credential(response);
    }

    private Map<String, Object> credential(Map<String, ?> response) {
        return Map.of(
                "id", id(),
                "rawId", id(),
                "type", "public-key",
                "clientExtensionResults", Map.of(),
                "response", response);
    }

    private byte[] clientData(String type, Map<String, Object> options) {
        return ("{\"type\":\"" + type + "\",\"challenge\":\"" + options.get("challenge") + "\",\"origin\":\"" + origin
                        + "\",\"crossOrigin\":false}")
                .getBytes(StandardCharsets.UTF_8);
    }

    private byte[] device(int allFlags, byte[] credential) {
        return join(
                sha256(relyingParty.getBytes(StandardCharsets.UTF_8)),
                new byte[] {(byte) allFlags},
                ByteBuffer.allocate(Integer.BYTES).putInt(count).array(),
                credential);
    }

    private byte[] attestedCredential() {
        ECPublicKey key = (ECPublicKey) pair.getPublic();
        return join(
                new byte[16],
                new byte[] {0, (byte) id.length},
                id,
                COSE_X,
                coordinate(key.getW().getAffineX()),
                COSE_Y,
                coordinate(key.getW().getAffineY()));
    }

    private static byte[] coordinate(BigInteger value) {
        byte[] bytes = value.toByteArray();
        byte[] fixed = new byte[COORDINATE_BYTES];
        int length = Math.min(bytes.length, COORDINATE_BYTES);
        System.arraycopy(bytes, bytes.length - length, fixed, COORDINATE_BYTES - length, length);
        return fixed;
    }

    private byte[] sign(byte[] content) {
        try {
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(pair.getPrivate());
            signature.update(content);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] cbor(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
