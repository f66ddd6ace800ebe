package com.spendtracker.analytics.isolation;

import io.r2dbc.spi.Result;
import io.r2dbc.spi.Statement;
import reactor.core.publisher.Flux;

/** A statement that runs in a transaction of its own, for its connection's user. */
final class UserStatement implements Statement {
    private final UserConnection connection;
    private final Statement statement;

    UserStatement(UserConnection connection, Statement statement) {
        this.connection = connection;
        this.statement = statement;
    }

    @Override
    public Flux<Result> execute() {
        return Flux.defer(() -> connection.alone(statement));
    }

    @Override
    public Statement add() {
        statement.add();
        return this;
    }

    @Override
    public Statement bind(int index, Object value) {
        statement.bind(index, value);
        return this;
    }

    @Override
    public Statement bind(String name, Object value) {
        statement.bind(name, value);
        return this;
    }

    @Override
    public Statement bindNull(int index, Class<?> type) {
        statement.bindNull(index, type);
        return this;
    }

    @Override
    public Statement bindNull(String name, Class<?> type) {
        statement.bindNull(name, type);
        return this;
    }

    @Override
    public Statement returnGeneratedValues(String... columns) {
        statement.returnGeneratedValues(columns);
        return this;
    }

    @Override
    public Statement fetchSize(int rows) {
        statement.fetchSize(rows);
        return this;
    }
}
