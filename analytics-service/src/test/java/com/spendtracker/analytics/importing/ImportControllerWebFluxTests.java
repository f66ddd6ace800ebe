package com.spendtracker.analytics.importing;

import static org.assertj.core.api.Assertions.assertThat;

import com.spendtracker.analytics.AnalyticsTest;
import com.spendtracker.analytics.Person;
import com.spendtracker.db.test.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import org.springframework.web.reactive.function.BodyInserters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@AnalyticsTest
class ImportControllerWebFluxTests {
    private static final String TWO_COFFEES = """
            Date,Payee,Amount,Currency
            2026-01-20,Lidl Berlin,-12.34,EUR
            2026-01-21,Starbucks,-3.50,EUR
            2026-01-21,Starbucks,-3.50,EUR
            2026-01-31,Example Works Payroll,2500.00,EUR
            2026-02-01,Lidl Berlin,4.00,EUR
            """;

    @Autowired
    private WebTestClient client;

    @Autowired
    private JsonMapper json;

    private final Person person = Person.signUp();

    @Test
    void importWhenNewFileThenEveryRowIsStoredAndSorted() {
        JsonNode report = created(upload("june.csv", TWO_COFFEES, "{\"account\":\"Everyday\"}"));
        assertCounts(report, 5, 0, 0);
        assertThat(report.at("/accounts/0/name").asString()).isEqualTo("Everyday");
        assertThat(transactions())
                .containsExactly(
                        "2026-02-01 -4.00 spending Groceries Lidl Berlin",
                        "2026-01-31 2500.00 income Income Example Works Payroll",
                        "2026-01-21 3.50 spending Eating out Starbucks",
                        "2026-01-21 3.50 spending Eating out Starbucks",
                        "2026-01-20 12.34 spending Groceries Lidl Berlin");
        asPerson()
                .get()
                .uri("/api/v1/transactions/metrics")
                .exchange()
                .expectBody()
                .jsonPath("$.total_spent")
                .isEqualTo(15.34);
    }

    @Test
    void importWhenSameFileAgainThenNothingIsAdded() {
        created(upload("june.csv", TWO_COFFEES, ""));
        JsonNode second = created(upload("again.csv", TWO_COFFEES, ""));
        assertCounts(second, 0, 5, 0);
        assertThat(second.at("/duplicates/0/equals_id").asLong()).isPositive();
        assertThat(transactions()).hasSize(5);
    }

    @Test
    void importWhenFilesOverlapThenOnlyWhatIsNewIsAdded() {
        created(upload("a.csv", "Date,Payee,Amount\n2026-01-20,Cafe,-2.00\n2026-01-21,Cafe,-2.00\n", ""));
        JsonNode second = created(upload(
                "b.csv",
                "Date,Payee,Amount\n2026-01-21,Cafe,-2.00\n2026-01-21,Cafe,-2.00\n2026-01-22,Cafe,-2.00\n",
                ""));
        assertCounts(second, 2, 1, 0);
        assertThat(transactions()).hasSize(4);
    }

    @Test
    void importWhenDuplicateIsKeptThenStoredAndStillKnownLater() {
        String file = "Date,Payee,Amount\n2026-01-20,Cafe,-2.00\n";
        created(upload("a.csv", file, ""));
        assertCounts(created(upload("b.csv", file, "{\"keep_duplicates\":[1]}")), 1, 0, 0);
        assertCounts(created(upload("c.csv", file, "")), 0, 1, 0);
        assertThat(transactions()).hasSize(2);
    }

