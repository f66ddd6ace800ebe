package com.spendtracker.analytics.transaction;

import com.spendtracker.analytics.transaction.PageQuery.Page;
import io.r2dbc.spi.Readable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;

/** A page of transactions, newest first; those of one day in the order in which they came, latest first. */
@Repository
class SelectTransactions {
    private static final String SQL = """
            select t.user_id, t.id, t.amount, t.currency, t.kind, c.name as category,
                   t.merchant, t.description, t.transaction_date
            from (
              select *
              from analytics.transactions t
              where %s
              order by t.transaction_date desc, t.id desc
              offset $5 limit $6) t
            join analytics.categories c on c.user_id = t.user_id and c.id = t.category_id
            order by t.transaction_date desc, t.id desc
            """.formatted(SelectMatching.PREDICATE);

    private final DatabaseClient database;

    SelectTransactions(DatabaseClient database) {
        this.database = database;
    }

    Flux<Transaction> select(TransactionFilter filter, Page page) {
        return SelectMatching.bind(database, SQL, filter)
                .bind(SelectMatching.BINDS, page.skip())
                .bind(SelectMatching.BINDS + 1, page.limit())
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
                required(row, "transaction_date", LocalDate.class));
    }

    private static <T> T required(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }
}
