package com.spendtracker.analytics.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.spendtracker.analytics.AnalyticsTest;
import com.spendtracker.analytics.Person;
import com.spendtracker.db.test.TestDatabase;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

@AnalyticsTest
class DashboardControllerWebFluxTests {
    private static final String PATH = "/api/v1/dashboard";
    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    private final WebTestClient client;

    DashboardControllerWebFluxTests(@Autowired WebTestClient client) {
        this.client = client;
    }

    @Test
    void dashboardThenAllFiguresOfTheRangeAndOfTheOneBefore() {
        Person person = Person.create()
                .spends("4.00", "Food", "2025-12-29")
                .at("Baker")
                .spends("10.00", "Food", "2026-01-01")
                .at("Baker")
                .spends("-2.50", "Travel", "2026-01-02")
                .spends("30.00", "Travel", "2026-01-02")
                .at("Rail, Inc.")
                .has("spending", "7", "JPY", "Food", "2026-01-02")
                .has("income", "99.00", "EUR", "Food", "2026-01-02");

        String body = get(
                person,
                "?granularity=week&start_date=2026-01-01&end_date=2026-01-04"
                        + "&before_start_date=2025-12-28&before_end_date=2025-12-31");

        assertThat(body.replaceAll("\"id\":\\d+", "\"id\":1")).isEqualTo("""
                {"currency":"EUR","excluded_transaction_count":1,"first_date":"2026-01-01","last_date":"2026-01-02",\
                "total_spent":37.50,"average_transaction":12.50,"average_month":285.35,"transaction_count":3,\
                "largest":{"id":1,"transaction_date":"2026-01-02","merchant":"Rail, Inc.",\
                "description":"CARD PAYMENT","category":"Travel","amount":30.00},\
                "categories":[{"category":"Travel","color":"#336699","total":27.50,"transaction_count":2},\
                {"category":"Food","color":"#336699","total":10.00,"transaction_count":1}],\
                "merchants":[{"merchant":"Rail, Inc.","total":30.00,"transaction_count":1},\
                {"merchant":"Baker","total":10.00,"transaction_count":1},\
                {"merchant":"Corner Shop","total":-2.50,"transaction_count":1}],\
                "granularity":"week",\
                "points":[{"period_start":"2025-12-29","start_date":"2026-01-01","end_date":"2026-01-04",\
                "total":37.50,"transaction_count":3,"largest":30.00}],\
                "months":[{"month":"2026-01-01","start_date":"2026-01-01","end_date":"2026-01-04","total":37.50,\
                "categories":[{"category":"Travel","total":27.50},{"category":"Food","total":10.00}]}],\
                "weekdays":[\
                {"weekday":1,"total":0.00,"transaction_count":0,"day_count":0,"average_day":0.00},\
                {"weekday":2,"total":0.00,"transaction_count":0,"day_count":0,"average_day":0.00},\
                {"weekday":3,"total":0.00,"transaction_count":0,"day_count":0,"average_day":0.00},\
                {"weekday":4,"total":10.00,"transaction_count":1,"day_count":1,"average_day":10.00},\
                {"weekday":5,"total":27.50,"transaction_count":2,"day_count":1,"average_day":27.50},\
                {"weekday":6,"total":0.00,"transaction_count":0,"day_count":1,"average_day":0.00},\
                {"weekday":7,"total":0.00,"transaction_count":0,"day_count":1,"average_day":0.00}],\
                "days":[{"date":"2026-01-01","total":10.00,"transaction_count":1},\
                {"date":"2026-01-02","total":27.50,"transaction_count":2}],\
                "before":{"start_date":"2025-12-28","end_date":"2025-12-31","total_spent":4.00,\
                "average_transaction":4.00,"average_month":30.44,"transaction_count":1,"largest":4.00,\
                "categories":[{"category":"Food","total":4.00}],\
                "points":[{"start_date":"2025-12-28","end_date":"2025-12-31","total":4.00}]}}""");
    }

