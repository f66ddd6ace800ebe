package com.spendtracker.analytics.account;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Writes accounts. */
@Repository
class AccountRepository {
    private static final String INSERT =
            "insert into analytics.accounts (user_id, name, currency) values ($1, $2, $3) returning id";

    private static final String UPDATE =
            "update analytics.accounts set name = $2, currency = $3 where user_id = $1 and id = $4";

    private static final String COUNT_RULES =
            "select count(*) as rules from analytics.rules where user_id = $1 and account_id = $2";

    private static final String DELETE = "delete from analytics.accounts where user_id = $1 and id = $2";

    private final DatabaseClient database;

    AccountRepository(DatabaseClient database) {
        this.database = database;
    }

    /** Adds an account and answers its id. */
    Mono<Integer> insert(long owner, String name, @Nullable String currency) {
        return written(INSERT, owner, name, currency)
                .map(row -> Objects.requireNonNull(row.get("id", Integer.class)))
                .one();
    }

    Mono<Long> update(long owner, Account account) {
        return written(UPDATE, owner, account.name(), account.currency())
                .bind(3, account.id())
                .fetch()
                .rowsUpdated();
    }

    /** How many rules are about this account alone. */
    Mono<Long> countRules(long owner, int id) {
        return database.sql(COUNT_RULES)
                .bind(0, owner)
                .bind(1, id)
                .map(row -> Objects.requireNonNull(row.get("rules", Long.class)))
                .one();
    }

    Mono<Long> delete(long owner, int id) {
        return database.sql(DELETE).bind(0, owner).bind(1, id).fetch().rowsUpdated();
    }

    private GenericExecuteSpec written(String sql, long owner, String name, @Nullable String currency) {
        GenericExecuteSpec statement = database.sql(sql).bind(0, owner).bind(1, name);
        return currency == null ? statement.bindNull(2, String.class) : statement.bind(2, currency);
    }
}
