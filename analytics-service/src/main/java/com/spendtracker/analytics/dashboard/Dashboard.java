package com.spendtracker.analytics.dashboard;

import com.spendtracker.analytics.metrics.CategoryTotal;
import com.spendtracker.analytics.metrics.Granularity;
import com.spendtracker.analytics.metrics.MerchantTotal;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that a filter's spending comes to, in one currency: the one that most of the matching transactions carry. The range
 * is the one asked for, its open ends closed by the first and the last day that is counted.
 *
 * @param currency ISO 4217; where nothing matches the one of the earlier range, null where nothing matches then either
 * @param excludedTransactionCount matching spending in other currencies, not counted here
 * @param firstDate the day of the earliest transaction counted, null where nothing matches
 * @param averageTransaction the mean, rounded half up to the currency's minor units
 * @param averageMonth the total of a twelfth of 365.25 days of the range, rounded half up
 * @param largest the largest transaction, of several the latest, null where nothing matches
 * @param categories all that have any spending, largest first
 * @param merchants the ten on whom most is spent, largest first
 * @param points every period of the range, ascending, zero where nothing was spent
 * @param months every month of the range, ascending, at most the last 36
 * @param weekdays all seven, from Monday
 * @param days those on which anything was spent, ascending, of the last 371 days of the range
 * @param before the range to compare with, null where none was asked for
 */
record Dashboard(
        @Schema(
                types = {"string", "null"},
                example = "EUR")
        @Nullable
        String currency,

        long excludedTransactionCount,

        @Schema(
                types = {"string", "null"},
                format = "date")
        @Nullable
        LocalDate firstDate,

        @Schema(
                types = {"string", "null"},
                format = "date")
        @Nullable
        LocalDate lastDate,

        BigDecimal totalSpent,
        BigDecimal averageTransaction,
        BigDecimal averageMonth,
        long transactionCount,
        @Nullable LargestTransaction largest,
        List<CategoryTotal> categories,
        List<MerchantTotal> merchants,
        Granularity granularity,
        List<DashboardPoint> points,
        List<MonthTotal> months,
        List<WeekdayTotal> weekdays,
        List<DayTotal> days,
        @Nullable DashboardBefore before) {

    /** Lays the sums out; 400 if there would be too many points. */
    static Dashboard of(
            Question question, Figures figures, @Nullable LargestTransaction largest, List<MerchantTotal> merchants) {
        Sum total = figures.only(Part.TOTAL).orElse(Sum.NOTHING);
        Range range = Range.of(question, total);
        Layout layout = new Layout(figures, range, Amounts.in(figures.currency()));
        return new Dashboard(
                figures.currency(),
                figures.only(Part.EXCLUDED).orElse(Sum.NOTHING).transactionCount(),
                total.day(),
                total.until(),
                layout.amounts().of(total.total()),
                layout.amounts().average(total.total(), total.transactionCount()),
                layout.amounts().averageMonth(total.total(), range.dayCount()),
                total.transactionCount(),
                largest,
                layout.categories(),
                merchants,
                question.granularity(),
                layout.points(),
                layout.months(),
                layout.weekdays(),
                layout.days(),
                question.before() == null ? null : layout.before(question.before()));
    }
}
