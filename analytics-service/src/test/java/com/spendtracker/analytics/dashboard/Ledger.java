package com.spendtracker.analytics.dashboard;

import com.spendtracker.analytics.Person;
import com.spendtracker.db.test.TestDatabase;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** A person's transactions, made by chance: all kinds, refunds, two currencies, equal amounts, days without any. */
record Ledger(Person person, List<Booking> bookings) {
    static final List<String> CATEGORIES = List.of("Books", "Food", "Rent", "Travel");
    static final List<String> MERCHANTS = List.of("Baker", "Rail, Inc.", "Corner Shop", "baker", "Zoo");
    static final LocalDate FIRST = LocalDate.of(2025, 11, 20);
    static final int DAYS = 100;

    private static final String INSERT = """
            insert into analytics.transactions
              (user_id, amount, currency, kind, category_id, merchant, description, transaction_date)
            select c.user_id, ?, ?, ?, c.id, ?, 'CARD PAYMENT', ?
            from analytics.categories c
            where c.user_id = ? and c.name = ?
            returning id
            """;

    static Ledger random(Random random, int size) throws SQLException {
        Person person = Person.create();
        List<Booking> bookings = new ArrayList<>();
        try (Connection connection = TestDatabase.get().adminConnection()) {
            addCategories(connection, person);
            for (int i = 0; i < size; i++) {
                bookings.add(insert(connection, person, booking(random)));
            }
        }
        return new Ledger(person, bookings);
    }

    private static Booking booking(Random random) {
        String kind = random.nextInt(8) > 0 ? "spending" : random.nextBoolean() ? "income" : "transfer";
        String currency = random.nextInt(4) > 0 ? "EUR" : "JPY";
        boolean isNegative = !kind.equals("income") && random.nextInt(6) == 0;
        long amount = (1L + random.nextInt(40)) * (isNegative ? -1 : 1);
        int merchant = random.nextInt(MERCHANTS.size() + 1);
        return new Booking(
                0,
                FIRST.plusDays(random.nextInt(DAYS)),
                currency.equals("EUR") ? BigDecimal.valueOf(amount * 37, 2) : BigDecimal.valueOf(amount),
                currency,
                kind,
                CATEGORIES.get(random.nextInt(CATEGORIES.size())),
                merchant == MERCHANTS.size() ? null : MERCHANTS.get(merchant));
    }

    private static void addCategories(Connection connection, Person person) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "insert into analytics.categories (user_id, name, color) values (?, ?, '#336699')")) {
            for (String category : CATEGORIES) {
                statement.setLong(1, person.id());
                statement.setString(2, category);
                statement.executeUpdate();
            }
        }
    }

    private static Booking insert(Connection connection, Person person, Booking made) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
            List<@Nullable Object> values = new ArrayList<>(List.of(made.amount(), made.currency(), made.kind()));
            values.add(made.merchant());
            values.addAll(List.of(made.date(), person.id(), made.category()));
            for (int i = 0; i < values.size(); i++) {
                statement.setObject(i + 1, values.get(i));
            }
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return new Booking(
                        row.getLong(1),
                        made.date(),
                        made.amount(),
                        made.currency(),
                        made.kind(),
                        made.category(),
                        made.merchant());
            }
        }
    }
}
