package com.spendtracker.auth.apitoken;

import com.spendtracker.auth.session.Secrets;
import com.spendtracker.support.isolation.OnBehalf;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads and writes {@code auth.api_tokens}. */
@Repository
class ApiTokenRepository {
    private static final String COLUMNS = "id, name, scope, created_at, expires_at, last_used_at, last_address";

    private static final String INSERT = """
            INSERT INTO auth.api_tokens (user_id, hash, name, scope, expires_at)
            SELECT :user_id, :hash, :name, :scope, now() + :lifetime * interval '1 second'
             WHERE (SELECT count(*) FROM auth.api_tokens WHERE user_id = :user_id) < :most
            RETURNING %s
            """.formatted(COLUMNS);

    private static final String SELECT = """
            SELECT %s
              FROM auth.api_tokens
             WHERE user_id = :user_id
             ORDER BY id DESC
            """.formatted(COLUMNS);

    private static final String USE = """
            UPDATE auth.api_tokens
               SET last_used_at = now(), last_address = :address
             WHERE hash = :hash
               AND expires_at > now()
            RETURNING user_id, scope
            """;

    private static final String DELETE = "DELETE FROM auth.api_tokens WHERE user_id = :user_id AND id = :id";

    private final DatabaseClient database;

    ApiTokenRepository(DatabaseClient database) {
        this.database = database;
    }

    /** The token as it is stored; empty if its owner has as many as one may have. */
    Mono<ApiToken> insert(long userId, ApiTokenRequest request, String token, int most) {
        return database.sql(INSERT)
                .bind("user_id", userId)
                .bind("hash", Secrets.hash(token))
                .bind("name", request.name())
                .bind("scope", request.scope())
                .bind("lifetime", request.lifetime().toSeconds())
                .bind("most", most)
                .map(ApiTokenRepository::toApiToken)
                .one();
    }

    /** The newest first. */
    Flux<ApiToken> select(long userId) {
        return database.sql(SELECT)
                .bind("user_id", userId)
                .map(ApiTokenRepository::toApiToken)
                .all();
    }

    /** What this token allows, which is written down as used; empty if there is none, or it has expired. */
    Mono<ApiGrant> use(String token, String address) {
        String hash = Secrets.hash(token);
        return database.sql(USE)
                .bind("hash", hash)
                .bind("address", address)
                .map(row -> new ApiGrant(required(row, "user_id", Long.class), required(row, "scope", String.class)))
                .one()
                .contextWrite(OnBehalf.ofWhoeverShows(hash, "auth.user_by_api_token"));
    }

    /** How many there were of this id: 0 or 1. */
    Mono<Long> delete(long userId, long id) {
        return database.sql(DELETE)
                .bind("user_id", userId)
                .bind("id", id)
                .fetch()
                .rowsUpdated();
    }

    private static ApiToken toApiToken(Readable row) {
        return new ApiToken(
                required(row, "id", Long.class),
                required(row, "name", String.class),
                required(row, "scope", String.class),
                required(row, "created_at", Instant.class),
                required(row, "expires_at", Instant.class),
                row.get("last_used_at", Instant.class),
                row.get("last_address", String.class),
                null);
    }

    private static <T> T required(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }
}
