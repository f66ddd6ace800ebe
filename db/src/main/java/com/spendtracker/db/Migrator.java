package com.spendtracker.db;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Consumer;

/** Brings one database up to date; safe to run again and to run from several places at the same time. */
public final class Migrator {

    /** Any number will do, as long as every version of this program uses the same one. */
    private static final long ADVISORY_LOCK = 7_308_324_466_019L;

    private final MigrationSettings settings;
    private final Consumer<String> log;

    public Migrator(MigrationSettings settings, Consumer<String> log) {
        this.settings = settings;
        this.log = log;
    }

    /**
     * Waits for the server, creates or updates the roles, applies the changes that are missing, and returns.
     *
     * @throws MigrationException if that was not possible; its message holds no secret
     */
    public void migrate() {
        long start = System.nanoTime();
        try (Connection connection = new ServerConnector(settings, log).connect()) {
            // The lock ends with the session, so a migration that was killed never blocks the next one.
            Sql.execute(connection, "SET lock_timeout = '5min'");
            Sql.execute(connection, "SELECT pg_advisory_lock(" + ADVISORY_LOCK + ")");
            // From here on waiting means that a table is in use: better to give up than to queue everyone behind us.
            Sql.execute(connection, "SET lock_timeout = '30s'");
            new Roles(settings).ensure(connection);
            TextSearch.ensure(connection, log);
            int applied = new Changelog(settings.demoData()).apply(connection);
            log.accept("Database %s is up to date (%s%s) after %.1f s"
                    .formatted(
                            settings.database(),
                            applied == 0 ? "nothing to apply" : applied + " changes applied",
                            settings.demoData() ? ", demo data until today" : "",
                            (System.nanoTime() - start) / 1e9));
        } catch (SQLException failure) {
            throw new MigrationException(Sql.explain(failure), failure);
        }
    }
}
