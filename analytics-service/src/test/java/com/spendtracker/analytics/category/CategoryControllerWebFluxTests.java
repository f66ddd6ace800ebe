package com.spendtracker.analytics.category;

import static org.assertj.core.api.Assertions.assertThat;

import com.spendtracker.analytics.AnalyticsTest;
import com.spendtracker.analytics.Asking;
import com.spendtracker.analytics.Person;
import com.spendtracker.analytics.categorisation.CategorisationService;
import com.spendtracker.db.test.TestDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

@AnalyticsTest
class CategoryControllerWebFluxTests {
    private static final int NOBODYS = 999_999_999;

    private final WebTestClient client;
    private final Asking categories;
    private final Asking rules;
    private final Person person = Person.signUp();

    CategoryControllerWebFluxTests(@Autowired WebTestClient client) {
        this.client = client;
        categories = new Asking(client, "/api/v1/categories");
        rules = new Asking(client, "/api/v1/rules");
    }

    @Test
    void listThenOnlyOnesOwnByName() {
        Person.create().spends("1.00", "Another's", "2026-01-01");
        Person two = Person.create().spends("1.00", "utilities", "2026-01-01").spends("1.00", "Travel", "2026-01-01");

        two.asking(client)
                .get()
                .uri("/api/v1/categories")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .value(body -> assertThat(body)
                        .matches("\\[\\{\"id\":\\d+,\"name\":\"Travel\",\"parent_id\":null,\"color\":\"#336699\"},"
                                + "\\{\"id\":\\d+,\"name\":\"utilities\",\"parent_id\":null,\"color\":\"#336699\"}]"));
    }

    @Test
    void usageThenCountsTransactionsAndRulesOfEach() {
        person.spends("1.00", "Travel", "2026-01-01").spends("2.00", "Travel", "2026-01-02");
        addRule("train", "Travel");
        Person.signUp().spends("1.00", "Travel", "2026-01-01");

        assertThat(usage("Travel").toString())
                .isEqualTo("{\"id\":" + id("Travel") + ",\"transactions\":2,\"rules\":1,\"starter\":\"travel\"}");
        assertThat(usage("Pets").get("transactions").asInt()).isZero();
        assertThat(all("GET /usage")).hasSameSizeAs(all("GET"));
    }

    @Test
    void addThenAnsweredWithAColourOfItsOwn() {
        int travel = id("Travel");

        JsonNode added = categories.answered(
                person, "POST", "{\"name\":\" Trains \",\"parent_id\":" + travel + ",\"color\":\"#ABCDEF\"}", 201);
        JsonNode other = add("Ships");

        assertThat(added.toString())
                .isEqualTo("{\"id\":" + added.get("id").asInt() + ",\"name\":\"Trains\",\"parent_id\":" + travel
                        + ",\"color\":\"#abcdef\"}");
        assertThat(all("GET")).contains(added, other);
        assertThat(other.get("color").asString())
                .isNotEqualTo(add("Planes").get("color").asString());
    }

