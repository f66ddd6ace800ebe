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
 * A connection each of whose transactions begins by saying which user it is for. What is asked outside of any gets one of its
 * own, which ends when the connection is given back: the user is never known for longer.
 */
final class UserConnection implements Connection, Wrapped<Connection> {
    private final Connection connection;

    // A number, so nothing of a statement can be in it; as text, as those who begin the transaction send no parameters.
    private final String setUser;

    private boolean inTransaction;
    private boolean inOwnTransaction;

    UserConnection(Connection connection, CurrentUser user) {
        this.connection = connection;
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
        return new UserStatement(this, connection.createStatement(sql));
    }

    /** Begins a transaction, if there is none, in the very packet that the statement goes in; it has no results. */
    Flux<Result> run(Statement statement) {
        Flux<Result> results = Flux.from(statement.execute());
        if (inTransaction || inOwnTransaction) {
            return results;
        }
        inOwnTransaction = true;
        return Flux.merge(send("begin;" + setUser).cast(Result.class), results);
    }

    // By a statement, as the driver skips a commit while it has not heard of the beginning. Of what failed, it undoes
    // all.
    @Override
    public Mono<Void> close() {
        Mono<Void> release = Mono.from(connection.close());
        return inOwnTransaction
                ? send("commit")
                        .onErrorResume(failure -> release.onErrorComplete().then(Mono.error(failure)))
                        .then(release)
                : release;
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
