package com.spendtracker.db;

import static com.spendtracker.db.Scratch.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.spendtracker.db.test.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows of others are not there for the services, even where a statement forgets to name their owner. */
class RowLevelSecurityTests {

    /** Tables with an owner: users, what has a user_id, and what refers to any of these, however far off. */
    private static final String OWNED = """
            WITH RECURSIVE owned AS (
                SELECT 'auth.users'::regclass::oid AS id
                UNION
                SELECT attrelid FROM pg_attribute WHERE attname = 'user_id' AND attrelid >= 16384
                UNION
                SELECT c.conrelid FROM owned AS o JOIN pg_constraint AS c ON c.confrelid = o.id AND c.contype = 'f'
            )
            SELECT t.oid::regclass FROM pg_class AS t JOIN owned AS o ON o.id = t.oid WHERE t.relkind IN ('r', 'p')
            """;

    private static final String THE_USER =
            "(COALESCE(NULLIF(current_setting('app.user_id'::text, true), ''::text), '0'::text))::bigint)";

    /** Users 1 and 2 have a row in every table of auth, with their number where a hash belongs. */
    private static final String TWO_PEOPLE = """
            INSERT INTO auth.known_addresses SELECT n, '198.51.100.7', now() FROM generate_series(1, 2) AS n;
            INSERT INTO auth.audit_events (user_id, event, address) SELECT n, 'sign-in', '198.51.100.7' FROM generate_series(1, 2) AS n;
            INSERT INTO auth.sessions (id, user_id, kind, secret_hash, expires_at, address)
            SELECT repeat(n::text, 32)::uuid, n, 'browser', repeat(n::text, 64), now() + interval '1 day', '198.51.100.7' FROM generate_series(1, 2) AS n;
            INSERT INTO auth.refresh_tokens (hash, session_id) SELECT repeat(n::text, 64), repeat(n::text, 32)::uuid FROM generate_series(1, 2) AS n;
            INSERT INTO auth.api_tokens (user_id, hash, name, scope, expires_at)
            SELECT n, repeat(n::text, 64), 'one', 'read', now() + interval '1 day' FROM generate_series(1, 2) AS n;
            INSERT INTO auth.second_factors (user_id, secret) SELECT n, 'encrypted' FROM generate_series(1, 2) AS n;
            INSERT INTO auth.recovery_codes SELECT n, repeat(n::text, 64) FROM generate_series(1, 2) AS n;
            INSERT INTO auth.passkeys (user_id, credential_id, credential, name, sign_count, syncable, synced)
            SELECT n, repeat(n::text, 64), 'AAAA', 'one', 0, false, false FROM generate_series(1, 2) AS n;
            """;

    private final TestDatabase database = TestDatabase.get();

    @Test
    void ownedTablesWhenListedThenAllHaveForcedRowLevelSecurity() throws SQLException {
        try (Connection connection = database.adminConnection()) {
            assertThat(rows(connection, OWNED))
                    .hasSizeGreaterThan(20)
                    .contains("analytics.transactions", "auth.users", "auth.refresh_tokens", "demo.histories");
            assertThat(rows(connection, OWNED + " AND NOT (t.relrowsecurity AND t.relforcerowsecurity)"))
                    .isEmpty();
        }
    }

    @Test
    void ownedTablesWhenServicesHaveAPolicyThenItIsTheOneAboutTheUser() throws SQLException {
        try (Connection connection = database.adminConnection()) {
            assertThat(rows(connection, """
                            SELECT DISTINCT roles, permissive, cmd,
                                   CASE WHEN tablename IN ('users', 'refresh_tokens') THEN tablename END,
                                   regexp_replace(qual, '\\s+', ' ', 'g'), with_check
                            FROM pg_policies
                            WHERE roles <> '{spend_tracker_owner}'
                            """))
                    .containsExactlyInAnyOrder(
                            "{analytics_service}|PERMISSIVE|ALL|null|(user_id = " + THE_USER + "|null",
                            "{auth_service}|PERMISSIVE|ALL|null|(user_id = " + THE_USER + "|null",
                            "{auth_service}|PERMISSIVE|ALL|users|(id = " + THE_USER + "|null",
                            "{auth_service}|PERMISSIVE|ALL|refresh_tokens|(EXISTS ( SELECT FROM auth.sessions s"
                                    + " WHERE ((s.id = refresh_tokens.session_id) AND (s.user_id = " + THE_USER
                                    + ")))|null");
        }
    }

