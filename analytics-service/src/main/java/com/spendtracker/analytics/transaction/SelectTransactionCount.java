package com.spendtracker.analytics.transaction;

import com.spendtracker.support.isolation.PlannedOnce;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** How many transactions a filter matches: from kept sums where it allows. */
@Repository
class SelectTransactionCount {
    private static final String COUNTED = """
            select count(*)
            from analytics.transactions t
            where %s
            """;

    private static final String KEPT = """
            select coalesce(sum(case t.kind when 'spending' then t.transaction_count - %2$s else t.transaction_count end), 0)::bigint
            from (
              select user_id, kind, day as transaction_date, %1$s, transaction_count, refund_count, 0 as amount
              from analytics.%3$s) t
            where %%s
            """;

    private final DatabaseClient database;
    private final DatabaseClient plannedOnce;

    SelectTransactionCount(DatabaseClient database, @PlannedOnce DatabaseClient plannedOnce) {
        this.database = database;
        this.plannedOnce = plannedOnce;
    }

    Mono<Long> select(TransactionFilter filter) {
        return SelectMatching.bind(
                        filter.takesAllOfDays() ? plannedOnce : database,
                        filter.takesWholeDays() ? kept(filter) : COUNTED,
                        filter)
                .mapValue(Long.class)
                .one();
    }

    private static String kept(TransactionFilter filter) {
        String refunds = filter.basis() == Basis.GROSS ? "t.refund_count" : "0";
        return filter.categories().isEmpty()
                ? KEPT.formatted("currency", refunds, "day_totals")
                : KEPT.formatted("category_id, currency", refunds, "daily_totals");
    }
}
