package com.spendtracker.auth.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.spendtracker.auth.encryption.UnreadableException;
import com.spendtracker.support.security.AccessTokenValidators;
import com.spendtracker.support.security.TrustedKeys;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Leads signing keys from {@code next}, when they are only published, to {@code active}, when they sign, to
 * {@code retired}, when they are published as long as a token of theirs may be valid, or some seconds if they were
 * dropped. The first instance that finds something due does it.
 */
@Component
class KeyRotation {
    private static final Logger LOG = LoggerFactory.getLogger(KeyRotation.class);

    private final SigningKeyRepository repository;
    private final KeyEncryption encryption;
    private final TransactionalOperator transaction;
    private final TokenProperties properties;

    KeyRotation(
            SigningKeyRepository repository,
            KeyEncryption encryption,
            TransactionalOperator transaction,
            TokenProperties properties) {
        this.repository = repository;
        this.encryption = encryption;
        this.transaction = transaction;
        this.properties = properties;
    }

    /** Does what is due; a failure is logged, and the next minute tries again. */
    @Scheduled(fixedRate = 1, timeUnit = TimeUnit.MINUTES)
    Mono<Void> everyMinute() {
        return rotate().onErrorResume(KeyRotation::tryAgainLater);
    }

    /** Does what is due; afterwards there is an active key and a next one. */
    Mono<Void> rotate() {
        return repository
                .lock()
                .then(checkSecret())
                .then(deleteOutlived())
                .then(retireIfDue())
                .then(makeNextIfMissing())
                .then(activateIfNoneIs())
                .then(makeNextIfMissing())
                .as(transaction::transactional);
    }

    // With another secret, this instance would make keys that the others can't read; so it must not make any.
    private Mono<Void> checkSecret() {
        return Flux.concat(repository.selectActive(), repository.selectNext())
                .map(encryption::decrypt)
                .then();
    }

    private Mono<Void> deleteOutlived() {
        return repository
                .deleteOutlived(longestTrust())
                .doOnNext(kid -> LOG.info("Deleted signing key {}: none of its tokens counts any more", kid))
                .then();
    }

    /** From a key's last signature until its last token is refused everywhere anyway. */
    private Duration longestTrust() {
        return properties.lifetime().plus(AccessTokenValidators.CLOCK_SKEW).plus(TrustedKeys.CACHE_TIME);
    }

    private Mono<Void> retireIfDue() {
        return repository
                .retireActiveIfDue(properties.keyRotation(), TrustedKeys.CACHE_TIME)
                .doOnNext(kid -> LOG.info("Retired signing key {}", kid))
                .then();
    }

    private Mono<Void> activateIfNoneIs() {
        return repository
                .activateNextIfNoneIsActive()
                .doOnNext(kid -> LOG.info("Signing key {} signs from now on", kid))
                .then();
    }

    private Mono<Void> makeNextIfMissing() {
        return repository
                .selectNext()
                .hasElement()
                .filter(isThere -> !isThere)
                .flatMap(_ -> Mono.fromCallable(KeyRotation::generate))
                .map(encryption::encrypt)
                .flatMap(repository::insertNext);
    }

    private static ECKey generate() throws JOSEException {
        return new ECKeyGenerator(Curve.P_256)
                .algorithm(JWSAlgorithm.ES256)
                .keyUse(KeyUse.SIGNATURE)
                .keyIDFromThumbprint(true)
                .generate();
    }

    private static Mono<Void> tryAgainLater(Throwable failure) {
        if (failure instanceof UnreadableException) {
            LOG.error("A signing key: {}. Nobody can sign in until it is right.", failure.getMessage());
        } else {
            // Of a failed question only what the database said: the outer message repeats the statement, line by line.
            LOG.warn(
                    "The signing keys can't be looked after, trying again in a minute: {}",
                    NestedExceptionUtils.getMostSpecificCause(failure).toString());
        }
        return Mono.empty();
    }
}
