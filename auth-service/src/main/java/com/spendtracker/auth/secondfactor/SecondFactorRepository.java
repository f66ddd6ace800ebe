package com.spendtracker.auth.secondfactor;

import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Reads and writes {@code auth.second_factors}. */
@Repository
class SecondFactorRepository {
    private static final String SELECT_STATE = """
            SELECT confirmed_at,
                   (SELECT count(*) FROM auth.recovery_codes WHERE user_id = :user_id) AS recovery_codes_left
              FROM auth.second_factors
             WHERE user_id = :user_id
               AND confirmed_at IS NOT NULL
            """;

    private static final String SELECT_CONFIRMED = """
            SELECT secret
              FROM auth.second_factors
             WHERE user_id = :user_id
               AND confirmed_at IS NOT NULL
            """;

    private static final String SELECT_PENDING = """
            SELECT secret
              FROM auth.second_factors
             WHERE user_id = :user_id
               AND confirmed_at IS NULL
               AND begun_at > now() - :age * interval '1 second'
            """;

    private static final String BEGIN = """
            INSERT INTO auth.second_factors AS f (user_id, secret)
            VALUES (:user_id, :secret)
            ON CONFLICT (user_id) DO UPDATE
               SET secret = excluded.secret, begun_at = now()
             WHERE f.confirmed_at IS NULL
            """;

    private static final String CONFIRM = """
            UPDATE auth.second_factors
               SET confirmed_at = now(), last_step = :step
             WHERE user_id = :user_id
               AND secret = :secret
               AND confirmed_at IS NULL
            """;

    // Of two who send the same code at once, the second waits for the first, and then finds the step used.
    private static final String USE = """
            UPDATE auth.second_factors
               SET last_step = :step
             WHERE user_id = :user_id
               AND confirmed_at IS NOT NULL
               AND last_step < :step
            """;

    private static final String LOCK = """
            SELECT user_id
              FROM auth.second_factors
             WHERE user_id = :user_id
               AND confirmed_at IS NOT NULL
               FOR UPDATE
            """;

    private static final String DELETE =
            "DELETE FROM auth.second_factors WHERE user_id = :user_id AND confirmed_at IS NOT NULL";

    private final DatabaseClient database;

    SecondFactorRepository(DatabaseClient database) {
        this.database = database;
    }

    /** How it is with a confirmed one; empty if there is none. */
    Mono<SecondFactor> selectState(long userId) {
        return database.sql(SELECT_STATE)
                .bind("user_id", userId)
                .map(row -> new SecondFactor(
                        true,
                        required(row, "confirmed_at", Instant.class),
                        required(row, "recovery_codes_left", Long.class)))
                .one();
    }

    /** The encrypted secret of a confirmed one; empty if there is none. */
    Mono<String> selectConfirmed(long userId) {
        return database.sql(SELECT_CONFIRMED)
                .bind("user_id", userId)
                .map(row -> required(row, "secret", String.class))
                .one();
    }

    /** The encrypted secret of one that is not confirmed yet, unless it was begun longer ago than this. */
    Mono<String> selectPending(long userId, Duration age) {
        return database.sql(SELECT_PENDING)
                .bind("user_id", userId)
                .bind("age", age.toSeconds())
                .map(row -> required(row, "secret", String.class))
                .one();
    }

    /** Stores a secret that is to be confirmed, instead of one that was not; false if there is a confirmed one. */
    Mono<Boolean> begin(long userId, String secret) {
        return changed(BEGIN, spec -> spec.bind("user_id", userId).bind("secret", secret));
    }

    /** Lets this secret count from now on, and this step not any more; false if it is not the one to be confirmed. */
    Mono<Boolean> confirm(long userId, String secret, long step) {
        return changed(
                CONFIRM,
                spec -> spec.bind("user_id", userId).bind("secret", secret).bind("step", step));
    }

    /** Whether a code of this step still counts: afterwards it and earlier ones do not. */
    Mono<Boolean> use(long userId, long step) {
        return changed(USE, spec -> spec.bind("user_id", userId).bind("step", step));
    }

    /** Holds a confirmed one against others until the transaction ends; empty if there is none. */
    Mono<Long> lock(long userId) {
        return database.sql(LOCK)
                .bind("user_id", userId)
                .map(row -> required(row, "user_id", Long.class))
                .one();
    }

    /** Removes a confirmed one and its recovery codes; false if there is none. */
    Mono<Boolean> delete(long userId) {
        return changed(DELETE, spec -> spec.bind("user_id", userId));
    }

    private Mono<Boolean> changed(String sql, UnaryOperator<GenericExecuteSpec> binds) {
        return binds.apply(database.sql(sql)).fetch().rowsUpdated().map(rows -> rows > 0);
    }

    private static <T> T required(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }
}
