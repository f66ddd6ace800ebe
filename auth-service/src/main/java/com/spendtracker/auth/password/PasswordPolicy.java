package com.spendtracker.auth.password;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which new passwords are accepted (NIST SP 800-63B-4): length counts, composition does not, and what everybody
 * guesses first is refused. Existing passwords are not judged.
 */
public final class PasswordPolicy {
    public static final int MIN_LENGTH = 15;
    public static final int MAX_LENGTH = 128;

    private static final String RESOURCE = "common-passwords.txt";
    private static final int FEWEST_DIFFERENT = 5;
    private static final String SEQUENCES =
            "abcdefghijklmnopqrstuvwxyz 01234567890123456789 qwertyuiopasdfghjklzxcvbnm qwertzuiopasdfghjklyxcvbnm 1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik 1q2w3e4r5t6y7u8i9o0p";
    private static final Set<String> COMMON = read();

    private PasswordPolicy() {}

    /** Reads the list of common passwords now, and not on the thread that must not wait of who signs up first. */
    static void prepare() {
        Objects.requireNonNull(COMMON);
    }

    /** What is wrong with a new password as the end of a sentence, null if nothing is. */
    public static @Nullable String objection(String password, String username) {
        int length = password.codePointCount(0, password.length());
        if (length < MIN_LENGTH || length > MAX_LENGTH) {
            return "must have " + MIN_LENGTH + " to " + MAX_LENGTH + " characters; a few words are easy to remember";
        }
        if (password.codePoints().anyMatch(c -> c == 0 || Character.getType(c) == Character.SURROGATE)) {
            return "must be text";
        }
        String lower = password.toLowerCase(Locale.ROOT);
        if (containsName(lower, username.toLowerCase(Locale.ROOT))) {
            return "must not contain the username";
        }
        return isCommon(lower) ? "is among the first that anybody would guess" : null;
    }

    private static boolean containsName(String password, String username) {
        String name = username.contains("@") ? username.substring(0, username.indexOf('@')) : username;
        return name.length() >= 4 && password.contains(name);
    }

    private static boolean isCommon(String password) {
        String letters = password.replaceAll("[^\\p{L}\\p{N}]", "");
        return password.codePoints().distinct().count() < FEWEST_DIFFERENT
                || isRepeated(password)
                || isSequence(letters)
                || COMMON.contains(letters)
                || COMMON.contains(letters.replaceAll("\\d+$", ""));
    }

    private static boolean isRepeated(String password) {
        for (int unit = 1; unit <= password.length() / 2; unit++) {
            String repeated = password.substring(0, unit).repeat(password.length() / unit + 1);
            if (repeated.startsWith(password)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSequence(String letters) {
        String backwards = new StringBuilder(letters).reverse().toString();
        return !letters.isEmpty() && (SEQUENCES.contains(letters) || SEQUENCES.contains(backwards));
    }

    private static Set<String> read() {
        try (InputStream in = Objects.requireNonNull(PasswordPolicy.class.getResourceAsStream(RESOURCE));
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .map(line -> line.strip().toLowerCase(Locale.ROOT))
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
