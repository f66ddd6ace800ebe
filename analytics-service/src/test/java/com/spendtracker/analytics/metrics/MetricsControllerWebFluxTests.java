package com.spendtracker.analytics.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import com.spendtracker.analytics.AnalyticsTest;
import com.spendtracker.analytics.Person;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

@AnalyticsTest
class MetricsControllerWebFluxTests {
    private static final String METRICS = "/api/v1/transactions/metrics";
    private static final String MERCHANTS = "/api/v1/transactions/merchants";
    private static final String TIME_SERIES = "/api/v1/transactions/time-series";

    private final WebTestClient client;

    MetricsControllerWebFluxTests(@Autowired WebTestClient client) {
        this.client = client;
    }

    @Test
    void metricsThenSpendingIsNetAndOnlySpendingCounts() {
        Person person = Person.create()
                .spends("100.00", "Shopping", "2026-01-10")
                .spends("-30.00", "Shopping", "2026-01-20")
                .spends("20.01", "Groceries", "2026-02-01")
                .has("income", "3000.00", "EUR", "Income", "2026-01-31")
                .has("transfer", "500.00", "EUR", "Transfers", "2026-01-31");

        assertThat(get(person, METRICS)).isEqualTo("""
                        {"total_spent":90.01,"average_transaction":30.00,\
                        "spending_by_category":{"Shopping":70.00,"Groceries":20.01},\
                        "transaction_count":3,"currency":"EUR",\
                        "top_categories":[\
                        {"category":"Shopping","color":"#336699","total":70.00,"transaction_count":2},\
                        {"category":"Groceries","color":"#336699","total":20.01,"transaction_count":1}],\
                        "first_date":"2026-01-10","last_date":"2026-02-01","excluded_transaction_count":0}""");
    }

    @Test
    void metricsWhenNothingMatchesThenZeroAndNoCurrency() {
        assertThat(get(Person.create(), METRICS)).isEqualTo("""
                        {"total_spent":0.00,"average_transaction":0.00,"spending_by_category":{},\
                        "transaction_count":0,"currency":null,"top_categories":[],\
                        "first_date":null,"last_date":null,"excluded_transaction_count":0}""");
    }

    @Test
    void metricsWhenSeveralCurrenciesThenTheMainOneAndTheRestIsSaid() {
        Person person = Person.create()
                .has("spending", "10.00", "EUR", "Travel", "2026-01-01")
                .has("spending", "20.00", "EUR", "Travel", "2026-01-02")
                .has("spending", "5000", "JPY", "Travel", "2026-01-03");

        assertThat(get(person, METRICS))
                .contains(
                        "\"total_spent\":30.00",
                        "\"currency\":\"EUR\"",
                        "\"spending_by_category\":{\"Travel\":30.00}",
                        "\"last_date\":\"2026-01-02\"",
                        "\"excluded_transaction_count\":1");
    }

    @Test
    void merchantsThenNetAndLargestFirstInTheMainCurrency() {
        Person person = Person.create()
                .spends("30.00", "A", "2026-01-01")
                .at("Ferry")
                .spends("-10.00", "A", "2026-01-02")
                .at("Ferry")
                .spends("25.00", "B", "2026-01-03")
                .at("Bakery")
                .spends("1.00", "B", "2026-01-04")
                .at("Kiosk")
                .has("spending", "5000", "JPY", "A", "2026-01-03")
                .at("Ramen")
                .has("income", "99.00", "EUR", "A", "2026-01-03")
                .at("Employer");

        assertThat(get(person, MERCHANTS + "?limit=2")).isEqualTo("""
                        {"currency":"EUR","merchants":[\
                        {"merchant":"Bakery","total":25.00,"transaction_count":1},\
                        {"merchant":"Ferry","total":20.00,"transaction_count":2}]}""");
        assertThat(get(person, MERCHANTS + "?categories=B")).contains("Kiosk").doesNotContain("Ferry");
        assertThat(get(person, METRICS + "?merchant=Ferry")).contains("\"total_spent\":20.00");
        assertThat(get(Person.create(), MERCHANTS)).isEqualTo("{\"currency\":null,\"merchants\":[]}");
    }

    @Test
    void metricsWhenARefundOutweighsThenTheCategoryIsNegativeAndNotOnTop() {
        Person person =
                Person.create().spends("-30.00", "Shopping", "2026-01-20").spends("20.00", "Groceries", "2026-02-01");

        assertThat(get(person, METRICS))
                .contains("\"total_spent\":-10.00", "\"Shopping\":-30.00")
                .doesNotContain("\"category\":\"Shopping\"");
    }

    @Test
    void metricsWhenFilteredThenBothEndsOfTheRangeCount() {
        Person person = Person.create()
                .spends("1.00", "A", "2026-01-01")
                .spends("2.00", "A", "2026-01-02")
                .spends("4.00", "B", "2026-01-03")
                .spends("8.00", "A", "2026-01-04");

        assertThat(get(person, METRICS + "?start_date=2026-01-02&end_date=2026-01-03"))
                .contains("\"total_spent\":6.00");
        assertThat(get(person, METRICS + "?start_date=2026-01-02&categories=a")).contains("\"total_spent\":10.00");
    }

