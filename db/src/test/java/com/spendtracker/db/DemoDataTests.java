package com.spendtracker.db;

import static com.spendtracker.db.Scratch.migrate;
import static com.spendtracker.db.Scratch.rows;
import static org.assertj.core.api.Assertions.assertThat;

import com.spendtracker.db.test.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Base64;
import java.util.List;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a visitor finds in the demo accounts. */
class DemoDataTests {

    private static final String[] PEOPLE = {"john.doe@example.com", "jane.doe@example.com", "charlie@example.com"};

    /** Everything the generator decides; not the ids and times that the database gives. */
    private static final String HISTORY = """
            SELECT u.username, t.transaction_date, t.amount, t.currency, t.kind, c.name, t.merchant, t.description, t.account_id
            FROM analytics.transactions AS t
            JOIN auth.users AS u ON u.id = t.user_id
            JOIN analytics.categories AS c ON c.user_id = t.user_id AND c.id = t.category_id
            ORDER BY %s""";

    /** In the order of writing. */
    private static final String WRITTEN = HISTORY.formatted("t.id");

    /** Each person's in the order of writing. */
    private static final String BY_PERSON = HISTORY.formatted("t.user_id, t.id");

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
    void peopleWhenListedThenAreTheThreeWithTheirCategories() throws SQLException {
        assertThat(rows(connection, """
                        SELECT u.full_name, string_agg(c.name, ' ' ORDER BY c.name)
                        FROM auth.users AS u JOIN analytics.categories AS c ON c.user_id = u.id
                        WHERE num_nulls(u.full_name, u.age_bracket, u.location, u.employment_status) = 0
                        GROUP BY u.id, u.full_name ORDER BY u.id"""))
                .containsExactly(
                        "John Doe|Education Groceries Housing Income Technology Transfers Transport Utilities",
                        "Jane Doe|Dining Education Entertainment Housing Income Technology Transfers Transport",
                        "Charlie Williams|Education Health Housing Income Shopping Technology Transfers Travel");
    }

    @Test
    void passwordWhenHashedAgainThenIsPassword123WithSaltsOfTheirOwn() throws SQLException {
        List<String> hashes = rows(connection, "SELECT password_hash FROM auth.users ORDER BY id");
        assertThat(hashes)
                .hasSize(3)
                .allSatisfy(hash -> assertThat(argon2(hash)).isEqualTo(hash.split("\\$", -1)[5]));
        assertThat(hashes).extracting(hash -> hash.split("\\$", -1)[4]).doesNotHaveDuplicates();
    }

    @Test
    void coloursWhenComparedThenDifferForEachPerson() throws SQLException {
        assertThat(rows(connection, "SELECT user_id, color FROM analytics.categories"))
                .hasSize(24)
                .doesNotHaveDuplicates();
    }

    @Test
    void historyWhenMeasuredThenIsLongAndReachesToday() throws SQLException {
        String today =
                rows(connection, "SELECT DISTINCT last_day FROM demo.histories").getFirst();
        assertThat(LocalDate.parse(today))
                .isAfterOrEqualTo(LocalDate.now(ZoneId.systemDefault()).minusDays(1));
        for (String person : PEOPLE) {
            assertThat(rows(connection, """
                            SELECT count(*) BETWEEN 1200 AND 2000, max(transaction_date),
                                   min(transaction_date) <= max(transaction_date) - interval '30 months', min(currency), max(currency)
                            FROM analytics.transactions WHERE user_id = %s""".formatted(id(person))))
                    .as(person)
                    .containsExactly("t|" + today + "|t|USD|USD");
        }
    }

    @Test
    void refundsWhenFoundThenFollowThePurchaseTheyUndo() throws SQLException {
        for (String person : PEOPLE) {
            assertThat(rows(connection, """
                            SELECT kind, EXISTS (
                                SELECT FROM analytics.transactions AS p
                                WHERE p.user_id = r.user_id AND p.merchant = r.merchant AND p.category_id = r.category_id
                                  AND p.amount = -r.amount AND r.transaction_date - p.transaction_date BETWEEN 3 AND 10)
                            FROM analytics.transactions AS r WHERE amount < 0 AND user_id = %s""".formatted(id(person))))
                    .as(person)
                    .hasSizeGreaterThan(3)
                    .containsOnly("spending|t");
        }
    }

