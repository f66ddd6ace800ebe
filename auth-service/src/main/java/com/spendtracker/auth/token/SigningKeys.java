package com.spendtracker.auth.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * The keys that sign access tokens: kept in the database, so that they survive a restart and all instances share
 * them, and made by the first instance that needs one.
 */
@Component
class SigningKeys {
    /** How long another instance's new key may go unnoticed here; also how long others may keep the public keys. */
    static final Duration REFRESH_INTERVAL = Duration.ofMinutes(1);

    private final SigningKeyRepository repository;
    private final TransactionalOperator transaction;
    private final Mono<List<ECKey>> keys;

    SigningKeys(SigningKeyRepository repository, TransactionalOperator transaction) {
        this.repository = repository;
        this.transaction = transaction;
        this.keys = loadOrCreate().cache(_ -> REFRESH_INTERVAL, _ -> Duration.ZERO, () -> Duration.ZERO);
    }

    /** The private key that signs new tokens: the newest. */
    Mono<ECKey> current() {
        return keys.map(List::getLast);
    }

    /** The public part of every key, as tokens signed by an older one may still be valid. */
    Mono<JWKSet> publicKeys() {
        return keys.map(all -> new JWKSet(List.<JWK>copyOf(all)).toPublicJWKSet());
    }

    private Mono<List<ECKey>> loadOrCreate() {
        return load().switchIfEmpty(Mono.defer(this::createUnlessAnotherDid));
    }

    private Mono<List<ECKey>> load() {
        return repository.selectAll().map(SigningKeys::parse).collectList().filter(all -> !all.isEmpty());
    }

    // The second look comes after the lock: by then an instance that was quicker has committed its key.
    private Mono<List<ECKey>> createUnlessAnotherDid() {
        return repository
                .lock()
                .then(load())
                .switchIfEmpty(Mono.defer(this::create))
                .as(transaction::transactional);
    }

    private Mono<List<ECKey>> create() {
        return Mono.fromCallable(SigningKeys::generate)
                .flatMap(key ->
                        repository.insert(key.getKeyID(), key.toJSONString()).thenReturn(List.of(key)));
    }

    private static ECKey generate() throws JOSEException {
        return new ECKeyGenerator(Curve.P_256)
                .algorithm(JWSAlgorithm.ES256)
                .keyUse(KeyUse.SIGNATURE)
                .keyIDFromThumbprint(true)
                .generate();
    }

    private static ECKey parse(String jwk) {
        try {
            return ECKey.parse(jwk);
        } catch (ParseException _) {
            // Without its cause, whose message could quote the key.
            throw new IllegalStateException("auth.signing_keys holds something that is not an EC key in JWK form");
        }
    }
}
