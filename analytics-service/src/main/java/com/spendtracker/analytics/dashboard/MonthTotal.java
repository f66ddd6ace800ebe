package com.spendtracker.analytics.dashboard;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * The spending of one month.
 *
 * @param month its first day by the calendar
 * @param startDate its first day within the range
 * @param endDate its last day within the range, inclusive
 * @param categories what makes up the total, in the order of the categories of the whole range
 */
record MonthTotal(
        LocalDate month, LocalDate startDate, LocalDate endDate, BigDecimal total, List<CategoryAmount> categories) {}
