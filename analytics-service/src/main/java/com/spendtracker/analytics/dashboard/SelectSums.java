package com.spendtracker.analytics.dashboard;

import com.spendtracker.analytics.transaction.Basis;
import com.spendtracker.analytics.transaction.Months;
import com.spendtracker.analytics.transaction.SelectDaily;
import com.spendtracker.analytics.transaction.SelectMatching;
import com.spendtracker.analytics.transaction.TransactionFilter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;

/**
 * Where the sums of a dashboard are taken from, as queries in place of {@code %s} in a statement: {@code by_day}, what each
 * day comes to in each currency, and {@code by_category}, what each category comes to in each month. Both say of each sum
 * whether it is of the range shown, or of the earlier one. $5 to $8 are the two ranges, and a statement's own binds come
 * next.
 */
record SelectSums(Question question) {
    private static final Days NO_DAYS = new Days(TransactionFilter.LATEST, TransactionFilter.EARLIEST);

    // A day may be in the range shown (side 1), in the one before (2), or in both (3).
    private static final String DAILY = """
            daily as (
              %s),
            sums as materialized (
              select currency, day, month, category_id, side, sum(total) as total,
                     sum(transaction_count)::bigint as transaction_count, max(largest) as largest
              from (
                select currency, day, date_trunc('month', day::timestamp)::date as month, category_id,
                       (day between $5 and $6)::integer + 2 * (day between $7 and $8)::integer as side,
                       total, transaction_count, largest
                from daily) marked
              where side > 0
              group by grouping sets ((currency, day, side), (currency, month, category_id, side))),
            by_day as (
              select currency, day, side <> 2 as shown, side <> 1 as earlier, total, transaction_count, largest
              from sums
              where day is not null),
            by_category as (
              select currency, month, category_id, side <> 2 as shown, side <> 1 as earlier, total, transaction_count
              from sums
              where category_id is not null)""";

    // $11 to $13 are the first and last days of whole months and whether they are of the earlier range, $14 to $16
    // those of
    // the days before and after them. Sums are rid of refunds where these shall not count: none has a negative amount
    // then.
    private static final String KEPT = """
            by_day as materialized (
              select currency, day, day between $5 and $6 as shown, day between $7 and $8 as earlier, total,
                     transaction_count, largest
              from (
              %%2$s) days),
            by_category as (
              select t.currency, t.transaction_date as month, t.category_id, not piece.earlier as shown, piece.earlier,
                     t.total, t.transaction_count
              from unnest($11::date[], $12::date[], $13::boolean[]) as piece (first, last, earlier)
              cross join lateral (
                select user_id, kind, month as transaction_date, category_id, currency, %1$s, 0 as amount
                from analytics.month_totals
                where user_id = $1 and kind = 'spending' and month between piece.first and piece.last) t
              where t.transaction_count > 0 and %%1$s
              union all
              select t.currency, date_trunc('month', t.transaction_date::timestamp)::date, t.category_id,
                     not piece.earlier, piece.earlier, t.total, t.transaction_count
              from unnest($14::date[], $15::date[], $16::boolean[]) as piece (first, last, earlier)
              cross join lateral (
                select user_id, kind, day as transaction_date, category_id, currency, %1$s, 0 as amount
                from analytics.daily_totals
                where user_id = $1 and kind = 'spending' and day between piece.first and piece.last) t
              where t.transaction_count > 0 and %%1$s)""";

    private static final String KEPT_NET = KEPT.formatted(SelectDaily.keptSums(Basis.NET));
    private static final String KEPT_GROSS = KEPT.formatted(SelectDaily.keptSums(Basis.GROSS));

    static SelectSums of(Question question) {
        return new SelectSums(question);
    }

    /** A statement with the queries in it, and with the values of the question and of the statement itself bound. */
    GenericExecuteSpec bind(DatabaseClient database, String sql, Object... own) {
        TransactionFilter filter = question.filter();
        List<Object> values = new ArrayList<>(List.of(filter.start(), filter.end(), before().first(), before().last()));
        values.addAll(List.of(own));
        if (!filter.takesAllOfDays()) {
            return SelectDaily.bind(database, sql.formatted(DAILY), question.filterOfAllDays(), values.toArray());
        }
        Pieces months = new Pieces();
        Pieces days = new Pieces();
        divide(new Days(filter.start(), filter.end()), false, months, days);
        if (question.before() != null) {
            divide(question.before(), true, months, days);
        }
        months.addTo(values);
        days.addTo(values);
        String kept = filter.basis() == Basis.GROSS ? KEPT_GROSS : KEPT_NET;
        String sums = kept.formatted("%1$s", SelectDaily.keptDays(filter));
        return SelectMatching.bind(database, sql.formatted(sums), question.filterOfAllDays(), values.toArray());
    }

    private Days before() {
        return question.before() == null ? NO_DAYS : question.before();
    }

    private static void divide(Days range, boolean earlier, Pieces months, Pieces days) {
        Months whole = Months.within(range.first(), range.last());
        if (whole.isEmpty()) {
            days.add(range.first(), range.last(), earlier);
        } else {
            months.add(whole.first(), whole.last(), earlier);
            days.add(range.first(), whole.first().minusDays(1), earlier);
            days.add(whole.last().plusDays(1), range.last(), earlier);
        }
    }

    /** Ranges, in arrays that a statement unfolds again. */
    private static final class Pieces {
        private final List<LocalDate> firsts = new ArrayList<>();
        private final List<LocalDate> lasts = new ArrayList<>();
        private final List<Boolean> earlier = new ArrayList<>();

        void add(LocalDate first, LocalDate last, boolean isEarlier) {
            if (!last.isBefore(first)) {
                firsts.add(first);
                lasts.add(last);
                earlier.add(isEarlier);
            }
        }

        void addTo(List<Object> values) {
            values.add(firsts.toArray(LocalDate[]::new));
            values.add(lasts.toArray(LocalDate[]::new));
            values.add(earlier.toArray(Boolean[]::new));
        }
    }
}
