package com.spendtracker.e2e.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.spendtracker.e2e.stack.DemoUser;
import com.spendtracker.e2e.stack.Filter;
import com.spendtracker.e2e.stack.Ledger;
import com.spendtracker.e2e.stack.Spending;
import com.spendtracker.e2e.stack.Stack;
import com.spendtracker.e2e.stack.StackUnderTest;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Metrics and time series are what the database itself adds up to. */
@ExtendWith(StackUnderTest.class)
class MetricsIT {
    private static final String METRICS = "/api/v1/transactions/metrics";
    private static final String TIME_SERIES = "/api/v1/transactions/time-series";

    private final Api api;
    private final Ledger ledger;

    MetricsIT(Stack stack) {
        this.api = new Api(stack.gateway());
        this.ledger = stack.ledger();
    }

    @ParameterizedTest
    @MethodSource("usersAndFilters")
    void metricsWhenFilteredThenEqualSqlSums(DemoUser user, Filter filter) {
        JsonNode metrics = get(user, METRICS + filter.query());
        Spending expected = ledger.spending(user, filter);

        assertThat(expected.transactionCount()).isPositive();
        assertAmount(metrics.required("total_spent"), expected.total());
        assertAmount(metrics.required("average_transaction"), expected.average());
        assertThat(metrics.required("transaction_count").longValue()).isEqualTo(expected.transactionCount());
        assertThat(metrics.required("first_date").stringValue()).isEqualTo(String.valueOf(expected.firstDate()));
        assertThat(metrics.required("last_date").stringValue()).isEqualTo(String.valueOf(expected.lastDate()));
        assertThat(amounts(metrics.required("spending_by_category"))).isEqualTo(plain(expected.byCategory()));
        assertThat(List.copyOf(amounts(metrics.required("spending_by_category")).keySet()))
                .isEqualTo(List.copyOf(expected.byCategory().keySet()));
    }

    @ParameterizedTest
    @MethodSource("usersAndFilters")
    void topCategoriesWhenFilteredThenThreeLargestOfSql(DemoUser user, Filter filter) {
        Map<String, BigDecimal> top = new LinkedHashMap<>();
        get(user, METRICS + filter.query())
                .required("top_categories")
                .forEach(part -> top.put(
                        part.required("category").stringValue(),
                        part.required("total").decimalValue()));
        Map<String, BigDecimal> expected = new LinkedHashMap<>();
        ledger.spending(user, filter).byCategory().entrySet().stream()
                .limit(3)
                .forEach(part -> expected.put(part.getKey(), part.getValue()));

        assertThat(List.copyOf(plain(top).entrySet()))
                .isEqualTo(List.copyOf(plain(expected).entrySet()));
    }

    @Test
    void metricsWhenCategoriesAreInOtherCaseAndSpacedThenTheSame() {
        JsonNode asNamed = get(DemoUser.JOHN, METRICS + "?categories=Groceries,Utilities");

        assertThat(get(DemoUser.JOHN, METRICS + "?categories=groceries,%20UTILITIES"))
                .isEqualTo(asNamed);
        assertThat(get(DemoUser.JOHN, METRICS + "?categories=Groceries&categories=Utilities"))
                .isEqualTo(asNamed);
        assertThat(get(DemoUser.JOHN, METRICS + "?categories=Groceries,Utilities,No%20such%20category"))
                .isEqualTo(asNamed);
    }

    @Test
    void metricsWhenNothingMatchesThenZeros() {
        for (String query : List.of("?categories=No%20such%20category", "?start_date=1990-01-01&end_date=1990-12-31")) {
            JsonNode metrics = get(DemoUser.JOHN, METRICS + query);

            assertAmount(metrics.required("total_spent"), BigDecimal.ZERO);
            assertAmount(metrics.required("average_transaction"), BigDecimal.ZERO);
            assertThat(metrics.required("transaction_count").intValue()).isZero();
            assertThat(metrics.required("spending_by_category").isEmpty()).isTrue();
            assertThat(metrics.required("top_categories").isEmpty()).isTrue();
            assertThat(metrics.required("currency").isNull()).isTrue();
            assertThat(metrics.required("first_date").isNull()).isTrue();
        }
    }

