package com.spendtracker.analytics.transaction;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** How many transactions a filter matches. */
@Repository
class SelectTransactionCount {
    private static final String SQL = """
            select count(*)
            from analytics.transactions t
            where %s
            """;

    private final DatabaseClient database;

    SelectTransactionCount(DatabaseClient database) {
        this.database = database;
    }

    Mono<Long> select(TransactionFilter filter) {
        return SelectMatching.bind(database, SQL, filter).mapValue(Long.class).one();
    }
}
