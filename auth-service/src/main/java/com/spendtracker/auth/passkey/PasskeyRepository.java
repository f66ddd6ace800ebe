package com.spendtracker.auth.passkey;

import com.spendtracker.auth.passkey.WebAuthn.Registration;
import com.spendtracker.support.isolation.OnBehalf;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads and writes {@code auth.passkeys}. */
@Repository
class PasskeyRepository {
    private static final String COLUMNS = "id, name, created_at, last_used_at, synced";

    private static final String INSERT = """
            INSERT INTO auth.passkeys (user_id, credential_id, credential, name, sign_count, syncable, synced)
            SELECT :user_id, :credential_id, :credential, :name, :sign_count::bigint, :syncable::boolean, :synced::boolean
             WHERE (SELECT count(*) FROM auth.passkeys WHERE user_id = :user_id) < :most
            RETURNING %s
            """.formatted(COLUMNS);

    private static final String SELECT = """
            SELECT %s
              FROM auth.passkeys
             WHERE user_id = :user_id
             ORDER BY created_at DESC, id
            """.formatted(COLUMNS);

    private static final String SELECT_CREDENTIAL_IDS =
            "SELECT credential_id FROM auth.passkeys WHERE user_id = :user_id";

    private static final String SELECT_BY_CREDENTIAL_ID = """
            SELECT user_id, id, credential, sign_count, syncable, synced
              FROM auth.passkeys
             WHERE credential_id = :credential_id
            """;

    // Of two that were signed with one count, the second finds it used.
    private static final String USE = """
            UPDATE auth.passkeys
               SET sign_count = :sign_count, synced = :synced, last_used_at = now()
             WHERE user_id = :user_id
               AND id = :id
               AND (sign_count < :sign_count OR (sign_count = 0 AND :sign_count = 0))
            """;

    private static final String DELETE = "DELETE FROM auth.passkeys WHERE user_id = :user_id AND id = :id";

    private final DatabaseClient database;

    PasskeyRepository(DatabaseClient database) {
        this.database = database;
    }

    /** The passkey as it is stored; empty if its owner has as many as one may have. */
    Mono<Passkey> insert(long userId, String name, Registration made, int most) {
        return database.sql(INSERT)
                .bind("user_id", userId)
                .bind("credential_id", made.credentialId())
                .bind("credential", made.credential())
                .bind("name", name)
                .bind("sign_count", made.device().getSignCount())
                .bind("syncable", made.device().isFlagBE())
                .bind("synced", made.device().isFlagBS())
                .bind("most", most)
                .map(PasskeyRepository::toPasskey)
                .one();
    }

    /** The newest first. */
    Flux<Passkey> select(long userId) {
        return database.sql(SELECT)
                .bind("user_id", userId)
                .map(PasskeyRepository::toPasskey)
                .all();
    }

    /** What somebody's devices know theirs by. */
    Flux<String> selectCredentialIds(long userId) {
        return database.sql(SELECT_CREDENTIAL_IDS)
                .bind("user_id", userId)
                .map(row -> required(row, "credential_id", String.class))
                .all();
    }

    /** The passkey that a device knows by this, whoever's; empty if there is none. */
    Mono<StoredPasskey> selectByCredentialId(String credentialId) {
        return database.sql(SELECT_BY_CREDENTIAL_ID)
                .bind("credential_id", credentialId)
                .map(row -> new StoredPasskey(
                        required(row, "user_id", Long.class),
                        required(row, "id", UUID.class),
                        required(row, "credential", String.class),
                        required(row, "sign_count", Long.class),
                        required(row, "syncable", Boolean.class),
                        required(row, "synced", Boolean.class)))
                .one()
                .contextWrite(OnBehalf.ofWhoeverShows(credentialId, "auth.user_by_passkey"));
    }

    /** Writes down that it was used, with what its device said of it; false if it has counted that far before, or is gone. */
    Mono<Boolean> use(StoredPasskey passkey, long signCount, boolean synced) {
        return database.sql(USE)
                .bind("user_id", passkey.userId())
                .bind("id", passkey.id())
                .bind("sign_count", signCount)
                .bind("synced", synced)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }

    /** How many there were of this id: 0 or 1. */
    Mono<Long> delete(long userId, UUID id) {
        return database.sql(DELETE)
                .bind("user_id", userId)
                .bind("id", id)
                .fetch()
                .rowsUpdated();
    }

    private static Passkey toPasskey(Readable row) {
        return new Passkey(
                required(row, "id", UUID.class),
                required(row, "name", String.class),
                required(row, "created_at", Instant.class),
                row.get("last_used_at", Instant.class),
                required(row, "synced", Boolean.class));
    }

    private static <T> T required(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }
}
