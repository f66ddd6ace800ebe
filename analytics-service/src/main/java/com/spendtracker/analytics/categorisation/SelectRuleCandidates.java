package com.spendtracker.analytics.categorisation;

import com.spendtracker.analytics.transaction.Kind;
import io.r2dbc.spi.Readable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;

/** The stored transactions that a rule may be about by account and amount, newest first; their texts are yet to be matched. */
@Repository
class SelectRuleCandidates {
    private static final int FETCH = 1_000;

    private static final String SQL = """
            select t.id, t.version, t.transaction_date, t.merchant, t.description, t.amount, t.currency, t.kind,
                   t.account_id, t.category_id, c.name as category, t.category_source = 'hand' as by_hand
            from analytics.transactions t
            join analytics.categories c on c.user_id = t.user_id and c.id = t.category_id
            where t.user_id = $1
              and ($2::integer is null or t.account_id = $2)
              and ($3::numeric is null or abs(t.amount) >= $3)
              and ($4::numeric is null or abs(t.amount) <= $4)
            order by t.transaction_date desc, t.id desc
            """;

    private final DatabaseClient database;

    SelectRuleCandidates(DatabaseClient database) {
        this.database = database;
    }

    Flux<StoredMovement> select(long owner, Rule rule) {
        GenericExecuteSpec account = bind(database.sql(SQL).bind(0, owner), 1, rule.accountId(), Integer.class);
        return bind(bind(account, 2, rule.minAmount(), BigDecimal.class), 3, rule.maxAmount(), BigDecimal.class)
                .filter(statement -> statement.fetchSize(FETCH))
                .map(SelectRuleCandidates::toMovement)
                .all();
    }

    private static GenericExecuteSpec bind(
            GenericExecuteSpec statement, int index, @Nullable Object value, Class<?> type) {
        return value == null ? statement.bindNull(index, type) : statement.bind(index, value);
    }

    private static StoredMovement toMovement(Readable row) {
        return new StoredMovement(
                Objects.requireNonNull(row.get("id", Long.class)),
                Objects.requireNonNull(row.get("version", Integer.class)),
                Objects.requireNonNull(row.get("transaction_date", LocalDate.class)),
                row.get("merchant", String.class),
                row.get("description", String.class),
                Objects.requireNonNull(row.get("amount", BigDecimal.class)),
                Objects.requireNonNull(row.get("currency", String.class)),
                Kind.of(Objects.requireNonNull(row.get("kind", String.class))),
                row.get("account_id", Integer.class),
                Objects.requireNonNull(row.get("category_id", Integer.class)),
                Objects.requireNonNull(row.get("category", String.class)),
                Objects.requireNonNull(row.get("by_hand", Boolean.class)));
    }
}
