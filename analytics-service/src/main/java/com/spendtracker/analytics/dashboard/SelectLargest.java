package com.spendtracker.analytics.dashboard;

import com.spendtracker.analytics.transaction.Money;
import com.spendtracker.analytics.transaction.SelectMatching;
import com.spendtracker.analytics.transaction.TransactionFilter;
import io.r2dbc.spi.Readable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** The largest single transaction, of several the latest, found on the day that is known to have it. */
@Repository
class SelectLargest {
    private static final String SQL = """
            select t.id, t.transaction_date, t.merchant, t.description, c.name as category, t.amount
            from analytics.transactions t
            join analytics.categories c on c.user_id = t.user_id and c.id = t.category_id
            where t.kind = 'spending'
              and t.amount = $5
              and %s
            order by t.id desc
            limit 1
            """;

    private final DatabaseClient database;

    SelectLargest(DatabaseClient database) {
        this.database = database;
    }

    /** Empty where nothing is counted. */
    Mono<LargestTransaction> select(TransactionFilter filter, Figures figures) {
        return Mono.justOrEmpty(figures.only(Part.LARGEST))
                .flatMap(sum -> selectOn(
                        sum.itsDay(),
                        Objects.requireNonNull(sum.largest()),
                        Objects.requireNonNull(figures.currency()),
                        filter));
    }

    private Mono<LargestTransaction> selectOn(
            LocalDate day, BigDecimal amount, String currency, TransactionFilter filter) {
        return SelectMatching.bind(database, SQL, filter.during(day, day).in(currency), amount)
                .map(row -> toLargest(row, currency))
                .one();
    }

    private static LargestTransaction toLargest(Readable row, String currency) {
        return new LargestTransaction(
                required(row, "id", Long.class),
                required(row, "transaction_date", LocalDate.class),
                row.get("merchant", String.class),
                row.get("description", String.class),
                required(row, "category", String.class),
                Money.normalize(required(row, "amount", BigDecimal.class), currency));
    }

    private static <T> T required(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }
}
