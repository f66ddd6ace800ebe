package com.spendtracker.analytics.categorisation;

import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads what an owner's categories are and what they have chosen so far. */
@Repository
class CategorisationRepository {
    private static final String ADD_FALLBACKS = """
            insert into analytics.categories (user_id, name, color, starter)
            select $1, s.name, s.color, s.key
            from analytics.starter_categories s
            where s.key in ('uncategorised', 'income', 'transfers')
              and not exists (
                select from analytics.categories c
                where c.user_id = $1 and (c.starter = s.key or lower(c.name) = lower(s.name)))
            on conflict do nothing
            """;

    private static final String CATEGORIES = """
            select c.id, c.name, coalesce(c.starter, s.key) as starter
            from analytics.categories c
            left join analytics.starter_categories s on lower(s.name) = lower(c.name)
            where c.user_id = $1
            order by c.starter nulls last, c.id
            """;

    private static final String LEARNT = """
            select distinct on (merchant, incoming) merchant, incoming, category_id, kind, choices
            from (
              select lower(merchant) as merchant, (kind = 'income' or amount < 0) as incoming, category_id,
                     mode() within group (order by kind) as kind, count(*)::integer as choices, max(id) as latest
              from analytics.transactions
              where user_id = $1 and category_source = 'hand' and merchant is not null
              group by 1, 2, 3) chosen
            order by merchant, incoming, choices desc, latest desc
            """;

    private final DatabaseClient database;

    CategorisationRepository(DatabaseClient database) {
        this.database = database;
    }

    /** Adds the categories that something can always be put into, where they are missing. */
    Mono<Long> addFallbacks(long owner) {
        return database.sql(ADD_FALLBACKS).bind(0, owner).fetch().rowsUpdated();
    }

    Flux<OwnersCategory> selectCategories(long owner) {
        return database.sql(CATEGORIES)
                .bind(0, owner)
                .map(row -> new OwnersCategory(
                        Objects.requireNonNull(row.get("id", Integer.class)),
                        Objects.requireNonNull(row.get("name", String.class)),
                        row.get("starter", String.class)))
                .all();
    }

    Flux<LearntChoice> selectLearnt(long owner) {
        return database.sql(LEARNT)
                .bind(0, owner)
                .map(row -> new LearntChoice(
                        Objects.requireNonNull(row.get("merchant", String.class)),
                        Objects.requireNonNull(row.get("incoming", Boolean.class)),
                        Objects.requireNonNull(row.get("category_id", Integer.class)),
                        Objects.requireNonNull(row.get("kind", String.class)),
                        Objects.requireNonNull(row.get("choices", Integer.class))))
                .all();
    }
}
