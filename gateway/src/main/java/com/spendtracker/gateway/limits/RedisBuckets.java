package com.spendtracker.gateway.limits;

import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.proxy.AsyncProxyManager;
import io.github.bucket4j.redis.lettuce.Bucket4jLettuce;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import reactor.core.publisher.Mono;

/** Counts in Redis, together with other gateways; while it does not answer, each counts for itself. */
final class RedisBuckets implements Buckets, DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(RedisBuckets.class);

    private static final String PREFIX = "spend-tracker:rate-limit:";
    /** Longer than any answer of a Redis that is well; no request waits longer for its count. */
    private static final Duration PATIENCE = Duration.ofMillis(250);

    private static final Duration PATIENCE_TO_CONNECT = Duration.ofSeconds(5);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(5);
    private static final Duration FOR_EVER = Duration.ofMillis(Long.MAX_VALUE);

    private final RedisClient client;
    private final Mono<AsyncProxyManager<String>> manager;
    private final Buckets meanwhile;
    private final AtomicBoolean isAway = new AtomicBoolean();

    RedisBuckets(String uri, Duration window, Buckets meanwhile) {
        this.client = RedisClient.create(uri);
        client.setOptions(ClientOptions.builder()
                .disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS)
                .build());
        // Connected once, when it is first needed; from then on the client itself comes back after each failure.
        this.manager = Mono.fromCompletionStage(() -> client.connectAsync(
                        RedisCodec.of(StringCodec.UTF8, ByteArrayCodec.INSTANCE), RedisURI.create(uri)))
                .map(connection -> manager(connection, window))
                .timeout(PATIENCE_TO_CONNECT)
                .cache(_ -> FOR_EVER, _ -> PAUSE_AFTER_FAILURE, () -> PAUSE_AFTER_FAILURE);
        this.meanwhile = meanwhile;
    }

    private static AsyncProxyManager<String> manager(
            StatefulRedisConnection<String, byte[]> connection, Duration window) {
        return Bucket4jLettuce.casBasedBuilder(connection)
                .expirationAfterWrite(ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(window))
                .build()
                .asAsync();
    }

    @Override
    public Mono<Allowance> take(Limit limit, String subject) {
        return manager.flatMap(redis -> take(redis, limit, subject))
                .timeout(PATIENCE)
                .doOnNext(_ -> noteThatItAnswers())
                .onErrorResume(error -> {
                    noteThatItIsAway(error);
                    return meanwhile.take(limit, subject);
                });
    }

    private static Mono<Allowance> take(AsyncProxyManager<String> redis, Limit limit, String subject) {
        BucketConfiguration configuration =
                BucketConfiguration.builder().addLimit(limit.bandwidth()).build();
        return Mono.fromFuture(
                        () -> redis.builder()
                                .build(
                                        PREFIX + limit.policy() + ":" + subject,
                                        () -> CompletableFuture.completedFuture(configuration))
                                .tryConsumeAndReturnRemaining(1),
                        true)
                .map(probe -> Allowance.of(limit, probe));
    }

    private void noteThatItIsAway(Throwable error) {
        if (!isAway.getAndSet(true)) {
            LOG.warn("Redis does not answer, requests are counted here alone: {}", error.toString());
        }
    }

    private void noteThatItAnswers() {
        if (isAway.getAndSet(false)) {
            LOG.info("Redis answers again, requests are counted there");
        }
    }

    @Override
    public void destroy() {
        client.shutdown();
    }
}
