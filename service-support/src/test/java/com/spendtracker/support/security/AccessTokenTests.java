package com.spendtracker.support.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webtestclient.autoconfigure.AutoConfigureWebTestClient;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.scheduling.config.FixedRateTask;
import org.springframework.scheduling.config.ScheduledTask;
import org.springframework.scheduling.config.ScheduledTaskHolder;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.StatusAssertions;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

/** The default chain against tokens whose keys come from a real HTTP endpoint, as in production. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@AutoConfigureWebTestClient(timeout = "PT60S") // what is tested is the answer, not the machine
class AccessTokenTests {
    private static final TokenForge FORGE = new TokenForge();
    private static final AtomicInteger STRANGERS_QUESTIONS = new AtomicInteger();
    private static final DisposableServer ISSUER = HttpServer.create()
            .host("127.0.0.1")
            .port(0)
            .route(routes -> routes.get(
                            "/jwks",
                            (_, response) -> response.header("Content-Type", "application/json")
                                    .sendString(Mono.just(new JWKSet(FORGE.key)
                                            .toPublicJWKSet()
                                            .toString())))
                    .get("/strangers", (_, response) -> {
                        STRANGERS_QUESTIONS.incrementAndGet();
                        return response.sendNotFound();
                    }))
            .bindNow();

    private final WebTestClient client;

    AccessTokenTests(@Autowired WebTestClient client) {
        this.client = client;
    }

    @DynamicPropertySource
    static void issuer(DynamicPropertyRegistry properties) {
        properties.add("spend-tracker.access-token.jwk-set-uri", () -> "http://127.0.0.1:" + ISSUER.port() + "/jwks");
    }

    @AfterAll
    static void stopIssuer() {
        ISSUER.disposeNow();
    }

    @Test
    void requestWhenTheTokenIsGoodThenItSpeaksForItsSubject() {
        request("Bearer " + FORGE.good()).isOk().expectBody(String.class).isEqualTo("42");
    }

    static Stream<Arguments> forgeries() throws JOSEException {
        byte[] publicKey = FORGE.key.toECPublicKey().getEncoded();
        Instant anHourAgo = Instant.now().minus(1, ChronoUnit.HOURS);
        return Map.<String, String>ofEntries(
                        Map.entry("alg none", TokenForge.unsigned()),
                        Map.entry("HS256 with the public key", FORGE.hmacWith(publicKey)),
                        Map.entry(
                                "HS256 with the public JWK",
                                FORGE.hmacWith(
                                        FORGE.key.toPublicJWK().toString().getBytes(StandardCharsets.UTF_8))),
                        Map.entry("expired", FORGE.signed(c -> c.expirationTime(Date.from(anHourAgo)))),
                        Map.entry("no expiry", FORGE.signed(c -> c.expirationTime(null))),
                        Map.entry(
                                "not yet valid",
                                FORGE.signed(c ->
                                        c.notBeforeTime(Date.from(Instant.now().plus(1, ChronoUnit.HOURS))))),
                        Map.entry("wrong issuer", FORGE.signed(c -> c.issuer("somebody-else"))),
                        Map.entry("no issuer", FORGE.signed(c -> c.issuer(null))),
                        Map.entry("wrong audience", FORGE.signed(c -> c.audience("another-service"))),
                        Map.entry("no subject", FORGE.signed(c -> c.subject(null))),
                        Map.entry("subject that is no user id", FORGE.signed(c -> c.subject("1 or 1=1"))),
                        Map.entry("no time of issue", FORGE.signed(c -> c.issueTime(null))),
                        Map.entry("longer than 4 KB", FORGE.signed(c -> c.claim("padding", "x".repeat(4_096)))),
                        Map.entry("no kid", FORGE.signedWith(FORGE.key, header -> header.keyID(null))),
                        Map.entry("key brought along", FORGE.broughtAlong((own, header) -> header.jwk(own))),
                        Map.entry(
                                "key at another address",
                                FORGE.broughtAlong((_, header) -> header.jwkURL(URI.create(strangersKeys())))),
                        Map.entry(
                                "certificate at another address",
                                FORGE.broughtAlong((_, header) -> header.x509CertURL(URI.create(strangersKeys())))),
                        Map.entry("no token id", FORGE.signed(c -> c.jwtID(null))),
                        Map.entry(
                                "type of another kind of token",
                                FORGE.signedBy(
                                        FORGE.key,
                                        "JWT",
                                        TokenForge.goodClaims().build())),
                        Map.entry(
                                "another key under the same kid",
                                FORGE.signedBy(
                                        TokenForge.newKey(),
                                        AccessTokenValidators.TYPE,
                                        TokenForge.goodClaims().build())),
                        Map.entry("cut short", FORGE.good().substring(0, 60)),
                        Map.entry("not a token", "not.a.token"))
                .entrySet()
                .stream()
                .map(entry -> Arguments.argumentSet(entry.getKey(), entry.getValue()));
    }

    @Test
    void keysThenTheyAreAskedForEvery30SecondsByThemselves(@Autowired ScheduledTaskHolder tasks) {
        assertThat(tasks.getScheduledTasks())
                .extracting(ScheduledTask::getTask)
                .singleElement()
                .isInstanceOfSatisfying(
                        FixedRateTask.class,
                        task -> assertThat(task.getIntervalDuration()).hasSeconds(30));
    }

    private static String strangersKeys() {
        return "http://127.0.0.1:" + ISSUER.port() + "/strangers";
    }

    @Test
    void requestWhenTheTokenNamesAnAddressThenNobodyAsksThere() {
        String token = FORGE.broughtAlong(
                (_, header) -> header.jwkURL(URI.create(strangersKeys())).x509CertURL(URI.create(strangersKeys())));
        request("Bearer " + token).isUnauthorized();
        assertThat(STRANGERS_QUESTIONS).hasValue(0);
    }

    @ParameterizedTest
    @MethodSource("forgeries")
    void requestWhenTheTokenIsForgedThenUnauthorized(String token) {
        request("Bearer " + token)
                .isUnauthorized()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectHeader()
                .valueEquals(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"")
                .expectBody(String.class)
                .value(body -> assertThat(body)
                        .contains("urn:spend-tracker:problem:unauthenticated")
                        .doesNotContain("Jwt", "java"));
    }

    @Test
    void requestWithoutATokenThenUnauthorized() {
        request("").isUnauthorized().expectHeader().valueEquals(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    }

    @Test
    void errorThenTheProblemTellsNothingButTheRequestId() {
        client.get()
                .uri("/failure")
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + FORGE.good())
                .header("X-Request-Id", "followed-through-1")
                .exchange()
                .expectStatus()
                .isEqualTo(500)
                .expectHeader()
                .valueEquals("X-Request-Id", "followed-through-1")
                .expectBody(String.class)
                .value(body -> assertThat(body)
                        .contains("\"request_id\":\"followed-through-1\"", "urn:spend-tracker:problem:internal")
                        .doesNotContain("secret", "IllegalState"));
    }

    @Test
    void requestWhenNothingIsThereThenProblem() {
        client.get()
                .uri("/nowhere")
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + FORGE.good())
                .exchange()
                .expectStatus()
                .isNotFound()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:spend-tracker:problem:not-found");
    }

    private StatusAssertions request(String authorization) {
        return client.get()
                .uri("/subject")
                .headers(headers -> {
                    if (!authorization.isEmpty()) {
                        headers.set(HttpHeaders.AUTHORIZATION, authorization);
                    }
                })
                .exchange()
                .expectStatus();
    }

    /** A service with the defaults and nothing of its own but two paths. */
    @SpringBootConfiguration
    @EnableAutoConfiguration
    static class Service {
        @Bean
        Endpoints endpoints() {
            return new Endpoints();
        }
    }

    /** One path that answers who is asking, and one that fails. */
    @RestController
    static class Endpoints {
        @GetMapping("/subject")
        String subject(@AuthenticationPrincipal Jwt token) {
            return String.valueOf(CurrentUser.of(token).id());
        }

        @GetMapping("/failure")
        String failure() {
            throw new IllegalStateException("a secret detail");
        }
    }
}
