package com.spendtracker.db;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import java.util.function.Consumer;
import org.postgresql.PGProperty;

/** Connects as the administrator, and waits for a server that is only just starting. */
final class ServerConnector {

    private static final long PAUSE_MILLIS = 500;

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
                return DriverManager.getConnection("jdbc:postgresql:", properties());
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

    /** Host and database go in as properties, so that no character in them can change the meaning of a URL. */
    private Properties properties() {
        Properties properties = new Properties();
        PGProperty.PG_HOST.set(properties, settings.host());
        PGProperty.PG_PORT.set(properties, settings.port());
        PGProperty.PG_DBNAME.set(properties, settings.database());
        PGProperty.USER.set(properties, settings.user());
        if (settings.password() != null) {
            PGProperty.PASSWORD.set(properties, settings.password());
        }
        PGProperty.APPLICATION_NAME.set(properties, "spend-tracker migrate");
        PGProperty.CONNECT_TIMEOUT.set(properties, 5);
        PGProperty.LOGIN_TIMEOUT.set(properties, 10);
        return properties;
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
