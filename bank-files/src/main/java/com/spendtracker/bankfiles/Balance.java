package com.spendtracker.bankfiles;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What an account held.
 *
 * @param amount credit positive, debit negative
 * @param currency ISO 4217, null if the file does not say it
 */
public record Balance(
        @Nullable LocalDate date,
        BigDecimal amount,
        @Nullable String currency) {}