    /** Whatever is exported, however often and in whatever order: in the end the account's bookings are there, once each. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void importWhenAnyOverlappingExportsThenExactlyTheAccount(long seed) {
        Random random = new Random(seed);
        List<List<String>> days = new ArrayList<>();
        for (int day = 0; day < 28; day++) {
            List<String> rows = new ArrayList<>();
            for (int i = random.nextInt(4); i > 0; i--) {
                rows.add("2026-03-%02d,%s,-%d.50\n"
                        .formatted(day + 1, random.nextBoolean() ? "Cafe" : "Kiosk", 1 + random.nextInt(2)));
            }
            days.add(rows);
        }
        List<int[]> exports = new ArrayList<>(List.of(new int[] {0, 15}, new int[] {13, 28}));
        for (int i = 0; i < 4; i++) {
            int from = random.nextInt(27);
            exports.add(new int[] {from, from + 1 + random.nextInt(28 - from)});
        }
        Collections.shuffle(exports, random);
        for (int[] export : exports) {
            List<String> rows = days.subList(export[0], export[1]).stream()
                    .flatMap(List::stream)
                    .toList();
            if (!rows.isEmpty()) {
                JsonNode report = created(upload("export.csv", "Date,Payee,Amount\n" + String.join("", rows), ""));
                assertThat(report.get("rows").asInt()).isEqualTo(rows.size());
            }
        }
        List<String> expected = days.stream()
                .flatMap(List::stream)
                .map(row -> row.strip().replace("-", "").replace(",", " "))
                .sorted()
                .toList();
        List<String> stored = listed().stream()
                .map(t -> t.get("transaction_date").asString().replace("-", "") + " "
                        + t.get("merchant").asString() + " " + amount(t))
                .sorted()
                .toList();
        assertThat(stored).isEqualTo(expected);
    }

    @Test
    void importWhenRowsAreBrokenThenTheyAreReportedWithLineAndReason() {
        String file = "Date,Payee,Amount\n2026-01-20,Cafe,-2.00\n2026-02-30,Cafe,-2.00\n2026-01-22,Cafe,much\n";
        JsonNode report = created(upload("a.csv", file, ""));
        assertCounts(report, 1, 0, 2);
        assertThat(report.at("/rejected/0/line").asInt()).isEqualTo(3);
        assertThat(report.at("/rejected/0/field").asString()).isEqualTo("date");
        assertThat(report.at("/rejected/1/reason").asString()).contains("much");
    }

    @Test
    void importWhenRejectedRowsStopItThenNothingIsStored() {
        String file = "Date,Payee,Amount\n2026-01-20,Cafe,-2.00\n2026-02-30,Cafe,-2.00\n";
        problem(upload("a.csv", file, "{\"on_rejected\":\"stop\"}"), 422, "rejected-rows", "Line 3: date");
        assertThat(transactions()).isEmpty();
    }

    @Test
    void importWhenDatesAreAmbiguousThenAsksAndTakesTheAnswer() {
        String file = "Date,Payee,Amount\n03/04/2026,Cafe,-2.00\n";
        problem(upload("a.csv", file, ""), 422, "undecided", "date_order");
        created(upload("a.csv", file, "{\"date_order\":\"DMY\"}"));
        assertThat(transactions()).singleElement().asString().startsWith("2026-04-03");
    }

    @Test
    void previewWhenAskedThenTellsEverythingAndStoresNothing() {
        created(upload("a.csv", "Date,Payee,Amount\n2026-01-20,Lidl Berlin,-12.34\n", ""));
        JsonNode preview =
                read(post("/api/v1/imports/preview", "b.csv", TWO_COFFEES.getBytes(StandardCharsets.UTF_8), "", null)
                        .expectStatus()
                        .isOk());
        assertCounts(preview, 4, 1, 0);
        assertThat(preview.at("/sample/0/category").asString()).isEqualTo("Eating out");
        assertThat(preview.at("/sample/0/category_source").asString()).isEqualTo("known");
        assertThat(preview.at("/columns/1/name").asString()).isEqualTo("Payee");
        assertThat(preview.at("/mapping/columns/amount_column").asInt()).isEqualTo(2);
        assertThat(transactions()).hasSize(1);
    }

    @Test
    void importWhenMappingIsGivenThenItCounts() {
        JsonNode preview =
                read(post("/api/v1/imports/preview", "b.csv", TWO_COFFEES.getBytes(StandardCharsets.UTF_8), "", null)
                        .expectStatus()
                        .isOk());
        String mapping = preview.get("mapping").toString().replace("\"inverted\":false", "\"inverted\":true");
        created(upload("b.csv", TWO_COFFEES, "{\"mapping\":" + mapping + "}"));
        assertThat(transactions()).contains("2026-01-31 2500.00 spending Uncategorised Example Works Payroll");
    }

    @Test
    void importWhenRetriedWithTheSameKeyThenAnsweredFromTheFirst() {
        JsonNode first =
                created(post("/api/v1/imports", "a.csv", TWO_COFFEES.getBytes(StandardCharsets.UTF_8), "", "k1"));
        JsonNode second = read(post("/api/v1/imports", "a.csv", TWO_COFFEES.getBytes(StandardCharsets.UTF_8), "", "k1")
                .expectStatus()
                .isOk());
        assertThat(second.get("id")).isEqualTo(first.get("id"));
        assertThat(transactions()).hasSize(5);
        problem(
                post(
                        "/api/v1/imports",
                        "a.csv",
                        "Date,Amount\n2026-01-20,1.00\n".getBytes(StandardCharsets.UTF_8),
                        "",
                        "k1"),
                409,
                "conflict",
                "Idempotency-Key");
    }

    @Test
    void undoWhenImportedThenAllOfItGoesAndNothingElse() {
        created(upload("a.csv", "Date,Payee,Amount\n2026-01-02,Cafe,-2.00\n2026-01-20,Cafe,-2.00\n", ""));
        JsonNode second = created(upload("b.csv", TWO_COFFEES, "{\"account\":\"Other\"}"));
        String path = "/api/v1/imports/" + second.get("id").asInt();
        asPerson()
                .get()
                .uri(path + "/undo")
                .exchange()
                .expectBody()
                .jsonPath("$.transactions")
                .isEqualTo(5)
                .jsonPath("$.edited")
                .isEqualTo(0);
        asPerson()
                .delete()
                .uri(path)
                .exchange()
                .expectBody()
                .jsonPath("$.removed")
                .isEqualTo(5);
        assertThat(transactions()).hasSize(2);
        problem(asPerson().delete().uri(path).exchange(), 409, "conflict", "undone");
        assertCounts(created(upload("b.csv", TWO_COFFEES, "{\"account\":\"Other\"}")), 5, 0, 0);
    }

    @Test
    void importWhenMoneyMovesBetweenOwnAccountsThenItIsATransferUntilUndone() {
        created(upload("a.csv", "Date,Payee,Amount\n2026-01-20,Me,-500.00\n", "{\"account\":\"Giro\"}"));
        JsonNode other =
                created(upload("b.csv", "Date,Payee,Amount\n2026-01-22,Me,500.00\n", "{\"account\":\"Savings\"}"));
        assertThat(transactions())
                .containsExactly("2026-01-22 -500.00 transfer Transfers Me", "2026-01-20 500.00 transfer Transfers Me");
        asPerson()
                .delete()
                .uri("/api/v1/imports/" + other.get("id").asInt())
                .exchange()
                .expectStatus()
                .isOk();
        assertThat(transactions()).containsExactly("2026-01-20 500.00 spending Uncategorised Me");
    }

    @Test
    void importWhenBelongsToAnotherThenLooksLikeNone() {
        int id = created(upload("a.csv", TWO_COFFEES, "")).get("id").asInt();
        WebTestClient stranger = Person.signUp().asking(client);
        for (String path : List.of("/" + id, "/" + id + "/undo", "/" + id + "/rows?outcome=rejected")) {
            byte[] others = stranger.get()
                    .uri("/api/v1/imports" + path)
                    .exchange()
                    .expectStatus()
                    .isNotFound()
                    .expectBody()
                    .returnResult()
                    .getResponseBody();
            byte[] none = stranger.get()
                    .uri("/api/v1/imports" + path.replace("/" + id, "/999999999"))
                    .exchange()
                    .expectStatus()
                    .isNotFound()
                    .expectBody()
                    .returnResult()
                    .getResponseBody();
            assertThat(withoutInstance(others)).isEqualTo(withoutInstance(none));
        }
        stranger.delete().uri("/api/v1/imports/" + id).exchange().expectStatus().isNotFound();
        assertThat(transactions()).hasSize(5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../etc/passwd", "a\\b.csv", "..", "a/b.csv"})
    void importWhenNameHoldsAPathThenRefused(String name) {
        problem(upload(name, TWO_COFFEES, ""), 400, "invalid-input", "file");
        assertThat(transactions()).isEmpty();
    }

    @Test
    void importWhenHostileThenRefusedAndNothingStays() throws IOException {
        long before = temporaryFiles();
        problem(upload("empty.csv", "", ""), 422, "unreadable-file", "empty");
        byte[] picture = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13};
        problem(post("/api/v1/imports", "a.csv", picture, "", null), 422, "unreadable-file", "picture");
        problem(upload("a.csv", "Date,Amount\n2026-01-20,1\0.00\n", ""), 422, "unreadable-file", "NUL");
        String open = "Date,Payee,Amount\n2026-01-20,\"" + "x".repeat(10_000_000);
        problem(upload("a.csv", open, ""), 422, "unreadable-file", "quote");
        String late =
                "Date,Payee,Amount\n" + "2026-01-20,Cafe,-1.00\n".repeat(300) + "2026-01-20,\"" + "x".repeat(100_000);
        problem(upload("a.csv", late, ""), 422, "unreadable-file", "quote");
        String truncated =
                "OFXHEADER:100\nDATA:OFXSGML\n\n<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>EUR<BANKTRANLIST><STMTTRN>";
        problem(upload("a.ofx", truncated, ""), 422, "unreadable-file", "ends");
        problem(
                post("/api/v1/imports/preview", "a.ofx", truncated.getBytes(StandardCharsets.UTF_8), "", null),
                422,
                "unreadable-file",
                "ends");
        assertThat(transactions()).isEmpty();
        assertThat(temporaryFiles()).isEqualTo(before);
    }

    @Test
    void importWhenOptionsAreWrongThenTheirFieldIsNamed() {
        problem(upload("a.csv", TWO_COFFEES, "{"), 400, "invalid-input", "options");
        problem(upload("a.csv", TWO_COFFEES, "{\"on_rejected\":\"perhaps\"}"), 400, "invalid-input", "on_rejected");
        problem(upload("a.csv", TWO_COFFEES, "{\"currency\":\"Euro\"}"), 400, "invalid-input", "currency");
    }

    @Test
    void importWhenNoFileThenRefused() {
        problem(
                asPerson()
                        .post()
                        .uri("/api/v1/imports")
                        .body(BodyInserters.fromMultipartData("options", "{}"))
                        .exchange(),
                400,
                "invalid-input",
                "file is required");
    }

    @RepeatedTest(4)
    void importWhenItsConnectionIsCutThenNothingIsStoredAndTheRetryCompletes(RepetitionInfo repetition)
            throws Exception {
        int rows = 40_000;
        byte[] file = statement(rows);
        CompletableFuture<ResponseSpec> cut =
                CompletableFuture.supplyAsync(() -> post("/api/v1/imports", "big.csv", file, "", "big"));
        cutConnection(List.of("copy %", "insert into import_outcome%", "insert into analytics.transactions%", "copy %")
                .get(repetition.getCurrentRepetition() - 1));
        cut.join().expectStatus().isEqualTo(503);
        assertThat(count("analytics.transactions")).isZero();
        assertThat(count("analytics.imports")).isZero();

        created(post("/api/v1/imports", "big.csv", file, "", "big"));
        assertThat(count("analytics.transactions")).isEqualTo(rows);
    }

    /** Ends the connection of the statement that begins like this, as soon as it runs. */
    private static void cutConnection(String statement) throws SQLException {
        try (Connection admin = TestDatabase.get().adminConnection();
                PreparedStatement cut = admin.prepareStatement(
                        "select count(pg_terminate_backend(pid)) from pg_stat_activity where pid <> pg_backend_pid()"
                                + " and state = 'active' and query like ?")) {
            cut.setString(1, statement);
            Instant deadline = Instant.now().plusSeconds(30);
            long ended = 0;
            while (ended == 0 && Instant.now().isBefore(deadline)) {
                try (ResultSet result = cut.executeQuery()) {
                    result.next();
                    ended = result.getLong(1);
                }
            }
            assertThat(ended).as("there was a statement to cut").isEqualTo(1);
        }
    }

