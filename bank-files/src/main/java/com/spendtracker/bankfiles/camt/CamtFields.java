package com.spendtracker.bankfiles.camt;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The texts in an element, by the path that leads to them; those of equal paths are joined. */
final class CamtFields {
    private static final int MAX_JOINED = 4_000;
    private static final int MAX_CURRENCY = 16;
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d\\d-\\d\\d([TZ+-].*)?");

    private final int line;
    private final Map<String, String> texts = new LinkedHashMap<>();
    private final Map<String, Integer> counts = new LinkedHashMap<>();

    CamtFields(int line) {
        this.line = line;
    }

    int line() {
        return line;
    }

    void begin(String path, @Nullable String currency) {
        counts.merge(path, 1, Integer::sum);
        if (currency != null && currency.length() <= MAX_CURRENCY) {
            texts.putIfAbsent(path + "/@Ccy", currency.strip());
        }
    }

    void add(String path, String text) {
        if (!text.isEmpty()) {
            texts.merge(path, text, (before, more) -> before.length() > MAX_JOINED ? before : before + " " + more);
        }
    }

    int count(String path) {
        return counts.getOrDefault(path, 0);
    }

    /** The text of the first of these paths that has one. */
    @Nullable
    String first(String... paths) {
        for (String path : paths) {
            var text = texts.get(path);
            if (text != null) {
                return text;
            }
        }
        return null;
    }

    /** The currency of the amount at a path. */
    @Nullable
    String currency(String path) {
        var currency = texts.get(path + "/@Ccy");
        return currency == null || currency.isEmpty() ? null : currency;
    }

    /** What is at a path as a day or a time of a day, as written whatever its zone; null if it is no day. */
    @Nullable
    LocalDate day(String path) {
        var text = first(path + "/Dt", path + "/DtTm");
        if (text == null || !DAY.matcher(text).matches()) {
            return null;
        }
        try {
            return LocalDate.parse(text.substring(0, 10));
        } catch (DateTimeException _) {
            return null;
        }
    }

    /** All of it on one line, for a person to recognise it by. */
    String excerpt() {
        var line = new StringBuilder();
        texts.forEach((path, text) -> line.append(line.isEmpty() ? "" : ", ")
                .append(path)
                .append(": ")
                .append(text));
        return line.toString();
    }

    static String oneLine(CharSequence raw) {
        var line = new StringBuilder(raw.length());
        boolean gap = false;
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c <= ' ' || c == '\u00A0' || Character.isISOControl(c)) {
                gap = !line.isEmpty();
            } else {
                line.append(gap ? " " : "").append(c);
                gap = false;
            }
        }
        return line.toString();
    }
}
