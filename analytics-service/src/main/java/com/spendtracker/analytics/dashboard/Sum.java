package com.spendtracker.analytics.dashboard;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What some transactions come to.
 *
 * @param day the day, or the first day of the period, that they are of
 * @param until the last day that any of them is of
 * @param key the id of their category, or the number of their day of the week
 * @param largest the largest single amount
 * @param name the name of their category
 * @param color the colour of their category
 */
record Sum(
        @Nullable LocalDate day,
        @Nullable LocalDate until,
        @Nullable Integer key,
        BigDecimal total,
        long transactionCount,
        @Nullable BigDecimal largest,
        @Nullable String name,
        @Nullable String color) {
    static final Sum NOTHING = new Sum(null, null, null, BigDecimal.ZERO, 0, null, null, null);

    /** The day, of what has one. */
    LocalDate itsDay() {
        return Objects.requireNonNull(day);
    }

    /** The key, of what has one. */
    Integer itsKey() {
        return Objects.requireNonNull(key);
    }

    /** The name of the category, of what is of one. */
    String itsName() {
        return Objects.requireNonNull(name);
    }
}
