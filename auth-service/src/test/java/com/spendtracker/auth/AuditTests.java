package com.spendtracker.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

@WholeServiceTest
class AuditTests {
    private static final String PASSWORD = "seven quiet rivers";
    private static final String NEXT_PASSWORD = "eight quiet rivers";

    private final WebTestClient client;
    private final String username = UUID.randomUUID() + "@example.com";

    AuditTests(WebTestClient client) {
        this.client = client;
    }

    @Test
    void accountWhenUsedThenItsOwnerSeesWhatWasDoneAndFromWhere() {
        signUp("198.51.100.1", "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0");
        signIn("wrong", "203.0.113.66", "curl/8.11.0").expectStatus().isUnauthorized();
        String token = token(PASSWORD, "198.51.100.1");
        changePassword(token, "wrong", "2001:db8:1:2:3::4").expectStatus().isBadRequest();
        changePassword(token, PASSWORD, "198.51.100.2").expectStatus().isNoContent();

        List<Map<String, Object>> events = events(token, "");
        assertThat(events)
                .extracting(event -> event.get("event") + " " + event.get("address"))
                .containsExactly(
                        "password-changed 198.51.100.2",
                        "password-refused 2001:db8:1:2::",
                        "sign-in 198.51.100.1",
                        "sign-in-failed 203.0.113.66",
                        "account-opened 198.51.100.1");
        assertThat(events.get(3)).containsEntry("client", "curl/8.11.0");
        assertThat(events.get(4).get("client")).asString().endsWith("Firefox/140.0");
        assertThat(events)
                .allSatisfy(
                        event -> assertThat(event.get("occurred_at")).asString().matches("\\d{4}-\\d\\d-\\d\\dT.*Z"));
        assertThat(events(token, "?limit=2")).isEqualTo(events.subList(0, 2));
        assertThat(events.toString()).doesNotContain(PASSWORD, NEXT_PASSWORD, "wrong");
    }

    @Test
    void accountWhenSomebodyElseAsksThenNothingOfItIsSeen() {
        signUp("198.51.100.1", "first");
        String other = SignIn.token(client, "jane.doe@example.com", SignIn.PASSWORD);

        assertThat(events(other, "?limit=500").toString()).doesNotContain("first");
    }

    @Test
    void clientWhenItSaysTooMuchThenShortenedToPlainCharacters() {
        signUp("198.51.100.1", "xy<b>" + "z".repeat(300));
        String token = token(PASSWORD, "198.51.100.1");

        assertThat(events(token, "").getLast().get("client"))
                .asString()
                .startsWith("xy<b>zzz")
                .hasSize(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "501", "-1", "many"})
    void eventsWhenLimitIsOutOfRangeThenInvalid(String limit) {
        client.get()
                .uri("/api/v1/users/me/events?limit=" + limit)
                .headers(headers -> headers.setBearerAuth(SignIn.token(client, SignIn.USERNAME, SignIn.PASSWORD)))
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("limit");
    }

    @Test
    void eventsWhenNotSignedInThenUnauthorized() {
        client.get().uri("/api/v1/users/me/events").exchange().expectStatus().isUnauthorized();
    }

    private void signUp(String address, String userAgent) {
        send(HttpMethod.POST, "/api/v1/users", address, userAgent, Map.of("username", username, "password", PASSWORD))
                .expectStatus()
                .isCreated();
    }

    private ResponseSpec signIn(String password, String address, String userAgent) {
        return send(
                HttpMethod.POST,
                "/api/v1/login",
                address,
                userAgent,
                Map.of("username", username, "password", password));
    }

    private String token(String password, String address) {
        Map<String, String> body = signIn(password, address, "test")
                .expectStatus()
                .isOk()
                .expectBody(new ParameterizedTypeReference<Map<String, String>>() {})
                .returnResult()
                .getResponseBody();
        return Objects.requireNonNull(Objects.requireNonNull(body).get("access_token"));
    }

    private ResponseSpec changePassword(String token, String current, String address) {
        return client.put()
                .uri("/api/v1/users/me/password")
                .headers(headers -> headers.setBearerAuth(token))
                .header("X-Forwarded-For", address)
                .bodyValue(Map.of("current_password", current, "new_password", NEXT_PASSWORD))
                .exchange();
    }

    private ResponseSpec send(
            HttpMethod method, String path, String address, String userAgent, Map<String, String> body) {
        return client.method(method)
                .uri(path)
                .header("X-Forwarded-For", address)
                .header("User-Agent", userAgent)
                .bodyValue(body)
                .exchange();
    }

    private List<Map<String, Object>> events(String token, String query) {
        return Objects.requireNonNull(client.get()
                .uri("/api/v1/users/me/events" + query)
                .headers(headers -> headers.setBearerAuth(token))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(new ParameterizedTypeReference<List<Map<String, Object>>>() {})
                .returnResult()
                .getResponseBody());
    }
}
