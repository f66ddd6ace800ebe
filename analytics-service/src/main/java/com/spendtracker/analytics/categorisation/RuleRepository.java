package com.spendtracker.analytics.categorisation;

import io.r2dbc.spi.Readable;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A user's rules, in the order in which they are tried. */
@Repository
class RuleRepository {
    static final int MAX_RULES = 1_000;

    private static final String SELECT = """
            select r.id, r.position, r.field, r.comparison, r.pattern, r.min_amount, r.max_amount, r.account_id,
                   c.name as category, r.set_merchant, r.set_kind
            from analytics.rules r
            left join analytics.categories c on c.user_id = r.user_id and c.id = r.set_category
            where r.user_id = $1 and ($2::integer is null or r.id = $2)
            order by r.position, r.id
            """;

    private static final String CATEGORY = """
            select c.id, c.name, coalesce(c.starter, s.key) as starter
            from analytics.categories c
            left join analytics.starter_categories s on lower(s.name) = lower(c.name)
            where c.user_id = $1 and lower(c.name) = lower($2)
            """;

    private static final String HAS_ACCOUNT =
            "select exists (select from analytics.accounts where user_id = $1 and id = $2) as found";

    private static final String INSERT = """
            insert into analytics.rules
              (user_id, position, field, comparison, pattern, min_amount, max_amount, account_id,
               set_merchant, set_kind, set_category)
            select $1, coalesce(max(position), 0) + 1, $3, $4, $5, $6, $7, $8, $9, $10,
                   (select id from analytics.categories where user_id = $1 and lower(name) = lower($11))
            from analytics.rules
            where user_id = $1
            having count(*) < $2
            returning id
            """;

    private static final String UPDATE = """
            update analytics.rules
            set field = $3, comparison = $4, pattern = $5, min_amount = $6, max_amount = $7, account_id = $8,
                set_merchant = $9, set_kind = $10,
                set_category = (select id from analytics.categories where user_id = $1 and lower(name) = lower($11))
            where user_id = $1 and id = $2
            returning id
            """;

    private static final String DELETE = "delete from analytics.rules where user_id = $1 and id = $2";

    private static final String ORDER = """
            update analytics.rules r
            set position = o.position
            from unnest($2::integer[]) with ordinality as o (id, position)
            where r.user_id = $1 and r.id = o.id
            """;

    private final DatabaseClient database;

    RuleRepository(DatabaseClient database) {
        this.database = database;
    }

    Flux<Rule> selectAll(long owner) {
        return database.sql(SELECT)
                .bind(0, owner)
                .bindNull(1, Integer.class)
                .map(RuleRepository::toRule)
                .all();
    }

    Mono<Rule> select(long owner, int id) {
        return database.sql(SELECT)
                .bind(0, owner)
                .bind(1, id)
                .map(RuleRepository::toRule)
                .one();
    }

    /** The category of this name, in any case. */
    Mono<OwnersCategory> selectCategory(long owner, String name) {
        return database.sql(CATEGORY)
                .bind(0, owner)
                .bind(1, name)
                .map(row -> new OwnersCategory(
                        Objects.requireNonNull(row.get("id", Integer.class)),
                        Objects.requireNonNull(row.get("name", String.class)),
                        row.get("starter", String.class)))
                .one();
    }

    Mono<Boolean> hasAccount(long owner, int id) {
        return database.sql(HAS_ACCOUNT)
                .bind(0, owner)
                .bind(1, id)
                .map(row -> Objects.requireNonNull(row.get("found", Boolean.class)))
                .one();
    }

    /** Adds a rule after the others and answers its id; empty if there are too many already. */
    Mono<Integer> insert(long owner, Rule rule) {
        return write(database.sql(INSERT).bind(0, owner).bind(1, MAX_RULES), rule);
    }

    /** Changes all of a rule but its position; empty if there is none of its id. */
    Mono<Integer> update(long owner, Rule rule) {
        return write(database.sql(UPDATE).bind(0, owner).bind(1, rule.id()), rule);
    }

    Mono<Long> delete(long owner, int id) {
        return database.sql(DELETE).bind(0, owner).bind(1, id).fetch().rowsUpdated();
    }

    Mono<Long> order(long owner, Integer[] ids) {
        return database.sql(ORDER).bind(0, owner).bind(1, ids).fetch().rowsUpdated();
    }

    private static Mono<Integer> write(GenericExecuteSpec statement, Rule rule) {
        GenericExecuteSpec text =
                statement.bind(2, rule.field()).bind(3, rule.comparison()).bind(4, rule.pattern());
        GenericExecuteSpec range =
                bind(bind(text, 5, rule.minAmount(), BigDecimal.class), 6, rule.maxAmount(), BigDecimal.class);
        GenericExecuteSpec account = bind(range, 7, rule.accountId(), Integer.class);
        GenericExecuteSpec effect = bind(bind(account, 8, rule.merchant(), String.class), 9, rule.kind(), String.class);
        return bind(effect, 10, rule.category(), String.class)
                .map(row -> Objects.requireNonNull(row.get("id", Integer.class)))
                .one();
    }

    private static GenericExecuteSpec bind(
            GenericExecuteSpec statement, int index, @Nullable Object value, Class<?> type) {
        return value == null ? statement.bindNull(index, type) : statement.bind(index, value);
    }

    private static Rule toRule(Readable row) {
        return new Rule(
                Objects.requireNonNull(row.get("id", Integer.class)),
                Objects.requireNonNull(row.get("position", Integer.class)),
                Objects.requireNonNull(row.get("field", String.class)),
                Objects.requireNonNull(row.get("comparison", String.class)),
                Objects.requireNonNull(row.get("pattern", String.class)),
                plain(row.get("min_amount", BigDecimal.class)),
                plain(row.get("max_amount", BigDecimal.class)),
                row.get("account_id", Integer.class),
                row.get("category", String.class),
                row.get("set_merchant", String.class),
                row.get("set_kind", String.class));
    }

    private static @Nullable BigDecimal plain(@Nullable BigDecimal amount) {
        return amount == null
                ? null
                : amount.setScale(Math.max(2, amount.stripTrailingZeros().scale()));
    }
}
