package com.spendtracker.analytics.dashboard;

import com.spendtracker.analytics.metrics.Granularity;
import com.spendtracker.analytics.metrics.Period;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The days that are shown, and their periods.
 *
 * @param days null where nothing is counted that could close an open end
 * @param months at most the last 36
 */
record Range(@Nullable Days days, List<Period> points, List<Period> months) {
    private static final int MAX_MONTHS = 36;

    /** The range asked for, its open ends closed by what is counted; 400 if it has too many points. */
    static Range of(Question question, Sum total) {
        LocalDate first = question.filter().from().orElse(total.day());
        LocalDate last = question.filter().until().orElse(total.until());
        if (first == null || last == null) {
            return new Range(null, List.of(), List.of());
        }
        return new Range(
                new Days(first, last),
                question.granularity().periods(first, last, question.weekStart()),
                months(first, last));
    }

    private static List<Period> months(LocalDate first, LocalDate last) {
        LocalDate earliest = last.withDayOfMonth(1).minusMonths(MAX_MONTHS - 1L);
        return Granularity.MONTH.periods(first.isBefore(earliest) ? earliest : first, last, DayOfWeek.MONDAY);
    }

    long dayCount() {
        return days == null ? 0 : days.count();
    }

    long dayCount(DayOfWeek weekday) {
        return days == null ? 0 : days.count(weekday);
    }
}
