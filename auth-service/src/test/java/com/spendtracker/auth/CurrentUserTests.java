package com.spendtracker.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.ECKey;
import com.spendtracker.auth.token.ActiveKey;
import com.spendtracker.db.test.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.ApplicationContext;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

@WholeServiceTest
class CurrentUserTests {
    private final WebTestClient client;
    private final ApplicationContext service;

    CurrentUserTests(WebTestClient client, ApplicationContext service) {
        this.client = client;
        this.service = service;
    }

    @ParameterizedTest
    @CsvSource({
        "john.doe@example.com, John Doe",
        "jane.doe@example.com, Jane Doe",
        "charlie@example.com, Charlie Williams"
    })
    void meWhenSignedInThenOwnAccountWithoutThePassword(String username, String fullName) {
        Map<String, Object> me = Objects.requireNonNull(me(SignIn.token(client, username, SignIn.PASSWORD))
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType(MediaType.APPLICATION_JSON)
                .expectBody(new ParameterizedTypeReference<Map<String, Object>>() {})
                .returnResult()
                .getResponseBody());

        assertThat(me)
                .containsOnlyKeys(
                        "id", "username", "full_name", "age_bracket", "location", "employment_status", "created_at")
                .containsEntry("username", username)
                .containsEntry("full_name", fullName);
        assertThat(Instant.parse(String.valueOf(me.get("created_at")))).isBefore(Instant.now());
    }

    @Test
    void meWhenNoTokenThenUnauthorized() {
        expectUnauthorized(client.get().uri("/api/v1/users/me").exchange());
    }

    @Test
    void meWhenTokenInTheQueryThenUnauthorized() throws JOSEException {
        expectUnauthorized(client.get()
                .uri("/api/v1/users/me?access_token={token}", Forgery.genuine(signingKey()))
                .exchange());
    }

    @Test
    void meWhenTokenHasNothingWrongThenOk() throws JOSEException {
        me(Forgery.genuine(signingKey())).expectStatus().isOk();
    }

    @ParameterizedTest
    @EnumSource
    void meWhenTokenIsForgedThenUnauthorized(Forgery forgery) throws JOSEException {
        expectUnauthorized(me(forgery.forge(signingKey())));
    }

    @Test
    void meWhenAccountIsGoneThenUnauthorized() throws SQLException {
        execute("""
                INSERT INTO auth.users (username, password_hash)
                SELECT 'leaver@example.com', password_hash FROM auth.users WHERE username = 'john.doe@example.com'
                """);
        String token = SignIn.token(client, "leaver@example.com", SignIn.PASSWORD);
        me(token).expectStatus().isOk().expectBody().jsonPath("$.full_name").isEqualTo(null);

        execute("DELETE FROM auth.users WHERE username = 'leaver@example.com'");

        expectUnauthorized(me(token));
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = TestDatabase.get().adminConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private ResponseSpec me(String token) {
        return client.get()
                .uri("/api/v1/users/me")
                .headers(headers -> headers.setBearerAuth(token))
                .exchange();
    }

    private static void expectUnauthorized(ResponseSpec response) {
        response.expectStatus()
                .isUnauthorized()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectHeader()
                .valueMatches(HttpHeaders.WWW_AUTHENTICATE, "Bearer( error=\"invalid_token\")?")
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:spend-tracker:problem:unauthenticated")
                .jsonPath("$.status")
                .isEqualTo(401)
                .jsonPath("$.request_id")
                .isNotEmpty();
    }

    private ECKey signingKey() {
        return ActiveKey.of(service);
    }
}
