package com.spendtracker.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.spendtracker.db.test.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

@WholeServiceTest
class SignUpTests {
    private static final String PASSWORD = "seven quiet rivers";

    private final WebTestClient client;
    private final String username = UUID.randomUUID() + "@example.com";

    SignUpTests(WebTestClient client) {
        this.client = client;
    }

    @Test
    void rulesWhenAskedWithoutTokenThenSaidWhatPasswordsMustBe() {
        client.get()
                .uri("/api/v1/users/rules")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .json("{\"sign_up_enabled\":true,\"min_password_length\":15,\"max_password_length\":128}");
    }

    @Test
    void signUpWhenNewThenCanSignInAndHasTheStartingCategories() throws SQLException {
        signUp(username, PASSWORD)
                .expectStatus()
                .isCreated()
                .expectHeader()
                .location("/api/v1/users/me")
                .expectBody()
                .jsonPath("$.username")
                .isEqualTo(username)
                .jsonPath("$.full_name")
                .isEqualTo("Alex Example");
        assertThat(SignIn.token(client, username, PASSWORD)).isNotEmpty();
        assertThat(count("SELECT count(*) FROM analytics.categories AS c JOIN auth.users AS u ON u.id = c.user_id"
                        + " WHERE u.username = '" + username + "'"))
                .isEqualTo(count("SELECT count(*) FROM analytics.starter_categories"));
    }

    @Test
    void signUpWhenUsernameIsTakenInAnyCaseThenConflict() {
        signUp(username, PASSWORD).expectStatus().isCreated();
        expectProblem(signUp(username.toUpperCase(Locale.ROOT), PASSWORD), 409, "conflict");
    }

    @Test
    void signUpWhenManyTakeOneUsernameAtOnceThenOneGetsIt() {
        List<Integer> statuses = IntStream.range(0, 8)
                .parallel()
                .mapToObj(_ -> signUp(username, PASSWORD)
                        .expectBody()
                        .returnResult()
                        .getStatus()
                        .value())
                .toList();
        assertThat(statuses).containsOnlyOnce(201);
        assertThat(statuses).filteredOn(status -> status != 201).containsOnly(409);
    }

    @ParameterizedTest
    @CsvSource({
        "short, password",
        "aaaaaaaaaaaaaaaa, password",
        "abcabcabcabcabcabc, password",
        "abcdefghijklmnopqrst, password",
        "123456789012345, password",
        "qwertyuiopasdfghjkl, password",
        "PasswordPassword, password",
        "correct horse battery staple, password",
        "welcome sunshine 2026, password"
    })
    void signUpWhenPasswordIsEasyToGuessThenItsFieldIsNamed(String password, String field) {
        expectProblem(signUp(username, password), 400, "invalid-input")
                .jsonPath("$.errors[0].field")
                .isEqualTo(field);
    }

    @Test
    void signUpWhenPasswordHoldsTheUsernameThenRefused() {
        expectProblem(signUp("wonderful@example.com", "so wonderful am i"), 400, "invalid-input")
                .jsonPath("$.errors[0].message")
                .isEqualTo("must not contain the username");
    }

    @ParameterizedTest
    @CsvSource({"nobody", "a b@example.com", "a@b", "@example.com", "''"})
    void signUpWhenUsernameIsNoAddressThenItsFieldIsNamed(String name) {
        expectProblem(signUp(name, PASSWORD), 400, "invalid-input")
                .jsonPath("$.errors[0].field")
                .isEqualTo("username");
    }

    @Test
    void changePasswordWhenCurrentIsRightThenOnlyTheNewOneCounts() {
        signUp(username, PASSWORD).expectStatus().isCreated();
        String token = SignIn.token(client, username, PASSWORD);
        expectProblem(changePassword(token, "wrong", "nine green mountains"), 400, "invalid-input")
                .jsonPath("$.errors[0].field")
                .isEqualTo("current_password");
        expectProblem(changePassword(token, PASSWORD, "short"), 400, "invalid-input")
                .jsonPath("$.errors[0].field")
                .isEqualTo("new_password");
        changePassword(token, PASSWORD, "nine green mountains").expectStatus().isNoContent();
        assertThat(SignIn.token(client, username, "nine green mountains")).isNotEmpty();
    }

    @Test
    void changeProfileWhenSomeFieldsAreSentThenTheOthersStay() {
        signUp(username, PASSWORD).expectStatus().isCreated();
        String token = SignIn.token(client, username, PASSWORD);
        send(HttpMethod.PATCH, "/api/v1/users/me", token, Map.of("location", "Lisbon"))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.full_name")
                .isEqualTo("Alex Example")
                .jsonPath("$.location")
                .isEqualTo("Lisbon");
        send(HttpMethod.PATCH, "/api/v1/users/me", token, Map.of("full_name", ""))
                .expectBody()
                .jsonPath("$.full_name")
                .isEqualTo(null);
    }

    @Test
    void deleteWhenPasswordIsRightThenTheAccountIsGoneAndItsTokenCountsNoMore() throws SQLException {
        signUp(username, PASSWORD).expectStatus().isCreated();
        String token = SignIn.token(client, username, PASSWORD);
        String own = "SELECT count(*) FROM auth.users WHERE username = '" + username + "'";
        expectProblem(
                send(HttpMethod.POST, "/api/v1/users/me/deletion", token, Map.of("password", "wrong")),
                400,
                "invalid-input");
        assertThat(count(own)).isEqualTo(1);
        send(HttpMethod.POST, "/api/v1/users/me/deletion", token, Map.of("password", PASSWORD))
                .expectStatus()
                .isNoContent();
        assertThat(count(own)).isZero();
        client.get()
                .uri("/api/v1/users/me")
                .headers(headers -> headers.setBearerAuth(token))
                .exchange()
                .expectStatus()
                .isUnauthorized();
    }

    @ParameterizedTest
    @CsvSource({"PATCH,/api/v1/users/me", "PUT,/api/v1/users/me/password", "POST,/api/v1/users/me/deletion"})
    void changeWhenNoTokenThenUnauthorized(String method, String path) {
        client.method(HttpMethod.valueOf(method))
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(Map.of())
                .exchange()
                .expectStatus()
                .isUnauthorized();
    }

    private ResponseSpec signUp(String name, String password) {
        return client.post()
                .uri("/api/v1/users")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(Map.of("username", name, "full_name", "Alex Example", "password", password))
                .exchange();
    }

    private ResponseSpec changePassword(String token, String current, String wanted) {
        return send(
                HttpMethod.PUT,
                "/api/v1/users/me/password",
                token,
                Map.of("current_password", current, "new_password", wanted));
    }

    private ResponseSpec send(HttpMethod method, String path, String token, Map<String, String> body) {
        return client.method(method)
                .uri(path)
                .headers(headers -> headers.setBearerAuth(token))
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }

    private static WebTestClient.BodyContentSpec expectProblem(ResponseSpec response, int status, String type) {
        return response.expectStatus()
                .isEqualTo(status)
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:spend-tracker:problem:" + type);
    }

    private static long count(String sql) throws SQLException {
        try (Connection connection = TestDatabase.get().adminConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
