package com.spendtracker.auth;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.test.web.reactive.server.WebTestClient;

@WholeServiceTest
class HealthTests {
    private final WebTestClient client;
    private final WebTestClient management;

    HealthTests(WebTestClient client, @LocalManagementPort int port) {
        this.client = client;
        this.management =
                WebTestClient.bindToServer().baseUrl("http://localhost:" + port).build();
    }

    @Test
    void readinessWhenDatabaseAnswersThenUpAndNoDetails() {
        client.get()
                .uri("/readyz")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .isEqualTo("{\"status\":\"UP\"}");
    }

    @Test
    void actuatorThenAtItsOwnPortAlone() {
        String health = "/actuator/health/readiness";
        client.get().uri(health).exchange().expectStatus().isNotFound();
        management
                .get()
                .uri(health)
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
