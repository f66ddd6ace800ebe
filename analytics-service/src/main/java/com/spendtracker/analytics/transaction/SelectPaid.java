package com.spendtracker.analytics.transaction;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;

/**
 * What a filter's spending is made of by merchant, as a query in place of {@code %s} in a statement. Its columns are
 * {@code merchant}, {@code currency}, {@code total} and {@code transaction_count}; a merchant has many rows. Kept sums are
 * taken for whole months where the filter allows, and the transactions themselves for all else.
 */
public final class SelectPaid {
    /** The first bind of a statement's own. */
    public static final int BINDS = SelectMatching.BINDS + 2;

    private static final String ROWS = """
            select t.merchant, t.currency, t.amount as total, 1 as transaction_count
              from analytics.transactions t
              where t.kind = 'spending'
                and t.merchant is not null
                and %1$s""";

    // The sums are rid of refunds already, where they shall not count: so none has a negative amount.
    private static final String MONTHS = """
            select t.merchant, t.currency, t.total, t.transaction_count
              from (
                select user_id, month as transaction_date, 'spending' as kind, merchant, category_id, currency,
                       %s, 0 as amount
                from analytics.monthly_merchants) t
              where t.transaction_date between $5 and $6
                and t.transaction_count > 0
                and %%1$s""";

    private static final String NET_MONTHS = MONTHS.formatted(SelectDaily.keptSums(Basis.NET));
    private static final String GROSS_MONTHS = MONTHS.formatted(SelectDaily.keptSums(Basis.GROSS));

    private static final String ALL_ROWS = ROWS + " and $5 <= $6";
    private static final String EDGES = "\n union all " + ROWS + " and t.transaction_date < $5" + "\n union all " + ROWS
            + " and t.transaction_date > $6";

    private SelectPaid() {}

    /** A statement with the query in it, and with the values of the filter and of the statement itself bound. */
    public static GenericExecuteSpec bind(
            DatabaseClient database, String sql, TransactionFilter filter, Object... own) {
        Months months = Months.within(filter.start(), filter.end());
        boolean kept = filter.takesWholeDays() && filter.weekdays().isEmpty() && !months.isEmpty();
        Object[] values = new Object[own.length + 2];
        values[0] = kept ? months.first() : filter.start();
        values[1] = kept ? months.last() : filter.end();
        System.arraycopy(own, 0, values, 2, own.length);
        String query = kept ? (filter.basis() == Basis.GROSS ? GROSS_MONTHS : NET_MONTHS) + EDGES : ALL_ROWS;
        return SelectMatching.bind(database, sql.formatted(query), filter, values);
    }
}
