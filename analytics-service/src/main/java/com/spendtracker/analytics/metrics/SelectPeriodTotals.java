package com.spendtracker.analytics.metrics;

import com.spendtracker.analytics.transaction.SelectMatching;
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
            select t.currency, date_trunc($5, t.transaction_date::timestamp)::date as period_start,
                   sum(t.amount) as total, count(*) as transaction_count,
                   min(t.transaction_date) as first_date, max(t.transaction_date) as last_date
            from analytics.transactions t
            where t.kind = 'spending'
              and %s
            group by 1, 2
            order by 2
            """;

    private final DatabaseClient database;

    SelectPeriodTotals(DatabaseClient database) {
        this.database = database;
    }

    Flux<PeriodTotal> select(TransactionFilter filter, Granularity granularity) {
        return SelectMatching.bind(database, SQL, filter, granularity.text())
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
