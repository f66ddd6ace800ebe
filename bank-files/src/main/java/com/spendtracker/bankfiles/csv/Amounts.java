package com.spendtracker.bankfiles.csv;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads amounts as banks write them: with currencies, thousands and signs in every place. */
final class Amounts {
    static final int MAX_DECIMALS = 4;
    private static final int MAX_DIGITS = 15;
    private static final Set<String> DEBIT_MARKS = Set.of("DR", "D", "S");
    private static final Set<String> MARKS = Set.of("DR", "D", "S", "CR", "C", "H");
    private static final Set<String> CURRENCIES = currencies();

    private Amounts() {}

    /** The amount, null if this is none or if its separators contradict the decimal separator. */
    static @Nullable BigDecimal parse(String text, char decimalSeparator) {
        String bare = bare(text);
        if (bare.isEmpty()) {
            return null;
        }
        boolean negative = isNegative(text.strip());
        StringBuilder digits = new StringBuilder();
        int decimals = -1;
        int group = -1;
        for (int i = 0; i < bare.length(); i++) {
            char c = bare.charAt(i);
            if (c >= '0' && c <= '9') {
                digits.append(c);
                decimals += decimals >= 0 ? 1 : 0;
                group += group >= 0 ? 1 : 0;
            } else if (c == decimalSeparator && decimals < 0 && (group < 0 || group == 3)) {
                decimals = 0;
                group = -1;
            } else if (isGrouping(c, decimalSeparator)
                    && decimals < 0
                    && !digits.isEmpty()
                    && (group < 0 || group == 3 || group == 2)) {
                group = 0;
            } else {
                return null;
            }
        }
        if (digits.isEmpty() || (group >= 0 && group != 3)) {
            return null;
        }
        BigDecimal amount = new BigDecimal(digits.toString()).movePointLeft(Math.max(0, decimals));
        return negative ? amount.negate() : amount;
    }

    /** Whether an amount fits into what is stored: 15 digits and 4 decimals. */
    static boolean fits(BigDecimal amount) {
        BigDecimal plain = amount.stripTrailingZeros();
        return plain.scale() <= MAX_DECIMALS && plain.precision() - plain.scale() <= MAX_DIGITS;
    }

    /** What an amount says about the decimal separator: a point, a comma, or '?' if it may be either, 0 if it says nothing. */
    static char evidence(String text) {
        String bare = bare(text);
        int point = bare.lastIndexOf('.');
        int comma = bare.lastIndexOf(',');
        if (point < 0 && comma < 0) {
            return 0;
        }
        int last = Math.max(point, comma);
        char separator = bare.charAt(last);
        if (point >= 0 && comma >= 0) {
            return separator;
        }
        if (bare.indexOf(separator) != last) {
            return separator == '.' ? ',' : '.';
        }
        boolean mayGroup = bare.length() - last - 1 == 3 && last >= 1 && last <= 3 && bare.charAt(0) != '0';
        return mayGroup ? '?' : separator;
    }

    private static boolean isGrouping(char c, char decimalSeparator) {
        return c == ' '
                || c == '\u00A0'
                || c == '\u202F'
                || c == '\''
                || c == '\u2019'
                || (c == ',' && decimalSeparator == '.')
                || (c == '.' && decimalSeparator == ',');
    }

    private static boolean isNegative(String text) {
        return text.chars().anyMatch(Amounts::isMinus)
                || (text.startsWith("(") && text.endsWith(")"))
                || isDebitMark(text);
    }

    // The whole word: the code of a currency may end like a mark.
    private static boolean isDebitMark(String text) {
        int last = text.length();
        while (last > 0 && Character.isLetter(text.charAt(last - 1))) {
            last--;
        }
        return DEBIT_MARKS.contains(text.substring(last).toUpperCase(Locale.ROOT))
                || (text.regionMatches(true, 0, "DR", 0, 2)
                        && text.length() > 2
                        && !Character.isLetter(text.charAt(2)));
    }

    private static boolean isMinus(int c) {
        return c == '-' || c == '\u2212' || c == '\u2013';
    }

    /** Without sign, currency and what surrounds; empty if there is more to it than an amount. */
    private static String bare(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && !isDigit(text.charAt(start)) && !isDecimalStart(text, start)) {
            start++;
        }
        while (end > start && !isDigit(text.charAt(end - 1))) {
            end--;
        }
        boolean plain = isDecoration(text, 0, start) && isDecoration(text, end, text.length());
        return plain ? text.substring(start, end) : "";
    }

    private static boolean isDecimalStart(String text, int at) {
        char c = text.charAt(at);
        boolean abbreviates = at > 0 && Character.isLetter(text.charAt(at - 1));
        return (c == '.' || c == ',') && !abbreviates && at + 1 < text.length() && isDigit(text.charAt(at + 1));
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    // A sign, a currency as sign or code, a mark for debit or credit; other letters make a reference of it.
    private static boolean isDecoration(String text, int from, int to) {
        int signs = 0;
        int i = from;
        while (i < to) {
            char c = text.charAt(i);
            int word = letters(text, i, to);
            if (word > 0) {
                if (!isKnown(text, i, i + word, from == 0)) {
                    return false;
                }
            } else if (isMinus(c) || c == '+') {
                signs++;
            } else if (!isSurrounding(c)) {
                return false;
            }
            i += Math.max(1, word);
        }
        return signs <= 1;
    }

    private static int letters(String text, int from, int to) {
        int at = from;
        while (at < to && Character.isLetter(text.charAt(at))) {
            at++;
        }
        return at - from;
    }

    private static boolean isKnown(String text, int from, int to, boolean before) {
        String word = text.substring(from, to).toUpperCase(Locale.ROOT);
        boolean partOfSign = to < text.length() && Character.getType(text.charAt(to)) == Character.CURRENCY_SYMBOL;
        boolean mark = MARKS.contains(word) && (!before || word.length() == 2);
        return mark || CURRENCIES.contains(word) || (partOfSign && word.length() <= 3);
    }

    private static boolean isSurrounding(char c) {
        return Character.isSpaceChar(c)
                || Character.getType(c) == Character.CURRENCY_SYMBOL
                || c == '('
                || c == ')'
                || c == '\t'
                || c == '.'
                || c == ',';
    }

    private static Set<String> currencies() {
        Stream<String> codes = Currency.getAvailableCurrencies().stream().map(Currency::getCurrencyCode);
        Stream<String> local =
                Stream.of("KR", "FR", "SFR", "Z\u0141", "K\u010C", "FT", "RS", "LEI", "DIN", "R", "RP", "RM");
        return Stream.concat(codes, local).collect(Collectors.toUnmodifiableSet());
    }
}
