package com.spendtracker.analytics.transaction;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
              and\s""";

    private static final String ANY_CATEGORY = "cardinality($4::text[]) = 0";

    // The ids are looked up once, before anything else, and are an index condition then too.
    private static final String THESE_CATEGORIES = """
            t.category_id = any(array(
                select c.id
                from analytics.categories c
                where c.user_id = $1
                  and lower(c.name) in (select lower(name) from unnest($4::text[]) as name)))""";

    // Days that anything was posted on are few, and an index condition: a seventh of the rows is read instead of all.
    // They are counted from a Monday, which takes a fraction of the time of extracting the day of the week.
    private static final String THESE_WEEKDAYS = """
            t.transaction_date = any(array(
                select d.day
                from analytics.day_totals d
                where d.user_id = $1
                  and d.day between $2 and $3
                  and (d.day - date '0001-01-01') %% 7 + 1 = any($%1$d::integer[])))""";

    private static final String WITHOUT_REFUNDS = " and (t.kind <> 'spending' or t.amount >= 0)";

    private SelectMatching() {}

    /**
     * A statement with the predicate in it, and with the values of the filter and of the statement itself bound. What a
     * filter does not ask about is not in the predicate either: a mere mention of it would take every row from the table.
     */
    public static GenericExecuteSpec bind(
            DatabaseClient database, String sql, TransactionFilter filter, Object... own) {
        List<Object> more = new ArrayList<>();
        String predicate = ALWAYS
                + (filter.categories().isEmpty() ? ANY_CATEGORY : THESE_CATEGORIES)
                + optional(filter, BINDS + own.length, more);
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
        Integer[] accounts = filter.accounts().toArray(Integer[]::new);
        String[] merchants = filter.merchants().toArray(String[]::new);
        Integer[] weekdays =
                filter.weekdays().stream().map(DayOfWeek::getValue).sorted().toArray(Integer[]::new);
        Kind kind = filter.kind();
        String text = filter.text() == null ? null : "%" + escaped(filter.text()) + "%";
        return and("t.account_id = any($%1$d::integer[])", orNull(accounts), taken, values)
                + and("t.kind = $%1$d", kind == null ? null : kind.text(), taken, values)
                + and("(t.merchant ilike $%1$d or t.description ilike $%1$d)", text, taken, values)
                + and("abs(t.amount) >= $%1$d", filter.minAmount(), taken, values)
                + and("abs(t.amount) <= $%1$d", filter.maxAmount(), taken, values)
                + and("t.import_id = $%1$d", filter.importId(), taken, values)
                + and("t.merchant = any($%1$d::text[])", orNull(merchants), taken, values)
                + and("t.currency = $%1$d", filter.currency(), taken, values)
                + and(THESE_WEEKDAYS, orNull(weekdays), taken, values)
                + (filter.basis() == Basis.GROSS ? WITHOUT_REFUNDS : "");
    }

    private static <T> T @Nullable [] orNull(T[] values) {
        return values.length == 0 ? null : values;
    }

    /** A predicate with the place of its value, which becomes the last of the values; nothing for null. */
    private static String and(String predicate, @Nullable Object value, int taken, List<Object> values) {
        if (value == null) {
            return "";
        }
        values.add(value);
        return " and " + predicate.formatted(taken + values.size());
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
