package com.spendtracker.analytics.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import com.spendtracker.analytics.AnalyticsTest;
import com.spendtracker.analytics.Person;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.FluxExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;

@AnalyticsTest
class TransactionControllerWebFluxTests {
    private static final String PATH = "/api/v1/transactions";

    private final WebTestClient client;

    TransactionControllerWebFluxTests(@Autowired WebTestClient client) {
        this.client = client;
    }

    @Test
    void listThenEveryFieldIsNamedAsClientsKnowIt() {
        Person person = Person.create().spends("12.50", "Groceries", "2026-03-01");

        person.asking(client)
                .get()
                .uri(PATH)
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("X-Total-Count", "1")
                .expectBody(String.class)
                .value(body -> assertThat(body)
                        .matches("\\[\\{\"id\":\\d+,\"user_id\":" + person.id()
                                + ",\"amount\":12\\.50,\"currency\":\"EUR\",\"kind\":\"spending\","
                                + "\"category\":\"Groceries\",\"merchant\":\"Corner Shop\","
                                + "\"description\":\"CARD PAYMENT\",\"transaction_date\":\"2026-03-01\","
                                + "\"account\":null,\"category_source\":\"hand\",\"rule_id\":null,\"learnt_from\":null,"
                                + "\"import_id\":null,\"split_of\":null,\"version\":1}]"));
    }

    @Test
    void listThenNewestFirstAndTheLatestOfOneDayFirst() {
        Person person = Person.create()
                .spends("1.00", "A", "2026-01-02")
                .spends("2.00", "A", "2026-01-03")
                .spends("3.00", "A", "2026-01-02");

        assertThat(amounts(person, "")).containsExactly("2.00", "3.00", "1.00");
    }

