package com.spendtracker.e2e.stack;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the right answers are: computed in SQL of its own, sharing nothing with the services. */
public final class Ledger {
    private static final String MATCHING = """
            with matching as (
              select t.id, t.user_id, t.amount, t.currency, t.kind, t.transaction_date, c.name as category
              from auth.users u
              join analytics.transactions t on t.user_id = u.id
              join analytics.categories c on c.user_id = t.user_id and c.id = t.category_id
              where u.username = ?
                and t.transaction_date >= coalesce(?::date, '-infinity')
                and t.transaction_date <= coalesce(?::date, 'infinity')
                and (?::text = '' or c.name = any (string_to_array(?::text, ',')))),
            spending as (
              select *
              from matching
              where kind = 'spending'
                and currency = (
                  select currency from matching where kind = 'spending'
                  group by currency order by count(*) desc, currency limit 1))
            """;

    private static final String TOTALS = MATCHING + """
            select coalesce(sum(amount), 0) as total,
                   coalesce(round(sum(amount) / nullif(count(*), 0), 2), 0) as average,
                   count(*) as transaction_count,
                   min(transaction_date) as first_date,
                   max(transaction_date) as last_date
            from spending""";

    private static final String BY_CATEGORY = MATCHING + """
            select category, sum(amount) as total
            from spending
            group by category
            order by total desc, category""";

    // Weeks that begin on another day than Monday are cut on Mondays, so many days later.
    private static final String BY_PERIOD = MATCHING + """
            , asked as (select ?::text as length, ?::date as first, ?::date as last, make_interval(days => ?) as later)
            select (period - later)::date as period_start, coalesce(sum(s.amount), 0) as total
            from asked
            cross join generate_series(
              date_trunc(length, coalesce(first, (select min(transaction_date) from spending))::timestamp + later),
              coalesce(last, (select max(transaction_date) from spending))::timestamp + later,
              ('1 ' || length)::interval) as period
            left join spending s on date_trunc(length, s.transaction_date::timestamp + later) = period
            group by 1
            order by 1""";

    private static final String IDS = MATCHING + """
            select id
            from matching
            order by transaction_date desc, id desc""";

    private final Database database;

    Ledger(Database database) {
        this.database = database;
    }

    /** The user's id. */
    public long userId(DemoUser user) {
        return database.query("select id from auth.users where username = ?", row -> row.getLong(1), user.username())
                .getFirst();
    }

    /** Totals of the matching spending. */
    public Spending spending(DemoUser user, Filter filter) {
        Map<String, BigDecimal> byCategory = byCategory(user, filter);
        return database.query(TOTALS, row -> toSpending(row, byCategory), matching(user, filter))
                .getFirst();
    }

    /** Totals of the matching spending by the first day of each period, ascending, zero-filled; weeks from Monday. */
    public Map<LocalDate, BigDecimal> byPeriod(DemoUser user, Filter filter, String granularity) {
        return byPeriod(user, filter, granularity, DayOfWeek.MONDAY);
    }

    /** The same with weeks that begin on another day. */
    public Map<LocalDate, BigDecimal> byPeriod(
            DemoUser user, Filter filter, String granularity, DayOfWeek firstOfWeek) {
        @Nullable Object[] matching = matching(user, filter);
        @Nullable Object[] all = Arrays.copyOf(matching, matching.length + 4);
        all[matching.length] = granularity;
        all[matching.length + 1] = filter.start();
        all[matching.length + 2] = filter.end();
        all[matching.length + 3] = granularity.equals("week") ? (8 - firstOfWeek.getValue()) % 7 : 0;
        return inOrder(database.query(
                BY_PERIOD,
                row -> Map.entry(row.getObject("period_start", LocalDate.class), row.getBigDecimal("total")),
                all));
    }

    /** Ids of the matching transactions of every kind, newest first. */
    public List<Long> transactionIds(DemoUser user, Filter filter) {
        return database.query(IDS, row -> row.getLong(1), matching(user, filter));
    }

    private Map<String, BigDecimal> byCategory(DemoUser user, Filter filter) {
        return inOrder(database.query(
                BY_CATEGORY,
                row -> Map.entry(row.getString("category"), row.getBigDecimal("total")),
                matching(user, filter)));
    }

    private static Spending toSpending(ResultSet row, Map<String, BigDecimal> byCategory) throws SQLException {
        return new Spending(
                row.getBigDecimal("total"),
                row.getBigDecimal("average"),
                row.getLong("transaction_count"),
                row.getObject("first_date", LocalDate.class),
                row.getObject("last_date", LocalDate.class),
                byCategory);
    }

    private static <K> Map<K, BigDecimal> inOrder(List<Map.Entry<K, BigDecimal>> entries) {
        Map<K, BigDecimal> map = new LinkedHashMap<>();
        entries.forEach(entry -> map.put(entry.getKey(), entry.getValue()));
        return map;
    }

    private static @Nullable Object[] matching(DemoUser user, Filter filter) {
        String categories = String.join(",", filter.categories());
        return new @Nullable Object[] {user.username(), filter.start(), filter.end(), categories, categories};
    }
}
