package com.spendtracker.db;

import com.spendtracker.db.test.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** An empty database on the server that the tests share; dropped when closed. */
record Scratch(String name, MigrationSettings settings) implements AutoCloseable {

    private static final AtomicInteger COUNTER = new AtomicInteger();

    static Scratch create() throws SQLException {
        String name = "scratch_" + COUNTER.incrementAndGet();
        try (Connection connection = TestDatabase.get().adminConnection()) {
            Sql.execute(connection, "DROP DATABASE IF EXISTS " + name);
            Sql.execute(connection, "CREATE DATABASE " + name);
        }
        return new Scratch(name, in(TestDatabase.get().migrationSettings(), name));
    }

    static MigrationSettings in(MigrationSettings settings, String database) {
        return new MigrationSettings(
                settings.host(),
                settings.port(),
                database,
                settings.user(),
                settings.password(),
                settings.authPassword(),
                settings.analyticsPassword(),
                settings.demoData(),
                settings.patience());
    }

    /** Returns what the migration said. */
    static List<String> migrate(MigrationSettings settings) {
        List<String> lines = new ArrayList<>();
        new Migrator(settings, lines::add).migrate();
        return lines;
    }

    Connection connect() throws SQLException {
        TestDatabase database = TestDatabase.get();
        return database.connection(name, database.adminUser(), database.adminPassword());
    }

    /** The rows of a query, the columns of each joined by a bar. */
    static List<String> rows(Connection connection, String query) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            int columns = result.getMetaData().getColumnCount();
            while (result.next()) {
                List<String> row = new ArrayList<>();
                for (int column = 1; column <= columns; column++) {
                    row.add(String.valueOf(result.getString(column)));
                }
                rows.add(String.join("|", row));
            }
        }
        return rows;
    }

    @Override
    public void close() throws SQLException {
        try (Connection connection = TestDatabase.get().adminConnection()) {
            Sql.execute(connection, "DROP DATABASE " + name + " WITH (FORCE)");
        }
    }
}
