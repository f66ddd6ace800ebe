package com.spendtracker.analytics.account;

import io.r2dbc.spi.Readable;
import java.time.LocalDate;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A user's accounts by name, with how much is on them. */
@Repository
class SelectAccounts {
    private static final String SQL = """
            select a.id, a.name, a.identifier, a.currency, coalesce(t.count, 0) as transactions, t.last_date
            from analytics.accounts a
            left join (
              select account_id, count(*), max(transaction_date) as last_date
              from analytics.transactions
              where user_id = $1
              group by account_id) t
              on t.account_id = a.id
            where a.user_id = $1 and ($2::integer is null or a.id = $2)
            order by lower(a.name)
            """;

    private final DatabaseClient database;

    SelectAccounts(DatabaseClient database) {
        this.database = database;
    }

    Flux<Account> selectAll(long owner) {
        return database.sql(SQL)
                .bind(0, owner)
                .bindNull(1, Integer.class)
                .map(SelectAccounts::toAccount)
                .all();
    }

    /** The account of this id, or empty. */
    Mono<Account> select(long owner, int id) {
        return database.sql(SQL)
                .bind(0, owner)
                .bind(1, id)
                .map(SelectAccounts::toAccount)
                .one();
    }

    private static Account toAccount(Readable row) {
        return new Account(
                Objects.requireNonNull(row.get("id", Integer.class)),
                Objects.requireNonNull(row.get("name", String.class)),
                row.get("identifier", String.class),
                row.get("currency", String.class),
                Objects.requireNonNull(row.get("transactions", Long.class)),
                row.get("last_date", LocalDate.class));
    }
}
