package com.spendtracker.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.spendtracker.db.test.TestDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;

/** A server whose operator lets nobody open an account. */
@WholeServiceTest
@TestPropertySource(properties = "spend-tracker.sign-up.enabled=false")
class SignUpOffTests {
    private final WebTestClient client;

    SignUpOffTests(WebTestClient client) {
        this.client = client;
    }

    @Test
    void signUpThenForbiddenAndNothingStored() throws SQLException {
        String username = UUID.randomUUID() + "@example.com";
        client.post()
                .uri("/api/v1/users")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(Map.of("username", username, "password", "seven quiet rivers"))
                .exchange()
                .expectStatus()
                .isForbidden()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:spend-tracker:problem:forbidden");
        assertThat(isStored(username)).isFalse();
    }

    @Test
    void rulesThenSayThatNobodyMay() {
        client.get().uri("/api/v1/users/rules").exchange().expectBody().json("{\"sign_up_enabled\":false}");
    }

    private static boolean isStored(String username) throws SQLException {
        try (Connection connection = TestDatabase.get().adminConnection();
                PreparedStatement statement =
                        connection.prepareStatement("SELECT 1 FROM auth.users WHERE username = ?")) {
            statement.setString(1, username);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }
}
