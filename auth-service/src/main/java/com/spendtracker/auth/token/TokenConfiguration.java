package com.spendtracker.auth.token;

import com.nimbusds.jose.jwk.JWK;
import com.spendtracker.support.security.AccessTokenProperties;
import com.spendtracker.support.security.AccessTokenValidators;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import reactor.core.publisher.Flux;

/** What the tokens of this package need from outside, and what they offer to the security chain. */
@Configuration(proxyBeanMethods = false)
class TokenConfiguration {
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    /** Checks tokens as every service does, but with the keys at hand instead of a request to itself. */
    @Bean
    ReactiveJwtDecoder jwtDecoder(SigningKeys keys, AccessTokenProperties properties) {
        NimbusReactiveJwtDecoder decoder = NimbusReactiveJwtDecoder.withJwkSource(_ -> publicKeys(keys))
                .jwsAlgorithm(SignatureAlgorithm.ES256)
                .validateType(false) // AccessTokenValidators does
                .build();
        decoder.setJwtValidator(AccessTokenValidators.of(properties));
        return decoder;
    }

    private static Flux<JWK> publicKeys(SigningKeys keys) {
        return keys.publicKeys().flatMapIterable(set -> set.getKeys());
    }
}
