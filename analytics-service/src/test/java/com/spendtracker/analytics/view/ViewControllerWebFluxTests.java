package com.spendtracker.analytics.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.spendtracker.analytics.AnalyticsTest;
import com.spendtracker.analytics.Asking;
import com.spendtracker.analytics.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

@AnalyticsTest
class ViewControllerWebFluxTests {
    private static final int NOBODYS = 999_999_999;
    private static final int MOST = 100;

    private final Asking views;
    private final Person person = Person.create();

    ViewControllerWebFluxTests(@Autowired WebTestClient client) {
        views = new Asking(client, "/api/v1/views");
    }

    @Test
    void addThenListedByNameAndOnlyToItsOwner() {
        add(Person.create(), "Another's", "");
        int travel = add("travel", "categories=Travel");
        int food = add(" Food ", "from=2026-01-01&merchant=A%2C%20B&merchant=Größe");

        assertThat(views.answered(person, "GET", "", 200).toString())
                .isEqualTo("[{\"id\":" + food + ",\"name\":\"Food\","
                        + "\"query\":\"from=2026-01-01&merchant=A%2C%20B&merchant=Größe\",\"is_default\":false},"
                        + "{\"id\":" + travel + ",\"name\":\"travel\",\"query\":\"categories=Travel\","
                        + "\"is_default\":false}]");
    }

    @Test
    void addThenSaysWhereItIs() {
        views.send(person, "POST", view("Food", "", true))
                .expectStatus()
                .isCreated()
                .expectHeader()
                .value(HttpHeaders.LOCATION, place -> assertThat(place).matches("/api/v1/views/\\d+"))
                .expectBody()
                .jsonPath("$.is_default")
                .isEqualTo(true);
    }

    @Test
    void replaceThenAllOfItIsNew() {
        int id = add("Food", "categories=Groceries");

        JsonNode changed = views.answered(person, "PUT /" + id, view("Eating", "categories=Dining", true), 200);

        assertThat(changed.toString())
                .isEqualTo(
                        "{\"id\":" + id + ",\"name\":\"Eating\",\"query\":\"categories=Dining\",\"is_default\":true}");
        assertThat(views.answered(person, "GET", "", 200).get(0)).isEqualTo(changed);
    }

    @Test
    void addOrReplaceWhenTheDefaultThenNoOtherOneIs() {
        int first = addDefault("First");
        int second = addDefault("Second");
        assertThat(defaults()).containsExactly(second);

        replace(first, "First", true);
        assertThat(defaults()).containsExactly(first);
        replace(first, "Renamed", true);
        assertThat(defaults()).containsExactly(first);
        replace(first, "Renamed", false);
        assertThat(defaults()).isEmpty();
    }

    @Test
    void addWhenTheDefaultThenAnothersDefaultStays() {
        Person other = Person.create();
        views.answered(other, "POST", view("Theirs", "", true), 201);

        addDefault("Mine");

        assertThat(views.answered(other, "GET", "", 200).at("/0/is_default").asBoolean())
                .isTrue();
    }

