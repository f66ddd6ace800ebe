package com.spendtracker.analytics.importing;

import com.spendtracker.analytics.transaction.Money;
import io.r2dbc.spi.Readable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;

/** The rows of an import that were not stored. */
@Repository
class SelectImportRows {
    private static final String SQL = """
            select r.row, r.line, r.outcome, r.amount, r.currency, r.kind, c.name as category, r.category_source,
                   r.merchant, r.description, r.transaction_date, r.equals_id, r.field, r.reason, r.excerpt
            from analytics.import_rows r
            left join analytics.categories c on c.user_id = r.user_id and c.id = r.category_id
            where r.user_id = $1 and r.import_id = $2 and r.outcome = $3 and r.kept_id is null
            order by r.row
            offset $4 limit $5
            """;

    private final DatabaseClient database;

    SelectImportRows(DatabaseClient database) {
        this.database = database;
    }

    /** A part of the rows with this outcome, in the order of the file. */
    Flux<ImportRow> select(long owner, int importId, String outcome, long skip, int limit) {
        return database.sql(SQL)
                .bind(0, owner)
                .bind(1, importId)
                .bind(2, outcome)
                .bind(3, skip)
                .bind(4, limit)
                .map(SelectImportRows::toRow)
                .all();
    }

    static ImportRow toRow(Readable row) {
        String currency = row.get("currency", String.class);
        return new ImportRow(
                Objects.requireNonNull(row.get("row", Integer.class)),
                Objects.requireNonNull(row.get("line", Integer.class)),
                Objects.requireNonNull(row.get("outcome", String.class)),
                row.get("transaction_date", LocalDate.class),
                amount(row.get("amount", BigDecimal.class), currency),
                currency,
                row.get("kind", String.class),
                row.get("category", String.class),
                row.get("category_source", String.class),
                row.get("merchant", String.class),
                row.get("description", String.class),
                row.get("equals_id", Long.class),
                row.get("field", String.class),
                row.get("reason", String.class),
                row.get("excerpt", String.class));
    }

    private static @Nullable BigDecimal amount(@Nullable BigDecimal stored, @Nullable String currency) {
        return stored == null || currency == null ? stored : Money.normalize(stored, currency);
    }
}
