package com.spendtracker.analytics;

import com.spendtracker.db.test.TestDatabase;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.security.test.web.reactive.server.SecurityMockServerConfigurers;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.util.context.Context;

/** A user made for one test, with the transactions that the test gives them. */
public record Person(long id) {
    /** One for all, as a new connection takes several times as long as a row. */
    private static final Connection DATABASE = connect();

    /** A new user without anything, not even the categories that everybody begins with. */
    public static Person create() {
        return new Person(insert(
                "insert into auth.users (username, password_hash, full_name) values (?, 'none', 'Test Person') returning id",
                UUID.randomUUID() + "@example.com"));
    }

    /** A new user as signing up leaves them: with the categories that everybody begins with. */
    public static Person signUp() {
        Person person = create();
        insert("select 1 from (select auth.begin_with_categories(?)) as done", person.id);
        return person;
    }

    /** Adds spending of this amount in euros. */
    public Person spends(String amount, String category, String date) {
        return has("spending", amount, "EUR", category, date);
    }

    /** Adds a transaction, and its category if there is none of that name yet. */
    public Person has(String kind, String amount, String currency, String category, String date) {
        return has("hand", kind, amount, currency, category, date);
    }

    /** Adds a transaction that has its category for this reason. */
    public Person has(String source, String kind, String amount, String currency, String category, String date) {
        insert("""
                insert into analytics.categories (user_id, name, color) values (?, ?, '#336699')
                on conflict (user_id, lower(name)) do update set color = excluded.color returning id
                """, id, category);
        insert("""
                insert into analytics.transactions
                  (user_id, amount, currency, kind, category_id, merchant, description, transaction_date,
                   category_source)
                values (?, ?, ?, ?, (select id from analytics.categories where user_id = ? and name = ?),
                  'Corner Shop', 'CARD PAYMENT', ?, ?)
                returning id
                """, id, new BigDecimal(amount), currency, kind, id, category, LocalDate.parse(date), source);
        return this;
    }

    /** Names the merchant of what was added last. */
    public Person at(@Nullable String merchant) {
        insert("""
                update analytics.transactions set merchant = ?
                where user_id = ? and id = (select max(id) from analytics.transactions where user_id = ?) returning id
                """, merchant, id, id);
        return this;
    }

    /** Adds an account and answers its id. */
    public int account(String name) {
        return (int) insert("insert into analytics.accounts (user_id, name) values (?, ?) returning id", id, name);
    }

    /** Each transaction as why it has its category, amount, kind, category, merchant and version. */
    public List<String> stored() {
        String sql = """
                select concat_ws(' ', t.category_source, t.amount::numeric(19, 2), t.kind, c.name, t.merchant,
                                 'v' || t.version)
                from analytics.transactions t
                join analytics.categories c on c.user_id = t.user_id and c.id = t.category_id
                where t.user_id = ?
                order by t.id
                """;
        try (PreparedStatement statement = DATABASE.prepareStatement(sql)) {
            statement.setLong(1, id);
            List<String> rows = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    rows.add(row.getString(1));
                }
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The client through which this person asks. */
    public WebTestClient asking(WebTestClient client) {
        return client.mutateWith(SecurityMockServerConfigurers.mockJwt()
                .jwt(token -> token.subject(String.valueOf(id))
                        .expiresAt(Instant.now().plusSeconds(1800))
                        // The mock's own scope is a program's that may only read.
                        .claims(claims -> claims.remove("scope"))));
    }

    /** What a request of this person leaves for those who ask the database on its behalf. */
    public Context request() {
        Jwt token = Jwt.withTokenValue("any")
                .header("alg", "none")
                .subject(String.valueOf(id))
                .build();
        return ReactiveSecurityContextHolder.withAuthentication(new JwtAuthenticationToken(token));
    }

    private static Connection connect() {
        try {
            return TestDatabase.get().adminConnection();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static synchronized long insert(String sql, @Nullable Object... values) {
        try (PreparedStatement statement = DATABASE.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
