package com.spendtracker.db.test;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** PostgreSQL as a child process, unpacked from a jar; it needs nothing but this machine. */
final class EmbeddedServer {

    private EmbeddedServer() {}

    // Closed by the library's own hook when the JVM exits.
    @SuppressWarnings("resource")
    static TestServer start() {
        try {
            EmbeddedPostgres postgres = EmbeddedPostgres.builder().start();
            prepare(postgres.getJdbcUrl("postgres", "postgres"));
            return new TestServer(
                    "127.0.0.1", postgres.getPort(), TestServer.DATABASE, TestServer.USER, TestServer.PASSWORD);
        } catch (IOException failure) {
            throw new UncheckedIOException("The embedded PostgreSQL did not start", failure);
        } catch (SQLException failure) {
            throw new IllegalStateException("The embedded PostgreSQL could not be prepared", failure);
        }
    }

    private static void prepare(String url) throws SQLException, IOException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "CREATE ROLE " + TestServer.USER + " SUPERUSER LOGIN PASSWORD '" + TestServer.PASSWORD + "'");
            statement.execute("CREATE DATABASE " + TestServer.DATABASE + " OWNER " + TestServer.USER);
            checkPasswords(statement);
        }
    }

    /** The library trusts everyone, and a test of a wrong password would pass with any. */
    private static void checkPasswords(Statement statement) throws SQLException, IOException {
        try (ResultSet result = statement.executeQuery("SHOW hba_file")) {
            result.next();
            Files.writeString(Path.of(result.getString(1)), "host all all all scram-sha-256\n");
        }
        statement.execute("SELECT pg_reload_conf()");
    }
}
