package com.spendtracker.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.spendtracker.db.test.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What somebody can do who guesses passwords; the addresses are told as the gateway tells them. */
@WholeServiceTest
class BruteForceTests {
    private static final String PASSWORD = "seven quiet rivers";
    private static final String WRONG = "seven quick rivers";
    private static final String HOME = "198.51.100.7";
    private static final String ELSEWHERE = "203.0.113.66";

    private static final ParameterizedTypeReference<Map<String, Object>> PROBLEM_OR_TOKEN =
            new ParameterizedTypeReference<>() {};

    private final WebClient client;

    BruteForceTests(@LocalServerPort int port) {
        this.client = WebClient.create("http://127.0.0.1:" + port);
    }

    @Test
    void hundredWrongPasswordsAtOnceThenFewAreLookedAtAndTheOwnerGetsIn() {
        String owner = newcomer();
        assertThat(status(signIn(owner, PASSWORD, HOME))).isEqualTo(200);

        List<ResponseEntity<Map<String, Object>>> answers = Flux.range(0, 100)
                .flatMap(_ -> signInLater(owner, WRONG, ELSEWHERE), 100)
                .collectList()
                .blockOptional(Duration.ofSeconds(60))
                .orElseThrow();

        // What is looked at is answered by 401: it takes a hash to know that a password is wrong.
        assertThat(answers).extracting(BruteForceTests::status).containsOnly(401, 429);
        assertThat(answers).filteredOn(answer -> status(answer) == 401).hasSizeBetween(1, 10);
        assertThat(answers).filteredOn(answer -> status(answer) == 429).allSatisfy(BruteForceTests::assertTooMany);
        assertThat(status(signIn(owner, PASSWORD, HOME))).isEqualTo(200);
    }

    @Test
    void guessingGoesOnThenTheAccountIsNeverLocked() throws SQLException {
        String owner = newcomer();
        for (int attempt = 1; attempt <= 7; attempt++) {
            assertThat(status(signIn(owner, WRONG, ELSEWHERE))).isEqualTo(401);
        }
        assertTooMany(signIn(owner, WRONG, ELSEWHERE));
        assertTooMany(signIn(owner, PASSWORD, "203.0.113.67"));

        passTheWait();

        assertThat(status(signIn(owner, PASSWORD, "203.0.113.67"))).isEqualTo(200);
        assertThat(status(signIn(owner, WRONG, ELSEWHERE)))
                .as("whoever knows the password begins anew")
                .isEqualTo(401);
    }

    @Test
    void guessingWhenTheWaitIsOverThenTheNextIsTwiceAsLong() throws SQLException {
        String owner = newcomer();
        for (int attempt = 1; attempt <= 7; attempt++) {
            signIn(owner, WRONG, ELSEWHERE);
        }
        for (long expected : new long[] {1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900}) {
            assertThat(retryAfter(signIn(owner, WRONG, ELSEWHERE))).isBetween(expected - 1, expected);
            passTheWait();
            assertThat(status(signIn(owner, WRONG, ELSEWHERE))).isEqualTo(401);
        }
    }

    @Test
    void guessingWhenTimeHasPassedThenAttemptsAreForgottenOneByOne() throws SQLException {
        String owner = newcomer();
        for (int attempt = 1; attempt <= 7; attempt++) {
            signIn(owner, WRONG, ELSEWHERE);
        }
        passTheWait();
        change("UPDATE auth.password_attempts SET counted_at = counted_at - interval '20 minutes'");

        assertThat(status(signIn(owner, WRONG, ELSEWHERE))).isEqualTo(401);
        assertThat(status(signIn(owner, WRONG, ELSEWHERE))).isEqualTo(401);
        assertTooMany(signIn(owner, WRONG, ELSEWHERE));
    }

    @Test
    void guessingWhenUsernameIsWrittenInOtherCaseThenCountedTogether() {
        String owner = newcomer();
        for (int attempt = 0; attempt < 7; attempt++) {
            String variant = owner.substring(0, attempt).toUpperCase(Locale.ROOT) + owner.substring(attempt);
            assertThat(status(signIn(variant, WRONG, "203.0.113." + attempt))).isEqualTo(401);
        }

        assertTooMany(signIn(owner.toUpperCase(Locale.ROOT), WRONG, "203.0.113.100"));
    }

