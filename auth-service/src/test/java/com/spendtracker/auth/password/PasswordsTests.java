package com.spendtracker.auth.password;

import static org.assertj.core.api.Assertions.assertThat;

import com.spendtracker.support.problem.ProblemException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class PasswordsTests {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Passwords passwords = new Passwords(1, 1);

    @AfterEach
    void stop() {
        passwords.destroy();
    }

    @Test
    void unknownPasswordHashCostsWhatEveryHashCosts() {
        assertThat(Passwords.UNKNOWN_PASSWORD_HASH).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(Passwords.UNKNOWN_PASSWORD_HASH)
                .hasSameSizeAs(Passwords.argon2id().encode("any"));
        assertThat(Passwords.argon2id().upgradeEncoding(Passwords.UNKNOWN_PASSWORD_HASH))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"1, 128, 1", "2, 128, 1", "4, 128, 2", "4, 88, 1", "16, 128, 2", "16, 1024, 8", "16, 16, 1"})
    void threadsAreHalfOfTheProcessorsAndFitIntoAThirdOfTheHeap(int processors, long heapMegabytes, int threads) {
        assertThat(Passwords.threads(processors, heapMegabytes * 1024 * 1024)).isEqualTo(threads);
    }

    @ParameterizedTest
    @ValueSource(strings = {"password123", "pässwörd – 😀", " spaces around "})
    void matchesOnlyTheSamePassword(String password) {
        String hash = Passwords.argon2id().encode(password);

        StepVerifier.create(passwords.matches(password, hash)).expectNext(true).verifyComplete();
        StepVerifier.create(passwords.matches(password + "x", hash))
                .expectNext(false)
                .verifyComplete();
    }

    @Test
    void matchesRunsOnAThreadOfItsOwn() {
        StepVerifier.create(passwords
                        .matches("any", Passwords.UNKNOWN_PASSWORD_HASH)
                        .map(_ -> Thread.currentThread().getName()))
                .assertNext(thread -> assertThat(thread).startsWith("password-"))
                .verifyComplete();
    }

    @Test
    void matchesWhenTooManyAtOnceThenTheRestIsTurnedAway() {
        List<Object> outcomes = Flux.range(0, 20)
                .flatMap(
                        _ -> passwords
                                .matches("any", Passwords.UNKNOWN_PASSWORD_HASH)
                                .cast(Object.class)
                                .onErrorResume(Mono::just),
                        20)
                .collectList()
                .blockOptional(PATIENCE)
                .orElseThrow();

        assertThat(outcomes).hasSize(20).contains(false);
        assertThat(outcomes)
                .filteredOn(outcome -> !outcome.equals(false))
                .isNotEmpty()
                .hasOnlyElementsOfType(ProblemException.class);
    }
}
