package com.spendtracker.analytics.dashboard;

import com.spendtracker.analytics.metrics.Granularity;
import io.r2dbc.spi.Readable;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/**
 * All sums of a dashboard in one statement. From what each day comes to and what each category comes to in each
 * month everything else is added up. A part of the answer is one row, and its numbers are lists in one text each, days as
 * days since 1970: the driver takes longer to decode rows, or arrays, than the database to add them up.
 */
@Repository
class SelectFigures {
    private static final String SQL = """
            with %s,
            main as (
              select currency
              from by_day
              where shown or earlier
              group by currency
              order by coalesce(sum(transaction_count) filter (where shown), 0) desc, sum(transaction_count) desc,
                       currency
              limit 1),
            days as (
              select day, shown, earlier, total, transaction_count, largest
              from by_day join main using (currency)
              where shown or earlier),
            categories as (
              select month, category_id, shown, earlier, total, transaction_count
              from by_category join main using (currency)),
            range as (
              select first_day, last_day, first_day - $7 as days_apart,
                     (date_trunc('month', last_day::timestamp) - interval '35 months')::date as first_month
              from (
                select coalesce(nullif($5, date '0001-01-01'), min(day)) as first_day,
                       coalesce(nullif($6, date '9999-12-31'), max(day)) as last_day
                from days
                where shown) ends),
            answers as (
              select 'total' as part, min(day) as day, max(day) as until, null::integer as key, sum(total) as total,
                     sum(transaction_count)::bigint as transaction_count, max(largest) as largest
              from days
              where shown
              having count(*) > 0
              union all
              select 'excluded', null, null, null, 0, sum(transaction_count)::bigint, null
              from by_day
              where shown and currency <> (select currency from main)
              having count(*) > 0
              union all
              (select 'largest', day, null, null, total, transaction_count, largest
              from days
              where shown
              order by largest desc, day desc
              limit 1)
              union all
              select 'category', null, null, category_id, sum(total), sum(transaction_count)::bigint, null
              from categories
              where shown
              group by category_id
              union all
              select 'point', date_trunc($9, (day - $10::integer)::timestamp)::date + $10, null, null, sum(total), sum(transaction_count)::bigint, max(largest)
              from days
              where shown
              group by 2
              union all
              select 'month', date_trunc('month', day::timestamp)::date, null, null, sum(total),
                     sum(transaction_count)::bigint, null
              from days, range
              where shown and day >= first_month
              group by 2
              union all
              select 'month_category', month, null, category_id, sum(total), sum(transaction_count)::bigint, null
              from categories, range
              where shown and month >= first_month
              group by month, category_id
              union all
              select 'weekday', null, null, extract(isodow from day)::integer, sum(total),
                     sum(transaction_count)::bigint, null
              from days
              where shown
              group by 4
              union all
              select 'day', day, null, null, total, transaction_count, null
              from days, range
              where shown and day > last_day - 371
              union all
              select 'before', null, null, null, sum(total), sum(transaction_count)::bigint, max(largest)
              from days
              where earlier
              having count(*) > 0
              union all
              select 'before_category', null, null, category_id, sum(total), sum(transaction_count)::bigint, null
              from categories
              where earlier
              group by category_id
              union all
              select 'before_point', date_trunc($9, (day + days_apart - $10)::timestamp)::date + $10, null, null,
                     sum(total), sum(transaction_count)::bigint, null
              from days, range
              where earlier and day + days_apart between first_day and last_day
              group by 2)
            select a.part, (select currency from main) as currency,
                   string_agg(coalesce((a.day - date '1970-01-01')::text, ''), ',' order by a.day, a.total desc, c.name) as days,
                   string_agg(coalesce((a.until - date '1970-01-01')::text, ''), ',' order by a.day, a.total desc, c.name) as untils,
                   string_agg(coalesce(a.key::text, ''), ',' order by a.day, a.total desc, c.name) as keys,
                   string_agg(a.total::text, ',' order by a.day, a.total desc, c.name) as totals,
                   string_agg(a.transaction_count::text, ',' order by a.day, a.total desc, c.name) as transaction_counts,
                   string_agg(coalesce(a.largest::text, ''), ',' order by a.day, a.total desc, c.name) as largest,
                   array_agg(c.name order by a.day, a.total desc, c.name) filter (where c.id is not null) as names,
                   array_agg(c.color order by a.day, a.total desc, c.name) filter (where c.id is not null) as colors
            from answers a
            left join analytics.categories c
              on c.user_id = $1 and c.id = a.key and a.part in ('category', 'before_category')
            group by a.part
            """;

    private final DatabaseClient database;

    SelectFigures(DatabaseClient database) {
        this.database = database;
    }

    Mono<Figures> select(Question question) {
        return SelectSums.of(question)
                .bind(database, SQL, question.granularity().text(), weeksBeginLater(question))
                .map(SelectFigures::toRow)
                .all()
                .collectList()
                .map(SelectFigures::toFigures);
    }

    /** How many days weeks begin later than PostgreSQL's do, on Monday. */
    private static int weeksBeginLater(Question question) {
        return question.granularity() == Granularity.WEEK
                ? question.weekStart().getValue() - DayOfWeek.MONDAY.getValue()
                : 0;
    }

    private static Figures toFigures(List<Row> rows) {
        return new Figures(
                rows.isEmpty() ? null : rows.getFirst().currency(),
                rows.stream().collect(Collectors.toMap(Row::part, Row::sums)));
    }

    private static Row toRow(Readable row) {
        return new Row(
                Part.of(required(row, "part", String.class)), required(row, "currency", String.class), sums(row));
    }

    private static List<Sum> sums(Readable row) {
        String[] days = list(row, "days");
        String[] untils = list(row, "untils");
        String[] keys = list(row, "keys");
        String[] totals = list(row, "totals");
        String[] counts = list(row, "transaction_counts");
        String[] largest = list(row, "largest");
        String @Nullable [] names = row.get("names", String[].class);
        String @Nullable [] colors = row.get("colors", String[].class);
        return IntStream.range(0, totals.length)
                .mapToObj(i -> new Sum(
                        ifAny(days[i], SelectFigures::day),
                        ifAny(untils[i], SelectFigures::day),
                        ifAny(keys[i], Integer::valueOf),
                        new BigDecimal(totals[i]),
                        Long.parseLong(counts[i]),
                        ifAny(largest[i], BigDecimal::new),
                        names == null ? null : names[i],
                        colors == null ? null : colors[i]))
                .toList();
    }

    private static String[] list(Readable row, String column) {
        return required(row, column, String.class).split(",", -1);
    }

    private static <T> @Nullable T ifAny(String text, Function<String, T> read) {
        return text.isEmpty() ? null : read.apply(text);
    }

    private static LocalDate day(String sinceEpoch) {
        return LocalDate.ofEpochDay(Long.parseLong(sinceEpoch));
    }

    private static <T> T required(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }

    /** One part, as it is sent. */
    private record Row(Part part, String currency, List<Sum> sums) {}
}
