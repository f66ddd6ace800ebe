package com.spendtracker.bankfiles.csv;

import com.spendtracker.bankfiles.DateOrder;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads dates as banks write them; a time behind one is left out. */
final class Dates {
    private static final Map<String, Integer> MONTHS = months();
    private static final int OLDEST = 1900;

    private Dates() {}

    /** The three parts of a date in the order in which they stand; month is -1 unless it is written as a word. */
    record Parts(int first, int second, int third, int firstDigits, int namedMonth, int namedAt) {
        /** Whether only the order of day and month decides what it means. */
        boolean isOrdered() {
            return namedMonth < 0 && firstDigits <= 2;
        }
    }

    /** The day, null if this is none. */
    static @Nullable LocalDate parse(String text, DateOrder order) {
        Parts parts = split(text);
        return parts == null ? null : toDate(parts, order);
    }

    static @Nullable LocalDate toDate(Parts p, DateOrder order) {
        try {
            if (p.namedMonth >= 0) {
                return p.namedAt == 0
                        ? of(p.third, p.namedMonth, p.second)
                        : p.firstDigits > 2 ? of(p.first, p.namedMonth, p.third) : of(p.third, p.namedMonth, p.first);
            }
            if (p.firstDigits > 2) {
                return of(p.first, p.second, p.third);
            }
            return switch (order) {
                case DMY -> of(p.third, p.second, p.first);
                case MDY -> of(p.third, p.first, p.second);
                case YMD -> of(p.first, p.second, p.third);
            };
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static @Nullable LocalDate of(int year, int month, int day) {
        int full = year >= 100 ? year : year < 70 ? 2000 + year : 1900 + year;
        LocalDate date = LocalDate.of(full, month, day);
        return full < OLDEST ? null : date;
    }

    /** The parts of a date, null if this does not look like one. */
    static @Nullable Parts split(String text) {
        String trimmed = text.strip();
        int digits = leadingDigits(trimmed, 0);
        if (digits == 8 || digits == 12 || digits == 14) {
            return new Parts(
                    Integer.parseInt(trimmed, 0, 4, 10),
                    Integer.parseInt(trimmed, 4, 6, 10),
                    Integer.parseInt(trimmed, 6, 8, 10),
                    4,
                    -1,
                    -1);
        }
        int[] values = new int[3];
        int firstDigits = 0;
        int named = -1;
        int namedAt = -1;
        int at = 0;
        for (int part = 0; part < 3; part++) {
            at = skipSeparators(trimmed, at, part == 0);
            int length = leadingDigits(trimmed, at);
            if (length == 4 && trimmed.charAt(at) == '0') {
                return null;
            }
            if (length >= 1 && length <= 4) {
                values[part] = Integer.parseInt(trimmed, at, at + length, 10);
                firstDigits = part == 0 ? length : firstDigits;
            } else {
                length = leadingLetters(trimmed, at);
                Integer month =
                        length < 3 || named >= 0 ? null : MONTHS.get(monthKey(trimmed.substring(at, at + length)));
                if (month == null) {
                    return null;
                }
                named = month;
                namedAt = part;
            }
            at += length;
        }
        boolean ends = at == trimmed.length() || " T,.[".indexOf(trimmed.charAt(at)) >= 0;
        return ends && namedAt != 2 ? new Parts(values[0], values[1], values[2], firstDigits, named, namedAt) : null;
    }

    private static int skipSeparators(String text, int from, boolean first) {
        int at = from;
        while (!first && at < text.length() && at - from < 2 && " ./-,'".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at;
    }

    private static int leadingDigits(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at - from;
    }

    private static int leadingLetters(String text, int from) {
        int at = from;
        while (at < text.length() && Character.isLetter(text.charAt(at))) {
            at++;
        }
        return at - from;
    }

    private static String monthKey(String word) {
        // Many write them without accents.
        return Normalizer.normalize(word.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "");
    }

    private static Map<String, Integer> months() {
        Map<String, Integer> months = new HashMap<>();
        months.put("mrz", 3);
        months.put("sett", 9);
        for (String language : new String[] {"en", "de", "fr", "es", "it", "nl", "pt"}) {
            Locale locale = Locale.of(language);
            for (Month month : Month.values()) {
                for (TextStyle style : TextStyle.values()) {
                    String name = monthKey(month.getDisplayName(style, locale)).replace(".", "");
                    if (name.length() >= 3 && name.chars().allMatch(Character::isLetter)) {
                        months.putIfAbsent(name, month.getValue());
                        months.putIfAbsent(name.substring(0, 3), month.getValue());
                    }
                }
            }
        }
        return Map.copyOf(months);
    }
}
