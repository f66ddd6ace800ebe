package com.spendtracker.analytics.metrics;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;

/** What was spent on one category. */
public record CategoryTotal(
        String category, @Schema(example = "#2e7d32") String color, BigDecimal total, long transactionCount) {}
