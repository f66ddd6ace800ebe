package com.spendtracker.db;

import static com.spendtracker.db.Scratch.migrate;
import static com.spendtracker.db.Scratch.rows;
import static org.assertj.core.api.Assertions.assertThat;

import com.spendtracker.db.test.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the kept sums hold after each kind of change, and how they are proved and mended. */
class RollUpTests {

    private static final String DIFFERENCES = "SELECT roll_up FROM analytics.roll_up_differences() ORDER BY 1";

    private static final String DAYS = """
            SELECT u.username, d.kind, d.day, c.name, d.currency, d.total, d.refunds, d.transaction_count, d.refund_count, d.largest
            FROM analytics.daily_totals AS d JOIN auth.users AS u ON u.id = d.user_id
            LEFT JOIN analytics.categories AS c ON c.user_id = d.user_id AND c.id = d.category_id
            WHERE u.username IN ('anna', 'ben') ORDER BY 1, 2, 3, 4, 5""";

    private static final String MERCHANTS = """
            SELECT u.username, m.month, m.merchant, c.name, m.currency, m.total, m.refunds, m.transaction_count, m.refund_count
            FROM analytics.monthly_merchants AS m JOIN auth.users AS u ON u.id = m.user_id
            LEFT JOIN analytics.categories AS c ON c.user_id = m.user_id AND c.id = m.category_id
            WHERE u.username IN ('anna', 'ben') ORDER BY 1, 2, 3, 4, 5""";

    private Connection connection;

    @BeforeEach
    void connect() throws SQLException {
        connection = TestDatabase.get().adminConnection();
        connection.setAutoCommit(false);
        Sql.execute(connection, RandomWriter.EVERYBODY);
    }

    @AfterEach
    void rollBack() throws SQLException {
        connection.rollback();
        connection.close();
    }

    @Test
    void rollUpsWhenDemoDataIsThereThenAreExact() throws SQLException {
        assertThat(rows(connection, "SELECT count(*) > 1000 FROM analytics.daily_totals"))
                .containsExactly("t");
        assertThat(rows(connection, "SELECT count(*) > 1000 FROM analytics.monthly_merchants"))
                .containsExactly("t");
        assertThat(rows(connection, DIFFERENCES)).isEmpty();
    }

    @Test
    void rollUpsWhenMigratedLaterThenHoldWhatWasThereBefore() throws SQLException {
        try (Scratch scratch = Scratch.create();
                Connection older = scratch.connect()) {
            migrate(scratch.settings().withDemoData(false));
            Sql.execute(older, """
                    DROP FUNCTION analytics.roll_up_inserted, analytics.roll_up_updated, analytics.roll_up_deleted,
                        analytics.forget_roll_ups, analytics.roll_up_differences, analytics.mend_roll_ups CASCADE;
                    DROP FUNCTION analytics.roll_up_updated_coarsely, analytics.roll_up_deleted_coarsely CASCADE;
                    DROP TABLE analytics.daily_totals, analytics.monthly_merchants, analytics.day_totals, analytics.month_totals;
                    DROP VIEW analytics.daily_sums, analytics.merchant_sums, analytics.day_sums, analytics.month_sums;
                    DELETE FROM liquibase.databasechangelog WHERE filename LIKE '%roll-ups%' OR filename LIKE '%covering-sums%'""");
            Sql.execute(older, RandomWriter.EVERYBODY);
            Sql.execute(older, insert("anna", "food", "12.50", "spending", "Shop", "2024-02-29"));
            Sql.execute(older, insert("anna", "food", "-2.50", "spending", "Shop", "2024-02-29"));
            Sql.execute(older, """
                    DROP TABLE analytics.data_versions;
                    DELETE FROM liquibase.databasechangelog WHERE filename LIKE '%data-versions%'""");
            migrate(scratch.settings().withDemoData(false));
            assertThat(rows(older, DAYS))
                    .containsExactly("anna|spending|2024-02-29|food|EUR|10.0000|-2.5000|2|1|12.5000");
            assertThat(rows(older, MERCHANTS)).containsExactly("anna|2024-02-01|Shop|food|EUR|10.0000|-2.5000|2|1");
            assertThat(rows(older, DIFFERENCES)).isEmpty();
        }
    }

