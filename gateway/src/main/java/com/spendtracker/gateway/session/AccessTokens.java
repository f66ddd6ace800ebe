package com.spendtracker.gateway.session;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.spendtracker.support.problem.ProblemException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * The access tokens of sessions and API tokens. Each is asked for anew after a few seconds of use, which is how long an
 * ended session or a revoked token is taken for valid; while auth-service does not answer, or not at once, the last one serves
 * until it expires by itself.
 */
@Component
class AccessTokens {
    /** Also how often a session that is used is written down as used. */
    private static final Duration FRESH_FOR = Duration.ofSeconds(10);

    /** How long somebody who has a token already waits for an answer before that serves. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final Duration REMEMBERED_FOR = Duration.ofHours(1);
    private static final int MOST = 10_000;

    private final BiFunction<ServerHttpRequest, String, Mono<String>> exchange;
    private final Cache<String, Held> all = Caffeine.newBuilder()
            .maximumSize(MOST)
            .expireAfterAccess(REMEMBERED_FOR)
            .build();

    @Autowired
    AccessTokens(AuthServiceClient auth) {
        this(auth::exchange);
    }

    AccessTokens(BiFunction<ServerHttpRequest, String, Mono<String>> exchange) {
        this.exchange = exchange;
    }

    /** The access token for the secret of a session or an API token; empty if it does not count. */
    Mono<String> of(String token, ServerHttpRequest request) {
        return all.get(token, Held::new).fresh.contextWrite(context -> context.put(ServerHttpRequest.class, request));
    }

    void forget(String token) {
        all.invalidate(token);
    }

    /** What is known of a token. */
    private final class Held {
        private final String token;
        private final AtomicReference<@Nullable String> last = new AtomicReference<>();
        /** One question at a time, asked for the first of those who wait for its answer. */
        private final Mono<String> fresh;

        Held(String token) {
            this.token = token;
            this.fresh = Mono.deferContextual(context -> ask(context.get(ServerHttpRequest.class)))
                    .cache(_ -> FRESH_FOR, _ -> Duration.ZERO, () -> FRESH_FOR);
        }

        private Mono<String> ask(ServerHttpRequest request) {
            Mono<String> answer = exchange.apply(request, token)
                    .doOnNext(last::set)
                    .switchIfEmpty(Mono.fromRunnable(() -> last.set(null)));
            String known = last.get();
            return known == null
                    ? answer
                    : answer.timeout(PATIENCE, Mono.just(known)).onErrorReturn(ProblemException.class, known);
        }
    }
}
