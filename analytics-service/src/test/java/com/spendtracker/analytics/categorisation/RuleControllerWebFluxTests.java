package com.spendtracker.analytics.categorisation;

import static org.assertj.core.api.Assertions.assertThat;

import com.spendtracker.analytics.AnalyticsTest;
import com.spendtracker.analytics.Person;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@AnalyticsTest
class RuleControllerWebFluxTests {
    private static final String RULES = "/api/v1/rules";
    private static final String SHOP_TO_TRAVEL = rule("corner", "\"category\":\"travel\"");

    @Autowired
    private WebTestClient client;

    @Autowired
    private JsonMapper json;

    @Autowired
    private CategorisationService categorisation;

    private final Person person = Person.signUp();

    @Test
    void addThenEveryFieldIsThereAndRulesAreInOrder() {
        JsonNode added = created("""
                {"field":"merchant","comparison":"equals","pattern":"Corner Shop","min_amount":5,"max_amount":10.5,
                 "account_id":null,"category":"TRAVEL","merchant":" Our Shop ","kind":"spending"}""");
        created(SHOP_TO_TRAVEL);

        assertThat(added.toString())
                .isEqualTo("{\"id\":" + added.get("id").asInt() + ",\"position\":1,\"field\":\"merchant\","
                        + "\"comparison\":\"equals\",\"pattern\":\"Corner Shop\",\"min_amount\":5.0,"
                        + "\"max_amount\":10.5,\"account_id\":null,\"category\":\"Travel\","
                        + "\"merchant\":\"Our Shop\",\"kind\":\"spending\"}");
        assertThat(list()).hasSize(2);
        assertThat(list().getFirst()).isEqualTo(added);
    }

    @Test
    void replaceThenAllButThePositionChanges() {
        created(SHOP_TO_TRAVEL);
        int id = created(SHOP_TO_TRAVEL).get("id").asInt();

        JsonNode replaced = read(send("PUT", "/" + id, rule("tea", "\"merchant\":\"Tea\""))
                .expectStatus()
                .isOk());

        assertThat(replaced.get("position").asInt()).isEqualTo(2);
        assertThat(replaced.get("pattern").asString()).isEqualTo("tea");
        assertThat(replaced.get("category").isNull()).isTrue();
        assertThat(list().get(1)).isEqualTo(replaced);
    }

    @Test
    void deleteThenItIsGone() {
        int id = created(SHOP_TO_TRAVEL).get("id").asInt();

        send("DELETE", "/" + id, "").expectStatus().isNoContent();

        assertThat(list()).isEmpty();
        send("DELETE", "/" + id, "").expectStatus().isNotFound();
    }

    @Test
    void orderThenRulesAreTriedSo() {
        int first = created(SHOP_TO_TRAVEL).get("id").asInt();
        int second = created(rule("corner", "\"category\":\"Pets\"")).get("id").asInt();

        JsonNode ordered = read(send("PUT", "/order", "{\"ids\":[" + second + "," + first + "]}")
                .expectStatus()
                .isOk());

        assertThat(ordered.get(0).get("id").asInt()).isEqualTo(second);
        assertThat(list().getFirst().get("category").asString()).isEqualTo("Pets");
        for (String ids : List.of("[" + first + "]", "[" + first + "," + first + "]", "null", "[null,1]", "[]")) {
            problem(send("PUT", "/order", "{\"ids\":" + ids + "}"), "ids");
        }
    }

    @Test
    void previewThenCountsAndSamplesAndChangesNothing() {
        has("none", "spending", "12.50", "Uncategorised");
        has("hand", "spending", "1.00", "Groceries");
        has("none", "spending", "3.00", "Travel");

        JsonNode preview =
                read(send("POST", "/preview", SHOP_TO_TRAVEL).expectStatus().isOk());

        assertThat(preview.get("matching").asInt()).isEqualTo(3);
        assertThat(preview.get("changing").asInt()).isEqualTo(1);
        JsonNode sample = preview.at("/sample/0");
        assertThat(sample.toString())
                .matches("\\{\"id\":\\d+,\"transaction_date\":\"2026-01-01\",\"merchant\":\"Corner Shop\","
                        + "\"description\":\"CARD PAYMENT\",\"amount\":12\\.5,\"currency\":\"EUR\","
                        + "\"category_before\":\"Uncategorised\",\"category_after\":\"Travel\","
                        + "\"kind_before\":\"spending\",\"kind_after\":\"spending\","
                        + "\"merchant_before\":\"Corner Shop\",\"merchant_after\":\"Corner Shop\"}");
        assertThat(stored()).contains("none 12.50 spending Uncategorised Corner Shop v1");
        assertThat(list()).isEmpty();
    }

