package com.spendtracker.analytics.metrics;

import com.spendtracker.analytics.transaction.Money;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a filter's spending adds up to, net of refunds, in one currency: the one that most of the
 * matching transactions carry.
 *
 * @param averageTransaction the mean, rounded half up to the currency's minor units
 * @param spendingByCategory totals by name, largest first; they add up to {@code totalSpent}
 * @param currency ISO 4217, null where nothing matches
 * @param topCategories the three with the largest totals above zero
 * @param firstDate the day of the earliest transaction counted, null where nothing matches
 * @param excludedTransactionCount matching spending in other currencies, not counted here
 */
record SpendingMetrics(
        BigDecimal totalSpent,
        BigDecimal averageTransaction,

        @Schema(example = "{\"Groceries\": 600.00, \"Utilities\": 120.50}")
        Map<String, BigDecimal> spendingByCategory,

        long transactionCount,

        @Schema(
                types = {"string", "null"},
                example = "EUR")
        @Nullable
        String currency,

        List<CategoryTotal> topCategories,

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

        long excludedTransactionCount) {
    private static final int TOP = 3;
    private static final SpendingMetrics NONE = new SpendingMetrics(
            new BigDecimal("0.00"), new BigDecimal("0.00"), Map.of(), 0, null, List.of(), null, null, 0);

    /** Builds the metrics from the totals of every currency, altogether and by category, largest first. */
    static SpendingMetrics of(List<SpendingTotal> totals) {
        return mainCurrency(totals).map(main -> of(main, totals)).orElse(NONE);
    }

    private static Optional<SpendingTotal> mainCurrency(List<SpendingTotal> totals) {
        return totals.stream()
                .filter(total -> total.category() == null)
                .max(Comparator.comparingLong(SpendingTotal::transactionCount)
                        .thenComparing(SpendingTotal::currency, Comparator.reverseOrder()));
    }

    private static SpendingMetrics of(SpendingTotal main, List<SpendingTotal> totals) {
        List<SpendingTotal> parts = totals.stream()
                .filter(total -> total.category() != null && total.currency().equals(main.currency()))
                .toList();
        return new SpendingMetrics(
                Money.normalize(main.total(), main.currency()),
                Money.average(main.total(), main.transactionCount(), main.currency()),
                byCategory(parts),
                main.transactionCount(),
                main.currency(),
                parts.stream()
                        .filter(part -> part.total().signum() > 0)
                        .limit(TOP)
                        .map(SpendingMetrics::toCategoryTotal)
                        .toList(),
                main.firstDate(),
                main.lastDate(),
                excluded(main, totals));
    }

    private static CategoryTotal toCategoryTotal(SpendingTotal part) {
        return new CategoryTotal(
                Objects.requireNonNull(part.category()),
                Objects.requireNonNull(part.color()),
                Money.normalize(part.total(), part.currency()),
                part.transactionCount());
    }

    private static Map<String, BigDecimal> byCategory(List<SpendingTotal> parts) {
        Map<String, BigDecimal> byCategory = new LinkedHashMap<>();
        parts.forEach(part -> byCategory.put(
                Objects.requireNonNull(part.category()), Money.normalize(part.total(), part.currency())));
        return byCategory;
    }

    private static long excluded(SpendingTotal main, List<SpendingTotal> totals) {
        return totals.stream()
                .filter(total -> total.category() == null && !total.currency().equals(main.currency()))
                .mapToLong(SpendingTotal::transactionCount)
                .sum();
    }
}
