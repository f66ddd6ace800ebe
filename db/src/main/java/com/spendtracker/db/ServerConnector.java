package com.spendtracker.db;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Consumer;
import org.postgresql.ds.PGSimpleDataSource;

/** Connects as the administrator, and waits for a server that is only just starting. */
final class ServerConnector {

    private static final long PAUSE_MILLIS = 500;
    private static final int CONNECT_TIMEOUT_SECONDS = 5;

    private final MigrationSettings settings;
    private final Consumer<String> log;

    ServerConnector(MigrationSettings settings, Consumer<String> log) {
        this.settings = settings;
        this.log = log;
    }

    Connection connect() {
        long deadline = System.nanoTime() + settings.patience().toNanos();
        boolean told = false;
        while (true) {
            try {
                return dataSource().getConnection();
            } catch (SQLException failure) {
                if (!isNotUpYet(failure)) {
                    throw new MigrationException(
                            "PostgreSQL at " + address() + " refuses: " + Sql.explain(failure), failure);
                }
                if (System.nanoTime() >= deadline) {
                    throw new MigrationException(
                            "PostgreSQL at " + address() + " did not answer within "
                                    + settings.patience().toSeconds() + " s: " + Sql.explain(failure),
                            failure);
                }
            }
            if (!told) {
                log.accept("Waiting for PostgreSQL at " + address());
                told = true;
            }
            pause();
        }
    }

    private String address() {
        return settings.host() + ":" + settings.port();
    }

    /** Setters rather than a URL, so that no character in a name can change what a URL means. */
    private PGSimpleDataSource dataSource() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setServerNames(new String[] {settings.host()});
        source.setPortNumbers(new int[] {settings.port()});
        source.setDatabaseName(settings.database());
        source.setUser(settings.user());
        if (settings.password() != null) {
            source.setPassword(settings.password());
        }
        source.setApplicationName("spend-tracker migrate");
        source.setConnectTimeout(CONNECT_TIMEOUT_SECONDS);
        return source;
    }

    /** No connection (class 08), or a server that is starting, stopping or recovering; not a refusal. */
    private static boolean isNotUpYet(SQLException failure) {
        String state = failure.getSQLState();
        return state != null && (state.startsWith("08") || state.startsWith("57P0"));
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new MigrationException("Interrupted while waiting for PostgreSQL", interrupted);
        }
    }
}
