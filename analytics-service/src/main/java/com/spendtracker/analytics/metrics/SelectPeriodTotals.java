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

/** Net spending by currency and period, ascending, only the periods that have any. */
@Repository
class SelectPeriodTotals {
    // The cast keeps date_trunc on timestamps without a zone: a date must not depend on where the server is.
    private static final String SQL = """
            select t.currency, date_trunc($5, t.day::timestamp)::date as period_start, sum(t.total) as total,
                   sum(t.transaction_count)::bigint as transaction_count, min(t.day) as first_date,
                   max(t.day) as last_date
            from (
              %s) t
            group by 1, 2
            order by 2
            """;

    private final DatabaseClient database;

    SelectPeriodTotals(DatabaseClient database) {
        this.database = database;
    }

    Flux<PeriodTotal> select(TransactionFilter filter, Granularity granularity) {
        return SelectDaily.bindDays(database, SQL, filter, granularity.text())
                .map(SelectPeriodTotals::toTotal)
                .all();
    }

    private static PeriodTotal toTotal(Readable row) {
        return new PeriodTotal(
                Objects.requireNonNull(row.get("currency", String.class)),
                Objects.requireNonNull(row.get("period_start", LocalDate.class)),
                Objects.requireNonNull(row.get("total", BigDecimal.class)),
                Objects.requireNonNull(row.get("transaction_count", Long.class)),
                Objects.requireNonNull(row.get("first_date", LocalDate.class)),
                Objects.requireNonNull(row.get("last_date", LocalDate.class)));
    }
}
