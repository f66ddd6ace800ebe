package com.spendtracker.analytics.dashboard;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The spending of one period.
 *
 * @param periodStart the period's first day by the calendar
 * @param startDate its first day within the range
 * @param endDate its last day within the range, inclusive
 * @param largest the largest single amount, null where nothing was spent
 */
record DashboardPoint(
        LocalDate periodStart,
        LocalDate startDate,
        LocalDate endDate,
        BigDecimal total,
        long transactionCount,
        @Schema(types = {"number", "null"}) @Nullable BigDecimal largest) {}
