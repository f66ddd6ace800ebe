package com.spendtracker.auth.token;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.text.ParseException;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * The keys that sign access tokens, as the database has them at this moment: all instances share them, and none signs
 * with a key that was retired or dropped. Reading one costs a fiftieth of what checking a password does, so none is kept.
 */
@Component
class SigningKeys {
    private final SigningKeyRepository repository;
    private final KeyEncryption encryption;
    private final KeyRotation rotation;

    SigningKeys(SigningKeyRepository repository, KeyEncryption encryption, KeyRotation rotation) {
        this.repository = repository;
        this.encryption = encryption;
        this.rotation = rotation;
    }

    /** The private key that signs new tokens; made if there is none. */
    Mono<ECKey> current() {
        return repository
                .selectActive()
                .switchIfEmpty(Mono.defer(() -> rotation.rotate().then(repository.selectActive())))
                .map(encryption::decrypt);
    }

    /** The public part of every key: of the one that will sign, of the one that does, and of those that did. */
    Mono<JWKSet> publicKeys() {
        return readPublic().switchIfEmpty(Mono.defer(() -> rotation.rotate().then(readPublic())));
    }

    private Mono<JWKSet> readPublic() {
        return repository
                .selectPublic()
                .map(SigningKeys::parse)
                .collectList()
                .filter(keys -> !keys.isEmpty())
                .map(JWKSet::new);
    }

    private static JWK parse(String publicJwk) {
        try {
            return ECKey.parse(publicJwk).toPublicJWK();
        } catch (ParseException e) {
            throw new IllegalStateException("auth.signing_keys holds something that is not an EC key in JWK form", e);
        }
    }
}
