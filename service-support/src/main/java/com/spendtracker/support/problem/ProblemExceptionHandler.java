package com.spendtracker.support.problem;

import org.springframework.core.Ordered;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;

/** The last stop of every error that a request runs into, before Boot's own at -1 would answer. */
final class ProblemExceptionHandler implements WebExceptionHandler, Ordered {
    static final int BEFORE_BOOT = -2;

    private final ProblemWriter problems;

    ProblemExceptionHandler(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable error) {
        return problems.write(exchange, error);
    }

    @Override
    public int getOrder() {
        return BEFORE_BOOT;
    }
}
