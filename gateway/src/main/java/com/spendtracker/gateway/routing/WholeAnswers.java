package com.spendtracker.gateway.routing;

import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Answers as a whole what is asked for in parts, as any server may (RFC 9110, 14.2): no file here is worth them, and the
 * framework's answer to several parts at once, or to none that there is, never comes to its end.
 */
@Component
class WholeAnswers implements WebFilter {
    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return chain.filter(
                exchange.getRequest().getHeaders().containsHeader(HttpHeaders.RANGE)
                        ? withoutParts(exchange)
                        : exchange);
    }

    private static ServerWebExchange withoutParts(ServerWebExchange exchange) {
        return exchange.mutate()
                .request(request -> request.headers(headers -> headers.remove(HttpHeaders.RANGE)))
                .build();
    }
}
