package com.spendtracker.webui;

import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Lets a request that takes brotli ask for brotli alone. Browsers name gzip first without meaning a preference,
 * but Spring's resolver takes the first coding named (spring-framework #37213).
 */
@Component
class BrotliFilter implements WebFilter {
    private static final Pattern BROTLI =
            Pattern.compile("(?:^|,)\\s*br\\s*(?:;\\s*q=(?!0(?:\\.0*)?\\s*(?:,|$))[^,]*)?(?:,|$)");

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        String accepted = exchange.getRequest().getHeaders().getFirst(HttpHeaders.ACCEPT_ENCODING);
        return chain.filter(accepted != null && BROTLI.matcher(accepted).find() ? onlyBrotli(exchange) : exchange);
    }

    private static ServerWebExchange onlyBrotli(ServerWebExchange exchange) {
        return exchange.mutate()
                .request(request -> request.headers(headers -> headers.set(HttpHeaders.ACCEPT_ENCODING, "br")))
                .build();
    }
}
