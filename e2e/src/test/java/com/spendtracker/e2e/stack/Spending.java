package com.spendtracker.e2e.stack;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What some spending adds up to in its main currency, as the database says; largest categories first. */
public record Spending(
        BigDecimal total,
        BigDecimal average,
        long transactionCount,
        @Nullable LocalDate firstDate,
        @Nullable LocalDate lastDate,
        Map<String, BigDecimal> byCategory) {}
