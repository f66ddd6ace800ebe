package com.spendtracker.gateway.limits;

import reactor.core.publisher.Mono;

/** Counts what is asked for: a bucket of tokens for each limit and subject, from which each request takes one. */
@FunctionalInterface
interface Buckets {
    /** Takes a token if there is one, and says what remains. */
    Mono<Allowance> take(Limit limit, String subject);
}
