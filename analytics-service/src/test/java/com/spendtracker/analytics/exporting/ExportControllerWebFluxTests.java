package com.spendtracker.analytics.exporting;

import static org.assertj.core.api.Assertions.assertThat;

import com.spendtracker.analytics.AnalyticsTest;
import com.spendtracker.analytics.Person;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.BodyInserters;
import tools.jackson.databind.JsonNode;

@AnalyticsTest
class ExportControllerWebFluxTests {
    private static final List<String> ODD_TEXTS = List.of(
            "=1+1",
            "+49 30 1234",
            "-5 coffee",
            "@home",
            "'tis",
            "''",
            "a,b",
            "say \"hi\"",
            "Größe",
            "=HYPERLINK(\"x\")");

    @Autowired
    private WebTestClient client;

    @Test
    void exportWhenCsvThenSignedAsBanksDoAndFiltered() {
        Person person = Person.create()
                .has("income", "100.00", "EUR", "Salary", "2026-01-02")
                .spends("-3.00", "Food", "2026-01-03")
                .spends("12.50", "Food", "2026-01-01")
                .spends("9.00", "Other", "2026-01-01");
        String csv = get(person, "/api/v1/transactions/export?categories=Food,Salary");
        assertThat(csv.lines())
                .containsExactly(
                        "Date,Amount,Currency,Kind,Category,Payee,Description,Account",
                        "2026-01-01,-12.50,EUR,spending,Food,Corner Shop,CARD PAYMENT,",
                        "2026-01-02,100.00,EUR,income,Salary,Corner Shop,CARD PAYMENT,",
                        "2026-01-03,3.00,EUR,spending,Food,Corner Shop,CARD PAYMENT,");
    }

    @Test
    void exportWhenJsonLinesThenOneObjectALine() {
        Person person = Person.create().spends("1.00", "A", "2026-01-02").spends("2.00", "A", "2026-01-01");
        String lines = get(person, "/api/v1/transactions/export?format=jsonl");
        assertThat(lines.lines()).hasSize(2).allMatch(line -> line.startsWith("{\"id\":") && line.endsWith("}"));
    }

    @Test
    void exportWhenTextsLookLikeFormulasThenHarmlessAndReadBackUnharmed() {
        Person person = Person.signUp();
        for (String text : ODD_TEXTS) {
            person.asking(client)
                    .post()
                    .uri("/api/v1/transactions")
                    .contentType(MediaType.APPLICATION_JSON)
                    .bodyValue(new Written("5.00", "EUR", "Groceries", text, text, "2026-01-20"))
                    .exchange()
                    .expectStatus()
                    .isCreated();
        }
        String csv = get(person, "/api/v1/transactions/export");
        assertThat(csv.lines().skip(1)).noneMatch(line -> line.matches(".*(^|,)\"?[=+@].*"));

        Person other = Person.signUp();
        MultipartBodyBuilder form = new MultipartBodyBuilder();
        form.part("file", csv.getBytes(StandardCharsets.UTF_8)).filename("export.csv");
        other.asking(client)
                .post()
                .uri("/api/v1/imports")
                .body(BodyInserters.fromMultipartData(form.build()))
                .exchange()
                .expectStatus()
                .isCreated()
                .expectBody()
                .jsonPath("$.new_rows")
                .isEqualTo(ODD_TEXTS.size());
        assertThat(listed(other)).containsExactlyInAnyOrderElementsOf(ODD_TEXTS);
    }

    @Test
    void exportWhenFormatIsUnknownThenBadRequest() {
        Person.create()
                .asking(client)
                .get()
                .uri("/api/v1/transactions/export?format=xls")
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("format");
    }

    @Test
    void exportWhenAnotherPersonsThenOnlyTheHeader() {
        Person.create().spends("1.00", "A", "2026-01-02");
        assertThat(get(Person.create(), "/api/v1/transactions/export").lines()).hasSize(1);
    }

    private List<String> listed(Person person) {
        JsonNode[] rows = Objects.requireNonNull(person.asking(client)
                .get()
                .uri("/api/v1/transactions")
                .exchange()
                .expectBody(JsonNode[].class)
                .returnResult()
                .getResponseBody());
        return List.of(rows).stream()
                .map(row -> row.get("description").asString())
                .toList();
    }

    private String get(Person person, String path) {
        return new String(
                Objects.requireNonNull(person.asking(client)
                        .get()
                        .uri(path)
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectBody()
                        .returnResult()
                        .getResponseBody()),
                StandardCharsets.UTF_8);
    }

    private record Written(
            String amount,
            String currency,
            String category,
            String merchant,
            String description,
            String transactionDate) {}
}
