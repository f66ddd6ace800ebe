package com.spendtracker.db;

import static com.spendtracker.db.Scratch.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.spendtracker.db.test.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What each service may do, tried with its own login. */
class RightsTests {

    private final TestDatabase database = TestDatabase.get();

    @Test
    void authServiceWhenUsingItsTablesThenMay() throws SQLException {
        try (Connection connection = asAuth()) {
            connection.setAutoCommit(false);
            assertThat(rows(connection, "SELECT count(*) > 0 FROM auth.users")).containsExactly("t");
            Sql.execute(
                    connection,
                    "INSERT INTO auth.signing_keys (kid, state, public_jwk, private_key) VALUES ('k', 'next', '{}', 'x')");
            Sql.execute(
                    connection, "UPDATE auth.signing_keys SET state = 'active', activated_at = now() WHERE kid = 'k'");
            Sql.execute(
                    connection, "UPDATE auth.signing_keys SET state = 'retired', retired_at = now() WHERE kid = 'k'");
            Sql.execute(connection, "DELETE FROM auth.signing_keys WHERE kid = 'k'");
            connection.rollback();
        }
    }

    @Test
    void analyticsServiceWhenReadingItsTablesThenMay() throws SQLException {
        try (Connection connection = asAnalytics()) {
            assertThat(
                            rows(
                                    connection,
                                    "SELECT count(*) > 0 FROM analytics.transactions JOIN analytics.categories USING (user_id)"))
                    .containsExactly("t");
        }
    }

    /** The sums follow although the service may not write them itself. */
    @Test
    void analyticsServiceWhenWritingTransactionsThenMayAndReadsTheirSums() throws SQLException {
        try (Connection connection = asAnalytics()) {
            connection.setAutoCommit(false);
            assertThat(
                            rows(
                                    connection,
                                    "SELECT count(*) > 0 FROM analytics.daily_totals JOIN analytics.monthly_merchants USING (user_id)"))
                    .containsExactly("t");
            Sql.execute(connection, "UPDATE analytics.transactions SET amount = amount + 1, currency = 'XTS'");
            Sql.execute(connection, "DELETE FROM analytics.transactions");
            assertThat(rows(connection, "SELECT FROM analytics.daily_totals")).isEmpty();
            connection.rollback();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT FROM analytics.transactions",
                "SELECT FROM analytics.categories",
                "SELECT FROM analytics.daily_totals",
                "SELECT FROM analytics.monthly_merchants",
                "SELECT FROM analytics.day_totals",
                "SELECT FROM analytics.month_totals",
                "SELECT FROM demo.histories",
                "SELECT demo.extend(current_date)",
                "SELECT FROM liquibase.databasechangelog",
                "UPDATE auth.signing_keys SET public_jwk = '{}'",
                "UPDATE auth.signing_keys SET private_key = 'x'",
                "UPDATE auth.signing_keys SET rotation_asked_at = now()",
                "TRUNCATE auth.signing_keys",
                "SELECT auth.rotate_signing_keys()",
                "INSERT INTO auth.users (username, password_hash) VALUES ('new@example.com', 'x')",
                "SELECT auth.begin_with_categories(1)",
                "UPDATE auth.audit_events SET event = 'another'",
                "DELETE FROM auth.audit_events",
                "DELETE FROM auth.known_addresses",
                "DELETE FROM auth.refresh_tokens",
                "ALTER TABLE auth.users DISABLE ROW LEVEL SECURITY",
                "DROP POLICY of_the_user ON auth.users",
                "SELECT FROM analytics.starter_categories",
                "CREATE TABLE auth.t (id int)",
                "CREATE SCHEMA mine",
                "CREATE TABLE public.t (id int)",
                "SET ROLE spend_tracker_owner",
                "SET ROLE analytics_service"
            })
    void authServiceWhenGoingBeyondThenRefused(String sql) throws SQLException {
        try (Connection connection = asAuth()) {
            assertRefused(connection, sql);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT FROM auth.users",
                "SELECT FROM auth.signing_keys",
                "SELECT auth.rotate_signing_keys(true)",
                "SELECT FROM demo.histories",
                "SELECT FROM liquibase.databasechangelog",
                "INSERT INTO analytics.starter_categories VALUES ('a', 'b', '#000000')",
                "SELECT auth.begin_with_categories(1)",
                "SELECT auth.user_by_username('john.doe@example.com')",
                "SELECT auth.open_account('new@example.com', 'New', 'x')",
                "SELECT auth.forget_old_events()",
                "TRUNCATE analytics.transactions",
                "INSERT INTO analytics.daily_totals SELECT * FROM analytics.daily_totals",
                "UPDATE analytics.daily_totals SET total = 0",
                "DELETE FROM analytics.monthly_merchants",
                "UPDATE analytics.day_totals SET total = 0",
                "DELETE FROM analytics.month_totals",
                "SELECT FROM analytics.daily_sums",
                "SELECT FROM analytics.roll_up_differences()",
                "SELECT analytics.mend_roll_ups()",
                "CREATE TABLE analytics.t (id int)",
                "ALTER TABLE analytics.transactions DISABLE ROW LEVEL SECURITY",
                "DROP POLICY of_the_user ON analytics.transactions",
                "SET ROLE spend_tracker_owner",
                "SET ROLE auth_service"
            })
    void analyticsServiceWhenGoingBeyondThenRefused(String sql) throws SQLException {
        try (Connection connection = asAnalytics()) {
            assertRefused(connection, sql);
        }
    }

    private static void assertRefused(Connection connection, String sql) {
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> Sql.execute(connection, sql))
                .satisfies(refusal -> assertThat(refusal.getSQLState()).isEqualTo("42501"));
    }

    private Connection asAuth() throws SQLException {
        return as(Roles.AUTH, database.authPassword());
    }

    private Connection asAnalytics() throws SQLException {
        return as(Roles.ANALYTICS, database.analyticsPassword());
    }

    /** For the first of the demo people: without a user, there is no row that rights could be tried on. */
    private Connection as(String role, String password) throws SQLException {
        Connection connection = database.connection(database.database(), role, password);
        Sql.execute(connection, "SET app.user_id = '1'");
        return connection;
    }
}
