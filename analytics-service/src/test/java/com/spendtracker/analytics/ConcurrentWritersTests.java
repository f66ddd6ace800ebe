package com.spendtracker.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import com.spendtracker.db.test.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.RequestBodySpec;
import org.springframework.web.reactive.function.BodyInserters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Everything that writes for one owner, at once: none waits in a circle, and the kept sums stay those of the rows. */
@AnalyticsTest
class ConcurrentWritersTests {
    private static final int WRITERS = 8;
    private static final int REQUESTS = 60;
    private static final List<String> CATEGORIES = List.of("Groceries", "Travel", "Health", "Pets");

    @Autowired
    private WebTestClient client;

    private final Person person = Person.signUp();

    /** Some of the person's transactions: asking for them each time would keep the writers apart. */
    private volatile List<Long> known = List.of();

    /** A circle is told at once, so that the test finds as many as there are, and not one in a second. */
    @BeforeAll
    static void tellOfCirclesAtOnce() throws SQLException {
        admin("alter system set deadlock_timeout = '5ms'");
        admin("select pg_reload_conf()");
    }

    @AfterAll
    static void tellOfCirclesAsUsual() throws SQLException {
        admin("alter system reset deadlock_timeout");
        admin("select pg_reload_conf()");
    }

    @Test
    void writersWhenManyForOneOwnerThenNoneFailsAndSumsAreExact() throws Exception {
        uploads(new Random(0));
        uploads(new Random(1));
        write("POST", "/rules", """
                {"field": "any", "comparison": "contains", "pattern": "Shop 1", "category": "Pets"}""");
        List<Callable<Set<Integer>>> writers = new ArrayList<>();
        for (int number = 0; number < WRITERS; number++) {
            Random random = new Random(number);
            writers.add(() ->
                    Stream.generate(() -> anything(random)).limit(REQUESTS).collect(Collectors.toSet()));
        }
        try (ExecutorService threads = Executors.newCachedThreadPool()) {
            for (Future<Set<Integer>> statuses : threads.invokeAll(writers)) {
                // Two may want what only one can have, but nothing else goes wrong.
                assertThat(statuses.get()).isSubsetOf(200, 201, 204, 400, 404, 409, 412);
            }
        }
        assertThat(admin("select count(*) from analytics.transactions where user_id = " + person.id()))
                .isPositive();
        assertThat(admin("select count(*) from analytics.roll_up_differences()"))
                .isZero();
    }

    private int anything(Random random) {
        return switch (random.nextInt(14)) {
            case 0 -> uploads(random);
            case 1 -> write("DELETE", "/imports/" + any(random, "/imports"), null);
            case 2, 11, 12 -> split(random);
            case 3 -> write("DELETE", "/transactions/" + transaction(random) + "/split", null);
            case 4 -> merge(random);
            case 5 -> write("POST", "/rules/" + any(random, "/rules") + "/apply", null);
            case 6, 7 ->
                write(
                        "POST",
                        "/transactions/bulk",
                        "{\"ids\": %s, \"category\": \"%s\"}"
                                .formatted(
                                        Stream.generate(() -> transaction(random))
                                                .limit(3)
                                                .toList(),
                                        category(random)));
            case 8 -> {
                long id = transaction(random);
                write("DELETE", "/transactions/" + id, null);
                yield write("POST", "/transactions/" + id + "/restore", null);
            }
            case 9 -> write("POST", "/transactions", """
                    {"amount": 20, "currency": "EUR", "category": "%s", "merchant": "Shop 1",
                     "transaction_date": "%s"}""".formatted(category(random), day(random)));
            default ->
                write("PATCH", "/transactions/" + transaction(random), """
                    {"amount": %d, "category": "%s", "transaction_date": "%s"}""".formatted(
                                20 + random.nextInt(2), category(random), day(random)));
        };
    }

