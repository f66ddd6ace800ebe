package com.spendtracker.analytics.dashboard;

import com.spendtracker.analytics.metrics.Granularity;
import com.spendtracker.analytics.transaction.TransactionFilter;
import java.time.DayOfWeek;
import org.jspecify.annotations.Nullable;

/**
 * What a dashboard is asked for.
 *
 * @param granularity the length of its points
 * @param weekStart the day that weeks begin on
 * @param before the days to compare with, null for no comparison
 */
record Question(
        TransactionFilter filter,
        Granularity granularity,
        DayOfWeek weekStart,
        @Nullable Days before) {

    /** The filter over all days that the answer is about. */
    TransactionFilter filterOfAllDays() {
        if (before == null) {
            return filter;
        }
        Days all = before.with(new Days(filter.start(), filter.end()));
        return filter.during(all.first(), all.last());
    }
}
