package com.spendtracker.analytics.category;

import io.r2dbc.spi.Readable;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** How much is in each of a user's categories. */
@Repository
class SelectCategoryUsage {
    private static final String SQL = """
            select c.id, c.starter, coalesce(t.count, 0) as transactions, coalesce(r.count, 0) as rules
            from analytics.categories c
            left join (
              select category_id, count(*) from analytics.transactions where user_id = $1 group by category_id) t
              on t.category_id = c.id
            left join (
              select set_category, count(*) from analytics.rules where user_id = $1 group by set_category) r
              on r.set_category = c.id
            where c.user_id = $1 and ($2::integer is null or c.id = $2)
            order by c.id
            """;

    private final DatabaseClient database;

    SelectCategoryUsage(DatabaseClient database) {
        this.database = database;
    }

    Flux<CategoryUsage> selectAll(long owner) {
        return database.sql(SQL)
                .bind(0, owner)
                .bindNull(1, Integer.class)
                .map(SelectCategoryUsage::toUsage)
                .all();
    }

    Mono<CategoryUsage> select(long owner, int id) {
        return database.sql(SQL)
                .bind(0, owner)
                .bind(1, id)
                .map(SelectCategoryUsage::toUsage)
                .one();
    }

    private static CategoryUsage toUsage(Readable row) {
        return new CategoryUsage(
                Objects.requireNonNull(row.get("id", Integer.class)),
                Objects.requireNonNull(row.get("transactions", Long.class)),
                Objects.requireNonNull(row.get("rules", Long.class)),
                row.get("starter", String.class));
    }
}
