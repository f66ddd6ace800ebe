package com.spendtracker.auth;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.reactive.server.WebTestClient;

@WholeServiceTest
class HealthTests {
    private final WebTestClient client;

    HealthTests(WebTestClient client) {
        this.client = client;
    }

    @Test
    void readinessWhenDatabaseAnswersThenUpAndNoDetails() {
        client.get()
                .uri("/actuator/health/readiness")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .isEqualTo("{\"status\":\"UP\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator", "/actuator/env", "/actuator/beans", "/actuator/heapdump", "/anything"})
    void otherPathsWhenNoTokenThenUnauthorized(String path) {
        client.get().uri(path).exchange().expectStatus().isUnauthorized();
    }
}