    @Test
    void addWhenTheNameIsTakenThenConflictWithoutRegardToCase() {
        categories.refused(person, "POST", "{\"name\":\"tRAVEL\"}", 409);
        categories.refused(person, "PATCH /" + id("Pets"), "{\"name\":\"travel\"}", 409);
        assertThat(names()).doesNotHaveDuplicates().contains("Pets", "Travel");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {}                                             | name
            {"name":" "}                                   | name
            {"name":"Food, drink"}                         | name
            {"name":"a\\u0000b"}                           | name
            {"name":"Food","color":"red"}                  | color
            {"name":"Food","color":"#12345"}               | color
            {"name":"Food","parent_id":999999999}          | parent_id
            """)
    void addWhenAFieldIsBadThenProblemNamesIt(String body, String field) {
        categories.invalid(person, "POST", body, field);
        categories.invalid(person, "POST", "{\"name\":\"" + "x".repeat(101) + "\"}", "name");
        assertThat(names()).doesNotContain("Food");
    }

    @Test
    void anyWhenTheBodyCannotBeReadThenBadRequest() {
        for (String body : List.of("", "null", "[]", "{\"name\":{}}", "{\"parent_id\":\"x\"}")) {
            categories.send(person, "POST", body).expectStatus().isBadRequest();
        }
        categories.send(person, "DELETE /x", "").expectStatus().isBadRequest();
        categories.send(person, "DELETE /1?move_to=x", "").expectStatus().isBadRequest();
    }

    @Test
    void changeThenWhatIsLeftOutStays() {
        int pets = id("Pets");
        JsonNode before = byName("Pets");

        JsonNode renamed = change(pets, "{\"name\":\"Animals\"}");
        assertThat(renamed.get("name").asString()).isEqualTo("Animals");
        assertThat(renamed.get("color")).isEqualTo(before.get("color"));

        JsonNode moved = change(pets, "{\"parent_id\":" + id("Travel") + ",\"color\":\"#010203\"}");
        assertThat(moved.get("name").asString()).isEqualTo("Animals");
        assertThat(moved.get("parent_id").asInt()).isEqualTo(id("Travel"));
        assertThat(change(pets, "{}")).isEqualTo(moved).isEqualTo(byName("Animals"));
        assertThat(change(pets, "{\"parent_id\":0}").get("parent_id").isNull()).isTrue();
        assertThat(usage("Animals").get("starter").asString()).isEqualTo("pets");
    }

    @Test
    void changeWhenParentsWouldMakeACircleThenRefused() {
        int travel = id("Travel");
        int trains = below("Trains", travel);
        int nightTrains = below("Night trains", trains);

        for (int below : List.of(travel, trains, nightTrains)) {
            categories.invalid(person, "PATCH /" + travel, "{\"parent_id\":" + below + "}", "parent_id");
        }
        assertThat(byName("Travel").get("parent_id").isNull()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"name":""}            | name
            {"name":"a,b"}         | name
            {"color":"#GGGGGG"}    | color
            {"parent_id":-1}       | parent_id
            """)
    void changeWhenAFieldIsBadThenProblemNamesIt(String body, String field) {
        categories.invalid(person, "PATCH /" + id("Pets"), body, field);
    }

    @Test
    void deleteWhenNothingIsInItThenGoneAndItsPartsMoveUp() {
        int travel = id("Travel");
        int trains = below("Trains", travel);
        below("Night trains", trains);

        delete("/" + trains);

        assertThat(byName("Night trains").get("parent_id").asInt()).isEqualTo(travel);
        assertThat(names()).doesNotContain("Trains");
        categories.refused(person, "DELETE /" + trains, "", 404);
    }

    @Test
    void deleteWhenItIsInUseThenConflictUnlessItIsSaidWhereTo() {
        person.spends("1.00", "Pets", "2026-01-01").spends("2.00", "Groceries", "2026-01-01");
        int pets = id("Pets");
        assertThat(categories.refused(person, "DELETE /" + pets, "", 409)).contains("transactions: 1, rules: 0");

        delete("/" + pets + "?move_to=" + id("Shopping"));

        assertThat(person.stored())
                .containsExactly(
                        "hand 1.00 spending Shopping Corner Shop v2", "hand 2.00 spending Groceries Corner Shop v1");
        assertThat(names()).doesNotContain("Pets");
        assertThat(usage("Shopping").get("starter").asString()).isEqualTo("shopping");
    }

    @Test
    void deleteWhenOnlyARuleUsesItThenTheRuleIsNotLost() {
        addRule("vet", "Pets");
        categories.refused(person, "DELETE /" + id("Pets"), "", 409);

        delete("/" + id("Pets") + "?move_to=" + id("Health"));

        assertThat(rules.answered(person, "GET", "", 200).at("/0/category").asString())
                .isEqualTo("Health");
    }

