package com.spendtracker.support.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.OctetSequenceKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.Jwt;
import reactor.core.Exceptions;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;
import reactor.test.scheduler.VirtualTimeScheduler;

/** What a service believes of its issuer, second by second, on a clock of the test's own. */
class TrustedKeysTests {
    private final TokenForge known = new TokenForge();
    private final TokenForge other = new TokenForge();
    private final VirtualTimeScheduler clock = VirtualTimeScheduler.create();
    private final AtomicInteger questions = new AtomicInteger();
    private Mono<List<JWK>> answer = Mono.just(List.of(known.key));

    private final TrustedKeys keys = new TrustedKeys(
            Mono.defer(() -> {
                questions.incrementAndGet();
                return answer;
            }),
            clock);

    @Test
    void knownKeyWhenAskedForThenOnlyItsPublicPartAndNoFurtherQuestion() {
        JWK key = find(known.good());

        assertThat(key).isEqualTo(known.key.toPublicJWK());
        assertThat(find(known.good())).isEqualTo(key);
        assertThat(questions).hasValue(1);
    }

    @Test
    void anyTokenWhenNoKeyIsKnownThenTheIssuerIsAskedAtMostOnceASecond() {
        answer = Mono.error(new IllegalStateException("away"));
        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> find(known.good()));
        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> find(other.good()));
        clock.advanceTimeBy(Duration.ofMillis(999));
        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> find(known.good()));
        assertThat(questions).hasValue(1);

        answer = Mono.just(List.of(known.key));
        clock.advanceTimeBy(Duration.ofMillis(1));
        assertThat(find(known.good())).isNotNull();
        assertThat(questions).hasValue(2);
    }

    @Test
    void unknownKeyWhenMadeUpAHundredTimesAtOnceThenTheIssuerIsAskedOnceInTenSeconds() {
        find(known.good());
        Sinks.One<List<JWK>> slow = Sinks.one();
        answer = slow.asMono();
        List<SignedJWT> madeUp = IntStream.range(0, 100)
                .mapToObj(_ -> parse(new TokenForge().good()))
                .toList();
        AtomicInteger refused = new AtomicInteger();

        Flux.fromIterable(madeUp)
                .flatMap(
                        token -> keys.find(token)
                                .hasElements()
                                .doOnNext(found -> refused.addAndGet(found ? 0 : 1))
                                .subscribeOn(Schedulers.boundedElastic()),
                        100)
                .mergeWith(Flux.<Boolean>empty().doOnComplete(() -> slow.tryEmitValue(List.of(known.key))))
                .blockLast(Duration.ofSeconds(20));

        assertThat(refused).hasValue(100);
        assertThat(questions).hasValue(2);
        clock.advanceTimeBy(Duration.ofMillis(9_999));
        assertThat(find(other.good())).isNull();
        assertThat(questions).hasValue(2);

        answer = Mono.just(List.of(known.key, other.key));
        clock.advanceTimeBy(Duration.ofMillis(1));
        assertThat(find(other.good())).isNotNull();
        assertThat(questions).hasValue(3);
    }

    @Test
    void unknownKeyWhenARefreshHasBroughtItThenFoundAlthoughItWasAskedForJustNow() {
        find(known.good());
        assertThat(find(other.good())).isNull();
        answer = Mono.just(List.of(known.key, other.key));
        refresh();
        assertThat(find(other.good())).isNotNull();
        assertThat(questions).hasValue(3);
    }

    @Test
    void unknownKeyWhenTheIssuerIsAwayThenRefusedAndTheKnownStay() {
        find(known.good());
        answer = Mono.error(new IllegalStateException("away"));
        assertThat(find(other.good())).isNull();
        assertThat(find(known.good())).isNotNull();
        clock.advanceTimeBy(Duration.ofSeconds(9));
        assertThat(find(other.good())).isNull();
        assertThat(questions).hasValue(2);
    }

    @Test
    void droppedKeyWhenRefreshedThenRefused() {
        Jwt token = jwt(known.key);
        answer = Mono.just(List.of(known.key, other.key));
        find(known.good());
        assertThat(keys.stillTrusts(token)).isTrue();

        answer = Mono.just(List.of(other.key));
        refresh();

        assertThat(keys.stillTrusts(token)).isFalse();
        assertThat(find(known.good())).isNull();
        assertThat(find(other.good())).isNotNull();
    }

    @Test
    void refreshWhenTheIssuerIsAwayOrTalksNonsenseThenTheKnownKeysStay() {
        find(known.good());
        for (Mono<List<JWK>> bad : List.<Mono<List<JWK>>>of(
                Mono.error(new IllegalStateException("away")), Mono.just(List.of()), Mono.empty(), Mono.never())) {
            answer = bad;
            refresh();
            clock.advanceTimeBy(Duration.ofMinutes(10));
            assertThat(find(known.good())).isNotNull();
            assertThat(keys.stillTrusts(jwt(known.key))).isTrue();
        }
    }

    @Test
    void refreshWhenItFailsTwiceThenTheThirdTryCountsInTime() {
        find(known.good());
        answer = Mono.never();
        Duration untilRefresh = Duration.ofSeconds(30);
        keys.refresh().subscribe();
        clock.advanceTimeBy(Duration.ofSeconds(9));
        answer = Mono.just(List.of(other.key));
        clock.advanceTimeBy(Duration.ofSeconds(1));

        assertThat(questions).hasValue(4);
        assertThat(keys.stillTrusts(jwt(known.key))).isFalse();
        assertThat(untilRefresh.plusSeconds(12)).isLessThan(TrustedKeys.CACHE_TIME);
    }

    @Test
    void refreshWhenNothingIsKnownYetThenNothingIsAsked() {
        refresh();
        assertThat(questions).hasValue(0);
    }

    @Test
    void issuerWhenItDoesNotAnswerThenGivenUpAfterTwoSeconds() {
        answer = Mono.never();
        List<Throwable> failures = new ArrayList<>();
        keys.find(parse(known.good())).subscribe(_ -> {}, failures::add);
        clock.advanceTimeBy(Duration.ofMillis(1_999));
        assertThat(failures).isEmpty();
        clock.advanceTimeBy(Duration.ofMillis(1));
        assertThat(failures).singleElement().isInstanceOf(TimeoutException.class);
    }

    @Test
    void keysThatAreNotForEs256ThenNotTaken() throws JOSEException {
        List<JWK> others = List.of(
                new RSAKeyGenerator(2048).keyID("rsa").generate().toPublicJWK(),
                new OctetSequenceKeyGenerator(256).keyID("oct").generate(),
                new ECKeyGenerator(Curve.P_384).keyID("p384").generate().toPublicJWK(),
                ec().keyID("enc").keyUse(KeyUse.ENCRYPTION).generate(),
                ec().keyID("es384").algorithm(JWSAlgorithm.ES384).generate(),
                ec().keyID("").generate(),
                ec().generate());
        answer = Mono.just(others);
        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> find(known.good()));

        clock.advanceTimeBy(Duration.ofSeconds(1));
        List<JWK> all = new ArrayList<>(others);
        all.add(known.key);
        answer = Mono.just(all);
        assertThat(find(known.good())).isNotNull();
        for (JWK key : others) {
            assertThat(keys.stillTrusts(jwt(key))).as("%s", key.getKeyID()).isFalse();
        }
        assertThat(others).hasAtLeastOneElementOfType(OctetSequenceKey.class);
    }

    private static ECKeyGenerator ec() {
        return new ECKeyGenerator(Curve.P_256);
    }

    private @Nullable JWK find(String token) {
        try {
            return keys.find(parse(token)).blockFirst(Duration.ofSeconds(20));
        } catch (RuntimeException e) {
            throw (RuntimeException) Exceptions.unwrap(e);
        }
    }

    /** With all the time that its retries may take. */
    private void refresh() {
        keys.refresh().subscribe();
        clock.advanceTimeBy(Duration.ofSeconds(12));
    }

    private static Jwt jwt(JWK key) {
        return Jwt.withTokenValue("token")
                .header("kid", String.valueOf(key.getKeyID()))
                .subject("1")
                .build();
    }

    private static SignedJWT parse(String token) {
        try {
            return SignedJWT.parse(token);
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
    }
}
