package com.spendtracker.support.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.function.Predicate;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtValidationException;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import reactor.core.publisher.Mono;

/**
 * Verifies the signature of a token once for all requests that follow each other, as that costs more than most answers.
 * What the token says is validated each time, so that it ends when it says, and its key must still be trusted. Only what
 * was valid is remembered. What is longer than a token of ours is not looked at.
 */
final class RememberingJwtDecoder implements ReactiveJwtDecoder {
    static final int MAX_LENGTH = 4_096;

    private static final Duration MEMORY = Duration.ofMinutes(5);
    /** Some four kilobytes each. */
    private static final int MOST_TOKENS = 2_000;

    private final ReactiveJwtDecoder decoder;
    private final OAuth2TokenValidator<Jwt> validator;
    private final Predicate<Jwt> isKeyTrusted;
    private final Cache<String, Jwt> verified;

    RememberingJwtDecoder(
            ReactiveJwtDecoder decoder,
            OAuth2TokenValidator<Jwt> validator,
            Predicate<Jwt> isKeyTrusted,
            Ticker ticker) {
        this.decoder = decoder;
        this.validator = validator;
        this.isKeyTrusted = isKeyTrusted;
        this.verified = Caffeine.newBuilder()
                .maximumSize(MOST_TOKENS)
                .expireAfterWrite(MEMORY)
                .ticker(ticker)
                .build();
    }

    @Override
    public Mono<Jwt> decode(String token) {
        if (token.length() > MAX_LENGTH) {
            return Mono.error(new BadJwtException("The token is longer than " + MAX_LENGTH + " characters"));
        }
        Jwt known = verified.getIfPresent(token);
        return known == null || !isKeyTrusted.test(known) ? verify(token) : validate(known);
    }

    private Mono<Jwt> verify(String token) {
        return decoder.decode(token).doOnNext(jwt -> verified.put(token, jwt));
    }

    private Mono<Jwt> validate(Jwt jwt) {
        OAuth2TokenValidatorResult result = validator.validate(jwt);
        return result.hasErrors()
                ? Mono.error(new JwtValidationException("The token is no longer valid", result.getErrors()))
                : Mono.just(jwt);
    }
}
