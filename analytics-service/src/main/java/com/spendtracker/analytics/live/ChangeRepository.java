package com.spendtracker.analytics.live;

import io.r2dbc.postgresql.api.Notification;
import io.r2dbc.postgresql.api.PostgresqlConnection;
import io.r2dbc.postgresql.api.PostgresqlResult;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.Wrapped;
import java.util.Objects;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Listens to what the database tells about changes. */
@Repository
class ChangeRepository {
    private static final String LISTEN = "LISTEN analytics_changes";

    private final ConnectionFactory connections;

    ChangeRepository(ConnectionFactory connections) {
        this.connections = connections;
    }

    /** Changes as they are committed, after one unknown change; ends or fails with its connection. */
    Flux<Change> listen() {
        return Flux.usingWhen(connections.create(), ChangeRepository::listenOn, Connection::close);
    }

    // Subscribes to the notifications before LISTEN is sent, so that none falls between the two.
    private static Flux<Change> listenOn(Connection connection) {
        PostgresqlConnection postgresql = Objects.requireNonNull(
                ((Wrapped<?>) connection).unwrap(PostgresqlConnection.class), "not a connection to PostgreSQL");
        Mono<Change> listening = postgresql
                .createStatement(LISTEN)
                .execute()
                .flatMap(PostgresqlResult::getRowsUpdated)
                .then(Mono.just(Change.UNKNOWN));
        return Flux.merge(
                postgresql
                        .getNotifications()
                        .mapNotNull(Notification::getParameter)
                        .map(Change::parse),
                listening);
    }
}
