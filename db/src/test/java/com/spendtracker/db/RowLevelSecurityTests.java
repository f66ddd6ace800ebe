package com.spendtracker.db;

import static com.spendtracker.db.Scratch.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.spendtracker.db.test.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rows of others are not there for analytics_service, even where a statement forgets to name their owner. */
class RowLevelSecurityTests {

    /** Tables with an owner, but for those of auth-service, which must find people before it knows who they are. */
    private static final String OWNED = """
            FROM pg_class AS t
            JOIN pg_attribute AS a ON a.attrelid = t.oid AND a.attname = 'user_id'
            WHERE t.relkind IN ('r', 'p') AND t.relnamespace::regnamespace::text NOT IN ('auth', 'pg_catalog', 'information_schema')
            """;

    private final TestDatabase database = TestDatabase.get();

    @Test
    void ownedTablesWhenListedThenAllHaveForcedRowLevelSecurity() throws SQLException {
        try (Connection connection = database.adminConnection()) {
            assertThat(rows(connection, "SELECT t.oid::regclass " + OWNED)).hasSizeGreaterThan(15);
            assertThat(rows(
                            connection,
                            "SELECT t.oid::regclass " + OWNED
                                    + " AND NOT (t.relrowsecurity AND t.relforcerowsecurity)"))
                    .isEmpty();
        }
    }

    @Test
    void ownedTablesWhenServicesHaveAPolicyThenItIsTheOneAboutTheUser() throws SQLException {
        try (Connection connection = database.adminConnection()) {
            assertThat(rows(connection, """
                            SELECT DISTINCT roles, permissive, cmd, qual, with_check
                            FROM pg_policies
                            WHERE roles <> '{spend_tracker_owner}'
                            """))
                    .containsExactly(
                            "{analytics_service}|PERMISSIVE|ALL|"
                                    + "(user_id = (COALESCE(NULLIF(current_setting('app.user_id'::text, true), ''::text), '0'::text))::bigint)|null");
        }
    }

    @Test
    void serviceRolesWhenLookedAtThenOwnNothingAndBypassNothing() throws SQLException {
        try (Connection connection = database.adminConnection()) {
            assertThat(rows(connection, """
                            SELECT rolname FROM pg_roles
                            WHERE rolname IN ('auth_service', 'analytics_service') AND NOT rolsuper AND NOT rolbypassrls
                              AND NOT EXISTS (SELECT FROM pg_auth_members WHERE member = pg_roles.oid)
                              AND NOT EXISTS (
                                SELECT FROM pg_shdepend WHERE refobjid = pg_roles.oid AND deptype = 'o')
                            ORDER BY rolname
                            """)).containsExactly("analytics_service", "auth_service");
        }
    }

    @Test
    void analyticsServiceWhenNoUserIsSetThenSeesNothing() throws SQLException {
        try (Connection connection = asAnalytics()) {
            connection.setAutoCommit(false);
            assertThat(rows(connection, "SELECT FROM analytics.transactions")).isEmpty();
            setUser(connection, anybody());
            assertThat(rows(connection, "SELECT FROM analytics.transactions")).isNotEmpty();
            connection.commit();
            // The session has had a user now.
            assertThat(rows(connection, "SELECT FROM analytics.transactions")).isEmpty();
        }
    }

    @Test
    void analyticsServiceWhenItForgetsTheOwnerThenSeesTheUsersRowsOnly() throws SQLException {
        String user = anybody();
        try (Connection connection = asAnalytics()) {
            connection.setAutoCommit(false);
            setUser(connection, user);
            for (String table : readable()) {
                assertThat(rows(connection, "SELECT DISTINCT user_id FROM " + table))
                        .as(table)
                        .isSubsetOf(user);
            }
            assertThat(rows(connection, "SELECT DISTINCT user_id FROM analytics.daily_totals"))
                    .containsExactly(user);
            Sql.execute(connection, "UPDATE analytics.transactions SET description = 'seen'");
            Sql.execute(connection, "DELETE FROM analytics.views");
            connection.commit();
        }
        try (Connection connection = database.adminConnection()) {
            assertThat(rows(
                            connection,
                            "SELECT DISTINCT user_id FROM analytics.transactions WHERE description = 'seen'"))
                    .containsExactly(user);
        }
    }

    @Test
    void analyticsServiceWhenWritingForSomebodyElseThenRefused() throws SQLException {
        String user = anybody();
        try (Connection connection = asAnalytics()) {
            for (String statement : List.of(
                    "INSERT INTO analytics.views (user_id, name, query) VALUES (%s + 1, 'theirs', '')",
                    "UPDATE analytics.transactions SET user_id = %s + 1")) {
                connection.setAutoCommit(false);
                setUser(connection, user);
                assertThatExceptionOfType(SQLException.class)
                        .isThrownBy(() -> Sql.execute(connection, statement.formatted(user)))
                        .satisfies(refusal -> assertThat(refusal.getSQLState()).isEqualTo("42501"));
                connection.rollback();
            }
        }
    }

    /** Whether the planner takes it is a matter of costs, but it may. */
    @Test
    void textIndexWhenRowsAreHiddenThenMayStillBeUsed() throws SQLException {
        try (Connection connection = database.adminConnection()) {
            assertThat(rows(
                            connection,
                            "SELECT proleakproof FROM pg_proc WHERE oid = (SELECT oprcode FROM pg_operator"
                                    + " WHERE oid = 'pg_catalog.~~*(text, text)'::regoperator)"))
                    .containsExactly("t");
        }
    }

    private List<String> readable() throws SQLException {
        try (Connection connection = database.adminConnection()) {
            return rows(
                    connection,
                    "SELECT t.oid::regclass " + OWNED
                            + " AND has_table_privilege('analytics_service', t.oid, 'SELECT')");
        }
    }

    private String anybody() throws SQLException {
        try (Connection connection = database.adminConnection()) {
            return rows(connection, "SELECT min(user_id) FROM analytics.transactions")
                    .getFirst();
        }
    }

    private static void setUser(Connection connection, String user) throws SQLException {
        Sql.execute(connection, "SELECT set_config('app.user_id', '" + user + "', true)");
    }

    private Connection asAnalytics() throws SQLException {
        return database.connection(database.database(), Roles.ANALYTICS, database.analyticsPassword());
    }
}
