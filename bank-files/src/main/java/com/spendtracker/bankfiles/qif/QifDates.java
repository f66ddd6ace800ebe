package com.spendtracker.bankfiles.qif;

import com.spendtracker.bankfiles.DateOrder;
import com.spendtracker.bankfiles.Question;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads dates, and finds out from all of a file in which order they are written. */
final class QifDates {
    private static final Pattern FORM = Pattern.compile("(\\d{1,4})[/.-](\\d{1,2})([/.'-])(\\d{1,4})");
    private int dayFirst;
    private int monthFirst;
    private int yearFirst;
    private @Nullable String open;
    private int openLine;

    void see(String text, int line) {
        var form = form(text);
        if (!form.matches()) {
            return;
        }
        int first = Integer.parseInt(form.group(1));
        int second = Integer.parseInt(form.group(2));
        if (form.group(1).length() == 4) {
            yearFirst++;
        } else if (first > 12 && second <= 12) {
            dayFirst++;
        } else if (second > 12 && first <= 12) {
            monthFirst++;
        } else if (open == null && first != second) {
            open = text.strip();
            openLine = line;
        }
    }

    QifGuess guess() {
        boolean contradicts = dayFirst > 0 && monthFirst > 0;
        boolean dots = open != null && open.contains(".");
        boolean day = dayFirst == monthFirst ? dots : dayFirst > monthFirst;
        if (contradicts) {
            return asked(day, "Some dates have the day first and others the month");
        }
        if (open != null && dayFirst + monthFirst == 0) {
            return asked(
                    day, "No date shows whether day or month is first, for example " + open + " in line " + openLine);
        }
        boolean onlyYears = yearFirst > 0 && open == null && dayFirst + monthFirst == 0;
        return new QifGuess(onlyYears ? DateOrder.YMD : order(day), List.of());
    }

    private static DateOrder order(boolean dayFirst) {
        return dayFirst ? DateOrder.DMY : DateOrder.MDY;
    }

    private static QifGuess asked(boolean day, String why) {
        var choices = List.of(order(day).name(), order(!day).name());
        return new QifGuess(order(day), List.of(new Question("date_order", choices, why)));
    }

    private static Matcher form(String text) {
        return FORM.matcher(text.replace(" ", ""));
    }

    /** Null if it is no day in this order; four digits in front are a year in any. */
    static @Nullable LocalDate read(String text, DateOrder order) {
        var form = form(text);
        if (!form.matches()) {
            return null;
        }
        int first = Integer.parseInt(form.group(1));
        int second = Integer.parseInt(form.group(2));
        try {
            if (form.group(1).length() == 4 || order == DateOrder.YMD) {
                return LocalDate.of(year(form.group(1), false), second, Integer.parseInt(form.group(4)));
            }
            int year = year(form.group(4), form.group(3).equals("'"));
            return order == DateOrder.DMY ? LocalDate.of(year, second, first) : LocalDate.of(year, first, second);
        } catch (DateTimeException _) {
            return null;
        }
    }

    private static int year(String digits, boolean apostrophe) {
        int year = Integer.parseInt(digits);
        if (digits.length() == 4) {
            return year;
        }
        if (digits.length() == 3) {
            throw new DateTimeException("No year has three digits");
        }
        return apostrophe || year < 70 ? 2000 + year : 1900 + year;
    }
}
