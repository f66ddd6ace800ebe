package com.spendtracker.analytics.transaction;

import java.util.ArrayList;
import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;

/** The filter as SQL: one predicate over {@code analytics.transactions t}, in place of {@code %s} in a statement. */
public final class SelectMatching {
    /** How many binds every filter takes: $1 to $4. A statement's own come after them, from $5. */
    public static final int BINDS = 4;

    // The owner comes first in every index, and a closed range keeps the dates an index condition.
    private static final String ALWAYS = """
            t.user_id = $1
              and t.transaction_date between $2 and $3
              and (cardinality($4::text[]) = 0 or t.category_id in (
                select c.id
                from analytics.categories c
                where c.user_id = $1
                  and lower(c.name) in (select lower(name) from unnest($4::text[]) as name)))""";

    private SelectMatching() {}

    /**
     * A statement with the predicate in it, and with the values of the filter and of the statement itself bound. What a
     * filter does not ask about is not in the predicate either: a mere mention of it would take every row from the table.
     */
    public static GenericExecuteSpec bind(
            DatabaseClient database, String sql, TransactionFilter filter, Object... own) {
        List<Object> more = new ArrayList<>();
        String predicate = ALWAYS + optional(filter, BINDS + own.length, more);
        GenericExecuteSpec statement = database.sql(sql.formatted(predicate))
                .bind(0, filter.owner())
                .bind(1, filter.start())
                .bind(2, filter.end())
                .bind(3, filter.categories().toArray(String[]::new));
        List<Object> rest = new ArrayList<>(List.of(own));
        rest.addAll(more);
        for (int i = 0; i < rest.size(); i++) {
            statement = statement.bind(BINDS + i, rest.get(i));
        }
        return statement;
    }

    private static String optional(TransactionFilter filter, int taken, List<Object> values) {
        StringBuilder sql = new StringBuilder();
        if (!filter.accounts().isEmpty()) {
            values.add(filter.accounts().toArray(Integer[]::new));
            sql.append(" and t.account_id = any($%d::integer[])".formatted(taken + values.size()));
        }
        if (filter.kind() != null) {
            values.add(filter.kind().text());
            sql.append(" and t.kind = $%d".formatted(taken + values.size()));
        }
        if (filter.text() != null) {
            values.add("%" + escaped(filter.text()) + "%");
            int bind = taken + values.size();
            sql.append(" and (t.merchant ilike $%d or t.description ilike $%d)".formatted(bind, bind));
        }
        if (filter.minAmount() != null) {
            values.add(filter.minAmount());
            sql.append(" and abs(t.amount) >= $%d".formatted(taken + values.size()));
        }
        if (filter.maxAmount() != null) {
            values.add(filter.maxAmount());
            sql.append(" and abs(t.amount) <= $%d".formatted(taken + values.size()));
        }
        if (filter.importId() != null) {
            values.add(filter.importId());
            sql.append(" and t.import_id = $%d".formatted(taken + values.size()));
        }
        if (filter.merchant() != null) {
            values.add(filter.merchant());
            sql.append(" and t.merchant = $%d".formatted(taken + values.size()));
        }
        if (filter.currency() != null) {
            values.add(filter.currency());
            sql.append(" and t.currency = $%d".formatted(taken + values.size()));
        }
        return sql.toString();
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
