package com.spendtracker.analytics.metrics;

import java.math.BigDecimal;

/** What one merchant got. */
public record MerchantTotal(String merchant, BigDecimal total, long transactionCount) {}
