package com.spendtracker.analytics.dashboard;

import java.math.BigDecimal;
import java.time.LocalDate;

/** The spending of one day. */
record DayTotal(LocalDate date, BigDecimal total, long transactionCount) {}
