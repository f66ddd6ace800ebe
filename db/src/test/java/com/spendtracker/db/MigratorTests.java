package com.spendtracker.db;

import static com.spendtracker.db.Scratch.migrate;
import static com.spendtracker.db.Scratch.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.spendtracker.db.test.TestDatabase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Migrations of a real PostgreSQL. */
class MigratorTests {

    @Test
    void migrateWhenFreshThenEverythingBelongsToTheOwner() throws Exception {
        try (Connection connection = TestDatabase.get().adminConnection()) {
            assertThat(rows(connection, """
                            SELECT DISTINCT n.nspname, pg_get_userbyid(n.nspowner), pg_get_userbyid(c.relowner)
                            FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
                            WHERE n.nspname IN ('auth', 'analytics', 'demo', 'liquibase') ORDER BY 1"""))
                    .containsExactly(
                            "analytics|spend_tracker_owner|spend_tracker_owner",
                            "auth|spend_tracker_owner|spend_tracker_owner",
                            "demo|spend_tracker_owner|spend_tracker_owner",
                            "liquibase|spend_tracker_owner|spend_tracker_owner");
            assertThat(rows(
                            connection,
                            "SELECT rolcanlogin, rolsuper FROM pg_roles WHERE rolname = '" + Roles.OWNER + "'"))
                    .containsExactly("f|f");
        }
    }

    @Test
    void migrateWhenRunAgainThenNothingChanges() throws Exception {
        try (Scratch scratch = Scratch.create();
                Connection connection = scratch.connect()) {
            migrate(scratch.settings());
            String state = "SELECT md5(string_agg(t::text, ',' ORDER BY id)) FROM analytics.transactions AS t";
            List<String> before = rows(connection, state);
            assertThat(migrate(scratch.settings())).singleElement().asString().contains("nothing to apply");
            assertThat(rows(connection, state)).isEqualTo(before);
        }
    }

    /** Two at the same database meet in its lock, two at different ones only in the roles that all databases share. */
    @Test
    void migrateWhenSeveralRunAtOnceThenAllSucceed() throws Exception {
        try (Scratch one = Scratch.create();
                Scratch other = Scratch.create();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<List<String>> first = () -> migrate(one.settings());
            Callable<List<String>> second = () -> migrate(other.settings());
            for (Future<List<String>> migration : threads.invokeAll(List.of(first, second, first, second))) {
                assertThat(migration.get()).isNotEmpty();
            }
            try (Connection connection = one.connect();
                    Connection otherConnection = other.connect()) {
                assertThat(rows(connection, "SELECT count(*) FROM auth.users")).containsExactly("3");
                assertThat(rows(otherConnection, "SELECT count(*) FROM auth.users"))
                        .containsExactly("3");
            }
        }
    }

    @Test
    void migrateWhenDemoIsOffThenNobodyIsThere() throws Exception {
        try (Scratch scratch = Scratch.create();
                Connection connection = scratch.connect()) {
            migrate(scratch.settings().withDemoData(false));
            assertThat(rows(connection, "SELECT count(*) FROM auth.users")).containsExactly("0");
            assertThat(rows(connection, "SELECT to_regnamespace('demo') IS NULL"))
                    .containsExactly("t");
        }
    }

    @Test
    void migrateWhenDemoIsTurnedOnLaterThenKeepsWhoIsThere() throws Exception {
        try (Scratch scratch = Scratch.create();
                Connection connection = scratch.connect()) {
            migrate(scratch.settings().withDemoData(false));
            Sql.execute(
                    connection,
                    "INSERT INTO auth.users (username, password_hash) VALUES ('Jane.Doe@example.com', 'of her own')");
            migrate(scratch.settings());
            assertThat(rows(connection, """
                            SELECT username, password_hash = 'of her own',
                                   (SELECT count(*) > 0 FROM analytics.transactions WHERE user_id = u.id)
                            FROM auth.users AS u ORDER BY lower(username)"""))
                    .containsExactly("charlie@example.com|f|t", "Jane.Doe@example.com|t|f", "john.doe@example.com|f|t");
        }
    }

    @Test
    void migrateWhenKilledMigrationLeftItsLockThenGoesOn() throws Exception {
        try (Scratch scratch = Scratch.create();
                Connection connection = scratch.connect()) {
            migrate(scratch.settings().withDemoData(false));
            Sql.execute(
                    connection,
                    "UPDATE liquibase.databasechangeloglock SET locked = true, lockedby = 'the dead', lockgranted = now()");
            assertThat(migrate(scratch.settings())).hasSize(1);
            assertThat(rows(connection, "SELECT locked FROM liquibase.databasechangeloglock"))
                    .containsExactly("f");
        }
    }

    @Test
    void migrateWhenNobodyAnswersThenWaitsAndSaysSo() throws IOException {
        int unused;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            unused = socket.getLocalPort();
        }
        MigrationSettings settings = new MigrationSettings(
                "127.0.0.1", unused, "db", "admin", "secret", "secret", "secret", false, Duration.ofMillis(900));
        long start = System.nanoTime();
        assertThatExceptionOfType(MigrationException.class)
                .isThrownBy(() -> migrate(settings))
                .withMessageContaining("127.0.0.1:" + unused + " did not answer")
                .withMessageNotContaining("secret");
        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .isBetween(Duration.ofMillis(900), Duration.ofSeconds(20));
    }

    @Test
    void migrateWhenPasswordIsWrongThenSaysSoAtOnceWithoutIt() {
        TestDatabase database = TestDatabase.get();
        MigrationSettings settings = new MigrationSettings(
                database.host(),
                database.port(),
                database.database(),
                database.adminUser(),
                "not-the-secret",
                "x",
                "x",
                false,
                Duration.ofHours(1));
        assertThatExceptionOfType(MigrationException.class)
                .isThrownBy(() -> migrate(settings))
                .withMessageContaining("password authentication failed")
                .withMessageNotContaining("not-the-secret");
    }

    @Test
    void migrateWhenUserMayNotCreateRolesThenSaysWhatIsNeeded() {
        TestDatabase database = TestDatabase.get();
        MigrationSettings settings = new MigrationSettings(
                database.host(),
                database.port(),
                database.database(),
                Roles.AUTH,
                database.authPassword(),
                "x",
                "y",
                false,
                Duration.ofSeconds(5));
        assertThatExceptionOfType(MigrationException.class)
                .isThrownBy(() -> migrate(settings))
                .withMessageContaining("must be a superuser, or own the database and have CREATEROLE");
    }
}
