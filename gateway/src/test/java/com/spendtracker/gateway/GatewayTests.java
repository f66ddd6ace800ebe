package com.spendtracker.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.webtestclient.autoconfigure.AutoConfigureWebTestClient;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@AutoConfigureWebTestClient(timeout = "PT60S") // what is tested is the answer, not the machine
class GatewayTests {
    private static final String BEARER = "Bearer good";

    private static final Backend AUTH = new Backend("auth");
    private static final Backend ANALYTICS = new Backend("analytics");
    private static final Backend PAGES = new Backend("pages");

    private final WebTestClient client;

    GatewayTests(@Autowired WebTestClient client) {
        this.client = client;
    }

    @DynamicPropertySource
    static void backends(DynamicPropertyRegistry properties) {
        properties.add("AUTH_SERVICE_URL", AUTH::url);
        properties.add("ANALYTICS_SERVICE_URL", ANALYTICS::url);
        properties.add("WEB_UI_URL", PAGES::url);
        properties.add("API_TIMEOUT_MS", () -> "500");
    }

    @AfterAll
    static void stop() {
        List.of(AUTH, ANALYTICS, PAGES).forEach(Backend::stop);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/users/me, auth GET /api/v1/users/me",
        "/api/v1/transactions?limit=5&categories=Ab, analytics GET /api/v1/transactions?limit=5&categories=Ab",
        "/api/v1/categories, analytics GET /api/v1/categories",
        "/docs/openapi/auth, auth GET /v3/api-docs",
        "/docs/openapi/analytics, analytics GET /v3/api-docs",
        "/, pages GET /",
        "/sign-in, pages GET /sign-in",
        "/a/b/c?d=e, pages GET /a/b/c?d=e",
        "/assets/index-abc.js, pages GET /assets/index-abc.js",
    })
    void getThenTheRightServiceAnswers(String uri, String answer) {
        assertThat(get(uri)).startsWith(answer + "\n");
    }

    @Test
    void signInThenAuthAnswersEvenWithAStaleToken() {
        client.post()
                .uri("/api/v1/login")
                .header(HttpHeaders.AUTHORIZATION, "Bearer stale")
                .bodyValue("username=a&password=b")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .value(body -> assertThat(body).startsWith("auth POST /api/v1/login"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/users/me",
                "/api/v1/transactions",
                "/api/v1/transactions/metrics",
                "/api/v1/login", // only signing in by POST is open
                "/api/v1/anything",
                "/api/anything"
            })
    void apiWithoutAValidTokenThenUnauthorizedProblem(String path) {
        for (String authorization : List.of("", "Bearer forged", "Basic am9objpkb2U=")) {
            client.get()
                    .uri(path)
                    .headers(headers -> headers.set(HttpHeaders.AUTHORIZATION, authorization))
                    .exchange()
                    .expectStatus()
                    .isUnauthorized()
                    .expectHeader()
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .expectHeader()
                    .exists(HttpHeaders.WWW_AUTHENTICATE);
        }
    }

    @Test
    void forwardingHeadersFromOutsideThenNotPassedOn() {
        String seen = client.get()
                .uri("/api/v1/transactions")
                .header(HttpHeaders.AUTHORIZATION, BEARER)
                .header("X-Forwarded-For", "6.6.6.6")
                .header("X-Forwarded-Host", "evil.example")
                .header("X-Forwarded-Proto", "https")
                .header("X-Forwarded-Prefix", "/evil")
                .header("Forwarded", "for=6.6.6.6")
                .header("X-Real-IP", "6.6.6.6")
                .header("X-Forwarded-Ssl", "evil")
                .header("X-Forwarded-Port", "6666")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();

        assertThat(seen).contains("analytics GET").doesNotContain("6.6.6.6", "evil", "6666");
    }

    @Test
    void signInThenAuthIsToldWhereItReallyComesFrom() {
        client.post()
                .uri("/api/v1/login")
                .header("X-Forwarded-For", "6.6.6.6")
                .header("X-Real-IP", "6.6.6.6")
                .bodyValue("username=a&password=b")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .value(body -> assertThat(body)
                        .containsIgnoringCase("x-forwarded-for: 127.0.0.1")
                        .doesNotContain("6.6.6.6"));
    }

    @Test
    void requestThenItsIdGoesAlongAndComesBackOnce() {
        client.get()
                .uri("/api/v1/transactions")
                .header(HttpHeaders.AUTHORIZATION, BEARER)
                .header("X-Request-Id", "followed-through-1")
                .exchange()
                .expectHeader()
                .valueEquals("X-Request-Id", "followed-through-1")
                .expectBody(String.class)
                .value(body -> assertThat(body).containsIgnoringCase("x-request-id: followed-through-1"));
    }

    @Test
    void bodyWhenTooLargeByItsDeclaredLengthThenRefused() {
        client.post()
                .uri("/api/v1/login")
                .bodyValue("x".repeat(17 * 1024))
                .exchange()
                .expectStatus()
                .isEqualTo(413)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:spend-tracker:problem:too-large");
    }

    @Test
    void bodyWhenTooLargeInChunksThenRefused() {
        Flux<String> chunks = Flux.range(0, 20).map(_ -> "x".repeat(1024));
        client.post()
                .uri("/api/v1/login")
                .body(chunks, String.class)
                .exchange()
                .expectStatus()
                .isEqualTo(413)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:spend-tracker:problem:too-large");
    }

    @Test
    void addressWhenLongThenPassedOn() {
        String query = "?categories=" + "x".repeat(10 * 1024);

        assertThat(get("/api/v1/transactions" + query)).startsWith("analytics GET /api/v1/transactions" + query);
    }

    @Test
    void addressWhenTheFirewallRefusesItThenBadRequestProblem() {
        client.get()
                .uri("/api/v1/transactions;x=1")
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:spend-tracker:problem:invalid-input");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/actuator",
                "/actuator/",
                "/actuator/env",
                "/actuator/health",
                "/actuator/health/readiness",
                "/livez",
                "/readyz",
                "/readyz/more"
            })
    void actuatorThenNothingOfItIsHere(String path) {
        client.get()
                .uri(path)
                .exchange()
                .expectStatus()
                .isNotFound()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON);
    }

    @Test
    void actuatorWhenAtItsOwnPortThenHealth(@LocalManagementPort int port) {
        WebTestClient.bindToServer()
                .baseUrl("http://localhost:" + port)
                .build()
                .get()
                .uri("/actuator/health/readiness")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .isEqualTo("{\"status\":\"UP\"}");
    }

    @Test
    void serviceWhenTooSlowThenTimeoutProblem() {
        client.get()
                .uri("/api/v1/views/slow")
                .header(HttpHeaders.AUTHORIZATION, BEARER)
                .exchange()
                .expectStatus()
                .isEqualTo(504)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:spend-tracker:problem:timeout");
    }

    @Test
    void healthThenHealthyOnlyWhileEverythingIs() {
        client.get()
                .uri("/health")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .isEqualTo("{\"status\":\"healthy\"}");
        PAGES.ready(false);
        try {
            client.get()
                    .uri("/health")
                    .exchange()
                    .expectStatus()
                    .isEqualTo(503)
                    .expectBody(String.class)
                    .isEqualTo("{\"status\":\"unhealthy\"}");
        } finally {
            PAGES.ready(true);
        }
    }

    @Test
    void docsThenSwaggerUiAndItsAssetsAreServed() {
        assertThat(get("/docs")).contains("<div id=\"swagger-ui\">", "/docs/assets/swagger-ui-bundle.js");
        assertThat(get("/docs/assets/start.js")).contains("/docs/openapi/auth", "/docs/openapi/analytics");
        client.get()
                .uri("/docs/assets/swagger-ui.css")
                .exchange()
                .expectStatus()
                .isOk();
    }

    @Test
    void pagesThenTheStrictPolicyIsSent() {
        client.get()
                .uri("/")
                .exchange()
                .expectHeader()
                .valueEquals(
                        "Content-Security-Policy",
                        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
                                + "connect-src 'self'; font-src 'self'; manifest-src 'self'; worker-src 'self'; "
                                + "base-uri 'none'; frame-ancestors 'none'; form-action 'self'; "
                                + "require-trusted-types-for 'script'; trusted-types vue service-worker")
                .expectHeader()
                .valueEquals("X-Content-Type-Options", "nosniff")
                .expectHeader()
                .valueEquals("X-Frame-Options", "DENY")
                .expectHeader()
                .valueEquals("Referrer-Policy", "no-referrer")
                .expectHeader()
                .valueEquals("Cross-Origin-Opener-Policy", "same-origin")
                .expectHeader()
                .valueEquals("Cross-Origin-Resource-Policy", "same-origin");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/transactions", "/assets/first.js"})
    void whatIsNoPageThenMayDoNothing(String path) {
        client.get()
                .uri(path)
                .header(HttpHeaders.AUTHORIZATION, BEARER)
                .exchange()
                .expectHeader()
                .valueEquals("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'")
                .expectHeader()
                .valueEquals("X-Content-Type-Options", "nosniff");
    }

    private String get(String uri) {
        String body = client.get()
                .uri(uri)
                .header(HttpHeaders.AUTHORIZATION, BEARER)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        return String.valueOf(body);
    }

    /** Knows one good token; that forged ones are told apart is service-support's to prove. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Tokens {
        @Bean
        ReactiveJwtDecoder jwtDecoder() {
            return token -> token.equals("good")
                    ? Mono.just(Jwt.withTokenValue(token)
                            .header("alg", "ES256")
                            .subject("42")
                            .build())
                    : Mono.error(new BadJwtException("forged"));
        }
    }
}
