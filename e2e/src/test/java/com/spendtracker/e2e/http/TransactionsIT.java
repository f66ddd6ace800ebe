package com.spendtracker.e2e.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.spendtracker.e2e.stack.DemoUser;
import com.spendtracker.e2e.stack.Filter;
import com.spendtracker.e2e.stack.Ledger;
import com.spendtracker.e2e.stack.Stack;
import com.spendtracker.e2e.stack.StackUnderTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The list of transactions: complete, in a stable order, and nobody else's. */
@ExtendWith(StackUnderTest.class)
class TransactionsIT {
    private static final String TRANSACTIONS = "/api/v1/transactions";
    private static final int PAGE = 250;

    private final Api api;
    private final Ledger ledger;

    TransactionsIT(Stack stack) {
        this.api = new Api(stack.gateway());
        this.ledger = stack.ledger();
    }

    @ParameterizedTest
    @EnumSource
    void listWhenPagedThenEachRowOnceInOrder(DemoUser user) {
        List<Long> expected = ledger.transactionIds(user, Filter.NONE);

        assertThat(expected).hasSizeGreaterThanOrEqualTo(800);
        assertThat(idsPageByPage(user, Filter.NONE)).isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource
    void listWhenFilteredThenSameRowsAsSql(DemoUser user) {
        Filter filter = new Filter(Filter.today().minusMonths(6), Filter.today().minusMonths(2), user.twoCategories());

        assertThat(idsPageByPage(user, filter))
                .isEqualTo(ledger.transactionIds(user, filter))
                .isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void listWhenReadThenOnlyOwnRows(DemoUser user) {
        long own = ledger.userId(user);

        assertThat(get(user, "?limit=1000").json().values())
                .isNotEmpty()
                .allSatisfy(
                        row -> assertThat(row.required("user_id").longValue()).isEqualTo(own));
    }

    @ParameterizedTest
    @ValueSource(strings = {"user_id", "owner", "userId", "sub"})
    void listWhenAnotherUserIsAskedForThenStillOnlyOwnRows(String parameter) {
        long own = ledger.userId(DemoUser.JOHN);
        long other = ledger.userId(DemoUser.JANE);

        assertThat(get(DemoUser.JOHN, "?" + parameter + "=" + other).json().values())
                .isNotEmpty()
                .allSatisfy(
                        row -> assertThat(row.required("user_id").longValue()).isEqualTo(own));
    }

    @Test
    void listWhenRowIsReadThenHasTheFieldsOfTheApi() {
        JsonNode row = get(DemoUser.JOHN, "?limit=1").json().get(0);

        assertThat(row.propertyNames())
                .containsExactlyInAnyOrder(
                        "id",
                        "user_id",
                        "amount",
                        "currency",
                        "kind",
                        "category",
                        "merchant",
                        "description",
                        "transaction_date",
                        "account",
                        "category_source",
                        "rule_id",
                        "learnt_from",
                        "import_id",
                        "split_of",
                        "version");
        assertThat(row.required("amount").decimalValue().scale()).isEqualTo(2);
        assertThat(row.required("transaction_date").stringValue()).matches("\\d{4}-\\d{2}-\\d{2}");
    }

    @Test
    void listWhenAllIsReadThenEveryKindAndRefundsAreThere() {
        List<JsonNode> rows =
                new ArrayList<>(get(DemoUser.JOHN, "?limit=1000").json().values());

        assertThat(rows)
                .extracting(row -> row.required("kind").stringValue())
                .contains("spending", "income", "transfer");
        assertThat(rows)
                .filteredOn(row -> row.required("amount").decimalValue().signum() < 0)
                .isNotEmpty()
                .allSatisfy(
                        row -> assertThat(row.required("kind").stringValue()).isEqualTo("spending"));
    }

    @Test
    void listWhenLimitIsLeftOutThenOneHundred() {
        assertThat(get(DemoUser.JOHN, "").json().size()).isEqualTo(100);
    }

    @Test
    void listWhenSkippedBeyondTheEndThenEmptyWithTotalCount() {
        for (String skip : List.of("100000", "9223372036854775807")) {
            Answer answer = get(DemoUser.JOHN, "?skip=" + skip);

            assertThat(answer.json().isEmpty()).isTrue();
            assertThat(answer.header("X-Total-Count"))
                    .isEqualTo(Integer.toString(
                            ledger.transactionIds(DemoUser.JOHN, Filter.NONE).size()));
        }
    }

    @Test
    void listWhenNothingMatchesThenEmptyWithTotalCountZero() {
        Answer answer = get(DemoUser.JOHN, "?categories=No%20such%20category");

        assertThat(answer.body()).isEqualTo("[]");
        assertThat(answer.header("X-Total-Count")).isEqualTo("0");
    }

    @ParameterizedTest
    @EnumSource
    void categoriesWhenListedThenSortedAndUsedByTheRows(DemoUser user) {
        JsonNode categories =
                api.getAs(Tokens.of(api, user), "/api/v1/categories").json();
        List<String> names = categories.values().stream()
                .map(category -> category.required("name").stringValue())
                .toList();

        assertThat(names).containsAll(user.twoCategories()).isSortedAccordingTo(String.CASE_INSENSITIVE_ORDER);
        assertThat(categories.values())
                .allSatisfy(category ->
                        assertThat(category.required("color").stringValue()).matches("#[0-9a-f]{6}"));
        assertThat(names).containsAll(categoriesOfRows(user));
    }

    private Set<String> categoriesOfRows(DemoUser user) {
        Set<String> names = new TreeSet<>();
        get(user, "?limit=1000")
                .json()
                .forEach(row -> names.add(row.required("category").stringValue()));
        return names;
    }

    private List<Long> idsPageByPage(DemoUser user, Filter filter) {
        List<Long> ids = new ArrayList<>();
        int total;
        do {
            Answer page = get(user, filter.query("skip=" + ids.size(), "limit=" + PAGE));
            total = Integer.parseInt(page.header("X-Total-Count"));
            assertThat(page.json().size()).isEqualTo(Math.min(PAGE, total - ids.size()));
            page.json().forEach(row -> ids.add(row.required("id").longValue()));
        } while (ids.size() < total);
        return ids;
    }

    private Answer get(DemoUser user, String query) {
        Answer answer = api.getAs(Tokens.of(api, user), TRANSACTIONS + query);
        assertThat(answer.status()).as(query + " " + answer.body()).isEqualTo(200);
        return answer;
    }
}
