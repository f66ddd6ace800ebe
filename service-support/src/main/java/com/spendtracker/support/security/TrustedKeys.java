package com.spendtracker.support.security;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.oauth2.jwt.Jwt;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.util.retry.Retry;

/**
 * The issuer's public keys as they were last seen. They are asked for again and again, so that a key that was dropped is
 * refused within a minute; while the issuer is away or answers nonsense, those that are known stay.
 */
public final class TrustedKeys {
    /** The longest that a key may go unnoticed here, be it new or dropped, as long as the issuer answers. */
    public static final Duration CACHE_TIME = Duration.ofSeconds(45);

    static final Duration TIMEOUT = Duration.ofSeconds(2);

    // With both retries and all time-outs, a refresh ends 42 seconds after the one before began.
    private static final int REFRESH_SECONDS = 30;
    private static final int RETRIES = 2;
    private static final Duration RETRY_PAUSE = Duration.ofSeconds(3);

    private static final Duration PAUSE_WHILE_NONE_IS_KNOWN = Duration.ofSeconds(1);
    private static final Duration PAUSE_FOR_UNKNOWN = Duration.ofSeconds(10);

    private static final Logger LOG = LoggerFactory.getLogger(TrustedKeys.class);

    private final AtomicReference<Map<String, JWK>> known = new AtomicReference<>(Map.of());
    private final Mono<Void> refreshed;
    private final Mono<Void> askedWhileNoneIsKnown;
    private final Mono<Void> askedForUnknown;

    /**
     * Trusts what the source says.
     *
     * @param source asks for all keys of the issuer, each time anew
     */
    public TrustedKeys(Mono<List<JWK>> source) {
        this(source, Schedulers.parallel());
    }

    TrustedKeys(Mono<List<JWK>> source, Scheduler clock) {
        Mono<Void> asked = source.single()
                .timeout(TIMEOUT, clock)
                .map(TrustedKeys::signingKeys)
                .doOnNext(known::set)
                .then();
        Mono<Void> refresh = asked.retryWhen(Retry.fixedDelay(RETRIES, RETRY_PAUSE)
                        .scheduler(clock)
                        .onRetryExhaustedThrow((_, last) -> last.failure()))
                .onErrorResume(TrustedKeys::keepWhatIsKnown);
        this.refreshed = Mono.defer(() -> known.get().isEmpty() ? Mono.empty() : refresh);
        this.askedWhileNoneIsKnown = onceIn(PAUSE_WHILE_NONE_IS_KNOWN, asked, clock);
        this.askedForUnknown = onceIn(PAUSE_FOR_UNKNOWN, asked.onErrorResume(TrustedKeys::keepWhatIsKnown), clock);
    }

    /** Asks for the keys again if any are known; a failure is logged, and what is known stays. */
    @Scheduled(initialDelay = REFRESH_SECONDS, fixedRate = REFRESH_SECONDS, timeUnit = TimeUnit.SECONDS)
    Mono<Void> refresh() {
        return refreshed;
    }

    /** The key that the token names; empty if there is none. An error only if no key is known and none can be had. */
    Flux<JWK> find(SignedJWT token) {
        String kid = Objects.requireNonNullElse(token.getHeader().getKeyID(), "");
        return findKnown(kid).switchIfEmpty(Mono.defer(() -> ask(kid))).flux();
    }

    /** Whether the key that once verified this token is still one of the issuer's. */
    boolean stillTrusts(Jwt token) {
        return token.getHeaders().get("kid") instanceof String kid
                && known.get().containsKey(kid);
    }

    // Whatever the answer, it is in what is known then: this request may have waited for the question of another.
    private Mono<JWK> ask(String kid) {
        Mono<Void> asked = known.get().isEmpty() ? askedWhileNoneIsKnown : askedForUnknown;
        return asked.then(Mono.defer(() -> findKnown(kid)));
    }

    private Mono<JWK> findKnown(String kid) {
        return Mono.justOrEmpty(known.get().get(kid));
    }

    /** All who ask at once share one question, and all who ask within the pause its outcome. */
    private static Mono<Void> onceIn(Duration pause, Mono<Void> question, Scheduler clock) {
        return question.cache(_ -> pause, _ -> pause, () -> pause, clock);
    }

    private static Mono<Void> keepWhatIsKnown(Throwable failure) {
        LOG.warn("The issuer's keys can't be had, those that are known stay: {}", failure.toString());
        return Mono.empty();
    }

    private static Map<String, JWK> signingKeys(List<JWK> keys) {
        Map<String, JWK> signingKeys = keys.stream()
                .filter(TrustedKeys::isSigningKey)
                .collect(Collectors.toUnmodifiableMap(JWK::getKeyID, JWK::toPublicJWK));
        if (signingKeys.isEmpty()) {
            throw new IllegalStateException("The issuer's key set has no key for ES256");
        }
        return signingKeys;
    }

    private static boolean isSigningKey(JWK key) {
        return key instanceof ECKey ec
                && Curve.P_256.equals(ec.getCurve())
                && (key.getAlgorithm() == null || JWSAlgorithm.ES256.equals(key.getAlgorithm()))
                && (key.getKeyUse() == null || KeyUse.SIGNATURE.equals(key.getKeyUse()))
                && key.getKeyID() != null
                && !key.getKeyID().isEmpty();
    }
}
