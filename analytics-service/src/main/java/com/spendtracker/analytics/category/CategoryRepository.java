package com.spendtracker.analytics.category;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Writes categories, and moves what is in them. */
@Repository
class CategoryRepository {
    // One change at a time for each owner: two at once could make a circle of parents.
    private static final String SELECT = """
            select id, name, parent_id, color
            from analytics.categories
            where user_id = $1
            order by id
            for no key update
            """;

    private static final String INSERT = """
            insert into analytics.categories (user_id, name, color, parent_id)
            values ($1, $2, $3, $4)
            returning id
            """;

    private static final String UPDATE = """
            update analytics.categories
            set name = $3, color = $4, parent_id = $5
            where user_id = $1 and id = $2
            """;

    private static final String MOVE_TRANSACTIONS = """
            update analytics.transactions
            set category_id = $3, version = version + 1
            where user_id = $1 and category_id = $2
            """;

    private static final String MOVE_RULES =
            "update analytics.rules set set_category = $3 where user_id = $1 and set_category = $2";

    // So that what was deleted, or left out of an import, can still be brought back.
    private static final List<String> MOVE_REST =
            List.of("""
            update analytics.deleted_transactions
            set row = jsonb_set(row, '{category_id}', to_jsonb($3::integer))
            where user_id = $1 and (row ->> 'category_id')::integer = $2
            """, "update analytics.import_rows set category_id = $3 where user_id = $1 and category_id = $2");

    private static final String MOVE_CHILDREN = """
            update analytics.categories
            set parent_id = $3
            where user_id = $1 and parent_id = $2 and id is distinct from $3
            """;

    private static final String DELETE =
            "delete from analytics.categories where user_id = $1 and id = $2 returning coalesce(starter, '') as starter";

    // Income and transfers decide on kinds: what else is in the other category must not become one of them.
    private static final String INHERIT = """
            update analytics.categories
            set starter = $3
            where user_id = $1 and id = $2 and starter is null and $3 not in ('', 'income', 'transfers')
            """;

    private final DatabaseClient database;

    CategoryRepository(DatabaseClient database) {
        this.database = database;
    }

    /** The owner's categories, which nobody else changes until the transaction ends. */
    Flux<Category> selectForChange(long owner) {
        return database.sql(SELECT)
                .bind(0, owner)
                .map(SelectCategories::toCategory)
                .all();
    }

    /** Adds a category and answers its id. */
    Mono<Integer> insert(long owner, String name, String color, @Nullable Integer parentId) {
        GenericExecuteSpec statement =
                database.sql(INSERT).bind(0, owner).bind(1, name).bind(2, color);
        return bind(statement, 3, parentId)
                .map(row -> Objects.requireNonNull(row.get("id", Integer.class)))
                .one();
    }

    Mono<Long> update(long owner, Category category) {
        GenericExecuteSpec statement = database.sql(UPDATE)
                .bind(0, owner)
                .bind(1, category.id())
                .bind(2, category.name())
                .bind(3, category.color());
        return bind(statement, 4, category.parentId()).fetch().rowsUpdated();
    }

    /** Moves everything that is in a category, or goes into it, but for categories; answers what that was. */
    Mono<CategoryMerged> moveContents(long owner, int from, int into) {
        return Flux.fromIterable(MOVE_REST)
                .concatMap(sql -> move(sql, owner, from, into))
                .then(move(MOVE_TRANSACTIONS, owner, from, into))
                .zipWhen(_ -> move(MOVE_RULES, owner, from, into), CategoryMerged::new);
    }

    /** Puts the categories that are parts of one below another, or at the top for null. */
    Mono<Long> moveChildren(long owner, int from, @Nullable Integer into) {
        return bind(database.sql(MOVE_CHILDREN).bind(0, owner).bind(1, from), 2, into)
                .fetch()
                .rowsUpdated();
    }

    /** Deletes a category and answers the key of the starting category that it was, empty if it was none. */
    Mono<String> delete(long owner, int id) {
        return database.sql(DELETE)
                .bind(0, owner)
                .bind(1, id)
                .map(row -> Objects.requireNonNull(row.get("starter", String.class)))
                .one();
    }

    /** Makes a category the starting category of this key, if it is none yet. */
    Mono<Long> inherit(long owner, int id, String starter) {
        return database.sql(INHERIT)
                .bind(0, owner)
                .bind(1, id)
                .bind(2, starter)
                .fetch()
                .rowsUpdated();
    }

    private Mono<Long> move(String sql, long owner, int from, int into) {
        return database.sql(sql)
                .bind(0, owner)
                .bind(1, from)
                .bind(2, into)
                .fetch()
                .rowsUpdated();
    }

    private static GenericExecuteSpec bind(GenericExecuteSpec statement, int index, @Nullable Integer value) {
        return value == null ? statement.bindNull(index, Integer.class) : statement.bind(index, value);
    }
}
