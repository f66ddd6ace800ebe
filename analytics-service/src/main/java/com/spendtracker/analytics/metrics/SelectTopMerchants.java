package com.spendtracker.analytics.metrics;

import com.spendtracker.analytics.transaction.Money;
import com.spendtracker.analytics.transaction.SelectMatching;
import com.spendtracker.analytics.transaction.TransactionFilter;
import io.r2dbc.spi.Readable;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Net spending by merchant in the currency of most transactions, largest first. */
@Repository
class SelectTopMerchants {
    private static final String SQL = """
            with totals as (
              select t.currency, t.merchant, sum(t.amount) as total, count(*) as transaction_count
              from analytics.transactions t
              where t.kind = 'spending'
                and %s
              group by t.currency, t.merchant),
            main as (
              select currency from totals group by currency order by sum(transaction_count) desc, currency limit 1)
            select currency, merchant, total, transaction_count
            from totals join main using (currency)
            where merchant is not null
            order by total desc, merchant
            limit $5
            """;

    private final DatabaseClient database;

    SelectTopMerchants(DatabaseClient database) {
        this.database = database;
    }

    Mono<TopMerchants> select(TransactionFilter filter, int limit) {
        return SelectMatching.bind(database, SQL, filter, limit)
                .map(SelectTopMerchants::toRow)
                .all()
                .collectList()
                .map(SelectTopMerchants::toTop);
    }

    private static TopMerchants toTop(List<Row> rows) {
        return new TopMerchants(
                rows.isEmpty() ? null : rows.getFirst().currency(),
                rows.stream().map(Row::merchant).toList());
    }

    private static Row toRow(Readable row) {
        String currency = Objects.requireNonNull(row.get("currency", String.class));
        return new Row(
                currency,
                new MerchantTotal(
                        Objects.requireNonNull(row.get("merchant", String.class)),
                        Money.normalize(Objects.requireNonNull(row.get("total", BigDecimal.class)), currency),
                        Objects.requireNonNull(row.get("transaction_count", Long.class))));
    }

    private record Row(String currency, MerchantTotal merchant) {}
}
