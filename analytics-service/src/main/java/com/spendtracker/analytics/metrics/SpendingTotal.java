package com.spendtracker.analytics.metrics;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Net spending in one currency: of one category, or of all where {@code category} is null.
 *
 * @param total the exact sum
 * @param transactionCount how many transactions it is the sum of
 * @param firstDate the day of the earliest of them
 * @param lastDate the day of the latest
 */
record SpendingTotal(
        String currency,
        @Nullable String category,
        @Nullable String color,
        BigDecimal total,
        long transactionCount,
        LocalDate firstDate,
        LocalDate lastDate) {}