    @Test
    void applyThenWhatPreviewSaidAndCategoriesChosenByHandStay() {
        has("none", "spending", "12.50", "Uncategorised");
        has("hand", "spending", "1.00", "Groceries");
        has("none", "income", "4.00", "Income");
        has("none", "spending", "3.00", "Travel");
        int id = created(rule("corner", "\"category\":\"Travel\",\"merchant\":\"Our Shop\""))
                .get("id")
                .asInt();

        assertThat(applied(id)).isEqualTo(4);

        assertThat(stored())
                .containsExactlyInAnyOrder(
                        "rule 12.50 spending Travel Our Shop v2",
                        "hand 1.00 spending Groceries Our Shop v2",
                        "rule -4.00 spending Travel Our Shop v2",
                        "none 3.00 spending Travel Our Shop v2");
        assertThat(applied(id)).isZero();
    }

    @Test
    void applyWhenKindsChangeThenAmountsKeepTheirMeaning() {
        has("none", "income", "4.00", "Income");
        has("none", "spending", "-2.00", "Shopping");
        has("none", "spending", "3.00", "Shopping");

        applied(created(rule("corner", "\"kind\":\"transfer\"")).get("id").asInt());
        assertThat(stored())
                .containsExactlyInAnyOrder(
                        "none -4.00 transfer Income Corner Shop v2",
                        "none -2.00 transfer Shopping Corner Shop v2",
                        "none 3.00 transfer Shopping Corner Shop v2");

        applied(created(rule("corner", "\"kind\":\"income\"")).get("id").asInt());
        assertThat(stored())
                .containsExactlyInAnyOrder(
                        "none 4.00 income Income Corner Shop v3",
                        "none 2.00 income Shopping Corner Shop v3",
                        "none 3.00 transfer Shopping Corner Shop v2");
    }

    @Test
    void applyWhenAnotherPersonsTransactionsMatchThenTheyStay() {
        Person other = Person.signUp();
        other.has("none", "spending", "12.50", "EUR", "Uncategorised", "2026-01-01");
        has("none", "spending", "12.50", "Uncategorised");

        assertThat(applied(created(SHOP_TO_TRAVEL).get("id").asInt())).isEqualTo(1);

        assertThat(other.stored()).containsExactly("none 12.50 spending Uncategorised Corner Shop v1");
    }

    @Test
    void anyWhenTheRuleIsAnothersThenLooksLikeNone() {
        int id = created(SHOP_TO_TRAVEL).get("id").asInt();
        Person stranger = Person.signUp();
        for (String path : List.of("PUT /%d", "DELETE /%d", "POST /%d/apply")) {
            byte[] others = refused(stranger, path.formatted(id), 404);
            byte[] none = refused(stranger, path.formatted(999_999_999), 404);
            assertThat(withoutIds(others)).isEqualTo(withoutIds(none));
        }
        assertThat(withoutIds(refused(stranger, "PUT /order", "{\"ids\":[" + id + "]}", 400)))
                .isEqualTo(withoutIds(refused(stranger, "PUT /order", "{\"ids\":[999999999]}", 400)));
        assertThat(list())
                .singleElement()
                .satisfies(rule -> assertThat(rule.get("pattern").asString()).isEqualTo("corner"));
    }

