package com.spendtracker.auth.token;

import io.r2dbc.spi.Readable;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads and writes {@code auth.signing_keys}. */
@Repository
class SigningKeyRepository {
    /** Any number will do, as long as every instance takes the same one and nothing else in this database does. */
    private static final long LOCK = 0x7369676e696e67L;

    private static final String SELECT_ALL = """
            SELECT jwk
              FROM auth.signing_keys
             ORDER BY created_at, kid
            """;

    private static final String INSERT = """
            INSERT INTO auth.signing_keys (kid, jwk)
            VALUES (:kid, :jwk)
            """;

    private final DatabaseClient database;

    SigningKeyRepository(DatabaseClient database) {
        this.database = database;
    }

    /** Every key as a private JWK (RFC 7517), oldest first. */
    Flux<String> selectAll() {
        return database.sql(SELECT_ALL).map(SigningKeyRepository::toJwk).all();
    }

    /** Waits until no other transaction holds the right to make a key, and holds it until the end of this one. */
    Mono<Void> lock() {
        return database.sql("SELECT pg_advisory_xact_lock(:lock)")
                .bind("lock", LOCK)
                .then();
    }

    /** Stores a private JWK. */
    Mono<Void> insert(String kid, String jwk) {
        return database.sql(INSERT).bind("kid", kid).bind("jwk", jwk).then();
    }

    private static String toJwk(Readable row) {
        return Objects.requireNonNull(row.get("jwk", String.class), "jwk");
    }
}
