package com.spendtracker.analytics.metrics;

import java.time.LocalDate;

/**
 * A day, week or month of a range.
 *
 * @param periodStart its first day by the calendar
 * @param startDate its first day within the range
 * @param endDate its last day within the range, inclusive
 */
public record Period(LocalDate periodStart, LocalDate startDate, LocalDate endDate) {
    static Period within(LocalDate first, LocalDate last, LocalDate start, LocalDate end) {
        return new Period(start, start.isBefore(first) ? first : start, end.isAfter(last) ? last : end);
    }
}
