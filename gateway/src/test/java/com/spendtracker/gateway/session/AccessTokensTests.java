package com.spendtracker.gateway.session;

import com.spendtracker.support.problem.ProblemException;
import com.spendtracker.support.problem.ProblemType;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** Whose access token serves for how long, by a clock that need not be waited for. */
class AccessTokensTests {
    private static final Mono<String> SILENCE = Mono.never();
    private static final Mono<String> AWAY =
            Mono.error(ProblemException.of(ProblemType.UNAVAILABLE, "Nobody can be asked."));

    private final Deque<Mono<String>> answers = new ArrayDeque<>();
    private final AccessTokens tokens = new AccessTokens((_, _) -> answers.removeFirst());

    @Test
    void tokenWhenAskedForAgainThenTheSameForTenSeconds() {
        answers.addAll(List.of(Mono.just("first"), Mono.just("second")));

        StepVerifier.withVirtualTime(
                        () -> token().concatWith(after(Duration.ofSeconds(9))).concatWith(after(Duration.ofSeconds(2))))
                .expectNext("first")
                .thenAwait(Duration.ofSeconds(9))
                .expectNext("first")
                .thenAwait(Duration.ofSeconds(2))
                .expectNext("second")
                .verifyComplete();
    }

    @Test
    void tokenWhenAuthIsAwayOrSilentThenTheLastOneServesWithinTwoSeconds() {
        answers.addAll(List.of(Mono.just("first"), AWAY, SILENCE, Mono.just("last")));

        StepVerifier.withVirtualTime(() -> token().concatWith(after(Duration.ofSeconds(11))) // away
                        .concatWith(after(Duration.ofSeconds(11))) // silent
                        .concatWith(after(Duration.ofSeconds(11))))
                .expectNext("first")
                .thenAwait(Duration.ofSeconds(11))
                .expectNext("first")
                .thenAwait(Duration.ofSeconds(11))
                .expectNoEvent(Duration.ofMillis(1999))
                .thenAwait(Duration.ofMillis(1))
                .expectNext("first")
                .thenAwait(Duration.ofSeconds(11))
                .expectNext("last")
                .verifyComplete();
    }

    @Test
    void tokenWhenNothingIsKnownThenAuthIsWaitedFor() {
        answers.add(Mono.defer(() -> Mono.delay(Duration.ofSeconds(9)).thenReturn("late")));

        StepVerifier.withVirtualTime(this::token)
                .expectSubscription()
                .expectNoEvent(Duration.ofSeconds(9))
                .expectNext("late")
                .verifyComplete();
    }

    @Test
    void tokenWhenItDoesNotCountAnyMoreThenNoneEvenIfAuthIsAwayLater() {
        answers.addAll(List.of(Mono.just("first"), Mono.empty(), AWAY));

        StepVerifier.withVirtualTime(() ->
                        token().concatWith(after(Duration.ofSeconds(11))).concatWith(after(Duration.ofSeconds(11))))
                .expectNext("first")
                .thenAwait(Duration.ofSeconds(22))
                .verifyErrorMessage("Nobody can be asked.");
    }

    private Mono<String> token() {
        return Mono.defer(
                () -> tokens.of("sts_x", MockServerHttpRequest.get("/").build()));
    }

    private Mono<String> after(Duration wait) {
        return Mono.delay(wait).then(token());
    }
}
