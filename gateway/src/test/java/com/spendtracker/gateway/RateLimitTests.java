package com.spendtracker.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
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
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import reactor.core.publisher.Mono;

/** Whoever asks too often is told to wait, and nobody else is. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "RATE_LIMIT_PER_ADDRESS=6",
            "RATE_LIMIT_PER_USER=4",
            "RATE_LIMIT_WINDOW=1h",
            "TRUSTED_PROXIES=127.0.0.1"
        })
@AutoConfigureWebTestClient(timeout = "PT60S")
class RateLimitTests {
    private static final Backend BACKEND = new Backend("backend");
    private static final AtomicInteger NEXT = new AtomicInteger();

    private final WebTestClient client;

    RateLimitTests(@Autowired WebTestClient client) {
        this.client = client;
    }

    @DynamicPropertySource
    static void backends(DynamicPropertyRegistry properties) {
        List.of("AUTH_SERVICE_URL", "ANALYTICS_SERVICE_URL", "WEB_UI_URL")
                .forEach(name -> properties.add(name, BACKEND::url));
    }

    @AfterAll
    static void stop() {
        BACKEND.stop();
    }

    @Test
    void apiWhenWithinTheLimitsThenSaysWhatIsLeft() {
        String address = newAddress();
        String user = newUser();

        ask("/api/v1/categories", address, user)
                .expectHeader()
                .valueEquals("RateLimit-Policy", "\"address\";q=6;w=3600, \"user\";q=4;w=3600")
                .expectHeader()
                .valueMatches("RateLimit", "\"address\";r=5;t=\\d+, \"user\";r=3;t=\\d+");
        ask("/api/v1/categories", address, "")
                .expectHeader()
                .valueEquals("RateLimit-Policy", "\"address\";q=6;w=3600")
                .expectHeader()
                .valueMatches("RateLimit", "\"address\";r=4;t=\\d+");
    }

    @Test
    void userWhenTooOftenThenRefusedWhereverFrom() {
        String user = newUser();
        for (int i = 0; i < 4; i++) {
            ask("/api/v1/categories", newAddress(), user).expectStatus().isOk();
        }
        String address = newAddress();

        assertRefused(ask("/api/v1/categories", address, user), "900");
        ask("/api/v1/categories", address, newUser()).expectStatus().isOk();
        ask("/", address, user).expectStatus().isOk();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/api/v1/categories", "/health", "/docs", "/nothing//here"})
    void addressWhenTooOftenThenRefusedWhateverItAsksFor(String path) {
        String address = newAddress();
        for (int i = 0; i < 6; i++) {
            assertThat(statusOf(ask(path, address, ""))).isIn(200, 400, 401, 503);
        }
        assertRefused(ask(path, address, newUser()), "600");
        ask("/", newAddress(), "").expectStatus().isOk();
    }

    @Test
    void pageWhenWithinTheLimitThenSaysNothingOfIt() {
        ask("/", newAddress(), "")
                .expectHeader()
                .doesNotExist("RateLimit")
                .expectHeader()
                .doesNotExist("RateLimit-Policy");
    }

    @Test
    void transportWhenATrustedProxySaysTlsThenOnlyTlsFromThenOn() {
        String header = "Strict-Transport-Security";
        client.get()
                .uri("/")
                .header("X-Forwarded-For", newAddress())
                .header("X-Forwarded-Proto", "https")
                .exchange()
                .expectHeader()
                .valueEquals(header, "max-age=31536000");
        ask("/", newAddress(), "").expectHeader().doesNotExist(header);
    }

    private static void assertRefused(ResponseSpec answer, String retryAfter) {
        answer.expectStatus()
                .isEqualTo(429)
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectHeader()
                .value(
                        HttpHeaders.RETRY_AFTER,
                        value -> assertThat(Integer.parseInt(value))
                                .isBetween(Integer.parseInt(retryAfter) - 60, Integer.parseInt(retryAfter)))
                .expectHeader()
                .exists("RateLimit-Policy")
                .expectHeader()
                .value("RateLimit", left -> assertThat(left).contains("r=0"))
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:spend-tracker:problem:too-many-requests");
    }

    private static int statusOf(ResponseSpec answer) {
        return answer.returnResult(Void.class).getStatus().value();
    }

    private ResponseSpec ask(String path, String address, String token) {
        return client.get()
                .uri(path)
                .header("X-Forwarded-For", address)
                .headers(headers -> {
                    if (!token.isEmpty()) {
                        headers.setBearerAuth(token);
                    }
                })
                .exchange();
    }

    private static String newAddress() {
        return "198.51.100." + NEXT.incrementAndGet();
    }

    private static String newUser() {
        return String.valueOf(NEXT.incrementAndGet());
    }

    /** A token that is a number is of the person with this number. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Tokens {
        @Bean
        ReactiveJwtDecoder jwtDecoder() {
            return token -> token.chars().allMatch(Character::isDigit)
                    ? Mono.just(Jwt.withTokenValue(token)
                            .header("alg", "ES256")
                            .subject(token)
                            .build())
                    : Mono.error(new BadJwtException("forged"));
        }
    }
}
