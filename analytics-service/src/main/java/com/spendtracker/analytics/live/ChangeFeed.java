package com.spendtracker.analytics.live;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.util.retry.Retry;

/**
 * Everybody's changes, from one connection for however many dashboards are open; it is opened with the first and
 * closed some time after the last. When it breaks it is opened again, and everybody is told of an unknown change.
 */
@Component
class ChangeFeed {
    private static final Logger log = LoggerFactory.getLogger(ChangeFeed.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final Duration GRACE = Duration.ofMinutes(1);

    private final Flux<Change> changes;

    ChangeFeed(ChangeRepository repository) {
        this.changes = repository
                .listen()
                .concatWith(Flux.error(() -> new IllegalStateException("the listening connection was closed")))
                .doOnError(error -> log.warn("no changes are heard: {}", error.toString()))
                .retryWhen(Retry.backoff(Long.MAX_VALUE, FIRST_PAUSE)
                        .maxBackoff(LONGEST_PAUSE)
                        .transientErrors(true))
                .publish()
                .refCount(1, GRACE);
    }

    /** The changes that concern this user, from now on. */
    Flux<Change> of(long user) {
        return changes.onBackpressureLatest().filter(change -> change.concerns(user));
    }
}
