package com.spendtracker.db;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import liquibase.Contexts;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.UpdateSummaryEnum;
import liquibase.UpdateSummaryOutputEnum;
import liquibase.database.core.PostgresDatabase;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.resource.ClassLoaderResourceAccessor;
import liquibase.ui.LoggerUIService;

/** Applies the Liquibase changelog as the owner of the schema. */
final class Changelog {

    private static final String FILE = "db/changelog/changelog.yaml";

    /** Liquibase keeps its books apart from the data. */
    private static final String BOOKS = "liquibase";

    /** Held, because java.util.logging forgets the level of a logger that nobody holds. */
    private static final Logger LIQUIBASE_LOG = Logger.getLogger("liquibase");

    /** No usage statistics over the network, and no console output of Liquibase's own. */
    private static final Map<String, Object> QUIET =
            Map.of("liquibase.analytics.enabled", false, Scope.Attr.ui.name(), new LoggerUIService());

    private final boolean demoData;

    Changelog(boolean demoData) {
        this.demoData = demoData;
    }

    /** Returns the number of changes that this database had not seen before. */
    int apply(Connection connection) throws SQLException {
        LIQUIBASE_LOG.setLevel(Level.SEVERE);
        Sql.execute(connection, "SET ROLE " + Roles.OWNER);
        Sql.execute(connection, "CREATE SCHEMA IF NOT EXISTS " + BOOKS);
        releaseLockOfKilledMigration(connection);
        int before = countApplied(connection);
        try {
            Scope.child(QUIET, () -> update(connection));
        } catch (Exception failure) {
            throw new MigrationException("The schema could not be changed: " + rootMessage(failure), failure);
        }
        connection.setAutoCommit(true);
        return countApplied(connection) - before;
    }

    private void update(Connection connection) throws LiquibaseException {
        PostgresDatabase database = new PostgresDatabase();
        database.setConnection(new JdbcConnection(connection));
        database.setLiquibaseSchemaName(BOOKS);
        // Not closed: that would close the connection, which belongs to the caller.
        @SuppressWarnings("resource")
        Liquibase liquibase = new Liquibase(FILE, new ClassLoaderResourceAccessor(), database);
        liquibase.setShowSummary(UpdateSummaryEnum.OFF);
        liquibase.setShowSummaryOutput(UpdateSummaryOutputEnum.LOG);
        // Liquibase runs every context when it is given none.
        liquibase.update(new Contexts(demoData ? "demo" : "none"));
    }

    /** Our advisory lock is held, so no other migration runs, and a lock in Liquibase's table is a dead one's. */
    private static void releaseLockOfKilledMigration(Connection connection) throws SQLException {
        if (exists(connection, "databasechangeloglock")) {
            Sql.execute(
                    connection,
                    "UPDATE " + BOOKS + ".databasechangeloglock"
                            + " SET locked = false, lockgranted = NULL, lockedby = NULL WHERE locked");
        }
    }

    private static int countApplied(Connection connection) throws SQLException {
        return exists(connection, "databasechangelog")
                ? Sql.number(connection, "SELECT count(*) FROM " + BOOKS + ".databasechangelog")
                : 0;
    }

    private static boolean exists(Connection connection, String table) throws SQLException {
        return Sql.isTrue(connection, "SELECT to_regclass('" + BOOKS + "." + table + "') IS NOT NULL");
    }

    private static String rootMessage(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root instanceof SQLException sql
                ? Sql.explain(sql)
                : String.valueOf(root.getMessage()).strip().replaceAll("\\s*\\R\\s*", " ");
    }
}
