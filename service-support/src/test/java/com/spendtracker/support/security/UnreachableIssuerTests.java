package com.spendtracker.support.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reactivestreams.Publisher;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerResponse;

/** A service that has no key yet, and an issuer that is of no help: no token is called false for that. */
@SpringBootTest(
        classes = AccessTokenTests.Service.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "logging.level.com.spendtracker.support.problem.ProblemWriter=error") // each 503 is meant
@DirtiesContext(classMode = DirtiesContext.ClassMode.AFTER_EACH_TEST_METHOD)
class UnreachableIssuerTests {
    private static final TokenForge FORGE = new TokenForge();
    private static final AtomicInteger QUESTIONS = new AtomicInteger();
    private static final AtomicReference<Mono<String>> ANSWER = new AtomicReference<>(Mono.never());
    private static final DisposableServer ISSUER = HttpServer.create()
            .host("127.0.0.1")
            .port(0)
            .route(routes -> routes.get("/jwks", (_, response) -> answer(response)))
            .bindNow();

    private final WebClient client;

    UnreachableIssuerTests(@LocalServerPort int port) {
        this.client = WebClient.create("http://127.0.0.1:" + port);
    }

    private static Publisher<Void> answer(HttpServerResponse response) {
        QUESTIONS.incrementAndGet();
        return response.header("Content-Type", "application/json").sendString(ANSWER.get());
    }

    @DynamicPropertySource
    static void issuer(DynamicPropertyRegistry properties) {
        properties.add("spend-tracker.access-token.jwk-set-uri", () -> "http://127.0.0.1:" + ISSUER.port() + "/jwks");
    }

    @AfterAll
    static void stopIssuer() {
        ISSUER.disposeNow();
    }

    @BeforeEach
    void forgetQuestions() {
        QUESTIONS.set(0);
    }

    @Test
    void requestsWhenTheIssuerIsSilentThenUnavailableInTimeAndOneQuestionForAll() {
        ANSWER.set(Mono.never());

        List<ResponseEntity<Void>> answers = Flux.range(0, 50)
                .flatMap(_ -> request(), 50)
                .collectList()
                .blockOptional(Duration.ofSeconds(20))
                .orElseThrow();

        assertThat(answers).hasSize(50).allSatisfy(answer -> {
            assertThat(answer.getStatusCode()).isEqualTo(HttpStatusCode.valueOf(503));
            assertThat(answer.getHeaders().getFirst(HttpHeaders.RETRY_AFTER)).isEqualTo("2");
        });
        assertThat(QUESTIONS.get()).isLessThan(5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "<html>", "{\"keys\":[]}", "{\"keys\":[{\"kty\":\"EC\",\"crv\":\"P-256\"}]}"})
    void requestWhenTheIssuerTalksNonsenseThenUnavailable(String nonsense) {
        ANSWER.set(Mono.just(nonsense));

        assertThat(request().blockOptional(Duration.ofSeconds(20)).orElseThrow().getStatusCode())
                .isEqualTo(HttpStatusCode.valueOf(503));
    }

    private Mono<ResponseEntity<Void>> request() {
        return client.get()
                .uri("/subject")
                .headers(headers -> headers.setBearerAuth(FORGE.good()))
                .exchangeToMono(response -> response.toBodilessEntity());
    }
}
