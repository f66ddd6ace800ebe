package com.spendtracker.analytics.dashboard;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A transaction as a test made it. */
record Booking(
        long id,
        LocalDate date,
        BigDecimal amount,
        String currency,
        String kind,
        String category,
        @Nullable String merchant) {

    boolean isRefund() {
        return amount.signum() < 0;
    }
}
