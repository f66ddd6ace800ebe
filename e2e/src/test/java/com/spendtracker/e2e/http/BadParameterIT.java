package com.spendtracker.e2e.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.spendtracker.e2e.stack.DemoUser;
import com.spendtracker.e2e.stack.Stack;
import com.spendtracker.e2e.stack.StackUnderTest;
import java.io.UncheckedIOException;
import java.net.SocketException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever stands in the address, the answer is a problem that names it or a right answer, never an error of ours. */
@ExtendWith(StackUnderTest.class)
class BadParameterIT {
    private static final String LIST = "/api/v1/transactions";
    private static final String TIME_SERIES = "/api/v1/transactions/time-series";
    private static final List<String> FILTERED = List.of(LIST, LIST + "/metrics", TIME_SERIES);

    private final Stack stack;
    private final Api api;
    private final String token;

    BadParameterIT(Stack stack) {
        this.stack = stack;
        this.api = new Api(stack.gateway());
        this.token = Tokens.of(api, DemoUser.JOHN);
    }

    @ParameterizedTest
    @CsvSource({
        "start_date=2025-13-01, start_date",
        "start_date=2025-02-30, start_date",
        "start_date=2025-1-1, start_date",
        "start_date=20250101, start_date",
        "start_date=01.02.2025, start_date",
        "start_date=2025-01-01T00:00:00Z, start_date",
        "start_date=yesterday, start_date",
        "start_date=0000-01-01, start_date",
        "start_date=-0001-01-01, start_date",
        "start_date=2025-01-01%00, start_date",
        "end_date=2025-02-29, end_date",
        "end_date=10000-01-01, end_date",
        "end_date=%2B10000-01-01, end_date",
        "end_date='; drop table analytics.transactions;--, end_date",
        "start_date=2025-02-02&end_date=2025-02-01, end_date",
        "start_date=x&end_date=y, start_date end_date",
        "categories=Gro%00ceries, categories",
        "categories=a%0Ab, categories",
        "categories=Groceries%2Ca%1Bb, categories"
    })
    void filterWhenPartIsNotUsableThenInvalid(String query, String fields) {
        assertThat(FILTERED)
                .allSatisfy(path ->
                        Problems.assertInvalid(get(path + "?" + query.replace(" ", "%20")), fields.split(" ", -1)));
    }

