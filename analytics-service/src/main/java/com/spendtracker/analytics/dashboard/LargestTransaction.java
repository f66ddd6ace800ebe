package com.spendtracker.analytics.dashboard;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The largest single transaction. */
record LargestTransaction(
        long id,
        LocalDate transactionDate,
        @Schema(types = {"string", "null"}) @Nullable String merchant,
        @Schema(types = {"string", "null"}) @Nullable String description,
        String category,
        BigDecimal amount) {}
