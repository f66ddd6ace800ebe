package com.spendtracker.analytics.view;

import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;

/** A user's saved views, by name. */
@Repository
class SelectViews {
    private static final String SQL = """
            select id, name, query, is_default
            from analytics.views
            where user_id = $1
            order by lower(name)
            """;

    private final DatabaseClient database;

    SelectViews(DatabaseClient database) {
        this.database = database;
    }

    Flux<View> select(long owner) {
        return database.sql(SQL)
                .bind(0, owner)
                .map(row -> new View(
                        Objects.requireNonNull(row.get("id", Integer.class)),
                        Objects.requireNonNull(row.get("name", String.class)),
                        Objects.requireNonNull(row.get("query", String.class)),
                        Objects.requireNonNull(row.get("is_default", Boolean.class))))
                .all();
    }
}
