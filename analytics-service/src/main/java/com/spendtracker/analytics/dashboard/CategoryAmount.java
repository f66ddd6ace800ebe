package com.spendtracker.analytics.dashboard;

import java.math.BigDecimal;

/** What a category has of a sum. */
record CategoryAmount(String category, BigDecimal total) {}
