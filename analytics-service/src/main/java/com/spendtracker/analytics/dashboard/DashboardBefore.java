package com.spendtracker.analytics.dashboard;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The spending of the range to compare with, in the currency of the other.
 *
 * @param averageMonth the total of a twelfth of 365.25 days
 * @param largest the largest single amount, null where nothing was spent
 * @param categories largest first
 * @param points one for each of the other range's, in the same order
 */
record DashboardBefore(
        LocalDate startDate,
        LocalDate endDate,
        BigDecimal totalSpent,
        BigDecimal averageTransaction,
        BigDecimal averageMonth,
        long transactionCount,
        @Schema(types = {"number", "null"}) @Nullable BigDecimal largest,
        List<CategoryAmount> categories,
        List<Point> points) {

    /**
     * What was spent as many days before a point as the two ranges are apart; nothing of it beyond the end of the range.
     *
     * @param endDate inclusive
     */
    @Schema(name = "DashboardBeforePoint")
    record Point(LocalDate startDate, LocalDate endDate, BigDecimal total) {}
}
