package com.spendtracker.analytics.dashboard;

import com.spendtracker.analytics.metrics.Granularity;
import com.spendtracker.analytics.transaction.TransactionFilter;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import org.jspecify.annotations.Nullable;
import org.springframework.util.DigestUtils;

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

    /** What tells two answers apart: the question, and the version of the data. Weak, as an answer may be compressed. */
    String tag(long dataVersion) {
        byte[] written = toString().getBytes(StandardCharsets.UTF_8);
        return "W/\"%d-%s\"".formatted(dataVersion, DigestUtils.md5DigestAsHex(written));
    }

    /** The filter over all days that the answer is about. */
    TransactionFilter filterOfAllDays() {
        if (before == null) {
            return filter;
        }
        Days all = before.with(new Days(filter.start(), filter.end()));
        return filter.during(all.first(), all.last());
    }
}
