package com.spendtracker.bankfiles.mt940;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/** How MT940 writes days and amounts. */
final class Mt940Text {
    /** Digits, a comma that is never left out, and the decimals if there are any. */
    static final String AMOUNT = "\\d{1,15},\\d{0,5}";

    private Mt940Text() {}

    /** A number of the form {@link #AMOUNT}. */
    static BigDecimal amount(String text) {
        return new BigDecimal(text.endsWith(",") ? text.substring(0, text.length() - 1) : text.replace(',', '.'));
    }

    /** Six digits as year, month and day; null if there is no such day. */
    static @Nullable LocalDate day(String text) {
        int year = number(text, 0);
        int month = number(text, 2);
        int day = number(text, 4);
        if (month < 1 || month > 12 || day < 1) {
            return null;
        }
        var in = YearMonth.of(year < 80 ? 2000 + year : 1900 + year, month);
        if (in.isValidDay(day)) {
            return in.atDay(day);
        }
        // Interest is reckoned in months of thirty days, so banks value it on the 30th of February.
        return month == 2 && day <= 30 ? in.atEndOfMonth() : null;
    }

    private static int number(String text, int from) {
        return Integer.parseInt(text, from, from + 2, 10);
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
