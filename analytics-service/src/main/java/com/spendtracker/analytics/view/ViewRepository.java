package com.spendtracker.analytics.view;

import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Writes saved views. */
@Repository
class ViewRepository {
    static final int MAX_VIEWS = 100;

    // Two at once could each find no default, or the last free place.
    private static final String LOCK =
            "select 1 as held from pg_advisory_xact_lock(hashtextextended('views of ' || $1, 0))";

    private static final String CLEAR_DEFAULT =
            "update analytics.views set is_default = false where user_id = $1 and is_default and id <> $2";

    private static final String INSERT = """
            insert into analytics.views (user_id, name, query, is_default)
            select $1, $3, $4, $5
            from analytics.views
            where user_id = $1
            having count(*) < $2
            returning id
            """;

    private static final String UPDATE = """
            update analytics.views
            set name = $3, query = $4, is_default = $5
            where user_id = $1 and id = $2
            returning id
            """;

    private static final String DELETE = "delete from analytics.views where user_id = $1 and id = $2";

    private final DatabaseClient database;

    ViewRepository(DatabaseClient database) {
        this.database = database;
    }

    /** Waits until nobody else changes the owner's views, which nobody then does until the transaction ends. */
    Mono<Integer> lock(long owner) {
        return database.sql(LOCK)
                .bind(0, owner)
                .map(row -> Objects.requireNonNull(row.get("held", Integer.class)))
                .one();
    }

    /** Takes from any other view than this that the dashboard opens with it. */
    Mono<Long> clearDefault(long owner, int id) {
        return database.sql(CLEAR_DEFAULT).bind(0, owner).bind(1, id).fetch().rowsUpdated();
    }

    /** Adds a view and answers its id; empty if there are too many already. */
    Mono<Integer> insert(long owner, View view) {
        return write(INSERT, owner, MAX_VIEWS, view);
    }

    /** Changes a view and answers its id; empty if there is none of it. */
    Mono<Integer> update(long owner, View view) {
        return write(UPDATE, owner, view.id(), view);
    }

    Mono<Long> delete(long owner, int id) {
        return database.sql(DELETE).bind(0, owner).bind(1, id).fetch().rowsUpdated();
    }

    private Mono<Integer> write(String sql, long owner, int second, View view) {
        return database.sql(sql)
                .bind(0, owner)
                .bind(1, second)
                .bind(2, view.name())
                .bind(3, view.query())
                .bind(4, view.isDefault())
                .map(row -> Objects.requireNonNull(row.get("id", Integer.class)))
                .one();
    }
}
