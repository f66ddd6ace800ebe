package com.spendtracker.db.test;

import java.util.Properties;
import org.postgresql.Driver;
import org.postgresql.PGProperty;

/** A running PostgreSQL with an empty database and a superuser for the tests. */
record TestServer(String host, int port, String database, String user, String password) {

    static final String IMAGE = "postgres:18";
    static final String DATABASE = "spend_tracker";
    static final String USER = "spend_tracker";
    static final String PASSWORD = "admin-test-password";

    static TestServer start(String choice) {
        return switch (choice) {
            case "auto" -> startAny();
            case "docker" -> DockerServer.start();
            case "embedded" -> EmbeddedServer.start();
            default -> {
                if (choice.startsWith("url:")) {
                    yield existing(choice.substring("url:".length()));
                }
                throw new IllegalArgumentException(
                        "test.database must be auto, docker, embedded or url:jdbc:postgresql://…, but is " + choice);
            }
        };
    }

    /** An engine without the images does not count: pulling them would hold the tests up for minutes. */
    private static TestServer startAny() {
        if (!DockerServer.isReady()) {
            return EmbeddedServer.start();
        }
        try {
            return DockerServer.start();
        } catch (RuntimeException failure) {
            System.err.println("Tests use the embedded PostgreSQL, because the container did not start: " + failure);
            return EmbeddedServer.start();
        }
    }

    private static TestServer existing(String url) {
        Properties parsed = Driver.parseURL(url, null);
        if (parsed == null) {
            throw new IllegalArgumentException("Not a PostgreSQL JDBC URL: " + url);
        }
        return new TestServer(
                required(PGProperty.PG_HOST, parsed),
                Integer.parseInt(required(PGProperty.PG_PORT, parsed)),
                required(PGProperty.PG_DBNAME, parsed),
                required(PGProperty.USER, parsed),
                required(PGProperty.PASSWORD, parsed));
    }

    private static String required(PGProperty property, Properties parsed) {
        String value = property.getOrDefault(parsed);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("The URL of test.database lacks " + property.getName());
        }
        return value;
    }
}