    @Test
    void deleteWhenTheOtherIsItselfOrNobodysThenProblemNamesIt() {
        person.spends("1.00", "Pets", "2026-01-01");
        int pets = id("Pets");
        categories.invalid(person, "DELETE /" + pets + "?move_to=" + pets, "", "move_to");
        categories.invalid(person, "DELETE /" + pets + "?move_to=" + NOBODYS, "", "move_to");
        assertThat(person.stored()).containsExactly("hand 1.00 spending Pets Corner Shop v1");
    }

    @Test
    void deleteWhenItIsALastResortThenItIsMadeAnewWhenNeeded(@Autowired CategorisationService categorisation) {
        delete("/" + id("Uncategorised"));
        assertThat(names()).doesNotContain("Uncategorised");

        Mono.from(categorisation.categoriserFor(person.id()))
                .contextWrite(person.request())
                .block();

        assertThat(names()).contains("Uncategorised");
    }

    @Test
    void mergeThenTransactionsRulesAndPartsMoveAndItIsGone() {
        person.spends("1.00", "Pets", "2026-01-01").spends("2.00", "Health", "2026-01-01");
        addRule("vet", "Pets");
        below("Dogs", id("Pets"));

        JsonNode merged = categories.answered(person, merge("Pets"), into("Health"), 200);

        assertThat(merged.toString()).isEqualTo("{\"transactions\":1,\"rules\":1}");
        assertThat(person.stored())
                .containsExactly(
                        "hand 1.00 spending Health Corner Shop v2", "hand 2.00 spending Health Corner Shop v1");
        assertThat(rules.answered(person, "GET", "", 200).at("/0/category").asString())
                .isEqualTo("Health");
        assertThat(byName("Dogs").get("parent_id").asInt()).isEqualTo(id("Health"));
        assertThat(names()).doesNotContain("Pets");
    }

    @Test
    void mergeWhenIntoAPartOfItThenThePartTakesItsPlace() {
        int travel = id("Travel");
        int trains = below("Trains", travel);
        int nightTrains = below("Night trains", trains);
        below("Ships", travel);

        categories.answered(person, merge("Travel"), "{\"into\":" + nightTrains + "}", 200);

        assertThat(byName("Night trains").get("parent_id").isNull()).isTrue();
        assertThat(byName("Trains").get("parent_id").asInt()).isEqualTo(nightTrains);
        assertThat(byName("Ships").get("parent_id").asInt()).isEqualTo(nightTrains);
    }

    @Test
    void mergeWhenTheOtherIsNoStartingCategoryThenItBecomesTheOneButForKinds() {
        add("Animals");
        categories.answered(person, merge("Pets"), into("Animals"), 200);
        assertThat(usage("Animals").get("starter").asString()).isEqualTo("pets");

        add("Misc");
        categories.answered(person, merge("Transfers"), into("Misc"), 200);
        assertThat(usage("Misc").get("starter").isNull()).isTrue();
    }

    @Test
    void mergeWhenATransactionWasDeletedThenItComesBackInTheOther() {
        person.spends("1.00", "Pets", "2026-01-01");
        Asking transactions = new Asking(client, "/api/v1/transactions");
        long id = transactions.answered(person, "GET", "", 200).at("/0/id").asLong();
        person.asking(client)
                .delete()
                .uri("/api/v1/transactions/" + id)
                .header("If-Match", "*")
                .exchange()
                .expectStatus()
                .isNoContent();

        categories.answered(person, merge("Pets"), into("Health"), 200);
        transactions.answered(person, "POST /" + id + "/restore", "", 200);

        assertThat(person.stored()).containsExactly("hand 1.00 spending Health Corner Shop v1");
    }

    @Test
    void mergeWhenTheOtherIsMissingItselfOrNobodysThenProblemNamesIt() {
        categories.invalid(person, merge("Pets"), "{}", "into");
        categories.invalid(person, merge("Pets"), into("Pets"), "into");
        categories.invalid(person, merge("Pets"), "{\"into\":" + NOBODYS + "}", "into");
        assertThat(names()).contains("Pets");
    }

