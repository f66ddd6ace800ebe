package com.spendtracker.gateway.routing;

import com.spendtracker.support.problem.ProblemException;
import com.spendtracker.support.problem.ProblemType;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.core.Ordered;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Refuses bodies larger than their route's {@code max-body-size} with 413: by the declared length before
 * anything is read, and by counting what arrives, as a chunked body declares none.
 */
@Component
class BodyLimit implements GlobalFilter, Ordered {
    private static final String METADATA = "max-body-size";

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        DataSize limit = limitOf(exchange);
        if (exchange.getRequest().getHeaders().getContentLength() > limit.toBytes()) {
            return Mono.error(tooLarge(limit));
        }
        if (!exchange.getRequest().getHeaders().containsHeader(HttpHeaders.TRANSFER_ENCODING)) {
            // No more than what was declared can arrive.
            return chain.filter(exchange);
        }
        return chain.filter(
                exchange.mutate().request(limited(exchange.getRequest(), limit)).build());
    }

    private static DataSize limitOf(ServerWebExchange exchange) {
        Route route = exchange.getRequiredAttribute(ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR);
        Object size = Objects.requireNonNull(route.getMetadata().get(METADATA), route.getId() + " has no " + METADATA);
        return DataSize.parse(size.toString());
    }

    private static ServerHttpRequest limited(ServerHttpRequest request, DataSize limit) {
        return new ServerHttpRequestDecorator(request) {
            @Override
            public Flux<DataBuffer> getBody() {
                AtomicLong received = new AtomicLong();
                return super.getBody().doOnNext(part -> {
                    if (received.addAndGet(part.readableByteCount()) > limit.toBytes()) {
                        DataBufferUtils.release(part);
                        throw tooLarge(limit);
                    }
                });
            }
        };
    }

    private static ProblemException tooLarge(DataSize limit) {
        return ProblemException.of(ProblemType.TOO_LARGE, "At most " + limit.toKilobytes() + " KB are accepted here.");
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }
}