    private long count(String table) throws SQLException {
        try (Connection admin = TestDatabase.get().adminConnection();
                PreparedStatement count =
                        admin.prepareStatement("select count(*) from " + table + " where user_id = ?")) {
            count.setLong(1, person.id());
            try (ResultSet result = count.executeQuery()) {
                result.next();
                return result.getLong(1);
            }
        }
    }

    private static byte[] statement(int rows) {
        StringBuilder text = new StringBuilder("Date,Payee,Amount\n");
        for (int i = 0; i < rows; i++) {
            text.append("2026-0%d-%02d,Shop %d,-%d.50%n".formatted(1 + i % 9, 1 + i % 28, i % 300, i % 1_000));
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void importWhenLayoutWasConfirmedOnceThenItIsUsedAgainByItself() {
        created(upload("may.csv", "Date,Payee,Amount\n03/04/2026,Cafe,-2.00\n", "{\"date_order\":\"DMY\"}"));
        created(upload("june.csv", "Date,Payee,Amount\n05/06/2026,Cafe,-2.00\n", ""));
        assertThat(transactions()).first().asString().startsWith("2026-06-05");
        created(upload("odd.csv", "Date,Payee,Amount\n06/25/2026,Cafe,-2.00\n", ""));
        assertThat(transactions()).first().asString().startsWith("2026-06-25");
        problem(
                post(
                        Person.signUp(),
                        "/api/v1/imports",
                        "a.csv",
                        "Date,Payee,Amount\n03/04/2026,Cafe,-2.00\n".getBytes(StandardCharsets.UTF_8),
                        "",
                        null),
                422,
                "undecided",
                "date_order");
    }

    @Test
    void keepWhenRowWasKnownThenStoredAndStillKnownLater() {
        String file = "Date,Payee,Amount\n2026-01-20,Cafe,-2.00\n";
        created(upload("a.csv", file, ""));
        int id = created(upload("b.csv", file, "")).get("id").asInt();
        asPerson()
                .post()
                .uri("/api/v1/imports/" + id + "/rows/1/keep")
                .exchange()
                .expectStatus()
                .isOk();
        assertThat(transactions()).hasSize(2);
        assertCounts(read(asPerson().get().uri("/api/v1/imports/" + id).exchange()), 1, 0, 0);
        problem(
                asPerson().post().uri("/api/v1/imports/" + id + "/rows/1/keep").exchange(),
                404,
                "not-found",
                "kept already");
        problem(
                Person.signUp()
                        .asking(client)
                        .post()
                        .uri("/api/v1/imports/" + id + "/rows/1/keep")
                        .exchange(),
                404,
                "not-found",
                "no import");
        assertCounts(created(upload("c.csv", file, "")), 0, 1, 0);
    }

    @Test
    void listWhenImportedThenNewestFirst() {
        created(upload("first.csv", TWO_COFFEES, ""));
        created(upload("second.csv", TWO_COFFEES, ""));
        asPerson()
                .get()
                .uri("/api/v1/imports")
                .exchange()
                .expectBody()
                .jsonPath("$[0].file_name")
                .isEqualTo("second.csv")
                .jsonPath("$[1].new_rows")
                .isEqualTo(5);
    }

    private WebTestClient asPerson() {
        return person.asking(client);
    }

    private ResponseSpec upload(String name, String text, String options) {
        return post("/api/v1/imports", name, text.getBytes(StandardCharsets.UTF_8), options, null);
    }

    private ResponseSpec post(String path, String name, byte[] file, String options, @Nullable String key) {
        return post(person, path, name, file, options, key);
    }

    private ResponseSpec post(Person who, String path, String name, byte[] file, String options, @Nullable String key) {
        MultipartBodyBuilder form = new MultipartBodyBuilder();
        form.part("file", file)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "form-data; name=\"file\"; filename=\"" + name.replace("\\", "\\\\") + "\"")
                .contentType(MediaType.TEXT_PLAIN);
        if (!options.isEmpty()) {
            form.part("options", options);
        }
        return who.asking(client)
                .post()
                .uri(path)
                .headers(headers -> {
                    if (key != null) {
                        headers.set("Idempotency-Key", key);
                    }
                })
                .body(BodyInserters.fromMultipartData(form.build()))
                .exchange();
    }

    private JsonNode created(ResponseSpec response) {
        return read(response.expectStatus().isCreated());
    }

    private JsonNode read(ResponseSpec response) {
        return json.readTree(
                Objects.requireNonNull(response.expectBody().returnResult().getResponseBody()));
    }

    private static void problem(ResponseSpec response, int status, String type, String detail) {
        response.expectStatus()
                .isEqualTo(status)
                .expectHeader()
                .contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:spend-tracker:problem:" + type)
                .jsonPath("$.detail")
                .value(String.class, text -> assertThat(text).contains(detail));
    }

    private static void assertCounts(JsonNode report, int added, int duplicate, int rejected) {
        assertThat(List.of(
                        report.get("new_rows").asInt(),
                        report.get("duplicate_rows").asInt(),
                        report.get("rejected_rows").asInt(),
                        report.get("rows").asInt()))
                .containsExactly(added, duplicate, rejected, added + duplicate + rejected);
    }

    private List<JsonNode> listed() {
        JsonNode rows =
                read(asPerson().get().uri("/api/v1/transactions?limit=1000").exchange());
        return rows.valueStream().toList();
    }

    private List<String> transactions() {
        return listed().stream()
                .map(t -> String.join(
                        " ",
                        t.get("transaction_date").asString(),
                        amount(t),
                        t.get("kind").asString(),
                        t.get("category").asString(),
                        t.get("merchant").asString()))
                .toList();
    }

    private static String amount(JsonNode transaction) {
        return transaction.get("amount").decimalValue().setScale(2).toPlainString();
    }

    private String withoutInstance(byte @Nullable [] body) {
        JsonNode problem = json.readTree(Objects.requireNonNull(body));
        return problem.get("type") + " " + problem.get("title") + " " + problem.get("detail") + " "
                + problem.get("status");
    }

    private static long temporaryFiles() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().startsWith("import"))
                    .count();
        }
    }
}
