package com.spendtracker.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import com.spendtracker.db.test.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.text.ParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.RequestBodySpec;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** Tokens that people make for their programs. */
@WholeServiceTest
class ApiTokensTests {
    private static final String PATH = "/api/v1/users/me/tokens";
    private static final String PASSWORD = "seven quiet rivers";

    private final WebTestClient client;
    private final String username = UUID.randomUUID() + "@example.com";
    private String owner = "";

    ApiTokensTests(WebTestClient client) {
        this.client = client;
    }

    @BeforeEach
    void signUp() {
        client.post()
                .uri("/api/v1/users")
                .bodyValue(Map.of("username", username, "password", PASSWORD))
                .exchange()
                .expectStatus()
                .isCreated();
        owner = SignIn.token(client, username, PASSWORD);
    }

    @Test
    void createThenTheTokenIsShownOnceAndSpeaksForItsOwner() throws ParseException {
        Map<String, Object> created = created("Backup", "write");
        assertThat(text(created, "token")).matches("spt_[\\w-]{43}");
        assertThat(list(owner))
                .singleElement()
                .satisfies(stored -> assertThat(stored)
                        .containsEntry("name", "Backup")
                        .containsEntry("scope", "write")
                        .containsEntry("last_used_at", null)
                        .doesNotContainKey("token"));

        String accessToken = exchanged(text(created, "token"));

        assertThat(SignedJWT.parse(accessToken).getJWTClaimsSet().getStringClaim("scope"))
                .isEqualTo("write");
        request(HttpMethod.GET, "/api/v1/users/me", accessToken)
                .exchange()
                .expectBody()
                .jsonPath("$.username")
                .isEqualTo(username);
        assertThat(list(owner).getFirst())
                .containsEntry("last_address", "198.51.100.7")
                .doesNotContainEntry("last_used_at", null);
    }