    @Test
    void guessingWhenNobodyHasTheUsernameThenSlowedDownAlike() {
        String nobody = UUID.randomUUID() + "@example.com";
        for (int attempt = 1; attempt <= 7; attempt++) {
            assertThat(status(signIn(nobody, WRONG, ELSEWHERE))).isEqualTo(401);
        }

        assertTooMany(signIn(nobody.toUpperCase(Locale.ROOT), WRONG, ELSEWHERE));
    }

    @Test
    void guessingWhenEachIsForAnotherAccountThenTheAddressIsSlowedDown() {
        String address = "192.0.2.200";
        List<Integer> answers = IntStream.range(0, 53)
                .mapToObj(_ -> status(signIn(UUID.randomUUID() + "@example.com", WRONG, address)))
                .toList();

        assertThat(answers.subList(0, 50)).containsOnly(401);
        assertThat(answers.subList(50, 53)).contains(429);
        assertThat(status(signIn(UUID.randomUUID() + "@example.com", WRONG, "192.0.2.201")))
                .isEqualTo(401);
    }

    @Test
    void rightPasswordsFromOneAddressThenNoneOfThemCounts() {
        String owner = newcomer();
        List<Integer> answers = IntStream.range(0, 60)
                .mapToObj(_ -> status(signIn(owner, PASSWORD, "192.0.2.77")))
                .toList();

        assertThat(answers).containsOnly(200);
    }

    @Test
    void guessingWithAStolenTokenThenSlowedDownToo() {
        String owner = newcomer();
        String token = String.valueOf(
                Objects.requireNonNull(signIn(owner, PASSWORD, HOME).getBody()).get("access_token"));
        for (int attempt = 1; attempt <= 7; attempt++) {
            assertThat(status(deleteAccount(token, WRONG))).isEqualTo(400);
        }

        assertTooMany(deleteAccount(token, PASSWORD));
        assertThat(status(signIn(owner, PASSWORD, HOME))).isEqualTo(200);
    }

    private ResponseEntity<Map<String, Object>> deleteAccount(String token, String password) {
        return client.post()
                .uri("/api/v1/users/me/deletion")
                .headers(headers -> headers.setBearerAuth(token))
                .bodyValue(Map.of("password", password))
                .exchangeToMono(response -> response.toEntity(PROBLEM_OR_TOKEN))
                .blockOptional(Duration.ofSeconds(30))
                .orElseThrow();
    }

    private String newcomer() {
        String username = UUID.randomUUID() + "@example.com";
        assertThat(client.post()
                        .uri("/api/v1/users")
                        .bodyValue(Map.of("username", username, "password", PASSWORD))
                        .exchangeToMono(response -> response.toBodilessEntity())
                        .blockOptional(Duration.ofSeconds(30))
                        .orElseThrow()
                        .getStatusCode())
                .isEqualTo(HttpStatus.CREATED);
        return username;
    }

    private ResponseEntity<Map<String, Object>> signIn(String username, String password, String address) {
        return signInLater(username, password, address)
                .blockOptional(Duration.ofSeconds(30))
                .orElseThrow();
    }

    private Mono<ResponseEntity<Map<String, Object>>> signInLater(String username, String password, String address) {
        return client.post()
                .uri("/api/v1/login")
                .header("X-Forwarded-For", address)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(Map.of("username", username, "password", password))
                .exchangeToMono(response -> response.toEntity(PROBLEM_OR_TOKEN));
    }

    private static int status(ResponseEntity<?> answer) {
        return answer.getStatusCode().value();
    }

    private static long retryAfter(ResponseEntity<Map<String, Object>> answer) {
        assertTooMany(answer);
        return Long.parseLong(String.valueOf(answer.getHeaders().getFirst(HttpHeaders.RETRY_AFTER)));
    }

    private static void assertTooMany(ResponseEntity<Map<String, Object>> answer) {
        assertThat(status(answer)).isEqualTo(429);
        assertThat(answer.getHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(answer.getHeaders().getFirst(HttpHeaders.RETRY_AFTER)).matches("[1-9]\\d*");
        assertThat(answer.getBody())
                .containsEntry("type", "urn:spend-tracker:problem:too-many-requests")
                .hasEntrySatisfying(
                        "detail",
                        detail -> assertThat(detail)
                                .asString()
                                .matches("Too many wrong passwords\\. Try again in \\d+ seconds?\\."));
    }

    private static void passTheWait() throws SQLException {
        change("UPDATE auth.password_attempts SET next_at = clock_timestamp()");
    }

    private static void change(String sql) throws SQLException {
        try (Connection connection = TestDatabase.get().adminConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }
}
