package com.spendtracker.db;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the database is, who may change it, and the passwords that the services will log in with.
 *
 * @param user the administrator: a superuser, or the owner of the database with CREATEROLE
 * @param password the administrator's password, null where the server asks for none
 * @param demoData whether the demo accounts and their history are wanted
 * @param patience how long to wait for a server that does not answer yet
 */
public record MigrationSettings(
        String host,
        int port,
        String database,
        String user,
        @Nullable String password,
        String authPassword,
        String analyticsPassword,
        boolean demoData,
        Duration patience) {

    private static final Duration DEFAULT_PATIENCE = Duration.ofSeconds(60);

    /**
     * Reads the settings from environment variables and, for the passwords, from the files of SECRETS_DIR that bear
     * the variables' names. A variable wins over a file; a blank value counts as absent.
     *
     * @throws MigrationException if a password of a service is missing or a value makes no sense
     */
    public static MigrationSettings from(Map<String, String> environment) {
        return new MigrationSettings(
                text(environment, "POSTGRES_HOST", "127.0.0.1"),
                port(environment),
                text(environment, "POSTGRES_DB", "spend_tracker"),
                text(environment, "POSTGRES_USER", "spend_tracker"),
                secret(environment, "POSTGRES_PASSWORD"),
                requiredSecret(environment, "AUTH_DB_PASSWORD"),
                requiredSecret(environment, "ANALYTICS_DB_PASSWORD"),
                flag(environment, "DEMO_DATA"),
                DEFAULT_PATIENCE);
    }

    /** The same settings with or without the demo data. */
    public MigrationSettings withDemoData(boolean wanted) {
        return new MigrationSettings(
                host, port, database, user, password, authPassword, analyticsPassword, wanted, patience);
    }

    /** Leaves the passwords out, so that a log line cannot carry them. */
    @Override
    public String toString() {
        return user + "@" + host + ":" + port + "/" + database + (demoData ? " with demo data" : "");
    }

    private static String text(Map<String, String> environment, String name, String fallback) {
        String value = environment.get(name);
        return value == null || value.isBlank() ? fallback : value.strip();
    }

    private static int port(Map<String, String> environment) {
        String value = text(environment, "POSTGRES_PORT", "5432");
        try {
            int port = Integer.parseInt(value);
            if (port >= 1 && port <= 65_535) {
                return port;
            }
        } catch (NumberFormatException notANumber) {
            // Said below, together with numbers that are out of range.
        }
        throw new MigrationException("POSTGRES_PORT must be a number from 1 to 65535, but is \"" + value + "\"");
    }

    private static boolean flag(Map<String, String> environment, String name) {
        String value = text(environment, name, "false");
        if (value.equalsIgnoreCase("true") || value.equalsIgnoreCase("false")) {
            return Boolean.parseBoolean(value);
        }
        throw new MigrationException(name + " must be true or false, but is \"" + value + "\"");
    }

    private static String requiredSecret(Map<String, String> environment, String name) {
        String value = secret(environment, name);
        if (value == null) {
            throw new MigrationException(
                    name + " is missing: set it in the environment or as a file of that name in SECRETS_DIR");
        }
        return value;
    }

    private static @Nullable String secret(Map<String, String> environment, String name) {
        String value = environment.get(name);
        if (value != null && !value.isBlank()) {
            return value;
        }
        String directory = environment.get("SECRETS_DIR");
        Path file = directory == null || directory.isBlank() ? null : Path.of(directory, name);
        if (file == null || !Files.exists(file)) {
            return null;
        }
        try {
            // One line end at the end belongs to the file, not to the password; Spring's configtree agrees.
            String content = Files.readString(file).replaceFirst("\\R\\z", "");
            return content.isBlank() ? null : content;
        } catch (IOException unreadable) {
            throw new MigrationException("Cannot read the secret file " + file, unreadable);
        }
    }
}
