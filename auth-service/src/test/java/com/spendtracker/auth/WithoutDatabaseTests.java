package com.spendtracker.auth;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.webtestclient.autoconfigure.AutoConfigureWebTestClient;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.context.TestConstructor;
import org.springframework.test.context.TestConstructor.AutowireMode;
import org.springframework.test.web.reactive.server.WebTestClient;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "POSTGRES_PORT=1")
@AutoConfigureWebTestClient(timeout = "30s")
@TestConstructor(autowireMode = AutowireMode.ALL)
class WithoutDatabaseTests {
    private final WebTestClient client;

    WithoutDatabaseTests(WebTestClient client) {
        this.client = client;
    }

    @Test
    void livenessWhenDatabaseIsDownThenUp() {
        client.get().uri("/livez").exchange().expectStatus().isOk();
    }

    @Test
    void readinessWhenDatabaseIsDownThenDown() {
        client.get().uri("/readyz").exchange().expectStatus().isEqualTo(503);
    }

    @Test
    void loginWhenDatabaseIsDownThenUnavailable() {
        SignIn.byForm(client, SignIn.USERNAME, SignIn.PASSWORD)
                .expectStatus()
                .isEqualTo(503)
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectHeader()
                .exists(HttpHeaders.RETRY_AFTER)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:spend-tracker:problem:unavailable");
    }

    @Test
    void meWhenKeysCannotBeReadThenUnavailable() {
        client.get()
                .uri("/api/v1/users/me")
                .headers(headers -> headers.setBearerAuth("eyJhbGciOiJFUzI1NiIsInR5cCI6ImF0K2p3dCJ9.e30.AAAA"))
                .exchange()
                .expectStatus()
                .isEqualTo(503);
    }
}
