package com.spendtracker.auth.session;

import com.spendtracker.support.isolation.OnBehalf;
import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import reactor.util.context.ContextView;

/** Reads and writes {@code auth.refresh_tokens}. */
@Repository
class RefreshTokenRepository {
    private static final String INSERT =
            "INSERT INTO auth.refresh_tokens (session_id, hash) VALUES (:session_id, :hash)";

    // Both rows are locked: who comes second waits, and then sees what the first one did.
    private static final String LOCK = """
            SELECT session.id, session.user_id, token.replaced_at IS NOT NULL AS is_replaced,
                   CASE WHEN token.replaced_at > clock_timestamp() - :grace * interval '1 second' THEN token.nonce END AS nonce
              FROM auth.refresh_tokens AS token
              JOIN auth.sessions AS session ON session.id = token.session_id
             WHERE token.hash = :hash
               AND session.expires_at > now()
               AND session.last_used_at > now() - :idle * interval '1 second'
               FOR UPDATE
            """;

    private static final String REPLACE = """
            UPDATE auth.refresh_tokens
               SET replaced_at = CASE hash WHEN :hash THEN clock_timestamp() ELSE replaced_at END,
                   nonce = CASE hash WHEN :hash THEN :nonce END
             WHERE session_id = :session_id
               AND (hash = :hash OR nonce IS NOT NULL AND replaced_at < clock_timestamp() - :grace * interval '1 second')
            """;

    private static final String DELETE_SESSION = """
            DELETE FROM auth.sessions
             WHERE id = (SELECT session_id FROM auth.refresh_tokens WHERE hash = :hash)
            RETURNING user_id
            """;

    private final DatabaseClient database;

    RefreshTokenRepository(DatabaseClient database) {
        this.database = database;
    }

    Mono<Void> insert(UUID sessionId, String token) {
        return database.sql(INSERT)
                .bind("session_id", sessionId)
                .bind("hash", Secrets.hash(token))
                .then();
    }

    /** What is known of this token, held against others until the transaction ends; empty if it is nobody's. */
    Mono<Known> lock(String token, Duration idle, Duration grace) {
        return database.sql(LOCK)
                .bind("hash", Secrets.hash(token))
                .bind("idle", idle.toSeconds())
                .bind("grace", grace.toSeconds())
                .map(RefreshTokenRepository::toKnown)
                .one();
    }

    /** Writes down that this token has been followed by another, which the nonce leads to for a while. */
    Mono<Void> replace(UUID sessionId, String token, String nonce, Duration grace) {
        return database.sql(REPLACE)
                .bind("session_id", sessionId)
                .bind("hash", Secrets.hash(token))
                .bind("nonce", nonce)
                .bind("grace", grace.toSeconds())
                .then();
    }

    /** Ends the session of this token; whose it was, or empty if it is nobody's. */
    Mono<Long> deleteSession(String token) {
        return database.sql(DELETE_SESSION)
                .bind("hash", Secrets.hash(token))
                .map(row -> required(row, "user_id", Long.class))
                .one();
    }

    /** On behalf of the owner of the session that has or had this token. */
    static ContextView onBehalfOfOwner(String token) {
        return OnBehalf.ofWhoeverShows(Secrets.hash(token), "auth.user_by_refresh_token");
    }

    private static Known toKnown(Readable row) {
        return new Known(
                required(row, "id", UUID.class),
                required(row, "user_id", Long.class),
                required(row, "is_replaced", Boolean.class),
                row.get("nonce", String.class));
    }

    private static <T> T required(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }

    /**
     * A refresh token.
     *
     * @param nonce leads to the token that follows, if it was replaced so recently that the answer may have been lost
     */
    record Known(
            UUID sessionId,
            long userId,
            boolean isReplaced,
            @Nullable String nonce) {}
}
