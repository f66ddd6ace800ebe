package com.spendtracker.auth.encryption;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Keeps secrets unreadable in the database, its backups and its log: AES-256-GCM under a key that is nowhere in it. Whose
 * a secret is, its context, is authenticated too, so that what belongs to one can't be put under the name of another.
 */
@Component
public final class Encryption {
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final String SEAL = "HmacSHA256";
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec key;
    private final SecureRandom random = new SecureRandom();

    public Encryption(EncryptionProperties properties) {
        this.key = new SecretKeySpec(decode(properties.key().strip()), "AES");
    }

    /** The secret as it may be stored: the base64 of the nonce, the ciphertext and its tag. */
    public String encrypt(byte[] secret, String context) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] encrypted = cipher(Cipher.ENCRYPT_MODE, context, nonce).doFinal(secret);
            byte[] both = ByteBuffer.allocate(nonce.length + encrypted.length)
                    .put(nonce)
                    .put(encrypted)
                    .array();
            return Base64.getEncoder().encodeToString(both);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + CIPHER, e);
        }
    }

    /** The secret that was stored, or an {@link UnreadableException}. */
    public byte[] decrypt(String stored, String context) {
        try {
            ByteBuffer both = ByteBuffer.wrap(Base64.getDecoder().decode(stored));
            byte[] nonce = new byte[NONCE_BYTES];
            both.get(nonce);
            byte[] encrypted = new byte[both.remaining()];
            both.get(encrypted);
            return cipher(Cipher.DECRYPT_MODE, context, nonce).doFinal(encrypted);
        } catch (GeneralSecurityException | RuntimeException _) {
            throw new UnreadableException(context);
        }
    }

    /**
     * What nobody without the key can say of this: HMAC-SHA-256 under a key of its own for each context, which is derived
     * from the one that encrypts (HKDF, RFC 5869).
     */
    public byte[] seal(byte[] content, String context) {
        try {
            SecretKey derived = KDF.getInstance("HKDF-SHA256")
                    .deriveKey(
                            SEAL,
                            HKDFParameterSpec.ofExtract()
                                    .addIKM(key)
                                    .thenExpand(context.getBytes(StandardCharsets.UTF_8), KEY_BYTES));
            Mac mac = Mac.getInstance(SEAL);
            mac.init(derived);
            return mac.doFinal(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + SEAL, e);
        }
    }

    private Cipher cipher(int mode, String context, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(context.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private static byte[] decode(String base64) {
        if (base64.isEmpty()) {
            throw new UnusableKeyException("KEY_ENCRYPTION_KEY is missing");
        }
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException _) {
            // Without its cause, whose message quotes a character of the secret.
            throw new UnusableKeyException("KEY_ENCRYPTION_KEY is not base64");
        }
        if (bytes.length != KEY_BYTES) {
            throw new UnusableKeyException("KEY_ENCRYPTION_KEY is not the base64 of exactly 32 bytes");
        }
        return bytes;
    }
}