    /** Writes a sum for each part, one statement after the other, in any order. */
    private int split(Random random) {
        List<String> categories = new ArrayList<>(CATEGORIES);
        Collections.shuffle(categories, random);
        return write(
                "POST",
                "/transactions/" + transaction(random) + "/split",
                "{\"parts\": [{\"category\": \"%s\", \"amount\": 17}, {\"category\": \"%s\", \"amount\": 2}, {\"category\": \"%s\", \"amount\": 1}]}"
                        .formatted(categories.get(0), categories.get(1), categories.get(2)));
    }

    /** A file for each of two accounts, with money that goes from one to the other. */
    private int uploads(Random random) {
        StringBuilder rows = new StringBuilder("Date,Payee,Amount,Currency\n");
        String sign = random.nextBoolean() ? "-" : "";
        for (int row = 0; row < 12; row++) {
            rows.append("%s,Shop %d,%s%d.00,EUR\n".formatted(day(random), random.nextInt(3), sign, 20));
        }
        MultipartBodyBuilder form = new MultipartBodyBuilder();
        form.part("file", rows.toString().getBytes(StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, "form-data; name=\"file\"; filename=\"a.csv\"");
        form.part("options", "{\"account\":\"%s\"}".formatted(sign.isEmpty() ? "Savings" : "Everyday"));
        return request("POST", "/imports")
                .body(BodyInserters.fromMultipartData(form.build()))
                .exchange()
                .expectBody()
                .returnResult()
                .getStatus()
                .value();
    }

    /** Moves all of a category into another one, and makes it anew for those to come. */
    private int merge(Random random) {
        String from = category(random);
        List<JsonNode> categories = read("/categories").valueStream().toList();
        List<Integer> ids = Stream.of(from, category(random))
                .flatMap(name -> categories.stream()
                        .filter(category -> category.get("name").asString().equals(name))
                        .map(category -> category.get("id").asInt()))
                .toList();
        int status = ids.size() < 2
                ? 404
                : write("POST", "/categories/" + ids.getFirst() + "/merge", "{\"into\": %d}".formatted(ids.getLast()));
        write("POST", "/categories", "{\"name\": \"%s\"}".formatted(from));
        return status;
    }

    private long transaction(Random random) {
        if (known.isEmpty() || random.nextInt(8) == 0) {
            known = read("/transactions?limit=40")
                    .valueStream()
                    .map(transaction -> transaction.get("id").asLong())
                    .toList();
        }
        List<Long> ids = known;
        return ids.isEmpty() ? 1 : ids.get(random.nextInt(ids.size()));
    }

    private long any(Random random, String list) {
        JsonNode all = read(list);
        return all.isEmpty() ? 1 : all.get(random.nextInt(all.size())).get("id").asLong();
    }

    private JsonNode read(String list) {
        return JsonMapper.shared()
                .readTree(Objects.requireNonNull(request("GET", list)
                        .exchange()
                        .expectBody()
                        .returnResult()
                        .getResponseBody()));
    }

    private int write(String method, String path, @Nullable String body) {
        RequestBodySpec request = request(method, path).header(HttpHeaders.IF_MATCH, "*");
        return (body == null
                        ? request
                        : request.contentType(MediaType.APPLICATION_JSON).bodyValue(body))
                .exchange()
                .expectBody()
                .returnResult()
                .getStatus()
                .value();
    }

    private RequestBodySpec request(String method, String path) {
        return person.asking(client).method(HttpMethod.valueOf(method)).uri("/api/v1" + path);
    }

    private static String category(Random random) {
        return CATEGORIES.get(random.nextInt(CATEGORIES.size()));
    }

    private static String day(Random random) {
        return "2026-03-0" + (1 + random.nextInt(2));
    }

    private static long admin(String sql) throws SQLException {
        try (Connection connection = TestDatabase.get().adminConnection();
                Statement statement = connection.createStatement()) {
            if (!statement.execute(sql)) {
                return 0;
            }
            try (ResultSet row = statement.getResultSet()) {
                row.next();
                return row.getObject(1) instanceof Number number ? number.longValue() : 0;
            }
        }
    }
}
