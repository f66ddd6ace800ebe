package com.spendtracker.e2e.browser;

import com.spendtracker.e2e.stack.DemoUser;
import com.spendtracker.e2e.stack.Filter;
import com.spendtracker.e2e.stack.Ledger;
import com.spendtracker.e2e.stack.Spending;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Every figure that the dashboard shows, numbers without trailing zeros so that equal ones are equal. */
record Figures(
        BigDecimal total,
        BigDecimal average,
        Map<String, BigDecimal> topCategories,
        Map<String, BigDecimal> bars,
        Map<String, BigDecimal> donut,
        Map<String, BigDecimal> line,
        long transactionCount,
        List<Long> transactions) {
    private static final int TOP = 3;
    /** Where the windows of these tests say they are: in the United States. */
    private static final DayOfWeek FIRST_OF_WEEK = DayOfWeek.SUNDAY;

    /** How many of the table's rows are compared: only those that are seen are on the page. */
    static final int FIRST_ROWS = 5;

    /** What the dashboard has to show, by the database. */
    static Figures expected(Ledger ledger, DemoUser user, Filter filter, String granularity) {
        Spending spending = ledger.spending(user, filter);
        List<Long> ids = ledger.transactionIds(user, filter);
        Map<String, BigDecimal> line = new LinkedHashMap<>();
        ledger.byPeriod(user, filter, granularity, FIRST_OF_WEEK)
                .forEach((day, total) -> line.put(day.toString(), total.stripTrailingZeros()));
        return new Figures(
                spending.total().stripTrailingZeros(),
                spending.average().stripTrailingZeros(),
                positive(spending.byCategory(), TOP),
                part(spending.byCategory(), _ -> true, Integer.MAX_VALUE),
                positive(spending.byCategory(), Integer.MAX_VALUE),
                line,
                ids.size(),
                ids.subList(0, Math.min(FIRST_ROWS, ids.size())));
    }

    private static Map<String, BigDecimal> positive(Map<String, BigDecimal> totals, int most) {
        return part(totals, total -> total.signum() > 0, most);
    }

    private static Map<String, BigDecimal> part(
            Map<String, BigDecimal> totals, Predicate<BigDecimal> wanted, int most) {
        Map<String, BigDecimal> part = new LinkedHashMap<>();
        totals.entrySet().stream()
                .filter(entry -> wanted.test(entry.getValue()))
                .limit(most)
                .forEach(entry -> part.put(entry.getKey(), entry.getValue().stripTrailingZeros()));
        return part;
    }
}