    @Test
    void addWhenManyWantToBeTheDefaultAtOnceThenAllAreStoredAndOneIs() {
        List<CompletableFuture<HttpStatusCode>> requests = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            String view = view("View " + i, "", true);
            requests.add(CompletableFuture.supplyAsync(() -> status("POST", view)));
        }
        assertThat(requests.stream().map(CompletableFuture::join))
                .allSatisfy(status -> assertThat(status.value()).isEqualTo(201));
        assertThat(defaults()).hasSize(1);
    }

    @Test
    void addOrReplaceWhenRefusedThenTheDefaultStays() {
        int standing = addDefault("Standing");
        int other = add("Other", "");

        views.refused(person, "POST", view("OTHER", "", true), 409);
        views.refused(person, "PUT /" + other, view("standing", "", true), 409);
        views.refused(person, "PUT /" + NOBODYS, view("None", "", true), 404);

        assertThat(defaults()).containsExactly(standing);
    }

    @Test
    void addOrReplaceWhenTheNameIsTakenThenConflictNamesItWithoutRegardToCase() {
        add("Food", "");
        int other = add("Travel", "");

        for (String request : List.of("POST", "PUT /" + other)) {
            JsonNode problem = views.answered(person, request, view("FOOD", "", false), 409);
            assertThat(problem.at("/errors/0/field").asString()).isEqualTo("name");
        }
        assertThat(replace(other, "TRAVEL", false).get("name").asString()).isEqualTo("TRAVEL");
        add(Person.create(), "Food", "");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"query":""}                            | name
            {"name":" ","query":""}                 | name
            {"name":"a\\u0000b","query":""}         | name
            {"name":"a\\nb","query":""}             | name
            {"name":"Food"}                         | query
            {"name":"Food","query":null}            | query
            {"name":"Food","query":"a=\\u0007"}     | query
            """)
    void addOrReplaceWhenAFieldIsBadThenProblemNamesIt(String body, String field) {
        int id = add("Standing", "");
        views.invalid(person, "POST", body, field);
        views.invalid(person, "PUT /" + id, body, field);
    }

    @Test
    void addWhenAFieldIsAsLongAsItMayBeThenStoredAndLongerIsRefused() {
        add("x".repeat(100), "y".repeat(4_000));
        views.invalid(person, "POST", view("x".repeat(101), "", false), "name");
        views.invalid(person, "POST", view("Long", "y".repeat(4_001), false), "query");
    }

    @Test
    void addWhenThereAreTheMostThenConflictEvenForManyAtOnce() {
        List<CompletableFuture<HttpStatusCode>> requests = IntStream.range(0, MOST + 5)
                .mapToObj(i -> view("View " + i, "", false))
                .map(view -> CompletableFuture.supplyAsync(() -> status("POST", view)))
                .toList();
        assertThat(requests.stream().map(CompletableFuture::join))
                .filteredOn(status -> status.value() == 409)
                .hasSize(5);

        assertThat(views.answered(person, "GET", "", 200)).hasSize(MOST);
        assertThat(views.refused(person, "POST", view("One more", "", false), 409))
                .contains("100 views");
    }

    @Test
    void anyWhenTheRequestCannotBeReadThenBadRequest() {
        for (String body :
                List.of("", "null", "[]", "{\"name\":{}}", "{\"name\":\"A\",\"query\":\"\",\"is_default\":7.5}")) {
            views.send(person, "POST", body).expectStatus().isBadRequest();
        }
        views.send(person, "DELETE /x", "").expectStatus().isBadRequest();
    }

    @Test
    void deleteThenGone() {
        int id = add("Food", "");

        views.send(person, "DELETE /" + id, "").expectStatus().isNoContent();

        assertThat(views.answered(person, "GET", "", 200)).isEmpty();
        views.refused(person, "DELETE /" + id, "", 404);
    }

    @Test
    void anyWhenTheViewIsAnothersThenLooksLikeNone() {
        int theirs = add("Theirs", "categories=Groceries");
        Person stranger = Person.create();
        for (String request : List.of("PUT /%d", "DELETE /%d")) {
            String mine = view("Mine", "", true);
            assertThat(views.refused(stranger, request.formatted(theirs), mine, 404))
                    .isEqualTo(views.refused(stranger, request.formatted(NOBODYS), mine, 404));
        }
        assertThat(views.answered(person, "GET", "", 200).at("/0/name").asString())
                .isEqualTo("Theirs");
    }

    private HttpStatusCode status(String request, String body) {
        return views.send(person, request, body).returnResult(Void.class).getStatus();
    }

    private int add(String name, String query) {
        return add(person, name, query);
    }

    private int add(Person who, String name, String query) {
        return views.answered(who, "POST", view(name, query, false), 201)
                .get("id")
                .asInt();
    }

    private int addDefault(String name) {
        return views.answered(person, "POST", view(name, "", true), 201)
                .get("id")
                .asInt();
    }

    private JsonNode replace(int id, String name, boolean isDefault) {
        return views.answered(person, "PUT /" + id, view(name, "", isDefault), 200);
    }

    private Stream<Integer> defaults() {
        return views.answered(person, "GET", "", 200)
                .valueStream()
                .filter(view -> view.get("is_default").asBoolean())
                .map(view -> view.get("id").asInt());
    }

    private static String view(String name, String query, boolean isDefault) {
        return "{\"name\":\"%s\",\"query\":\"%s\",\"is_default\":%s}".formatted(name, query, isDefault);
    }
}