    @Test
    void listWhenPagedThenEveryRowOnceAndTheCountIsOfAll() {
        Person person = Person.create();
        for (int i = 0; i < 7; i++) {
            person.spends(i + ".00", "A", "2026-01-0" + (1 + i / 3));
        }

        List<String> paged = new ArrayList<>(amounts(person, "?skip=0&limit=3"));
        paged.addAll(amounts(person, "?skip=3&limit=3"));
        paged.addAll(amounts(person, "?skip=6&limit=3"));

        assertThat(paged).containsExactlyElementsOf(amounts(person, "")).hasSize(7);
        person.asking(client)
                .get()
                .uri(PATH + "?skip=6&limit=3")
                .exchange()
                .expectHeader()
                .valueEquals("X-Total-Count", "7");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-date",
                "date",
                "-amount",
                "amount",
                "merchant",
                "-merchant",
                "category",
                "-category",
                "-date&weekdays=4,5,6&q=shop",
                "-amount&categories=a,b&kind=spending"
            })
    void listWhenGoneOnAfterACursorThenEveryRowOnceInTheSameOrder(String sort) {
        Person person = Person.create();
        Random random = new Random(sort.length());
        for (int i = 0; i < 30; i++) {
            person.spends(
                    random.nextInt(4) + ".50",
                    List.of("A", "b", "C").get(random.nextInt(3)),
                    "2026-01-0" + (1 + random.nextInt(4)));
            person.at(
                    random.nextInt(4) == 0
                            ? null
                            : List.of("a shop", "A Shop", "Zoo|=shop").get(random.nextInt(3)));
        }
        String query = "?sort=" + sort;
        List<Long> all = ids(list(person, query + "&limit=1000"));
        List<Long> paged = new ArrayList<>();
        String after = "";
        do {
            FluxExchangeResult<Map<String, Object>> answer = list(person, query + "&limit=4" + after);
            String next = answer.getResponseHeaders().getFirst("X-Next-Cursor");
            assertThat(answer.getResponseHeaders().getFirst("X-Total-Count")).isEqualTo(String.valueOf(all.size()));
            paged.addAll(ids(answer));
            after = next == null ? null : "&after=" + next;
        } while (after != null);

        assertThat(paged).isEqualTo(all).hasSizeGreaterThan(8);
    }

    @Test
    void listWhenGoneOnAfterWhatIsGoneThenFromThere() {
        Person person = Person.create();
        for (int day = 1; day < 6; day++) {
            person.spends(day + ".00", "A", "2026-01-0" + day);
        }
        FluxExchangeResult<Map<String, Object>> first = list(person, "?limit=2");
        person.asking(client)
                .delete()
                .uri(PATH + "/" + ids(first).getLast())
                .header("If-Match", "*")
                .exchange()
                .expectStatus()
                .isNoContent();

        assertThat(amounts(
                        person, "?limit=2&after=" + first.getResponseHeaders().getFirst("X-Next-Cursor")))
                .containsExactly("3.00", "2.00");
    }

    @Test
    void listWhenTheCursorIsNotOfThisListThenProblemNamesIt() {
        Person person = Person.create().spends("1.00", "A", "2026-01-01").spends("2.00", "A", "2026-01-02");
        Person stranger = Person.create();
        String cursor = Objects.requireNonNull(
                list(person, "?limit=1").getResponseHeaders().getFirst("X-Next-Cursor"));

        assertThat(amounts(person, "?after=" + cursor)).containsExactly("1.00");
        refusedCursor(stranger, "?after=" + cursor);
        for (String query : List.of(
                "?sort=date&after=" + cursor,
                "?q=a&after=" + cursor,
                "?skip=0&after=" + cursor,
                "?after=",
                "?after=!",
                "?after=abc",
                "?after=" + cursor.substring(1),
                "?after=" + cursor.substring(0, cursor.length() - 8))) {
            refusedCursor(person, query);
        }
    }

    private void refusedCursor(Person person, String query) {
        person.asking(client)
                .get()
                .uri(PATH + query)
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("after");
    }

    private FluxExchangeResult<Map<String, Object>> list(Person person, String query) {
        return person.asking(client)
                .get()
                .uri(URI.create(PATH + query))
                .exchange()
                .expectStatus()
                .isOk()
                .returnResult(new ParameterizedTypeReference<>() {});
    }

    private static List<Long> ids(FluxExchangeResult<Map<String, Object>> answer) {
        return Objects.requireNonNull(answer.getResponseBody()
                .map(transaction -> ((Number) Objects.requireNonNull(transaction.get("id"))).longValue())
                .collectList()
                .block());
    }

    @Test
    void listWhenSkipIsBeyondTheEndThenEmpty() {
        Person person = Person.create().spends("1.00", "A", "2026-01-02");

        assertThat(amounts(person, "?skip=9223372036854775807")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    start_date=2026-01-02&end_date=2026-01-03 | 3.00,2.00
                    start_date=2026-01-03                     | 4.00,3.00
                    end_date=2026-01-02                       | 2.00,1.00
                    categories=b                              | 4.00,2.00
                    categories=B, A                           | 4.00,3.00,2.00,1.00
                    categories=B&end_date=2026-01-02          | 2.00
                    categories=nothing                        | ''
                    categories=                               | 4.00,3.00,2.00,1.00
                    start_date=&end_date=                     | 4.00,3.00,2.00,1.00
                    """)
    void listWhenFilteredThenOnlyWhatMatches(String query, String expected) {
        Person person = Person.create()
                .spends("1.00", "A", "2026-01-01")
                .spends("2.00", "B", "2026-01-02")
                .spends("3.00", "A", "2026-01-03")
                .spends("4.00", "B", "2026-01-04");

        assertThat(String.join(",", amounts(person, "?" + query))).isEqualTo(expected);
    }

    @Test
    void listWhenAnotherPersonsThenNothing() {
        Person.create().spends("1.00", "A", "2026-01-01");

        assertThat(amounts(Person.create(), "?categories=A")).isEmpty();
    }

    @Test
    void listWhenAmountsAreOddThenExact() {
        Person person = Person.create()
                .has("spending", "123456789012345.6789", "EUR", "A", "2026-01-03")
                .has("spending", "1500", "JPY", "A", "2026-01-02")
                .has("spending", "-0.10", "EUR", "A", "2026-01-01");

        assertThat(amounts(person, "")).containsExactly("123456789012345.6789", "1500", "-0.10");
    }

    @ParameterizedTest
    @CsvSource({
        "sort=amount, '1.00,2.00,3.00'",
        "sort=-amount, '3.00,2.00,1.00'",
        "sort=date, '2.00,3.00,1.00'",
        "sort=category, '3.00,2.00,1.00'",
        "sort=-category, '1.00,3.00,2.00'",
        "q=corner, '1.00,3.00,2.00'",
        "q=PAYMENT, '1.00,3.00,2.00'",
        "q=%25, ''",
        "q=c_rner, ''",
        "min_amount=2, '3.00,2.00'",
        "max_amount=2.00, '1.00,2.00'",
        "min_amount=2&max_amount=2, '2.00'",
        "kind=income, ''",
        "kind=spending&q=corner&min_amount=2&categories=A&sort=amount, '2.00,3.00'",
        "accounts=1, ''",
        "import_id=1, ''",
        "currency=eur, '1.00,3.00,2.00'",
        "currency=JPY, ''",
    })
    void listWhenSortedOrNarrowedThenSo(String query, String expected) {
        Person person = Person.create()
                .spends("2.00", "A", "2026-01-01")
                .spends("3.00", "A", "2026-01-02")
                .spends("1.00", "B", "2026-01-03");

        assertThat(String.join(",", amounts(person, "?" + query))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    merchant=B%2C%20Inc.                 | 2.00
                    merchant=A&merchant=B%2C%20Inc.      | 1.00,2.00
                    merchant=B                           | ''
                    merchant=a                           | ''
                    merchant=&merchant=A                 | 1.00
                    merchant=                            | 1.00,2.00,-3.00,-4.00
                    weekdays=1                           | 1.00
                    weekdays=2,7                         | 2.00,-4.00
                    weekdays=1&weekdays=7                | 1.00,-4.00
                    weekdays=1,2,3,4,5,6,7               | 1.00,2.00,-3.00,-4.00
                    weekdays=                            | 1.00,2.00,-3.00,-4.00
                    basis=net                            | 1.00,2.00,-3.00,-4.00
                    basis=gross                          | 1.00,2.00,-4.00
                    basis=gross&kind=spending&weekdays=2 | 2.00
                    """)
    void listWhenNarrowedToMerchantsWeekdaysOrABasisThenSo(String query, String expected) {
        Person person = Person.create()
                .spends("1.00", "A", "2026-01-05")
                .at("A")
                .spends("2.00", "A", "2026-01-06")
                .at("B, Inc.")
                .spends("-3.00", "A", "2026-01-07")
                .has("transfer", "-4.00", "EUR", "A", "2026-01-11");

        assertThat(String.join(",", amounts(person, URI.create(PATH + "?sort=date&" + query))))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "sort=size, sort",
        "kind=gift, kind",
        "min_amount=-1, min_amount",
        "min_amount=x, min_amount",
        "min_amount=1e999999, min_amount",
        "min_amount=5&max_amount=4, max_amount",
        "accounts=a, accounts",
        "import_id=a, import_id",
        "currency=euro, currency",
        "merchant=a%00b, merchant",
        "merchant=a&merchant=b%0A, merchant",
        "weekdays=0, weekdays",
        "weekdays=8, weekdays",
        "weekdays=1%2Cx, weekdays",
        "weekdays=Monday, weekdays",
        "basis=Net, basis",
        "basis=net&basis=gross, basis",
        "limit=-1, limit",
        "limit=0, limit",
        "limit=1001, limit",
        "limit=x, limit",
        "limit=1.5, limit",
        "limit=99999999999, limit",
        "skip=-1, skip",
        "skip=9223372036854775808, skip",
        "start_date=2025-13-01, start_date",
        "start_date=2025-02-30, start_date",
        "start_date=2025-1-5, start_date",
        "start_date=yesterday, start_date",
        "end_date=20250101, end_date",
        "start_date=0000-01-01, start_date",
        "start_date=2026-02-02&end_date=2026-02-01, end_date",
        "categories=a%00b, categories",
    })
    void listWhenAParameterIsBadThenProblemNamesIt(String query, String field) {
        Person.create()
                .asking(client)
                .get()
                .uri(URI.create(PATH + "?" + query))
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:spend-tracker:problem:invalid-input")
                .jsonPath("$.status")
                .isEqualTo(400)
                .jsonPath("$.errors[0].field")
                .isEqualTo(field)
                .jsonPath("$.detail")
                .value(
                        String.class,
                        detail -> assertThat(detail).startsWith(field).doesNotContain("java", "Exception", "select "));
    }

    @ParameterizedTest
    @ValueSource(ints = {10_000, 5_000})
    void listWhenCategoriesAreEndlessThenProblem(int length) {
        Person.create()
                .asking(client)
                .get()
                .uri(PATH + "?categories=" + "x".repeat(length))
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("categories");
    }

    @Test
    void listWhenMerchantsAreEndlessThenProblem() {
        String many =
                IntStream.rangeClosed(1, 101).mapToObj(i -> "merchant=" + i).collect(Collectors.joining("&"));
        Person.create()
                .asking(client)
                .get()
                .uri(PATH + "?" + many)
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("merchant");
    }

    @Test
    void listWithoutATokenThenUnauthorized() {
        client.get()
                .uri(PATH)
                .exchange()
                .expectStatus()
                .isUnauthorized()
                .expectHeader()
                .valueEquals("WWW-Authenticate", "Bearer")
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON);
    }

    private List<String> amounts(Person person, String query) {
        return amounts(person, URI.create(PATH + query.replace(" ", "%20")));
    }

    private List<String> amounts(Person person, URI address) {
        List<Row> rows = person.asking(client)
                .get()
                .uri(address)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(new ParameterizedTypeReference<List<Row>>() {})
                .returnResult()
                .getResponseBody();
        return rows == null
                ? List.of()
                : rows.stream().map(row -> row.amount().toPlainString()).toList();
    }

    /** The part of a transaction that these tests compare. */
    private record Row(java.math.BigDecimal amount) {}
}
