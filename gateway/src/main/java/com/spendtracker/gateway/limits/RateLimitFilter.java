package com.spendtracker.gateway.limits;

import com.spendtracker.support.problem.ProblemException;
import com.spendtracker.support.problem.ProblemType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Refuses what is beyond a limit with 429, and tells programs how much of it is left: on every answer of the API, and
 * wherever something is refused. Pages are made of dozens of answers, which go without.
 */
final class RateLimitFilter implements WebFilter {
    private static final String LEFT = "RateLimit";
    private static final String POLICY = "RateLimit-Policy";
    private static final String API = "/api/";
    private static final String ALLOWANCES = RateLimitFilter.class.getName();

    private final Limit limit;
    private final Buckets buckets;
    private final Function<ServerWebExchange, Mono<String>> subject;

    /**
     * Applies one limit.
     *
     * @param subject whose request it is; empty if that is nobody who could be limited
     */
    RateLimitFilter(Limit limit, Buckets buckets, Function<ServerWebExchange, Mono<String>> subject) {
        this.limit = limit;
        this.buckets = buckets;
        this.subject = subject;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (limit.isOff()) {
            return chain.filter(exchange);
        }
        return subject.apply(exchange)
                .flatMap(one -> buckets.take(limit, one))
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .flatMap(allowance ->
                        allowance.map(known -> pass(exchange, chain, known)).orElseGet(() -> chain.filter(exchange)));
    }

    private static Mono<Void> pass(ServerWebExchange exchange, WebFilterChain chain, Allowance allowance) {
        if (!allowance.isGranted() || exchange.getRequest().getPath().value().startsWith(API)) {
            tell(exchange, allowance);
        }
        return allowance.isGranted() ? chain.filter(exchange) : Mono.error(tooMany(allowance.retryAfter()));
    }

    private static void tell(ServerWebExchange exchange, Allowance allowance) {
        List<Allowance> told = exchange.getAttributeOrDefault(ALLOWANCES, new ArrayList<>());
        told.add(allowance);
        exchange.getAttributes().put(ALLOWANCES, told);
        exchange.getResponse()
                .beforeCommit(() -> Mono.fromRunnable(() -> {
                    HttpHeaders headers = exchange.getResponse().getHeaders();
                    headers.set(POLICY, told.stream().map(Allowance::asPolicy).collect(Collectors.joining(", ")));
                    headers.set(LEFT, told.stream().map(Allowance::asLimit).collect(Collectors.joining(", ")));
                }));
    }

    private static ProblemException tooMany(long seconds) {
        String wait = seconds == 1 ? "1 second" : seconds + " seconds";
        return ProblemException.of(
                        ProblemType.TOO_MANY_REQUESTS, "Too many requests at once. Try again in " + wait + ".")
                .withHeader(HttpHeaders.RETRY_AFTER, String.valueOf(seconds));
    }
}
