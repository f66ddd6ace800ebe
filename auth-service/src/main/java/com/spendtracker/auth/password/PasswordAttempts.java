package com.spendtracker.auth.password;

import com.spendtracker.auth.session.Secrets;
import com.spendtracker.support.problem.ProblemException;
import com.spendtracker.support.problem.ProblemType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Makes guessing slow: every attempt is counted before its password is looked at, for the account and for the address
 * that it comes from, and after a few there is a wait that grows. It never locks an account, and where its owner has
 * signed in from before, what others try elsewhere does not count.
 */
@Service
public class PasswordAttempts {
    /** For the account, by strangers: some hundred and fifty a day at most. */
    private static final Limit BY_STRANGERS = Limit.ofPasswords(7, Duration.ofMinutes(10));

    /** For the account, from where its owner has signed in before. */
    private static final Limit AT_HOME = Limit.ofPasswords(10, Duration.ofMinutes(10));

    /** From one address, for any accounts: a whole office may be behind it. */
    private static final Limit BY_ADDRESS = Limit.ofPasswords(50, Duration.ofSeconds(10));

    /** For the account, by whoever knows its password: of a million codes, three are right at any time. */
    private static final Limit CODES = new Limit("codes", 7, Duration.ofHours(1), Duration.ofHours(1));

    private static final Duration FORGOTTEN_AFTER = Duration.ofDays(1);

    private final AttemptRepository attempts;
    private final TransactionalOperator transaction;

    PasswordAttempts(AttemptRepository attempts, TransactionalOperator transaction) {
        this.attempts = attempts;
        this.transaction = transaction;
    }

    /**
     * Looks at the password of somebody who wants to sign in, if it is not too early for that: else 429, with
     * {@code Retry-After}.
     *
     * @param accountId the account of the username, or null if nobody has it
     * @param username as it was typed, in any case of its letters
     * @param address where the request comes from
     * @param check looks at the password: empty if it is wrong, an error if it can't be looked at
     * @param further looks at what else it takes, and is an error if that is not there: then the attempt counts like one
     *     with a wrong password, for nobody is in yet
     */
    public <T> Mono<T> signIn(
            @Nullable Long accountId, String username, String address, Mono<T> check, Function<T, Mono<T>> further) {
        if (accountId == null) {
            String nobody = username.toLowerCase(Locale.ROOT);
            return counted(List.of(Counter.of("nobody", nobody, BY_STRANGERS), byAddress(address)), check, further);
        }
        return attempts.isKnown(accountId, address)
                .map(known -> known ? atHome(accountId, address) : byStrangers(accountId, address))
                .flatMap(counters -> counted(counters, check, further))
                .delayUntil(_ -> attempts.know(accountId, address));
    }

    /** Somebody has come in from here without a password, which nobody can guess: they are at home here now. */
    public Mono<Void> know(long accountId, String address) {
        return attempts.know(accountId, address);
    }

    /** Looks at the password by which somebody signed in confirms something; otherwise as for signing in. */
    public <T> Mono<T> confirm(long accountId, Mono<T> check) {
        return counted(List.of(Counter.of("confirmation", Long.toString(accountId), BY_STRANGERS)), check, Mono::just);
    }

    /** Looks at a code of few digits that somebody sends besides the password; otherwise as for signing in. */
    public <T> Mono<T> code(long accountId, Mono<T> check) {
        return counted(List.of(Counter.of("code", Long.toString(accountId), CODES)), check, Mono::just);
    }

    /** Removes what no longer counts. */
    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT1H")
    Mono<Void> forgetOld() {
        return attempts.forgetBefore(Instant.now().minus(FORGOTTEN_AFTER)).then(Mono.defer(attempts::unknowOld));
    }

    private <T> Mono<T> counted(List<Counter> counters, Mono<T> check, Function<T, Mono<T>> further) {
        return count(counters)
                .then(check.onErrorResume(error -> takeBack(counters).then(Mono.error(error))))
                .flatMap(further)
                .delayUntil(_ -> forgive(counters));
    }

    // All or none, and always the account first, so that two attempts do not wait for each other.
    private Mono<Void> count(List<Counter> counters) {
        return Flux.fromIterable(counters).concatMap(this::count).then().as(transaction::transactional);
    }

    private Mono<Void> count(Counter counter) {
        return attempts.count(
                        counter.subject(),
                        counter.limit().free(),
                        counter.limit().recovery(),
                        counter.limit().longest())
                .filter(counted -> !counted)
                .flatMap(_ -> attempts.selectWait(counter.subject()))
                .flatMap(seconds -> Mono.error(tooMany(counter.limit().what(), seconds)));
    }

    /** What was tried for this account before does not count any more; of the address, only this attempt. */
    private Mono<Void> forgive(List<Counter> counters) {
        return attempts.forget(counters.getFirst().subject())
                .then(Mono.defer(() -> takeBack(counters.subList(1, counters.size()))));
    }

    private Mono<Void> takeBack(List<Counter> counters) {
        return Flux.fromIterable(counters)
                .concatMap(counter -> attempts.takeBack(counter.subject()))
                .then();
    }

    private static List<Counter> atHome(long accountId, String address) {
        return List.of(Counter.of("home", accountId + " " + address, AT_HOME));
    }

    private static List<Counter> byStrangers(long accountId, String address) {
        return List.of(Counter.of("account", Long.toString(accountId), BY_STRANGERS), byAddress(address));
    }

    private static Counter byAddress(String address) {
        return Counter.of("address", address, BY_ADDRESS);
    }

    private static ProblemException tooMany(String what, long seconds) {
        return ProblemException.of(
                        ProblemType.TOO_MANY_REQUESTS,
                        "Too many wrong " + what + ". Try again in " + seconds
                                + (seconds == 1 ? " second." : " seconds."))
                .withHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
    }

    /**
     * How slow guessing gets.
     *
     * @param what is guessed
     * @param free how many attempts are free of a wait
     * @param recovery after how long one no longer counts
     * @param longest how long the wait gets
     */
    private record Limit(String what, int free, Duration recovery, Duration longest) {
        static Limit ofPasswords(int free, Duration recovery) {
            return new Limit("passwords", free, recovery, Duration.ofMinutes(15));
        }
    }

    /** Who or what is counted, as its hash. */
    private record Counter(String subject, Limit limit) {
        static Counter of(String kind, String what, Limit limit) {
            return new Counter(Secrets.hash(kind + " " + what), limit);
        }
    }
}
