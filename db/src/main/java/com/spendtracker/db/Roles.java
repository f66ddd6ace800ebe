package com.spendtracker.db;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.postgresql.PGConnection;

/**
 * The three roles: one that owns every object and cannot log in, and one login for each service.
 *
 * <p>Roles belong to the server, not to a database, so they are no part of the changelog: the passwords are set anew by
 * every migration, and a second database on the same server finds the roles already there.
 */
final class Roles {

    static final String OWNER = "spend_tracker_owner";
    static final String AUTH = "auth_service";
    static final String ANALYTICS = "analytics_service";

    /** Taken name, and two sessions that write the same row of a shared catalogue. */
    private static final List<String> LOST_RACE = List.of("42710", "23505", "XX000");

    private static final int ATTEMPTS = 10;

    private final MigrationSettings settings;

    Roles(MigrationSettings settings) {
        this.settings = settings;
    }

    /** Afterwards the connection may {@code SET ROLE} to the owner. */
    void ensure(Connection connection) throws SQLException {
        try {
            retrying(() -> {
                create(connection, OWNER, "NOLOGIN");
                create(connection, AUTH, "LOGIN");
                create(connection, ANALYTICS, "LOGIN");
            });
            retrying(() -> letAdministratorActAsOwner(connection));
            retrying(() -> setPassword(connection, AUTH, settings.authPassword()));
            retrying(() -> setPassword(connection, ANALYTICS, settings.analyticsPassword()));
            retrying(() -> grantDatabase(connection));
        } catch (SQLException failure) {
            if ("42501".equals(failure.getSQLState())) {
                throw new MigrationException(
                        "POSTGRES_USER \"" + settings.user()
                                + "\" must be a superuser, or own the database and have CREATEROLE: "
                                + Sql.explain(failure),
                        failure);
            }
            throw failure;
        }
    }

    private static void create(Connection connection, String role, String login) throws SQLException {
        if (!Sql.isTrue(connection, "SELECT EXISTS (SELECT FROM pg_roles WHERE rolname = '" + role + "')")) {
            Sql.execute(connection, "CREATE ROLE " + role + " " + login + " NOCREATEDB NOCREATEROLE INHERIT");
        }
    }

    /**
     * A superuser may act as anyone. Since PostgreSQL 16 the creator of a role may administer it, but has to grant
     * itself the right to act as that role; before, to be a member was enough.
     */
    private static void letAdministratorActAsOwner(Connection connection) throws SQLException {
        boolean grantHasOptions = connection.getMetaData().getDatabaseMajorVersion() >= 16;
        String right = grantHasOptions ? "SET" : "MEMBER";
        if (!Sql.isTrue(connection, "SELECT pg_has_role(current_user, '" + OWNER + "', '" + right + "')")) {
            Sql.execute(
                    connection,
                    "GRANT " + OWNER + " TO CURRENT_USER" + (grantHasOptions ? " WITH SET TRUE, INHERIT FALSE" : ""));
        }
    }

    /** The driver derives the SCRAM verifier here, so the password reaches neither the server nor its log. */
    private static void setPassword(Connection connection, String role, String password) throws SQLException {
        connection.unwrap(PGConnection.class).alterUserPassword(role, password.toCharArray(), "scram-sha-256");
    }

    private void grantDatabase(Connection connection) throws SQLException {
        String database = Sql.identifier(settings.database());
        Sql.execute(connection, "GRANT CONNECT, CREATE ON DATABASE " + database + " TO " + OWNER);
        Sql.execute(connection, "GRANT CONNECT ON DATABASE " + database + " TO " + AUTH + ", " + ANALYTICS);
    }

    /** Migrations of other databases on the same server hold other advisory locks, and may change the same roles. */
    private static void retrying(Step step) throws SQLException {
        for (int attempt = 1; ; attempt++) {
            try {
                step.run();
                return;
            } catch (SQLException failure) {
                if (attempt == ATTEMPTS || !LOST_RACE.contains(failure.getSQLState())) {
                    throw failure;
                }
            }
        }
    }

    /** One repeatable piece of work on the server. */
    @FunctionalInterface
    private interface Step {
        void run() throws SQLException;
    }
}
