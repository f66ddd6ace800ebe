package com.spendtracker.analytics.metrics;

import java.math.BigDecimal;
import java.time.LocalDate;

/** Net spending in one currency within one period, with the earliest and the latest day on which any was. */
record PeriodTotal(
        String currency,
        LocalDate periodStart,
        BigDecimal total,
        long transactionCount,
        LocalDate firstDate,
        LocalDate lastDate) {}
