package com.spendtracker.analytics.metrics;

import com.spendtracker.analytics.transaction.SelectDaily;
import com.spendtracker.analytics.transaction.TransactionFilter;
import io.r2dbc.spi.Readable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;

/** Net spending by currency, altogether and by category, in one pass; largest first. */
@Repository
class SelectSpendingTotals {
    private static final String SQL = """
            select s.currency, c.name as category, c.color, s.total, s.transaction_count, s.first_date, s.last_date
            from (
              select t.currency, t.category_id, sum(t.total) as total, sum(t.transaction_count)::bigint as transaction_count,
                     min(t.day) as first_date, max(t.day) as last_date
              from (
              %s) t
              group by grouping sets ((t.currency), (t.currency, t.category_id))) s
            left join analytics.categories c on c.user_id = $1 and c.id = s.category_id
            order by s.total desc, c.name
            """;

    private final DatabaseClient database;

    SelectSpendingTotals(DatabaseClient database) {
        this.database = database;
    }

    Flux<SpendingTotal> select(TransactionFilter filter) {
        return SelectDaily.bind(database, SQL, filter)
                .map(SelectSpendingTotals::toTotal)
                .all();
    }

    private static SpendingTotal toTotal(Readable row) {
        return new SpendingTotal(
                Objects.requireNonNull(row.get("currency", String.class)),
                row.get("category", String.class),
                row.get("color", String.class),
                Objects.requireNonNull(row.get("total", BigDecimal.class)),
                Objects.requireNonNull(row.get("transaction_count", Long.class)),
                Objects.requireNonNull(row.get("first_date", LocalDate.class)),
                Objects.requireNonNull(row.get("last_date", LocalDate.class)));
    }
}
