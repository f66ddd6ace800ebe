package com.spendtracker.db;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Consumer;

/**
 * Lets texts be found by their index although rows are hidden from whoever does not own them. PostgreSQL looks at a hidden
 * row only with functions that are marked as never telling what they were given, and {@code ilike} is not: its errors may
 * tell a little. That helps nobody here, where whoever may write a statement may also say who the user is.
 *
 * <p>The mark is the server's own, so it is in no dump, and only a superuser may set it.
 */
final class TextSearch {

    private static final String ILIKE = "pg_catalog.texticlike(text, text)";

    private TextSearch() {}

    static void ensure(Connection connection, Consumer<String> log) throws SQLException {
        if (Sql.isTrue(connection, "SELECT proleakproof FROM pg_proc WHERE oid = '" + ILIKE + "'::regprocedure")) {
            return;
        }
        if (Sql.isTrue(connection, "SELECT rolsuper FROM pg_roles WHERE rolname = current_user")) {
            Sql.execute(connection, "ALTER FUNCTION " + ILIKE + " LEAKPROOF");
        } else {
            log.accept("Texts are searched row by row until a superuser says in this database: ALTER FUNCTION " + ILIKE
                    + " LEAKPROOF");
        }
    }
}