    @Test
    void purchasesWhenComparedThenSomeAreTwins() throws SQLException {
        for (String person : PEOPLE) {
            assertThat(rows(connection, """
                            SELECT merchant FROM analytics.transactions WHERE user_id = %s
                            GROUP BY transaction_date, merchant, amount, description, account_id HAVING count(*) = 2""".formatted(id(person)))).as(person).hasSizeGreaterThan(10);
        }
    }

    @Test
    void subscriptionsWhenFollowedThenOneOfEachPersonRises() throws SQLException {
        assertThat(rows(connection, """
                        SELECT merchant, round(min(amount), 2), count(*) FILTER (WHERE amount = low), round(max(amount), 2),
                               count(*) FILTER (WHERE amount = high) > 10,
                               max(transaction_date) FILTER (WHERE amount = low) < min(transaction_date) FILTER (WHERE amount = high)
                        FROM (SELECT *, min(amount) OVER w AS low, max(amount) OVER w AS high
                              FROM analytics.transactions WHERE description LIKE 'RECURRING%'
                              WINDOW w AS (PARTITION BY user_id, merchant)) AS t
                        WHERE low < high GROUP BY user_id, merchant ORDER BY user_id"""))
                .containsExactly(
                        "Streamhouse|13.99|17|15.99|t|t",
                        "Tuneloft|10.99|16|12.99|t|t",
                        "Summit Fitness Club|69.00|18|79.00|t|t");
    }

    @Test
    void rentAndPayWhenFollowedThenComeEveryMonthOnTheirDays() throws SQLException {
        assertThat(rows(connection, """
                        SELECT count(*) = 3 * 31 FROM analytics.transactions
                        WHERE description LIKE 'ACH DEBIT % RENT' AND extract(day FROM transaction_date) = 1""")).containsExactly("t");
        assertThat(rows(connection, """
                        SELECT bool_and(extract(isodow FROM transaction_date) <= 5), bool_and(amount > 2000), count(*) > 140
                        FROM analytics.transactions WHERE kind = 'income'""")).containsExactly("t|t|t");
        assertThat(
                        rows(
                                connection,
                                "SELECT user_id, count(*) >= 29 FROM analytics.transactions WHERE kind = 'transfer' GROUP BY 1 ORDER BY 1"))
                .containsExactly("1|t", "2|t", "3|t");
    }

    @Test
    void seasonsWhenComparedThenHeatingPeaksInWinterTravelInSummerAndGiftsInDecember() throws SQLException {
        assertThat(monthlyAverage("merchant = 'Northlight Energy'", "12, 1, 2"))
                .isGreaterThan(2 * monthlyAverage("merchant = 'Northlight Energy'", "6, 7, 8"));
        assertThat(monthlyAverage("category = 'Travel'", "6, 7"))
                .isGreaterThan(2 * monthlyAverage("category = 'Travel'", "1, 2, 4, 5, 9, 10"));
        assertThat(monthlyAverage("merchant = 'Games & Gifts Loft'", "12"))
                .isGreaterThan(3 * monthlyAverage("merchant = 'Games & Gifts Loft'", "1, 2, 3, 4, 5, 6, 7, 8, 9, 10"));
    }

    @Test
    void outlierWhenSoughtThenThereIsOneForEachPerson() throws SQLException {
        assertThat(rows(connection, """
                        SELECT user_id, string_agg(merchant, ', ') FROM analytics.transactions AS t
                        JOIN analytics.categories AS c USING (user_id)
                        WHERE c.id = t.category_id AND t.kind = 'spending' AND c.name <> 'Housing' AND t.amount > 1500
                        GROUP BY user_id ORDER BY user_id"""))
                .containsExactly("1|Circuit & Co.", "2|Lumen Camera House", "3|Bright Smile Emergency Dental");
    }

