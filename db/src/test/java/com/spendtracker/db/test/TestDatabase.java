package com.spendtracker.db.test;

import com.spendtracker.db.MigrationSettings;
import com.spendtracker.db.Migrator;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;

/**
 * The one place that decides where tests get PostgreSQL 18 from.
 *
 * <p>The system property {@code test.database}, or the environment variable TEST_DATABASE, chooses:
 *
 * <ul>
 *   <li>{@code auto} (default): a container where a Docker engine answers and has the images, else the embedded server
 *   <li>{@code docker}: a container; the image is pulled if need be
 *   <li>{@code embedded}: a server of this machine, unpacked from a jar
 *   <li>{@code url:jdbc:postgresql://host:port/database?user=…&password=…}: a server that is already there; its user
 *       must be allowed to create roles and its database is changed
 * </ul>
 *
 * <p>There is one database for each test JVM, started when first asked for, migrated with the demo data, and gone when
 * the JVM exits.
 */
public final class TestDatabase {

    private static final String AUTH_PASSWORD = "auth-test-password";
    private static final String ANALYTICS_PASSWORD = "analytics-test-password";

    private final TestServer server;

    private TestDatabase(TestServer server) {
        this.server = server;
    }

    /** Starts and migrates the database on the first call. */
    public static TestDatabase get() {
        return Holder.INSTANCE;
    }

    /** Starts another server with an empty database, not even the roles are there; slow, so only where nothing else does. */
    public static TestDatabase startEmpty() {
        if (choice().startsWith("url:")) {
            throw new IllegalStateException("This test needs a server of its own: set test.database to auto");
        }
        return new TestDatabase(TestServer.start(choice()));
    }

    public String host() {
        return server.host();
    }

    public int port() {
        return server.port();
    }

    public String database() {
        return server.database();
    }

    public String adminUser() {
        return server.user();
    }

    public String adminPassword() {
        return server.password();
    }

    /** The password of the role auth_service. */
    public String authPassword() {
        return AUTH_PASSWORD;
    }

    /** The password of the role analytics_service. */
    public String analyticsPassword() {
        return ANALYTICS_PASSWORD;
    }

    /** Without user and password. */
    public String jdbcUrl() {
        return jdbcUrl(database());
    }

    /** The URL of another database on the same server, without user and password. */
    public String jdbcUrl(String otherDatabase) {
        return "jdbc:postgresql://" + host() + ":" + port() + "/" + otherDatabase;
    }

    /** A new connection as the administrator, who may read and write everything. */
    public Connection adminConnection() throws SQLException {
        return connection(database(), adminUser(), adminPassword());
    }

    /** A new connection to any database of the server as any user. */
    public Connection connection(String otherDatabase, String user, String password) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        return DriverManager.getConnection(jdbcUrl(otherDatabase), properties);
    }

    /** What the programs of this repository read from their environment, for {@code @DynamicPropertySource}. */
    public Map<String, String> springProperties() {
        return Map.of(
                "POSTGRES_HOST", host(),
                "POSTGRES_PORT", String.valueOf(port()),
                "POSTGRES_DB", database(),
                "AUTH_DB_PASSWORD", AUTH_PASSWORD,
                "ANALYTICS_DB_PASSWORD", ANALYTICS_PASSWORD);
    }

    /** What a migration of this database needs to know. */
    public MigrationSettings migrationSettings() {
        return new MigrationSettings(
                host(),
                port(),
                database(),
                adminUser(),
                adminPassword(),
                AUTH_PASSWORD,
                ANALYTICS_PASSWORD,
                true,
                Duration.ofSeconds(30));
    }

    private static TestDatabase start() {
        TestDatabase database = new TestDatabase(TestServer.start(choice()));
        new Migrator(database.migrationSettings(), line -> {}).migrate();
        return database;
    }

    private static String choice() {
        String property = System.getProperty("test.database", "");
        String choice = property.isBlank() ? System.getenv("TEST_DATABASE") : property;
        return choice == null || choice.isBlank() ? "auto" : choice;
    }

    /** Starts the database when it is first touched, once. */
    private static final class Holder {
        static final TestDatabase INSTANCE = start();
    }
}
