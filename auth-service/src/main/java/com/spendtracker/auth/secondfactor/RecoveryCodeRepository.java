package com.spendtracker.auth.secondfactor;

import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Reads and writes {@code auth.recovery_codes}. */
@Repository
class RecoveryCodeRepository {
    private static final String INSERT = """
            INSERT INTO auth.recovery_codes (user_id, hash)
            SELECT :user_id, hash FROM unnest(:hashes::text[]) AS hash
            """;

    private static final String DELETE_ALL = "DELETE FROM auth.recovery_codes WHERE user_id = :user_id";

    private static final String DELETE = "DELETE FROM auth.recovery_codes WHERE user_id = :user_id AND hash = :hash";

    private final DatabaseClient database;

    RecoveryCodeRepository(DatabaseClient database) {
        this.database = database;
    }

    Mono<Void> insert(long userId, List<String> codes) {
        String[] hashes = codes.stream().map(RecoveryCode::hash).toArray(String[]::new);
        return database.sql(INSERT)
                .bind("user_id", userId)
                .bind("hashes", hashes)
                .then();
    }

    Mono<Void> deleteAll(long userId) {
        return database.sql(DELETE_ALL).bind("user_id", userId).then();
    }

    /** Whether there was this one: it counts once. */
    Mono<Boolean> use(long userId, String code) {
        return database.sql(DELETE)
                .bind("user_id", userId)
                .bind("hash", RecoveryCode.hash(code))
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }
}
