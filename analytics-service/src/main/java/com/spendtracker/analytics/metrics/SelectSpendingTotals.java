package com.spendtracker.analytics.metrics;

import com.spendtracker.analytics.transaction.Basis;
import com.spendtracker.analytics.transaction.Months;
import com.spendtracker.analytics.transaction.SelectDaily;
import com.spendtracker.analytics.transaction.SelectMatching;
import com.spendtracker.analytics.transaction.TransactionFilter;
import com.spendtracker.support.isolation.PlannedOnce;
import io.r2dbc.spi.Readable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;

/** Net spending by currency, altogether and by category, in one pass; largest first. */
@Repository
class SelectSpendingTotals {
    private static final String NAMED = """
            select s.currency, c.name as category, c.color, s.total, s.transaction_count, s.first_date, s.last_date
            from (
            %s) s
            left join analytics.categories c on c.user_id = $1 and c.id = s.category_id
            order by s.total desc, c.name
            """;

    private static final String FROM_DAYS = NAMED.formatted("""
              select t.currency, t.category_id, sum(t.total) as total, sum(t.transaction_count)::bigint as transaction_count,
                     case grouping(t.category_id) when 1 then min(t.day) end as first_date,
                     case grouping(t.category_id) when 1 then max(t.day) end as last_date
              from (
              %s) t
              group by grouping sets ((t.currency), (t.currency, t.category_id))""");

    // $5 and $6 are the first and the last day of the whole months; the days around them are added one by one. Where
    // refunds shall not count, the sums are rid of them, so that none has a negative amount.
    private static final String FROM_MONTHS = NAMED.formatted("""
              select sums.*, days.*
              from (
                select t.currency, t.category_id, sum(t.total) as total, sum(t.transaction_count)::bigint as transaction_count
                from (
                  select user_id, kind, month as transaction_date, category_id, currency, %1$s, 0 as amount
                  from analytics.month_totals
                  where month between $5 and $6
                  union all
                  select user_id, kind, day, category_id, currency, %1$s, 0
                  from analytics.daily_totals
                  where day < $5
                  union all
                  select user_id, kind, day, category_id, currency, %1$s, 0
                  from analytics.daily_totals
                  where day > $6) t
                where t.kind = 'spending'
                  and t.transaction_count > 0
                  and %%s
                group by grouping sets ((t.currency), (t.currency, t.category_id))) sums
              cross join lateral (
                select min(d.day) as first_date, max(d.day) as last_date
                from (
                  select user_id, kind, day, currency, %1$s
                  from analytics.day_totals) d
                where d.user_id = $1
                  and d.kind = 'spending'
                  and d.day between $2 and $3
                  and d.currency = sums.currency
                  and sums.category_id is null
                  and d.transaction_count > 0) days""");

    private static final String FROM_MONTHS_NET = FROM_MONTHS.formatted(SelectDaily.keptSums(Basis.NET));
    private static final String FROM_MONTHS_GROSS = FROM_MONTHS.formatted(SelectDaily.keptSums(Basis.GROSS));

    private final DatabaseClient database;
    private final DatabaseClient plannedOnce;

    SelectSpendingTotals(DatabaseClient database, @PlannedOnce DatabaseClient plannedOnce) {
        this.database = database;
        this.plannedOnce = plannedOnce;
    }

    Flux<SpendingTotal> select(TransactionFilter filter) {
        return statement(filter).map(SelectSpendingTotals::toTotal).all();
    }

    private GenericExecuteSpec statement(TransactionFilter filter) {
        DatabaseClient asked = filter.takesAllOfDays() ? plannedOnce : database;
        Months whole = Months.within(filter.start(), filter.end());
        // Up to a year, to plan for two kinds of sums costs more than fewer of them save.
        if (!filter.takesAllOfDays()
                || whole.last().isBefore(whole.first().plusYears(1).minusDays(1))) {
            return SelectDaily.bind(asked, FROM_DAYS, filter);
        }
        String sql = filter.basis() == Basis.GROSS ? FROM_MONTHS_GROSS : FROM_MONTHS_NET;
        return SelectMatching.bind(asked, sql, filter, whole.first(), whole.last());
    }

    private static SpendingTotal toTotal(Readable row) {
        return new SpendingTotal(
                Objects.requireNonNull(row.get("currency", String.class)),
                row.get("category", String.class),
                row.get("color", String.class),
                Objects.requireNonNull(row.get("total", BigDecimal.class)),
                Objects.requireNonNull(row.get("transaction_count", Long.class)),
                row.get("first_date", LocalDate.class),
                row.get("last_date", LocalDate.class));
    }
}
