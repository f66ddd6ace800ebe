package com.spendtracker.gateway;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/** A real HTTP server in the place of a service; it answers with its name and what it was asked. */
final class Backend {
    private final AtomicBoolean ready = new AtomicBoolean(true);
    private static final int LONG_LINE_BYTES = 64 * 1024;

    private final DisposableServer server;

    Backend(String name) {
        this.server = HttpServer.create()
                .host("127.0.0.1")
                .port(0)
                .httpRequestDecoder(decoder -> decoder.maxInitialLineLength(LONG_LINE_BYTES))
                .route(routes -> routes.get(
                                "/readyz",
                                (_, response) ->
                                        response.status(ready.get() ? 200 : 503).send())
                        .get(
                                "/api/v1/views/slow",
                                (_, response) ->
                                        response.sendString(Mono.just("late").delayElement(Duration.ofSeconds(5))))
                        .get(
                                "/api/v1/views/silent",
                                (_, response) -> response.sendString(
                                        Flux.just("the beginning").concatWith(Mono.never())))
                        .get(
                                "/api/v1/events",
                                (_, response) -> response.sse()
                                        .sendString(Flux.just(": first\n\n", ": last\n\n")
                                                .delayElements(Duration.ofMillis(1_500))))
                        .get(
                                "/api/v1/views/endless",
                                (_, response) -> response.sendString(
                                        Flux.<String>generate(sink -> sink.next("x".repeat(LONG_LINE_BYTES)))))
                        .route(_ -> true, (request, response) -> echo(name, request, response)))
                .bindNow();
    }

    String url() {
        return "http://127.0.0.1:" + server.port();
    }

    void ready(boolean value) {
        ready.set(value);
    }

    void stop() {
        server.disposeNow();
    }

    private static Mono<Void> echo(String name, HttpServerRequest request, HttpServerResponse response) {
        String headers = request.requestHeaders().entries().stream()
                .map(header -> header.getKey() + ": " + header.getValue())
                .collect(Collectors.joining("\n"));
        return request.receive()
                .aggregate()
                .asString()
                .defaultIfEmpty("")
                .flatMap(body -> response.header("X-Request-Id", "the-service-says-this")
                        .sendString(Mono.just(name + " " + request.method() + " " + request.uri() + "\n" + headers
                                + "\n\n" + body.length() + " characters"))
                        .then());
    }
}