    @Test
    void tokenWhenItMayOnlyReadThenItDoes() {
        String reading = exchanged(text(created("Reader", "read"), "token"));
        String writing = exchanged(text(created("Writer", "write"), "token"));

        request(HttpMethod.GET, "/api/v1/users/me", reading)
                .exchange()
                .expectStatus()
                .isOk();
        changeName(reading).expectStatus().isForbidden();
        changeName(writing).expectStatus().isOk();
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/v1/users/me/tokens",
        "POST, /api/v1/users/me/tokens",
        "DELETE, /api/v1/users/me/tokens/1",
        "GET, /api/v1/users/me/sessions",
        "DELETE, /api/v1/users/me/sessions",
        "PUT, /api/v1/users/me/password",
        "POST, /api/v1/users/me/deletion",
        "GET, /api/v1/users/me/second-factor",
        "POST, /api/v1/users/me/second-factor/removal",
        "GET, /api/v1/users/me/passkeys",
        "POST, /api/v1/users/me/passkeys/options",
        "POST, /api/v1/users/me/passkeys"
    })
    void tokenWhenItWouldManageWhatLetsInThenForbidden(String method, String path) {
        String token = exchanged(text(created("Writer", "write"), "token"));

        request(HttpMethod.valueOf(method), path, token)
                .bodyValue(Map.of("password", PASSWORD))
                .exchange()
                .expectStatus()
                .isForbidden();
    }

    @Test
    void tokenWhenRevokedThenUnauthorizedAndItsOwnerSeesWhatWasDone() {
        Map<String, Object> created = created("Backup", "read");

        revoke(owner, created).expectStatus().isNoContent();

        exchange(text(created, "token")).expectStatus().isUnauthorized();
        revoke(owner, created).expectStatus().isNotFound();
        assertThat(list(owner)).isEmpty();
        request(HttpMethod.GET, "/api/v1/users/me/events", owner)
                .exchange()
                .expectBody()
                .jsonPath("$[0].event")
                .isEqualTo("token-revoked")
                .jsonPath("$[1].event")
                .isEqualTo("token-created");
    }

    @Test
    void tokenWhenExpiredThenUnauthorized() throws SQLException {
        Map<String, Object> created = created("Backup", "read");

        execute("UPDATE auth.api_tokens SET expires_at = now() WHERE id = " + created.get("id"));

        exchange(text(created, "token")).expectStatus().isUnauthorized();
    }

    @Test
    void tokenWhenSomebodyElsesThenLikeNone() {
        Map<String, Object> created = created("Backup", "read");
        String other = SignIn.token(client, SignIn.USERNAME, SignIn.PASSWORD);

        revoke(other, created).expectStatus().isNotFound();

        assertThat(list(other)).noneMatch(token -> Objects.equals(token.get("id"), created.get("id")));
        exchange(text(created, "token")).expectStatus().isOk();
    }

    @Test
    void tokenWhenNobodysThenUnauthorized() {
        exchange("spt_" + "x".repeat(43)).expectStatus().isUnauthorized();
        exchange(owner).expectStatus().isUnauthorized();
    }

    @ParameterizedTest
    @CsvSource({
        "name, ''",
        "name, '  '",
        "scope, admin",
        "expires_in_days, 0",
        "expires_in_days, 367",
        "password, wrong"
    })
    void createWhenAFieldIsWrongThenItIsNamed(String field, String value) {
        Map<String, Object> body = new HashMap<>(body("Backup", "read"));
        body.put(field, field.equals("expires_in_days") ? Integer.valueOf(value) : value);

        request(HttpMethod.POST, PATH, owner)
                .bodyValue(body)
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo(field);
        assertThat(list(owner)).isEmpty();
    }

    @Test
    void createWhenThereAreTooManyThenConflict() throws SQLException {
        execute("""
                INSERT INTO auth.api_tokens (user_id, hash, name, scope, expires_at)
                SELECT id, encode(sha256((username || n)::bytea), 'hex'), n::text, 'read', now() + interval '1 day'
                FROM auth.users, generate_series(1, 50) AS n WHERE username = '%s'
                """.formatted(username));

        create("One more", "read").expectStatus().isEqualTo(409);
    }

    private static Map<String, Object> body(String name, String scope) {
        return Map.of("name", name, "scope", scope, "expires_in_days", 90, "password", PASSWORD);
    }

    private ResponseSpec create(String name, String scope) {
        return request(HttpMethod.POST, PATH, owner)
                .bodyValue(body(name, scope))
                .exchange();
    }

    private Map<String, Object> created(String name, String scope) {
        return Objects.requireNonNull(create(name, scope)
                .expectStatus()
                .isCreated()
                .expectBody(new ParameterizedTypeReference<Map<String, Object>>() {})
                .returnResult()
                .getResponseBody());
    }

    private ResponseSpec revoke(String token, Map<String, Object> created) {
        return request(HttpMethod.DELETE, PATH + "/" + created.get("id"), token).exchange();
    }

    private ResponseSpec exchange(String token) {
        return client.post()
                .uri("/api/v1/token/exchange")
                .header("X-Forwarded-For", "198.51.100.7")
                .bodyValue(Map.of("token", token))
                .exchange();
    }

    private String exchanged(String token) {
        return text(
                Objects.requireNonNull(exchange(token)
                        .expectStatus()
                        .isOk()
                        .expectBody(new ParameterizedTypeReference<Map<String, Object>>() {})
                        .returnResult()
                        .getResponseBody()),
                "access_token");
    }

    private ResponseSpec changeName(String token) {
        return request(HttpMethod.PATCH, "/api/v1/users/me", token)
                .bodyValue(Map.of("full_name", "Robot"))
                .exchange();
    }

    private List<Map<String, Object>> list(String token) {
        return Objects.requireNonNull(request(HttpMethod.GET, PATH, token)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(new ParameterizedTypeReference<List<Map<String, Object>>>() {})
                .returnResult()
                .getResponseBody());
    }

    private RequestBodySpec request(HttpMethod method, String path, String token) {
        return client.method(method).uri(path).headers(headers -> headers.setBearerAuth(token));
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
}
