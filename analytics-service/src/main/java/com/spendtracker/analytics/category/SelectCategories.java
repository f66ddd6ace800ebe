package com.spendtracker.analytics.category;

import io.r2dbc.spi.Readable;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;

/** A user's categories by name. */
@Repository
class SelectCategories {
    private static final String SQL = """
            select id, name, parent_id, color
            from analytics.categories
            where user_id = $1
            order by lower(name)
            """;

    private final DatabaseClient database;

    SelectCategories(DatabaseClient database) {
        this.database = database;
    }

    Flux<Category> select(long owner) {
        return database.sql(SQL)
                .bind(0, owner)
                .map(SelectCategories::toCategory)
                .all();
    }

    static Category toCategory(Readable row) {
        return new Category(
                Objects.requireNonNull(row.get("id", Integer.class)),
                Objects.requireNonNull(row.get("name", String.class)),
                row.get("parent_id", Integer.class),
                Objects.requireNonNull(row.get("color", String.class)));
    }
}
