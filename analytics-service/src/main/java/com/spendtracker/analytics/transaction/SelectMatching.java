package com.spendtracker.analytics.transaction;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;

/** The filter as SQL: one predicate over {@code analytics.transactions t} that takes the binds $1 to $4. */
public final class SelectMatching {
    /** How many binds the predicate takes; a statement's own begin after them. */
    public static final int BINDS = 4;

    // The owner comes first in every index, and a closed range keeps the dates an index condition.
    public static final String PREDICATE = """
            t.user_id = $1
              and t.transaction_date between $2 and $3
              and (cardinality($4::text[]) = 0 or t.category_id in (
                select c.id
                from analytics.categories c
                where c.user_id = $1
                  and lower(c.name) in (select lower(name) from unnest($4::text[]) as name)))""";

    private SelectMatching() {}

    /** A statement that contains the predicate, with the filter's values bound. */
    public static GenericExecuteSpec bind(DatabaseClient database, String sql, TransactionFilter filter) {
        return database.sql(sql)
                .bind(0, filter.owner())
                .bind(1, filter.start())
                .bind(2, filter.end())
                .bind(3, filter.categories().toArray(String[]::new));
    }
}
