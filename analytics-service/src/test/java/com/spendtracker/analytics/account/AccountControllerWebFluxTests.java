package com.spendtracker.analytics.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.spendtracker.analytics.AnalyticsTest;
import com.spendtracker.analytics.Asking;
import com.spendtracker.analytics.Person;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

@AnalyticsTest
class AccountControllerWebFluxTests {
    private static final int NOBODYS = 999_999_999;

    private final Asking accounts;
    private final Asking transactions;
    private final Asking rules;
    private final Person person = Person.signUp();

    AccountControllerWebFluxTests(@Autowired WebTestClient client) {
        accounts = new Asking(client, "/api/v1/accounts");
        transactions = new Asking(client, "/api/v1/transactions");
        rules = new Asking(client, "/api/v1/rules");
    }

    @Test
    void listThenOnlyOnesOwnByNameWithWhatIsOnThem() {
        Person.signUp().account("Another's");
        int savings = person.account("savings");
        int everyday = person.account("Everyday");
        spend("Everyday", "2026-03-01");
        spend("Everyday", "2026-02-01");

        assertThat(accounts.answered(person, "GET", "", 200).toString())
                .isEqualTo("[{\"id\":" + everyday + ",\"name\":\"Everyday\",\"identifier\":null,\"currency\":null,"
                        + "\"transactions\":2,\"last_date\":\"2026-03-01\"},"
                        + "{\"id\":" + savings + ",\"name\":\"savings\",\"identifier\":null,\"currency\":null,"
                        + "\"transactions\":0,\"last_date\":null}]");
    }

    @Test
    void addThenListed() {
        JsonNode added = add("{\"name\":\" Cash \",\"currency\":\"eur\"}");

        assertThat(added.get("name").asString()).isEqualTo("Cash");
        assertThat(added.get("currency").asString()).isEqualTo("EUR");
        assertThat(accounts.answered(person, "GET", "", 200).get(0)).isEqualTo(added);
    }

    @Test
    void changeThenWhatIsLeftOutStays() {
        int id = add("{\"name\":\"Cash\",\"currency\":\"EUR\"}").get("id").asInt();

        assertThat(change(id, "{\"name\":\"Purse\"}").get("currency").asString())
                .isEqualTo("EUR");
        assertThat(change(id, "{\"currency\":\"chf\"}").get("currency").asString())
                .isEqualTo("CHF");
        JsonNode changed = change(id, "{\"currency\":\"\"}");
        assertThat(changed.get("name").asString()).isEqualTo("Purse");
        assertThat(changed.get("currency").isNull()).isTrue();
        assertThat(accounts.answered(person, "GET", "", 200).get(0)).isEqualTo(changed);
    }

    @Test
    void addOrChangeWhenTheNameIsTakenThenConflictWithoutRegardToCase() {
        person.account("Everyday");
        int other = person.account("Savings");

        accounts.refused(person, "POST", "{\"name\":\"EVERYDAY\"}", 409);
        accounts.refused(person, "PATCH /" + other, "{\"name\":\"everyday\"}", 409);
        assertThat(change(other, "{\"name\":\"SAVINGS\"}").get("name").asString())
                .isEqualTo("SAVINGS");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"name":" "}                          | name
            {"name":"a\\u0007b"}                  | name
            {"name":"Cash","currency":"EURO"}     | currency
            {"name":"Cash","currency":"12"}       | currency
            """)
    void addOrChangeWhenAFieldIsBadThenProblemNamesIt(String body, String field) {
        int id = person.account("Everyday");
        accounts.invalid(person, "POST", body, field);
        accounts.invalid(person, "PATCH /" + id, body, field);
        accounts.invalid(person, "POST", "{}", "name");
        accounts.invalid(person, "POST", "{\"name\":\"" + "x".repeat(101) + "\"}", "name");
    }

    @Test
    void anyWhenTheBodyCannotBeReadThenBadRequest() {
        for (String body : List.of("", "null", "[]", "{\"name\":{}}")) {
            accounts.send(person, "POST", body).expectStatus().isBadRequest();
        }
        accounts.send(person, "DELETE /x", "").expectStatus().isBadRequest();
    }

    @Test
    void deleteWhenNothingIsOnItThenGone() {
        int id = person.account("Everyday");

        accounts.send(person, "DELETE /" + id, "").expectStatus().isNoContent();

        assertThat(accounts.answered(person, "GET", "", 200)).isEmpty();
        accounts.refused(person, "DELETE /" + id, "", 404);
    }

    @Test
    void deleteWhenTransactionsOrRulesAreOnItThenConflictAndNothingIsLost() {
        int used = person.account("Everyday");
        spend("Everyday", "2026-03-01");
        int ruled = person.account("Savings");
        rules.answered(
                person,
                "POST",
                "{\"field\":\"any\",\"comparison\":\"contains\",\"pattern\":\"x\",\"kind\":\"transfer\",\"account_id\":"
                        + ruled + "}",
                201);

        assertThat(accounts.refused(person, "DELETE /" + used, "", 409)).contains("transactions: 1");
        assertThat(accounts.refused(person, "DELETE /" + ruled, "", 409)).contains("rules: 1");

        assertThat(accounts.answered(person, "GET", "", 200)).hasSize(2);
        assertThat(rules.answered(person, "GET", "", 200)).hasSize(1);
    }

    @Test
    void anyWhenTheAccountIsAnothersThenLooksLikeNone() {
        int theirs = person.account("Theirs");
        Person stranger = Person.signUp();
        for (String request : List.of("PATCH /%d", "DELETE /%d")) {
            assertThat(accounts.refused(stranger, request.formatted(theirs), "{\"name\":\"Mine\"}", 404))
                    .isEqualTo(accounts.refused(stranger, request.formatted(NOBODYS), "{\"name\":\"Mine\"}", 404));
        }
        assertThat(accounts.answered(person, "GET", "", 200).at("/0/name").asString())
                .isEqualTo("Theirs");
    }

    private void spend(String account, String day) {
        transactions.answered(
                person,
                "POST",
                "{\"amount\":1,\"currency\":\"EUR\",\"category\":\"Groceries\",\"transaction_date\":\"" + day
                        + "\",\"account\":\"" + account + "\"}",
                201);
    }

    private JsonNode add(String account) {
        return accounts.answered(person, "POST", account, 201);
    }

    private JsonNode change(int id, String patch) {
        return accounts.answered(person, "PATCH /" + id, patch, 200);
    }
}
