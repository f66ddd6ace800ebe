package com.spendtracker.auth;

import java.util.Map;
import java.util.Objects;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import org.springframework.web.reactive.function.BodyInserters;

/** Signing in, as tests need it to get at something else. */
final class SignIn {
    static final String USERNAME = "john.doe@example.com";
    static final String PASSWORD = "password123";

    private SignIn() {}

    static ResponseSpec byForm(WebTestClient client, String username, String password) {
        return client.post()
                .uri("/api/v1/login")
                .body(BodyInserters.fromFormData("username", username).with("password", password))
                .exchange();
    }

    static String token(WebTestClient client, String username, String password) {
        Map<String, String> body = byForm(client, username, password)
                .expectStatus()
                .isOk()
                .expectBody(new ParameterizedTypeReference<Map<String, String>>() {})
                .returnResult()
                .getResponseBody();
        return Objects.requireNonNull(Objects.requireNonNull(body).get("access_token"));
    }
}
