package com.spendtracker.support.web;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Gives each request an identifier that the answer and the logs carry; one that the caller sent in
 * {@code X-Request-Id} is kept if it is plain, so that a request can be followed through the services.
 */
public final class RequestIds implements WebFilter, Ordered {
    public static final String HEADER = "X-Request-Id";

    private static final String ATTRIBUTE = RequestIds.class.getName();
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9-]{8,64}");

    /** The identifier of this exchange, or null before the filter has run. */
    public static @Nullable String of(ServerWebExchange exchange) {
        return exchange.getAttribute(ATTRIBUTE);
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        String id = idOf(exchange.getRequest().getHeaders().getFirst(HEADER));
        exchange.getAttributes().put(ATTRIBUTE, id);
        // Set last, as the gateway copies the same header from the service's answer.
        exchange.getResponse()
                .beforeCommit(() -> Mono.fromRunnable(
                        () -> exchange.getResponse().getHeaders().set(HEADER, id)));
        return chain.filter(exchange.mutate()
                .request(request -> request.headers(headers -> headers.set(HEADER, id)))
                .build());
    }

    private static String idOf(@Nullable String sent) {
        return sent != null && PLAIN.matcher(sent).matches() ? sent : newId();
    }

    /** Not a secret, only unlikely to be met twice in a log. */
    public static String newId() {
        return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }
}
