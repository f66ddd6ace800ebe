package com.spendtracker.support.isolation;

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
import java.util.Locale;
import java.util.regex.Pattern;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A connection each of whose transactions says first which user it is for. A statement outside of any says it itself: a
 * transaction around it would take as long as two more. It can't be carried out before, as it is the inner side of a join that
 * refers to the setting, and OFFSET keeps that reference from being optimised away. Joined to one row, its own stay in their
 * order.
 */
final class UserConnection implements Connection, Wrapped<Connection> {
    private static final String QUESTION = """
            select answer.*
            from (select set_config('app.user_id', %s, true) as id) as app_user
            cross join lateral (
              select asked.*
              from (
            %s) as asked
              where app_user.id is not null
              offset 0) as answer
            """;

    // What writes may only stand here, and is not begun before somebody reads of it.
    private static final String WRITE = """
            with asked as (
            %2$s)
            select answer.*
            from (select set_config('app.user_id', %1$s, true) as id) as app_user
            cross join lateral (
              select asked.*
              from asked
              where app_user.id is not null
              offset 0) as answer
            """;

    private static final Pattern RETURNING = Pattern.compile("\\breturning\\b", Pattern.CASE_INSENSITIVE);

    private final Connection connection;
    private final OnBehalf asker;

    private boolean inTransaction;

    UserConnection(Connection connection, OnBehalf asker) {
        this.connection = connection;
        this.asker = asker;
    }

    @Override
    public Mono<Void> beginTransaction() {
        return begin(connection.beginTransaction());
    }

    @Override
    public Mono<Void> beginTransaction(TransactionDefinition definition) {
        return begin(connection.beginTransaction(definition));
    }

    // Both in one packet: what was not begun, whoever it is for, is not known for longer than that statement.
    private Mono<Void> begin(Publisher<Void> transaction) {
        return Mono.when(transaction, send(asker.set())).doOnSubscribe(_ -> inTransaction = true);
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
        return switch (firstWord(sql)) {
            case "select", "with" -> asked(QUESTION, sql);
            case "insert", "update", "delete" ->
                asked(WRITE, RETURNING.matcher(sql).find() ? sql : sql + " returning true");
            default -> connection.createStatement(sql);
        };
    }

    private Statement asked(String template, String sql) {
        int parameters = parameters(sql);
        return connection
                .createStatement(template.formatted(asker.id("$" + (parameters + 1)), sql))
                .bind(parameters, asker.parameter());
    }

    private static String firstWord(String sql) {
        int end = 0;
        while (end < sql.length() && Character.isLetter(sql.charAt(end))) {
            end++;
        }
        return sql.substring(0, end).toLowerCase(Locale.ROOT);
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

    @Override
    public Publisher<Void> close() {
        return connection.close();
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
