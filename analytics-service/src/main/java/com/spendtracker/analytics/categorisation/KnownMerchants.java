package com.spendtracker.analytics.categorisation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Knows what well-known merchants sell: a list of their names, and of words that say it in several languages. */
final class KnownMerchants {
    private static final String RESOURCE = "known-merchants.txt";
    private static final int LONGEST = 3;
    private static final Map<String, String> KEYS = read();

    private KnownMerchants() {}

    /** The key of the starting category that a text belongs to, null if nothing in it is known. Longer names count more. */
    static @Nullable String find(String text) {
        String[] words = words(text);
        for (int length = LONGEST; length >= 1; length--) {
            for (int from = 0; from + length <= words.length; from++) {
                String key = KEYS.get(String.join(" ", List.of(words).subList(from, from + length)));
                if (key != null) {
                    return key;
                }
            }
        }
        return null;
    }

    /** The words of a text in lower case, without apostrophes; by hand, as this runs for every row of a file. */
    static String[] words(String text) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                word.append(Character.toLowerCase(c));
            } else if (c != '\'' && !word.isEmpty()) {
                words.add(word.toString());
                word.setLength(0);
            }
        }
        if (!word.isEmpty()) {
            words.add(word.toString());
        }
        return words.toArray(String[]::new);
    }

    private static Map<String, String> read() {
        Map<String, String> keys = new HashMap<>();
        try (InputStream in = Objects.requireNonNull(KnownMerchants.class.getResourceAsStream(RESOURCE));
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(line -> add(keys, line));
            return Map.copyOf(keys);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void add(Map<String, String> keys, String line) {
        int colon = line.indexOf(':');
        String key = line.substring(0, colon).strip();
        for (String name : line.substring(colon + 1).split(",", -1)) {
            keys.put(String.join(" ", words(name)).strip(), key);
        }
    }
}