    @Test
    void dashboardWhenNothingMatchesThenZerosAndNoCurrency() {
        assertThat(get(Person.create(), "")).isEqualTo("""
                {"currency":null,"excluded_transaction_count":0,"first_date":null,"last_date":null,\
                "total_spent":0.00,"average_transaction":0.00,"average_month":0.00,"transaction_count":0,\
                "largest":null,"categories":[],"merchants":[],"granularity":"month","points":[],"months":[],\
                "weekdays":[\
                {"weekday":1,"total":0.00,"transaction_count":0,"day_count":0,"average_day":0.00},\
                {"weekday":2,"total":0.00,"transaction_count":0,"day_count":0,"average_day":0.00},\
                {"weekday":3,"total":0.00,"transaction_count":0,"day_count":0,"average_day":0.00},\
                {"weekday":4,"total":0.00,"transaction_count":0,"day_count":0,"average_day":0.00},\
                {"weekday":5,"total":0.00,"transaction_count":0,"day_count":0,"average_day":0.00},\
                {"weekday":6,"total":0.00,"transaction_count":0,"day_count":0,"average_day":0.00},\
                {"weekday":7,"total":0.00,"transaction_count":0,"day_count":0,"average_day":0.00}],\
                "days":[],"before":null}""");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void dashboardWhateverIsAskedThenAsAddedUpRowByRowAndTheSameFromKeptSums(long seed) throws SQLException {
        Random random = new Random(seed);
        Ledger ledger = Ledger.random(random, seed == 1 ? 3 : 150);
        for (int i = 0; i < 20; i++) {
            Asked asked = Asked.random(random);
            String expected = JSON.writeValueAsString(ExpectedDashboard.of(asked, ledger));

            assertThat(get(ledger.person(), "?" + asked.query()))
                    .as(asked.query())
                    .isEqualTo(expected);
            // An amount that all have: only the rows can tell.
            assertThat(get(ledger.person(), "?min_amount=0&" + asked.query()))
                    .as("from the rows: " + asked.query())
                    .isEqualTo(expected);
        }
    }

    @Test
    void dashboardWhenAnothersThenNothing() {
        Person owner = Person.create().spends("12.34", "Food", "2026-01-01");
        String categories = "?categories=Food&before_start_date=2025-01-01&before_end_date=2026-12-31";

        assertThat(get(owner, categories)).contains("12.34");
        assertThat(get(Person.create(), categories)).doesNotContain("12.34", "Food");
        assertThat(get(Person.create(), categories + "&min_amount=1")).doesNotContain("12.34", "Food");
    }

    @Test
    void dashboardWhenTheRangeIsLongThenTheLast36MonthsAndTheLast371Days() {
        Person person = Person.create()
                .spends("1.00", "Food", "2020-02-29")
                .spends("2.00", "Food", "2024-12-26")
                .spends("4.00", "Food", "2024-12-25")
                .spends("8.00", "Food", "2025-12-31");

        JsonNode dashboard = JSON.readTree(get(person, ""));

        assertThat(dashboard.at("/months").size()).isEqualTo(36);
        assertThat(dashboard.at("/months/0/month").asString()).isEqualTo("2023-01-01");
        assertThat(dashboard.at("/months/35/end_date").asString()).isEqualTo("2025-12-31");
        assertThat(dashboard
                        .at("/days")
                        .valueStream()
                        .map(day -> day.at("/date").asString()))
                .containsExactly("2024-12-26", "2025-12-31");
        assertThat(dashboard.at("/points").size()).isEqualTo(71);
        assertThat(dashboard.at("/total_spent").decimalValue()).isEqualByComparingTo("15");
    }

    @Test
    void dashboardWhenASearchIsGivenThenOfWhatItFinds() {
        Person person = Person.create()
                .spends("1.00", "Food", "2026-01-01")
                .at("Baker")
                .spends("2.00", "Food", "2026-01-01")
                .at("Zoo")
                .spends("50.00", "Food", "2026-01-01")
                .at("Baker");

        assertThat(get(person, "?q=bak&max_amount=10"))
                .contains("\"total_spent\":1.00", "\"amount\":1.00", "\"merchant\":\"Baker\",\"total\":1.00")
                .doesNotContain("Zoo");
    }

    @ParameterizedTest
    @CsvSource({
        "granularity=year, granularity",
        "granularity=day&start_date=1900-01-01&end_date=2100-01-01, granularity",
        "week_start=0, week_start",
        "week_start=8, week_start",
        "week_start=monday, week_start",
        "before_start_date=2026-01-01, before_end_date",
        "before_end_date=2026-01-01, before_start_date",
        "before_start_date=2026-01-02&before_end_date=2026-01-01, before_end_date",
        "before_start_date=0000-01-01&before_end_date=2026-01-01, before_start_date",
        "before_start_date=2026-02-30&before_end_date=2026-03-01, before_start_date",
        "before_start_date=2026-02-01&before_end_date=soon, before_end_date",
        "start_date=2026-02-02&end_date=2026-02-01, end_date",
        "weekdays=9, weekdays",
    })
    void dashboardWhenAParameterIsBadThenProblemNamesIt(String query, String field) {
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
                .jsonPath("$.errors[0].field")
                .isEqualTo(field);
    }

    @Test
    void dashboardWhenNothingWasWrittenSinceThen304() {
        Person person = Person.create().spends("12.34", "Food", "2026-01-01");
        String tag = tagOf(person, "?basis=gross");

        byte[] body = conditional(person, "?basis=gross", tag)
                .expectStatus()
                .isNotModified()
                .expectHeader()
                .valueEquals(HttpHeaders.ETAG, tag)
                .expectBody()
                .returnResult()
                .getResponseBody();
        assertThat(body).isNull();
    }

    @Test
    void dashboardWhenAnythingItIsMadeOfChangedThenAnew() throws SQLException {
        Person person = Person.create().spends("12.34", "Food", "2026-01-01");
        String first = tagOf(person, "");
        Person.create().spends("5.00", "Food", "2026-01-01");
        conditional(person, "", first).expectStatus().isNotModified();

        person.spends("1.00", "Food", "2026-01-02");
        String second = isAnew(person, first);

        execute("update analytics.transactions set amount = 2 where amount = 1 and user_id = " + person.id());
        String third = isAnew(person, second);

        execute("update analytics.categories set name = 'Eating' where user_id = " + person.id());
        String fourth = isAnew(person, third);

        execute("delete from analytics.transactions where amount = 2 and user_id = " + person.id());
        isAnew(person, fourth);
    }

    @Test
    void dashboardWhenTheTagIsOfAnotherQuestionOrPersonThenAnew() {
        Person person = Person.create().spends("12.34", "Food", "2026-01-01");
        Person other = Person.create().spends("12.34", "Food", "2026-01-01");
        String tag = tagOf(person, "?categories=Food");

        conditional(person, "", tag).expectStatus().isOk();
        conditional(person, "?categories=Food&week_start=7", tag).expectStatus().isOk();
        conditional(other, "?categories=Food", tag).expectStatus().isOk();
        conditional(person, "?categories=Food", "\"other\", " + tag)
                .expectStatus()
                .isNotModified();
    }

    private String isAnew(Person person, String former) {
        conditional(person, "", former).expectStatus().isOk();
        String tag = tagOf(person, "");
        assertThat(tag).isNotEqualTo(former);
        return tag;
    }

    private String tagOf(Person person, String query) {
        return String.valueOf(conditional(person, query, "\"none\"")
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseHeaders()
                .getETag());
    }

    private WebTestClient.ResponseSpec conditional(Person person, String query, String tag) {
        return person.asking(client)
                .get()
                .uri(URI.create(PATH + query))
                .header(HttpHeaders.IF_NONE_MATCH, tag)
                .exchange();
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = TestDatabase.get().adminConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String get(Person person, String query) {
        String body = person.asking(client)
                .get()
                .uri(URI.create(PATH + query))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        return String.valueOf(body);
    }
}