    @Test
    void transactionsWhenInsertedThenCountForTheirDayAndMerchant() throws SQLException {
        write(insert("anna", "food", "12.3456", "spending", "Shop", "2024-02-29"));
        write(insert("anna", "food", "20", "spending", "", "2024-02-29"));
        write(insert("anna", "food", "-20", "spending", "Shop", "2024-02-01"));
        write(insert("anna", "food", "900", "income", "Work", "2024-02-29"));
        write(insert("ben", "food", "-5", "transfer", "Bank", "2024-02-29"));
        assertThat(rows(connection, DAYS))
                .containsExactly(
                        "anna|income|2024-02-29|food|EUR|900.0000|0.0000|1|0|900.0000",
                        "anna|spending|2024-02-01|food|EUR|-20.0000|-20.0000|1|1|-20.0000",
                        "anna|spending|2024-02-29|food|EUR|32.3456|0.0000|2|0|20.0000",
                        "ben|transfer|2024-02-29|food|EUR|-5.0000|-5.0000|1|1|-5.0000");
        assertThat(rows(connection, MERCHANTS)).containsExactly("anna|2024-02-01|Shop|food|EUR|-7.6544|-20.0000|2|1");
    }

    @Test
    void transactionWhenEverythingOfItChangesThenCountsElsewhere() throws SQLException {
        write(insert("anna", "food", "12", "spending", "Shop", "2024-02-29"));
        write("""
              UPDATE analytics.transactions
              SET (user_id, category_id) = (SELECT user_id, id FROM analytics.categories WHERE name = 'fun' AND user_id = %s),
                  amount = -3, currency = 'USD', merchant = 'Café', transaction_date = '2024-03-01'
              WHERE user_id = %s""".formatted(id("ben"), id("anna")));
        assertThat(rows(connection, DAYS))
                .containsExactly("ben|spending|2024-03-01|fun|USD|-3.0000|-3.0000|1|1|-3.0000");
        assertThat(rows(connection, MERCHANTS)).containsExactly("ben|2024-03-01|Café|fun|USD|-3.0000|-3.0000|1|1");
        write("UPDATE analytics.transactions SET kind = 'transfer' WHERE user_id = " + id("ben"));
        assertThat(rows(connection, DAYS))
                .containsExactly("ben|transfer|2024-03-01|fun|USD|-3.0000|-3.0000|1|1|-3.0000");
        assertThat(rows(connection, MERCHANTS)).isEmpty();
    }

    @Test
    void transactionsWhenOnlyTheirDescriptionsChangeThenNoSumIsTouched() throws SQLException {
        String versions = "SELECT ctid FROM analytics.%s ORDER BY 1";
        List<String> days = rows(connection, versions.formatted("daily_totals"));
        List<String> merchants = rows(connection, versions.formatted("monthly_merchants"));
        write("UPDATE analytics.transactions SET description = 'new', version = version + 1");
        assertThat(rows(connection, versions.formatted("daily_totals"))).isEqualTo(days);
        assertThat(rows(connection, versions.formatted("monthly_merchants"))).isEqualTo(merchants);
    }

    @Test
    void largestWhenItGoesThenIsTheNextLargestUntilNoneIsLeft() throws SQLException {
        for (String amount : new String[] {"10", "30", "30", "20"}) {
            write(insert("anna", "food", amount, "spending", "Shop", "2024-02-29"));
        }
        write(
                "UPDATE analytics.transactions SET amount = 5 WHERE id = (SELECT max(id) FROM analytics.transactions WHERE amount = 30)");
        assertThat(rows(connection, DAYS))
                .containsExactly("anna|spending|2024-02-29|food|EUR|65.0000|0.0000|4|0|30.0000");
        delete("amount = 30");
        assertThat(rows(connection, DAYS))
                .containsExactly("anna|spending|2024-02-29|food|EUR|35.0000|0.0000|3|0|20.0000");
        delete("amount <> 5");
        assertThat(rows(connection, DAYS))
                .containsExactly("anna|spending|2024-02-29|food|EUR|5.0000|0.0000|1|0|5.0000");
        delete("amount = 5");
        assertThat(rows(connection, DAYS)).isEmpty();
        assertThat(rows(connection, MERCHANTS)).isEmpty();
    }

    /** Each deletes the largest that it sees, the second while the first is still writing. */
    @Test
    void largestWhenTwoDeleteItAtOnceThenIsTheThird() throws Exception {
        assertLargestAfter(
                "DELETE FROM analytics.transactions WHERE amount = 30",
                "DELETE FROM analytics.transactions WHERE amount = 20",
                true,
                "10.0000");
    }

    @Test
    void largestWhenOneDeletesItWhileAnotherAddsThenIsWhatWasAdded() throws Exception {
        assertLargestAfter(
                "DELETE FROM analytics.transactions WHERE amount = 30",
                insert("anna", "food", "25", "spending", "Shop", "2024-02-29"),
                true,
                "25.0000");
    }

    @Test
    void largestWhenItIsDeletedWhileALargerOneIsWrittenThenIsTheLargerOne() throws Exception {
        assertLargestAfter(
                "UPDATE analytics.transactions SET amount = 40 WHERE amount = 10",
                "DELETE FROM analytics.transactions WHERE amount = 30",
                true,
                "40.0000");
    }

