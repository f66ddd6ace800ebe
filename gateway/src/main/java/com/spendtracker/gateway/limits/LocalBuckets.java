package com.spendtracker.gateway.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import reactor.core.publisher.Mono;

/** Counts in this program's memory, of so many subjects at most: of more, those that ask least are forgotten. */
final class LocalBuckets implements Buckets {
    /** Some 500 bytes each. */
    static final int MOST_SUBJECTS = 20_000;

    private final Cache<Key, Bucket> buckets;

    /** Buckets that nobody has taken from for as long as it takes to fill them need not be remembered. */
    LocalBuckets(Duration window) {
        this.buckets = Caffeine.newBuilder()
                .maximumSize(MOST_SUBJECTS)
                .expireAfterAccess(window)
                .build();
    }

    private record Key(String policy, String subject) {}

    @Override
    public Mono<Allowance> take(Limit limit, String subject) {
        return Mono.fromSupplier(() -> Allowance.of(
                limit,
                buckets.get(new Key(limit.policy(), subject), _ -> newBucket(limit))
                        .tryConsumeAndReturnRemaining(1)));
    }

    long size() {
        buckets.cleanUp();
        return buckets.estimatedSize();
    }

    private static Bucket newBucket(Limit limit) {
        return Bucket.builder().addLimit(limit.bandwidth()).build();
    }
}
