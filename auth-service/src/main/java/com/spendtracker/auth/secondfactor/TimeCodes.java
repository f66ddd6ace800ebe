package com.spendtracker.auth.secondfactor;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/** Codes of six digits, another every 30 seconds (RFC 6238), of the kind that every authenticator app makes. */
final class TimeCodes {
    private static final TimeBasedOneTimePasswordGenerator GENERATOR = new TimeBasedOneTimePasswordGenerator();
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Pattern CODE = Pattern.compile("[0-9]{6}");
    private static final String ISSUER = "Spend Tracker";

    /** As long as what HMAC-SHA-1 makes of it (RFC 4226, section 4). */
    private static final int SECRET_BYTES = 20;

    /** How many steps the clock of the device may be wrong, either way. */
    private static final int WINDOW = 1;

    private TimeCodes() {}

    static byte[] randomSecret() {
        byte[] secret = new byte[SECRET_BYTES];
        RANDOM.nextBytes(secret);
        return secret;
    }

    /** The secret as people type it: 32 capital letters and digits. */
    static String text(byte[] secret) {
        return new Base32().encodeToString(secret);
    }

    /** What an app reads from a picture to know the secret and whose it is. */
    static String uri(byte[] secret, String username) {
        return "otpauth://totp/%1$s:%2$s?secret=%3$s&issuer=%1$s"
                .formatted(encoded(ISSUER), encoded(username), text(secret));
    }

    private static String encoded(String text) {
        return UriUtils.encode(text, StandardCharsets.UTF_8);
    }

    /** Whether this looks like such a code, whoever's; in groups, as some apps show it, too. */
    static boolean isOne(String typed) {
        return CODE.matcher(withoutSpaces(typed)).matches();
    }

    /** The latest step around this moment that the code belongs to, counted from 1970; null if it belongs to none. */
    static @Nullable Long step(byte[] secret, String typed, Instant now) {
        byte[] code = bytes(withoutSpaces(typed));
        long current = now.getEpochSecond() / GENERATOR.getTimeStep().toSeconds();
        for (long step = current + WINDOW; step >= current - WINDOW; step--) {
            if (MessageDigest.isEqual(code, bytes(code(secret, step)))) {
                return step;
            }
        }
        return null;
    }

    private static String code(byte[] secret, long step) {
        try {
            Instant moment =
                    Instant.ofEpochSecond(step * GENERATOR.getTimeStep().toSeconds());
            return GENERATOR.generateOneTimePasswordString(
                    new SecretKeySpec(secret, GENERATOR.getAlgorithm()), moment, Locale.ROOT);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException("Any bytes are a key", e);
        }
    }

    private static String withoutSpaces(String typed) {
        return typed.replaceAll("\\s", "");
    }

    private static byte[] bytes(String code) {
        return code.getBytes(StandardCharsets.UTF_8);
    }
}
