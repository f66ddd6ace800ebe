package com.spendtracker.analytics.metrics;

import com.spendtracker.analytics.transaction.Money;
import com.spendtracker.analytics.transaction.TransactionFilter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Net spending over time in one currency, the one that most of the matching transactions carry;
 * every period of the range has a point, zero where nothing was spent.
 *
 * @param currency ISO 4217, null where nothing matches
 */
record TimeSeries(
        Granularity granularity,

        @Schema(
                types = {"string", "null"},
                example = "EUR")
        @Nullable
        String currency,

        List<Point> points) {
    private static final String NO_CURRENCY = "";

    /**
     * The spending of one period.
     *
     * @param periodStart the period's first day by the calendar
     * @param startDate its first day within the range asked for
     * @param endDate its last day within that range, inclusive
     */
    @Schema(name = "TimeSeriesPoint")
    record Point(
            LocalDate periodStart, LocalDate startDate, LocalDate endDate, BigDecimal total, long transactionCount) {}

    /** Builds the series from the totals of the periods that have any; 400 if it would have too many points. */
    static TimeSeries of(Granularity granularity, TransactionFilter filter, List<PeriodTotal> totals) {
        String currency = mainCurrency(totals);
        List<PeriodTotal> counted = totals.stream()
                .filter(total -> total.currency().equals(currency))
                .toList();
        LocalDate first = filter.from().orElseGet(() -> earliest(counted, filter));
        LocalDate last = filter.until().orElseGet(() -> latest(counted, filter));
        boolean empty =
                counted.isEmpty() && (filter.from().isEmpty() || filter.until().isEmpty());
        return new TimeSeries(
                granularity,
                currency.equals(NO_CURRENCY) ? null : currency,
                empty ? List.of() : points(granularity, currency, first, last, counted));
    }

    private static String mainCurrency(List<PeriodTotal> totals) {
        Map<String, Long> counts = totals.stream()
                .collect(Collectors.groupingBy(
                        PeriodTotal::currency, Collectors.summingLong(PeriodTotal::transactionCount)));
        return counts.entrySet().stream()
                .max(Map.Entry.<String, Long>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .map(Map.Entry::getKey)
                .orElse(NO_CURRENCY);
    }

    private static LocalDate earliest(List<PeriodTotal> totals, TransactionFilter filter) {
        return totals.isEmpty() ? filter.start() : totals.getFirst().firstDate();
    }

    private static LocalDate latest(List<PeriodTotal> totals, TransactionFilter filter) {
        return totals.isEmpty() ? filter.end() : totals.getLast().lastDate();
    }

    private static List<Point> points(
            Granularity granularity, String currency, LocalDate first, LocalDate last, List<PeriodTotal> totals) {
        Map<LocalDate, PeriodTotal> byStart =
                totals.stream().collect(Collectors.toMap(PeriodTotal::periodStart, Function.identity()));
        return granularity.periods(first, last, DayOfWeek.MONDAY).stream()
                .map(period -> point(period, currency, byStart.get(period.periodStart())))
                .toList();
    }

    private static Point point(Period period, String currency, @Nullable PeriodTotal total) {
        return new Point(
                period.periodStart(),
                period.startDate(),
                period.endDate(),
                Money.normalize(total == null ? BigDecimal.ZERO : total.total(), currency),
                total == null ? 0 : total.transactionCount());
    }
}
