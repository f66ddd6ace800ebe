package com.spendtracker.analytics.transaction;

import java.time.LocalDate;

/** The whole months of a range: from the first day of the first one to the last day of the last. */
public record Months(LocalDate first, LocalDate last) {

    public static Months within(LocalDate start, LocalDate end) {
        LocalDate first =
                start.getDayOfMonth() == 1 ? start : start.withDayOfMonth(1).plusMonths(1);
        LocalDate last = end.getDayOfMonth() == end.lengthOfMonth()
                ? end
                : end.withDayOfMonth(1).minusDays(1);
        return new Months(first, last);
    }

    /** Whether there is none. */
    public boolean isEmpty() {
        return last.isBefore(first);
    }
}
