package com.spendtracker.auth.passkey;

import com.spendtracker.auth.session.Secrets;
import java.time.Instant;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Reads and writes {@code auth.used_challenges}. */
@Repository
class UsedChallengeRepository {
    private static final String INSERT = """
            INSERT INTO auth.used_challenges (hash, expires_at)
            VALUES (:hash, :expires_at)
            ON CONFLICT DO NOTHING
            """;

    private static final String DELETE_EXPIRED_BEFORE = "DELETE FROM auth.used_challenges WHERE expires_at < :moment";

    private final DatabaseClient database;

    UsedChallengeRepository(DatabaseClient database) {
        this.database = database;
    }

    /** Whether it had not been used: from now on it has. */
    Mono<Boolean> use(String challenge, Instant expiry) {
        return database.sql(INSERT)
                .bind("hash", Secrets.hash(challenge))
                .bind("expires_at", expiry)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }

    Mono<Void> deleteExpiredBefore(Instant moment) {
        return database.sql(DELETE_EXPIRED_BEFORE).bind("moment", moment).then();
    }
}