    /** No amount is less than nothing, so the second question is about the same, but only the rows can answer it. */
    @ParameterizedTest
    @CsvSource({
        "2024-12-31, 2026-02-01, 8",
        "2025-01-01, 2025-12-31, 5",
        "2025-01-02, 2026-01-30, 4",
        "2025-01-02, 2026-01-31, 5",
        "2024-12-31, 2025-12-31, 6",
        "2026-02-02, 2028-12-31, 0",
        "0001-01-01, 9999-12-31, 8",
        "0001-01-15, 9999-12-15, 8"
    })
    void metricsWhenOfWholeMonthsThenAsOfTheirRows(String start, String end, int count) {
        Person person = Person.create()
                .spends("1.00", "A", "2024-12-31")
                .spends("2.00", "A", "2025-01-01")
                .spends("4.00", "B", "2025-01-02")
                .spends("-8.00", "C", "2025-01-31")
                .spends("16.00", "A", "2025-07-01")
                .spends("-32.00", "B", "2025-12-31")
                .spends("64.00", "B", "2026-01-31")
                .spends("128.00", "A", "2026-02-01")
                .has("spending", "5000", "JPY", "A", "2025-02-10")
                .has("income", "99.00", "EUR", "A", "2025-02-03");
        String range = METRICS + "?start_date=" + start + "&end_date=" + end;

        assertThat(get(person, range))
                .contains("\"transaction_count\":" + count)
                .isEqualTo(get(person, range + "&min_amount=0"));
        for (String more : new String[] {"&basis=gross", "&currency=JPY", "&currency=EUR&basis=gross"}) {
            assertThat(get(person, range + more)).isEqualTo(get(person, range + more + "&min_amount=0"));
        }
    }

    @Test
    void figuresWhenGrossThenWithoutRefunds() {
        Person person = Person.create()
                .spends("10.00", "A", "2026-01-15")
                .spends("-4.00", "A", "2026-01-15")
                .spends("-3.00", "B", "2026-01-15");
        String gross = "?basis=gross&weekdays=4&merchant=Corner%20Shop&merchant=Other";

        assertThat(get(person, METRICS + gross))
                .contains("\"total_spent\":10.00", "\"spending_by_category\":{\"A\":10.00}", "\"transaction_count\":1");
        assertThat(get(person, MERCHANTS + gross)).contains("\"total\":10.00");
        assertThat(get(person, TIME_SERIES + gross)).contains("\"total\":10.00");
    }

    @Test
    void timeSeriesThenGapsAreZeroAndPointsAddUp() {
        Person person = Person.create()
                .spends("10.00", "A", "2026-01-15")
                .spends("-4.00", "A", "2026-01-20")
                .spends("3.00", "A", "2026-03-02");

        assertThat(get(person, TIME_SERIES)).isEqualTo("""
                        {"granularity":"month","currency":"EUR","points":[\
                        {"period_start":"2026-01-01","start_date":"2026-01-15","end_date":"2026-01-31","total":6.00,"transaction_count":2},\
                        {"period_start":"2026-02-01","start_date":"2026-02-01","end_date":"2026-02-28","total":0.00,"transaction_count":0},\
                        {"period_start":"2026-03-01","start_date":"2026-03-01","end_date":"2026-03-02","total":3.00,"transaction_count":1}]}""");
    }

    @Test
    void timeSeriesWhenARangeIsAskedForThenAllOfItIsThere() {
        Person person = Person.create().spends("10.00", "A", "2026-01-07");

        assertThat(get(person, TIME_SERIES + "?granularity=week&start_date=2026-01-01&end_date=2026-01-12"))
                .isEqualTo("""
                        {"granularity":"week","currency":"EUR","points":[\
                        {"period_start":"2025-12-29","start_date":"2026-01-01","end_date":"2026-01-04","total":0.00,"transaction_count":0},\
                        {"period_start":"2026-01-05","start_date":"2026-01-05","end_date":"2026-01-11","total":10.00,"transaction_count":1},\
                        {"period_start":"2026-01-12","start_date":"2026-01-12","end_date":"2026-01-12","total":0.00,"transaction_count":0}]}""");
    }

    @Test
    void timeSeriesWhenNothingMatchesAndNoRangeThenNoPoints() {
        assertThat(get(Person.create(), TIME_SERIES + "?granularity=day"))
                .isEqualTo("{\"granularity\":\"day\",\"currency\":null,\"points\":[]}");
    }

    @ParameterizedTest
    @CsvSource({
        "granularity=year, granularity",
        "granularity=DAY, granularity",
        "granularity=day&start_date=1900-01-01&end_date=2100-01-01, granularity",
        "start_date=2026-02-02&end_date=2026-02-01, end_date",
        "end_date=2026-99-99, end_date",
    })
    void timeSeriesWhenAParameterIsBadThenProblemNamesIt(String query, String field) {
        Person.create()
                .asking(client)
                .get()
                .uri(TIME_SERIES + "?" + query)
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo(field);
    }

    @ParameterizedTest
    @CsvSource({"0", "101", "x"})
    void merchantsWhenLimitIsBadThenProblemNamesIt(String limit) {
        Person.create()
                .asking(client)
                .get()
                .uri(MERCHANTS + "?limit=" + limit)
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("limit");
    }

    private String get(Person person, String uri) {
        String body = person.asking(client)
                .get()
                .uri(URI.create(uri))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        return String.valueOf(body);
    }
}
