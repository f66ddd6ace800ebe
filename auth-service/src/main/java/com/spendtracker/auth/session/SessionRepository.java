package com.spendtracker.auth.session;

import com.spendtracker.support.isolation.OnBehalf;
import com.spendtracker.support.web.Origin;
import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.context.ContextView;

/** Reads and writes {@code auth.sessions}; of them, only those that have not ended by their age. */
@Repository
class SessionRepository {
    /** Those that count, and no others, whether or not the rest has been removed yet. */
    private static final String ALIVE = "expires_at > now() AND last_used_at > now() - :idle * interval '1 second'";

    private static final String INSERT = """
            INSERT INTO auth.sessions (user_id, kind, secret_hash, expires_at, address, client)
            VALUES (:user_id, :kind, :secret_hash, now() + :lifetime * interval '1 second', :address, :client)
            RETURNING id
            """;

    private static final String DELETE_ALL_BUT_LATEST = """
            DELETE FROM auth.sessions
             WHERE id IN (SELECT id
                            FROM auth.sessions
                           WHERE user_id = :user_id
                           ORDER BY last_used_at DESC
                          OFFSET :kept)
            """;

    private static final String USE_BY_SECRET = """
            UPDATE auth.sessions
               SET last_used_at = now(), address = :address, client = :client
             WHERE secret_hash = :secret_hash
               AND %s
            RETURNING id, user_id
            """.formatted(ALIVE);

    private static final String USE = """
            UPDATE auth.sessions
               SET last_used_at = now(), address = :address, client = :client
             WHERE id = :id
            """;

    private static final String SELECT = """
            SELECT id, kind, client, address, created_at, last_used_at, expires_at,
                   id IS NOT DISTINCT FROM :current AS current
              FROM auth.sessions
             WHERE user_id = :user_id
               AND %s
             ORDER BY last_used_at DESC, id
            """.formatted(ALIVE);

    private static final String DELETE = "DELETE FROM auth.sessions WHERE user_id = :user_id AND id = :id";

    private static final String DELETE_BY_SECRET =
            "DELETE FROM auth.sessions WHERE secret_hash = :secret_hash RETURNING user_id";

    private static final String DELETE_ALL_BUT = """
            DELETE FROM auth.sessions
             WHERE user_id = :user_id
               AND id IS DISTINCT FROM :kept
            """;

    private static final String FORGET_ENDED = "SELECT auth.forget_ended_sessions(:idle * interval '1 second')";

    private final DatabaseClient database;

    SessionRepository(DatabaseClient database) {
        this.database = database;
    }

    /** The id of a new session. */
    Mono<UUID> insert(long userId, SessionKind kind, @Nullable String secretHash, Duration lifetime, Origin origin) {
        return from(bind(database.sql(INSERT), "secret_hash", secretHash, String.class), origin)
                .bind("user_id", userId)
                .bind("kind", kind.text())
                .bind("lifetime", lifetime.toSeconds())
                .map(row -> required(row, "id", UUID.class))
                .one();
    }

    /** Removes those of somebody that were not used for longest, if there are more than so many. */
    Mono<Void> deleteAllButLatest(long userId, int kept) {
        return database.sql(DELETE_ALL_BUT_LATEST)
                .bind("user_id", userId)
                .bind("kept", kept)
                .then();
    }

    /** The session of this secret, written down as used; empty if there is none. */
    Mono<Grant> useBySecret(String secret, Duration idle, Origin origin) {
        return from(database.sql(USE_BY_SECRET), origin)
                .bind("secret_hash", Secrets.hash(secret))
                .bind("idle", idle.toSeconds())
                .map(row -> new Grant(required(row, "user_id", Long.class), required(row, "id", UUID.class), secret))
                .one();
    }

    Mono<Void> use(UUID id, Origin origin) {
        return from(database.sql(USE), origin).bind("id", id).then();
    }

    /** Somebody's sessions, the last used first. */
    Flux<Session> select(long userId, Duration idle, @Nullable UUID current) {
        return bind(database.sql(SELECT), "current", current, UUID.class)
                .bind("user_id", userId)
                .bind("idle", idle.toSeconds())
                .map(SessionRepository::toSession)
                .all();
    }

    /** How many there were of this id: 0 or 1. */
    Mono<Long> delete(long userId, UUID id) {
        return database.sql(DELETE)
                .bind("user_id", userId)
                .bind("id", id)
                .fetch()
                .rowsUpdated();
    }

    /** Whose session it was; empty if there was none. */
    Mono<Long> deleteBySecret(String secret) {
        return database.sql(DELETE_BY_SECRET)
                .bind("secret_hash", Secrets.hash(secret))
                .map(row -> required(row, "user_id", Long.class))
                .one();
    }

    Mono<Void> deleteAllBut(long userId, @Nullable UUID kept) {
        return bind(database.sql(DELETE_ALL_BUT), "kept", kept, UUID.class)
                .bind("user_id", userId)
                .then();
    }

    /** Of everybody, those that have ended, and the tokens that were replaced as long ago as one may be unused. */
    Mono<Void> forgetEnded(Duration idle) {
        return database.sql(FORGET_ENDED).bind("idle", idle.toSeconds()).then();
    }

    /** On behalf of the owner of the session that has this secret. */
    static ContextView onBehalfOfOwner(String secret) {
        return OnBehalf.ofWhoeverShows(Secrets.hash(secret), "auth.user_by_session");
    }

    private static GenericExecuteSpec from(GenericExecuteSpec statement, Origin origin) {
        return bind(statement, "client", origin.client(), String.class).bind("address", origin.address());
    }

    private static <T> GenericExecuteSpec bind(
            GenericExecuteSpec statement, String name, @Nullable T value, Class<T> type) {
        return value == null ? statement.bindNull(name, type) : statement.bind(name, value);
    }

    private static Session toSession(Readable row) {
        return new Session(
                required(row, "id", UUID.class),
                required(row, "kind", String.class),
                row.get("client", String.class),
                required(row, "address", String.class),
                required(row, "created_at", Instant.class),
                required(row, "last_used_at", Instant.class),
                required(row, "expires_at", Instant.class),
                required(row, "current", Boolean.class));
    }

    private static <T> T required(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }
}
