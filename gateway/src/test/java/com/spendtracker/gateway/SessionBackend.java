package com.spendtracker.gateway;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import tools.jackson.databind.json.JsonMapper;

/** A real HTTP server in the place of auth-service, as far as the gateway asks it about sessions. */
final class SessionBackend {
    static final String API_TOKEN = "spt_" + "a".repeat(43);

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Set<String> valid = ConcurrentHashMap.newKeySet();
    private final AtomicInteger begun = new AtomicInteger();
    private final AtomicInteger exchanges = new AtomicInteger();
    private final AtomicBoolean reachable = new AtomicBoolean(true);
    private final DisposableServer server;

    SessionBackend() {
        valid.add(API_TOKEN);
        this.server = HttpServer.create()
                .host("127.0.0.1")
                .port(0)
                .route(routes -> routes.post("/api/v1/login", this::signIn)
                        .post("/api/v1/login/passkey", this::signInByPasskey)
                        .post("/api/v1/token/exchange", this::exchange)
                        .post("/api/v1/logout", this::signOut))
                .bindNow();
    }

    String url() {
        return "http://127.0.0.1:" + server.port();
    }

    /** How often a token was to be exchanged. */
    int exchanges() {
        return exchanges.get();
    }

    void setReachable(boolean value) {
        reachable.set(value);
    }

    void stop() {
        server.disposeNow();
    }

    private Mono<Void> signIn(HttpServerRequest request, HttpServerResponse response) {
        return body(request).flatMap(body -> {
            boolean right = Map.of("username", "a", "password", "right", "session", "browser").entrySet().stream()
                    .allMatch(field -> field.getValue().equals(body.get(field.getKey())));
            return right ? begin(response) : refuse(response, "bad-credentials");
        });
    }

    private Mono<Void> signInByPasskey(HttpServerRequest request, HttpServerResponse response) {
        return body(request)
                .flatMap(body -> body.equals(Map.of("credential", Map.of("id", "right"), "session", "browser"))
                        ? begin(response)
                        : refuse(response, "passkey-refused"));
    }

    private Mono<Void> begin(HttpServerResponse response) {
        String secret = "sts_%043d".formatted(begun.incrementAndGet());
        valid.add(secret);
        return json(response, Map.of("access_token", "good", "session_token", secret));
    }

    private static Mono<Void> refuse(HttpServerResponse response, String problem) {
        return response.status(401)
                .header("Content-Type", "application/problem+json")
                .header("Retry-After", "7")
                .sendString(Mono.just("{\"type\":\"urn:spend-tracker:problem:" + problem + "\"}"))
                .then();
    }

    private Mono<Void> exchange(HttpServerRequest request, HttpServerResponse response) {
        exchanges.incrementAndGet();
        if (!reachable.get()) {
            return response.status(503).send();
        }
        return body(request)
                .flatMap(body -> valid.contains(String.valueOf(body.get("token")))
                        ? json(response, Map.of("access_token", "good"))
                        : response.status(401).send());
    }

    private Mono<Void> signOut(HttpServerRequest request, HttpServerResponse response) {
        return body(request)
                .doOnNext(body -> valid.remove(String.valueOf(body.get("token"))))
                .then(response.status(204).send());
    }

    private static Mono<Void> json(HttpServerResponse response, Map<String, String> body) {
        return response.header("Content-Type", "application/json")
                .sendString(Mono.just(JSON.writeValueAsString(body)))
                .then();
    }

    private static Mono<Map<?, ?>> body(HttpServerRequest request) {
        return request.receive().aggregate().asString().map(text -> JSON.readValue(text, Map.class));
    }
}
