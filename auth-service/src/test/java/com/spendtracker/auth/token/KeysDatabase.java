package com.spendtracker.auth.token;

import com.spendtracker.auth.AuthApplication;
import com.spendtracker.db.MigrationSettings;
import com.spendtracker.db.Migrator;
import com.spendtracker.db.test.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A database for one test class alone, as the keys in it are changed under the services that run on it. */
record KeysDatabase(String name) {
    static KeysDatabase create(String name) throws SQLException {
        try (Connection connection = TestDatabase.get().adminConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("DROP DATABASE IF EXISTS " + name);
            statement.execute("CREATE DATABASE " + name);
        }
        MigrationSettings settings = TestDatabase.get().migrationSettings();
        new Migrator(
                        new MigrationSettings(
                                settings.host(),
                                settings.port(),
                                name,
                                settings.user(),
                                settings.password(),
                                settings.authPassword(),
                                settings.analyticsPassword(),
                                false,
                                settings.patience()),
                        _ -> {})
                .migrate();
        return new KeysDatabase(name);
    }

    /** Another instance of the service. */
    ConfigurableApplicationContext start(String... settings) {
        TestDatabase database = TestDatabase.get();
        List<String> arguments = new ArrayList<>(List.of(settings));
        arguments.add("--server.port=0");
        arguments.add("--management.server.port=0");
        return new SpringApplicationBuilder(AuthApplication.class)
                .properties(Map.of(
                        "POSTGRES_HOST", database.host(),
                        "POSTGRES_PORT", database.port(),
                        "POSTGRES_DB", name,
                        "AUTH_DB_PASSWORD", database.authPassword()))
                .run(arguments.toArray(String[]::new));
    }

    /** The first column of what the statement answers, if it answers anything, asked as the administrator. */
    List<String> query(String sql) throws SQLException {
        TestDatabase database = TestDatabase.get();
        try (Connection connection = database.connection(name, database.adminUser(), database.adminPassword());
                Statement statement = connection.createStatement()) {
            List<String> values = new ArrayList<>();
            if (statement.execute(sql)) {
                try (ResultSet rows = statement.getResultSet()) {
                    while (rows.next()) {
                        values.add(rows.getString(1));
                    }
                }
            }
            return values;
        }
    }
}
