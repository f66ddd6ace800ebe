package com.spendtracker.analytics.transaction;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;

/**
 * What a filter's spending comes to by day, category and currency, or by day and currency alone, as a query in place of
 * {@code %s} in a statement. Its columns are {@code day}, {@code category_id}, {@code currency}, {@code total},
 * {@code transaction_count} and {@code largest}, the largest single amount. Kept sums are taken where the filter allows,
 * which are far fewer than the rows; else they are added up anew.
 */
public final class SelectDaily {
    /** The first bind of a statement's own. */
    public static final int BINDS = SelectMatching.BINDS;

    private static final String KEPT = """
            select t.transaction_date as day, t.category_id, t.currency, t.total, t.transaction_count, t.largest
              from (
                select user_id, kind, day as transaction_date, category_id, currency, %s, largest
                from analytics.daily_totals) t
              where t.kind = 'spending'
                and %%s""";

    private static final String KEPT_NET = KEPT.formatted(keptSums(Basis.NET));

    private static final String KEPT_GROSS = KEPT.formatted(keptSums(Basis.GROSS)) + " and t.transaction_count > 0";

    // The sums are rid of refunds already, where these shall not count: so none has a negative amount.
    private static final String KEPT_DAYS = """
            select t.transaction_date as day, t.currency, t.total, t.transaction_count, t.largest
              from (
                select user_id, kind, day as transaction_date, currency, %s, largest, 0 as amount
                from analytics.day_totals) t
              where t.kind = 'spending'
                and t.transaction_count > 0
                and %%1$s""";

    private static final String KEPT_DAYS_NET = KEPT_DAYS.formatted(keptSums(Basis.NET));

    private static final String KEPT_DAYS_GROSS = KEPT_DAYS.formatted(keptSums(Basis.GROSS));

    private static final String ADDED_UP = """
            select t.transaction_date as day, t.category_id, t.currency, sum(t.amount) as total,
                     count(*)::integer as transaction_count, max(t.amount) as largest
              from analytics.transactions t
              where t.kind = 'spending'
                and %s
              group by 1, 2, 3""";

    private SelectDaily() {}

    /** A statement with the query in it, and with the values of the filter and of the statement itself bound. */
    public static GenericExecuteSpec bind(
            DatabaseClient database, String sql, TransactionFilter filter, Object... own) {
        if (!filter.takesWholeDays()) {
            return SelectMatching.bind(database, sql.formatted(ADDED_UP), filter, own);
        }
        String kept = filter.basis() == Basis.GROSS ? KEPT_GROSS : KEPT_NET;
        return SelectMatching.bind(database, sql.formatted(kept), filter.net(), own);
    }

    /**
     * The same without {@code category_id}: a day may have one row for each currency, or several where the filter names
     * categories.
     */
    public static GenericExecuteSpec bindDays(
            DatabaseClient database, String sql, TransactionFilter filter, Object... own) {
        if (!filter.takesWholeDays() || !filter.categories().isEmpty()) {
            return bind(database, sql, filter, own);
        }
        return SelectMatching.bind(database, sql.formatted(keptDays(filter)), filter, own);
    }

    /** The columns {@code total} and {@code transaction_count} of any table of kept sums, rid of refunds where these shall not count. */
    public static String keptSums(Basis basis) {
        return basis == Basis.GROSS
                ? "total - refunds as total, transaction_count - refund_count as transaction_count"
                : "total, transaction_count";
    }

    /** The kept sums of days, of a filter that allows for them. */
    public static String keptDays(TransactionFilter filter) {
        return filter.basis() == Basis.GROSS ? KEPT_DAYS_GROSS : KEPT_DAYS_NET;
    }
}
