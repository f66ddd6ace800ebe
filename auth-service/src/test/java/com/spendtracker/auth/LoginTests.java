package com.spendtracker.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.BodyInserters;

@WholeServiceTest
class LoginTests {
    private final WebTestClient client;

    LoginTests(WebTestClient client) {
        this.client = client;
    }

    @ParameterizedTest
    @ValueSource(strings = {"john.doe@example.com", "jane.doe@example.com", "charlie@example.com"})
    void loginByFormWhenDemoUserThenTokenAndNothingElse(String username) {
        client.post()
                .uri("/api/v1/login")
                .body(BodyInserters.fromFormData("username", username).with("password", "password123"))
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("Cache-Control", "no-store")
                .expectBody()
                .consumeWith(r -> System.out.println(r));
    }
}
