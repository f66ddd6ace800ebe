package com.spendtracker.analytics.dashboard;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;

/**
 * The spending on one day of the week.
 *
 * @param dayCount how many such days lie in the range
 * @param averageDay the total of one such day on average, rounded half up to the currency's minor units
 */
record WeekdayTotal(
        @Schema(description = "From 1 (Monday) to 7 (Sunday)")
        int weekday,

        BigDecimal total,
        long transactionCount,
        long dayCount,
        BigDecimal averageDay) {}
