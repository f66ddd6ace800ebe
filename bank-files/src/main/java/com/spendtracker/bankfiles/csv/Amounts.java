package com.spendtracker.bankfiles.csv;

import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads amounts as banks write them: with currencies, thousands and signs in every place. */
final class Amounts {
    static final int MAX_DECIMALS = 4;
    private static final int MAX_DIGITS = 15;

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
        boolean mayGroup = bare.length() - last - 1 == 3 && last >= 1 && last <= 3;
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
        String upper = text.toUpperCase(Locale.ROOT);
        return upper.indexOf('-') >= 0
                || upper.indexOf('\u2212') >= 0
                || (upper.startsWith("(") && upper.endsWith(")"))
                || upper.endsWith("DR")
                || upper.endsWith(" D")
                || upper.endsWith(" S");
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
        return (c == '.' || c == ',') && at + 1 < text.length() && isDigit(text.charAt(at + 1));
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    // A sign, a currency as sign or code, a mark for debit or credit: all short.
    private static boolean isDecoration(String text, int from, int to) {
        int letters = 0;
        int signs = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (Character.isLetter(c)) {
                letters++;
            } else if (c == '-' || c == '+' || c == '\u2212') {
                signs++;
            } else if (!Character.isSpaceChar(c)
                    && Character.getType(c) != Character.CURRENCY_SYMBOL
                    && c != '('
                    && c != ')'
                    && c != '\t'
                    && c != '.'
                    && c != ',') {
                return false;
            }
        }
        return letters <= 3 && signs <= 1;
    }
}