    @Test
    void deleteOrMergeWhenAnImportIsRunningThenConflict() throws SQLException {
        try (Connection importing = TestDatabase.get().adminConnection();
                PreparedStatement lock =
                        importing.prepareStatement("select pg_advisory_lock(hashtextextended('import of ' || ?, 0))")) {
            lock.setLong(1, person.id());
            lock.execute();
            categories.refused(person, "DELETE /" + id("Pets"), "", 409);
            categories.refused(person, merge("Pets"), into("Health"), 409);
        }
        categories.answered(person, merge("Pets"), into("Health"), 200);
    }

    @Test
    void anyWhenTheCategoryIsAnothersThenLooksLikeNone() {
        person.spends("1.00", "Pets", "2026-01-01");
        int theirs = id("Pets");
        Person stranger = Person.signUp();
        int own = byName(stranger, "Travel").get("id").asInt();
        for (String request : List.of("PATCH /%d", "DELETE /%d", "DELETE /%d?move_to=" + own, "POST /%d/merge")) {
            String body = "{\"into\":" + own + "}";
            assertThat(categories.refused(stranger, request.formatted(theirs), body, 404))
                    .isEqualTo(categories.refused(stranger, request.formatted(NOBODYS), body, 404));
        }
        for (String request : List.of("POST", "PATCH /" + own, "POST /" + own + "/merge")) {
            String body = "{\"name\":\"New\",\"parent_id\":%d,\"into\":%1$d}";
            assertThat(categories.refused(stranger, request, body.formatted(theirs), 400))
                    .isEqualTo(categories.refused(stranger, request, body.formatted(NOBODYS), 400));
        }
        assertThat(categories.refused(stranger, "DELETE /" + own + "?move_to=" + theirs, "", 400))
                .isEqualTo(categories.refused(stranger, "DELETE /" + own + "?move_to=" + NOBODYS, "", 400));
        assertThat(person.stored()).containsExactly("hand 1.00 spending Pets Corner Shop v1");
    }

    private void addRule(String pattern, String category) {
        rules.answered(
                person,
                "POST",
                "{\"field\":\"any\",\"comparison\":\"contains\",\"pattern\":\"" + pattern + "\",\"category\":\""
                        + category + "\"}",
                201);
    }

    private JsonNode add(String name) {
        return categories.answered(person, "POST", "{\"name\":\"" + name + "\"}", 201);
    }

    private int below(String name, int parent) {
        return categories
                .answered(person, "POST", "{\"name\":\"" + name + "\",\"parent_id\":" + parent + "}", 201)
                .get("id")
                .asInt();
    }

    private JsonNode change(int id, String patch) {
        return categories.answered(person, "PATCH /" + id, patch, 200);
    }

    private void delete(String path) {
        categories.send(person, "DELETE " + path, "").expectStatus().isNoContent();
    }

    private String merge(String name) {
        return "POST /" + id(name) + "/merge";
    }

    private String into(String name) {
        return "{\"into\":" + id(name) + "}";
    }

    private int id(String name) {
        return byName(name).get("id").asInt();
    }

    private JsonNode byName(String name) {
        return byName(person, name);
    }

    private JsonNode byName(Person who, String name) {
        return categories
                .answered(who, "GET", "", 200)
                .valueStream()
                .filter(category -> category.get("name").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private JsonNode usage(String name) {
        int id = id(name);
        return all("GET /usage").stream()
                .filter(usage -> usage.get("id").asInt() == id)
                .findFirst()
                .orElseThrow();
    }

    private List<JsonNode> all(String request) {
        return categories.answered(person, request, "", 200).valueStream().toList();
    }

    private List<String> names() {
        return all("GET").stream()
                .map(category -> category.get("name").asString())
                .toList();
    }
}