    @Test
    void largestWhenItIsDeletedWhileALargerOneIsTakenBackThenIsTheNextLargest() throws Exception {
        assertLargestAfter(
                "UPDATE analytics.transactions SET amount = 40 WHERE amount = 10",
                "DELETE FROM analytics.transactions WHERE amount = 30",
                false,
                "20.0000");
    }

    private static void assertLargestAfter(String first, String second, boolean commitFirst, String largest)
            throws Exception {
        try (Scratch scratch = Scratch.create();
                Connection one = scratch.connect();
                Connection other = scratch.connect();
                ExecutorService threads = Executors.newCachedThreadPool()) {
            migrate(scratch.settings().withDemoData(false));
            Sql.execute(one, RandomWriter.EVERYBODY);
            for (String amount : new String[] {"10", "20", "30"}) {
                Sql.execute(one, insert("anna", "food", amount, "spending", "Shop", "2024-02-29"));
            }
            one.setAutoCommit(false);
            Sql.execute(one, first);
            Future<?> waiting = threads.submit(() -> {
                Sql.execute(other, second);
                return null;
            });
            while (!Sql.isTrue(one, "SELECT EXISTS (SELECT FROM pg_locks WHERE NOT granted)")) {
                assertThat(waiting).isNotDone();
            }
            if (commitFirst) {
                one.commit();
            } else {
                one.rollback();
            }
            waiting.get();
            assertThat(rows(one, "SELECT largest FROM analytics.daily_totals")).containsExactly(largest);
            assertThat(rows(one, DIFFERENCES)).isEmpty();
        }
    }

    @Test
    void rollUpsWhenTriggersWereOffThenDifferAndAreMended() throws SQLException {
        write(insert("anna", "food", "12", "spending", "Shop", "2024-02-29"));
        write(insert("anna", "home", "7", "spending", "Shop", "2024-02-29"));
        Sql.execute(connection, "ALTER TABLE analytics.transactions DISABLE TRIGGER USER");
        Sql.execute(connection, insert("anna", "fun", "1", "spending", "Café", "2024-03-01"));
        Sql.execute(
                connection,
                "UPDATE analytics.transactions SET amount = 13 WHERE amount = 12 AND user_id = " + id("anna"));
        Sql.execute(connection, "DELETE FROM analytics.transactions WHERE amount = 7 AND user_id = " + id("anna"));
        Sql.execute(connection, "ALTER TABLE analytics.transactions ENABLE TRIGGER USER");
        assertThat(rows(connection, DIFFERENCES))
                .containsExactly(
                        "daily_totals",
                        "daily_totals",
                        "daily_totals",
                        "day_totals",
                        "day_totals",
                        "month_totals",
                        "month_totals",
                        "month_totals",
                        "monthly_merchants",
                        "monthly_merchants",
                        "monthly_merchants");
        assertThat(rows(connection, "SELECT analytics.mend_roll_ups()")).containsExactly("11");
        assertThat(rows(connection, DIFFERENCES)).isEmpty();
        assertThat(rows(connection, "SELECT analytics.mend_roll_ups()")).containsExactly("0");
    }

    @Test
    void rollUpsWhenMendedThenAnswersFromBeforeAreOutOfDate() throws SQLException {
        String versions = "SELECT version FROM analytics.data_versions WHERE user_id = " + id("anna");
        write(insert("anna", "food", "12", "spending", "Shop", "2024-02-29"));
        assertThat(rows(connection, versions)).containsExactly("2");
        Sql.execute(connection, "DELETE FROM analytics.day_totals WHERE user_id = " + id("anna"));
        Sql.execute(connection, "SELECT analytics.mend_roll_ups()");
        assertThat(rows(connection, versions)).containsExactly("3");
        Sql.execute(connection, "SELECT analytics.mend_roll_ups()");
        assertThat(rows(connection, versions)).containsExactly("3");
    }

    private void delete(String which) throws SQLException {
        write("DELETE FROM analytics.transactions WHERE " + which + " AND user_id = " + id("anna"));
    }

    private void write(String sql) throws SQLException {
        Sql.execute(connection, sql);
        assertThat(rows(connection, DIFFERENCES)).as(sql).isEmpty();
    }

    private static String insert(
            String owner, String category, String amount, String kind, String merchant, String date) {
        return """
               INSERT INTO analytics.transactions (user_id, amount, currency, kind, category_id, merchant, transaction_date)
               SELECT user_id, %s, 'EUR', '%s', id, nullif('%s', ''), '%s' FROM analytics.categories WHERE name = '%s' AND user_id = %s""".formatted(amount, kind, merchant, date, category, id(owner));
    }

    private static String id(String username) {
        return "(SELECT id FROM auth.users WHERE username = '" + username + "')";
    }
}
