package com.spendtracker.analytics.editing;

import static org.assertj.core.api.Assertions.assertThat;

import com.spendtracker.analytics.AnalyticsTest;
import com.spendtracker.analytics.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@AnalyticsTest
class EditingControllerWebFluxTests {
    private static final String PATH = "/api/v1/transactions";

    @Autowired
    private WebTestClient client;

    @Autowired
    private JsonMapper json;

    private final Person person = Person.signUp();

    @Test
    void addThenStoredAndTagged() {
        person.account("Everyday");
        ResponseSpec response = send(HttpMethod.POST, PATH, null, """
                {"amount": 12.50, "currency": "eur", "category": "groceries", "merchant": " Corner Shop ",
                 "transaction_date": "2026-03-01", "account": "everyday"}""");
        response.expectStatus().isCreated().expectHeader().valueEquals("ETag", "\"1\"");
        JsonNode added = read(response);
        response.expectHeader().location(PATH + "/" + added.get("id").asLong());
        assertThat(added.get("kind").asString()).isEqualTo("spending");
        assertThat(added.get("currency").asString()).isEqualTo("EUR");
        assertThat(added.get("merchant").asString()).isEqualTo("Corner Shop");
        assertThat(added.get("account").asString()).isEqualTo("Everyday");
        assertThat(added.get("category_source").asString()).isEqualTo("hand");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | amount",
                "{\"amount\": 1.00001, \"currency\": \"EUR\", \"category\": \"Groceries\", \"transaction_date\": \"2026-03-01\"} | amount",
                "{\"amount\": -1, \"kind\": \"income\", \"currency\": \"EUR\", \"category\": \"Income\", \"transaction_date\": \"2026-03-01\"} | amount",
                "{\"amount\": 1, \"currency\": \"EURO\", \"category\": \"Groceries\", \"transaction_date\": \"2026-03-01\"} | currency",
                "{\"amount\": 1, \"currency\": \"EUR\", \"category\": \"None\", \"transaction_date\": \"2026-03-01\"} | category",
                "{\"amount\": 1, \"currency\": \"EUR\", \"category\": \"Groceries\", \"transaction_date\": \"1800-03-01\"} | transaction_date",
                "{\"amount\": 1, \"currency\": \"EUR\", \"category\": \"Groceries\", \"transaction_date\": \"2026-03-01\", \"account\": \"x\"} | account",
                "{\"amount\": 1, \"kind\": \"gift\", \"currency\": \"EUR\", \"category\": \"Groceries\", \"transaction_date\": \"2026-03-01\"} | kind",
            })
    void addWhenAFieldIsWrongThenItIsNamed(String body, String field) {
        send(HttpMethod.POST, PATH, null, body)
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo(field);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"amount\": \"much\"}", "{\"transaction_date\": \"31.12.2026\"}", "[", "null", ""})
    void addWhenBodyCannotBeReadThenBadRequest(String body) {
        send(HttpMethod.POST, PATH, null, body)
                .expectStatus()
                .isBadRequest()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON);
    }

    @Test
    void changeWhenOfThatVersionThenChangedAndOlderOnesAreRefused() {
        long id = add("12.50", "Groceries");
        JsonNode changed = read(send(HttpMethod.PATCH, PATH + "/" + id, "\"1\"", "{\"category\": \"Eating out\"}")
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("ETag", "\"2\""));
        assertThat(changed.get("category").asString()).isEqualTo("Eating out");
        assertThat(changed.get("amount").decimalValue()).isEqualByComparingTo("12.50");
        send(HttpMethod.PATCH, PATH + "/" + id, "\"1\"", "{\"category\": \"Travel\"}")
                .expectStatus()
                .isEqualTo(412)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:spend-tracker:problem:changed");
        send(HttpMethod.PATCH, PATH + "/" + id, null, "{\"category\": \"Travel\"}")
                .expectStatus()
                .isEqualTo(428);
        send(HttpMethod.PATCH, PATH + "/" + id, "W/\"1\"", "{}").expectStatus().isBadRequest();
        send(HttpMethod.PATCH, PATH + "/" + id, "*", "{\"merchant\": \"\"}")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.merchant")
                .isEqualTo(null);
    }

    @Test
    void changeWhenKindOnlyThenMoneyKeepsItsDirection() {
        long paid = add("12.50", "Groceries");
        change(paid, "{\"kind\": \"income\"}").expectStatus().isBadRequest();
        change(paid, "{\"kind\": \"transfer\"}")
                .expectBody()
                .jsonPath("$.amount")
                .isEqualTo(12.5);
        long earned = addIncome("99.00");
        change(earned, "{\"kind\": \"spending\", \"category\": \"Shopping\"}")
                .expectBody()
                .jsonPath("$.amount")
                .isEqualTo(-99.0);
        change(earned, "{\"kind\": \"income\"}")
                .expectBody()
                .jsonPath("$.amount")
                .isEqualTo(99.0);
    }

    @Test
    void replaceThenWhatIsLeftOutIsGone() {
        long id = add("12.50", "Groceries");
        send(HttpMethod.PUT, PATH + "/" + id, "\"1\"", """
                {"amount": 3, "currency": "EUR", "category": "Groceries", "transaction_date": "2026-03-02"}""")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.merchant")
                .isEqualTo(null)
                .jsonPath("$.amount")
                .isEqualTo(3.0);
    }

    @Test
    void deleteThenGoneAndBroughtBackAsItWas() {
        long id = add("12.50", "Groceries");
        JsonNode before = read(send(HttpMethod.GET, PATH + "/" + id, null, null));
        send(HttpMethod.DELETE, PATH + "/" + id, "\"7\"", null).expectStatus().isEqualTo(412);
        send(HttpMethod.DELETE, PATH + "/" + id, "\"1\"", null).expectStatus().isNoContent();
        send(HttpMethod.GET, PATH + "/" + id, null, null).expectStatus().isNotFound();
        assertThat(read(send(HttpMethod.POST, PATH + "/" + id + "/restore", null, null)))
                .isEqualTo(before);
        send(HttpMethod.POST, PATH + "/999999999/restore", null, null)
                .expectStatus()
                .isNotFound();
    }

    @Test
    void changeManyThenAllOfOnesOwnAndNoOthers() {
        long first = add("1.00", "Groceries");
        long second = add("2.00", "Groceries");
        Person stranger = Person.signUp();
        stranger.spends("3.00", "Groceries", "2026-03-01");
        long others = read(stranger.asking(client).get().uri(PATH).exchange())
                .get(0)
                .get("id")
                .asLong();
        send(
                        HttpMethod.POST,
                        PATH + "/bulk",
                        null,
                        "{\"ids\": [%d, %d, %d], \"category\": \"Travel\"}".formatted(first, second, others))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.changed")
                .isEqualTo(2);
        assertThat(person.stored()).allMatch(row -> row.contains("Travel"));
        assertThat(stranger.stored()).allMatch(row -> row.contains("Groceries"));
        send(HttpMethod.POST, PATH + "/bulk", null, "{\"ids\": [], \"category\": \"Travel\"}")
                .expectStatus()
                .isBadRequest();
        send(HttpMethod.POST, PATH + "/bulk", null, "{\"ids\": [1]}")
                .expectStatus()
                .isBadRequest();
        send(HttpMethod.POST, PATH + "/bulk", null, "{\"ids\": [1], \"category\": \"None\"}")
                .expectStatus()
                .isBadRequest();
    }

    @Test
    void splitThenPartsSumToTheWholeAndJoinedAgain() {
        long id = add("10.00", "Groceries");
        send(HttpMethod.POST, PATH + "/" + id + "/split", "\"1\"", """
                {"parts": [{"amount": 6.00, "category": "Groceries"}, {"amount": 3.99, "category": "Travel"}]}""")
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("parts");
        JsonNode parts = read(send(HttpMethod.POST, PATH + "/" + id + "/split", "\"1\"", """
                {"parts": [{"amount": 6.00, "category": "Groceries"},
                           {"amount": 4.00, "category": "Travel", "description": "the gift"}]}""")
                .expectStatus()
                .isOk());
        assertThat(parts.size()).isEqualTo(2);
        assertThat(parts.get(0).get("split_of").asLong()).isEqualTo(id);
        assertThat(parts.get(1).get("id").asLong()).isEqualTo(id);
        assertThat(parts.get(1).get("split_of").asLong()).isEqualTo(id);
        assertThat(parts.get(0).get("description").asString()).isEqualTo("the gift");
        asPerson()
                .get()
                .uri(PATH + "/metrics")
                .exchange()
                .expectBody()
                .jsonPath("$.total_spent")
                .isEqualTo(10.0);
        send(HttpMethod.POST, PATH + "/" + id + "/split", "*", """
                {"parts": [{"amount": 3.00, "category": "Groceries"}, {"amount": 3.00, "category": "Travel"}]}""")
                .expectStatus()
                .isEqualTo(409);
        send(HttpMethod.DELETE, PATH + "/" + id + "/split", null, null)
                .expectBody()
                .jsonPath("$.amount")
                .isEqualTo(10.0)
                .jsonPath("$.split_of")
                .isEmpty();
        send(HttpMethod.DELETE, PATH + "/" + id + "/split", null, null)
                .expectStatus()
                .isEqualTo(409);
        assertThat(person.stored()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "parts[0].amount | [{\"amount\": 6.00001, \"category\": \"Groceries\"}, {\"amount\": 3.99999, \"category\": \"Travel\"}]",
                "parts[0].amount | [{\"amount\": 1e999, \"category\": \"Groceries\"}, {\"amount\": 4, \"category\": \"Travel\"}]",
                "parts[1] | [{\"amount\": 10, \"category\": \"Groceries\"}, null]",
                "parts[0].category | [{\"amount\": 6}, {\"amount\": 4, \"category\": \"Travel\"}]",
            })
    void splitWhenAPartCannotBeStoredThenItIsNamed(String field, String parts) {
        long id = add("10.00", "Groceries");
        send(HttpMethod.POST, PATH + "/" + id + "/split", "*", "{\"parts\": " + parts + "}")
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo(field);
        assertThat(person.stored()).hasSize(1);
    }

    @Test
    void splitWhenDeletedThenPartsGoAndComeBackTogether() {
        long id = add("10.00", "Groceries");
        send(HttpMethod.POST, PATH + "/" + id + "/split", "*", """
                {"parts": [{"amount": 6.00, "category": "Groceries"}, {"amount": 4.00, "category": "Travel"}]}""")
                .expectStatus()
                .isOk();
        send(HttpMethod.DELETE, PATH + "/" + id, "*", null).expectStatus().isNoContent();
        assertThat(person.stored()).isEmpty();
        send(HttpMethod.POST, PATH + "/" + id + "/restore", null, null)
                .expectStatus()
                .isOk();
        assertThat(person.stored()).hasSize(2);
    }

    @Test
    void everyEndpointWhenOfAnotherThenAsIfThereWereNone() {
        long id = add("10.00", "Groceries");
        Person stranger = Person.signUp();
        String whole =
                "{\"amount\": 3, \"currency\": \"EUR\", \"category\": \"Groceries\", \"transaction_date\": \"2026-03-02\"}";
        String parts =
                "{\"parts\": [{\"amount\": 6.00, \"category\": \"Groceries\"}, {\"amount\": 4.00, \"category\": \"Travel\"}]}";
        List<Call> calls = List.of(
                new Call(HttpMethod.GET, "", null),
                new Call(HttpMethod.PUT, "", whole),
                new Call(HttpMethod.PATCH, "", "{\"category\": \"Travel\"}"),
                new Call(HttpMethod.DELETE, "", null),
                new Call(HttpMethod.POST, "/restore", null),
                new Call(HttpMethod.POST, "/split", parts),
                new Call(HttpMethod.DELETE, "/split", null));
        List<String> different = new ArrayList<>();
        for (Call call : calls) {
            String others = said(send(stranger, call.method(), PATH + "/" + id + call.path(), "*", call.body()));
            String none = said(send(stranger, call.method(), PATH + "/999999999" + call.path(), "*", call.body()));
            if (!others.equals(none) || !others.startsWith("404")) {
                different.add(call + ": " + others + " / " + none);
            }
        }
        assertThat(different).isEmpty();
        assertThat(person.stored()).containsExactly("hand 10.00 spending Groceries Corner Shop v1");
    }

    private record Call(
            HttpMethod method, String path, @Nullable String body) {}

    private String said(ResponseSpec response) {
        JsonNode problem = read(response);
        return problem.get("status") + " " + problem.get("type") + " " + problem.get("detail");
    }

    private long add(String amount, String category) {
        return read(send(HttpMethod.POST, PATH, null, """
                {"amount": %s, "currency": "EUR", "category": "%s", "merchant": "Corner Shop",
                 "transaction_date": "2026-03-01"}""".formatted(amount, category)))
                .get("id")
                .asLong();
    }

    private long addIncome(String amount) {
        return read(send(HttpMethod.POST, PATH, null, """
                {"amount": %s, "currency": "EUR", "kind": "income", "category": "Income",
                 "transaction_date": "2026-03-01"}""".formatted(amount)))
                .get("id")
                .asLong();
    }

    private ResponseSpec change(long id, String body) {
        return send(HttpMethod.PATCH, PATH + "/" + id, "*", body);
    }

    private WebTestClient asPerson() {
        return person.asking(client);
    }

    private ResponseSpec send(HttpMethod method, String path, @Nullable String match, @Nullable String body) {
        return send(person, method, path, match, body);
    }

    private ResponseSpec send(
            Person who, HttpMethod method, String path, @Nullable String match, @Nullable String body) {
        WebTestClient.RequestBodySpec request =
                who.asking(client).method(method).uri(path);
        if (match != null) {
            request.header("If-Match", match);
        }
        if (body != null) {
            return request.contentType(MediaType.APPLICATION_JSON)
                    .bodyValue(body)
                    .exchange();
        }
        return request.exchange();
    }

    private JsonNode read(ResponseSpec response) {
        return json.readTree(
                Objects.requireNonNull(response.expectBody().returnResult().getResponseBody()));
    }
}
