package com.spendtracker.analytics.dashboard;

import java.util.Locale;

/** What a sum is about; the names are those in the statement that adds up. */
enum Part {
    /** All that is counted: from its first day until its last. */
    TOTAL,
    /** How many are left out for their currency. */
    EXCLUDED,
    /** The day of the largest transaction. */
    LARGEST,
    CATEGORY,
    POINT,
    MONTH,
    MONTH_CATEGORY,
    WEEKDAY,
    DAY,
    BEFORE,
    BEFORE_CATEGORY,
    /** What was spent before, by the point that it is compared with. */
    BEFORE_POINT;

    static Part of(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }
}
