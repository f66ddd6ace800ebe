package com.spendtracker.auth.password;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Reads and writes {@code auth.password_attempts} and {@code auth.known_addresses}. */
@Repository
class AttemptRepository {
    // One statement, so that of attempts at the same moment each sees the one before. The time is the clock's and not
    // the transaction's, as it may have waited for its turn.
    private static final String COUNT = """
            INSERT INTO auth.password_attempts AS a (subject, outstanding, counted_at, next_at)
            VALUES (:subject, 1, clock_timestamp(), clock_timestamp())
            ON CONFLICT (subject) DO UPDATE
               SET (outstanding, counted_at, next_at) = (
                     SELECT n.outstanding,
                            n.moment,
                            n.moment + CASE
                              WHEN n.outstanding < :free THEN interval '0'
                              ELSE least(:longest * interval '1 second',
                                         interval '1 second' * 2 ^ least(n.outstanding - :free, 20))
                            END
                       FROM (SELECT clock_timestamp() AS moment,
                                    1 + greatest(0, a.outstanding - floor(
                                          extract(epoch FROM clock_timestamp() - a.counted_at) / :recovery
                                        )::integer) AS outstanding) AS n)
             WHERE a.next_at <= clock_timestamp()
            """;

    private static final String SELECT_WAIT = """
            SELECT greatest(1, ceil(extract(epoch FROM next_at - clock_timestamp())))::bigint AS seconds
              FROM auth.password_attempts
             WHERE subject = :subject
            """;

    private static final String TAKE_BACK = """
            UPDATE auth.password_attempts
               SET outstanding = greatest(0, outstanding - 1)
             WHERE subject = :subject
            """;

    private static final String FORGET = "DELETE FROM auth.password_attempts WHERE subject = :subject";

    private static final String FORGET_BEFORE = "DELETE FROM auth.password_attempts WHERE counted_at < :moment";

    private static final String IS_KNOWN = """
            SELECT EXISTS (
              SELECT FROM auth.known_addresses WHERE user_id = :user_id AND address = :address) AS known
            """;

    private static final String KNOW = """
            INSERT INTO auth.known_addresses AS k (user_id, address, last_used_at)
            VALUES (:user_id, :address, now())
            ON CONFLICT (user_id, address) DO UPDATE SET last_used_at = now()
            """;

    private static final String UNKNOW_OLD = "SELECT auth.forget_old_addresses()";

    private final DatabaseClient database;

    AttemptRepository(DatabaseClient database) {
        this.database = database;
    }

    /**
     * Counts an attempt.
     *
     * @param free from how many outstanding attempts on there is a wait after each: a second, then twice as long each time
     * @param recovery after how long one of the outstanding ones no longer counts
     * @param longest how long the wait gets
     * @return false, and nothing is counted, if the wait is not over
     */
    Mono<Boolean> count(String subject, int free, Duration recovery, Duration longest) {
        return database.sql(COUNT)
                .bind("subject", subject)
                .bind("free", free)
                .bind("recovery", recovery.toSeconds())
                .bind("longest", longest.toSeconds())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }

    /** How many seconds to wait until an attempt is counted again, at least one. */
    Mono<Long> selectWait(String subject) {
        return database.sql(SELECT_WAIT)
                .bind("subject", subject)
                .map(row -> Objects.requireNonNull(row.get("seconds", Long.class)))
                .one();
    }

    /** One attempt fewer; a wait that has begun goes on. */
    Mono<Void> takeBack(String subject) {
        return database.sql(TAKE_BACK).bind("subject", subject).then();
    }

    Mono<Void> forget(String subject) {
        return database.sql(FORGET).bind("subject", subject).then();
    }

    Mono<Void> forgetBefore(Instant moment) {
        return database.sql(FORGET_BEFORE).bind("moment", moment).then();
    }

    Mono<Boolean> isKnown(long userId, String address) {
        return database.sql(IS_KNOWN)
                .bind("user_id", userId)
                .bind("address", address)
                .map(row -> Objects.requireNonNull(row.get("known", Boolean.class)))
                .one();
    }

    Mono<Void> know(long userId, String address) {
        return database.sql(KNOW)
                .bind("user_id", userId)
                .bind("address", address)
                .then();
    }

    /** Of everybody, those not used for half a year. */
    Mono<Void> unknowOld() {
        return database.sql(UNKNOW_OLD).then();
    }
}
