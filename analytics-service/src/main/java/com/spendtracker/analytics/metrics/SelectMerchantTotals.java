package com.spendtracker.analytics.metrics;

import com.spendtracker.analytics.transaction.Money;
import com.spendtracker.analytics.transaction.SelectPaid;
import com.spendtracker.analytics.transaction.TransactionFilter;
import io.r2dbc.spi.Readable;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** The merchants on whom most is spent in each currency, largest first. */
@Repository
public class SelectMerchantTotals {
    private static final String SQL = """
            with paid as (
              %s),
            totals as (
              select currency, merchant, sum(total) as total, sum(transaction_count)::bigint as transaction_count
              from paid
              group by currency, merchant)
            select currency, merchant, total, transaction_count
            from (
              select t.*, row_number() over (partition by currency order by total desc, merchant) as place
              from totals t) ranked
            where place <= $7
            order by currency, place
            """;

    private final DatabaseClient database;

    SelectMerchantTotals(DatabaseClient database) {
        this.database = database;
    }

    /** At most {@code limit} for each currency that has any. */
    public Mono<Map<String, List<MerchantTotal>>> selectByCurrency(TransactionFilter filter, int limit) {
        return SelectPaid.bind(database, SQL, filter, limit)
                .map(SelectMerchantTotals::toRow)
                .all()
                .collect(Collectors.groupingBy(Row::currency, Collectors.mapping(Row::merchant, Collectors.toList())));
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
