package com.spendtracker.analytics.metrics;

import com.spendtracker.analytics.transaction.SelectDaily;
import com.spendtracker.analytics.transaction.TransactionFilter;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** The currency that most of a filter's spending carries, of several the first by name; empty where nothing matches. */
@Repository
class SelectMainCurrency {
    private static final String SQL = """
            select t.currency
            from (
              %s) t
            group by t.currency
            order by sum(t.transaction_count) desc, t.currency
            limit 1
            """;

    private final DatabaseClient database;

    SelectMainCurrency(DatabaseClient database) {
        this.database = database;
    }

    Mono<String> select(TransactionFilter filter) {
        return SelectDaily.bindDays(database, SQL, filter)
                .mapValue(String.class)
                .one();
    }
}
