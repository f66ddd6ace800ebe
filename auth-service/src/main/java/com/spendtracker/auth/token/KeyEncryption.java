package com.spendtracker.auth.token;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.util.Base64URL;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.text.ParseException;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Keeps private keys unreadable in the database, its backups and its log: AES-256-GCM under a key that is nowhere in it.
 * The key's id is authenticated too, so that what belongs to one key can't be put under the name of another.
 */
@Component
final class KeyEncryption {
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec secret;
    private final SecureRandom random = new SecureRandom();

    KeyEncryption(KeyEncryptionProperties properties) {
        this.secret = new SecretKeySpec(decode(properties.keyEncryptionKey().strip()), "AES");
    }

    /** The key as it may be stored. */
    StoredKey encrypt(ECKey key) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] encrypted = cipher(Cipher.ENCRYPT_MODE, key.getKeyID(), nonce)
                    .doFinal(key.getD().decode());
            byte[] both = ByteBuffer.allocate(nonce.length + encrypted.length)
                    .put(nonce)
                    .put(encrypted)
                    .array();
            return new StoredKey(
                    key.getKeyID(),
                    key.toPublicJWK().toJSONString(),
                    Base64.getEncoder().encodeToString(both));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java can't encrypt a signing key", e);
        }
    }

    /** The key that was stored, or a {@link UnreadableKeyException}. */
    ECKey decrypt(StoredKey stored) {
        try {
            ByteBuffer both = ByteBuffer.wrap(Base64.getDecoder().decode(stored.privateKey()));
            byte[] nonce = new byte[NONCE_BYTES];
            both.get(nonce);
            byte[] encrypted = new byte[both.remaining()];
            both.get(encrypted);
            byte[] d = cipher(Cipher.DECRYPT_MODE, stored.kid(), nonce).doFinal(encrypted);
            return new ECKey.Builder(ECKey.parse(stored.publicJwk()))
                    .d(Base64URL.encode(d))
                    .build();
        } catch (GeneralSecurityException | ParseException | RuntimeException _) {
            // Without its cause, whose message could quote what was read.
            throw new UnreadableKeyException(stored.kid());
        }
    }

    private Cipher cipher(int mode, String kid, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, secret, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(kid.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private static byte[] decode(String base64) {
        if (base64.isEmpty()) {
            throw new UnusableSecretException("KEY_ENCRYPTION_KEY is missing");
        }
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException _) {
            // Without its cause, whose message quotes a character of the secret.
            throw new UnusableSecretException("KEY_ENCRYPTION_KEY is not base64");
        }
        if (bytes.length != KEY_BYTES) {
            throw new UnusableSecretException("KEY_ENCRYPTION_KEY is not the base64 of exactly 32 bytes");
        }
        return bytes;
    }

    /** The secret was not given, or can't be one. */
    static final class UnusableSecretException extends RuntimeException {
        private UnusableSecretException(String message) {
            super(message);
        }
    }

    /** A private key that this secret does not open. */
    static final class UnreadableKeyException extends RuntimeException {
        private UnreadableKeyException(String kid) {
            super("The private part of signing key " + kid + " can't be decrypted: KEY_ENCRYPTION_KEY is not the one"
                    + " that it was encrypted under, or what is stored was changed");
        }
    }
}