    @Test
    void historyWhenGeneratedInTwoDatabasesThenIsTheSame() throws Exception {
        try (Scratch one = Scratch.create();
                Scratch other = Scratch.create()) {
            migrate(one.settings());
            migrate(other.settings());
            try (Connection first = one.connect();
                    Connection second = other.connect()) {
                assertThat(rows(first, WRITTEN)).hasSizeGreaterThan(3600).isEqualTo(rows(second, WRITTEN));
            }
        }
    }

    @Test
    void historyWhenWrittenDayByDayThenIsTheSameAsAtOnce() throws SQLException {
        Sql.execute(connection, "SAVEPOINT start");
        Sql.execute(connection, "SELECT demo.extend((SELECT max(last_day) FROM demo.histories) + 45)");
        List<String> atOnce = rows(connection, BY_PERSON);
        Sql.execute(connection, "ROLLBACK TO start");
        Sql.execute(connection, """
                SELECT demo.extend(day) FROM (
                    SELECT (SELECT max(last_day) FROM demo.histories) + n AS day FROM generate_series(1, 45) AS n) AS days
                ORDER BY day""");
        assertThat(rows(connection, BY_PERSON)).isEqualTo(atOnce);
    }

    @Test
    void historyWhenExtendedLaterThenKeepsWhatWasEditedAndDeleted() throws SQLException {
        Sql.execute(
                connection,
                "UPDATE analytics.transactions SET amount = 77.77 WHERE transaction_date = (SELECT max(last_day) FROM demo.histories)");
        Sql.execute(connection, "DELETE FROM analytics.transactions WHERE merchant = 'RideNow'");
        Sql.execute(connection, "UPDATE analytics.categories SET name = 'Food' WHERE name = 'Groceries'");
        List<String> edited = rows(connection, WRITTEN);
        int added = Sql.number(connection, "SELECT demo.extend((SELECT max(last_day) FROM demo.histories) + 21)");
        List<String> extended = rows(connection, WRITTEN);
        assertThat(added).isGreaterThanOrEqualTo(3 * 21);
        assertThat(extended).hasSize(edited.size() + added).startsWith(edited.toArray(String[]::new));
        assertThat(extended.subList(edited.size(), extended.size()))
                .anyMatch(row -> row.contains("|Food|"))
                .noneMatch(row -> row.contains("|Groceries|"));
        assertThat(Sql.number(connection, "SELECT demo.extend((SELECT max(last_day) FROM demo.histories))"))
                .isZero();
    }

    private double monthlyAverage(String condition, String months) throws SQLException {
        return Double.parseDouble(
                rows(connection, """
                        SELECT coalesce(sum(amount), 0) / (SELECT count(DISTINCT date_trunc('month', transaction_date::timestamp))
                            FROM analytics.transactions WHERE extract(month FROM transaction_date) IN (%2$s))
                        FROM (SELECT t.*, c.name AS category FROM analytics.transactions AS t
                              JOIN analytics.categories AS c ON c.user_id = t.user_id AND c.id = t.category_id) AS t
                        WHERE %1$s AND extract(month FROM transaction_date) IN (%2$s)""".formatted(condition, months)).getFirst());
    }

    /** The hash of the demo password with the salt and costs of a stored one. */
    private static String argon2(String stored) {
        String[] parts = stored.split("\\$", -1);
        assertThat(parts[1] + parts[2] + parts[3]).isEqualTo("argon2idv=19m=19456,t=2,p=1");
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(19_456)
                .withIterations(2)
                .withParallelism(1)
                .withSalt(Base64.getDecoder().decode(parts[4]))
                .build());
        byte[] hash = new byte[32];
        generator.generateBytes("password123".getBytes(StandardCharsets.UTF_8), hash);
        return Base64.getEncoder().withoutPadding().encodeToString(hash);
    }

    private static String id(String username) {
        return "(SELECT id FROM auth.users WHERE username = '" + username + "')";
    }
}
