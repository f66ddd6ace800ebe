package com.spendtracker.analytics.transaction;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One movement of money on a user's account.
 *
 * @param amount exact, in {@code currency}; negative spending is a refund
 * @param currency ISO 4217
 * @param category the name of its category
 * @param transactionDate the day on which the bank posted it
 */
public record Transaction(
        long id,
        long userId,
        BigDecimal amount,
        @Schema(example = "EUR") String currency,
        Kind kind,
        @Schema(example = "Groceries") String category,
        @Schema(types = {"string", "null"}) @Nullable String merchant,
        @Schema(types = {"string", "null"}) @Nullable String description,
        LocalDate transactionDate) {}
