package com.spendtracker.auth.secondfactor;

import com.spendtracker.auth.session.Secrets;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.codec.binary.Base32;

/**
 * Codes to be kept on paper for when the device is lost: 80 random bits each, so that only their hashes are stored and
 * nobody guesses one.
 */
final class RecoveryCode {
    private static final int BYTES = 10;
    private static final int AT_ONCE = 10;
    private static final SecureRandom RANDOM = new SecureRandom();

    private RecoveryCode() {}

    /** As many new ones as somebody gets at once. */
    static List<String> random() {
        return Stream.generate(RecoveryCode::next).limit(AT_ONCE).toList();
    }

    private static String next() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        String letters = new Base32().encodeToString(bytes).toLowerCase(Locale.ROOT);
        return String.join("-", letters.split("(?<=\\G.{4})"));
    }

    /** What is stored of a code, in whatever case and groups it was typed. */
    static String hash(String typed) {
        return Secrets.hash(typed.replaceAll("[^\\p{Alnum}]", "").toLowerCase(Locale.ROOT));
    }
}
