package com.spendtracker.e2e.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.spendtracker.e2e.stack.Filter;
import com.spendtracker.e2e.stack.Stack;
import com.spendtracker.e2e.stack.StackUnderTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client written for a FastAPI service of these paths, sending what Python's requests sends, works unchanged. */
@ExtendWith(StackUnderTest.class)
class FastApiClientIT {
    private static final String[] REQUESTS_HEADERS = {
        "User-Agent", "python-requests/2.32.5", "Accept-Encoding", "gzip, deflate", "Accept", "*/*"
    };

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI server;

    FastApiClientIT(Stack stack) {
        this.server = stack.gateway();
    }

    @Test
    void clientWhenItSignsInByFormThenReadsTransactionsAndMetrics() throws IOException, InterruptedException {
        // requests.post(url, data={"username": …, "password": …}).json()["access_token"]
        JsonNode login = send(HttpRequest.newBuilder(server.resolve("/api/v1/login"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("username=jane.doe%40example.com&password=password123")));
        String authorization = "Bearer " + login.required("access_token").stringValue();

        LocalDate end = Filter.today();
        LocalDate start = end.minusMonths(6);
        JsonNode transactions = send(HttpRequest.newBuilder(server.resolve("/api/v1/transactions?start_date=" + start
                        + "&end_date=" + end + "&categories=Dining%2CTransport&skip=0&limit=50"))
                .header("Authorization", authorization));
        JsonNode metrics = send(HttpRequest.newBuilder(server.resolve("/api/v1/transactions/metrics"))
                .header("Authorization", authorization));

        assertThat(transactions.isArray()).isTrue();
        assertThat(transactions.values()).hasSize(50).allSatisfy(row -> {
            assertThat(row.required("id").isIntegralNumber()).isTrue();
            assertThat(row.required("user_id").isIntegralNumber()).isTrue();
            assertThat(row.required("amount").isNumber()).isTrue();
            assertThat(row.required("category").stringValue()).isIn("Dining", "Transport");
            assertThat(LocalDate.parse(row.required("transaction_date").stringValue()))
                    .isBetween(start, end);
            assertThat(row.has("description")).isTrue();
        });
        assertThat(metrics.required("total_spent").doubleValue()).isPositive();
        assertThat(metrics.required("average_transaction").doubleValue()).isPositive();
        assertThat(metrics.required("spending_by_category").required("Dining").isNumber())
                .isTrue();
    }

    private JsonNode send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<byte[]> response =
                http.send(request.headers(REQUESTS_HEADERS).build(), BodyHandlers.ofByteArray());
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("application/json");
        return JsonMapper.shared().readTree(text(response));
    }

    private static String text(HttpResponse<byte[]> response) throws IOException {
        boolean compressed =
                response.headers().firstValue("Content-Encoding").orElse("").equals("gzip");
        try (InputStream plain = new ByteArrayInputStream(response.body());
                InputStream body = compressed ? new GZIPInputStream(plain) : plain) {
            return new String(body.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
