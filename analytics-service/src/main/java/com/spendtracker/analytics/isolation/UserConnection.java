package com.spendtracker.analytics.isolation;

import com.spendtracker.support.security.CurrentUser;
import io.r2dbc.spi.Batch;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionMetadata;
import io.r2dbc.spi.IsolationLevel;
import io.r2dbc.spi.Result;
import io.r2dbc.spi.Statement;
import io.r2dbc.spi.TransactionDefinition;
import io.r2dbc.spi.ValidationDepth;
import io.r2dbc.spi.Wrapped;
import java.time.Duration;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A connection each of whose transactions says first which user it is for. A statement outside of any is a transaction of its
 * own, so the user is never known for longer.
 */
final class UserConnection implements Connection, Wrapped<Connection> {
    // A statement, as the driver's own commit does nothing while it has not heard that a transaction has begun.
    private static final String COMMIT = "commit";

    private final Connection connection;
    private final String user;

    // A number, so nothing of a statement can be in it; as text, so that it goes in one packet with what comes next.
    private final String setUser;

    private boolean inTransaction;
    private boolean inOwnTransaction;

    UserConnection(Connection connection, CurrentUser user) {
        this.connection = connection;
        this.user = String.valueOf(user.id());
        this.setUser = "set local app.user_id = '" + user.id() + "'";
    }

    @Override
    public Mono<Void> beginTransaction() {
        return begin(connection.beginTransaction());
    }

    @Override
    public Mono<Void> beginTransaction(TransactionDefinition definition) {
        return begin(connection.beginTransaction(definition));
    }

    private Mono<Void> begin(Publisher<Void> transaction) {
        return Mono.from(transaction).doOnSubscribe(_ -> inTransaction = true).then(send(setUser));
    }

    @Override
    public Mono<Void> commitTransaction() {
        return Mono.from(connection.commitTransaction()).doOnSubscribe(_ -> inTransaction = false);
    }

    @Override
    public Mono<Void> rollbackTransaction() {
        return Mono.from(connection.rollbackTransaction()).doOnSubscribe(_ -> inTransaction = false);
    }

    @Override
    public Statement createStatement(String sql) {
        if (inTransaction) {
            return connection.createStatement(sql);
        }
        if (sql.startsWith("select") || sql.startsWith("with")) {
            return question(sql);
        }
        return new UserStatement(this, connection.createStatement(sql));
    }

    /**
     * A question that says itself who asks: a transaction around it costs as much as two more questions. It can't be
     * answered before, as it refers to the setting, and OFFSET keeps that reference from being optimised away. Joined to
     * one row, its own rows stay in their order.
     */
    private Statement question(String sql) {
        int parameters = parameters(sql);
        return connection.createStatement("""
                        select answer.*
                        from (select set_config('app.user_id', $%d, true) as id) as app_user
                        cross join lateral (
                          select asked.*
                          from (
                        %s) as asked
                          where app_user.id is not null
                          offset 0) as answer
                        """.formatted(parameters + 1, sql)).bind(parameters, user);
    }

    /** How many parameters a statement has: the highest of {@code $1}, {@code $2} and so on. */
    private static int parameters(String sql) {
        int highest = 0;
        for (int at = sql.indexOf('$'); at >= 0; at = sql.indexOf('$', at + 1)) {
            int number = 0;
            for (int i = at + 1; i < sql.length() && Character.isDigit(sql.charAt(i)); i++) {
                number = number * 10 + Character.digit(sql.charAt(i), 10);
            }
            highest = Math.max(highest, number);
        }
        return highest;
    }

    /** Runs a statement that writes in a transaction of its own, which begins in the very packet of the statement. */
    Flux<Result> alone(Statement statement) {
        inOwnTransaction = true;
        return Flux.merge(send("begin;" + setUser).cast(Result.class), Flux.from(statement.execute()))
                .concatWith(Mono.defer(this::commitOwn).cast(Result.class));
    }

    private Mono<Void> commitOwn() {
        inOwnTransaction = false;
        return send(COMMIT);
    }

    // What has failed, or is wanted no longer, has not come to its commit: this undoes the one and ends the other.
    @Override
    public Mono<Void> close() {
        Mono<Void> release = Mono.from(connection.close());
        return inOwnTransaction ? commitOwn().onErrorComplete().then(release) : release;
    }

    private Mono<Void> send(String sql) {
        return Flux.from(connection.createStatement(sql).execute())
                .flatMap(Result::getRowsUpdated)
                .then();
    }

    @Override
    public Connection unwrap() {
        return connection;
    }

    @Override
    public Batch createBatch() {
        return connection.createBatch();
    }

    @Override
    public Publisher<Void> createSavepoint(String name) {
        return connection.createSavepoint(name);
    }

    @Override
    public boolean isAutoCommit() {
        return connection.isAutoCommit();
    }

    @Override
    public ConnectionMetadata getMetadata() {
        return connection.getMetadata();
    }

    @Override
    public IsolationLevel getTransactionIsolationLevel() {
        return connection.getTransactionIsolationLevel();
    }

    @Override
    public Publisher<Void> releaseSavepoint(String name) {
        return connection.releaseSavepoint(name);
    }

    @Override
    public Publisher<Void> rollbackTransactionToSavepoint(String name) {
        return connection.rollbackTransactionToSavepoint(name);
    }

    @Override
    public Publisher<Void> setAutoCommit(boolean autoCommit) {
        return connection.setAutoCommit(autoCommit);
    }

    @Override
    public Publisher<Void> setLockWaitTimeout(Duration timeout) {
        return connection.setLockWaitTimeout(timeout);
    }

    @Override
    public Publisher<Void> setStatementTimeout(Duration timeout) {
        return connection.setStatementTimeout(timeout);
    }

    @Override
    public Publisher<Void> setTransactionIsolationLevel(IsolationLevel isolationLevel) {
        return connection.setTransactionIsolationLevel(isolationLevel);
    }

    @Override
    public Publisher<Boolean> validate(ValidationDepth depth) {
        return connection.validate(depth);
    }
}