    @Test
    void addWhenCategoryOrAccountIsAnothersThenLooksLikeNone() {
        Person.create().spends("1.00", "Their Secret", "2026-01-01");
        int account = Person.signUp().account("Theirs");

        problem(send("POST", "", rule("x", "\"category\":\"Their Secret\"")), "category");
        problem(send("POST", "/preview", rule("x", "\"category\":\"Their Secret\"")), "category");
        problem(send("POST", "", rule("x", "\"kind\":\"income\",\"account_id\":" + account)), "account_id");
        problem(send("POST", "", rule("x", "\"kind\":\"income\",\"account_id\":999999999")), "account_id");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "field":"amount","comparison":"contains","pattern":"x","kind":"income"                   | field
            "comparison":"contains","pattern":"x","kind":"income"                                    | field
            "field":"any","comparison":"like","pattern":"x","kind":"income"                          | comparison
            "field":"any","comparison":"contains","pattern":" ","kind":"income"                      | pattern
            "field":"any","comparison":"contains","kind":"income"                                    | pattern
            "field":"any","comparison":"contains","pattern":"a\\u0000b","kind":"income"              | pattern
            "field":"any","comparison":"matches","pattern":"a(b","kind":"income"                     | pattern
            "field":"any","comparison":"contains","pattern":"x"                                      | category
            "field":"any","comparison":"contains","pattern":"x","kind":"gift"                        | kind
            "field":"any","comparison":"contains","pattern":"x","category":"Nonesuch"                | category
            "field":"any","comparison":"contains","pattern":"x","kind":"income","min_amount":-1      | min_amount
            "field":"any","comparison":"contains","pattern":"x","kind":"income","min_amount":1e99999 | min_amount
            "field":"any","comparison":"contains","pattern":"x","kind":"income","max_amount":0.00001 | max_amount
            "field":"any","comparison":"contains","pattern":"x","kind":"income","min_amount":2,"max_amount":1 | max_amount
            """)
    void addWhenAPartIsBadThenProblemNamesIt(String body, String field) {
        problem(send("POST", "", "{" + body + "}"), field);
        assertThat(list()).isEmpty();
    }

    @Test
    void addWhenTheBodyIsNoRuleThenProblem() {
        for (String body : List.of("", "null", "[]", "{\"min_amount\":\"much\"}", "{")) {
            send("POST", "", body).expectStatus().isBadRequest();
        }
    }

    @Test
    void categoriserThenKnowsRulesChoicesAndAddsTheLastResorts() {
        Person newcomer = Person.create();
        newcomer.spends("1.00", "Snacks", "2026-01-01").spends("2.00", "Snacks", "2026-01-02");
        newcomer.spends("3.00", "Other", "2026-01-03");
        send(newcomer, "POST", "", rule("kiosk", "\"category\":\"Other\""))
                .expectStatus()
                .isCreated();

        Categoriser categoriser = Objects.requireNonNull(Mono.from(categorisation.categoriserFor(newcomer.id()))
                .contextWrite(newcomer.request())
                .block());

        assertThat(told(categoriser, "-1.00", "corner shop")).isEqualTo("learnt 2");
        assertThat(told(categoriser, "-1.00", "Kiosk")).isEqualTo("rule null");
        assertThat(told(categoriser, "-1.00", "Somebody")).isEqualTo("none null");
        assertThat(told(categoriser, "1.00", "Somebody")).isEqualTo("none null");
    }

    private static String told(Categoriser categoriser, String amount, String merchant) {
        Categorisation found =
                categoriser.categorise(new Movement(null, new BigDecimal(amount), merchant, null, null, false));
        return found.source() + " " + found.learntFrom();
    }

    private static String rule(String pattern, String effect) {
        return "{\"field\":\"any\",\"comparison\":\"contains\",\"pattern\":\"" + pattern + "\"," + effect + "}";
    }

    private void has(String source, String kind, String amount, String category) {
        person.has(source, kind, amount, "EUR", category, "2026-01-01");
    }

    private List<String> stored() {
        return person.stored();
    }

    private long applied(int id) {
        return read(send("POST", "/" + id + "/apply", "").expectStatus().isOk())
                .get("changed")
                .asLong();
    }

    private JsonNode created(String rule) {
        return read(send("POST", "", rule).expectStatus().isCreated());
    }

    private List<JsonNode> list() {
        return read(send("GET", "", "").expectStatus().isOk()).valueStream().toList();
    }

    private ResponseSpec send(String method, String path, String body) {
        return send(person, method, path, body);
    }

    private ResponseSpec send(Person who, String method, String path, String body) {
        return who.asking(client)
                .method(org.springframework.http.HttpMethod.valueOf(method))
                .uri(RULES + path)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }

    private byte[] refused(Person who, String path, int status) {
        return refused(who, path, SHOP_TO_TRAVEL, status);
    }

    private byte[] refused(Person who, String path, String body, int status) {
        return Objects.requireNonNull(send(who, path.split(" ", 2)[0], path.split(" ", 2)[1], body)
                .expectStatus()
                .isEqualTo(status)
                .expectBody()
                .returnResult()
                .getResponseBody());
    }

    private static String withoutIds(byte[] problem) {
        return new String(problem, StandardCharsets.UTF_8).replaceAll("\"(instance|request_id)\":\"[^\"]*\"", "");
    }

    private JsonNode read(ResponseSpec response) {
        return json.readTree(
                Objects.requireNonNull(response.expectBody().returnResult().getResponseBody()));
    }

    private static void problem(ResponseSpec response, String field) {
        response.expectStatus()
                .isBadRequest()
                .expectHeader()
                .contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo(field);
    }
}
