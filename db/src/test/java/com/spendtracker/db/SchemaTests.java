package com.spendtracker.db;

import static com.spendtracker.db.Scratch.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.spendtracker.db.test.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the tables refuse, and what happens when rows go; every test is rolled back. */
class SchemaTests {

    private Connection connection;

    @BeforeEach
    void connect() throws SQLException {
        connection = TestDatabase.get().adminConnection();
        connection.setAutoCommit(false);
    }

    @AfterEach
    void rollBack() throws SQLException {
        connection.rollback();
        connection.close();
    }

    @Test
    void usernameWhenItDiffersOnlyInCaseThenRefused() {
        assertViolates(
                "23505", "INSERT INTO auth.users (username, password_hash) VALUES ('JOHN.DOE@Example.com', 'x')");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", " a@b.c"})
    void usernameWhenBlankOrPaddedThenRefused(String username) {
        assertViolates("23514", "INSERT INTO auth.users (username, password_hash) VALUES ('" + username + "', 'x')");
    }

    @ParameterizedTest
    @CsvSource({"'Food, drink',#000000", "'',#000000", "' Food',#000000", "Food,black", "Food,#00000"})
    void categoryWhenNameOrColourIsBadThenRefused(String name, String color) {
        assertViolates("23514", insertCategory("john", name, color));
    }

    @Test
    void categoryWhenNameDiffersOnlyInCaseThenRefusedForTheSameOwner() {
        assertViolates("23505", insertCategory("john", "gROCERIES", "#000000"));
    }

    @Test
    void categoryWhenAnotherOwnerHasTheNameThenAccepted() throws SQLException {
        Sql.execute(connection, insertCategory("jane", "Groceries", "#000000"));
        assertThat(rows(connection, "SELECT count(*) FROM analytics.categories WHERE name = 'Groceries'"))
                .containsExactly("2");
    }

    @Test
    void categoryWhenParentGoesThenChildStays() throws SQLException {
        Sql.execute(connection, insertCategory("john", "Home", "#000000"));
        Sql.execute(connection, insertCategory("john", "Garden", "#000000"));
        Sql.execute(connection, """
                UPDATE analytics.categories AS c SET parent_id = p.id FROM analytics.categories AS p
                WHERE c.name = 'Garden' AND p.name = 'Home' AND c.user_id = p.user_id""");
        Sql.execute(connection, "DELETE FROM analytics.categories WHERE name = 'Home'");
        assertThat(rows(
                        connection,
                        "SELECT user_id = " + id("john")
                                + ", parent_id FROM analytics.categories WHERE name = 'Garden'"))
                .containsExactly("t|null");
    }

    @Test
    void categoryWhenUsedThenItCannotGo() {
        assertViolates("23503", "DELETE FROM analytics.categories WHERE name = 'Groceries'");
    }

    @Test
    void transactionWhenCategoryBelongsToAnotherThenRefused() {
        assertViolates("23503", insertTransaction("jane", "Groceries", "1.00", "spending", "USD", "2026-01-01"));
    }

    @ParameterizedTest
    @CsvSource({
        "-1.00,income,USD,2026-01-01",
        "0,income,USD,2026-01-01",
        "NaN,spending,USD,2026-01-01",
        "1.00,gift,USD,2026-01-01",
        "1.00,spending,usd,2026-01-01",
        "1.00,spending,US,2026-01-01",
        "1.00,spending,USD,infinity",
        "1.00,spending,USD,0001-01-01"
    })
    void transactionWhenSomethingIsBadThenRefused(String amount, String kind, String currency, String date) {
        assertViolates("23514", insertTransaction("john", "Groceries", amount, kind, currency, date));
    }

    @Test
    void transactionWhenRefundWithFourDecimalsThenKeptExactly() throws SQLException {
        Sql.execute(connection, insertTransaction("john", "Groceries", "-12.3456", "spending", "KWD", "2026-01-01"));
        assertThat(rows(connection, "SELECT amount FROM analytics.transactions WHERE currency = 'KWD'"))
                .containsExactly("-12.3456");
    }

    @Test
    void viewWhenASecondOneOfAPersonIsTheDefaultThenRefused() throws SQLException {
        Sql.execute(connection, insertView("john", "Food", true));
        Sql.execute(connection, insertView("john", "Travel", false));
        Sql.execute(connection, insertView("jane", "Food", true));
        assertViolates("23505", insertView("john", "Home", true));
    }

    @Test
    void viewWhenNameDiffersOnlyInCaseThenRefusedForTheSameOwner() throws SQLException {
        Sql.execute(connection, insertView("john", "Food", false));
        assertViolates("23505", insertView("john", "FOOD", false));
    }

    @Test
    void signingKeyWhenASecondIsNextOrActiveThenRefused() throws SQLException {
        Sql.execute(connection, insertKey("a", "next", "NULL", "NULL"));
        Sql.execute(connection, insertKey("b", "active", "now()", "NULL"));
        Sql.execute(connection, insertKey("c", "retired", "now()", "now()"));
        Sql.execute(connection, insertKey("d", "retired", "now()", "now()"));
        Sql.execute(connection, "SAVEPOINT here");
        assertViolates("23505", insertKey("e", "next", "NULL", "NULL"));
        Sql.execute(connection, "ROLLBACK TO here");
        assertViolates("23505", insertKey("e", "active", "now()", "NULL"));
    }

    @ParameterizedTest
    @CsvSource({
        "asleep,NULL,NULL",
        "next,now(),NULL",
        "next,NULL,now()",
        "active,NULL,NULL",
        "active,now(),now()",
        "retired,now(),NULL",
        "retired,NULL,now()"
    })
    void signingKeyWhenItsTimesDoNotFitItsStateThenRefused(String state, String activated, String retired) {
        assertViolates("23514", insertKey("k", state, activated, retired));
    }

    @Test
    void rotationWhenAskedForThenOnlyTheActiveKeyIsMarked() throws SQLException {
        insertKeysOfAllStates();
        assertThat(rows(connection, "SELECT auth.rotate_signing_keys()")).containsExactly("active");
        assertThat(rows(connection, "SELECT kid FROM auth.signing_keys WHERE rotation_asked_at IS NOT NULL"))
                .containsExactly("active");
    }

    @Test
    void rotationWhenUsedKeysAreDroppedThenAllButTheNextAreAndOnce() throws SQLException {
        insertKeysOfAllStates();
        assertThat(rows(connection, "SELECT auth.rotate_signing_keys(drop_used => true)"))
                .containsExactlyInAnyOrder("active", "retired");
        assertThat(rows(connection, "SELECT auth.rotate_signing_keys(drop_used => true)"))
                .isEmpty();
        assertThat(rows(connection, "SELECT kid FROM auth.signing_keys WHERE dropped_at IS NULL"))
                .containsExactly("next");
        assertThat(rows(connection, "SELECT kid FROM auth.signing_keys WHERE state = 'active'"))
                .isEmpty();
    }

    private void insertKeysOfAllStates() throws SQLException {
        Sql.execute(connection, insertKey("next", "next", "NULL", "NULL"));
        Sql.execute(connection, insertKey("active", "active", "now()", "NULL"));
        Sql.execute(connection, insertKey("retired", "retired", "now()", "now()"));
    }

    private static String insertKey(String kid, String state, String activated, String retired) {
        return """
                INSERT INTO auth.signing_keys (kid, state, public_jwk, private_key, activated_at, retired_at)
                VALUES ('%s', '%s', '{}', 'x', %s, %s)""".formatted(kid, state, activated, retired);
    }

    @Test
    void userWhenDeletedThenEverythingOfTheirsGoesAndNothingElse() throws SQLException {
        String others = "SELECT count(*) FROM analytics.transactions WHERE user_id <> " + id("john");
        var before = rows(connection, others);
        Sql.execute(connection, """
                UPDATE analytics.categories AS c SET parent_id = p.id FROM analytics.categories AS p
                WHERE c.user_id = p.user_id AND p.name = 'Housing' AND c.name = 'Utilities'""");
        String john = rows(connection, "SELECT " + id("john")).getFirst();
        Sql.execute(connection, "DELETE FROM auth.users WHERE id = " + john);
        for (String table : new String[] {
            "analytics.transactions",
            "analytics.categories",
            "analytics.daily_totals",
            "analytics.monthly_merchants",
            "analytics.day_totals",
            "analytics.month_totals",
            "analytics.data_versions",
            "demo.histories",
            "demo.categories"
        }) {
            assertThat(rows(connection, "SELECT count(*) FROM " + table + " WHERE user_id = " + john))
                    .as(table)
                    .containsExactly("0");
        }
        assertThat(rows(connection, "SELECT count(*) FROM analytics.transactions"))
                .isEqualTo(before);
    }

    private void assertViolates(String sqlState, String sql) {
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> Sql.execute(connection, sql))
                .satisfies(refusal -> assertThat(refusal.getSQLState()).isEqualTo(sqlState));
    }

    private static String insertCategory(String owner, String name, String color) {
        return "INSERT INTO analytics.categories (user_id, name, color) VALUES (%s, '%s', '%s')"
                .formatted(id(owner), name, color);
    }

    private static String insertTransaction(
            String owner, String category, String amount, String kind, String currency, String date) {
        return """
               INSERT INTO analytics.transactions (user_id, amount, currency, kind, category_id, transaction_date)
               SELECT %s, '%s', '%s', '%s', id, '%s' FROM analytics.categories WHERE name = '%s' LIMIT 1""".formatted(id(owner), amount, currency, kind, date, category);
    }

    private static String insertView(String owner, String name, boolean isDefault) {
        return "INSERT INTO analytics.views (user_id, name, query, is_default) VALUES (%s, '%s', '', %s)"
                .formatted(id(owner), name, isDefault);
    }

    private static String id(String firstName) {
        return "(SELECT id FROM auth.users WHERE username LIKE '" + firstName + "%')";
    }
}
