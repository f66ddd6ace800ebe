package com.spendtracker.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import com.spendtracker.db.test.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.text.ParseException;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.RequestBodySpec;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** Staying signed in, and how that ends. */
@WholeServiceTest
class SessionsTests {
    private static final String PASSWORD = "seven quiet rivers";
    private static final int AT_ONCE = 50;

    private final WebTestClient client;
    private final String username = UUID.randomUUID() + "@example.com";

    SessionsTests(WebTestClient client) {
        this.client = client;
    }

    @BeforeEach
    void signUp() {
        post("/api/v1/users", Map.of("username", username, "password", PASSWORD))
                .expectStatus()
                .isCreated();
    }

    @Test
    void signInWhenNoSessionIsAskedForThenTheAnswerIsAsItAlwaysWas() {
        assertThat(answer(post("/api/v1/login", Map.of("username", username, "password", PASSWORD))))
                .containsOnlyKeys("access_token", "token_type");
        assertThat(sessions(accessToken())).isEmpty();
    }

    @Test
    void signInWhenAProgramAsksThenARefreshTokenToo() throws ParseException {
        Map<String, Object> answer = signIn("program");

        assertThat(answer).containsOnlyKeys("access_token", "token_type", "expires_in", "refresh_token");
        assertThat(answer.get("expires_in")).isEqualTo(1800);
        assertThat(text(answer, "refresh_token")).matches("str_[\\w-]{43}");
        List<Map<String, Object>> sessions = sessions(text(answer, "access_token"));
        assertThat(sessions)
                .singleElement()
                .satisfies(session -> assertThat(session)
                        .containsEntry("kind", "program")
                        .containsEntry("current", true)
                        .containsEntry("address", "198.51.100.1")
                        .containsEntry("client", "test/1")
                        .containsKeys("id", "created_at", "last_used_at", "expires_at"));
        assertThat(SignedJWT.parse(text(answer, "access_token"))
                        .getJWTClaimsSet()
                        .getStringClaim("sid"))
                .isEqualTo(sessions.getFirst().get("id"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"robot", "BROWSER", " "})
    void signInWhenSessionIsOfNoKindThenInvalid(String kind) {
        post("/api/v1/login", Map.of("username", username, "password", PASSWORD, "session", kind))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("session");
    }

    @Test
    void secretsWhenStoredThenOnlyAsHashes() throws SQLException {
        String browser = text(signIn("browser"), "session_token");
        String program = text(signIn("program"), "refresh_token");
        refresh(program).expectStatus().isOk();

        for (String table : List.of("sessions", "refresh_tokens")) {
            assertThat(query("SELECT coalesce(string_agg(t::text, ''), '') FROM auth." + table + " AS t"))
                    .doesNotContain(browser, program, browser.substring(4), program.substring(4))
                    .isNotEmpty();
        }
    }

    @Test
    void refreshThenTheNextTokenGoesOnAndTheSessionIsTheSame() {
        Map<String, Object> first = signIn("program");
        Map<String, Object> second = answer(refresh(text(first, "refresh_token")));
        Map<String, Object> third = answer(refresh(text(second, "refresh_token")));

        assertThat(Set.of(text(first, "refresh_token"), text(second, "refresh_token"), text(third, "refresh_token")))
                .hasSize(3);
        assertThat(sessions(text(third, "access_token")))
                .singleElement()
                .satisfies(session -> assertThat(session).containsEntry("current", true));
    }

    @Test
    void refreshWhenAskedAgainAtOnceThenTheSameSuccessor() {
        String token = text(signIn("program"), "refresh_token");
        String successor = text(answer(refresh(token)), "refresh_token");

        assertThat(text(answer(refresh(token)), "refresh_token")).isEqualTo(successor);
        refresh(successor).expectStatus().isOk();
        assertThat(events()).doesNotContain("token-reused");
    }

    @Test
    void refreshWhenManyAskAtOnceThenOneLineage() throws Exception {
        String token = text(signIn("program"), "refresh_token");

        Set<String> successors = atOnce(() -> text(answer(refresh(token)), "refresh_token"));

        assertThat(successors).hasSize(1);
        assertThat(query("SELECT count(*) FROM auth.refresh_tokens WHERE session_id IN (%s)".formatted(sessionIds())))
                .isEqualTo("2");
        refresh(successors.iterator().next()).expectStatus().isOk();
    }

    @Test
    void refreshWhenATokenComesAgainLaterThenNobodyGoesOnAndItsOwnerIsTold() throws SQLException {
        String stolen = text(signIn("program"), "refresh_token");
        String successor = text(answer(refresh(stolen)), "refresh_token");
        letGraceGoBy();

        refresh(stolen).expectStatus().isUnauthorized();

        refresh(successor).expectStatus().isUnauthorized();
        assertThat(sessions(accessToken())).isEmpty();
        assertThat(events()).contains("token-reused");
    }

    @Test
    void refreshWhenReplacedThenNothingLeadsOnFromTheTokenAfterAWhile() throws SQLException {
        String first = text(signIn("program"), "refresh_token");
        String second = text(answer(refresh(first)), "refresh_token");
        letGraceGoBy();
        refresh(second).expectStatus().isOk();

        assertThat(query("SELECT string_agg((nonce IS NOT NULL)::text, ' ' ORDER BY created_at)"
                        + " FROM auth.refresh_tokens WHERE session_id IN (%s)".formatted(sessionIds())))
                .isEqualTo("false true false");
    }

    @Test
    void refreshWhenTokenIsNobodysThenUnauthorized() {
        refresh("str_" + "x".repeat(43)).expectStatus().isUnauthorized();
        refresh(accessToken()).expectStatus().isUnauthorized();
        refresh(text(signIn("browser"), "session_token")).expectStatus().isUnauthorized();
    }

    @ParameterizedTest
    @CsvSource({"/api/v1/token/refresh, refresh_token", "/api/v1/token/exchange, token", "/api/v1/logout, token"})
    void requestWhenThereIsNoTokenInItThenInvalid(String path, String field) {
        post(path, Map.of())
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo(field);
        post(path, Map.of(field, " ")).expectStatus().isBadRequest();
    }

    @Test
    void exchangeThenTheBrowsersSessionGoesOn() {
        String secret = text(signIn("browser"), "session_token");

        Map<String, Object> answer = answer(exchange(secret, "203.0.113.9"));

        assertThat(answer).containsOnlyKeys("access_token", "token_type", "expires_in");
        assertThat(sessions(text(answer, "access_token")))
                .singleElement()
                .satisfies(session -> assertThat(session)
                        .containsEntry("kind", "browser")
                        .containsEntry("current", true)
                        .containsEntry("address", "203.0.113.9"));
    }

    @ParameterizedTest
    @CsvSource({"last_used_at, 8 days", "expires_at, 31 days"})
    void sessionWhenTooOldThenItHasEnded(String column, String age) throws SQLException {
        String secret = text(signIn("browser"), "session_token");
        String refreshToken = text(signIn("program"), "refresh_token");

        execute("UPDATE auth.sessions SET %1$s = %1$s - interval '%2$s' WHERE user_id = (%3$s)"
                .formatted(column, age, userId()));

        exchange(secret, "198.51.100.1").expectStatus().isUnauthorized();
        refresh(refreshToken).expectStatus().isUnauthorized();
        assertThat(sessions(accessToken())).isEmpty();
    }

    @Test
    void signOutThenTheSessionHasEnded() {
        String secret = text(signIn("browser"), "session_token");
        String refreshToken = text(signIn("program"), "refresh_token");
        String later = text(answer(refresh(refreshToken)), "refresh_token");

        signOut(secret);
        signOut(refreshToken); // an earlier token of a session will do

        exchange(secret, "198.51.100.1").expectStatus().isUnauthorized();
        refresh(later).expectStatus().isUnauthorized();
        assertThat(events().stream().filter("signed-out"::equals)).hasSize(2);
        signOut(secret);
        assertThat(events().stream().filter("signed-out"::equals)).hasSize(2);
    }

    @Test
    void sessionWhenEndedFromTheListThenItHasEndedAndTheOthersHaveNot() {
        String lost = text(signIn("program"), "refresh_token");
        Map<String, Object> kept = signIn("browser");
        String token = text(kept, "access_token");
        String lostId = Objects.toString(sessions(token).getLast().get("id"));

        end(token, lostId).expectStatus().isNoContent();

        refresh(lost).expectStatus().isUnauthorized();
        exchange(text(kept, "session_token"), "198.51.100.1").expectStatus().isOk();
        end(token, lostId).expectStatus().isNotFound();
        assertThat(events()).contains("session-ended");
    }

    @Test
    void sessionWhenSomebodyElsesThenLikeNone() {
        Map<String, Object> johns = answer(post(
                "/api/v1/login",
                Map.of("username", SignIn.USERNAME, "password", SignIn.PASSWORD, "session", "browser")));
        String johnsId = Objects.toString(
                sessions(text(johns, "access_token")).getFirst().get("id"));
        String token = accessToken();

        String johnsAnswer = problem(end(token, johnsId));

        assertThat(johnsAnswer).isEqualTo(problem(end(token, UUID.randomUUID().toString())));
        assertThat(problem(end(token, "no-id"))).isEqualTo(johnsAnswer);
        exchange(text(johns, "session_token"), "198.51.100.1").expectStatus().isOk();
    }

    @Test
    void signOutEverywhereThenAllHaveEnded() {
        Map<String, Object> here = signIn("browser");
        String elsewhere = text(signIn("program"), "refresh_token");

        authorized(HttpMethod.DELETE, "/api/v1/users/me/sessions", text(here, "access_token"))
                .exchange()
                .expectStatus()
                .isNoContent();

        exchange(text(here, "session_token"), "198.51.100.1").expectStatus().isUnauthorized();
        refresh(elsewhere).expectStatus().isUnauthorized();
        assertThat(events()).contains("sessions-ended");
    }

    @Test
    void passwordWhenChangedThenTheOtherSessionsHaveEnded() {
        Map<String, Object> here = signIn("browser");
        String elsewhere = text(signIn("program"), "refresh_token");

        authorized(HttpMethod.PUT, "/api/v1/users/me/password", text(here, "access_token"))
                .bodyValue(Map.of("current_password", PASSWORD, "new_password", "eight quiet rivers"))
                .exchange()
                .expectStatus()
                .isNoContent();

        refresh(elsewhere).expectStatus().isUnauthorized();
        exchange(text(here, "session_token"), "198.51.100.1").expectStatus().isOk();
    }

    @Test
    void sessionsWhenThereAreTooManyThenThoseNotUsedForLongestEnd() throws SQLException {
        String first = text(signIn("browser"), "session_token");
        execute("UPDATE auth.sessions SET last_used_at = now() - interval '1 day' WHERE user_id = (%s)"
                .formatted(userId()));
        execute("""
                INSERT INTO auth.sessions (user_id, kind, expires_at, address)
                SELECT (%s), 'program', now() + interval '1 day', '198.51.100.1' FROM generate_series(1, 99)
                """.formatted(userId()));

        signIn("program");

        exchange(first, "198.51.100.1").expectStatus().isUnauthorized();
        assertThat(query("SELECT count(*) FROM auth.sessions WHERE user_id = (" + userId() + ")"))
                .isEqualTo("100");
    }

    @Test
    void sessionsWhenNotSignedInThenUnauthorized() {
        client.get().uri("/api/v1/users/me/sessions").exchange().expectStatus().isUnauthorized();
    }

    private static Set<String> atOnce(Callable<String> action) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
            Set<String> answers = new HashSet<>();
            for (Future<String> answer : threads.invokeAll(Collections.nCopies(AT_ONCE, action))) {
                answers.add(answer.get());
            }
            return answers;
        }
    }

    /** As time would. */
    private void letGraceGoBy() throws SQLException {
        execute("UPDATE auth.refresh_tokens SET replaced_at = replaced_at - interval '11 seconds'"
                + " WHERE session_id IN (%s)".formatted(sessionIds()));
    }

    private String sessionIds() {
        return "SELECT id FROM auth.sessions WHERE user_id = (" + userId() + ")";
    }

    private String userId() {
        return "SELECT id FROM auth.users WHERE username = '" + username + "'";
    }

    private Map<String, Object> signIn(String kind) {
        return answer(post("/api/v1/login", Map.of("username", username, "password", PASSWORD, "session", kind)));
    }

    private String accessToken() {
        return SignIn.token(client, username, PASSWORD);
    }

    private ResponseSpec refresh(String token) {
        return post("/api/v1/token/refresh", Map.of("refresh_token", token));
    }

    private ResponseSpec exchange(String token, String address) {
        return request(HttpMethod.POST, "/api/v1/token/exchange", address)
                .bodyValue(Map.of("token", token))
                .exchange();
    }

    private void signOut(String token) {
        post("/api/v1/logout", Map.of("token", token)).expectStatus().isNoContent();
    }

    private ResponseSpec end(String token, String id) {
        return authorized(HttpMethod.DELETE, "/api/v1/users/me/sessions/" + id, token)
                .exchange();
    }

    private ResponseSpec post(String path, Map<String, String> body) {
        return request(HttpMethod.POST, path, "198.51.100.1").bodyValue(body).exchange();
    }

    private RequestBodySpec authorized(HttpMethod method, String path, String token) {
        return request(method, path, "198.51.100.1").headers(headers -> headers.setBearerAuth(token));
    }

    private RequestBodySpec request(HttpMethod method, String path, String address) {
        return client.method(method)
                .uri(path)
                .header("X-Forwarded-For", address)
                .header("User-Agent", "test/1");
    }

    private List<Map<String, Object>> sessions(String token) {
        return Objects.requireNonNull(authorized(HttpMethod.GET, "/api/v1/users/me/sessions", token)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(new ParameterizedTypeReference<List<Map<String, Object>>>() {})
                .returnResult()
                .getResponseBody());
    }

    private List<String> events() {
        List<Map<String, Object>> events =
                Objects.requireNonNull(authorized(HttpMethod.GET, "/api/v1/users/me/events", accessToken())
                        .exchange()
                        .expectBody(new ParameterizedTypeReference<List<Map<String, Object>>>() {})
                        .returnResult()
                        .getResponseBody());
        return events.stream()
                .map(event -> Objects.toString(event.get("event")))
                .toList();
    }

    /** What of a 404 can be compared. */
    private static String problem(ResponseSpec response) {
        Map<String, Object> problem = Objects.requireNonNull(response.expectStatus()
                .isNotFound()
                .expectBody(new ParameterizedTypeReference<Map<String, Object>>() {})
                .returnResult()
                .getResponseBody());
        return problem.get("type") + " " + problem.get("title") + " " + problem.get("detail");
    }

    private static Map<String, Object> answer(ResponseSpec response) {
        return Objects.requireNonNull(response.expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("Cache-Control", "no-store")
                .expectBody(new ParameterizedTypeReference<Map<String, Object>>() {})
                .returnResult()
                .getResponseBody());
    }

    private static String text(Map<String, Object> answer, String field) {
        return Objects.requireNonNull(answer.get(field), field).toString();
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = TestDatabase.get().adminConnection();
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).isPositive();
        }
    }

    private static String query(String sql) throws SQLException {
        try (Connection connection = TestDatabase.get().adminConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
