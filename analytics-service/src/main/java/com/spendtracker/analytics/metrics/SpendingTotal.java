package com.spendtracker.analytics.metrics;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Net spending in one currency: of one category, or of all where {@code category} is null.
 *
 * @param total the exact sum
 * @param transactionCount how many transactions it is the sum of
 * @param firstDate the day of the earliest of them, null for a category: nobody is told those of one
 * @param lastDate the day of the latest, null for a category
 */
record SpendingTotal(
        String currency,
        @Nullable String category,
        @Nullable String color,
        BigDecimal total,
        long transactionCount,
        @Nullable LocalDate firstDate,
        @Nullable LocalDate lastDate) {}