    @Test
    void metricsWhenUsersDifferThenFiguresDiffer() {
        assertThat(Stream.of(DemoUser.values())
                        .map(user -> get(user, METRICS).required("total_spent").decimalValue()))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("usersFiltersAndGranularities")
    void timeSeriesWhenFilteredThenEqualsSqlPeriodByPeriod(DemoUser user, Filter filter, String granularity) {
        JsonNode series = get(user, TIME_SERIES + filter.query("granularity=" + granularity));
        Map<LocalDate, BigDecimal> byPeriod = new LinkedHashMap<>();
        series.required("points")
                .forEach(point -> byPeriod.put(
                        LocalDate.parse(point.required("period_start").stringValue()),
                        point.required("total").decimalValue()));

        assertThat(series.required("granularity").stringValue()).isEqualTo(granularity);
        assertThat(List.copyOf(plain(byPeriod).entrySet()))
                .isEqualTo(List.copyOf(
                        plain(ledger.byPeriod(user, filter, granularity)).entrySet()));
        assertThat(byPeriod.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(ledger.spending(user, filter).total());
    }

    @Test
    void timeSeriesWhenNothingIsSpentThenZeroForEachDayAskedFor() {
        JsonNode points = get(DemoUser.JOHN, TIME_SERIES + "?start_date=1990-02-27&end_date=1990-03-02&granularity=day")
                .required("points");

        assertThat(points.values())
                .extracting(point -> point.required("period_start").stringValue())
                .containsExactly("1990-02-27", "1990-02-28", "1990-03-01", "1990-03-02");
        assertThat(points.values()).allSatisfy(point -> assertAmount(point.required("total"), BigDecimal.ZERO));
    }

    @Test
    void timeSeriesWhenRangeCutsPeriodsThenPointsSaySo() {
        JsonNode points = get(
                        DemoUser.JOHN, TIME_SERIES + "?start_date=2026-01-10&end_date=2026-02-05&granularity=month")
                .required("points");

        assertThat(points.values())
                .extracting(point -> point.required("period_start").stringValue()
                        + " " + point.required("start_date").stringValue()
                        + " " + point.required("end_date").stringValue())
                .containsExactly("2026-01-01 2026-01-10 2026-01-31", "2026-02-01 2026-02-01 2026-02-05");
    }

    private JsonNode get(DemoUser user, String pathAndQuery) {
        Answer answer = api.getAs(Tokens.of(api, user), pathAndQuery);
        assertThat(answer.status()).as(pathAndQuery + " " + answer.body()).isEqualTo(200);
        return answer.json();
    }

    /** Exactly this number, written with cents. */
    private static void assertAmount(JsonNode amount, BigDecimal expected) {
        assertThat(amount.isNumber()).isTrue();
        assertThat(amount.decimalValue()).isEqualByComparingTo(expected);
        assertThat(amount.decimalValue().scale()).isGreaterThanOrEqualTo(2);
    }

    private static Map<String, BigDecimal> amounts(JsonNode object) {
        Map<String, BigDecimal> amounts = new LinkedHashMap<>();
        object.properties()
                .forEach(property ->
                        amounts.put(property.getKey(), property.getValue().decimalValue()));
        return plain(amounts);
    }

    /** The same numbers, comparable with equals. */
    private static <K> Map<K, BigDecimal> plain(Map<K, BigDecimal> amounts) {
        Map<K, BigDecimal> plain = new LinkedHashMap<>();
        amounts.forEach((key, amount) -> plain.put(key, amount.stripTrailingZeros()));
        return plain;
    }

    private static Stream<Arguments> usersAndFilters() {
        return Stream.of(DemoUser.values()).flatMap(user -> filters(user).map(filter -> Arguments.of(user, filter)));
    }

    private static Stream<Arguments> usersFiltersAndGranularities() {
        return Stream.of(DemoUser.values())
                .flatMap(user -> filters(user)
                        .flatMap(filter -> Stream.of("DAY", "WEEK", "MONTH")
                                .map(granularity -> Arguments.of(user, filter, granularity.toLowerCase(Locale.ROOT)))));
    }

    private static Stream<Filter> filters(DemoUser user) {
        LocalDate today = Filter.today();
        Filter lastQuarter = Filter.between(today.minusDays(90), today);
        return Stream.of(
                Filter.NONE,
                lastQuarter,
                Filter.in(user.twoCategories()),
                lastQuarter.withCategories(user.twoCategories()),
                new Filter(today.minusYears(1), null, List.of()),
                new Filter(null, today.minusYears(1), user.twoCategories().subList(0, 1)));
    }
}