    @ParameterizedTest
    @CsvSource({
        "limit=-1, limit",
        "limit=0, limit",
        "limit=1001, limit",
        "limit=1.5, limit",
        "limit=x, limit",
        "limit=1e3, limit",
        "limit=99999999999999999999, limit",
        "skip=-1, skip",
        "skip=x, skip",
        "skip=1.5, skip",
        "skip=9223372036854775808, skip",
        "skip=-9223372036854775808, skip",
        "skip=-1&limit=0, skip limit"
    })
    void pageWhenPartIsNotUsableThenInvalid(String query, String fields) {
        Problems.assertInvalid(get(LIST + "?" + query), fields.split(" ", -1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"granularity=year", "granularity=MONTHS", "granularity=%00", "granularity=day&granularity=week"})
    void timeSeriesWhenGranularityIsNoneThenInvalid(String query) {
        Problems.assertInvalid(get(TIME_SERIES + "?" + query), "granularity");
    }

    @ParameterizedTest
    @ValueSource(strings = {"day", "week", "month"})
    void timeSeriesWhenItWouldHaveTooManyPointsThenInvalid(String granularity) {
        String query = "?start_date=0001-01-02&end_date=9999-12-30&granularity=" + granularity;

        Problems.assertInvalid(get(TIME_SERIES + query), "granularity");
    }

    @Test
    void filterWhenRangeIsTheWidestThenRightAnswer() {
        Answer all = get(LIST + "/metrics");

        assertThat(get(LIST + "/metrics?start_date=0001-01-01&end_date=9999-12-31")
                        .body())
                .isEqualTo(all.body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"start_date=", "end_date=", "categories=", "categories=,,%20,", "unknown=1", "&&=&", "?"})
    void filterWhenPartSaysNothingThenAsWithoutIt(String query) {
        assertThat(get(LIST + "/metrics?" + query).body())
                .isEqualTo(get(LIST + "/metrics").body());
    }

    @Test
    void categoriesWhenTenKilobytesThenInvalid() {
        String oneLongName = "?categories=" + "x".repeat(10 * 1024);
        String manyNames = "?categories=" + "abcdefghi,".repeat(1024);

        assertThat(FILTERED).allSatisfy(path -> {
            Problems.assertInvalid(get(path + oneLongName), "categories");
            Problems.assertInvalid(get(path + manyNames), "categories");
        });
    }

    @Test
    void addressWhenLongerThanAServerReadsThenRefused() {
        assertThat(FILTERED)
                .allSatisfy(
                        path -> assertRefused("GET " + path + "?categories=" + "x".repeat(100 * 1024) + " HTTP/1.1"));
    }

    @Test
    void headersWhenLongerThanAServerReadsThenRefused() {
        assertRefused("GET " + LIST + " HTTP/1.1", "X-Long: " + "x".repeat(100 * 1024));
    }

    @ParameterizedTest
    @ValueSource(strings = {"categories=%zz", "categories=%", "categories=%2", "%zz=1", "start_date=%u0041", "a=\"\\"})
    void addressWhenEncodingIsBrokenThenBadRequest(String query) {
        assertThat(FILTERED)
                .allSatisfy(path -> Problems.assertProblem(
                        RawHttp.send(
                                stack.gateway(),
                                "GET " + path + "?" + query + " HTTP/1.1",
                                "Authorization: Bearer " + token),
                        400));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"limit=1&limit=2", "limit=0x10", "skip=0&skip=x", "start_date=2025-01-01&start_date=2025-01-02"})
    void listWhenPartIsDoubtfulThenInvalidOrList(String query) {
        Answer answer = get(LIST + "?" + query);

        if (answer.status() == 200) {
            assertThat(answer.json().isArray()).isTrue();
        } else {
            Problems.assertProblem(answer, 400);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"%c3%28", "%ff%fe", "%ed%a0%80", "%f0%9f%92%b8", "%e2%80%ae", "'", "%25", "%22%5C"})
    void categoriesWhenNoNameOfOursThenInvalidOrEmpty(String name) {
        Answer answer = RawHttp.send(
                stack.gateway(), "GET " + LIST + "?categories=" + name + " HTTP/1.1", "Authorization: Bearer " + token);

        if (answer.status() == 200) {
            assertThat(answer.body()).isEqualTo("[]");
        } else {
            Problems.assertProblem(answer, 400);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1//transactions", "/api/v1/transactions;x=1", "/api/v1/%2e%2e/v1/transactions"})
    void pathWhenNotPlainThenBadRequest(String path) {
        Problems.assertProblem(get(path), 400);
    }

    @Test
    void pathWhenUnknownThenNotFound() {
        for (String path : List.of("/api/v1/nothing", "/api/v1/transactions/nothing")) {
            Problems.assertProblem(get(path), 404);
        }
    }

    @Test
    void methodWhenNotSupportedThenSaysWhichAre() {
        for (String method : List.of("DELETE", "PUT", "PATCH")) {
            Answer answer = api.send(method, LIST, "Authorization", "Bearer " + token);

            Problems.assertProblem(answer, 405);
            assertThat(answer.header("Allow")).contains("GET");
        }
    }

    @Test
    void acceptWhenNotJsonThenNotAcceptableOrJson() {
        Answer answer = api.get(LIST, "Authorization", "Bearer " + token, "Accept", "text/csv");

        if (answer.status() != 200) {
            Problems.assertProblem(answer, 406);
        }
    }

    /** Refused by status, or by closing the connection on a client that is still sending; and all goes on. */
    private void assertRefused(String requestLine, String... headerLines) {
        try {
            assertThat(RawHttp.send(stack.gateway(), requestLine, headerLines).status())
                    .isIn(400, 414, 431);
        } catch (UncheckedIOException e) {
            assertThat(e).hasCauseInstanceOf(SocketException.class);
        }
        assertThat(get(LIST + "?limit=1").status()).isEqualTo(200);
    }

    private Answer get(String pathAndQuery) {
        return api.getAs(token, pathAndQuery);
    }
}
