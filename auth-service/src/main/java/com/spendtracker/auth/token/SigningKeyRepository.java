package com.spendtracker.auth.token;

import com.spendtracker.support.security.TrustedKeys;
import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads and writes {@code auth.signing_keys}; all times are the database's, which all instances share. */
@Repository
class SigningKeyRepository {
    /** Any number will do, as long as every instance takes the same one and nothing else in this database does. */
    private static final long LOCK = 0x7369676e696e67L;

    /**
     * How long a dropped key is published still: longer than gateways go on with a token that they hold for a session or an
     * API token (ten seconds), as whoever shows those is to notice nothing. With {@link TrustedKeys#CACHE_TIME}, less than a minute.
     */
    private static final Duration DROPPED_AFTER = Duration.ofSeconds(12);

    private static final String SELECT_PUBLIC = """
            SELECT public_jwk
              FROM auth.signing_keys
             WHERE dropped_at IS NULL
                OR dropped_at > now() - :dropped * interval '1 second'
             ORDER BY created_at, kid
            """;

    private static final String SELECT_ACTIVE = """
            SELECT kid, public_jwk, private_key
              FROM auth.signing_keys
             WHERE state = 'active'
            """;

    private static final String SELECT_NEXT = """
            SELECT kid, public_jwk, private_key
              FROM auth.signing_keys
             WHERE state = 'next'
            """;

    private static final String DELETE_OUTLIVED = """
            DELETE FROM auth.signing_keys
             WHERE retired_at <= now() - :seconds * interval '1 second'
                OR dropped_at <= now() - :dropped * interval '1 second'
            RETURNING kid
            """;

    private static final String RETIRE_IF_DUE = """
            UPDATE auth.signing_keys
               SET state = 'retired', retired_at = now()
             WHERE state = 'active'
               AND (rotation_asked_at IS NOT NULL OR activated_at <= now() - :rotation * interval '1 second')
               AND EXISTS (SELECT
                             FROM auth.signing_keys AS following
                            WHERE following.state = 'next'
                              AND following.created_at <= now() - :published * interval '1 second')
            RETURNING kid
            """;

    private static final String ACTIVATE_NEXT = """
            UPDATE auth.signing_keys
               SET state = 'active', activated_at = now()
             WHERE state = 'next'
               AND NOT EXISTS (SELECT FROM auth.signing_keys AS current WHERE current.state = 'active')
            RETURNING kid
            """;

    private static final String INSERT_NEXT = """
            INSERT INTO auth.signing_keys (kid, state, public_jwk, private_key)
            VALUES (:kid, 'next', :publicJwk, :privateKey)
            """;

    private final DatabaseClient database;

    SigningKeyRepository(DatabaseClient database) {
        this.database = database;
    }

    /** The public part of every key that counts as a JWK (RFC 7517), oldest first. */
    Flux<String> selectPublic() {
        return database.sql(SELECT_PUBLIC)
                .bind("dropped", DROPPED_AFTER.toSeconds())
                .map(row -> text(row, "public_jwk"))
                .all();
    }

    /** The key that signs; empty if there is none. */
    Mono<StoredKey> selectActive() {
        return database.sql(SELECT_ACTIVE).map(SigningKeyRepository::toKey).one();
    }

    /** The key that will sign after the active one; empty if there is none. */
    Mono<StoredKey> selectNext() {
        return database.sql(SELECT_NEXT).map(SigningKeyRepository::toKey).one();
    }

    /** Waits until no other transaction holds the right to change keys, and holds it until the end of this one. */
    Mono<Void> lock() {
        return database.sql("SELECT pg_advisory_xact_lock(:lock)")
                .bind("lock", LOCK)
                .then();
    }

    /** Deletes the keys that were retired this long ago or longer, and those that were dropped; answers their ids. */
    Flux<String> deleteOutlived(Duration ago) {
        return database.sql(DELETE_OUTLIVED)
                .bind("seconds", ago.toSeconds())
                .bind("dropped", DROPPED_AFTER.toSeconds())
                .map(row -> text(row, "kid"))
                .all();
    }

    /**
     * Retires the active key if that is due or was asked for, but not before there is another that everybody knows.
     *
     * @param rotation how long a key signs
     * @param published how long the next one must have been there
     * @return its id; empty if nothing was due
     */
    Mono<String> retireActiveIfDue(Duration rotation, Duration published) {
        return database.sql(RETIRE_IF_DUE)
                .bind("rotation", rotation.toSeconds())
                .bind("published", published.toSeconds())
                .map(row -> text(row, "kid"))
                .one();
    }

    /** Lets the next key sign if no other does, and answers its id; empty if there was nothing to do. */
    Mono<String> activateNextIfNoneIsActive() {
        return database.sql(ACTIVATE_NEXT).map(row -> text(row, "kid")).one();
    }

    /** Stores the key that is to sign after the active one. */
    Mono<Void> insertNext(StoredKey key) {
        return database.sql(INSERT_NEXT)
                .bind("kid", key.kid())
                .bind("publicJwk", key.publicJwk())
                .bind("privateKey", key.privateKey())
                .then();
    }

    private static StoredKey toKey(Readable row) {
        return new StoredKey(text(row, "kid"), text(row, "public_jwk"), text(row, "private_key"));
    }

    private static String text(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, String.class), column);
    }
}