    /** What runs as the owner sees everybody's rows: where it looks for names is its own, and not anybody may call it. */
    @Test
    void functionsWhenTheyRunAsTheOwnerThenTheySayWhereNamesAreAndWhoMayCallThem() throws SQLException {
        try (Connection connection = database.adminConnection()) {
            String ours = """
                    FROM pg_proc WHERE prosecdef AND pronamespace IN ('auth'::regnamespace, 'analytics'::regnamespace)
                    """;
            assertThat(rows(connection, "SELECT oid::regprocedure " + ours)).hasSizeGreaterThan(8);
            assertThat(rows(connection, "SELECT oid::regprocedure " + ours + """
                            AND (NOT coalesce('search_path=pg_catalog' = ANY (proconfig), false)
                              OR prorettype <> 'trigger'::regtype
                                 AND EXISTS (SELECT FROM aclexplode(coalesce(proacl, acldefault('f', proowner))) AS a WHERE a.grantee = 0))
                            """))
                    .isEmpty();
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
            for (String table : readable(Roles.ANALYTICS)) {
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

    @Test
    void authServiceWhenNoUserIsSetThenSeesAndChangesNothing() throws SQLException {
        try (Connection connection = asAuthWithTwoPeople()) {
            for (String table : readable(Roles.AUTH)) {
                assertThat(rows(connection, "SELECT FROM " + table)).as(table).isEmpty();
            }
            assertThat(rows(connection, "WITH d AS (DELETE FROM auth.users RETURNING 1) SELECT FROM d"))
                    .isEmpty();
            setUser(connection, "");
            assertThat(rows(connection, "SELECT FROM auth.users")).isEmpty();
        }
    }

    @Test
    void authServiceWhenItForgetsTheOwnerThenSeesTheUsersRowsOnly() throws SQLException {
        try (Connection connection = asAuthWithTwoPeople()) {
            setUser(connection, "2");
            for (String table : readable(Roles.AUTH)) {
                assertThat(rows(connection, "SELECT FROM " + table)).as(table).hasSize(1);
            }
            assertThat(rows(connection, "SELECT id FROM auth.users")).containsExactly("2");
            assertThat(rows(connection, "SELECT hash FROM auth.refresh_tokens")).containsExactly("2".repeat(64));
            assertThat(rows(
                            connection,
                            "WITH u AS (UPDATE auth.sessions SET client = 'seen' RETURNING user_id) TABLE u"))
                    .containsExactly("2");
            assertThat(rows(connection, "WITH d AS (DELETE FROM auth.users RETURNING id) TABLE d"))
                    .containsExactly("2");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INSERT INTO auth.audit_events (user_id, event, address) VALUES (1, 'sign-in', 'a')",
                "INSERT INTO auth.known_addresses VALUES (1, 'a', now())",
                "INSERT INTO auth.sessions (user_id, kind, expires_at, address) VALUES (1, 'program', now(), 'a')",
                "INSERT INTO auth.refresh_tokens (session_id, hash) VALUES ('11111111-1111-1111-1111-111111111111', repeat('3', 64))",
                "INSERT INTO auth.recovery_codes VALUES (1, repeat('3', 64))",
                "INSERT INTO auth.passkeys (user_id, credential_id, credential, name, sign_count, syncable, synced)"
                        + " VALUES (1, 'AAAA', 'AAAA', 'mine', 0, false, false)"
            })
    void authServiceWhenWritingForSomebodyElseThenRefused(String statement) throws SQLException {
        try (Connection connection = asAuthWithTwoPeople()) {
            setUser(connection, "2");
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> Sql.execute(connection, statement))
                    .satisfies(refusal -> assertThat(refusal.getSQLState()).isEqualTo("42501"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "user_by_username, John.DOE@example.com",
        "user_by_session, 1111111111111111111111111111111111111111111111111111111111111111",
        "user_by_refresh_token, 1111111111111111111111111111111111111111111111111111111111111111",
        "user_by_api_token, 1111111111111111111111111111111111111111111111111111111111111111",
        "user_by_passkey, 1111111111111111111111111111111111111111111111111111111111111111"
    })
    void authServiceWhenSomethingIsShownThenLearnsWhoseItIsAndNothingOfOthers(String function, String shown)
            throws SQLException {
        try (Connection connection = asAuthWithTwoPeople()) {
            assertThat(rows(connection, "SELECT auth.%s('%s')".formatted(function, shown)))
                    .containsExactly("1");
            assertThat(rows(connection, "SELECT auth.%s('%s')".formatted(function, shown.substring(1))))
                    .containsExactly("null");
            assertThat(rows(connection, "SELECT auth.%s(NULL), auth.%1$s(''), auth.%1$s('%%')".formatted(function)))
                    .containsExactly("null|null|null");
            assertThat(rows(connection, "SELECT FROM auth.users")).isEmpty();
        }
    }

    @Test
    void accountWhenOpenedThenTheTransactionIsItsOwn() throws SQLException {
        try (Connection connection = asAuthWithTwoPeople()) {
            String id = rows(connection, "SELECT id FROM auth.open_account('new@example.com', NULL, 'x')")
                    .getFirst();
            assertThat(rows(connection, "SELECT id, username FROM auth.users"))
                    .containsExactly(id + "|new@example.com");
            Sql.execute(connection, "RESET ROLE");
            assertThat(rows(connection, "SELECT count(*) > 5 FROM analytics.categories WHERE user_id = " + id))
                    .containsExactly("t");
        }
    }

    @Test
    void oldThingsWhenForgottenThenNothingElseIs() throws SQLException {
        try (Connection connection = asAuthWithTwoPeople()) {
            Sql.execute(connection, "RESET ROLE");
            Sql.execute(connection, """
                    UPDATE auth.audit_events SET occurred_at = now() - interval '366 days' WHERE user_id = 1;
                    UPDATE auth.known_addresses SET last_used_at = now() - interval '181 days' WHERE user_id = 1;
                    UPDATE auth.sessions SET last_used_at = now() - interval '6 minutes' WHERE user_id = 1;
                    INSERT INTO auth.refresh_tokens (session_id, hash, replaced_at)
                    SELECT id, repeat(n::text, 64), now() - n * interval '1 minute'
                    FROM auth.sessions, generate_series(4, 6, 2) AS n WHERE user_id = 2;
                    """);
            Sql.execute(connection, "SET LOCAL ROLE auth_service");
            Sql.execute(connection, "SELECT auth.forget_old_events(), auth.forget_old_addresses()");
            Sql.execute(connection, "SELECT auth.forget_ended_sessions(interval '0')");
            Sql.execute(connection, "RESET ROLE");
            assertThat(rows(connection, """
                            SELECT 'event', user_id FROM auth.audit_events
                            UNION ALL SELECT 'address', user_id FROM auth.known_addresses
                            UNION ALL SELECT 'session', user_id FROM auth.sessions
                            UNION ALL SELECT 'token', left(hash, 1)::bigint FROM auth.refresh_tokens
                            ORDER BY 1, 2
                            """))
                    .containsExactly("address|2", "event|2", "session|2", "token|2", "token|4");
        }
    }

    private List<String> readable(String role) throws SQLException {
        try (Connection connection = database.adminConnection()) {
            return rows(connection, OWNED + " AND has_table_privilege('" + role + "', t.oid, 'SELECT')");
        }
    }

    /** In a transaction that is never committed. */
    private Connection asAuthWithTwoPeople() throws SQLException {
        Connection connection = database.adminConnection();
        connection.setAutoCommit(false);
        Sql.execute(connection, TWO_PEOPLE);
        Sql.execute(connection, "SET LOCAL ROLE auth_service");
        return connection;
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
