package com.spendtracker.db;

import static com.spendtracker.db.Scratch.migrate;
import static com.spendtracker.db.Scratch.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.spendtracker.db.test.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** A server whose administrator is no superuser, as at most providers; and passwords that are hard to quote. */
class LimitedAdministratorTests {

    private static final String ODD = "it's \"odd\" \\ $$ %L ' OR ''='é€";

    private final TestDatabase server = TestDatabase.startEmpty();

    @Test
    void migrateWhenAdministratorOnlyOwnsTheDatabaseThenSucceedsAndSetsPasswords() throws Exception {
        try (Connection connection = server.adminConnection()) {
            Sql.execute(connection, "CREATE ROLE \"limited-admin\" LOGIN CREATEROLE PASSWORD 'limited'");
            Sql.execute(connection, "CREATE DATABASE \"the-data\" OWNER \"limited-admin\"");
        }
        assertThat(migrate(settings("first", "first")))
                .anyMatch(line -> line.contains("ALTER FUNCTION pg_catalog.texticlike(text, text) LEAKPROOF"));
        migrate(settings(ODD, "second"));
        try (Connection connection = server.connection("the-data", Roles.AUTH, ODD)) {
            Sql.execute(connection, "SET app.user_id = '1'");
            assertThat(rows(connection, "SELECT id FROM auth.users")).containsExactly("1");
        }
        try (Connection connection = server.connection("the-data", Roles.ANALYTICS, "second")) {
            Sql.execute(connection, "SET app.user_id = '1'");
            assertThat(rows(connection, "SELECT count(*) > 800 FROM analytics.transactions"))
                    .containsExactly("t");
        }
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> server.connection("the-data", Roles.AUTH, "first"))
                .withMessageContaining("password authentication failed");
    }

    private MigrationSettings settings(String authPassword, String analyticsPassword) {
        MigrationSettings base = server.migrationSettings();
        return new MigrationSettings(
                base.host(),
                base.port(),
                "the-data",
                "limited-admin",
                "limited",
                authPassword,
                analyticsPassword,
                true,
                base.patience());
    }
}
