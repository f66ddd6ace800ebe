package com.spendtracker.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.spendtracker.db.test.TestDatabase;
import com.spendtracker.support.test.ForgetfulConnections;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** The service with the owner taken out of its statements: it answers and changes what it would with it. */
@WholeServiceTest
@Import(ForgetfulConnections.class)
class ForgottenOwnerTests {
    private static final String PASSWORD = "seven quiet rivers";

    /** All that belongs to somebody, each with a row of somebody else's. */
    private static final List<String> OF_ANOTHER = List.of(
            "INSERT INTO auth.known_addresses VALUES (%d, '198.51.100.7', now())",
            "INSERT INTO auth.audit_events (user_id, event, address) VALUES (%d, 'sign-in', '198.51.100.7')",
            """
            INSERT INTO auth.sessions (user_id, kind, expires_at, address)
            VALUES (%d, 'program', now() + interval '1 day', '198.51.100.7')
            """,
            """
            INSERT INTO auth.refresh_tokens (session_id, hash)
            SELECT id, encode(sha256('%1$d'), 'hex') FROM auth.sessions WHERE user_id = %1$d
            """,
            """
            INSERT INTO auth.api_tokens (user_id, hash, name, scope, expires_at)
            VALUES (%1$d, encode(sha256('%1$d'), 'hex'), 'Theirs', 'read', now() + interval '1 day')
            """,
            """
            INSERT INTO auth.passkeys (user_id, credential_id, credential, name, sign_count, syncable, synced)
            VALUES (%1$d, encode(sha256('%1$d'), 'hex'), 'key', 'Theirs', 0, false, false)
            """,
            "INSERT INTO auth.second_factors (user_id, secret, confirmed_at) VALUES (%d, 'encrypted', now())",
            "INSERT INTO auth.recovery_codes VALUES (%1$d, encode(sha256('%1$d'), 'hex'))");

    private final WebTestClient client;
    private final String username = UUID.randomUUID() + "@example.com";

    ForgottenOwnerTests(WebTestClient client) {
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
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/events", "/sessions", "/tokens", "/passkeys", "/second-factor"})
    void anyQuestionWhenTheOwnerIsForgottenThenAnsweredAsIfThereWereNobodyElse(String question) throws SQLException {
        String token = SignIn.token(client, username, PASSWORD);
        String alone = answer(token, question);
        int forgotten = ForgetfulConnections.FORGOTTEN.get();

        another();

        assertThat(answer(token, question)).isEqualTo(alone);
        assertThat(ForgetfulConnections.FORGOTTEN.get()).isGreaterThan(forgotten);
    }

    @Test
    void anyChangeWhenTheOwnerIsForgottenThenNothingOfOthersHasChanged() throws SQLException {
        long another = another();
        List<String> rows = rows(another);
        String next = "eight quiet rivers";
        // Others have a second factor: whoever has none is not asked for its code.
        String token = SignIn.token(client, username, PASSWORD);

        send(HttpMethod.PATCH, token, "", Map.of("full_name", "One"))
                .expectStatus()
                .isOk();
        send(HttpMethod.PUT, token, "/password", Map.of("current_password", PASSWORD, "new_password", next))
                .expectStatus()
                .isNoContent();
        send(HttpMethod.POST, token, "/second-factor", Map.of("password", next))
                .expectStatus()
                .isCreated();
        send(HttpMethod.POST, token, "/second-factor/removal", Map.of("password", next))
                .expectStatus()
                .isNotFound();
        send(HttpMethod.DELETE, token, "/sessions", Map.of()).expectStatus().isNoContent();
        assertThat(rows(another)).isEqualTo(rows).hasSize(9);
        assertThat(SignIn.token(client, username, next)).isNotEmpty();

        send(HttpMethod.POST, token, "/deletion", Map.of("password", next))
                .expectStatus()
                .isNoContent();
        assertThat(rows(another)).isEqualTo(rows);
        SignIn.byForm(client, username, next).expectStatus().isUnauthorized();
    }

    private String answer(String token, String question) {
        byte[] body = send(HttpMethod.GET, token, question, Map.of())
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBody();
        return body == null ? "" : new String(body, StandardCharsets.UTF_8);
    }

    private ResponseSpec send(HttpMethod method, String token, String path, Map<String, String> body) {
        return client.method(method)
                .uri("/api/v1/users/me" + path)
                .headers(headers -> headers.setBearerAuth(token))
                .bodyValue(body)
                .exchange();
    }

    /** The id of somebody else, with a row in each table. */
    private static long another() throws SQLException {
        try (Connection connection = TestDatabase.get().adminConnection();
                Statement statement = connection.createStatement()) {
            long id;
            try (ResultSet row = statement.executeQuery("INSERT INTO auth.users (username, password_hash) VALUES ('"
                    + UUID.randomUUID() + "', 'none') RETURNING id")) {
                row.next();
                id = row.getLong(1);
            }
            for (String insert : OF_ANOTHER) {
                assertThat(statement.executeUpdate(insert.formatted(id))).isEqualTo(1);
            }
            return id;
        }
    }

    private static List<String> rows(long userId) throws SQLException {
        String everything = """
                SELECT u::text FROM auth.users AS u WHERE id = %1$d
                UNION ALL SELECT t::text FROM auth.known_addresses AS t WHERE user_id = %1$d
                UNION ALL SELECT t::text FROM auth.audit_events AS t WHERE user_id = %1$d
                UNION ALL SELECT t::text FROM auth.sessions AS t WHERE user_id = %1$d
                UNION ALL SELECT t::text FROM auth.refresh_tokens AS t JOIN auth.sessions AS s ON s.id = session_id WHERE user_id = %1$d
                UNION ALL SELECT t::text FROM auth.api_tokens AS t WHERE user_id = %1$d
                UNION ALL SELECT t::text FROM auth.passkeys AS t WHERE user_id = %1$d
                UNION ALL SELECT t::text FROM auth.second_factors AS t WHERE user_id = %1$d
                UNION ALL SELECT t::text FROM auth.recovery_codes AS t WHERE user_id = %1$d
                ORDER BY 1
                """.formatted(userId);
        List<String> rows = new ArrayList<>();
        try (Connection connection = TestDatabase.get().adminConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(everything)) {
            while (row.next()) {
                rows.add(row.getString(1));
            }
        }
        return rows;
    }
}
