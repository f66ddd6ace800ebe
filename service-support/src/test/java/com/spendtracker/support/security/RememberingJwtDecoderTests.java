package com.spendtracker.support.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtValidationException;
import reactor.core.publisher.Mono;

/** A token is verified once in a while, and validated each time; so is whether its key is still trusted. */
class RememberingJwtDecoderTests {
    private final AtomicInteger verifications = new AtomicInteger();
    private final AtomicLong nanos = new AtomicLong();
    private boolean isValid = true;
    private boolean isGenuine = true;
    private boolean isKeyTrusted = true;

    private final RememberingJwtDecoder decoder =
            new RememberingJwtDecoder(this::verify, _ -> validate(), _ -> isKeyTrusted, nanos::get);

    @Test
    void tokenWhenSeenAgainThenNotVerifiedAgain() {
        Jwt first = decode("one");
        assertThat(decode("one")).isSameAs(first);
        assertThat(verifications).hasValue(1);
        assertThat(decode("other").getTokenValue()).isEqualTo("other");
        assertThat(verifications).hasValue(2);
    }

    @Test
    void tokenWhenFiveMinutesHavePassedThenVerifiedAgain() {
        decode("one");
        nanos.addAndGet(Duration.ofMinutes(5).minusSeconds(1).toNanos());
        decode("one");
        assertThat(verifications).hasValue(1);
        nanos.addAndGet(Duration.ofSeconds(1).toNanos());
        isGenuine = false;
        assertThatExceptionOfType(BadJwtException.class).isThrownBy(() -> decode("one"));
    }

    @Test
    void tokenWhenItHasEndedThenRefusedAlthoughItIsKnown() {
        decode("one");
        isValid = false;
        assertThatExceptionOfType(JwtValidationException.class).isThrownBy(() -> decode("one"));
    }

    @Test
    void tokenWhenItsKeyIsNoLongerTrustedThenVerifiedAgain() {
        decode("one");
        isKeyTrusted = false;
        isGenuine = false;
        assertThatExceptionOfType(BadJwtException.class).isThrownBy(() -> decode("one"));
        assertThat(verifications).hasValue(2);
    }

    @Test
    void tokenWhenLongerThanAnyOfOursThenRefusedUnread() {
        decode("t".repeat(4_096));
        assertThat(verifications).hasValue(1);
        assertThatExceptionOfType(BadJwtException.class).isThrownBy(() -> decode("t".repeat(4_097)));
        assertThat(verifications).hasValue(1);
    }

    @Test
    void tokenWhenRefusedThenNotRemembered() {
        isGenuine = false;
        assertThatExceptionOfType(BadJwtException.class).isThrownBy(() -> decode("one"));
        assertThatExceptionOfType(BadJwtException.class).isThrownBy(() -> decode("one"));
        assertThat(verifications).hasValue(2);
    }

    private Jwt decode(String token) {
        return decoder.decode(token).blockOptional().orElseThrow();
    }

    private Mono<Jwt> verify(String token) {
        verifications.incrementAndGet();
        return isGenuine
                ? Mono.just(Jwt.withTokenValue(token)
                        .header("alg", "ES256")
                        .subject("1")
                        .build())
                : Mono.error(new BadJwtException("forged"));
    }

    private OAuth2TokenValidatorResult validate() {
        return isValid
                ? OAuth2TokenValidatorResult.success()
                : OAuth2TokenValidatorResult.failure(new OAuth2Error("invalid_token"));
    }
}
