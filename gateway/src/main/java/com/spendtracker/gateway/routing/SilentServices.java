package com.spendtracker.gateway.routing;

import org.reactivestreams.Publisher;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Breaks off an answer that a service has begun and does not go on with, which would hold two connections for ever; how long
 * one may take to begin is its route's to say.
 */
@Component
class SilentServices implements WebFilter {
    private final ServicePauseProperties properties;

    SilentServices(ServicePauseProperties properties) {
        this.properties = properties;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return chain.filter(
                exchange.mutate().response(impatient(exchange.getResponse())).build());
    }

    private ServerHttpResponse impatient(ServerHttpResponse response) {
        return new ServerHttpResponseDecorator(response) {
            @Override
            public Mono<Void> writeWith(Publisher<? extends DataBuffer> body) {
                return super.writeWith(timed(body));
            }

            @Override
            public Mono<Void> writeAndFlushWith(Publisher<? extends Publisher<? extends DataBuffer>> body) {
                return super.writeAndFlushWith(timed(body));
            }
        };
    }

    // A Mono is there at once or not at all, and written in one go.
    private <T> Publisher<T> timed(Publisher<T> body) {
        return body instanceof Mono ? body : Flux.from(body).timeout(properties.pauseTimeout());
    }
}
