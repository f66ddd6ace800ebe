package com.spendtracker.auth.audit;

import com.spendtracker.support.web.Origin;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads and writes {@code auth.audit_events}. */
@Repository
class AuditRepository {
    private static final String INSERT = """
            INSERT INTO auth.audit_events (user_id, event, address, client)
            VALUES (:user_id, :event, :address, :client)
            """;

    private static final String SELECT_LATEST = """
            SELECT id, occurred_at, event, address, client
              FROM auth.audit_events
             WHERE user_id = :user_id
             ORDER BY id DESC
             LIMIT :limit
            """;

    private static final String FORGET_OLD = "SELECT auth.forget_old_events()";

    private final DatabaseClient database;

    AuditRepository(DatabaseClient database) {
        this.database = database;
    }

    Mono<Void> insert(long userId, AuditEventType event, Origin origin) {
        GenericExecuteSpec statement = database.sql(INSERT)
                .bind("user_id", userId)
                .bind("event", event.text())
                .bind("address", origin.address());
        return (origin.client() == null
                        ? statement.bindNull("client", String.class)
                        : statement.bind("client", origin.client()))
                .then();
    }

    /** The latest first. */
    Flux<AuditEvent> selectLatest(long userId, int limit) {
        return database.sql(SELECT_LATEST)
                .bind("user_id", userId)
                .bind("limit", limit)
                .map(AuditRepository::toEvent)
                .all();
    }

    /** Of everybody, what is older than a year. */
    Mono<Void> forgetOld() {
        return database.sql(FORGET_OLD).then();
    }

    private static AuditEvent toEvent(Readable row) {
        return new AuditEvent(
                required(row, "id", Long.class),
                required(row, "occurred_at", Instant.class),
                required(row, "event", String.class),
                required(row, "address", String.class),
                row.get("client", String.class));
    }

    private static <T> T required(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }
}
