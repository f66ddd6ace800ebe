package com.spendtracker.analytics.transaction;

import com.spendtracker.analytics.transaction.PageQuery.Page;
import com.spendtracker.support.isolation.PlannedOnce;
import io.r2dbc.spi.Readable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Transactions as their owner sees them; where nothing else decides, the newest first, and of one day the latest. */
@Repository
public class SelectTransactions {
    /**
     * What a transaction is made of, of {@code analytics.transactions t}. The first part of what is split is found by
     * the others', which name it: few, so that they are looked up once for all rows.
     */
    private static final String COLUMNS = """
            t.user_id, t.id, t.amount, t.currency, t.kind, c.name as category, t.merchant, t.description,
            t.transaction_date, a.name as account, t.category_source, t.rule_id, t.learnt_from, t.import_id,
            coalesce(t.split_of, case when t.id in (
              select part.split_of from analytics.transactions part
              where part.user_id = $1 and part.split_of is not null) then t.id end) as split_of,
            t.version""";

    private static final String NAMES = """
            join analytics.categories c on c.user_id = t.user_id and c.id = t.category_id
            left join analytics.accounts a on a.user_id = t.user_id and a.id = t.account_id""";

    private static final String ALL = """
            select %s
            from analytics.transactions t
            %s
            where %%s
            order by t.transaction_date, t.id
            """.formatted(COLUMNS, NAMES);

    private static final String BY_IDS = """
            select %s
            from analytics.transactions t
            %s
            where t.user_id = $1 and (t.id = any($2::bigint[]) or t.split_of = any($2::bigint[]))
            order by t.transaction_date desc, t.id desc
            """.formatted(COLUMNS, NAMES);

    private final DatabaseClient database;
    private final DatabaseClient plannedOnce;

    SelectTransactions(DatabaseClient database, @PlannedOnce DatabaseClient plannedOnce) {
        this.database = database;
        this.plannedOnce = plannedOnce;
    }

    /** A page, and one more if there is one. */
    Flux<Transaction> select(TransactionFilter filter, Page page, Sort sort) {
        List<Object> values = new ArrayList<>(List.of(page.skip(), page.limit() + 1));
        Cursor after = page.after();
        if (after != null) {
            values.addAll(List.of(after.date(), after.id()));
            if (after.key() != null) {
                values.add(sort.toValue(after.key()));
            }
        }
        // In the order of the days, the index that finds the days is the right one whatever is asked for.
        DatabaseClient asked = filter.takesAllOfDays() && sort.isByDate() ? plannedOnce : database;
        return SelectMatching.bind(asked, page(sort, after), filter, values.toArray())
                .map(SelectTransactions::toTransaction)
                .all();
    }

    // What is skipped is skipped in an index, if the order and the filter are in one; only the rows of the page are
    // read, and
    // names only looked up for these, unless the order needs them for all.
    private static String page(Sort sort, @Nullable Cursor after) {
        return """
                select %1$s
                from (
                  select t.user_id, t.id
                  from analytics.transactions t
                  %2$s
                  where %%s%5$s
                  order by %3$s
                  offset $5 limit $6) page
                join analytics.transactions t on t.user_id = page.user_id and t.id = page.id
                %4$s
                order by %3$s
                """.formatted(
                        COLUMNS,
                        sort.needsNames() ? NAMES : "",
                        sort.orderBy(),
                        NAMES,
                        after == null ? "" : " and (" + sort.after(after) + ")");
    }

    /** Everything that matches, oldest first, as fast as it is taken. */
    public Flux<Transaction> all(TransactionFilter filter) {
        return SelectMatching.bind(database, ALL, filter)
                .map(SelectTransactions::toTransaction)
                .all();
    }

    /** The transaction of this id, or empty. */
    public Mono<Transaction> byId(long owner, long id) {
        return group(owner, id).filter(found -> found.id() == id).next();
    }

    /** The transaction of this id and what was split off it, newest first. */
    public Flux<Transaction> group(long owner, long id) {
        return database.sql(BY_IDS)
                .bind(0, owner)
                .bind(1, new Long[] {id})
                .map(SelectTransactions::toTransaction)
                .all();
    }

    private static Transaction toTransaction(Readable row) {
        String currency = required(row, "currency", String.class);
        return new Transaction(
                required(row, "id", Long.class),
                required(row, "user_id", Long.class),
                Money.normalize(required(row, "amount", BigDecimal.class), currency),
                currency,
                Kind.of(required(row, "kind", String.class)),
                required(row, "category", String.class),
                row.get("merchant", String.class),
                row.get("description", String.class),
                required(row, "transaction_date", LocalDate.class),
                row.get("account", String.class),
                required(row, "category_source", String.class),
                row.get("rule_id", Integer.class),
                row.get("learnt_from", Integer.class),
                row.get("import_id", Integer.class),
                row.get("split_of", Long.class),
                required(row, "version", Integer.class));
    }

    private static <T> T required(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }
}
