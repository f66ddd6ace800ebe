package com.spendtracker.auth.password;

import com.spendtracker.support.problem.ProblemException;
import com.spendtracker.support.problem.ProblemType;
import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.http.HttpHeaders;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Hashes passwords by Argon2id and checks them against their hashes, on threads of its own: either takes a tenth of a second of one
 * core and 19 MiB, on purpose.
 */
@Component
public class Passwords implements DisposableBean {
    /** A hash with the parameters of {@link #argon2id()}, of 32 random bytes that nobody has kept. */
    public static final String UNKNOWN_PASSWORD_HASH =
            "$argon2id$v=19$m=19456,t=2,p=1$9J8Ck78aO9jheluZcQkh2g$6bmUoKzBpnu7ydS8tszdhwLZxFRbPJQO0yo5RRopFNg";

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int PARALLELISM = 1;
    private static final int MEMORY_KIB = 19_456;
    private static final int ITERATIONS = 2;

    /** More waiting than this would wait longer than people do; they are told to come back instead. */
    private static final int QUEUE_PER_THREAD = 16;

    private final PasswordEncoder encoder = argon2id();
    private final Scheduler scheduler;

    Passwords() {
        this(
                threads(
                        Runtime.getRuntime().availableProcessors(),
                        Runtime.getRuntime().maxMemory()),
                QUEUE_PER_THREAD);
        PasswordPolicy.prepare();
    }

    /** With this many threads, each with this many waiting for it. */
    public Passwords(int threads, int queuePerThread) {
        this.scheduler = Schedulers.fromExecutorService(
                new ThreadPoolExecutor(
                        threads,
                        threads,
                        0,
                        TimeUnit.SECONDS,
                        new ArrayBlockingQueue<>(threads * queuePerThread),
                        Thread.ofPlatform().name("password-", 0).daemon().factory()),
                "password");
    }

    /**
     * Half of the processors, so that a flood of sign-ins leaves the others to everybody who is in; and no more than a third of the
     * heap has room for, as each holds all of its memory until it is done.
     */
    static int threads(int processors, long heapBytes) {
        return (int) Math.max(1, Math.min(processors / 2, heapBytes / 3 / (MEMORY_KIB * 1024L)));
    }

    /** The parameters of OWASP's first recommendation for Argon2id. */
    static Argon2PasswordEncoder argon2id() {
        return new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, PARALLELISM, MEMORY_KIB, ITERATIONS);
    }

    /** Whether this is the password; 503 if too many are being checked already. */
    public Mono<Boolean> matches(String password, String passwordHash) {
        return onOwnThread(() -> encoder.matches(password, passwordHash));
    }

    /** The hash to keep of a password; 503 if too many are being hashed already. */
    public Mono<String> hash(String password) {
        return onOwnThread(() -> Objects.requireNonNull(encoder.encode(password)));
    }

    private <T> Mono<T> onOwnThread(Callable<T> work) {
        return Mono.fromCallable(work).subscribeOn(scheduler).onErrorMap(RejectedExecutionException.class, _ -> busy());
    }

    private static ProblemException busy() {
        return ProblemException.of(
                        ProblemType.UNAVAILABLE, "Many people are signing in right now. Try again in a moment.")
                .withHeader(HttpHeaders.RETRY_AFTER, "2");
    }

    @Override
    public void destroy() {
        scheduler.dispose();
    }
}
